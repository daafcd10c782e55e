"""What decisions leave open of one constraint or conjunction, as a code in a field of bits; 0 is nothing."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping

from routeplanner.engine.normal import Conjunction, Constraint, Lit

_HOLDS, _FAILS, _SUM = 0, 1, 2
"""Codes of a constraint: it holds whatever comes; only its guard can still keep it; _SUM more than its sum so far."""


class Field(ABC):
    """One field of a state."""

    shift = 0
    """How many bits of other fields come before it."""
    mask = 0
    """The bits of the field in a state."""
    bits: int
    variables: tuple[int, ...]
    """Those that change it, in the order in which they are decided."""

    def put(self, shift: int) -> None:
        """Give the field its bits, after so many of other fields."""
        self.shift, self.mask = shift, ((1 << self.bits) - 1) << shift

    @abstractmethod
    def after(self, literal: Lit, code: int) -> int | None:
        """Return the code after a literal of its variables is true; None where that cannot be."""


class Sum(Field):
    """How far the sum of a constraint is.

    Args:
        constraint: It has variables.
        values: The values that each variable can have.
        place: When each is decided.
    """

    def __init__(
        self, constraint: Constraint, values: Mapping[int, tuple[bool, ...]], place: Mapping[int, int]
    ) -> None:
        self._low, self._high = constraint.low, constraint.high
        self._against = frozenset(-literal for literal in constraint.guard)
        self._added: dict[Lit, int] = {}
        for weight, literal in constraint.terms:
            self._added[literal] = self._added.get(literal, 0) + weight
        self.variables = tuple(sorted(set(constraint.variables), key=place.__getitem__))
        self._ahead: dict[int, tuple[int, int, bool]] = {}
        """After each variable: the least and most that those ahead add, and whether they can let the guard go."""
        least, most, guarded = 0, 0, False
        for variable in reversed(self.variables):
            self._ahead[variable] = least, most, guarded
            literals = [variable if value else -variable for value in values[variable]]
            amounts = [self._added.get(literal, 0) for literal in literals] or [0]
            least, most = least + min(amounts), most + max(amounts)
            guarded = guarded or not self._against.isdisjoint(literals)
        self._begin = self._coded(0, least, most)
        self.bits = (sum(self._added.values()) + _SUM).bit_length()

    def after(self, literal: Lit, code: int) -> int | None:
        """Return the code after a literal of its variables is true; None where the constraint cannot hold."""
        variable = abs(literal)
        if variable == self.variables[0]:
            code = self._begin
        if code == _HOLDS or literal in self._against:
            return _HOLDS
        least, most, guarded = self._ahead[variable]
        if code != _FAILS:
            code = self._coded(code - _SUM + self._added.get(literal, 0), least, most)
        return code if guarded or code != _FAILS else None

    def _coded(self, amount: int, least: int, most: int) -> int:
        """Return the code of a sum to which at least and at most so much is still added."""
        low = amount + least if self._low is None else self._low
        high = amount + most if self._high is None else self._high
        if amount + most < low or amount + least > high:
            return _FAILS
        return _HOLDS if amount + least >= low and amount + most <= high else amount + _SUM


class AllOf(Field):
    """Whether all literals of a conjunction that were decided are true."""

    bits = 1

    def __init__(self, conjunction: Conjunction, place: Mapping[int, int]) -> None:
        self._against = frozenset(-literal for literal in conjunction.literals)
        self._variable = conjunction.variable
        self.variables = tuple(
            sorted({conjunction.variable, *map(abs, conjunction.literals)}, key=place.__getitem__)
        )

    def after(self, literal: Lit, code: int) -> int | None:
        """Return the code after a literal is true; None where the variable would not be what its literals are."""
        if abs(literal) == self._variable:
            return 0 if (literal > 0) == bool(code) else None
        first = abs(literal) == self.variables[0]
        return int((first or bool(code)) and literal not in self._against)
