"""All rules together: what a route fixes, and whether there is a way to finish it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from routeplanner.engine.normal import Lit, Problem
from routeplanner.engine.optimise import Optimiser
from routeplanner.engine.placing import Cel, put_cells
from routeplanner.engine.selection import Selection
from routeplanner.engine.solve import Cost, OutOfTimeError, Solver, TooHardError
from routeplanner.engine.timing import PLACED
from routeplanner.model.curriculum import Gekozen, Route
from routeplanner.model.rules import Keuze

SECONDS = 5.0
"""How long one question may take, unless the caller says otherwise."""
_CONFLICTS = 2_000
"""Conflicts that logic may meet before numbers take over: the same on every machine, as time is not."""


@dataclass(frozen=True)
class Plan:
    """A way to finish a route: what is added, and where in time everything can stand."""

    added: tuple[Keuze, ...]
    places: Mapping[Keuze, Cel]
    """Only of the choices whose place matters to some rule."""


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


def finish(selection: Selection, problem: Problem, *, seconds: float = SECONDS) -> Plan | None:
    """Return the way to finish a route that adds least, or None where there is none.

    Raises:
        OutOfTimeError: The limit was reached.
    """
    addable = [(k, v) for k, v in problem.choices.items() if k not in selection.gekozen]
    fixed = [literal for literals in kept(selection, problem) for literal in literals]
    true = _fewest(problem, fixed, [literal for _, literal in addable], seconds)
    if true is None:
        return None
    added = tuple(keuze for keuze, literal in addable if literal in true)
    places = {keuze: cel for (keuze, cel), literal in problem.places.items() if literal in true}
    return Plan(added, places)


def _fewest(
    problem: Problem, fixed: Sequence[Lit], costly: Sequence[Lit], seconds: float
) -> frozenset[int] | None:
    """Return the answer with the fewest of some literals, the first in order among those.

    Where logic does not find it soon, a search over numbers does: it knows that hours add up.
    """
    until = time.monotonic() + seconds
    costs = [Cost(literal, 1) for literal in costly]
    try:
        solver = Solver(problem, costs, first=True, seconds=seconds, conflicts=_CONFLICTS)
        return next((true for _, true in solver.best(fixed)), None)
    except TooHardError:
        optimiser = Optimiser(problem, fixed, seconds=max(0.0, until - time.monotonic()))
        in_order = [(order, literal) for order, literal in enumerate(costly, start=1)]
        best = optimiser.best([[(1, literal) for literal in costly], in_order])
    if best is not None and not best.proven:
        raise OutOfTimeError
    return None if best is None else best.true


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
