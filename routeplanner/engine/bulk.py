"""The only home of numpy: which rules many routes break, 64 routes at a time.

Routes of pupils with one problem are stored by column: per choice a bit for each route. Every constraint is then
a few bit operations on whole columns; sums are made by adders of bits and compared with their bounds bit by bit.
What depends on where in time things stand, or on how things are divided over counts, has many answers per
route: bits do not decide it, and the rules that ask for it are told apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from math import gcd

import numpy as np
from numpy.typing import NDArray

from routeplanner.engine.normal import TRUE, Constraint, Lit, Problem
from routeplanner.model.rules import Keuze

Bits = NDArray[np.uint64]
"""A bit per route; the first route is the lowest bit of the first word."""
WORD = 64
"""Routes in a word."""
_BLOCK = 2_048
"""Words that are evaluated at a time: so many that the columns in use stay in the processor's own memory."""


@dataclass(frozen=True)
class Findings:
    """What many routes break."""

    number: int
    """How many routes."""
    broken: Mapping[str, Bits]
    """Per rule that bits decide, the routes that break it now; additions may still mend that."""
    undecided: tuple[str, ...]
    """The rules of which bits say nothing."""

    def counts(self) -> dict[str, int]:
        """Return per rule how many routes break it."""
        return {rule: int(np.bitwise_count(bits).sum()) for rule, bits in self.broken.items()}

    def held(self) -> list[frozenset[str]]:
        """Return per route the rules that it surely does not break."""
        flags = {rule: _unpacked(bits, self.number) for rule, bits in self.broken.items()}
        return [frozenset(rule for rule in flags if not flags[rule][i]) for i in range(self.number)]


