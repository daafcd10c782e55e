"""How many sets of choices keep some constraints, found by deciding variables in turn.

What the decisions so far leave open is a state: of each constraint with variables on both sides how far its sum is,
of each such conjunction whether it can still be true. A constraint that holds whatever comes is not in it any more,
and where one can not hold any more nothing is followed. A state is one number with a field of bits for each of
them, so that a decision is one look in a table, by the fields that it changes.

Where things stand in time is not counted: all placements of one set of choices are followed together, as a set of
states. Equal sets are one, with a number.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from routeplanner.engine.fields import AllOf, Field, Sum
from routeplanner.engine.limits import check
from routeplanner.engine.normal import Conjunction, Constraint, Lit

MAX_STATES = 200_000
"""States that may be followed at a time."""
SOON = 20_000
"""The same with most steps still ahead: states that are so many so soon grow on, and each takes time."""
_LOOK = 256
"""States that are followed between two looks at the limit."""


class TooManyStatesError(Exception):
    """The number cannot be had with so few states at a time."""


class Following:
    """Variables in the order in which they are decided, with all that must hold of them.

    Args:
        order: The variables; a conjunction comes after what it is of.
        counted: Those of which the values are told apart in the number; of any other, one that works is enough.
        conjunctions: Those of which the variable is in the order.
        constraints: With all their variables in the order, and with one at least.
        fixed: Literals that must be true.
    """

    def __init__(
        self,
        order: Sequence[int],
        counted: Collection[int],
        conjunctions: Iterable[Conjunction],
        constraints: Iterable[Constraint],
        fixed: Collection[Lit],
    ) -> None:
        self._order = order
        self._counted = counted
        place = {variable: index for index, variable in enumerate(order)}
        self._values = {v: tuple(b for b in (False, True) if (-v if b else v) not in fixed) for v in order}
        self._known: dict[int, tuple[_Table, ...]] = {}
        self._fields: dict[int, list[Field]] = {}
        shift = 0
        for field in (
            *(Sum(constraint, self._values, place) for constraint in constraints),
            *(AllOf(conjunction, place) for conjunction in conjunctions),
        ):
            field.put(shift)
            shift += field.bits
            for variable in field.variables:
                self._fields.setdefault(variable, []).append(field)

    def number(self, most: int = MAX_STATES, soon: int = SOON) -> int:
        """Return the number of sets of choices.

        Args:
            most: States that are followed at once.
            soon: The same with most steps still ahead.

        Raises:
            TooManyStatesError: There are too many to follow, or so many so soon that there will be too many.
        """
        sets: dict[frozenset[int], int] = {frozenset({0}): 1}
        for done, variable in enumerate(self._order):
            after: dict[frozenset[int], int] = {}
            for table in self._tables(variable):
                for states, number in sets.items():
                    moved = table.moved(states)
                    if moved:
                        after[moved] = after.get(moved, 0) + number
            states_now = sum(map(len, after))
            if states_now > most or (states_now > soon and 2 * done < len(self._order)):
                raise TooManyStatesError
            sets = after
        return sum(sets.values())

    def _tables(self, variable: int) -> tuple[_Table, ...]:
        """Return what a decision does: for each value apart, or for all together where they are not counted."""
        if variable not in self._known:
            fields, values = self._fields.get(variable, ()), self._values[variable]
            apart = [(value,) for value in values] if variable in self._counted else [values]
            self._known[variable] = tuple(
                _Table([(variable if value else -variable) for value in some], fields) for some in apart
            )
        return self._known[variable]


class _Table(dict[int, tuple[int, ...]]):
    """How the fields that one decision changes can be after it, by how they were."""

    def __init__(self, literals: Sequence[Lit], fields: Sequence[Field]) -> None:
        super().__init__()
        check()
        self._literals = literals
        self._fields = fields
        self._mask = sum(field.mask for field in fields)

    def moved(self, states: Iterable[int]) -> frozenset[int]:
        """Return the states after it."""
        mask = self._mask
        return frozenset(
            [
                state ^ before | after
                for state in states
                for before in (state & mask,)
                for after in self[before]
            ]
        )

    def __missing__(self, before: int) -> tuple[int, ...]:
        if len(self) % _LOOK == 0:
            check()
        found = (self._after(literal, before) for literal in self._literals)
        self[before] = after = tuple({state for state in found if state is not None})
        return after

    def _after(self, literal: Lit, before: int) -> int | None:
        state = 0
        for field in self._fields:
            code = field.after(literal, (before & field.mask) >> field.shift)
            if code is None:
                return None
            state |= code << field.shift
        return state
