"""The one layout, rule by rule; what it does to whole texts stands in golden/format."""

from pathlib import Path

import pytest

from routeplanner.language import formatting
from routeplanner.language.format_proof import says_the_same
from routeplanner.language.format_rows import Row
from routeplanner.language.formatting import Formatted, format_text
from routeplanner.language.mending import MAX_LINE
from routeplanner.language.reading import read_blocks
from routeplanner.text.source import Source

ROOT = Path(__file__).parents[2]
GOLDEN = sorted((ROOT / "tests/golden/format").glob("*/input.lob"))
CURRICULA = sorted((ROOT / "curricula").rglob("*.lob"))


def formatted(text: str) -> Formatted:
    return format_text(Source("x.lob", text))


def laid_out(text: str) -> str:
    result = formatted(text)
    assert result.proven
    assert result.text is not None, result.diagnostics
    assert formatted(result.text) == Formatted(result.text, (), changed=False)
    return result.text


def sentence(text: str) -> str:
    return laid_out(f"regel r\n{text}").removeprefix("regel r\n  ").removesuffix("\n")


def prop(block: str, text: str) -> str:
    return laid_out(f"{block}\n{text}").split("\n", 1)[1].strip()


# ---- white space in a line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('stage   "X" :2   weken', 'stage "X": 2 weken\n'),
        ('stage"X":2 weken', 'stage "X": 2 weken\n'),
        ('eenheid\tVZ/K/1( 2 )"X"', 'eenheid VZ/K/1 (2) "X"\n'),
        ('groep\u00a0verkoop\u202f"X"', 'groep verkoop "X"\n'),
        ('doel "X" \t ', 'doel "X"\n'),
        ('\ufeff\ufeffdoel \ufeff"X"', '\ufeffdoel "X"\n'),
    ],
)
def test_one_space_between_words(before: str, after: str) -> None:
    if before.startswith("eenheid"):
        before, after = f'programma P "P"\n{before}', f'programma P "P"\n\n  {after}'
    assert laid_out(before) == after


def test_one_space_after_a_comma_and_none_before() -> None:
    assert sentence("verplicht HV/K/9 ,10,11 ,  12") == "verplicht HV/K/9, 10, 11 en 12"


def test_a_decimal_comma_stays_closed() -> None:
    assert sentence("hoogstens 7,5   uur verbreding") == "hoogstens 7,5 uur verbreding"


def test_a_list_of_numbers_does_not_become_a_decimal() -> None:
    assert prop('stage "X"', "perioden:1,2,3") == "perioden: 1, 2, 3"


# ---- words


@pytest.mark.parametrize("word", ["minstens", "ten minste", "Tenminste", "MINIMAAL", "ten\u00a0minste"])
def test_minstens_has_one_spelling(word: str) -> None:
    assert sentence(f"{word} 2 modules") == "minstens 2 modules"


@pytest.mark.parametrize("word", ["hoogstens", "ten hoogste", "tenhoogste", "maximaal"])
def test_hoogstens_has_one_spelling(word: str) -> None:
    assert sentence(f"{word} 2 modules") == "hoogstens 2 modules"


@pytest.mark.parametrize("word", ["precies", "exact"])
def test_precies_has_one_spelling(word: str) -> None:
    assert sentence(f"{word} 2 modules") == "precies 2 modules"


@pytest.mark.parametrize("unit", ["uur", "uren", "klokuur", "Klokuren"])
def test_a_klokuur_is_an_uur(unit: str) -> None:
    assert sentence(f"hoogstens 12 {unit} maatwerk") == "hoogstens 12 uur maatwerk"


@pytest.mark.parametrize("unit", ["lesuur", "lesuren"])
def test_a_lesuur_stays_a_lesuur(unit: str) -> None:
    assert sentence(f"hoogstens 12 {unit} maatwerk") == "hoogstens 12 lesuur maatwerk"


