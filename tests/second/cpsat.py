"""A second opinion on what a problem allows: CP-SAT, which shares nothing with the solver of the product."""

from __future__ import annotations

from collections.abc import Iterable

from ortools.sat.python import cp_model

from routeplanner.engine.normal import TRUE, Lit, Problem


class SecondOpinion:
    """A problem as CP-SAT reads it."""

    def __init__(self, problem: Problem) -> None:
        self._model = cp_model.CpModel()
        self._vars = [self._model.new_bool_var(str(n)) for n in range(problem.size + 1)]
        self._model.add(self._vars[TRUE] == 1)
        for conjunction in problem.conjunctions:
            parts = [self._lit(literal) for literal in conjunction.literals]
            whole = self._vars[conjunction.variable]
            self._model.add_bool_and(parts).only_enforce_if(whole)
            self._model.add_bool_or([part.negated() for part in parts]).only_enforce_if(whole.negated())
        for constraint in problem.constraints:
            total = sum(weight * self._lit(literal) for weight, literal in constraint.terms)
            guard = [self._lit(literal) for literal in constraint.guard]
            if constraint.low is not None:
                self._bound(guard, bound=total >= constraint.low)
            if constraint.high is not None:
                self._bound(guard, bound=total <= constraint.high)

    def _bound(
        self, guard: list[cp_model.LiteralT], *, bound: cp_model.BoundedLinearExpression | bool
    ) -> None:
        if not isinstance(bound, bool):
            self._model.add(bound).only_enforce_if(guard)
        elif not bound:  # without terms the guard itself is what may not be
            self._model.add_bool_or([literal.negated() for literal in guard])

    def _lit(self, literal: Lit) -> cp_model.LiteralT:
        variable = self._vars[abs(literal)]
        return variable if literal > 0 else variable.negated()

    def possible(self, fixed: Iterable[Lit]) -> bool:
        """Tell whether every rule can hold with these literals true."""
        return self._solve(fixed) is not None

    def least(self, fixed: Iterable[Lit], costly: Iterable[Lit]) -> int | None:
        """Return how few of these literals can be true; None where not every rule can hold."""
        self._model.minimize(sum(self._lit(literal) for literal in costly))
        found = self._solve(fixed)
        self._model.clear_objective()
        return None if found is None else round(found)

    def _solve(self, fixed: Iterable[Lit]) -> float | None:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        self._model.clear_assumptions()
        model = self._model.clone()
        for literal in fixed:
            variable = model.get_bool_var_from_proto_index(abs(self._lit(abs(literal)).index))
            model.add(variable == (1 if literal > 0 else 0))
        status = solver.solve(model)
        assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE), solver.status_name(status)
        return solver.objective_value if status == cp_model.OPTIMAL else None
