"""The best way to make a problem's rules true, one preference after the other.

A problem becomes a program of whole numbers: a column per variable, a row per constraint. A guard is a term
that is large enough to let the row go where the guard does not hold. HiGHS calculates with a point; what it
answers is rounded to whole numbers and held against every row: an answer that breaks one is never given.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from routeplanner.engine.highs import Highs, LateError
from routeplanner.engine.limits import OutOfTimeError
from routeplanner.engine.normal import TRUE, Lit, Problem
from routeplanner.engine.rows import Row, Term, row_of, rows_of

_LARGEST = 10**8
"""Weights above this are too large for numbers with a point to tell whole numbers apart."""
_AT_ONCE = 10_000
"""Values that sums may have together to be looked for in one search: few enough for numbers with a point."""
_WAYS = ("choose", "off")
"""How a problem is made smaller beforehand: now and then HiGHS fails on what that gives, and not without."""


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
        self._exact = 0
        self._known: tuple[list[Sequence[Term]], tuple[int, ...]] | None = None
        """Sums, and what they are in the best answer without bounds."""
        self._highs: Highs | None = None

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
        start, bounds = len(self._rows), list(bounds)
        try:
            for terms, low, high in bounds:
                self._add(row_of(terms, low, high))
            best = self._as_good(sums) or self._best(sums)
        finally:
            self._take_back(start)
        if best is not None and best.proven and not bounds:
            self._known = list(sums), best.values
        return best

    def _as_good(self, sums: Sequence[Sequence[Term]]) -> Best | None:
        """Return the best answer if it is as good in every sum but the last as it is without any bounds.

        It cannot be better, so that one search is enough where it is as good, as it is often.
        """
        if self._known is None or self._known[0] != list(sums):
            return None
        start, values = len(self._rows), self._known[1]
        for terms, value in zip(sums[:-1], values, strict=False):
            self._add(row_of(terms, None, value))
        answer, certain = self._solve(sums[-1])
        if answer is None:
            self._take_back(start)
            return None
        return Best(self._true_in(answer), tuple(_value(terms, answer) for terms in sums), certain)

    def _true_in(self, answer: Sequence[int]) -> frozenset[int]:
        return frozenset(v for v in range(1, self._problem.size + 1) if answer[v - 1])

    def _best(self, sums: Sequence[Sequence[Term]]) -> Best | None:
        answer: list[int] | None = None
        proven = True
        for some in self._at_once([terms for terms in sums if terms]) or [[]]:
            if answer is None or any(_value(terms, answer) > self._least(terms) for terms in some):
                found, certain = self._solve(self._one_sum(some))
                if found is None and answer is None and certain:
                    return None
                proven = proven and certain and found is not None
                if found is None:
                    break
                answer = found
            for terms in some:
                self._add(row_of(terms, None, _value(terms, answer)))
        if answer is None:
            raise OutOfTimeError
        return Best(self._true_in(answer), tuple(_value(terms, answer) for terms in sums), proven)

    def _at_once(self, sums: Iterable[Sequence[Term]]) -> list[list[Sequence[Term]]]:
        """Return sums, in order, in lists that are looked for at once: a search takes as long for a few of them."""
        lists: list[list[Sequence[Term]]] = []
        values = _AT_ONCE + 1
        for terms in sums:
            values *= self._values(terms)
            if values > _AT_ONCE:
                values = self._values(terms)
                lists.append([])
            lists[-1].append(terms)
        return lists

    def _one_sum(self, sums: Iterable[Sequence[Term]]) -> list[Term]:
        """Return a sum that is lowest where the first of these is, among those where the second is, and so on."""
        found: list[Term] = []
        for terms in sums:
            found = [*((weight * self._values(terms), literal) for weight, literal in found), *terms]
        return found

    def _values(self, terms: Sequence[Term]) -> int:
        """Return how many values a sum can have at most, whatever the rules."""
        return 1 - self._least(terms) - self._least([(-weight, literal) for weight, literal in terms])

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
                self._highs = Highs(self._low, self._high, self._rows, presolve)
            try:
                answer, certain = self._highs.solve(row_of(terms, None, None).weights, left)
            except LateError:
                answer, certain = None, False
            if certain if answer is None else self._holds(answer):
                return answer, certain and self._is_exact
            self._highs = None
        return None, False

    @property
    def _is_exact(self) -> bool:
        """Whether no weight is too large; what was looked at before is not looked at again."""
        while self._exact < len(self._rows):
            if any(abs(weight) > _LARGEST for weight in self._rows[self._exact].weights.values()):
                return False
            self._exact += 1
        return True

    def _holds(self, answer: Sequence[int]) -> bool:
        for weights, low, high in self._rows:
            total = sum([w * answer[column] for column, w in weights.items()])
            if (low is not None and total < low) or (high is not None and total > high):
                return False
        return True

    def _add(self, row: Row) -> None:
        self._rows.append(row)
        if self._highs is not None:
            self._highs.add(row)

    def _take_back(self, start: int) -> None:
        """Take back the rows that were added since there were so many."""
        if self._highs is not None:
            self._highs.delete(start, len(self._rows))
        del self._rows[start:]
        self._exact = min(self._exact, start)


def _value(terms: Iterable[Term], answer: Sequence[int]) -> int:
    """Return a sum in an answer."""
    return sum(w * (answer[lit - 1] if lit > 0 else 1 - answer[-lit - 1]) for w, lit in terms)
