"""The best score of a route by CP-SAT, level by level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ortools.sat.python import cp_model
from second.cpsat import SecondOpinion

from routeplanner.engine.joint import kept
from routeplanner.engine.scope import scope_of
from routeplanner.engine.score import Score
from routeplanner.engine.verdict import Verdict
from routeplanner.engine.worth import worth_of
from routeplanner.language.vocabulary import fold
from routeplanner.model.rules import Keuze

GENOEG = 3


class BestScore(SecondOpinion):
    """One route, whose choices stay."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.problem)
        self._selection, self._problem = verdict.selection, verdict.problem
        for literals in kept(self._selection, self._problem):
            self._model.add_bool_and([self._lit(literal) for literal in literals])
        self._worth = worth_of(self._selection, scope_of(self._selection).must_hold)

    def best(self) -> tuple[int, ...] | None:
        """Return the best score, the lower the better, level by level; None where there is no route."""
        score = []
        for level in self._levels():
            self._model.minimize(level)
            solver = cp_model.CpSolver()
            solver.parameters.num_workers = 1
            status = solver.solve(self._model)
            if status == cp_model.INFEASIBLE:
                return None
            assert status == cp_model.OPTIMAL
            score.append(round(solver.objective_value))
            self._model.add(level == score[-1])
        return tuple(score)

    def _levels(self) -> Iterator[cp_model.LinearExprT]:
        route = self._selection.route
        doel = self._selection.curriculum.doelen[route.doel] if route.doel is not None else None
        kenmerken = [fold(word) for word in doel.kenmerken] if doel else []
        units = set(doel.past_bij) if doel else set()
        disliked = {keuze for word in route.liever_niet for keuze in self._with(word)}
        added = [keuze for keuze in self._problem.choices if keuze not in self._selection.gekozen]
        yield -sum(self._any(k for k in self._problem.choices if k.eenheid == unit) for unit in units)
        yield -sum(self._enough(word) for word in kenmerken)
        yield self._count(disliked) - sum(self._enough(word) for word in route.interesses)
        yield self._count(keuze for keuze in added if keuze in self._worth.ongewis)
        yield self._count(added)
        yield -sum(number * self._lit(self._problem.choice(k)) for k, number in self._worth.nabij.items())
        yield -sum(self._count(self._with(word)) for word in {*kenmerken, *route.interesses})

    def _with(self, word: str) -> list[Keuze]:
        onderdelen = (self._selection.onderdelen[keuze] for keuze in self._problem.choices)
        return [o.keuze for o in onderdelen if not o.verplicht and word in map(fold, o.kenmerken.kenmerken)]

    def _count(self, keuzes: Iterable[Keuze]) -> cp_model.LinearExprT:
        return sum(self._lit(self._problem.choices[keuze]) for keuze in keuzes) + 0

    def _any(self, keuzes: Iterable[Keuze]) -> cp_model.IntVar:
        found = self._model.new_bool_var("any")
        self._model.add_max_equality(found, [0, *(self._lit(self._problem.choices[k]) for k in keuzes)])
        return found

    def _enough(self, word: str) -> cp_model.IntVar:
        found = self._model.new_int_var(0, GENOEG, "enough")
        self._model.add_min_equality(found, [GENOEG, self._count(self._with(word))])
        return found


def levels_of(score: Score) -> tuple[int, ...]:
    """Return the score of a suggestion in the same form."""
    return (
        -score.eenheden,
        -score.kenmerken,
        score.liever_niet - score.interesses,
        score.ongewis,
        score.erbij,
        -score.nabij,
        -score.verwant,
    )