@pytest.mark.parametrize(
    ("number", "unit"),
    [("1", "week"), ("één", "week"), ("2", "weken"), ("11", "weken"), ("tussen 0 en 1", "week")],
)
@pytest.mark.parametrize("written", ["week", "weken"])
def test_weken_but_one_week(number: str, unit: str, written: str) -> None:
    bound = number if number.startswith("tussen") else f"minstens {number}"
    assert sentence(f"{bound} {written} stage") == f"{bound} {unit} stage"


@pytest.mark.parametrize("number", ["een", "één", "ÉÉN", "e\u0301e\u0301n"])
def test_the_number_one_is_written_with_accents(number: str) -> None:
    assert sentence(f"minstens {number} van HV/K/9, 10") == "minstens één van HV/K/9 en 10"


@pytest.mark.parametrize("word", ["voor", "vóór", "vóor", "vo\u0301o\u0301r"])
def test_an_order_in_time_is_written_with_accents(word: str) -> None:
    assert sentence(f"VT/K/9 {word} VT/K/12") == "VT/K/9 vóór VT/K/12"


@pytest.mark.parametrize("word", ["voor", "vóór"])
def test_a_waiver_for_a_route_is_not(word: str) -> None:
    assert laid_out(f'ontheffing r {word} route "X"') == 'ontheffing r voor route "X"\n'


def test_keywords_are_small() -> None:
    assert sentence('ALS De Stage "X" Dan PRECIES Twee Modules PER Leerjaar') == (
        'als de stage "X" dan precies twee modules per leerjaar'
    )


def test_each_gender_keeps_its_ending() -> None:
    assert (
        sentence("precies 2 modules uit een ANDER programma") == "precies 2 modules uit een ander programma"
    )
    assert sentence("precies 2 modules uit een ANDERE leerweg") == "precies 2 modules uit een andere leerweg"


@pytest.mark.parametrize("word", ["verkennende deel", "VERKENNENDE DELEN"])
def test_verkennend_deel_has_one_spelling(word: str) -> None:
    assert sentence(f"verplicht {word} van HV/K/9") == "verplicht verkennend deel van HV/K/9"


# ---- codes and names


@pytest.mark.parametrize(
    ("written", "neat"),
    [
        ("hv/k/9", "HV/K/9"),
        ("t&l/k/6", "T&L/K/6"),
        ("nask1/v/2", "NASK1/V/2"),
        ("p/bwi/01/01-02", "P/BWI/01/01-02"),
        ("iti/2a", "ITI/2a"),
        ("ec/k/4B", "EC/K/4B"),
        ("HV/K/9 T/M 11", "HV/K/9 t/m 11"),
        ('"gm3"', '"gm3"'),
    ],
)
def test_codes_are_in_capitals_but_for_the_letter_after_a_number(written: str, neat: str) -> None:
    assert sentence(f"verplicht {written}") == f"verplicht {neat}"
    assert prop('doel "X"', f"past bij: {written}") == f"past bij: {neat}"


def test_what_only_looks_like_a_code_stays_as_it_is() -> None:
    assert prop('route "X"', "interesses: auto/motor, 3D") == "interesses: auto/motor, 3D"


@pytest.mark.parametrize("programme", ["MET", "en", "Timmeren", "t&l", "tgl/x"])
def test_programmes_stay_as_they_are(programme: str) -> None:
    assert laid_out(f'route "X"\nvolgt {programme}\n') == f'route "X"\n  volgt {programme}\n'
    assert sentence(f"verplicht B/K/3 UIT {programme}") == f"verplicht B/K/3 uit {programme}"


@pytest.mark.parametrize("programme", ["MET", "Timmeren", "tgl/x"])
def test_programmes_in_a_value_stay_as_they_are(programme: str) -> None:
    assert prop('doel "X"', f"past bij: b/k/3 (2) UIT {programme}") == f"past bij: B/K/3 (2) uit {programme}"


