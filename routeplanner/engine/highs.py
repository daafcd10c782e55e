"""The only home of HiGHS: rows over whole numbers, and the answer that costs least."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from threading import TIMEOUT_MAX, Thread
from typing import Any

from routeplanner.engine.rows import Row

_INFINITY = float("inf")
_GRACE = 0.05
"""Seconds that HiGHS may be late: it looks at its clock between steps, and some steps take a second. Where it
is later nobody waits; it ends by itself at its next look."""
_OPTIONS: tuple[tuple[str, bool | int | float | str], ...] = (
    ("output_flag", False),
    ("threads", 1),
    ("parallel", "off"),
    ("random_seed", 1),
    ("mip_abs_gap", 0.5),  # every sum is a whole number
    ("mip_rel_gap", 0.0),
    # problems of a school are small: looking for good answers on the side takes longer than the search itself;
    # but rounding one that is there takes no time, and often it is the best already
    ("mip_heuristic_run_shifting", True),
    ("mip_heuristic_run_zi_round", True),
    ("mip_heuristic_effort", 0.0),
    ("mip_heuristic_run_feasibility_jump", False),
    ("mip_heuristic_run_rins", False),
    ("mip_heuristic_run_rens", False),
    ("mip_heuristic_run_root_reduced_cost", False),
    ("mip_detect_symmetry", False),
)


class LateError(Exception):
    """HiGHS went on after its limit."""


class Highs:
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
        """Add a row after the others."""
        weights = [float(weight) for weight in row.weights.values()]
        self._highs.addRow(_lower(row), _upper(row), len(weights), list(row.weights), weights)

    def delete(self, start: int, end: int) -> None:
        """Delete the rows from the first of these numbers up to the other."""
        if end > start:
            self._highs.deleteRows(end - start, list(range(start, end)))

    def solve(self, costs: Mapping[int, int], seconds: float) -> tuple[list[int] | None, bool]:
        """Return what the columns are in the cheapest answer, and whether that is proven; None: no answer.

        Raises:
            LateError: It did not stop in time; it can not be asked again.
        """
        highs, status = self._highs, self._library.HighsModelStatus
        every = list(range(self._size))
        highs.changeColsCost(self._size, every, [float(costs.get(column, 0)) for column in every])
        highs.setOptionValue("time_limit", highs.getRunTime() + seconds)  # its clock counts all runs
        running = Thread(target=highs.run)
        running.start()
        running.join(min(seconds + _GRACE, TIMEOUT_MAX))
        if running.is_alive():
            raise LateError
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
