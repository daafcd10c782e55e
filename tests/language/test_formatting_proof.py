"""Nothing is handed out that could not be read, or is not proven to say the same."""

import pytest
from language.layouts import formatted

from routeplanner.language import formatting
from routeplanner.language.format_proof import says_the_same
from routeplanner.language.format_rows import Row
from routeplanner.language.formatting import Formatted
from routeplanner.language.mending import MAX_LINE
from routeplanner.language.reading import read_blocks
from routeplanner.text.source import Source

# ---- what stands in the way


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('stagge "X"', "RP101"),
        ("regel r\nminstens twee verdiepingen van VT/K/9 of 10", "RP107"),
        ("soort: beroep", "RP115"),
        ('doel "X"\nverplicht VT/K/9', "RP114"),
        ('doel "a\u200bb"', "RP005"),
        (f'doel "{"x" * MAX_LINE}"', "RP111"),
        ("\n" * 60_000, "RP003"),
    ],
)
def test_a_text_that_cannot_be_read_is_left_alone(text: str, code: str) -> None:
    result = formatted(text)
    assert (result.text, result.changed, result.proven) == (None, False, True)
    assert code in [diagnostic.code for diagnostic in result.diagnostics]


def test_a_new_layout_that_could_not_be_read_is_not_handed_out() -> None:
    assert formatted('doel "X"\n' * 40_000) == Formatted(None, (), changed=False, proven=False)


def test_what_the_old_layout_suggested_is_told_once_more() -> None:
    result = formatted("regel a\n  hoogstens 2 modules\n\n  precies 3 stages\n")
    assert [diagnostic.code for diagnostic in result.diagnostics] == ["RP312"]
    assert result.changed


@pytest.mark.parametrize("line", ["doel", 'doel "Y"', 'doel "X"  # x', 'stage "X"'])
def test_nothing_is_handed_out_unproven(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatting, "rows", lambda _source, _blocks: [Row(line, 1)])
    assert formatted('doel "X"') == Formatted(None, (), changed=False, proven=False)


def test_nothing_is_handed_out_that_would_change_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatting, "rows", lambda source, _blocks: [Row(" " + source.text.rstrip(), 1)])
    assert formatted('doel "X"') == Formatted(None, (), changed=False, proven=False)


def test_a_new_layout_takes_no_more_bytes_than_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatting, "MAX_BYTES", len('doel "é"\n'.encode()) - 1)
    assert formatted('doel "é"') == Formatted(None, (), changed=False, proven=False)


# ---- the proof


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('doel "X"', 'doel "Y"'),
        ('doel "X"', 'doel "x"'),
        ('doel "X"  # a', 'doel "X"  # b'),
        ('doel "X"  # a', 'doel "X"'),
        ('doel "X"  # a', 'doel "X"\n# a'),
        ('# a\ndoel "X"', 'doel "X"\n# a'),
        ('doel "X"\nniveau: 3', 'doel "X"\nniveau: 4'),
        ('doel "X"\nsoort: beroep\nniveau: 3', 'doel "X"\nniveau: 3\nsoort: beroep'),
        ('doel "X"\nsoort: beroep\ndoel "Y"', 'doel "X"\ndoel "Y"\nsoort: beroep'),
        ("regel r\nminstens 2 modules", "regel r\nhoogstens 2 modules"),
        ("regel r\nminstens 2 uur maatwerk", "regel r\nminstens 2 lesuur maatwerk"),
        ("regel r\nminstens 2 uur maatwerk", "regel r\nminstens 2 weken maatwerk"),
        ("regel r\nVT/K/9 vereist VT/K/12", "regel r\nVT/K/12 vereist VT/K/9"),
        ("regel r\nverplicht VT/K/9, 10", "regel r\nverplicht VT/K/9"),
        ("regel r\nverplicht VT/K/9 t/m 11", "regel r\nverplicht VT/K/9, 11"),
        ('regel r\nverplicht de stage "X"', 'regel r\nverplicht stage "X"'),
        ('keuzevak K/X/1 "X"\nSE: BB', 'keuzevak K/X/1 "X"\nCE: BB'),
        ("regel r\nverplicht ITI/2a, 3a", "regel r\nverplicht ITI/2a, 3b"),
        ("regel r\nverplicht VT/K/9", "regel r\nverplicht VT/K/8"),
        ("regel r\nverplicht VT/K/9 (2)", "regel r\nverplicht VT/K/9 (3)"),
        ("regel r\nverplicht groep a", "regel r\nverplicht groep b"),
        ("regel r\nprecies twee modules", "regel r\nprecies drie modules"),
        ("regel r\nhoogstens 7,5 uur maatwerk", "regel r\nhoogstens 7,4 uur maatwerk"),
        ("regel r\nprecies 2 modules uit een ander vak", "regel r\nprecies 2 modules uit een andere vak"),
        ("regel r\ngeldig: 2009-2010", "regel r\ngeldig: 2010-2011"),
        ("regel r\ngecontroleerd op: 2009-10-01", "regel r\ngecontroleerd op: 2009-10-02"),
    ],
)
def test_the_proof_sees_a_difference(one: str, other: str) -> None:
    assert not _same(one, other)
    # in the words alone already
    first, second = Source("a", one), Source("b", other)
    assert not says_the_same(first, read_blocks(first), second, read_blocks(first))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("regel r\nten minste een van hv/k/9,10", "regel r\n  minstens één van HV/K/9 en 10\n"),
        ("doel “X” # a ", '\n\ndoel "X"  # a\n'),
        ('stage "X"\nleerweg: bb', 'stage "X"\n  leerwegen: BB'),
    ],
)
def test_the_proof_sees_no_difference_where_there_is_none(one: str, other: str) -> None:
    assert _same(one, other)


def _same(one: str, other: str) -> bool:
    first, second = Source("a", one), Source("b", other)
    return says_the_same(first, read_blocks(first), second, read_blocks(second))


@pytest.mark.parametrize(
    "other",
    [
        'doel "X"\n  niveau: 4\n',
        'doel "X"\n  crebo: 3\n',
        'doel "Y"\n  niveau: 3\n',
        'doel "X"\n  niveau: 3\n\ndoel "Y"\n',
        'doel "X"\n  niveau: 3\n  kleur: 3\n',
        'stage "X"\n  plaatsen: 3\n',
        'stage "X": 3 uur\n',
    ],
)
def test_the_proof_compares_what_was_read_as_well(other: str) -> None:
    source = Source("a", 'doel "X"\n  niveau: 3\n')
    assert not says_the_same(source, read_blocks(source), source, read_blocks(Source("b", other)))


@pytest.mark.parametrize(("unit", "same"), [("klokuren", True), ("lesuur", False)])
def test_the_proof_tells_an_uur_from_a_lesuur_in_what_was_read(unit: str, *, same: bool) -> None:
    source = Source("a", 'stage "X": 3 uur')
    others = read_blocks(Source("b", f'stage "X": 3 {unit}'))
    assert says_the_same(source, read_blocks(source), source, others) == same