def test_names_of_rules_and_groups_stay_as_they_are() -> None:
    assert laid_out('REGEL Vier-Modules "x"\nverplicht GROEP Verkoop') == (
        'regel Vier-Modules "x"\n  verplicht groep Verkoop\n'
    )


def test_leerwegen_are_in_capitals() -> None:
    assert laid_out('route "X"\nvolgt VT in leerweg kb') == 'route "X"\n  volgt VT in leerweg KB\n'
    assert prop('stage "X"', "leerwegen: bb en Kb") == "leerwegen: BB, KB"


def test_words_are_composed() -> None:
    assert prop('stage "X"', "kenmerken: crie\u0308rend") == "kenmerken: criërend"


def test_a_word_that_would_fall_apart_when_composed_stays_as_it_is() -> None:
    # in composed form (NFC) this letter is two signs, of which the second cannot stand in a word
    assert prop('stage "X"', "kenmerken: \u0958a") == "kenmerken: \u0958a"


@pytest.mark.parametrize("keyword", ["\u017ftage", "STAGE", "\u017fTAGE"])
def test_letters_that_count_as_others_become_those(keyword: str) -> None:
    assert laid_out(f'{keyword} "X"') == 'stage "X"\n'


# ---- quotation marks


@pytest.mark.parametrize("quoted", ['"X „y” z"', '"een  “a”"', '"\te\u0301\u00a0 "', '""', '"a # b"'])
def test_what_stands_between_quotation_marks_never_changes(quoted: str) -> None:
    assert laid_out(f"doel {quoted}") == f"doel {quoted}\n"


@pytest.mark.parametrize("quoted", ["“X”", "„X”", "„X“", '“X"', "”X”"])
def test_quotation_marks_become_straight(quoted: str) -> None:
    assert laid_out(f"doel {quoted}") == 'doel "X"\n'


# ---- lists


@pytest.mark.parametrize(
    "written", ["HV/K/9, 10, 11", "HV/K/9 en 10 en 11", "hv/k/9, 10 en 11", "HV/K/9 en 10,11"]
)
def test_a_list_has_one_form(written: str) -> None:
    assert sentence(f"verplicht {written}") == "verplicht HV/K/9, 10 en 11"
    assert prop('doel "X"', f"past bij: {written}") == "past bij: HV/K/9, 10, 11"


def test_a_range_stays_a_range() -> None:
    assert sentence("verplicht HV/K/9 t/m 11") == "verplicht HV/K/9 t/m 11"


def test_a_code_written_out_stays_written_out() -> None:
    assert sentence("verplicht HV/K/9, HV/K/10") == "verplicht HV/K/9 en HV/K/10"


def test_lists_of_names_and_periods_have_one_form() -> None:
    assert sentence("telt niet dubbel met a,b, c") == "telt niet dubbel met a, b en c"
    assert laid_out('route "X"\nverbreedt met HV/K/9 in periode 1,2') == (
        'route "X"\n  verbreedt met HV/K/9 in periode 1 en 2\n'
    )


@pytest.mark.parametrize("value", ["vak: natuur- en scheikunde", "vak: natuur- en scheikunde, wiskunde"])
def test_en_stays_where_it_may_join_one_name(value: str) -> None:
    assert prop('activiteit "X"', value) == value


def test_en_stays_where_the_words_of_the_list_have_one() -> None:
    assert prop('programma X "X"', "sector: zorg en welzijn") == "sector: zorg en welzijn"


# ---- properties


@pytest.mark.parametrize(
    ("block", "written", "neat"),
    [
        ('stage "X"', "Leerweg: BB", "leerwegen: BB"),
        ('stage "X"', "PERIODE : 1", "perioden: 1"),
        ('stage "X"', "programma’s: VT", "programma: VT"),
        ('stage "X"', "leerjaren: 3", "leerjaar: 3"),
        ('school "X"', "leerjaren: 3", "leerjaren: 3"),
        ('school "X"', "Weken  per\tperiode: 8", "weken per periode: 8"),
        ('keuzevak K/X/1 "X"', "ook se: kb", "ook SE: KB"),
    ],
)
def test_a_property_has_one_name(block: str, written: str, neat: str) -> None:
    assert prop(block, written) == neat


