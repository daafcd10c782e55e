"""The one spelling, rule by rule; what becomes of whole texts stands in golden/format."""

import pytest
from language.layouts import formatted, laid_out, prop, sentence

# ---- white space in a line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('stage   "X" :2   weken', 'stage "X": 2 weken\n'),
        ('stage"X":2 weken', 'stage "X": 2 weken\n'),
        ('eenheid\tVZ/K/1( 2 )"X"', 'eenheid VZ/K/1 (2) "X"\n'),
        ('groep\u00a0verkoop\u202f"X"', 'groep verkoop "X"\n'),
        ('doel "X" \t ', 'doel "X"\n'),
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
    [
        ("1", "week"),
        ("01", "week"),
        ("één", "week"),
        ("2", "weken"),
        ("11", "weken"),
        ("tussen 0 en 1", "week"),
    ],
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


@pytest.mark.parametrize("programme", ["MET", "Timmeren", "tgl/x", "DE"])
def test_programmes_in_a_value_stay_as_they_are(programme: str) -> None:
    assert prop('doel "X"', f"past bij: b/k/3 (2) UIT {programme}") == f"past bij: B/K/3 (2) uit {programme}"


def test_names_of_rules_and_groups_stay_as_they_are() -> None:
    assert laid_out('REGEL Vier-Modules "x"\nverplicht GROEP Verkoop') == (
        'regel Vier-Modules "x"\n  verplicht groep Verkoop\n'
    )


def test_names_in_a_value_stay_as_they_are_though_the_language_has_the_word() -> None:
    assert prop("groep g", "bevat: Groep Van, GROEP Doel") == "bevat: groep Van, groep Doel"


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


def test_en_stays_where_a_comma_would_make_other_numbers() -> None:
    assert prop('stage "X"', "kenmerken: 2,5 en 7,5 uur") == "kenmerken: 2,5 en 7,5 uur"


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


def test_a_property_of_other_blocks_is_laid_out_and_keeps_its_name() -> None:
    result = formatted('doel "X"\nWeken  per\tperiode :8 en 9')
    assert result.text == 'doel "X"\n  Weken per periode: 8 en 9\n'
    assert result.proven


@pytest.mark.parametrize("line", ["Kleur :Rood en\tGroen # x", "Telt :NIET\tdubbel"])
def test_a_property_that_no_block_has_is_only_indented(line: str) -> None:
    result = formatted(f'doel "X"\n{line} ')
    assert result.text == f'doel "X"\n  {line}\n'
    assert result.proven


def test_a_list_of_which_one_is_enough_keeps_its_commas() -> None:
    text = "regel keuze\n  minstens 2 keuzemodules met kenmerk a, b en c\n"
    assert laid_out(text) == "regel keuze\n  minstens 2 keuzemodules met kenmerk a, b, c\n"


def test_a_list_that_means_all_of_it_gets_its_en() -> None:
    text = "regel keuze\n  telt niet dubbel met a, b\n"
    assert laid_out(text) == "regel keuze\n  telt niet dubbel met a en b\n"


def test_the_programme_en_stays_a_programme() -> None:
    text = "groep talen\n  bevat: EN/K/1 uit  EN en EN/K/2\n"
    assert laid_out(text) == "groep talen\n  bevat: EN/K/1 uit EN, EN/K/2\n"
