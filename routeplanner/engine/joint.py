"""All rules together: is there a way to finish the route, and if not, what clashes and what would help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from routeplanner.engine.normal import Lit, Problem
from routeplanner.engine.placing import Cel, put_cells
from routeplanner.engine.selection import Selection
from routeplanner.engine.solve import Cost, OutOfTimeError, Solver
from routeplanner.engine.timing import PLACED
from routeplanner.model.curriculum import Gekozen, Route
from routeplanner.model.rules import Keuze

SECONDS = 5.0
"""How long one question may take, unless the caller says otherwise."""
_MAX_TRIES = 2_000
"""Sets of rules that are tried for a smaller clash."""


@dataclass(frozen=True)
class Plan:
    """A way to finish a route: what is added, and where in time everything can stand."""

    added: tuple[Keuze, ...]
    places: Mapping[Keuze, Cel]
    """Only of the choices whose place matters to some rule."""


@dataclass(frozen=True)
class Clash:
    """Rules and choices that cannot hold together; without any one of them the others can."""

    rules: tuple[str, ...]
    choices: tuple[Keuze, ...]
    declined: tuple[Keuze, ...]
    smallest: bool
    """Whether no clash has fewer rules; False where the search for one was cut off."""


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


def kept(selection: Selection, problem: Problem) -> tuple[list[Lit], list[Lit], list[Lit]]:
    """Return what the route says: what is chosen, what is declined, and where things do not stand."""
    chosen = [problem.choices[keuze] for keuze in selection.gekozen if keuze in problem.choices]
    declined = [
        -problem.choices[k]
        for k in selection.route.afgewezen
        if k in problem.choices and k not in selection.gekozen
    ]
    elsewhere = [-literal for _, literal in _outside(selection, problem)]
    return chosen, declined, elsewhere


def _outside(selection: Selection, problem: Problem) -> Iterator[tuple[tuple[Keuze, Cel], Lit]]:
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
    solver = Solver(problem, [Cost(literal, 1) for _, literal in addable], first=True, seconds=seconds)
    chosen, declined, elsewhere = kept(selection, problem)
    for _, true in solver.best((*chosen, *declined, *elsewhere)):
        added = tuple(keuze for keuze, literal in addable if literal in true)
        places = {keuze: cel for (keuze, cel), literal in problem.places.items() if literal in true}
        return Plan(added, places)
    return None


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


# ---- clashes


def clash(selection: Selection, problem: Problem, *, seconds: float = SECONDS) -> Clash | None:
    """Return the smallest set of rules that clashes with the route, with the choices that matter to it.

    Raises:
        OutOfTimeError: The limit was reached before there was any.
    """
    solver = Solver(problem, seconds=seconds)
    chosen, declined, elsewhere = kept(selection, problem)
    everything = (*chosen, *declined, *elsewhere)
    first = solver.core(everything, problem.rules)
    if first is None:
        return None
    rules, smallest = _smallest_rules(solver, everything, first[1], problem.rules)
    literals = _shrunk(solver, first_literals=everything, rules=rules)
    by_literal = {literal: keuze for keuze, literal in problem.choices.items()}
    return Clash(
        tuple(sorted(rule for rule in rules if rule != PLACED)),
        tuple(sorted((by_literal[x] for x in literals if x in by_literal), key=str)),
        tuple(sorted((by_literal[-x] for x in literals if -x in by_literal), key=str)),
        smallest,
    )


def _impossible(solver: Solver, literals: Iterable[Lit], rules: Iterable[str]) -> bool:
    return solver.model(literals, frozenset((*rules, PLACED))) is None


def _smallest_rules(
    solver: Solver, literals: tuple[Lit, ...], start: Iterable[str], rules: Iterable[str]
) -> tuple[tuple[str, ...], bool]:
    """Return the smallest clashing set of rules, the first by id among those, and whether that is certain."""
    found = sorted(set(start) - {PLACED})
    for rule in tuple(found):
        fewer = [other for other in found if other != rule]
        if _impossible(solver, literals, fewer):
            found = fewer
    others = sorted(set(rules) - {PLACED})
    tries = 0
    try:
        for size in range(1, len(found) + 1):
            for some in combinations(others, size):
                if size == len(found) and some >= tuple(found):
                    break
                tries += 1
                if tries > _MAX_TRIES:
                    return tuple(found), False
                if _impossible(solver, literals, some):
                    return some, True
    except OutOfTimeError:
        return tuple(found), False
    return tuple(found), True


def _shrunk(solver: Solver, first_literals: tuple[Lit, ...], rules: tuple[str, ...]) -> tuple[Lit, ...]:
    """Return what is needed of the fixed literals for the clash: leaving any one out makes it possible."""
    core = solver.core(first_literals, (*rules, PLACED))
    needed = list(core[0]) if core else list(first_literals)
    for literal in tuple(needed):
        fewer = [other for other in needed if other != literal]
        if _impossible(solver, fewer, rules):
            needed = fewer
    return tuple(needed)


# ---- repairs


def repairs(
    selection: Selection, problem: Problem, most: int = 10, *, seconds: float = SECONDS
) -> tuple[Repair, ...]:
    """Return the smallest changes after which every rule holds, by their texts; what is afgerond stays.

    Raises:
        OutOfTimeError: The limit was reached.
    """
    done = set(selection.route.afgerond)
    costs = [
        Cost(-literal if keuze in selection.gekozen else literal, 1)
        for keuze, literal in problem.choices.items()
    ]
    moved = dict(_outside(selection, problem))
    costs += [Cost(literal, 1) for (keuze, _), literal in moved.items() if keuze not in done]
    fixed = [
        problem.choices[keuze] for keuze in done if keuze in problem.choices and keuze in selection.gekozen
    ]
    fixed += [-literal for (keuze, _), literal in moved.items() if keuze in done]
    solver = Solver(problem, costs, seconds=seconds)
    found = {_repair(selection, problem, moved, true) for _, true in solver.best(fixed, most)}
    return tuple(sorted(found, key=_in_words))


def _repair(
    selection: Selection, problem: Problem, moved: Mapping[tuple[Keuze, Cel], Lit], true: frozenset[int]
) -> Repair:
    have = selection.gekozen
    return Repair(
        tuple(k for k, literal in problem.choices.items() if literal in true and k not in have),
        tuple(k for k, literal in problem.choices.items() if literal not in true and k in have),
        tuple(place for place, literal in moved.items() if literal in true),
    )


def _in_words(repair: Repair) -> tuple[int, list[str], list[str], list[str]]:
    moves = [f"{keuze} {cel}" for keuze, cel in repair.move]
    return repair.size, [str(k) for k in repair.drop], [str(k) for k in repair.add], moves


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
    return replace(route, gekozen=tuple(have.values()), afgewezen=(*declined, *sorted(gone, key=str)))


# ---- when it is needed


def shares_places(selection: Selection, problem: Problem) -> bool:
    """Tell whether something without a fixed place matters to two rules, that might want it elsewhere each."""
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
