"""RP201 to RP205, RP212, RP215 to RP217: names that mean nothing, too much, or something else."""

import pytest
from model.findings import EO, HV, MET, METSELEN, SCHOOL, TIMMEREN, VERZORGING, VT, diagnostics, found

from routeplanner.text.diagnostic import say

DELEN = """
invulling VT/K/9
  verkennend deel: 24 uur
  verdiepend deel "Samen": 8 uur

invulling VT/K/12
  verkennend deel: 24 uur
  verdiepend deel "Samen": 8 uur
  verdiepend deel "Alleen": 8 uur
"""


# ---- codes


def test_a_code_that_is_not_in_the_programme_named_by_uit() -> None:
    assert found("groep g\n  bevat: VT/K/9 uit HV", VT, HV) == [("RP201", "VT/K/9 uit HV")]


def test_of_a_range_only_the_first_unknown_code_is_told() -> None:
    assert found("groep g\n  bevat: VT/K/16 t/m 40", VT) == [("RP201", "VT/K/16 t/m 40")]


def test_a_code_without_its_letter_in_the_middle_is_the_one_with_that_number() -> None:
    (told,) = diagnostics("groep g\n  bevat: VT/12", VT)
    assert told.help == say("bedoelde-je", text="VT/K/12")


def test_the_title_of_a_programme_without_marks_is_one_name() -> None:
    (told,) = diagnostics(
        'keuzemodule "x"\n  programma: uiterlijke verzorging', "2007/uiterlijke-verzorging.lob"
    )
    assert (told.code, told.help) == ("RP205", say("bedoelde-je", text="UV"))


def test_a_code_is_the_same_in_small_letters() -> None:
    assert found("groep g\n  bevat: vt/k/9", VT) == []


def test_a_second_occurrence_that_is_not_there() -> None:
    assert found("groep g\n  bevat: VT/K/9 (2)", VT) == [("RP201", "VT/K/9 (2)")]


def test_a_second_occurrence_that_is() -> None:
    assert found("groep g\n  bevat: VZ/K/1, VZ/K/1 (2)", VERZORGING) == []


def test_a_hint_is_not_given_where_two_codes_are_as_near() -> None:
    (unknown,) = diagnostics("groep g\n  bevat: VT/K/20", VT)
    assert (unknown.code, unknown.help) == ("RP201", None)


def test_a_code_of_several_programmes_is_that_of_the_rule() -> None:
    assert found("regel r\n  verplicht B/K/3\n  programma: timmeren", TIMMEREN, METSELEN) == []


def test_a_code_of_several_programmes_is_that_of_the_route() -> None:
    text = 'route "x"\n  volgt timmeren in leerweg KB\n  zonder B/K/4'
    assert found(text, TIMMEREN, METSELEN) == []


def test_a_code_of_several_programmes_is_that_which_the_school_offers() -> None:
    school = SCHOOL.replace("biedt aan: VT", "biedt aan: timmeren")
    assert found(f"{school}\ngroep g\n  bevat: B/K/3", TIMMEREN, METSELEN) == []


def test_a_code_of_several_programmes_on_offer_is_ambiguous() -> None:
    school = SCHOOL.replace("biedt aan: VT", "biedt aan: timmeren, metselen")
    assert found(f"{school}\ngroep g\n  bevat: B/K/3", TIMMEREN, METSELEN) == [("RP202", "B/K/3")]


# ---- verdiepingen


def test_a_verdieping_without_its_unit_finds_it() -> None:
    assert found(f'{DELEN}\ngroep g\n  bevat: verdieping "Alleen"', VT) == []


def test_a_verdieping_of_two_units_is_ambiguous() -> None:
    assert found(f'{DELEN}\ngroep g\n  bevat: verdieping "Samen"', VT) == [("RP202", 'verdieping "Samen"')]


def test_a_verdieping_that_no_unit_has() -> None:
    assert found(f'{DELEN}\ngroep g\n  bevat: verdieping "Anders"', VT) == [("RP203", '"Anders"')]


def test_a_verdieping_that_this_unit_has_not() -> None:
    text = f'{DELEN}\ngroep g\n  bevat: verdieping "Alleen" van VT/K/9'
    assert found(text, VT) == [("RP212", '"Alleen"')]


# ---- other names


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ('verplicht de keuzemodule "Weg"', '"Weg"'),
        ('verplicht de stage "Weg"', '"Weg"'),
        ('verplicht de activiteit "Weg"', '"Weg"'),
        ("verplicht groep weg", "weg"),
        ('als het doel "Weg" dan verplicht VT/K/9', '"Weg"'),
        ("telt niet dubbel met weg", "weg"),
        ("verplicht VT/K/9\n  neemt over: weg", "weg"),
        ('verplicht VT/K/9\n  doel: "Weg"', '"Weg"'),
    ],
)
def test_a_name_that_nothing_has(line: str, word: str) -> None:
    assert found(f"regel r\n  {line}", VT) == [("RP203", word)]


def test_a_route_that_is_not_there() -> None:
    text = 'voorbeeld "v"\n  gegeven route "Weg"\n  verwacht geldig'
    assert ("RP203", '"Weg"') in found(text, VT)


