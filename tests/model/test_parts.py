"""RP303, RP304, RP319, RP322, RP323: the parts of a unit. RP325, RP326: its marks."""

import pytest
from model.findings import HV, SCHILDEREN, SCHOOL, TIMMEREN, VT, diagnostics, found


def invulling(text: str) -> list[tuple[str, str]]:
    return found(f"{SCHOOL}\n{text}\n", VT)


# ---- an SE unit is covered


def test_a_verkennend_deel_covers_its_own_unit() -> None:
    assert invulling("invulling VT/K/9\n  verkennend deel: 24 uur") == []


def test_a_verkennend_deel_that_covers_something_else() -> None:
    text = "invulling VT/K/9\n  verkennend deel: 24 uur\n    dekt: VT/K/10"
    assert invulling(text) == [("RP303", "dekt: VT/K/10")]


def test_a_unit_may_be_covered_by_another_invulling() -> None:
    text = """invulling VT/K/9
  verdiepend deel "Meer": 8 uur

invulling VT/K/10
  verkennend deel: 24 uur
    dekt: VT/K/9, 10
"""
    assert invulling(text) == []


TERMEN = """
programma XX "X"
  soort: afdelingsprogramma

  eenheid XX/K/1 "Een"
    SE: BB, KB
    eindterm XX/K/1.1 "Eerste"
    eindterm XX/K/1.2 "Tweede"
"""


def covered(dekt: str) -> list[tuple[str, str]]:
    school = SCHOOL.replace("biedt aan: VT", "biedt aan: XX")
    return found(f"{TERMEN}{school}\ninvulling XX/K/1\n  verkennend deel: 24 uur\n    dekt: {dekt}\n")


def test_a_unit_may_be_covered_by_its_eindtermen() -> None:
    assert covered("XX/K/1.1, XX/K/1.2") == []


def test_an_eindterm_that_stays_open() -> None:
    assert covered("XX/K/1.1") == [("RP303", "XX/K/1")]


def test_a_ce_unit_needs_no_covering() -> None:
    assert invulling("invulling VT/K/14\n  verkennend deel: 24 uur") == []


def test_a_unit_of_another_programme_needs_no_covering_here() -> None:
    text = f'{SCHOOL}\nverbreding "x"\n  uit: HV/K/10\n\ninvulling HV/K/10\n  verdiepend deel "Meer": 8 uur\n'
    assert found(text, VT, HV) == []


# ---- a CE unit is not divided


def test_a_unit_that_is_ce_in_one_leerweg_may_be_divided_for_the_other() -> None:
    assert invulling('invulling VT/K/8\n  verkennend deel: 24 uur\n  verdiepend deel "Meer": 8 uur') == []


def test_not_for_the_leerweg_in_which_it_is_ce() -> None:
    text = """invulling VT/K/8
  verkennend deel: 24 uur
  verdiepend deel "Meer": 8 uur
    leerwegen: BB
"""
    assert invulling(text) == [("RP304", '"Meer"')]


def test_a_unit_that_is_partly_ce_may_be_divided() -> None:
    school = SCHOOL.replace("biedt aan: VT", "biedt aan: schilderen")
    text = f'{school}\ninvulling BT/K/23\n  verkennend deel: 24 uur\n  verdiepend deel "Meer": 8 uur'
    assert found(text, SCHILDEREN) == []


# ---- for whom


def test_an_invulling_for_a_leerweg_that_the_school_has_not() -> None:
    school = SCHOOL.replace("biedt aan: VT", "biedt aan: timmeren").replace("BB, KB", "BB")
    assert found(f"{school}\ninvulling B/K/11\n  verkennend deel: 24 uur", TIMMEREN) == [("RP319", "B/K/11")]


# ---- nothing to deepen


@pytest.mark.parametrize(
    "line",
    [
        "verdiept VT/K/9",
        "verdiept niet VT/K/9",
        "zonder verdieping van VT/K/9",
    ],
)
def test_a_unit_without_a_verdiepend_deel(line: str) -> None:
    text = f'invulling VT/K/9\n  verkennend deel: 24 uur\n\nroute "x"\n  volgt VT in leerweg KB\n  {line}'
    assert [code for code, _ in found(text, VT)] == ["RP322"]


def test_a_rule_about_a_unit_without_a_verdiepend_deel() -> None:
    assert [code for code, _ in found("regel r\n  verplicht verdieping van VT/K/9", VT)] == ["RP322"]


# ---- marks


@pytest.mark.parametrize("second", ["SE", "deels CE"])
def test_a_leerweg_with_two_marks(second: str) -> None:
    text = (
        'programma XX "X"\n  soort: afdelingsprogramma\n\n'
        f'  eenheid XX/K/1 "Een"\n    CE: BB, KB\n    {second}: KB\n'
    )
    (double,) = diagnostics(text)
    assert (double.code, double.params["leerweg"]) == ("RP325", "KB")


def test_ook_se_beside_ce_is_right() -> None:
    unit = '  eenheid XX/K/1 "Een"\n    CE: BB\n    ook SE: BB\n'
    assert found(f'programma XX "X"\n  soort: afdelingsprogramma\n\n{unit}') == []


@pytest.mark.parametrize(
    "why", ["toetsing: onbekend\n    leerwegen: BB", 'opmerking: "De bron zet hier nvt."', "SE: BB"]
)
def test_a_unit_that_says_where_it_belongs_or_why_not(why: str) -> None:
    text = f'programma XX "X"\n  soort: afdelingsprogramma\n\n  eenheid XX/K/1 "Een"\n    {why}\n'
    assert found(text) == []


def test_a_keuzevak_of_the_school_is_for_every_leerweg() -> None:
    assert found('keuzevak "Eigen": 80 uur\n') == []
