"""RP301, RP302, RP305, RP317: sentences that cannot all hold."""

import pytest
from model.findings import HV, SCHOOL, VT, diagnostics, found

MODULES = 'keuzemodule "A": 8 uur\n\nkeuzemodule "B": 8 uur\n\nkeuzemodule "C": 8 uur\n'


def rules(*bodies: str, used: tuple[str, ...] = (VT, HV)) -> list[tuple[str, str]]:
    text = "\n\n".join(f"regel r{n}\n  {body}" for n, body in enumerate(bodies))
    return found(f"{MODULES}\n{SCHOOL}\n{text}", *used)


# ---- circles


def test_a_circle_of_vereist_is_told_once() -> None:
    first = "VT/K/9 vereist VT/K/10"
    assert rules(first, "VT/K/10 vereist VT/K/9") == [("RP301", first)]


def test_a_circle_may_go_over_several_sentences() -> None:
    text = "VT/K/9 vereist VT/K/10\n  VT/K/10 vereist VT/K/11\n  VT/K/11 vereist VT/K/9"
    assert [code for code, _ in rules(text)] == ["RP301"]


def test_a_side_that_leaves_a_choice_makes_no_circle() -> None:
    groep = "groep g\n  bevat: VT/K/9, 10\n"
    text = f"{groep}\nregel a\n  VT/K/9 vereist groep g\n\nregel b\n  VT/K/10 vereist VT/K/9"
    assert found(text, VT) == []


def test_two_that_ask_for_a_third_are_no_circle() -> None:
    assert rules("VT/K/9 vereist VT/K/11", "VT/K/10 vereist VT/K/11") == []


def test_a_choice_before_itself_is_a_circle() -> None:
    zin = 'de keuzemodule "A" vóór de keuzemodule "A"'
    assert rules(zin) == [("RP302", zin)]


def test_an_order_in_time_and_one_of_vereist_are_not_one_circle() -> None:
    vereist = 'de keuzemodule "A" vereist de keuzemodule "B"'
    assert rules(vereist, 'de keuzemodule "A" vóór de keuzemodule "B"') == []


# ---- bounds


TELT_ALS = 'de keuzemodule "A" telt als stage "Kijken"'
STAGE = 'stage "Kijken": 2 weken\n  soort: oriënterend\n\n'


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        ("precies 2 stages", "hoogstens 1 stages", False),
        ("minstens 3 stages", "hoogstens 1 stages", True),
        ("minstens 2 stages per leerjaar", "hoogstens 1 stages per leerjaar", True),
        ("minstens 3 weken stage", "hoogstens 2 weken stage", True),
        ("minstens 3 keuzemodules", "hoogstens 2 keuzemodules", True),
    ],
)
def test_what_others_count_for_is_no_contradiction(low: str, high: str, told: bool) -> None:  # noqa: FBT001
    text = f"{STAGE}{MODULES}\n{SCHOOL}\nregel a\n  {TELT_ALS}\nregel b\n  {low}\nregel c\n  {high}\n"
    assert [code for code, _ in found(text, VT, HV)] == ["RP305"] * told


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("minstens vijf keuzemodules", "hoogstens drie keuzemodules"),
        ("precies vier keuzemodules", "precies drie keuzemodules"),
        ("tussen 60 en 80 uur maatwerk", "hoogstens 40 uur maatwerk"),
        ("minstens 3 weken stage", "hoogstens twee weken stage"),
        ("minstens twee van VT/K/9, 10, 11", "hoogstens één van VT/K/11, 10, 9"),
    ],
)
def test_bounds_that_leave_no_room(low: str, high: str) -> None:
    assert rules(low, high) == [("RP305", high)]


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("minstens vijf keuzemodules", "hoogstens vijf keuzemodules"),
        ("minstens vijf keuzemodules", "hoogstens drie keuzemodules per leerjaar"),
        ("minstens vijf keuzemodules", "hoogstens drie stages"),
        ("minstens vijf keuzemodules", "hoogstens drie keuzemodules met kenmerk techniek"),
        ("minstens 60 uur maatwerk", "hoogstens 40 uur verdieping"),
        ("minstens vijf keuzemodules\n  leerwegen: BB", "hoogstens drie keuzemodules\n  leerwegen: KB"),
        ("minstens vijf keuzemodules\n  programma: VT", "hoogstens drie keuzemodules\n  programma: HV"),
        ("minstens vijf keuzemodules\n  leerjaar: 3", "hoogstens drie keuzemodules\n  leerjaar: 4"),
    ],
)
def test_bounds_that_leave_room(low: str, high: str) -> None:
    assert rules(low, high) == []


