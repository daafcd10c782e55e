"""The smallest changes after which a route is right."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from routeplanner.engine.encoding import Cost
from routeplanner.engine.joint import outside
from routeplanner.engine.normal import Lit, Problem
from routeplanner.engine.selection import Cel, Selection
from routeplanner.engine.solve import Solver
from routeplanner.model.curriculum import Gekozen, Route
from routeplanner.model.rules import Keuze, in_order


@dataclass(frozen=True)
class Repair:
    """A change after which the route is geldig; each part counts as one change."""

    add: tuple[Keuze, ...]
    drop: tuple[Keuze, ...]
    move: tuple[tuple[Keuze, Cel], ...]

    @property
    def size(self) -> int:
        """How many changes it takes."""
        return len(self.add) + len(self.drop) + len(self.move)


def repairs(
    selection: Selection,
    problem: Problem,
    most: int = 10,
    *,
    unfinished: bool = False,
    wanted: Collection[Lit] = (),
) -> tuple[Repair, ...]:
    """Return the smallest changes after which every rule holds, in order; what is afgerond stays.

    Args:
        selection: The route.
        problem: Its rules.
        most: How many at most.
        unfinished: Whether the route need not be finished: what can simply be added later is no change then.
        wanted: What must be true after it, whatever the route says; that is no change.

    Raises:
        LimitReachedError: The limit that holds now was reached.
    """
    done = set(selection.route.afgerond)
    free = {onderdeel.keuze for onderdeel in selection.open()} if unfinished else set()
    costs = [
        Cost(-literal if keuze in selection.gekozen else literal, 1)
        for keuze, literal in problem.choices.items()
        if keuze not in free and literal not in wanted
    ]
    moved = dict(outside(selection, problem))
    costs += [Cost(literal, 1) for (keuze, _), literal in moved.items() if keuze not in done]
    fixed = [
        problem.choices[keuze] for keuze in done if keuze in problem.choices and keuze in selection.gekozen
    ]
    fixed += [-literal for (keuze, _), literal in moved.items() if keuze in done]
    fixed += wanted
    solver = Solver(problem, costs)
    found = {_repair(selection, problem, moved, true, free) for _, true in solver.best(fixed, most)}
    return tuple(sorted(found, key=_in_words))


def _repair(
    selection: Selection,
    problem: Problem,
    moved: Mapping[tuple[Keuze, Cel], Lit],
    true: frozenset[int],
    free: Collection[Keuze],
) -> Repair:
    have = {*selection.gekozen, *free}
    return Repair(
        tuple(k for k, literal in problem.choices.items() if literal in true and k not in have),
        tuple(k for k, literal in problem.choices.items() if literal not in true and k in selection.gekozen),
        tuple(place for place, literal in moved.items() if literal in true),
    )


def _in_words(repair: Repair) -> tuple[object, ...]:
    """Return what sorts repairs: the smallest first, then by the words of what goes, comes and moves."""
    moves = [(in_order(keuze), cel) for keuze, cel in repair.move]
    return repair.size, [in_order(k) for k in repair.drop], [in_order(k) for k in repair.add], moves


def repaired(route: Route, repair: Repair) -> Route:
    """Return the route after a repair."""
    gone = set(repair.drop)
    places = dict(repair.move)
    have = {}
    for gekozen in route.gekozen:
        if gekozen.keuze not in gone:
            cel = places.get(gekozen.keuze)
            have[gekozen.keuze] = (
                gekozen if cel is None else replace(gekozen, leerjaar=cel.leerjaar, perioden=(cel.periode,))
            )
    for keuze in repair.add:
        have[keuze] = Gekozen(keuze, None, (), None, route.span)
    declined = tuple(keuze for keuze in route.afgewezen if keuze not in repair.add)
    return replace(route, gekozen=tuple(have.values()), afgewezen=(*declined, *sorted(gone, key=in_order)))
