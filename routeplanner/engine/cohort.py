"""Many routes judged at once: what they have in common is only made once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from routeplanner.engine.everywhere import EVERYWHERE
from routeplanner.engine.limits import SECONDS, limit
from routeplanner.engine.lowering import lower
from routeplanner.engine.normal import Problem
from routeplanner.engine.own import key_of
from routeplanner.engine.scope import Scope, scope_of
from routeplanner.engine.selection import Selection, select
from routeplanner.engine.solve import Solver
from routeplanner.engine.vakken import tellingen
from routeplanner.engine.verdict import Verdict, judge_selected
from routeplanner.model.curriculum import Curriculum, Route
from routeplanner.model.rules import (
    Gebod,
    Maat,
    Regel,
    Telling,
    Verband,
    Voorwaarde,
)

_MANY = 16
"""Pupils with one problem from which on it pays to put them in bits."""


def judge_all(
    curriculum: Curriculum, routes: Iterable[Route], *, op: date | None = None, seconds: float = SECONDS
) -> Iterator[Verdict]:
    """Yield the verdict on each route, the same as `judge` gives.

    Args:
        curriculum: The texts that hold for them.
        routes: The routes.
        op: The day on which exceptions are judged; without it the day on which the texts were checked.
        seconds: How long one route may take.
    """
    problems = Problems()
    pupils: list[_Pupil] = []
    for route in routes:
        selection = select(curriculum, route)
        scope = scope_of(selection, op=op)
        pupils.append(_Pupil(selection, scope, problems.of(selection, scope)))
    held = _held(pupils)
    for pupil in pupils:
        with limit(seconds):
            verdict = judge_selected(
                pupil.selection,
                pupil.scope,
                partial(problems.of, pupil.selection, pupil.scope),
                seconds=seconds,
                solver=partial(problems.solver, pupil.problem),
                held=held.get(id(pupil), frozenset()),
            )
        yield verdict


class _Pupil(NamedTuple):
    selection: Selection
    scope: Scope
    problem: Problem


def _held(pupils: Iterable[_Pupil]) -> dict[int, frozenset[str]]:
    """Return the rules that bits find voldaan, by the identity of the pupil, where there are many alike."""
    alike: dict[int, list[_Pupil]] = {}
    for pupil in pupils:
        alike.setdefault(id(pupil.problem), []).append(pupil)
    found: dict[int, frozenset[str]] = {}
    for group in alike.values():
        if len(group) >= _MANY:
            found.update(zip(map(id, group), _held_by(group), strict=True))
    return found


def _held_by(group: Sequence[_Pupil]) -> Iterator[frozenset[str]]:
    """Yield per pupil the rules that are voldaan, of pupils with one problem."""
    from routeplanner.engine.bulk import columns, findings

    problem = group[0].problem
    chosen = columns(problem, [pupil.selection.gekozen.keys() for pupil in group])
    without_size = {regel.id for regel in group[0].scope.regels if _is_without_size(regel)}
    certain = without_size | EVERYWHERE.keys() - {"past-in-de-weken"}
    for held in findings(problem, chosen, len(group)).held():
        yield held & certain


def _is_without_size(regel: Regel) -> bool:
    """Tell whether a rule that is not broken is voldaan: only of one about sizes can that be unknown."""
    return all(isinstance(zin, Gebod | Verband | Voorwaarde | Telling) for zin in regel.zinnen) and all(
        telling.maat is Maat.AANTAL for zin in regel.zinnen for telling in tellingen(zin)
    )


class Problems:
    """The problems of the routes of one curriculum: pupils of whom everything that matters is the same share one."""

    def __init__(self) -> None:
        self._problems: dict[Hashable, Problem] = {}
        self._solvers: dict[int, Solver] = {}

    def of(self, selection: Selection, scope: Scope) -> Problem:
        """Return the problem of a route, that of an earlier one where it is the same."""
        key = key_of(selection, scope)
        if key not in self._problems:
            self._problems[key] = lower(selection, scope)
        return self._problems[key]

    def solver(self, problem: Problem) -> Solver:
        """Return the one solver of one of these problems."""
        key = id(problem)  # it stays: the problems are kept
        if key not in self._solvers:
            self._solvers[key] = Solver(problem)
        return self._solvers[key]
