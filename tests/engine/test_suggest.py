"""Suggestions for the schools that come with it: the story of the guide, and what every suggestion keeps to."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cache
from itertools import combinations, cycle
from pathlib import Path
from random import Random

import pytest
from engine.judging import SCHOOL, TECHNIEK, linked, route_of
from second.scores import BestScore, levels_of

import routeplanner as rp
from routeplanner.engine.differing import DISTANCE
from routeplanner.engine.suggest import MARGIN
from routeplanner.engine.suggestion import Suggestion, Suggestions
from routeplanner.engine.verdict import Oordeel, judge
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.rules import KeuzeSoort

ROOT = Path(__file__).parents[2]
COLLEGE = rp.load(ROOT / "rules/voorbeeldcollege")
PROFIEL = rp.load(ROOT / "rules/profielschool")
AUTOVERKOPER = rp.Route.new(programma="VT", leerweg="KB", doel="Autoverkoper")
VAN_NU = rp.Route.new(programma="MET", leerweg="KB", doel="Verkoopadviseur mobiliteit")
SECONDS = 20.0


def every() -> list[tuple[Curriculum, rp.Route]]:
    """Return the routes of both schools, those of the voorbeelden, and a pupil per programme and leerweg."""
    found = []
    for school in (COLLEGE, PROFIEL):
        assert school.school is not None
        found += [(school, route) for route in school.routes.values()]
        found += [(school, voorbeeld.route) for voorbeeld in school.voorbeelden]
        doelen = cycle(school.doelen.values())
        found += [
            (school, rp.Route.new(programma=programma, leerweg=leerweg, doel=next(doelen).naam))
            for programma in school.school.programmas
            if school.programmas[programma.casefold()].soort != "algemeen vak"
            for leerweg in school.school.leerwegen
        ]
    return found


EVERY = every()
NAMES = [
    f"{number}-{route.naam or f'{route.programma}-{route.leerweg and route.leerweg.value}-{route.doel}'}"
    for number, (_, route) in enumerate(EVERY)
]


def suggestions(school: Curriculum, route: rp.Route, most: int = 3) -> Suggestions:
    return rp.suggest(school, route, most, seconds=SECONDS)


def added(suggestion: Suggestion) -> set[str]:
    return {str(keuze) for keuze in suggestion.added}


# ---- the story


def test_the_route_of_the_guide_is_the_first() -> None:
    """Row 1: HV/K/9, 10 and 11 as verbreding, no deepening of VT/K/9 and 12, 84 hours."""
    first = suggestions(COLLEGE, AUTOVERKOPER).found[0]
    chosen = [keuze for keuze in first.chosen if keuze.eenheid is not None]
    assert {str(k) for k in chosen if k.soort is KeuzeSoort.VERKENNEND} == {"HV/K/9", "HV/K/10", "HV/K/11"}
    deeper = {str(keuze.eenheid) for keuze in chosen if keuze.soort is KeuzeSoort.VERDIEPING}
    assert not deeper & {"VT/K/9", "VT/K/12"}
    assert sum(o.minuten or 0 for o in first.verdict.selection.chosen() if o.verbreding) == 84 * 60
    assert (first.score.eenheden, first.score.eenheden_van) == (5, 5)


def test_the_autoverkoper_of_now_takes_keuzevakken_of_eo() -> None:
    first = suggestions(PROFIEL, VAN_NU).found[0]
    assert {"keuzevak K/EO/01", "keuzevak K/EO/05", "keuzevak K/EO/06", "keuzevak K/MET/13"} <= added(first)
    assert (first.score.eenheden, first.score.eenheden_van) == (4, 4)


@pytest.mark.parametrize(
    "name", ["autoverkoper", "kevin", "kevin in kb", "joselien", "joselien na haar stage"]
)
def test_a_route_goes_on_from_what_was_chosen(name: str) -> None:
    route = COLLEGE.routes[name]
    found = suggestions(COLLEGE, route)
    assert found.complete
    assert len(found.found) == 3
    for suggestion in found.found:
        assert suggestion.dropped == suggestion.moved == ()
        have = {gekozen.keuze for gekozen in suggestion.route.gekozen}
        assert {gekozen.keuze for gekozen in route.gekozen} <= have
        assert not have & set(route.afgewezen)
        units, of = suggestion.score.eenheden, suggestion.score.eenheden_van
        assert units == of


def test_after_her_stage_joselien_is_told_other_things() -> None:
    before, after = (
        {str(keuze) for s in suggestions(COLLEGE, COLLEGE.routes[name]).found for keuze in s.chosen}
        for name in ("joselien", "joselien na haar stage")
    )
    assert 'verdieping "Theater voor kinderen" van ZW/K/4' in before & after
    assert 'verdieping "Een middag in het buurthuis" van ZW/K/8' in after
    assert 'keuzemodule "Sport en spel begeleiden"' in after - before


@pytest.mark.parametrize(("leerweg", "steps"), [("BB", 1), ("KB", 0)])
@pytest.mark.parametrize(("school", "route"), [(COLLEGE, AUTOVERKOPER), (PROFIEL, VAN_NU)])
def test_niveau_3_takes_two_steps_from_bb(
    school: Curriculum, route: rp.Route, leerweg: str, steps: int
) -> None:
    found = suggestions(school, replace(route, leerweg=type(route.leerweg)(leerweg)), 1)
    assert [note.key for note in found.notes].count("twee-stappen") == steps


# ---- what holds for every one


@cache
def answer(number: int) -> Suggestions:
    return suggestions(*EVERY[number])


@pytest.mark.parametrize("number", range(len(EVERY)), ids=NAMES)
def test_every_suggestion_is_geldig_and_they_differ(number: int) -> None:
    (school, route), found = EVERY[number], answer(number)
    assert found.complete
    for suggestion in found.found:
        assert judge(school, suggestion.route).oordeel is Oordeel.GELDIG
        assert suggestion.verdict.oordeel is Oordeel.GELDIG
        assert suggestion.closes is not None
        assert not set(route.afgerond) & {*suggestion.dropped, *suggestion.moved}
        score, best = suggestion.score, found.found[0].score
        assert score.eenheden >= best.eenheden - MARGIN["eenheden"]
        assert score.kenmerken >= best.kenmerken - MARGIN["kenmerken"]
    for one, other in combinations(found.found, 2):
        differs = set(one.chosen) ^ set(other.chosen)
        assert sum(1 + (keuze.soort in WHOLE) for keuze in differs) >= DISTANCE


WHOLE = (KeuzeSoort.VERKENNEND, KeuzeSoort.KEUZEVAK, KeuzeSoort.MODULE)


@pytest.mark.parametrize("number", range(len(EVERY)), ids=NAMES)
def test_another_solver_finds_nothing_better(number: int) -> None:
    (school, route), found = EVERY[number], answer(number).found
    expected = BestScore(judge(school, route, together=False)).best()
    strict = found and not found[0].score.weg
    assert (levels_of(found[0].score) if strict else None) == expected


def test_the_routes_are_of_all_kinds() -> None:
    kinds = [answer(number).found for number in range(len(EVERY))]
    changed = [found for found in kinds if found and found[0].score.weg]
    assert len(EVERY) > 100
    assert 5 < len(changed) < len(EVERY) / 2


def test_what_is_done_is_planned_when_it_is_given() -> None:
    for suggestion in suggestions(COLLEGE, COLLEGE.routes["kevin"]).found:
        planned = {str(keuze): cel for keuze, cel in suggestion.places.items()}
        assert planned["B/K/11"].leerjaar == 4
        assert planned['verdieping "CAD: constructies" van B/K/11'] >= planned["B/K/11"]
        assert {"B/K/11", 'stage "Oriënterende stage"'} <= set(map(str, suggestion.proposed))


# ---- where not all can stay, or nothing can


def choosing(route: rp.Route, *keuzes: str) -> rp.Route:
    with rp.planner(COLLEGE, route) as planner:
        for keuze in keuzes:
            planner.choose(keuze)
        return planner.route


def test_only_what_must_goes() -> None:
    """Row 30: one unit of Handel too many."""
    found = suggestions(COLLEGE, choosing(COLLEGE.routes["autoverkoper"], "HV/K/12"))
    assert found.clash is not None
    assert found.clash.rules == ("maatwerk-max",)
    assert [len(suggestion.dropped) for suggestion in found.found] == [1] * len(found.found)


def test_what_is_afgerond_never_goes() -> None:
    route = choosing(COLLEGE.routes["autoverkoper"], "HV/K/12")
    done = tuple(gekozen.keuze for gekozen in route.gekozen if str(gekozen.keuze) in ("HV/K/9", "HV/K/10"))
    for suggestion in suggestions(COLLEGE, replace(route, afgerond=done)).found:
        assert {str(keuze) for keuze in suggestion.dropped} <= {"HV/K/11", "HV/K/12"}


def with_pupil(text: str) -> Curriculum:
    """Return a school with one pupil and more text, whatever a check may say of it."""
    return linked(f'{SCHOOL}\n{text}\n\nroute "Leerling"\n  volgt VT in leerweg KB\n', *TECHNIEK)


def test_without_any_route_the_smallest_clash_is_told() -> None:
    text = "regel veel\n  minstens twee keuzemodules\n\nregel weinig\n  hoogstens 1 keuzemodule\n"
    school = with_pupil(text)
    found = rp.suggest(school, route_of(school, "Leerling"))
    assert (found.found, found.complete) == ((), True)
    assert found.clash is not None
    assert found.clash.rules == ("veel", "weinig")


# ---- limits


def test_without_time_nothing_is_said_to_be_complete() -> None:
    found = rp.suggest(COLLEGE, AUTOVERKOPER, seconds=0)
    assert (found.found, found.complete) == ((), False)


def test_a_search_that_explodes_says_so() -> None:
    names = [f'activiteit "A{number}"' for number in range(60)]
    random = Random(1)  # noqa: S311 - a test
    texts = [f"{name}: 1 uur\n  soort: eigen" for name in names]
    for n in range(20):
        some = ", ".join(random.sample(names, 20))
        texts += [f"groep g{n}\n  bevat: {some}", f"regel r{n}\n  precies 9 activiteiten van groep g{n}"]
    school = with_pupil("\n\n".join(texts))
    start = time.monotonic()
    found = rp.suggest(school, route_of(school, "Leerling"), seconds=0.3)
    assert time.monotonic() - start < 5
    assert not found.complete


# ---- the library


def test_a_planner_suggests_from_where_it_is() -> None:
    with rp.planner(COLLEGE, AUTOVERKOPER) as planner:
        planner.choose("HV/K/12")
        (suggestion,) = planner.suggest(1).found
    assert "HV/K/12" in {str(keuze) for keuze in suggestion.chosen}
    assert "HV/K/12" not in added(suggestion)


def test_a_programme_may_be_written_in_any_case() -> None:
    one, other = (
        rp.suggest(COLLEGE, rp.Route.new(programma=name, leerweg="KB", doel="AUTOverkoper"), 1).found[0].added
        for name in ("VT", "vt")
    )
    assert one == other != ()


@pytest.mark.parametrize("ask", [rp.suggest, rp.validate, rp.planner])
@pytest.mark.parametrize("wrong", [{"programma": "XX"}, {"doel": "Astronaut"}])
def test_a_name_that_is_not_there_is_refused(ask: object, wrong: dict[str, str]) -> None:
    route = rp.Route.new(**{"programma": "VT", "leerweg": "KB", **wrong})
    with pytest.raises(rp.UnknownNameError, match=r"XX|astronaut"):
        ask(COLLEGE, route)  # type: ignore[operator]


def test_a_leerweg_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="PQ"):
        rp.Route.new(programma="VT", leerweg="PQ")


def test_validate_is_the_verdict_on_a_route() -> None:
    assert rp.validate(COLLEGE, COLLEGE.routes["autoverkoper"]).verdict == "geldig"
    assert rp.validate(COLLEGE, AUTOVERKOPER).verdict == "onvolledig"
