"""Places in time that are the same to every rule, so that one of them is enough to look at."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from routeplanner.engine.normal import Lit, Problem
from routeplanner.engine.timing import PLACED


def in_vain(problem: Problem, fixed: Collection[Lit]) -> frozenset[Lit]:
    """Return the opposites of places that need no look: to every rule they are as another one of that choice.

    What stands in such a place may as well stand in the other: for every set of choices nothing is lost.
    """
    uses: dict[int, list[tuple[object, ...]]] = {place: [] for place in problem.places.values()}
    for variable, use in _uses(problem):
        if variable in uses:
            uses[variable].append(use)
    seen: set[tuple[object, ...]] = set()
    found: set[Lit] = set()
    for (keuze, _), place in problem.places.items():
        if place in fixed or -place in fixed:
            continue
        same = (keuze, tuple(uses[place]))
        if same in seen:
            found.add(-place)
        seen.add(same)
    return frozenset(found)


def _uses(problem: Problem) -> Iterator[tuple[int, tuple[object, ...]]]:
    """Yield each variable with each thing that uses it, and how; that it is one place of many is left out."""
    for index, constraint in enumerate(problem.constraints):
        if constraint.rule == PLACED:
            continue
        for literal in constraint.guard:
            yield abs(literal), (index, "guard", literal > 0)
        for weight, literal in constraint.terms:
            yield abs(literal), (index, weight, literal > 0)
    for conjunction in problem.conjunctions:
        for literal in conjunction.literals:
            yield abs(literal), (conjunction.variable, "conjunction", literal > 0)
