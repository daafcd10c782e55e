"""RP310, RP314, RP316, RP321: what a voorbeeld expects, a later sentence, and a rule that is not checked.

RP313, RP315: a rule that says nothing, or not who says so.
"""

import pytest
from model.findings import VT, found

ROUTE = 'route "x"\n  volgt VT in leerweg KB\n\n'


def voorbeeld(*lines: str) -> list[tuple[str, str]]:
    body = "\n".join(f"  {line}" for line in lines)
    return found(f'{ROUTE}regel r\n  verplicht VT/K/9\n\nvoorbeeld "v"\n{body}\n', VT)


def test_an_expectation_without_a_route() -> None:
    assert ("RP310", '"v"') in voorbeeld("verwacht geldig")


def test_a_total_is_an_expectation() -> None:
    assert voorbeeld('gegeven route "x"', "verwacht 0 uur maatwerk") == []


def test_two_verdicts() -> None:
    second = "verwacht ongeldig"
    assert voorbeeld('gegeven route "x"', "verwacht geldig", second) == [("RP321", second)]


@pytest.mark.parametrize("verdict", ["ongeldig", "onvolledig", "onbeslist"])
def test_only_geldig_can_be_with_a_voorbehoud(verdict: str) -> None:
    expected = f"verwacht {verdict} met voorbehoud"
    assert voorbeeld('gegeven route "x"', expected) == [("RP321", expected)]


@pytest.mark.parametrize("verdict", ["ongeldig", "onvolledig"])
def test_a_rule_may_be_the_cause_of_these(verdict: str) -> None:
    assert voorbeeld('gegeven route "x"', f"verwacht {verdict} door r") == []


def test_no_rule_is_the_cause_of_onbeslist() -> None:
    expected = "verwacht onbeslist door r"
    assert voorbeeld('gegeven route "x"', expected) == [("RP321", expected)]


# ---- a later sentence


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        ("zonder VT/K/9", "zonder VT/K/9", "VT/K/9"),
        ('kiest keuzemodule "M"', 'zonder keuzemodule "M"', 'keuzemodule "M"'),
        ('zonder keuzemodule "M"', 'kiest keuzemodule "M"', 'keuzemodule "M"'),
    ],
)
def test_a_later_sentence_about_the_same_choice(one: str, other: str, word: str) -> None:
    text = f'keuzemodule "M": 8 uur\n\n{ROUTE.rstrip()}\n  {one}\n  {other}\n'
    assert found(text, VT) == [("RP314", word)]


def test_a_voorbeeld_may_change_its_route() -> None:
    text = 'keuzemodule "M": 8 uur\n\n' + ROUTE.rstrip() + '\n  kiest keuzemodule "M"\n\n'
    changed = 'voorbeeld "v"\n  gegeven route "x"\n  zonder keuzemodule "M"\n  verwacht geldig\n'
    assert found(text + changed, VT) == []


# ---- rules


def test_a_rule_that_only_takes_over_needs_no_sentence() -> None:
    richtlijn = 'gezag: richtlijn\n  bron: "slo.nl"\n  gecontroleerd op: 2026-11-23'
    assert found(f"regel a\n  verplicht VT/K/9\n  {richtlijn}\n\nregel b\n  neemt over: a", VT) == []


def test_an_advies_without_a_sentence() -> None:
    assert found('advies a\n  omdat: "Daarom."') == [("RP313", "a")]


@pytest.mark.parametrize("missing", ["bron", "gecontroleerd op"])
@pytest.mark.parametrize("gezag", ["wet", "richtlijn"])
def test_a_rule_of_others_says_where_it_stands_and_when_it_was_read(gezag: str, missing: str) -> None:
    text = f'regel a\n  verplicht VT/K/9\n  gezag: {gezag}\n  bron: "b"\n  gecontroleerd op: 2026-11-23\n'
    line = next(line for line in text.splitlines(keepends=True) if line.startswith(f"  {missing}:"))
    assert found(text.replace(line, ""), VT) == [("RP315", "a")]


def test_a_rule_of_the_school_need_not() -> None:
    assert found("regel a\n  verplicht VT/K/9\n  gezag: school", VT) == []


def test_niet_gecontroleerd_alone_is_right() -> None:
    assert found("regel a\n  niet gecontroleerd") == []
