"""RP306, RP318, RP320, RP324, RP327: what a school does not offer, or not then, or twice."""

import pytest
from model.findings import HV, SCHOOL, VT, found

LEERLING = '\nroute "x"\n  volgt {}\n'


def test_a_route_in_a_programme_that_is_not_on_offer() -> None:
    assert found(SCHOOL + LEERLING.format("HV in leerweg KB"), VT, HV) == [("RP306", '"x"')]


def test_a_route_in_a_leerweg_that_is_not_there() -> None:
    assert found(SCHOOL + LEERLING.format("VT in leerweg GL"), VT) == [("RP306", '"x"')]


@pytest.mark.parametrize(
    ("geldig", "codes"),
    [("t/m 2008-2009", ["RP327"]), ("vanaf 2010-2011", ["RP327"]), ("t/m 2009-2010", []), ("2009-2010", [])],
)
def test_a_programme_of_which_the_text_was_not_read_for_the_schooljaar(geldig: str, codes: list[str]) -> None:
    oud = f'programma XX "X"\n  soort: afdelingsprogramma\n  geldig: {geldig}\n'
    assert [code for code, _ in found(oud + SCHOOL.replace("aan: VT", "aan: XX"))] == codes


def test_an_algemeen_vak_of_which_the_text_was_not_read_for_the_schooljaar() -> None:
    oud = 'programma XX "X"\n  soort: algemeen vak\n  geldig: t/m 2008-2009\n'
    assert found(oud + SCHOOL.replace("aan: VT", "aan: VT, XX"), VT) == []


def test_an_invulling_of_another_programme_that_a_verbreding_opens() -> None:
    text = f'{SCHOOL}\nverbreding "x"\n  uit: HV/K/10\n\ninvulling HV/K/10\n  verkennend deel: 28 uur\n'
    assert found(text, VT, HV) == []


# ---- time


@pytest.mark.parametrize(
    ("block", "word"),
    [
        ('keuzemodule "M": 8 uur\n  leerjaar: 5', "5"),
        ('stage "M": 2 weken\n  soort: oriënterend\n  perioden: 0', "0"),
        ("invulling VT/K/9\n  verkennend deel: 8 uur\n    perioden: 4 t/m 6", "4 t/m 6"),
        ('invulling VT/K/9\n  verkennend deel: 8 uur\n  verdiepend deel "D": 8 uur\n    leerjaar: 2', "2"),
        ("regel r\n  hoogstens twee keuzemodules\n  leerjaar: 1", "1"),
    ],
)
def test_a_time_that_the_school_has_not(block: str, word: str) -> None:
    assert found(f"{SCHOOL}\n{block}", VT) == [("RP318", word)]


@pytest.mark.parametrize("wanneer", ["in leerjaar 5", "in leerjaar 3 periode 5"])
def test_a_route_at_a_time_that_the_school_has_not(wanneer: str) -> None:
    text = f'{SCHOOL}\nkeuzemodule "M": 8 uur\n{LEERLING}  kiest keuzemodule "M" {wanneer}'
    assert found(text.format("VT in leerweg KB"), VT) == [("RP318", "5")]


def test_a_school_without_perioden_has_any() -> None:
    school = SCHOOL.replace("  perioden: 4\n", "")
    assert found(f'{school}\nkeuzemodule "M": 8 uur\n  perioden: 1 t/m 12', VT) == []


@pytest.mark.parametrize(
    ("given", "wanneer", "codes"),
    [
        ("perioden: 1, 2", "in leerjaar 3 periode 3", ["RP320"]),
        ("perioden: 1, 2", "in leerjaar 3 periode 2 en 3", []),
        ("perioden: 1, 2", "in leerjaar 3", []),
        ("leerjaar: 3", "in leerjaar 4", ["RP320"]),
        ("leerjaar: 3", "in leerjaar 3", []),
    ],
)
def test_a_choice_when_it_is_not_given(given: str, wanneer: str, codes: list[str]) -> None:
    text = f'{SCHOOL}\nkeuzemodule "M": 8 uur\n  {given}\n{LEERLING}  kiest keuzemodule "M" {wanneer}'
    assert [code for code, _ in found(text.format("VT in leerweg KB"), VT)] == codes


# ---- twice


@pytest.mark.parametrize(
    ("block", "word"),
    [
        ('verbreding "x"\n  uit: VT/K/9 t/m 11, VT/K/10', "VT/K/10"),
        ('doel "x"\n  soort: beroep\n  past bij: VT/K/9, 9', "9"),
        ('keuzemodule "x": 8 uur\n  leerwegen: BB, BB', "BB"),
    ],
)
def test_what_stands_there_already(block: str, word: str) -> None:
    assert found(block, VT) == [("RP324", word)]
