"""All rules together: what a route fixes, and whether there is a way to finish it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from routeplanner.engine.encoding import Cost
from routeplanner.engine.limits import LimitReachedError, OutOfTimeError, check, left, limit
from routeplanner.engine.normal import Lit, Problem
from routeplanner.engine.optimise import Optimiser
from routeplanner.engine.placing import put_cells
from routeplanner.engine.selection import Cel, Selection
from routeplanner.engine.solve import Solver, TooHardError
from routeplanner.engine.timing import PLACED
from routeplanner.model.curriculum import Gekozen, Route
from routeplanner.model.rules import Keuze

_CONFLICTS = 2_000
"""Conflicts that logic may meet before numbers take over: the same on every machine, as time is not."""
_MUCH = 500
"""Terms that have to add up from which on logic would meet so many: a school with some hundred choices."""


@dataclass(frozen=True)
class Plan:
    """A way to finish a route: what is added, and where in time everything can stand."""

    added: tuple[Keuze, ...]
    places: Mapping[Keuze, Cel]
    """Only of the choices whose place matters to some rule."""
    nearest: bool = True
    """Whether no way to finish adds less; False where a limit came before that was known."""


def kept(selection: Selection, problem: Problem) -> tuple[list[Lit], list[Lit], list[Lit]]:
    """Return what the route says: what is chosen, what is declined, and where things do not stand."""
    chosen = [problem.choices[keuze] for keuze in selection.gekozen if keuze in problem.choices]
    declined = [
        -problem.choices[k]
        for k in selection.route.afgewezen
        if k in problem.choices and k not in selection.gekozen
    ]
    elsewhere = [-literal for _, literal in outside(selection, problem)]
    return chosen, declined, elsewhere


def outside(selection: Selection, problem: Problem) -> Iterator[tuple[tuple[Keuze, Cel], Lit]]:
    """Yield the places where the route does not put what it has placed."""
    for (keuze, cel), literal in problem.places.items():
        if keuze in selection.gekozen and cel not in put_cells(selection, selection.onderdelen[keuze]):
            yield (keuze, cel), literal


# ---- finishing


def finish(selection: Selection, problem: Problem) -> Plan | None:
    """Return the way to finish a route that adds least, or None where there is none.

    Raises:
        LimitReachedError: The limit that holds now was reached.
    """
    addable = [(k, v) for k, v in problem.choices.items() if k not in selection.gekozen]
    places = problem.places.items()
    fixed = [literal for literals in kept(selection, problem) for literal in literals]
    found = _fewest(problem, fixed, [literal for _, literal in addable])
    if found is None:
        return None
    true, nearest = found
    added = tuple(keuze for keuze, literal in addable if literal in true)
    return Plan(added, {keuze: cel for (keuze, cel), literal in places if literal in true}, nearest)


def _fewest(
    problem: Problem, fixed: Sequence[Lit], costly: Sequence[Lit]
) -> tuple[frozenset[int], bool] | None:
    """Return the answer with the fewest of some literals, the first in order among those, and whether it is that.

    Where logic does not find it soon, a search over numbers does: it knows that hours add up. Half of the time
    is kept for that, and for finding any answer at all: logic that looks for the best has none until the end.
    Where much has to add up, the search over numbers is begun with.
    """
    if _adding_up(problem) > _MUCH:
        return _fewest_in_numbers(problem, fixed, costly, None)
    costs = [Cost(literal, 1) for literal in costly]
    found = None
    try:
        with limit(left() / 2):
            found = Solver(problem, costs, first=True, conflicts=_CONFLICTS).cheapest(fixed)
            if found is None or found[1]:
                return found
    except TooHardError:
        pass
    except LimitReachedError:
        check()
    return _fewest_in_numbers(problem, fixed, costly, found[0] if found else None)


def _adding_up(problem: Problem) -> int:
    """Return how many terms there are in sums of different weights that must come to at least something."""
    sums = (c.terms for c in problem.constraints if c.low is not None and c.low > 0)
    return sum(len(terms) for terms in sums if len({weight for weight, _ in terms}) > 1)


def _fewest_in_numbers(
    problem: Problem, fixed: Sequence[Lit], costly: Sequence[Lit], some: frozenset[int] | None
) -> tuple[frozenset[int], bool] | None:
    """Do it in numbers, in half of the time; what these do not answer, or deny, logic has the last word on.

    Args:
        problem: The rules.
        fixed: What must be true.
        costly: What there is to be as little of as can be.
        some: An answer that is known, if any.
    """
    in_order = [(order, literal) for order, literal in enumerate(costly, start=1)]
    try:
        optimiser = Optimiser(problem, fixed, seconds=left() / 2)
        best = optimiser.best([[(1, literal) for literal in costly], in_order])
    except OutOfTimeError:
        best = None
    if best is not None:
        return best.true, best.proven
    some = Solver(problem).model(fixed) if some is None else some
    return None if some is None else (some, False)


def finished(route: Route, plan: Plan) -> Route:
    """Return the route as it is when a plan is followed."""
    have = {gekozen.keuze: gekozen for gekozen in route.gekozen}
    for keuze in plan.added:
        have[keuze] = Gekozen(keuze, None, (), None, route.span)
    for keuze, cel in plan.places.items():
        base = have.get(keuze, Gekozen(keuze, None, (), None, route.span))
        have[keuze] = replace(base, leerjaar=cel.leerjaar, perioden=(cel.periode,))
    declined = tuple(keuze for keuze in route.afgewezen if keuze not in have)
    return replace(route, gekozen=tuple(have.values()), afgewezen=declined)


# ---- when it is needed


def shares_places(selection: Selection, problem: Problem) -> bool:
    """Tell whether something without a fixed place matters to two rules: each may want it elsewhere."""
    floating = {
        literal: keuze
        for (keuze, cel), literal in problem.places.items()
        if keuze in selection.gekozen and len(put_cells(selection, selection.onderdelen[keuze])) > 1
    }
    asked: dict[Keuze, set[str]] = {}
    for constraint in problem.constraints:
        if constraint.rule not in (PLACED, "aanbod"):
            for literal in (*constraint.guard, *(literal for _, literal in constraint.terms)):
                if abs(literal) in floating:
                    asked.setdefault(floating[abs(literal)], set()).add(constraint.rule)
    return any(len(rules) > 1 for rules in asked.values())
