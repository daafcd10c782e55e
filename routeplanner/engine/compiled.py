"""One kind of pupil with every rule in the normal form and a solver: what analysis and comparison ask."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable
from functools import cached_property

from routeplanner.engine.cases import Case
from routeplanner.engine.joint import Plan, finished
from routeplanner.engine.lowering import lower
from routeplanner.engine.normal import Lit
from routeplanner.engine.opposites import with_opposites
from routeplanner.engine.scope import scope_of
from routeplanner.engine.selection import select
from routeplanner.engine.solve import OutOfTimeError, Solver
from routeplanner.engine.timing import PLACED
from routeplanner.model.curriculum import Curriculum, Route

_AS_LARGE = 4
"""How many times the work of a solver it is at most to make one that knows opposites."""


class Compiled:
    """The problem of pupils of one kind who have chosen nothing yet.

    Args:
        curriculum: The text.
        case: Which pupils.
        until: When every answer must be there, by time.monotonic().
    """

    def __init__(self, curriculum: Curriculum, case: Case, until: float) -> None:
        self.curriculum = curriculum
        self.case = case
        self.selection = select(curriculum, case.route())
        scope = scope_of(self.selection)
        self.regels = scope.must_hold
        self.problem = lower(self.selection, scope)
        self.rules = self.problem.rules
        self._until = until
        self._took = 0.0

    @property
    def seconds(self) -> float:
        """How much time is left."""
        return max(0.0, self._until - time.monotonic())

    def in_time(self) -> None:
        """Go on, as long as there is time.

        Raises:
            OutOfTimeError: There is none left.
        """
        if not self.seconds:
            raise OutOfTimeError

    @cached_property
    def solver(self) -> Solver:
        """A solver of the problem."""
        start = time.monotonic()
        solver = Solver(self.problem, seconds=self.seconds)
        self._took = time.monotonic() - start
        return solver

    @cached_property
    def opposed(self) -> Solver:
        """A solver that knows the opposite of every rule too: always say which rules must hold.

        Raises:
            OutOfTimeError: There is no time for making one, which nothing can stop.
        """
        if self.seconds < _AS_LARGE * self._took:
            raise OutOfTimeError
        return Solver(with_opposites(self.problem, self.rules), seconds=self.seconds)

    def because(self, wanted: Iterable[Lit], rules: Collection[str], *, solver: Solver) -> tuple[str, ...]:
        """Return a minimal set of these rules that cannot hold with what is wanted; the placement is no rule.

        Raises:
            OutOfTimeError: The limit was reached.
        """
        core = solver.core(tuple(wanted), (*rules, PLACED))
        needed = sorted(set(core[1] if core else rules) - {PLACED})
        for rule in tuple(needed):
            fewer = [other for other in needed if other != rule]
            if solver.model(wanted, (*fewer, PLACED)) is None:
                needed = fewer
        return tuple(needed)

    def route(self, true: Collection[Lit]) -> Route:
        """Return the route that these true variables are: what is added to what is mandatory, and every place."""
        choices = self.problem.choices
        mandatory = self.selection.gekozen
        added = tuple(k for k, literal in choices.items() if literal in true and k not in mandatory)
        places = {place[0]: place[1] for place, literal in self.problem.places.items() if literal in true}
        return finished(self.case.route(), Plan(added, places))
