"""The only home of HiGHS: the best way to make a problem's rules true, one preference after the other.

A problem becomes a program of whole numbers: a column per variable, a row per constraint. A guard is a term
that is large enough to let the row go where the guard does not hold. HiGHS calculates with a point; what it
answers is rounded to whole numbers and held against every row: an answer that breaks one is never given.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import highspy

from routeplanner.engine.normal import TRUE, Lit, Problem
from routeplanner.engine.rows import Row, Term, row_of, rows_of
from routeplanner.engine.solve import OutOfTimeError

_INFINITY = float("inf")
_NONE = (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible)
"""There is no answer: every column has bounds, so none is unbounded."""
_LARGEST = 10**8
"""Weights above this are too large for numbers with a point to tell whole numbers apart."""
_OPTIONS: tuple[tuple[str, bool | int | float | str], ...] = (
    ("output_flag", False),
    ("threads", 1),
    ("parallel", "off"),
    ("random_seed", 1),
    ("mip_rel_gap", 0.0),
    ("mip_abs_gap", 0.5),  # every sum is a whole number
    # problems of a school are small: looking for good answers on the side takes longer than the search itself
    ("mip_heuristic_effort", 0.0),
    ("mip_heuristic_run_feasibility_jump", False),
    ("mip_heuristic_run_rins", False),
    ("mip_heuristic_run_rens", False),
    ("mip_heuristic_run_root_reduced_cost", False),
    ("mip_detect_symmetry", False),
)


class Bound(NamedTuple):
    """A sum that must lie between two bounds, both included; None is no bound."""

    terms: Sequence[Term]
    low: int | None
    high: int | None


class Best(NamedTuple):
    """The best answer to a list of sums."""

    true: frozenset[int]
    """The variables of the problem that are true."""
    values: tuple[int, ...]
    """Each sum, in order."""
    proven: bool
    """Whether nothing better exists; False where the limit came first."""


class _Highs(highspy.Highs):
    """HiGHS without its callbacks, that would announce it on the standard output."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()


