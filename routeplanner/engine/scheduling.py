"""When everything of a route is done: with the busiest periode least busy, and then as early as can be."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from functools import cached_property
from math import gcd

from routeplanner.engine.everywhere import WHOLE
from routeplanner.engine.joint import outside
from routeplanner.engine.limits import OutOfTimeError
from routeplanner.engine.normal import Lit, Problem
from routeplanner.engine.optimise import Optimiser
from routeplanner.engine.rows import Row, Term, rows_of
from routeplanner.engine.score import in_plan, sizes
from routeplanner.engine.selection import Cel, Selection
from routeplanner.engine.timing import Timing
from routeplanner.model.rules import Keuze, KeuzeSoort


class Scheduler:
    """Gives everything that a pupil chooses a place in time; see `score.py` on what is best.

    Args:
        selection: The route that plans start from.
        problem: Its rules.
    """

    def __init__(self, selection: Selection, problem: Problem) -> None:
        self._selection = selection
        school = selection.curriculum.school
        self._has_years = school is not None and bool(school.leerjaren)
        self._problem = problem.copy()
        if self._has_years:
            _give_places(selection, self._problem)

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        return tuple(rows_of(self._problem))

    def plan(self, true: Collection[Lit], *, until: float) -> tuple[dict[Keuze, Cel], bool]:
        """Return where everything stands in an answer, and whether no plan is better.

        Without leerjaren of the school there is no place to tell.

        Args:
            true: The variables that are true in the answer.
            until: When there is no time any more, on the monotonic clock.
        """
        if not self._has_years:
            return {}, True
        seconds = max(0.0, until - time.monotonic())
        optimiser = Optimiser(self._problem, self._fixed(true), seconds=seconds, rows=self._rows)
        chosen = {keuze for keuze, literal in self._problem.choices.items() if literal in true}
        sums = [self._busiest(optimiser, chosen), list(self._early(chosen))]
        try:
            best = optimiser.best(sums)
        except OutOfTimeError:
            best = None
        places = self._problem.places.items()
        if best is None:  # then it stands where the answer has put it
            return {place[0]: place[1] for place, literal in places if literal in true}, False
        return {place[0]: place[1] for place, literal in places if literal in best.true}, best.proven

    def _fixed(self, true: Collection[Lit]) -> Iterator[Lit]:
        moved = (literal for _, literal in outside(self._selection, self._problem))
        for literal in (*self._problem.choices.values(), *moved):
            yield literal if literal in true else -literal

    def _busiest(self, optimiser: Optimiser, chosen: Collection[Keuze]) -> list[Term]:
        """Return the load of the busiest periode, in the largest unit that makes every size whole."""
        size = {keuze: minutes for keuze, minutes in sizes(self._selection).items() if keuze in chosen}
        unit = gcd(*size.values()) or 1
        peak = optimiser.number(sum(size.values()) // unit)
        for cel in self._selection.cellen:
            here = [
                (minutes // unit, self._problem.places[keuze, cel])
                for keuze, minutes in size.items()
                if (keuze, cel) in self._problem.places
            ]
            optimiser.bound([*here, (-1, peak)], high=0)
        # nothing is in two periodes: this follows from the rows above, and makes the search much shorter
        optimiser.bound([(1, peak)], low=max(size.values(), default=0) // unit)
        return [(1, peak)]

    def _early(self, chosen: Collection[Keuze]) -> Iterator[Term]:
        """Yield how late everything is; of two plans that are as late, what comes first in order goes first."""
        every = self._selection.cellen
        programma = self._selection.route.programma
        placed = {keuze for keuze, _ in self._problem.places if keuze in chosen}
        in_order = sorted(placed, key=lambda keuze: in_plan(keuze, programma), reverse=True)
        rank = {keuze: index for index, keuze in enumerate(in_order)}
        more = len(every) * len(placed) ** 2  # than all the ranks together can make
        for (keuze, cel), literal in self._problem.places.items():
            if keuze in placed and cel in every:
                yield every.index(cel) * (more + rank[keuze]), literal


def _give_places(selection: Selection, problem: Problem) -> None:
    """Add places for what has none yet: all that is not mandatory and is done at one time of the year.

    What is deepened gets one too: nothing is deepened before it is explored.
    """
    timing = Timing(selection, problem)
    for keuze in problem.choices:
        if not selection.onderdelen[keuze].verplicht and keuze.soort is not KeuzeSoort.VAK:
            timing.places(keuze)
    for keuze in problem.choices:
        for soort in WHOLE if keuze.soort is KeuzeSoort.VERDIEPING else ():
            timing.before("volgorde", Keuze(soort, keuze.eenheid), keuze, strict=False)
