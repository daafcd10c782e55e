"""How many routes there are: sets of choices for which every rule holds, placements not counted apart.

The problem falls apart into components that share no constraint; their numbers multiply. Within one,
variables are decided in turn. What a decision leaves open is a state (sums so far, and the values that a
later constraint asks for); where things stand in time is not counted, so all placements of one set of
choices are followed together, as a set of states. Equal sets are one, with a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from routeplanner.engine.normal import TRUE, Conjunction, Constraint, Lit, Problem

MAX_STATES = 200_000
"""Sets of states that one component may have at a time."""
State: TypeAlias = tuple[int, ...]
"""The values of the variables that are asked for later, then the sums of the constraints."""


@dataclass(frozen=True, slots=True)
class Number:
    """How many routes there are."""

    value: int
    exact: bool
    """If not, there are at least so many, and it is not known how many more."""


class TooManyStatesError(Exception):
    """The number cannot be had within MAX_STATES."""


def count_routes(problem: Problem, fixed: Iterable[Lit] = ()) -> Number:
    """Return how many sets of choices there are with these literals true.

    Where some component has too many states its own number is left out: the product of the others is proven,
    as long as there is one route at all, which the caller knows.
    """
    total, exact = 1, True
    for component in _components(problem, frozenset(fixed)):
        try:
            total *= component.count()
        except TooManyStatesError:
            exact = False
        if total == 0:
            return Number(0, exact=True)
    return Number(total, exact)


# ---- components


def _components(problem: Problem, fixed: frozenset[Lit]) -> Iterator[_Component]:
    """Yield the parts of a problem that share no variable; a choice in no constraint is a part of its own."""
    groups = _Groups()
    for conjunction in problem.conjunctions:
        groups.join([conjunction.variable, *map(abs, conjunction.literals)])
    for constraint in problem.constraints:
        groups.join(_variables(constraint))
    choices = frozenset(problem.choices.values())
    for variable in sorted({*choices, *groups.members()}):
        groups.join([variable])
    for members in groups.all():
        conjunctions = [c for c in problem.conjunctions if c.variable in members]
        constraints = [c for c in problem.constraints if members & set(_variables(c))]
        yield _Component(members - {TRUE}, choices, conjunctions, constraints, fixed)
    for constraint in problem.constraints:
        if not _variables(constraint) and not _within(0, constraint):
            yield _Component(frozenset(), choices, [], [constraint], fixed)


def _variables(constraint: Constraint) -> list[int]:
    return [abs(x) for x in (*constraint.guard, *(x for _, x in constraint.terms))]


class _Groups:
    """Variables joined into groups."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}

    def _root(self, one: int) -> int:
        self._parent.setdefault(one, one)
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one

    def join(self, variables: Sequence[int]) -> None:
        for variable in variables:
            self._parent[self._root(variable)] = self._root(variables[0])

    def members(self) -> set[int]:
        return set(self._parent)

    def all(self) -> list[frozenset[int]]:
        groups: dict[int, set[int]] = {}
        for variable in sorted(self._parent):
            groups.setdefault(self._root(variable), set()).add(variable)
        return [frozenset(group) for group in groups.values()]


# ---- one component


class _Step(NamedTuple):
    """One variable to decide."""

    variable: int
    counted: bool
    """Whether its values are told apart in the number; of any other, one that works is enough."""
    conjunction: Conjunction | None
    """Where it is determined by others."""
    done: tuple[int, ...]
    """The constraints that have their last variable here."""
    kept: tuple[int, ...]
    """The variables, of those decided, that are asked for later."""