class Optimiser:
    """Finds best answers to one problem with some literals fixed. Not for several threads at once.

    Args:
        problem: What is solved.
        fixed: Literals that must be true.
        seconds: How long all its answers together may take.
    """

    def __init__(self, problem: Problem, fixed: Iterable[Lit], *, seconds: float) -> None:
        self._problem = problem
        self._until = time.monotonic() + seconds
        self._low = [0] * problem.size
        self._high = [1] * problem.size
        for literal in (TRUE, *fixed):
            ends = self._low if literal > 0 else self._high
            ends[abs(literal) - 1] = int(literal > 0)
        self._rows = list(rows_of(problem))
        self._highs: _Highs | None = None

    # ---- before the first question

    def number(self, most: int) -> Lit:
        """Return a new variable that can be any whole number from 0 up to and including `most`."""
        self._low.append(0)
        self._high.append(most)
        return len(self._low)

    def bound(self, terms: Iterable[Term], low: int | None = None, high: int | None = None) -> None:
        """Add that a sum lies between two bounds, both included; None is no bound."""
        self._rows.append(row_of(terms, low, high))

    # ---- questions

    def best(self, sums: Sequence[Sequence[Term]], bounds: Iterable[Bound] = ()) -> Best | None:
        """Return the answer with the least first sum, among those the least second sum, and so on.

        Args:
            sums: What should be as low as it can, the one that matters most first.
            bounds: What must hold for this question only.

        Returns:
            None where there is no answer at all.

        Raises:
            OutOfTimeError: The limit was reached before there was any answer.
        """
        start = len(self._rows)
        try:
            for terms, low, high in bounds:
                self._add(row_of(terms, low, high))
            return self._best(sums)
        finally:
            self._take_back(start)

    def _best(self, sums: Sequence[Sequence[Term]]) -> Best | None:
        answer: list[int] | None = None
        proven = True
        for terms in [some for some in sums if some] or [[]]:
            if answer is None or _value(terms, answer) > self._least(terms):
                found, certain = self._solve(terms)
                if found is None and answer is None and certain:
                    return None
                proven = proven and certain and found is not None
                if found is None:
                    break
                answer = found
            self._add(row_of(terms, None, _value(terms, answer)))
        if answer is None:
            raise OutOfTimeError
        true = frozenset(v for v in range(1, self._problem.size + 1) if answer[v - 1])
        return Best(true, tuple(_value(terms, answer) for terms in sums), proven)

    def _least(self, terms: Sequence[Term]) -> int:
        """Return what a sum is at least, whatever the rules."""
        ends = ((w, w > 0, literal) for w, literal in terms)
        return sum(w * self._end(literal, low=low) for w, low, literal in ends)

    def _end(self, literal: Lit, *, low: bool) -> int:
        column = abs(literal) - 1
        if literal > 0:
            return (self._low if low else self._high)[column]
        return 1 - (self._high if low else self._low)[column]

    def _solve(self, terms: Sequence[Term]) -> tuple[list[int] | None, bool]:
        """Return the answer with the least sum, and whether that is certain; None: there is none."""
        highs = self._ready()
        costs = row_of(terms, None, None).weights
        size = len(self._low)
        highs.changeColsCost(size, list(range(size)), [float(costs.get(c, 0)) for c in range(size)])
        left = self._until - time.monotonic()
        if left <= 0:
            return None, False
        # HiGHS counts the time of all runs together
        highs.setOptionValue("time_limit", highs.getRunTime() + left)
        highs.run()
        status = highs.getModelStatus()
        if status in _NONE:
            return None, self._is_exact
        if highs.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None, False
        answer = [round(value) for value in highs.getSolution().col_value]
        certain = self._is_exact and status == highspy.HighsModelStatus.kOptimal
        return (answer, certain) if self._holds(answer) else (None, False)

    @property
    def _is_exact(self) -> bool:
        return all(abs(weight) <= _LARGEST for row in self._rows for weight in row.weights.values())

    def _holds(self, answer: Sequence[int]) -> bool:
        return all(
            (row.low is None or total >= row.low) and (row.high is None or total <= row.high)
            for row in self._rows
            for total in [sum(w * answer[column] for column, w in row.weights.items())]
        )

    # ---- HiGHS's own

    def _ready(self) -> _Highs:
        """Return HiGHS with everything that was asked so far."""
        if self._highs is None:
            self._highs = _Highs()
            for name, value in _OPTIONS:
                self._highs.setOptionValue(name, value)
            self._highs.passModel(self._model())
        return self._highs

    def _model(self) -> Any:  # noqa: ANN401 - highspy has no types
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self._low), len(self._rows)
        model.col_cost_ = [0.0] * len(self._low)
        model.col_lower_, model.col_upper_ = list(map(float, self._low)), list(map(float, self._high))
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(self._low)
        model.row_lower_ = [_lower(row) for row in self._rows]
        model.row_upper_ = [_upper(row) for row in self._rows]
        starts = [0]
        for row in self._rows:
            starts.append(starts[-1] + len(row.weights))
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = starts
        model.a_matrix_.index_ = [column for row in self._rows for column in row.weights]
        model.a_matrix_.value_ = [float(w) for row in self._rows for w in row.weights.values()]
        return model

    def _add(self, row: Row) -> None:
        self._rows.append(row)
        if self._highs is not None:
            weights = [float(weight) for weight in row.weights.values()]
            self._highs.addRow(_lower(row), _upper(row), len(weights), list(row.weights), weights)

    def _take_back(self, start: int) -> None:
        """Take back the rows that were added since there were so many."""
        if self._highs is not None and len(self._rows) > start:
            self._highs.deleteRows(len(self._rows) - start, list(range(start, len(self._rows))))
        del self._rows[start:]


def _lower(row: Row) -> float:
    return -_INFINITY if row.low is None else float(row.low)


def _upper(row: Row) -> float:
    return _INFINITY if row.high is None else float(row.high)


def _value(terms: Iterable[Term], answer: Sequence[int]) -> int:
    """Return a sum in an answer."""
    return sum(w * (answer[lit - 1] if lit > 0 else 1 - answer[-lit - 1]) for w, lit in terms)