@pytest.mark.parametrize(
    ("block", "written", "neat"),
    [
        ("regel r", "gezag: Wet", "gezag: wet"),
        ("regel r", "status: amvb", "status: AMvB"),
        ("regel r", "status: Ministerie\u0308le  Regeling", "status: ministeriële regeling"),
        ("regel r", "afgeleid: JA", "afgeleid: ja"),
        ("regel r", "geldig: Vanaf 2009/2010", "geldig: vanaf 2009-2010"),
        ('school "X"', "lesuur: 50 Minuten", "lesuur: 50 minuten"),
    ],
)
def test_the_words_of_a_closed_list_are_written_as_in_the_list(block: str, written: str, neat: str) -> None:
    assert prop(block, written) == neat


def test_things_in_a_value_are_written_as_in_a_sentence() -> None:
    written = "bevat: HET keuzevak k/eo/01, Groep Verkoop en de Stage “X”, VERDIEPING “Y” Van b/k/3"
    assert prop("groep g", written) == (
        'bevat: het keuzevak K/EO/01, groep Verkoop, de stage "X", verdieping "Y" van B/K/3'
    )


def test_an_unknown_property_is_laid_out_and_otherwise_left_alone() -> None:
    result = formatted('doel "X"\nKleur :Rood en  Groen')
    assert result.text == 'doel "X"\n  Kleur: Rood en Groen\n'
    assert result.proven


# ---- indentation and blank lines


def test_each_level_is_two_columns() -> None:
    text = """\
programma X "X"

  eenheid X/1
    SE: BB
    deeltaak X/1/1
      eindterm X/1/1/1
        bron: "y"
"""
    assert laid_out(text.replace("  ", "")) == text


def test_a_blank_line_between_blocks() -> None:
    assert laid_out('doel "X"\ndoel "Y"\n\n\n\ndoel "Z"\n\n\n') == 'doel "X"\n\ndoel "Y"\n\ndoel "Z"\n'


def test_no_blank_line_within_a_block() -> None:
    assert (
        laid_out('doel "X"\n\nsoort: beroep\n\n\nniveau: 3\n') == 'doel "X"\n  soort: beroep\n  niveau: 3\n'
    )


def test_a_blank_line_before_the_first_block_in_a_programme() -> None:
    assert laid_out('programma X "X"\nsoort: profiel\neenheid X/1\neenheid X/2') == (
        'programma X "X"\n  soort: profiel\n\n  eenheid X/1\n  eenheid X/2\n'
    )


def test_before_another_block_in_a_block_the_blank_line_is_free() -> None:
    text = (
        'invulling X/1\n  verkennend deel\n    leerjaar: 3\n\n  verdiepend deel "X"\n  verdiepend deel "Y"\n'
    )
    assert laid_out(text.replace("\n\n", "\n\n\n\n")) == text


def test_gebruik_lines_may_stand_together() -> None:
    assert laid_out('gebruik "a"\ngebruik "b"\n\n\ngebruik "c"\ndoel "X"\n') == (
        'gebruik "a"\ngebruik "b"\n\ngebruik "c"\n\ndoel "X"\n'
    )


@pytest.mark.parametrize("text", ["", "\n\n", " \t\n\u2003\n"])
def test_nothing_becomes_an_empty_file(text: str) -> None:
    assert laid_out(text) == ""


def test_the_file_ends_with_one_line_ending() -> None:
    assert laid_out('\n\ndoel "X"') == 'doel "X"\n'


# ---- comments


