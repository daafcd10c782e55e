"""One kind of pupil with every rule in the normal form and a solver: what analysis and comparison ask."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property

from routeplanner.engine.cases import Case
from routeplanner.engine.joint import Plan, finished
from routeplanner.engine.lowering import lower
from routeplanner.engine.normal import Lit
from routeplanner.engine.opposites import with_opposites
from routeplanner.engine.own import key_of
from routeplanner.engine.scope import scope_of
from routeplanner.engine.selection import select
from routeplanner.engine.solve import Solver
from routeplanner.engine.timing import PLACED
from routeplanner.engine.verdict import Verdict, judge_selected
from routeplanner.model.curriculum import Curriculum, Route


class Compiled:
    """The problem of pupils of one kind who have chosen nothing yet.

    Args:
        curriculum: The text.
        case: Which pupils.
    """

    def __init__(self, curriculum: Curriculum, case: Case) -> None:
        self.curriculum = curriculum
        self.case = case
        self.selection = select(curriculum, case.route())
        self._scope = scope_of(self.selection)
        self.regels = self._scope.must_hold
        self.problem = lower(self.selection, self._scope)
        self.rules = self.problem.rules

    @cached_property
    def solver(self) -> Solver:
        """A solver of the problem."""
        return Solver(self.problem)

    @cached_property
    def opposed(self) -> Solver:
        """A solver that knows the opposite of every rule too: always say which rules must hold."""
        return Solver(with_opposites(self.problem, self.rules))

    def because(self, wanted: Iterable[Lit], rules: Collection[str], *, solver: Solver) -> tuple[str, ...]:
        """Return a minimal set of these rules that cannot hold with what is wanted; the placement is no rule.

        Raises:
            LimitReachedError: The limit that holds now was reached.
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

    def judged(self, true: Collection[Lit]) -> Verdict:
        """Return the verdict on the route that these true variables are, the same as `judge` gives."""
        selection = select(self.curriculum, self.route(true), self.selection)
        scope = scope_of(selection)
        same = key_of(selection, scope) == key_of(self.selection, self._scope)
        return judge_selected(selection, scope, lambda: self.problem if same else lower(selection, scope))
