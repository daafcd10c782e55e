"""Places in time that are the same to every rule, so that one of them is enough to look at."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from routeplanner.engine.limits import check
from routeplanner.engine.normal import TRUE, Lit, Problem
from routeplanner.engine.timing import PLACED


def with_enough_places(problem: Problem, fixed: Collection[Lit] = ()) -> Problem:
    """Return a problem with the same sets of choices, without places that are to every rule as another is.

    What stands in such a place may as well stand in the other of that choice. What is fixed keeps its place.
    """
    vain = _in_vain(problem, fixed)
    names = dict.fromkeys(vain, -TRUE) | {-place: TRUE for place in vain}
    fresh = Problem(problem.size, dict(problem.choices))
    fresh.places |= {place: literal for place, literal in problem.places.items() if literal not in vain}
    fresh.conjunctions.extend(problem.conjunctions)
    for constraint in problem.constraints:
        guard = [names.get(literal, literal) for literal in constraint.guard]
        terms = [(weight, names.get(literal, literal)) for weight, literal in constraint.terms]
        fresh.bound(constraint.rule, terms, constraint.low, constraint.high, guard)
    return fresh


def _in_vain(problem: Problem, fixed: Collection[Lit]) -> frozenset[int]:
    """Return the places that need no look."""
    uses: dict[int, list[tuple[object, ...]]] = {place: [] for place in problem.places.values()}
    for variable, use in _uses(problem):
        if variable in uses:
            uses[variable].append(use)
    asked = {abs(literal) for literal in fixed}
    asked |= {abs(literal) for conjunction in problem.conjunctions for literal in conjunction.literals}
    seen: set[tuple[object, ...]] = set()
    found: set[int] = set()
    for (keuze, _), place in problem.places.items():
        if place in asked:
            continue
        same = (keuze, tuple(uses[place]))
        if same in seen:
            found.add(place)
        seen.add(same)
    return frozenset(found)


def _uses(problem: Problem) -> Iterator[tuple[int, tuple[object, ...]]]:
    """Yield each variable with each constraint on it, and how; that it is one place of many is left out."""
    for index, constraint in enumerate(problem.constraints):
        if constraint.rule == PLACED:
            continue
        check()
        for literal in constraint.guard:
            yield abs(literal), (index, "guard", literal > 0)
        for weight, literal in constraint.terms:
            yield abs(literal), (index, weight, literal > 0)
