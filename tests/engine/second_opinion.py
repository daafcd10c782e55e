"""The best score of a route by another solver, CP-SAT, and by other means: guards are implications there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ortools.sat.python import cp_model

from routeplanner.engine.joint import kept
from routeplanner.engine.normal import TRUE, Lit, Problem
from routeplanner.engine.score import Score, unsure
from routeplanner.engine.verdict import Verdict
from routeplanner.language.vocabulary import fold
from routeplanner.model.rules import Keuze

GENOEG = 3


class SecondOpinion:
    """One route, whose choices stay."""

    def __init__(self, verdict: Verdict) -> None:
        self._selection, problem = verdict.selection, verdict.problem
        self._problem = problem
        self._model = cp_model.CpModel()
        self._variables = [self._model.new_bool_var(f"v{v}") for v in range(problem.size + 1)]
        self._add(problem, [TRUE, *(x for some in kept(self._selection, problem) for x in some)])
        hard = [rule.regel for rule in verdict.rules if rule.hard and rule.regel is not None]
        self._ongewis = unsure(self._selection, hard)

    def _is(self, literal: Lit) -> cp_model.LiteralT:
        return self._variables[literal] if literal > 0 else self._variables[-literal].negated()

    def _add(self, problem: Problem, fixed: Iterable[Lit]) -> None:
        for literal in fixed:
            self._model.add_bool_and([self._is(literal)])
        for variable, literals in problem.conjunctions:
            parts = [self._is(literal) for literal in literals]
            self._model.add_bool_and(parts).only_enforce_if(self._is(variable))
            self._model.add_bool_or([part.negated() for part in parts]).only_enforce_if(self._is(-variable))
        for _, guard, terms, low, high in problem.constraints:
            total = sum(weight * self._is(literal) for weight, literal in terms)
            least = -(2**40) if low is None else low
            most = 2**40 if high is None else high
            holds = self._model.new_bool_var("holds")
            domain = cp_model.Domain(least, most)
            self._model.add_linear_expression_in_domain(total, domain).only_enforce_if(holds)
            self._model.add_bool_or([holds, *(self._is(-literal) for literal in guard)])

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
        yield self._count(keuze for keuze in added if keuze in self._ongewis)
        yield self._count(added)
        yield -sum(self._count(self._with(word)) for word in {*kenmerken, *route.interesses})

    def _with(self, word: str) -> list[Keuze]:
        onderdelen = (self._selection.onderdelen[keuze] for keuze in self._problem.choices)
        return [o.keuze for o in onderdelen if not o.verplicht and word in map(fold, o.kenmerken.kenmerken)]

    def _count(self, keuzes: Iterable[Keuze]) -> cp_model.LinearExprT:
        return sum(self._is(self._problem.choices[keuze]) for keuze in keuzes) + 0

    def _any(self, keuzes: Iterable[Keuze]) -> cp_model.IntVar:
        found = self._model.new_bool_var("any")
        self._model.add_max_equality(found, [0, *(self._is(self._problem.choices[k]) for k in keuzes)])
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
        -score.verwant,
    )
