"""The same problem given to others: clingo as it comes, and CP-SAT. They answer warm, as the engine does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import clingo
from ortools.sat.python import cp_model

from routeplanner.engine.normal import TRUE, Lit, Problem
from routeplanner.engine.solve import Solver

SECONDS = 20.0


def consequences(solver: Solver, fixed: Sequence[Lit], kind: str) -> set[int]:
    """Return the variables that are true in some answer (brave), or in all (cautious), by clingo's own search."""
    control, assumptions = solver._control, solver._assumptions(fixed, None)
    assert isinstance(control.configuration.solve, clingo.Configuration)
    control.configuration.solve.enum_mode = kind
    last: set[int] = set()
    with control.solve(assumptions=assumptions or [], yield_=True) as handle:
        for model in handle:
            last = set(solver._true_in(model))
    return last


class CpSat:
    """A problem as CP-SAT reads it, with one worker."""

    def __init__(self, problem: Problem) -> None:
        self._model = cp_model.CpModel()
        self._problem = problem
        self._variables = [self._model.new_bool_var(str(n)) for n in range(problem.size + 1)]
        self._model.add(self._variables[TRUE] == 1)
        for conjunction in problem.conjunctions:
            whole = self._variables[conjunction.variable]
            parts = [self._literal(literal) for literal in conjunction.literals]
            self._model.add_bool_and(parts).only_enforce_if(whole)
            self._model.add_bool_or([part.negated() for part in parts]).only_enforce_if(whole.negated())
        for constraint in problem.constraints:
            total = sum(weight * self._literal(literal) for weight, literal in constraint.terms)
            guard = [self._literal(literal) for literal in constraint.guard]
            for bound in ([total >= constraint.low] if constraint.low is not None else []) + (
                [total <= constraint.high] if constraint.high is not None else []
            ):
                if isinstance(bound, bool):
                    if not bound:
                        self._model.add_bool_or([literal.negated() for literal in guard])
                else:
                    self._model.add(bound).only_enforce_if(guard)

    def _literal(self, literal: Lit) -> cp_model.LiteralT:
        variable = self._variables[abs(literal)]
        return variable if literal > 0 else variable.negated()

    def possible(self, fixed: Iterable[Lit]) -> bool:
        """Tell whether there is an answer in which these literals are true."""
        return self._solve(fixed)[0] in (cp_model.OPTIMAL, cp_model.FEASIBLE)

    def clash(self, fixed: Sequence[Lit]) -> list[Lit]:
        """Return literals that cannot be true together; none of them can be missed."""
        status, solver = self._solve(fixed)
        assert status == cp_model.INFEASIBLE
        core = set(solver.sufficient_assumptions_for_infeasibility())
        needed = [literal for literal in fixed if self._literal(literal).index in core]
        for literal in tuple(needed):
            fewer = [other for other in needed if other != literal]
            if not self.possible(fewer):
                needed = fewer
        return needed

    def fewest(self, fixed: Sequence[Lit], costly: Sequence[Lit]) -> int:
        """Return how few of some literals can be true."""
        self._model.minimize(sum(self._literal(literal) for literal in costly))
        self._model.clear_assumptions()
        fixed_too = self._model.clone()
        for literal in fixed:
            fixed_too.add_bool_and([self._literal(literal)])
        solver = _solver()
        status = solver.solve(fixed_too)
        self._model.clear_objective()
        return round(solver.objective_value) if status == cp_model.OPTIMAL else -1

    def _solve(self, fixed: Iterable[Lit]) -> tuple[int, cp_model.CpSolver]:
        self._model.clear_assumptions()
        self._model.add_assumptions([self._literal(literal) for literal in fixed])
        solver = _solver()
        return int(solver.solve(self._model)), solver


def _solver() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = SECONDS
    return solver