def test_a_rule_that_is_not_there_in_an_expectation() -> None:
    text = 'voorbeeld "v"\n  volgt VT in leerweg KB\n  verwacht ongeldig door weg'
    assert found(text, VT) == [("RP203", "weg")]


def test_a_rule_that_holds_everywhere_is_there_in_an_expectation() -> None:
    text = 'voorbeeld "v"\n  volgt VT in leerweg KB\n  verwacht ongeldig door één-module-per-periode'
    assert found(text, VT) == []


def test_a_vak_that_no_text_has() -> None:
    vak = 'programma NE "Nederlandse taal"\n  soort: algemeen vak\n\n'
    text = f'{vak}route "x"\n  volgt VT in leerweg KB\n  kiest vak Latijn'
    assert found(text, VT) == [("RP203", "Latijn")]


def test_a_vak_may_be_named_by_its_letters() -> None:
    vak = 'programma NE "Nederlandse taal"\n  soort: algemeen vak\n\n'
    assert found(f'{vak}route "x"\n  volgt VT in leerweg KB\n  kiest vak NE', VT) == []


def test_without_any_text_of_vakken_every_name_will_do() -> None:
    assert found('route "x"\n  volgt VT in leerweg KB\n  kiest vak Latijn', VT) == []


def test_an_uitstroomprofiel_that_is_not_there() -> None:
    text = 'route "x"\n  volgt VT in leerweg KB met uitstroomprofiel "Weg"'
    assert found(text, VT) == [("RP203", '"Weg"')]


# ---- the same name twice


@pytest.mark.parametrize(
    "block",
    [
        'stage "Dubbel": 2 weken\n  soort: oriënterend\n',
        'activiteit "Dubbel": 2 uur\n  soort: eigen\n',
        'doel "Dubbel"\n  soort: beroep\n',
        'voorbeeld "Dubbel"\n  volgt VT in leerweg KB\n  verwacht geldig\n',
        'route "Dubbel"\n  volgt VT in leerweg KB\n',
        'verbreding "Dubbel"\n  uit: VT/K/9\n',
    ],
)
def test_two_of_a_kind_with_one_name(block: str) -> None:
    assert found(f"{block}\n{block}", VT) == [("RP204", '"Dubbel"')]


def test_two_rules_with_one_name() -> None:
    assert found("regel dubbel\n  nooit VT/K/9\n\nadvies dubbel\n  nooit VT/K/9", VT) == [("RP204", "dubbel")]


def test_two_of_different_kinds_may_have_one_name() -> None:
    text = 'keuzemodule "Lassen": 16 uur\n\nactiviteit "Lassen": 2 uur\n  soort: eigen\n'
    assert found(text) == []


def test_two_units_with_one_code() -> None:
    eenheid = '  eenheid XX/K/1 "Een"\n    SE: KB\n'
    text = f'programma XX "X"\n  soort: afdelingsprogramma\n\n{eenheid}{eenheid}'
    assert found(text) == [("RP204", "XX/K/1")]


def test_two_units_with_one_code_told_apart() -> None:
    text = """programma XX "X"
  soort: afdelingsprogramma

  eenheid XX/K/1 "Een"
    SE: KB
  eenheid XX/K/1 (2) "Een, de tweede"
    SE: KB
"""
    assert found(text) == []


def test_two_programmes_with_one_id() -> None:
    programma = 'programma XX "X"\n  soort: afdelingsprogramma\n'
    assert found(f"{programma}\n{programma}") == [("RP204", "XX")]


def test_two_invullingen_of_one_unit() -> None:
    invulling = "invulling VT/K/9\n  verkennend deel: 24 uur\n"
    assert found(f"{invulling}\n{invulling}", VT) == [("RP204", "VT/K/9")]


def test_two_verdiepende_delen_with_one_name() -> None:
    deel = '  verdiepend deel "Dubbel": 8 uur\n'
    text = f"invulling VT/K/9\n  verkennend deel: 24 uur\n{deel}{deel}"
    assert found(text, VT) == [("RP204", '"Dubbel"')]


def test_two_verkennende_delen() -> None:
    text = "invulling VT/K/9\n  verkennend deel: 24 uur\n  verkennend deel: 20 uur\n"
    assert [code for code, _ in found(text, VT)] == ["RP204"]


# ---- what it says is not what it is


def test_a_doel_is_no_choice() -> None:
    text = 'doel "Verkopen"\n  soort: beroep\n\nregel r\n  verplicht het doel "Verkopen"'
    assert found(text) == [("RP215", 'doel "Verkopen"')]


def test_a_unit_is_no_keuzevak() -> None:
    text = 'route "x"\n  volgt VT in leerweg KB\n  kiest keuzevak VT/K/9'
    assert found(text, VT) == [("RP215", "keuzevak VT/K/9")]


def test_a_module_as_keuzevak_is_right() -> None:
    text = 'route "x"\n  volgt MET in leerweg KB\n  kiest module P/EO/02 als keuzevak'
    assert found(text, MET, EO) == []


def test_a_second_school() -> None:
    second = SCHOOL.replace("Testschool", "Noord")
    assert found(SCHOOL + second, VT) == [("RP217", '"Noord"')]


def test_a_programme_that_is_not_there() -> None:
    school = SCHOOL.replace("aan: VT", "aan: VT, Verkoop")
    assert found(school, VT, HV) == [("RP205", "Verkoop")]
