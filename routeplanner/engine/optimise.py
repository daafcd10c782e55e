"""The only home of HiGHS: the best way to make a problem's rules true, one preference after the other.

A problem becomes a program of whole numbers: a column per variable, a row per constraint. A guard is a term
that is large enough to let the row go where the guard does not hold. HiGHS calculates with a point; what it
answers is rounded to whole numbers and held against every row: an answer that breaks one is never given.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from threading import Thread
from typing import Any, NamedTuple

from routeplanner.engine.limits import OutOfTimeError
from routeplanner.engine.normal import TRUE, Lit, Problem
from routeplanner.engine.rows import Row, Term, row_of, rows_of

_INFINITY = float("inf")
_LARGEST = 10**8
"""Weights above this are too large for numbers with a point to tell whole numbers apart."""
_GRACE = 0.05
"""Seconds that HiGHS may be late: it looks at its clock between steps, and some steps take a second. Where it
is later nobody waits; it ends by itself at its next look."""
_WAYS = ("choose", "off")
"""How a problem is made smaller beforehand: now and then HiGHS fails on what that gives, and not without."""
_OPTIONS: tuple[tuple[str, bool | int | float | str], ...] = (
    ("output_flag", False),
    ("threads", 1),
    ("parallel", "off"),
    ("random_seed", 1),
    ("mip_abs_gap", 0.5),  # every sum is a whole number
    ("mip_rel_gap", 0.0),
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


class Optimiser:
    """Finds best answers to one problem with some literals fixed. Not for several threads at once.

    Args:
        problem: What is solved.
        fixed: Literals that must be true.
        seconds: How long all its answers together may take.
        rows: Those of the problem, where they were made before.
    """

    def __init__(
        self, problem: Problem, fixed: Iterable[Lit], *, seconds: float, rows: Iterable[Row] | None = None
    ) -> None:
        self._problem = problem
        self._until = time.monotonic() + seconds
        self._low = [0] * problem.size
        self._high = [1] * problem.size
        for literal in (TRUE, *fixed):
            ends = self._low if literal > 0 else self._high
            ends[abs(literal) - 1] = int(literal > 0)
        self._rows = list(rows_of(problem) if rows is None else rows)
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

    def _true_in(self, answer: Sequence[int]) -> frozenset[int]:
        return frozenset(v for v in range(1, self._problem.size + 1) if answer[v - 1])

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
        return Best(self._true_in(answer), tuple(_value(terms, answer) for terms in sums), proven)

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
        for presolve in _WAYS:
            left = self._until - time.monotonic()
            if left <= 0:
                break
            if self._highs is None:
                self._highs = _Highs(self._low, self._high, self._rows, presolve)
            try:
                answer, certain = self._highs.solve(row_of(terms, None, None).weights, left)
            except _LateError:
                answer, certain = None, False
            if certain if answer is None else self._holds(answer):
                return answer, certain and self._is_exact
            self._highs = None
        return None, False

    @property
    def _is_exact(self) -> bool:
        return all(abs(weight) <= _LARGEST for row in self._rows for weight in row.weights.values())

    def _holds(self, answer: Sequence[int]) -> bool:
        return all(
            (row.low is None or total >= row.low) and (row.high is None or total <= row.high)
            for row in self._rows
            for total in [sum(w * answer[column] for column, w in row.weights.items())]
        )

    def _add(self, row: Row) -> None:
        self._rows.append(row)
        if self._highs is not None:
            self._highs.add(row)

    def _take_back(self, start: int) -> None:
        """Take back the rows that were added since there were so many."""
        if self._highs is not None:
            self._highs.delete(start, len(self._rows))
        del self._rows[start:]


class _LateError(Exception):
    """HiGHS went on after its limit."""


class _Highs:
    """One problem as HiGHS has it."""

    def __init__(self, low: Sequence[int], high: Sequence[int], rows: Sequence[Row], presolve: str) -> None:
        import highspy

        self._library = highspy
        self._size = len(low)
        self._highs = _silent(highspy)
        for name, value in (*_OPTIONS, ("presolve", presolve)):
            self._highs.setOptionValue(name, value)
        self._highs.passModel(self._model(low, high, rows))

    def _model(self, low: Sequence[int], high: Sequence[int], rows: Sequence[Row]) -> Any:  # noqa: ANN401 - highspy has no types
        model = self._library.HighsLp()
        model.num_col_, model.num_row_ = self._size, len(rows)
        model.col_cost_ = [0.0] * self._size
        model.col_lower_, model.col_upper_ = list(map(float, low)), list(map(float, high))
        model.integrality_ = [self._library.HighsVarType.kInteger] * self._size
        model.row_lower_ = [_lower(row) for row in rows]
        model.row_upper_ = [_upper(row) for row in rows]
        model.a_matrix_.format_ = self._library.MatrixFormat.kRowwise
        model.a_matrix_.start_ = list(accumulate((len(row.weights) for row in rows), initial=0))
        model.a_matrix_.index_ = [column for row in rows for column in row.weights]
        model.a_matrix_.value_ = [float(w) for row in rows for w in row.weights.values()]
        return model

    def add(self, row: Row) -> None:
        weights = [float(weight) for weight in row.weights.values()]
        self._highs.addRow(_lower(row), _upper(row), len(weights), list(row.weights), weights)

    def delete(self, start: int, end: int) -> None:
        """Delete the rows from the first of these numbers up to the other."""
        if end > start:
            self._highs.deleteRows(end - start, list(range(start, end)))

    def solve(self, costs: Mapping[int, int], seconds: float) -> tuple[list[int] | None, bool]:
        """Return what the columns are in the cheapest answer, and whether that is proven; None: no answer.

        Raises:
            _LateError: It did not stop in time; it can not be asked again.
        """
        highs, status = self._highs, self._library.HighsModelStatus
        every = list(range(self._size))
        highs.changeColsCost(self._size, every, [float(costs.get(column, 0)) for column in every])
        highs.setOptionValue("time_limit", highs.getRunTime() + seconds)  # its clock counts all runs
        running = Thread(target=highs.run)
        running.start()
        running.join(seconds + _GRACE)
        if running.is_alive():
            raise _LateError
        # every column has bounds, so no sum is unbounded
        if highs.getModelStatus() in (status.kInfeasible, status.kUnboundedOrInfeasible):
            return None, True
        found = self._library.SolutionStatus.kSolutionStatusFeasible
        if highs.getInfo().primal_solution_status != found:
            return None, False
        answer = [round(value) for value in highs.getSolution().col_value]
        return answer, bool(highs.getModelStatus() == status.kOptimal)


def _silent(library: Any) -> Any:  # noqa: ANN401 - highspy has no types
    """Return HiGHS without its callbacks: these announce it on the standard output."""

    class Silent(library.Highs):  # type: ignore[misc]
        def __init__(self) -> None:
            super(library.Highs, self).__init__()

    return Silent()


def _lower(row: Row) -> float:
    return -_INFINITY if row.low is None else float(row.low)


def _upper(row: Row) -> float:
    return _INFINITY if row.high is None else float(row.high)


def _value(terms: Iterable[Term], answer: Sequence[int]) -> int:
    """Return a sum in an answer."""
    return sum(w * (answer[lit - 1] if lit > 0 else 1 - answer[-lit - 1]) for w, lit in terms)
