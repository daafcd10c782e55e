"""A problem as rows over whole numbers: sums of columns between two bounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from routeplanner.engine.limits import check
from routeplanner.engine.normal import Constraint, Lit, Problem

Term: TypeAlias = tuple[int, Lit]
"""A weight, and the literal that it counts for."""
_ONE, _NONE = (1, 1), (None, 0)


class Row(NamedTuple):
    """Columns with their weights, and the bounds of their sum; None is no bound."""

    weights: dict[int, int]
    low: int | None
    high: int | None


def rows_of(problem: Problem) -> Iterator[Row]:
    """Yield the rows of a problem; the column of a variable is one less than its number."""
    for variable, literals in problem.conjunctions:
        for literal in literals:
            yield row_of([(1, variable), (-1, literal)], None, 0)
        yield row_of([(1, variable), *((-1, literal) for literal in literals)], 1 - len(literals), None)
    placed = frozenset(_placed(problem.constraints))
    for constraint in problem.constraints:
        check()
        bounds = (constraint.low, constraint.high)
        if bounds == _ONE and (constraint.terms, constraint.guard) in placed:
            yield row_of([*constraint.terms, (-1, constraint.guard[0])], 0, 0)
        elif bounds != _NONE or (constraint.terms, _opposite(constraint.guard)) not in placed:
            yield from _guarded(constraint)


def _placed(constraints: Iterable[Constraint]) -> Iterator[tuple[tuple[Term, ...], tuple[Lit, ...]]]:
    """Yield the sums that are one where a choice is made and none where it is not, with the choice.

    Such a pair is one row, that sum equal to the choice: much tighter than the two with their guards.
    """
    none = {(c.terms, c.guard) for c in constraints if (c.low, c.high) == _NONE and len(c.guard) == 1}
    for c in constraints:
        if (c.low, c.high) == _ONE and (c.terms, _opposite(c.guard)) in none:
            yield c.terms, c.guard


def _opposite(literals: Iterable[Lit]) -> tuple[Lit, ...]:
    return tuple(-literal for literal in literals)


def _guarded(constraint: Constraint) -> Iterator[Row]:
    """Yield the rows of a constraint: a guard is a term that gives way where it does not hold.

    A weight is never larger than what makes the bound by itself: that says the same, and tighter.
    """
    below = sum(weight for weight, _ in constraint.terms if weight < 0)
    terms = [(abs(weight), literal if weight > 0 else -literal) for weight, literal in constraint.terms]
    guard = constraint.guard
    if constraint.low is not None and constraint.low > below:
        low = constraint.low - below
        capped = [(min(weight, low), literal) for weight, literal in terms]
        yield row_of([*capped, *((-low, lit) for lit in guard)], low - low * len(guard), None)
    if constraint.high is not None and constraint.high < below:
        yield row_of([(-1, literal) for literal in guard], 1 - len(guard), None)
    elif constraint.high is not None:
        high = constraint.high - below
        capped = [(min(weight, high + 1), literal) for weight, literal in terms]
        room = sum(weight for weight, _ in capped) - high
        if room > 0:
            yield row_of([*capped, *((room, lit) for lit in guard)], None, high + room * len(guard))


def row_of(terms: Iterable[Term], low: int | None, high: int | None) -> Row:
    """Return a sum of literals as a row: an opposite literal is one minus its column."""
    weights: dict[int, int] = {}
    fixed = 0
    for weight, literal in terms:
        column = abs(literal) - 1
        weights[column] = weights.get(column, 0) + (weight if literal > 0 else -weight)
        fixed += 0 if literal > 0 else weight
    weights = {column: weight for column, weight in weights.items() if weight}
    return Row(weights, None if low is None else low - fixed, None if high is None else high - fixed)