def columns(problem: Problem, routes: Sequence[Collection[Keuze]]) -> Bits:
    """Return routes by column.

    Args:
        problem: What these routes have in common.
        routes: What each has chosen.

    Returns:
        A row per choice of the problem, in its order, of a bit per route.
    """
    rows = {keuze: row for row, keuze in enumerate(problem.choices)}
    bytes_ = np.zeros((len(rows), _words(len(routes)) * WORD // 8), dtype=np.uint8)
    for number, route in enumerate(routes):
        for keuze in route:
            if keuze in rows:
                bytes_[rows[keuze], number // 8] |= np.uint8(1 << number % 8)
    return bytes_.view("<u8").astype(np.uint64, copy=False)


def findings(problem: Problem, chosen: Bits, number: int) -> Findings:
    """Return which rules routes break.

    Args:
        problem: What these routes have in common.
        chosen: The routes by column, as `columns` gives them.
        number: How many routes there are.
    """
    known = _known(problem)
    undecided = {c.rule for c in problem.constraints if not _variables(c) <= known}
    constraints = [c for c in problem.constraints if c.rule not in undecided]
    broken = {c.rule: np.zeros(chosen.shape[1], dtype=np.uint64) for c in constraints}
    for start in range(0, chosen.shape[1], _BLOCK):
        block = _Block(problem, chosen[:, start : start + _BLOCK])
        for constraint in constraints:
            broken[constraint.rule][start : start + _BLOCK] |= block.broken(constraint)
    if number % WORD:
        for bits in broken.values():
            bits[-1] &= np.uint64((1 << number % WORD) - 1)
    return Findings(number, broken, tuple(rule for rule in problem.rules if rule in undecided))


def _words(number: int) -> int:
    return -(-number // WORD)


def _unpacked(bits: Bits, number: int) -> list[int]:
    found: list[int] = np.unpackbits(
        bits.astype("<u8").view(np.uint8), count=number, bitorder="little"
    ).tolist()
    return found


def _known(problem: Problem) -> set[int]:
    """Return the variables that the choices of a route decide."""
    known = {TRUE, *problem.choices.values()}
    for conjunction in problem.conjunctions:  # each is made of variables that came before it
        if all(abs(literal) in known for literal in conjunction.literals):
            known.add(conjunction.variable)
    return known


def _variables(constraint: Constraint) -> set[int]:
    return {abs(literal) for literal in (*constraint.guard, *(literal for _, literal in constraint.terms))}


class _Block:
    """Some words of every column."""

    def __init__(self, problem: Problem, chosen: Bits) -> None:
        self._columns = dict(zip(problem.choices.values(), chosen, strict=True))
        self._made = {conjunction.variable: conjunction.literals for conjunction in problem.conjunctions}
        self._none = np.zeros(chosen.shape[1], dtype=np.uint64)

    def broken(self, constraint: Constraint) -> Bits:
        """Return the routes that break a constraint."""
        low, high, terms = _reduced(constraint)
        bits: Bits = ~self._none
        for literal in constraint.guard:
            bits &= self._of(literal)
        if low is not None and low <= 0:
            low = None
        if low is None and high is None:
            return self._none
        if low == 1 and high is None:  # one is enough: no need to count
            bits &= ~reduce(np.bitwise_or, (self._of(literal) for _, literal in terms), self._none)
            return bits
        total = self._sum(terms)
        wrong = self._none
        if low is not None:
            wrong = wrong | ~self._at_least(total, low)
        if high is not None:
            wrong = wrong | self._at_least(total, high + 1)
        bits &= wrong
        return bits

    def _of(self, literal: Lit) -> Bits:
        """Return the routes in which a literal is true."""
        variable = abs(literal)
        if variable not in self._columns:
            self._columns[variable] = self._conjunction(variable)
        column: Bits = self._columns[variable]
        opposite: Bits = ~column
        return column if literal > 0 else opposite

    def _conjunction(self, variable: int) -> Bits:
        literals = self._made.get(variable, ())  # TRUE is made of nothing
        bits: Bits = ~self._none
        for literal in literals:
            bits &= self._of(literal)
        return bits

    # ---- sums, as a column per bit, the lowest first

    def _sum(self, terms: Iterable[tuple[int, Lit]]) -> list[Bits]:
        alike: dict[int, list[Bits]] = {}
        for weight, literal in terms:
            alike.setdefault(weight, []).append(self._of(literal))
        waiting: dict[int, list[Bits]] = {}
        for weight, columns_ in alike.items():  # those of one weight are counted first, then weighed
            for place, bit in enumerate(self._added({0: columns_})):
                for more in range(weight.bit_length()):
                    if weight >> more & 1:
                        waiting.setdefault(place + more, []).append(bit)
        return self._added(waiting)

    def _added(self, waiting: dict[int, list[Bits]]) -> list[Bits]:
        """Return the sum of columns that stand at the places of bits."""
        total: list[Bits] = []
        while waiting:
            here = waiting.pop(len(total), [])
            carried = [_add(here) for _ in range(len(here) // 2)]
            if carried:
                waiting.setdefault(len(total) + 1, []).extend(carried)
            total.append(here[0] if here else self._none)
        return total

    def _at_least(self, total: Sequence[Bits], bound: int) -> Bits:
        """Return the routes whose sum is no less than a bound."""
        if bound <= 0:
            return ~self._none
        if bound >= 1 << len(total):
            return self._none
        bits = ~self._none
        for place, bit in enumerate(total):
            bits = bits & bit if bound >> place & 1 else bits | bit
        return bits


def _reduced(constraint: Constraint) -> tuple[int | None, int | None, list[tuple[int, Lit]]]:
    """Return the bounds and terms with positive weights that have no divisor in common."""
    below = sum(min(weight, 0) for weight, _ in constraint.terms)
    terms = [(abs(weight), literal if weight > 0 else -literal) for weight, literal in constraint.terms]
    divisor = gcd(*(weight for weight, _ in terms)) or 1
    low = None if constraint.low is None else -(-(constraint.low - below) // divisor)
    high = None if constraint.high is None else (constraint.high - below) // divisor
    return low, high, [(weight // divisor, literal) for weight, literal in terms]


def _add(bits: list[Bits]) -> Bits:
    """Add the last three columns, or two: their sum takes their place, and what is carried comes back."""
    one, other = bits.pop(), bits.pop()
    half = one ^ other
    carried: Bits = one & other
    if not bits:
        bits.append(half)
        return carried
    third = bits.pop()
    bits.append(half ^ third)
    half &= third
    carried |= half
    return carried
