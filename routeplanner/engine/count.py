"""How many routes there are: sets of choices for which every rule holds, placements not counted apart.

The problem falls apart into components that share no constraint; their numbers multiply. How the number of one is
found is told in `following.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from routeplanner.engine.deciding_order import deciding_order
from routeplanner.engine.encoding import Cost
from routeplanner.engine.following import MAX_STATES, SOON, Following, TooManyStatesError
from routeplanner.engine.groups import Groups
from routeplanner.engine.limits import LimitReachedError, check
from routeplanner.engine.normal import TRUE, Conjunction, Constraint, Lit, Problem
from routeplanner.engine.same_places import with_enough_places
from routeplanner.engine.solve import Solver

Shape: TypeAlias = tuple[object, ...]
"""All that matters for the number of a component, whatever its variables are called."""
_FEW_STATES = 2_000
_FEW_SETS = 5_000
"""With more states than the one, a component is enumerated as long as it has no more sets than the other."""


@dataclass(frozen=True, slots=True)
class Number:
    """How many routes there are."""

    value: int
    exact: bool
    """If not, there are at least so many, and it is not known how many more."""


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
        order = deciding_order(members, choices, self._conjunctions, constraints)
        self._order = {variable: index for index, variable in enumerate(order, start=2)}
        """Each variable with its place, from the one after that of TRUE."""

    def shape(self) -> Shape:
        """Return all that matters for the number, with the variables by their place in the order."""
        place = self._order | {TRUE: TRUE}

        def named(literals: Iterable[Lit]) -> tuple[Lit, ...]:
            return tuple(place[x] if x > 0 else -place[-x] for x in literals)

        return (
            tuple(
                (named(c.guard), named(x for _, x in c.terms), tuple(w for w, _ in c.terms), c.low, c.high)
                for c in self._constraints
            ),
            tuple((place[c.variable], named(c.literals)) for c in self._conjunctions.values()),
            tuple(place for variable, place in self._order.items() if variable in self._choices),
            tuple(sorted(named(x for x in self._fixed if abs(x) in self._order))),
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
        problem = Problem(max(self._order, default=TRUE))
        problem.conjunctions.extend(self._conjunctions.values())
        problem.constraints.extend(self._constraints)
        mine = [Cost(variable, 0) for variable in self._order if variable in self._choices]
        solver = Solver(problem, mine)
        fixed = [x for x in self._fixed if abs(x) in self._order]
        sets = solver.number(fixed, _FEW_SETS + 1)
        return sets if sets <= _FEW_SETS else None

    def count(self, most: int = MAX_STATES, soon: int = SOON) -> int:
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
        return self._following.number(most, soon)

    @cached_property
    def _following(self) -> Following:
        constraints = [c for c in self._constraints if c.variables]
        conjunctions = self._conjunctions.values()
        return Following(list(self._order), self._choices, conjunctions, constraints, self._fixed)


def _within(amount: int, constraint: Constraint) -> bool:
    low, high = constraint.low, constraint.high
    return (low is None or amount >= low) and (high is None or amount <= high)
