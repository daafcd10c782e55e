"""The cases of the guide, by their row: what only all rules together say.

A completion, the smallest clash, and the smallest repairs; each repair and completion is judged again.
"""

import pytest
from engine.guide import BOTSING, DRIE, TWEE_TEGELIJK, TYPEN, ZONDER_MEDIA, college, met
from engine.judging import bundled, judged, linked, route_of
from engine.test_guide import MINSTENS_VIJF

from routeplanner import api
from routeplanner.api import Verdict


def drops(verdict: Verdict) -> list[str]:
    """Return the repairs of a verdict, each of which drops one choice and leaves a route that is geldig."""
    mended = api.repairs_of(verdict)
    assert all(change.oordeel.value == "geldig" for change in mended)
    assert all((change.repair.add, change.repair.move) == ((), ()) for change in mended)
    return [str(keuze) for change in mended for keuze in change.repair.drop]


def moves(verdict: Verdict) -> list[tuple[str, int, int]]:
    """Return the repairs that move one choice: what, and to which leerjaar and periode."""
    repairs = [change.repair for change in api.repairs_of(verdict)]
    alone = [repair for repair in repairs if repair.size == 1]
    return [(str(keuze), cel.leerjaar, cel.periode) for repair in alone for keuze, cel in repair.move]


def added(verdict: Verdict) -> list[str]:
    assert verdict.plan is not None
    return [str(keuze) for keuze in verdict.plan.added]


# ---- repairs


def test_row_2_there_are_four_smallest_repairs() -> None:
    assert drops(college(TYPEN)) == ["HV/K/9", "HV/K/10", "HV/K/11", 'verdieping "Typediploma" van HA/K/4']


def test_row_2_with_the_handel_done_only_the_last_is_left() -> None:
    done = college(TYPEN, "afgerond: HV/K/9, 10, 11")
    assert drops(done) == ['verdieping "Typediploma" van HA/K/4']


def test_row_5_there_are_three_repairs_that_each_drop_one() -> None:
    names = ("Een webwinkel bouwen", "Folders ontwerpen", "Typediploma")
    found = drops(college(DRIE, route="Sanne Verzonnen"))
    assert found == [f'verdieping "{name}" van HA/K/4' for name in names]


def test_row_7_among_the_smallest_repairs_is_a_move_to_a_free_periode() -> None:
    found = moves(college(ZONDER_MEDIA, TWEE_TEGELIJK))
    assert ('keuzemodule "Fietsen repareren"', 3, 3) in found


def test_row_7_every_such_move_is_to_the_one_periode_that_is_free() -> None:
    places = {(year, periode) for _, year, periode in moves(college(ZONDER_MEDIA, TWEE_TEGELIJK))}
    assert places == {(3, 3)}


def test_row_30_each_drop_that_frees_enough_is_a_repair() -> None:
    assert drops(college("verbreedt met HV/K/12")) == ["HV/K/9", "HV/K/10", "HV/K/11", "HV/K/12"]


@pytest.mark.parametrize("done", ["HV/K/9", "HV/K/9, 10", "HV/K/9, 10, 11"])
def test_row_25_what_is_done_is_in_no_repair(done: str) -> None:
    codes = {f"HV/K/{code}" for code in done.removeprefix("HV/K/").split(", ")}
    assert not codes & set(drops(college(TYPEN, f"afgerond: {done}")))


# ---- completions


def test_row_6_two_modules_are_added_in_the_periods_that_are_free() -> None:
    text = """
voorbeeld "Proef"
  volgt VT in leerweg KB
  kiest keuzemodule "Je eigen bedrijf starten" in leerjaar 3 periode 1
  kiest keuzemodule "Lassen" in leerjaar 3 periode 3
  loopt stage "Oriënterende stage" in leerjaar 3
  verwacht onvolledig
"""
    curriculum = bundled("voorbeeldcollege", text)
    verdict = judged(curriculum, "Proef")
    assert verdict.plan is not None
    places = {verdict.plan.places[keuze] for keuze in verdict.plan.added}
    assert (verdict.verdict, sorted(places)) == ("onvolledig", [(3, 2), (3, 4)])
    for keuze in verdict.plan.added:
        perioden = curriculum.aanbod["keuzemodule", str(keuze.naam).lower()].kenmerken.perioden
        assert verdict.plan.places[keuze].periode in perioden


def test_row_12_one_keuzevak_is_added() -> None:
    verdict = met("kiest keuzevak K/EO/01, 05, 06")
    assert verdict.verdict == "onvolledig"
    (keuzevak,) = added(verdict)
    assert met("kiest keuzevak K/EO/01, 05, 06", f"kiest {keuzevak}").verdict == "geldig"


# ---- clashes


def test_row_8_the_smallest_clash_is_of_three_rules_and_one_choice() -> None:
    verdict = judged(linked(BOTSING), "Leerling")
    assert verdict.clash is not None
    assert (verdict.verdict, verdict.clash.rules) == ("ongeldig", ("genoeg", "niet-te-breed", "vervangt"))
    assert [str(keuze) for keuze in verdict.clash.choices] == ["BB/K/1"]


@pytest.mark.parametrize("rule", ["genoeg", "niet-te-breed", "vervangt"])
def test_row_8_without_any_one_of_these_rules_it_is_not_ongeldig(rule: str) -> None:
    start = BOTSING.index(f"regel {rule}")
    without = BOTSING[:start] + BOTSING[BOTSING.index("\n\n", start) :]
    assert judged(linked(without), "Leerling").verdict != "ongeldig"


def test_row_26_every_route_is_ongeldig_with_those_two() -> None:
    curriculum = bundled("voorbeeldcollege", MINSTENS_VIJF)
    for route in curriculum.routes:
        verdict = judged(curriculum, route)
        assert verdict.verdict == "ongeldig"
        assert {"minstens-vijf", "hoogstens-drie"} & {rule.id for rule in verdict.broken}


# ---- a limit


def test_row_27_a_search_that_is_stopped_is_onbeslist_with_its_limit() -> None:
    curriculum = bundled("voorbeeldcollege")
    verdict = api.judge(curriculum, route_of(curriculum, "Een lege route"), seconds=0.0)
    assert (verdict.verdict, verdict.limit) == ("onbeslist", "tijd")
