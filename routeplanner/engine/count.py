"""How many routes there are: sets of choices for which every rule holds, placements not counted apart.

The problem falls apart into components that share no constraint; their numbers multiply. Within one,
variables are decided in turn. What a decision leaves open is a state (sums so far, and the values that a
later constraint asks for); where things stand in time is not counted, so all placements of one set of
choices are followed together, as a set of states. Equal sets are one, with a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from routeplanner.engine.deciding_order import deciding_order
from routeplanner.engine.encoding import Cost
from routeplanner.engine.groups import Groups
from routeplanner.engine.limits import LimitReachedError, check
from routeplanner.engine.normal import TRUE, Conjunction, Constraint, Lit, Problem
from routeplanner.engine.same_places import with_enough_places
from routeplanner.engine.solve import Solver

MAX_STATES = 200_000
"""Sets of states that one component may have at a time."""
State: TypeAlias = tuple[int, ...]
"""The values of the variables that are asked for later, then the sums of the constraints."""


Shape: TypeAlias = tuple[object, ...]
"""All that matters for the number of a component, whatever its variables are called."""
_LOOK = 256
"""States that are followed between two looks at the limit."""
_SOON = 20_000
"""The same with most steps still ahead: states that are so many so soon grow on, and each takes time."""
_FEW_STATES = 2_000
_FEW_SETS = 5_000
"""With more states than the one, a component is enumerated as long as it has no more sets than the other."""


@dataclass(frozen=True, slots=True)
class Number:
    """How many routes there are."""

    value: int
    exact: bool
    """If not, there are at least so many, and it is not known how many more."""


class TooManyStatesError(Exception):
    """The number cannot be had within MAX_STATES."""


def count_routes(
    problem: Problem,
    fixed: Iterable[Lit] = (),
    *,
    known: dict[Shape, Number] | None = None,
) -> Number:
    """Return how many sets of choices there are with these literals true.

    Where some component has too many states, what was seen of it counts, which is proven too. What is not counted
    before the limit that holds now is left out: the product of the others is proven, as long as there is one route
    at all, which the caller knows.

    Args:
        problem: What is counted.
        fixed: Literals that must be true.
        known: Numbers of components by their shape, shared between problems that are much alike.
    """
    total, exact = 1, True
    memory = {} if known is None else known
    wanted = frozenset(fixed)
    try:
        check()
        components = tuple(_components(with_enough_places(problem, wanted), wanted))
    except LimitReachedError:
        return Number(1, exact=False)
    for component in components:
        try:
            number = _remembered(component, memory)
        except LimitReachedError:
            number = Number(1, exact=False)
        total *= number.value
        exact = exact and number.exact
        if total == 0:
            return Number(0, exact=True)
    return Number(total, exact)


def _remembered(component: _Component, known: dict[Shape, Number]) -> Number:
    shape = component.shape()
    if shape not in known:
        known[shape] = component.number()
    return known[shape]


# ---- components


def _components(problem: Problem, fixed: frozenset[Lit]) -> Iterator[_Component]:
    """Yield the parts of a problem that share no variable; a choice in no constraint is a part of its own."""
    groups = Groups()
    for conjunction in problem.conjunctions:
        groups.join([conjunction.variable, *map(abs, conjunction.literals)])
    for constraint in problem.constraints:
        groups.join(constraint.variables)
    choices = frozenset(problem.choices.values())
    for variable in sorted({*choices, *groups.members()}):
        groups.join([variable])
    conjunctions: dict[int, list[Conjunction]] = {}
    constraints: dict[int, list[Constraint]] = {}
    for conjunction in problem.conjunctions:
        conjunctions.setdefault(groups.of(conjunction.variable), []).append(conjunction)
    for constraint in problem.constraints:
        for variable in constraint.variables[:1]:
            constraints.setdefault(groups.of(variable), []).append(constraint)
    for group, members in groups.all().items():
        check()
        yield _Component(
            members - {TRUE}, choices, conjunctions.get(group, []), constraints.get(group, []), fixed
        )
    for constraint in problem.constraints:
        if not constraint.variables and not _within(0, constraint):
            yield _Component(frozenset(), choices, [], [constraint], fixed)


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
    open: tuple[int, ...]
    """The constraints that have variables both behind and ahead: their sums are remembered."""


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
        self._steps = self._plan(deciding_order(members, choices, self._conjunctions, constraints))

    def shape(self) -> Shape:
        """Return all that matters for the number, with the variables by their place in the order."""
        place = {step.variable: index + 2 for index, step in enumerate(self._steps)} | {TRUE: TRUE}

        def named(literals: Iterable[Lit]) -> tuple[Lit, ...]:
            return tuple(place[x] if x > 0 else -place[-x] for x in literals)

        return (
            tuple(
                (named(c.guard), named(x for _, x in c.terms), tuple(w for w, _ in c.terms), c.low, c.high)
                for c in self._constraints
            ),
            tuple((place[c.variable], named(c.literals)) for c in self._conjunctions.values()),
            tuple(sorted(place[step.variable] for step in self._steps if step.counted)),
            tuple(sorted(named(x for x in self._fixed if abs(x) in place))),
        )

    def number(self) -> Number:
        """Return the number of sets of choices: followed where that is little work, else enumerated if few."""
        with suppress(TooManyStatesError):
            return Number(self.count(_FEW_STATES), exact=True)
        few = self._enumerated()
        if few is not None:
            return Number(few, exact=True)
        with suppress(TooManyStatesError):
            return Number(self.count(), exact=True)
        return Number(_FEW_SETS + 1, exact=False)

    def _enumerated(self) -> int | None:
        """Return how many sets of choices there are; None where there are more than _FEW_SETS."""
        problem = Problem(max((step.variable for step in self._steps), default=TRUE))
        problem.conjunctions.extend(self._conjunctions.values())
        problem.constraints.extend(self._constraints)
        mine = [Cost(step.variable, 0) for step in self._steps if step.counted]
        solver = Solver(problem, mine)
        fixed = [x for x in self._fixed if abs(x) in {step.variable for step in self._steps}]
        sets = sum(1 for _ in solver.best(fixed, _FEW_SETS + 1))
        return sets if sets <= _FEW_SETS else None

    def count(self, most: int = MAX_STATES, soon: int = _SOON) -> int:
        """Return the number of sets of choices, following every state.

        Args:
            most: States that are followed at once.
            soon: The same with most steps still ahead.

        Raises:
            TooManyStatesError: There are too many to follow, or so many so soon that there will be too many.
        """
        empty = [c for c in self._constraints if not c.variables]
        if any(not _within(0, constraint) for constraint in empty):
            return 0
        sets: dict[frozenset[State], int] = {frozenset({()}): 1}
        before = _Step(TRUE, counted=False, conjunction=None, done=(), kept=(), open=())
        for done, step in enumerate(self._steps):
            after: dict[frozenset[State], int] = {}
            known: dict[tuple[State, Sequence[bool]], tuple[State, ...]] = {}
            for states, number in sets.items():
                check()
                for values in ((False,), (True,)) if step.counted else ((False, True),):
                    found: set[State] = set()
                    for state in states:
                        if (state, values) not in known:
                            if len(known) % _LOOK == 0:
                                check()
                            known[state, values] = tuple(self._decide(step, values, state, before))
                        found.update(known[state, values])
                    moved = frozenset(found)
                    if moved:
                        after[moved] = after.get(moved, 0) + number
            states_now = sum(map(len, after))
            if states_now > most or (states_now > soon and 2 * done < len(self._steps)):
                raise TooManyStatesError
            sets, before = after, step
        return sum(sets.values())

    def _decide(self, step: _Step, values: Sequence[bool], state: State, before: _Step) -> Iterator[State]:
        """Yield the states after a variable has one of these values."""
        known = {variable: bool(value) for variable, value in zip(before.kept, state, strict=False)}
        known[TRUE] = True
        sums = dict(zip(before.open, state[len(before.kept) :], strict=True))
        if step.conjunction is not None:
            values = (all(known[abs(x)] == (x > 0) for x in step.conjunction.literals),)
        for value in values:
            literal = step.variable if value else -step.variable
            if -literal in self._fixed:
                continue
            known[step.variable] = value
            moved = self._added(sums, literal)
            if all(self._holds(index, moved.get(index, 0), known) for index in step.done):
                left = (moved.get(index, 0) for index in step.open)
                yield (*(int(known[variable]) for variable in step.kept), *left)

    def _added(self, sums: dict[int, int], literal: Lit) -> dict[int, int]:
        """Return the sums after a literal is true, each no further than it matters."""
        fresh = dict(sums)
        for index, weight, most in self._terms.get(literal, ()):
            fresh[index] = min(fresh.get(index, 0) + weight, most)
        return fresh

    def _holds(self, index: int, amount: int, known: dict[int, bool]) -> bool:
        constraint = self._constraints[index]
        asked = all(known[abs(literal)] == (literal > 0) for literal in constraint.guard)
        return not asked or _within(amount, constraint)

    def _plan(self, order: Sequence[int]) -> tuple[_Step, ...]:
        """Return the steps: with each variable what is done after it, and what has to be remembered."""
        place = {variable: index for index, variable in enumerate(order)}
        spans = {
            i: (min(places := [place[v] for v in vs]), max(places))
            for i, c in enumerate(self._constraints)
            if (vs := c.variables)
        }
        last = {i: at for i, (_, at) in spans.items()}
        until: dict[int, int] = {}
        for index, constraint in enumerate(self._constraints):
            for literal in constraint.guard:
                until[abs(literal)] = max(until.get(abs(literal), -1), last[index])
        for conjunction in self._conjunctions.values():
            for literal in conjunction.literals:
                until[abs(literal)] = max(until.get(abs(literal), -1), place[conjunction.variable])
        done: dict[int, list[int]] = {}
        begun: dict[int, list[int]] = {}
        for constraint_index, (first, at) in spans.items():
            begun.setdefault(first, []).append(constraint_index)
            done.setdefault(at, []).append(constraint_index)
        steps: list[_Step] = []
        asked: list[int] = []
        open_: list[int] = []
        for index, variable in enumerate(order):
            check()
            asked = [v for v in (*asked, variable) if until.get(v, -1) > index]
            open_ = [i for i in (*open_, *begun.get(index, ())) if spans[i][1] > index]
            whole, after = self._conjunctions.get(variable), tuple(done.get(index, ()))
            counted = variable in self._choices
            steps.append(_Step(variable, counted, whole, after, tuple(asked), tuple(open_)))
        return tuple(steps)


def _within(amount: int, constraint: Constraint) -> bool:
    low, high = constraint.low, constraint.high
    return (low is None or amount >= low) and (high is None or amount <= high)
