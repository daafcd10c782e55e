"""What is said of a route when its rules are judged together."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

from routeplanner.engine.clashes import Clash, clashes, smallest_rules
from routeplanner.engine.joint import Plan, finish, kept
from routeplanner.engine.normal import Problem
from routeplanner.engine.selection import Selection
from routeplanner.engine.solve import OutOfTimeError, Solver


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
    """The rules of one route, together. What is only shown is only looked for when it is asked.

    Args:
        selection: The route.
        problem: Its rules.
        seconds: How long one question may take.
        solver: Where given, one for this problem that was asked before: the answers are the same without it.
    """

    def __init__(
        self, selection: Selection, problem: Problem, *, seconds: float, solver: Solver | None = None
    ) -> None:
        self._selection = selection
        self._problem = problem
        self._seconds = seconds
        self._given = solver

    @cached_property
    def outcome(self) -> Outcome:
        """Whether every rule can be met, and by what."""
        try:
            return self._asked()
        except OutOfTimeError:
            return Outcome.NOT_KNOWN

    @cached_property
    def plan(self) -> Plan | None:
        """The way to meet them that adds least; None where there is none, or the limit was reached."""
        try:
            return self._finished if self.outcome in (Outcome.MET, Outcome.CAN_BE_MET) else None
        except OutOfTimeError:
            return None

    @cached_property
    def clash(self) -> Clash | None:
        """The smallest clash; None where there is none, or the limit was reached."""
        try:
            return self._clash if self.outcome is Outcome.CANNOT_BE_MET else None
        except OutOfTimeError:
            return None

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """The rules of the smallest clash."""
        return self._rules if self.outcome is Outcome.CANNOT_BE_MET else ()

    def _asked(self) -> Outcome:
        self._solver.again()
        fixed = [literal for literals in kept(self._selection, self._problem) for literal in literals]
        if self._solver.model(fixed) is None:
            _ = self._rules  # looked for now: what nobody can tell within the limit is not known
            return Outcome.CANNOT_BE_MET
        others = (v for k, v in self._problem.choices.items() if k not in self._selection.gekozen)
        unchanged = self._solver.model((*fixed, *(-literal for literal in others)))
        return Outcome.CAN_BE_MET if unchanged is None else Outcome.MET

    @cached_property
    def _solver(self) -> Solver:
        return self._given or Solver(self._problem, seconds=self._seconds)

    @cached_property
    def _finished(self) -> Plan | None:
        return finish(self._selection, self._problem, seconds=self._seconds)

    @cached_property
    def _clash(self) -> Clash | None:
        found = clashes(self._selection, self._problem, seconds=self._seconds)
        return found[0] if found else None

    @cached_property
    def _rules(self) -> tuple[str, ...]:
        self._solver.again()
        found = smallest_rules(self._selection, self._problem, self._solver)
        if found is not None:
            return found
        return self._clash.rules if self._clash is not None else ()