def test_a_comment_at_the_end_of_a_line_comes_after_two_spaces() -> None:
    assert (
        laid_out('doel "X"#kort  \nsoort: beroep     #  lang\t')
        == 'doel "X"  #kort\n  soort: beroep  #  lang\n'
    )


def test_a_comment_right_above_a_line_goes_with_it() -> None:
    assert laid_out('doel "X"\n      # a\nsoort: beroep\n   # b\ndoel "Y"\n') == (
        'doel "X"\n  # a\n  soort: beroep\n\n# b\ndoel "Y"\n'
    )


def test_a_comment_right_below_a_block_goes_with_that() -> None:
    assert laid_out('doel "X"\n# a\n\ndoel "Y"\nsoort: beroep\n# b') == (
        'doel "X"\n  # a\n\ndoel "Y"\n  soort: beroep\n  # b\n'
    )


def test_a_comment_below_gebruik_stays_at_the_margin() -> None:
    assert laid_out('gebruik "a"\n  # b\n\ngebruik "c"') == 'gebruik "a"\n# b\n\ngebruik "c"\n'


def test_a_comment_between_blank_lines_stands_by_itself() -> None:
    assert laid_out('doel "X"\n\n\n  # a\n  # b\n\n\n# c\n\ndoel "Y"\n\n# d') == (
        'doel "X"\n\n# a\n# b\n\n# c\n\ndoel "Y"\n\n# d\n'
    )


def test_a_comment_between_blank_lines_before_a_block_in_a_block_has_its_indentation() -> None:
    text = "invulling X/1\n  inhoud: x\n\n  # a\n\n  # b\n  verkennend deel\n"
    assert laid_out(text.replace("  ", "")) == text


def test_a_comment_on_top_stays_on_top() -> None:
    assert laid_out('\n # a\n\n# b\n doel "X"') == '# a\n\n# b\ndoel "X"\n'


def test_a_file_of_comments() -> None:
    assert laid_out("\n\t# a\n\n\n # b") == "# a\n\n# b\n"


# ---- the file


def test_most_line_endings_win() -> None:
    assert (
        laid_out('doel "X"\r\nsoort: beroep\r\nniveau: 3\n')
        == 'doel "X"\r\n  soort: beroep\r\n  niveau: 3\r\n'
    )
    assert laid_out('doel "X"\nsoort: beroep\nniveau: 3\r\n') == 'doel "X"\n  soort: beroep\n  niveau: 3\n'
    assert laid_out('doel "X"\rsoort: beroep\r') == 'doel "X"\n  soort: beroep\n'


def test_a_byte_order_mark_is_kept() -> None:
    assert laid_out('\ufeff doel "X"') == '\ufeffdoel "X"\n'


def test_a_line_that_would_get_too_long_to_read_stays_as_it_is() -> None:
    line = "verplicht " + ",".join(["HV/K/9"] * 200)
    line = line[: MAX_LINE - 1].rpartition(",")[0].ljust(MAX_LINE)
    assert len(line) == MAX_LINE
    assert laid_out(f"regel r\n{line}") == f"regel r\n{line.rstrip()}\n"


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


def test_nothing_is_handed_out_unproven(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatting, "rows", lambda _source, _blocks: [Row("doel", 1)])
    assert formatted('doel "X"') == Formatted(None, (), changed=False, proven=False)


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
    ],
)
def test_the_proof_sees_a_difference(one: str, other: str) -> None:
    assert not _same(one, other)


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


# ---- whole texts


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.parent.name)
def test_golden(path: Path) -> None:
    assert laid_out(path.read_text("utf-8")) == path.with_name("output.lob").read_text("utf-8")


@pytest.mark.parametrize("path", CURRICULA, ids=lambda path: path.stem)
def test_the_official_texts_are_in_the_one_layout(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    assert formatted(text) == Formatted(text, (), changed=False)


def test_there_are_whole_texts() -> None:
    assert GOLDEN
    assert CURRICULA
