"""What is said of a route when its rules are judged together."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import cached_property
from typing import TypeVar

from routeplanner.engine.clashes import Clash, clashes, smallest_rules
from routeplanner.engine.joint import Plan, finish, kept
from routeplanner.engine.limits import LimitReachedError, limit
from routeplanner.engine.normal import Problem
from routeplanner.engine.selection import Selection
from routeplanner.engine.solve import Solver

T = TypeVar("T")


class Outcome(Enum):
    """Whether every rule can be met."""

    MET = "met"
    """They are met as the route stands."""
    CAN_BE_MET = "can be met"
    """By additions."""
    CANNOT_BE_MET = "cannot be met"
    NOT_KNOWN = "not known"
    """The limit was reached."""


class Together:
    """The rules of one route, together.

    With a solver that is asked for more routes, what is only shown is only looked for when it is shown. The
    answers are the same.

    Args:
        selection: The route.
        problem: Its rules.
        seconds: How long one question may take.
        solver: Where given, one for this problem.
    """

    def __init__(
        self, selection: Selection, problem: Problem, *, seconds: float, solver: Solver | None = None
    ) -> None:
        self._selection = selection
        self._problem = problem
        self._seconds = seconds
        self._solver = solver
        self._reached: str | None = None

    @cached_property
    def outcome(self) -> Outcome:
        """Whether every rule can be met, and by what."""
        solver = self._solver
        found = self._within_limit(self._alone if solver is None else lambda: self._asked(solver))
        return Outcome.NOT_KNOWN if found is None else found

    @cached_property
    def plan(self) -> Plan | None:
        """The way to meet them that adds least; None where there is none, or the limit was reached."""
        can = self.outcome in (Outcome.MET, Outcome.CAN_BE_MET)
        return self._within_limit(lambda: self._finished) if can else None

    @cached_property
    def clash(self) -> Clash | None:
        """The smallest clash; None where there is none, or the limit was reached."""
        if self.outcome is not Outcome.CANNOT_BE_MET:
            return None
        return self._within_limit(lambda: clashes(self._selection, self._problem)[0])

    @cached_property
    def rules(self) -> tuple[str, ...] | None:
        """The rules of the smallest clash; None where there is none, or the limit was reached."""
        found = None
        if self.outcome is Outcome.CANNOT_BE_MET and self._solver is not None:
            solver = self._solver
            found = self._within_limit(lambda: smallest_rules(self._selection, self._problem, solver))
        if found is not None:
            return found
        return None if self.clash is None else self.clash.rules

    @property
    def limit(self) -> str | None:
        """The word for the limit that was reached before all of this was known."""
        if self.outcome is Outcome.CANNOT_BE_MET:
            return self._reached if self.clash is None else None
        plan = self.plan
        return self._reached if plan is None else None if plan.nearest else "tijd"

    # ---- searching

    def _within_limit(self, search: Callable[[], T]) -> T | None:
        try:
            with limit(self._seconds):
                return search()
        except LimitReachedError as error:
            self._reached = error.limit
            return None

    @cached_property
    def _finished(self) -> Plan | None:
        return finish(self._selection, self._problem)

    def _alone(self) -> Outcome:
        if self._finished is None:
            return Outcome.CANNOT_BE_MET
        return Outcome.CAN_BE_MET if self._finished.added else Outcome.MET

    def _asked(self, solver: Solver) -> Outcome:
        fixed = [literal for literals in kept(self._selection, self._problem) for literal in literals]
        if solver.model(fixed) is None:
            return Outcome.CANNOT_BE_MET
        others = (v for k, v in self._problem.choices.items() if k not in self._selection.gekozen)
        unchanged = solver.model((*fixed, *(-literal for literal in others)))
        return Outcome.CAN_BE_MET if unchanged is None else Outcome.MET
