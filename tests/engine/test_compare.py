"""What changes between two texts, and only that; each route that is lost or won is judged again by both."""

import pytest
from engine.judging import SCHOOL, TECHNIEK, bundled, linked

from routeplanner import api
from routeplanner.api import Comparison, Curriculum
from routeplanner.engine.compare import compare

DIVIDED = """regel a
  minstens één keuzemodule met kenmerk techniek
  minstens één keuzemodule met kenmerk mensen"""
ROUTE = 'route "Noor"\n  volgt VT in leerweg KB\n  loopt stage "Kijken"\n'


def school(rules: str, *, offer: str = SCHOOL) -> Curriculum:
    return linked(f"{offer}\n{ROUTE}\n{rules}\n", *TECHNIEK)


def between(old: str, new: str, **offers: str) -> Comparison:
    return compare(school(old), school(new, **offers))


def changed(comparison: Comparison) -> list[tuple[str, bool]]:
    return [(rule.id, rule.matters) for rule in comparison.rules]


# ---- what is no change


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("regel a\n  precies twee stages", "regel a\n  minstens twee stages\n  hoogstens twee stages"),
        ("regel a\n  minstens één stage", 'regel a "Een titel"\n  ten minste 1 stage\n  omdat: "Zo is het."'),
        ("regel a\n  minstens één van HV/K/9, 10", "regel a\n  minstens één van HV/K/10, HV/K/9"),
        ("regel a\n  minstens één van groep handel", "regel a\n  minstens één van HV/K/9, 10, 12"),
        (
            "regel a\n  hoogstens één stage\n\nregel b\n  hoogstens 9 weken stage",
            "regel b\n  hoogstens 9 weken stage\n\nregel a\n  hoogstens één stage",
        ),
        ("regel a\n  hoogstens één stage", "regel b\n  hoogstens één stage\n  heette eerder: a"),
    ],
)
def test_other_words_are_no_change(old: str, new: str) -> None:
    comparison = between(old, new)
    assert (comparison.same, comparison.undecided) == (True, ())


def test_what_makes_no_difference_with_this_offer_is_told_as_such() -> None:
    comparison = between("regel a\n  hoogstens vier stages", "regel a\n  hoogstens vijf stages")
    assert changed(comparison) == [("a", False)]
    assert (comparison.crossings, comparison.flips) == ((), ())


# ---- rules


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "regel a\n  hoogstens één stage", [("a", True)]),
        ("regel a\n  hoogstens één stage", "", [("a", True)]),
        ("regel a\n  hoogstens één stage", "regel a\n  minstens één stage", [("a", True)]),
        ("regel a\n  hoogstens één stage", "regel a\n  hoogstens één stage\n  leerwegen: KB", [("a", True)]),
        ("regel a\n  hoogstens één stage", "advies a\n  hoogstens één stage", [("a", True)]),
    ],
)
def test_rules_that_differ(old: str, new: str, found: list[tuple[str, bool]]) -> None:
    assert changed(between(old, new)) == found


# ---- routes


def test_a_stricter_rule_loses_a_route_and_wins_none() -> None:
    comparison = between("", "regel a\n  hoogstens één stage")
    assert {crossing.lost for crossing in comparison.crossings} == {True}
    assert {(c.case.programma, c.case.leerweg.value) for c in comparison.crossings} == {
        ("VT", "BB"),
        ("VT", "KB"),
        ("HV", "BB"),
        ("HV", "KB"),
    }


def test_a_lost_route_is_the_shortest_one() -> None:
    (first, *_) = between("", "regel a\n  hoogstens één stage").crossings
    assert sorted(str(g.keuze) for g in first.route.gekozen if g.keuze.eenheid is None) == [
        'stage "Kijken"',
        'stage "Werken"',
    ]
    assert first.rules == ("a",)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("regel a\n  minstens één stage", "regel a\n  minstens 20 uur maatwerk"),
        ("regel a\n  hoogstens 20 uur maatwerk", "regel a\n  hoogstens 40 uur maatwerk\n  leerwegen: KB"),
        (
            'regel a\n  de stage "Kijken" vóór de stage "Werken"',
            'regel a\n  de stage "Kijken" niet samen met de stage "Werken"',
        ),
        (f"{DIVIDED}\n  telt niet dubbel", DIVIDED),
    ],
)
def test_every_crossing_is_what_both_texts_say(old: str, new: str) -> None:
    comparison = between(old, new)
    assert comparison.crossings
    assert comparison.undecided == ()
    for crossing in comparison.crossings:
        texts = (comparison.old, comparison.new)
        here, there = texts if crossing.lost else texts[::-1]
        assert api.judge(here, crossing.route).verdict == "geldig"
        assert api.judge(there, crossing.route).verdict in ("onvolledig", "ongeldig")


def test_what_is_no_longer_on_offer_is_lost_by_aanbod() -> None:
    offer = SCHOOL.replace('stage "Werken": 4 weken\n  soort: beroepsvoorbereidend\n', "")
    comparison = between("", "", offer=offer)
    assert {(crossing.lost, crossing.rules) for crossing in comparison.crossings} == {(True, ("aanbod",))}


def test_what_is_newly_on_offer_is_won() -> None:
    offer = f'{SCHOOL}\nkeuzemodule "Nieuw": 8 uur\n'
    comparison = between("", "", offer=offer)
    assert {(crossing.lost, crossing.rules) for crossing in comparison.crossings} == {(False, ("aanbod",))}


def test_programmes_that_come_and_go_are_named() -> None:
    comparison = between("", "", offer=SCHOOL.replace("biedt aan: VT, HV", "biedt aan: VT"))
    assert {case.programma for case in comparison.gone} == {"HV"}
    assert comparison.come == ()


# ---- verdicts


def test_a_verdict_that_flips_is_told_with_its_rule() -> None:
    (flip,) = between("", 'regel a\n  nooit de stage "Kijken"').flips
    assert (flip.route.naam, flip.before.value, flip.after.value) == ("Noor", "geldig", "ongeldig")
    assert flip.rules == ("a",)


def test_a_verdict_that_is_mended_is_told_with_the_rule_that_was_in_the_way() -> None:
    (flip,) = between('regel a\n  nooit de stage "Kijken"', "").flips
    assert (flip.before.value, flip.after.value, flip.rules) == ("ongeldig", "geldig", ("a",))


@pytest.mark.parametrize("name", ["voorbeeldcollege", "profielschool"])
def test_a_school_is_the_same_as_itself(name: str) -> None:
    comparison = compare(bundled(name), bundled(name), seconds=120)
    assert (comparison.same, comparison.undecided) == (True, ())