class _Component:
    def __init__(
        self,
        members: frozenset[int],
        choices: frozenset[int],
        conjunctions: Sequence[Conjunction],
        constraints: Sequence[Constraint],
        fixed: frozenset[Lit],
    ) -> None:
        self._choices = choices
        self._conjunctions = {c.variable: c for c in conjunctions}
        self._constraints = constraints
        self._fixed = fixed
        self._terms: dict[Lit, list[tuple[int, int, int]]] = {}
        for index, constraint in enumerate(constraints):
            most = constraint.high + 1 if constraint.high is not None else constraint.low or 0
            for weight, literal in constraint.terms:
                self._terms.setdefault(literal, []).append((index, weight, max(most, 0)))
        self._steps = self._plan(_order(members, choices, self._conjunctions, constraints))

    def count(self) -> int:
        """Return the number of sets of choices.

        Raises:
            TooManyStatesError: There are too many to follow.
        """
        empty = [c for c in self._constraints if not _variables(c)]
        if any(not _within(0, constraint) for constraint in empty):
            return 0
        start: State = (0,) * len(self._constraints)
        sets: dict[frozenset[State], int] = {frozenset({start}): 1}
        kept: tuple[int, ...] = ()
        for step in self._steps:
            after: dict[frozenset[State], int] = {}
            known: dict[tuple[State, Sequence[bool]], tuple[State, ...]] = {}
            for states, number in sets.items():
                for values in ((False,), (True,)) if step.counted else ((False, True),):
                    found: set[State] = set()
                    for state in states:
                        if (state, values) not in known:
                            known[state, values] = tuple(self._decide(step, values, state, kept))
                        found.update(known[state, values])
                    moved = frozenset(found)
                    if moved:
                        after[moved] = after.get(moved, 0) + number
            if sum(map(len, after)) > MAX_STATES:
                raise TooManyStatesError
            sets, kept = after, step.kept
        return sum(sets.values())

    def _decide(
        self, step: _Step, values: Sequence[bool], state: State, kept: tuple[int, ...]
    ) -> Iterator[State]:
        """Yield the states after a variable has one of these values."""
        known = {variable: bool(value) for variable, value in zip(kept, state, strict=False)}
        known[TRUE] = True
        sums = state[len(kept) :]
        if step.conjunction is not None:
            values = (all(known[abs(x)] == (x > 0) for x in step.conjunction.literals),)
        for value in values:
            literal = step.variable if value else -step.variable
            if -literal in self._fixed:
                continue
            known[step.variable] = value
            moved = self._added(sums, literal)
            if all(self._holds(index, moved[index], known) for index in step.done):
                for index in step.done:
                    moved[index] = 0
                yield (*(int(known[variable]) for variable in step.kept), *moved)

    def _added(self, sums: State, literal: Lit) -> list[int]:
        """Return the sums after a literal is true, each no further than it matters."""
        fresh = list(sums)
        for index, weight, most in self._terms.get(literal, ()):
            fresh[index] = min(fresh[index] + weight, most)
        return fresh

    def _holds(self, index: int, amount: int, known: dict[int, bool]) -> bool:
        constraint = self._constraints[index]
        asked = all(known[abs(literal)] == (literal > 0) for literal in constraint.guard)
        return not asked or _within(amount, constraint)

    def _plan(self, order: Sequence[int]) -> tuple[_Step, ...]:
        """Return the steps: with each variable what is done after it, and what has to be remembered."""
        place = {variable: index for index, variable in enumerate(order)}
        last = {
            i: max(map(place.__getitem__, vs))
            for i, c in enumerate(self._constraints)
            if (vs := _variables(c))
        }
        until: dict[int, int] = {}
        for index, constraint in enumerate(self._constraints):
            for literal in constraint.guard:
                until[abs(literal)] = max(until.get(abs(literal), -1), last[index])
        for conjunction in self._conjunctions.values():
            for literal in conjunction.literals:
                until[abs(literal)] = max(until.get(abs(literal), -1), place[conjunction.variable])
        return tuple(
            _Step(
                variable,
                variable in self._choices,
                self._conjunctions.get(variable),
                tuple(i for i, at in last.items() if at == index),
                tuple(v for v in order[: index + 1] if until.get(v, -1) > index),
            )
            for index, variable in enumerate(order)
        )


def _within(amount: int, constraint: Constraint) -> bool:
    low, high = constraint.low, constraint.high
    return (low is None or amount >= low) and (high is None or amount <= high)


def _order(
    members: frozenset[int],
    choices: frozenset[int],
    conjunctions: dict[int, Conjunction],
    constraints: Sequence[Constraint],
) -> list[int]:
    """Return an order in which little has to be remembered: after a choice, all that hangs on it alone."""
    order: list[int] = []
    seen: set[int] = set()

    def add(variable: int) -> None:
        if variable in seen or variable == TRUE:
            return
        seen.add(variable)
        for literal in conjunctions[variable].literals if variable in conjunctions else ():
            add(abs(literal))
        order.append(variable)

    for choice in sorted(members & choices):
        add(choice)
        for constraint in constraints:
            variables = _variables(constraint)
            own = [v for v in variables if v in choices]
            if choice in own and len(own) == 1:
                for variable in variables:
                    add(variable)
    for variable in sorted(members):
        add(variable)
    return order
