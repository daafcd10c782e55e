"""A search that was given up, or cut off, has not found that there is nothing."""

import time
from collections.abc import Iterable

import pytest
from engine.judging import pupil, route_of

from routeplanner import api
from routeplanner.engine import joint
from routeplanner.engine.limits import check, limit
from routeplanner.engine.normal import Problem
from routeplanner.engine.solve import Cost, Solver, TooHardError

RINGS = 6


def rings() -> Problem:
    """Return rings of five, of each two neighbours of which one is needed: three of every five at least."""
    problem = Problem()
    for _ in range(RINGS):
        ring = [problem.variable() for _ in range(5)]
        for one, other in zip(ring, (*ring[1:], ring[0]), strict=True):
            problem.bound("een", [(1, one), (1, other)], low=1)
    return problem


def costs(problem: Problem) -> list[Cost]:
    return [Cost(literal, 1) for literal in range(2, problem.size + 1)]


def test_a_search_that_is_given_up_is_not_one_without_an_answer() -> None:
    problem = rings()
    with pytest.raises(TooHardError):
        Solver(problem, costs(problem), first=True, conflicts=1).cheapest(())


def test_with_enough_conflicts_the_cheapest_is_found() -> None:
    problem = rings()
    found = Solver(problem, costs(problem), first=True, conflicts=100_000).cheapest(())
    assert found is not None
    assert found[1]
    assert len(found[0] - {1}) == 3 * RINGS


RULES = 'regel r\n  minstens twee stages\n  de stage "Kijken" vereist de keuzemodule "Lassen"'


def finished(seconds: float = 30.0) -> joint.Plan | None:
    curriculum = pupil(more=RULES)
    verdict = api.judge(curriculum, route_of(curriculum, "Leerling"), together=False)
    with limit(seconds):
        return joint.finish(verdict.selection, verdict.problem)


@pytest.mark.parametrize("conflicts", [1, 2_000])
def test_the_shortest_way_to_finish_is_the_same_however_it_is_found(
    conflicts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(joint, "_CONFLICTS", conflicts)
    plan = finished()
    assert plan is not None
    assert plan.nearest
    assert {keuze.naam for keuze in plan.added} == {"Kijken", "Werken", "Lassen"}


def endless(solver: Solver, fixed: Iterable[int]) -> None:  # noqa: ARG001 - stands for a method
    """Search until the limit comes, as logic may that has no answer before the best."""
    while True:
        check()
        time.sleep(0.01)


def test_an_answer_is_found_although_the_best_is_not_found_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Solver, "cheapest", endless)
    plan = finished(seconds=2.0)
    assert plan is not None
    assert {keuze.naam for keuze in plan.added} >= {"Kijken", "Werken", "Lassen"}


def test_what_is_given_up_can_still_be_finished(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Solver, "cheapest", given_up)
    plan = finished()
    assert plan is not None
    assert plan.nearest


def given_up(solver: Solver, fixed: Iterable[int]) -> None:  # noqa: ARG001 - stands for a method
    raise TooHardError