def test_a_maximum_in_one_leerjaar_leaves_room_for_a_minimum_in_all() -> None:
    assert rules("hoogstens drie keuzemodules\n  leerjaar: 3", "minstens vijf keuzemodules") == []


def test_a_minimum_in_one_leerjaar_leaves_no_room_under_a_maximum_in_all() -> None:
    low = "minstens vijf keuzemodules"
    assert rules("hoogstens drie keuzemodules", f"{low}\n  leerjaar: 3") == [("RP305", low)]


def test_per_leerjaar_one_leerjaar_that_both_are_about_is_enough() -> None:
    low = "minstens drie keuzemodules per leerjaar"
    high = "hoogstens twee keuzemodules per leerjaar\n  leerjaar: 3"
    assert rules(high, low) == [("RP305", low)]


def test_bounds_for_different_cohorts_leave_room() -> None:
    low = "minstens vijf keuzemodules\n  schooljaar: t/m 2008-2009"
    high = "hoogstens drie keuzemodules\n  schooljaar: vanaf 2009-2010"
    assert rules(low, high) == []


def test_bounds_for_a_cohort_that_both_are_about_do_not() -> None:
    low = "minstens vijf keuzemodules\n  schooljaar: t/m 2009-2010"
    high = "hoogstens drie keuzemodules\n  schooljaar: vanaf 2009-2010"
    assert [code for code, _ in rules(low, high)] == ["RP305"]


def test_an_advies_contradicts_nothing() -> None:
    text = "regel a\n  minstens vijf keuzemodules\n\nadvies b\n  hoogstens drie keuzemodules"
    assert found(text) == []


def test_the_other_sentence_is_shown() -> None:
    text = "regel a\n  minstens vijf keuzemodules\n\nregel b\n  hoogstens drie keuzemodules"
    (clash,) = diagnostics(text)
    assert [label.span.text for label in clash.related] == ["minstens vijf keuzemodules"]


# ---- orders


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("verplicht VT/K/9", "nooit VT/K/9"),
        ("nooit VT/K/9", "verplicht VT/K/9 en 10"),
        ("VT/K/9 vereist VT/K/10", "VT/K/9 niet samen met VT/K/10"),
        ("VT/K/9 niet samen met VT/K/10", "VT/K/9 vereist VT/K/10 en 11"),
    ],
)
def test_orders_that_contradict_each_other(one: str, other: str) -> None:
    assert rules(one, other) == [("RP305", other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("verplicht VT/K/9", "nooit VT/K/10"),
        ("verplicht VT/K/9\n  leerwegen: BB", "nooit VT/K/9\n  leerwegen: KB"),
        ("VT/K/9 vereist VT/K/10", "VT/K/9 niet samen met VT/K/11"),
    ],
)
def test_orders_that_do_not(one: str, other: str) -> None:
    assert rules(one, other) == []


# ---- bounds that nobody can meet


def test_more_verbredingen_of_a_unit_than_it_has_parts() -> None:
    text = f"{PARTS}\nregel r\n  minstens vier verbredingen van HV/K/10"
    assert found(text, VT, HV) == [("RP317", "minstens vier")]


def test_as_many_verbredingen_of_a_unit_as_it_has_parts() -> None:
    assert found(f"{PARTS}\nregel r\n  minstens drie verbredingen van HV/K/10", VT, HV) == []


def test_as_many_verdiepingen_of_a_groep_as_its_units_have() -> None:
    text = f"{PARTS}\ngroep g\n  bevat: HV/K/10\n\nregel r\n  minstens twee verdiepingen van groep g"
    assert found(text, VT, HV) == []


def test_more_verdiepingen_of_a_groep_than_its_units_have() -> None:
    text = f"{PARTS}\ngroep g\n  bevat: HV/K/10\n\nregel r\n  minstens drie verdiepingen van groep g"
    assert found(text, VT, HV) == [("RP317", "minstens drie")]


def test_hours_have_no_such_limit() -> None:
    assert found(f"{PARTS}\nregel r\n  minstens 40 uur verbreding van HV/K/10", VT, HV) == []


PARTS = """
invulling HV/K/10
  verkennend deel: 28 uur
  verdiepend deel "Reclame": 10 uur
  verdiepend deel "Onderzoek": 10 uur
"""
