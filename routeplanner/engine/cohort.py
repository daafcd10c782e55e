"""Many routes judged at once: what they have in common is only made once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from functools import partial

from routeplanner.engine.everywhere import WHOLE
from routeplanner.engine.joint import SECONDS
from routeplanner.engine.lowering import lower
from routeplanner.engine.normal import Problem
from routeplanner.engine.placing import cells, given_cells, put_cells
from routeplanner.engine.scope import Scope, scope_of
from routeplanner.engine.selection import Selection, select
from routeplanner.engine.solve import Solver
from routeplanner.engine.verdict import Verdict, judge_selected
from routeplanner.model.curriculum import Curriculum, Route
from routeplanner.model.rules import Keuze, KeuzeSoort


def judge_all(
    curriculum: Curriculum, routes: Iterable[Route], *, op: date | None = None, seconds: float = SECONDS
) -> Iterator[Verdict]:
    """Yield the verdict on each route, the same as `judge` gives.

    Args:
        curriculum: The texts that hold for them.
        routes: The routes.
        op: The day on which exceptions are judged; without it the last day of the school's schooljaar.
        seconds: How long judging the rules of one route together may take.
    """
    problems = Problems()
    for route in routes:
        selection = select(curriculum, route)
        scope = scope_of(selection, op=op)
        problem = problems.of(selection, scope)
        solver = partial(problems.solver, problem, seconds)
        yield judge_selected(selection, scope, problem, seconds=seconds, solver=solver)


class Problems:
    """The problems of the routes of one curriculum: pupils of whom everything that matters is the same share one."""

    def __init__(self) -> None:
        self._problems: dict[Hashable, Problem] = {}
        self._solvers: dict[int, Solver] = {}

    def of(self, selection: Selection, scope: Scope) -> Problem:
        """Return the problem of a route, that of an earlier one where it is the same."""
        key = _key(selection, scope)
        if key not in self._problems:
            self._problems[key] = lower(selection, scope)
        return self._problems[key]

    def solver(self, problem: Problem, seconds: float) -> Solver:
        """Return the one solver of one of these problems."""
        key = id(problem)  # it stays: the problems are kept
        if key not in self._solvers:
            self._solvers[key] = Solver(problem, seconds=seconds)
        return self._solvers[key]


def _key(selection: Selection, scope: Scope) -> Hashable:
    """Return all that the lowering of a route reads of it."""
    route = selection.route
    waived = tuple(ontheffing.regel for ontheffing in scope.exceptions)
    pupil = (route.programma, route.leerweg, route.uitstroomprofiel, route.doel, route.schooljaar, waived)
    return pupil, cells(selection), tuple(_own(selection))


def _own(selection: Selection) -> Iterator[Hashable]:
    """Yield what a route has chosen that others may not: what is not on offer to it, or stands elsewhere."""
    for keuze, plaats in selection.gekozen.items():
        onderdeel = selection.onderdelen[keuze]
        if onderdeel.uitgesloten or not (onderdeel.te_kiezen or onderdeel.verplicht):
            yield keuze
        if plaats.leerjaar is None and not plaats.perioden:
            continue
        if _has_order(keuze):
            yield keuze, "placed"
        put = put_cells(selection, onderdeel)
        if not set(put) & set(given_cells(selection, onderdeel)):
            yield keuze, put


def _has_order(keuze: Keuze) -> bool:
    return keuze.soort is KeuzeSoort.VERDIEPING or keuze.soort in WHOLE
