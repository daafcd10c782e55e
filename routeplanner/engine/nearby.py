"""Answers next to an answer: one variable gets its other value, and as little else as that asks.

An answer is held against a constraint by its sum, and by how many literals of its guard are false. With these
at hand another answer next to it takes no search: only what the changed variables stand in is looked at.
What is found here is an answer, for every constraint holds; what is not found says nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from math import inf
from random import Random
from typing import NamedTuple

from routeplanner.engine.limits import check
from routeplanner.engine.normal import TRUE, Lit, Problem

_DEPTH = 3
"""Variables that are changed after the first, at most."""
_TRIES = 12
"""Changes that are tried for one variable, at most."""
_PATIENCE = 24
"""Variables in a row without an answer after which the rest is left to those who search."""

_WORTH = 4
"""Variables that a look around has to show: an answer of a search, which shows one, takes so much less."""

_MOST_PASSED = 7
"""Answers of a search that are let pass between two looks around, at most."""


class _Place(NamedTuple):
    """What a constraint notices when a variable becomes true; the opposite when it becomes false."""

    constraint: int
    more: int
    """What is added to its sum."""
    off: int
    """How many more of its guards are false."""


class Nearby:
    """Finds answers next to answers of one problem. Not for several threads at once."""

    def __init__(self, problem: Problem) -> None:
        self._constraints = problem.constraints
        self._low = [-inf if c.low is None else c.low for c in problem.constraints]
        self._high = [inf if c.high is None else c.high for c in problem.constraints]
        self._made = {made.variable: made.literals for made in problem.conjunctions}
        self._makes: dict[int, list[int]] = {}
        for made in problem.conjunctions:
            for literal in made.literals:
                self._makes.setdefault(abs(literal), []).append(made.variable)
        self._places: list[tuple[_Place, ...]] = _places_of(problem)
        self._values = [False] * (problem.size + 1)
        self._sums: list[int] = []
        self._off: list[int] = []
        self._changed: list[int] = []
        self._left = 0

    def around(
        self, true: Collection[int], fixed: Iterable[Lit], wanted: Iterable[int]
    ) -> Iterator[tuple[int, ...]]:
        """Yield, for answers next to one, the variables that have another value in it than was seen before.

        First what can be missed goes, for then there is room for all the rest.

        Args:
            true: The true variables of an answer in which every rule holds.
            fixed: Literals that stay as they are.
            wanted: The variables to look for, none of which is made of others; each is changed in some answer,
                as far as one is found soon.
        """
        self._stand(true)
        never = {TRUE, *map(abs, fixed)}
        yield self._without(sorted(set(true) - never - self._made.keys()), never)
        failed = 0
        for variable in wanted:
            check()
            self._left = _TRIES
            self._change(variable)
            if self._mended(never, _DEPTH):
                failed = 0
                yield tuple(self._moved())
            else:
                failed += 1
            self._back(0)
            if failed == _PATIENCE:
                return

    def _without(self, some: Iterable[int], never: AbstractSet[int]) -> tuple[int, ...]:
        """Take out what can be missed of some true variables; return all that went, and stay there."""
        gone: set[int] = set()
        for variable in some:
            if self._values[variable]:
                self._left = _TRIES
                self._change(variable)
                came = (self._values[v] for v in self._changed if v not in self._made)
                if self._mended(never, _DEPTH) and not any(came):
                    gone ^= self._moved()
                    self._changed = []
                self._back(0)
        return tuple(gone)

    def _stand(self, true: Collection[int]) -> None:
        """Go to an answer."""
        values = self._values = [False] * len(self._values)
        for variable in (TRUE, *true):
            values[variable] = True
        self._off = [sum(values[abs(x)] != (x > 0) for x in c.guard) for c in self._constraints]
        self._sums = [sum(w for w, x in c.terms if values[abs(x)] == (x > 0)) for c in self._constraints]
        self._changed = []

    # ---- changes

    def _change(self, variable: int) -> None:
        """Give a variable its other value, and those that are made of it what they are then."""
        self._flip(variable)
        self._changed.append(variable)
        for made in self._makes.get(variable, ()):
            if self._values[made] != all(self._values[abs(x)] == (x > 0) for x in self._made[made]):
                self._change(made)

    def _moved(self) -> set[int]:
        """Return the variables that have another value after the changes; one made of others may change twice."""
        return {variable for variable in self._changed if self._changed.count(variable) % 2}

    def _back(self, size: int) -> None:
        """Take back all changes but the first so many."""
        while len(self._changed) > size:
            self._flip(self._changed.pop())

    def _flip(self, variable: int) -> None:
        on = self._values[variable] = not self._values[variable]
        sums, off = self._sums, self._off
        for constraint, more, less in self._places[variable]:
            sums[constraint] += more if on else -more
            off[constraint] += less if on else -less

    # ---- mending

    def _mended(self, never: AbstractSet[int], depth: int) -> bool:
        """Change more until no constraint is broken; False, with nothing changed, where that is not found."""
        broken = self._broken()
        if broken is None:
            return never.isdisjoint(self._changed)
        if depth == 0:
            return False
        size = len(self._changed)
        for variable in self._mending(broken):
            if variable in never or variable in self._made or variable in self._changed:
                continue
            if self._left == 0:
                break
            self._left -= 1
            self._change(variable)
            if self._mended(never, depth - 1):
                return True
            self._back(size)
        return False

    def _broken(self) -> int | None:
        """Return a constraint that the changes break."""
        off, sums, low, high = self._off, self._sums, self._low, self._high
        for variable in self._changed:
            for place in self._places[variable]:
                index = place[0]
                if not off[index] and not low[index] <= sums[index] <= high[index]:
                    return index
        return None

    def _mending(self, index: int) -> Iterator[int]:
        """Yield the variables that bring a sum nearer to its bounds, then those that let its guard go."""
        constraint, lacks = self._constraints[index], self._sums[index] < self._low[index]
        for weight, literal in constraint.terms:
            counts = self._values[abs(literal)] == (literal > 0)
            if (weight > 0) == (counts != lacks):
                yield abs(literal)
        yield from map(abs, constraint.guard)


class Around:
    """Looks around the answers of one search; where that shows nothing, it lets more and more of them pass.

    Args:
        nearby: Finds answers next to others.
        fixed: Literals that are true in every answer.
    """

    def __init__(self, nearby: Nearby, fixed: Iterable[Lit]) -> None:
        self._nearby = nearby
        self._fixed = tuple(fixed)
        self._pass = 0
        self._passed = 0

    def look(self, true: Collection[int], never_true: set[int], never_false: set[int]) -> None:
        """Take out what is seen next to an answer: of each variable the value that it does not have there.

        Args:
            true: The true variables of the answer.
            never_true: What was not seen to be true yet, in this answer either.
            never_false: What was not seen to be false yet, in this answer either.
        """
        if self._passed < self._pass:
            self._passed += 1
            return
        before = len(never_true) + len(never_false)
        unseen = sorted(never_true | never_false)
        Random(0).shuffle(unseen)  # noqa: S311 - what is alike stands together, and is as hard to find
        wanted = (variable for variable in unseen if variable in never_true or variable in never_false)
        for changed in self._nearby.around(true, self._fixed, wanted):
            never_true.difference_update(changed)
            never_false.difference_update(changed)
        found = before - len(never_true) - len(never_false)
        self._pass, self._passed = (0 if found >= _WORTH else min(2 * self._pass + 1, _MOST_PASSED)), 0


def _places_of(problem: Problem) -> list[tuple[_Place, ...]]:
    found: list[dict[int, tuple[int, int]]] = [{} for _ in range(problem.size + 1)]
    for index, constraint in enumerate(problem.constraints):
        for weight, literal in constraint.terms:
            more, off = found[abs(literal)].get(index, (0, 0))
            found[abs(literal)][index] = more + (weight if literal > 0 else -weight), off
        for literal in constraint.guard:
            more, off = found[abs(literal)].get(index, (0, 0))
            found[abs(literal)][index] = more, off + (-1 if literal > 0 else 1)
    return [tuple(_Place(i, *moved) for i, moved in places.items()) for places in found]
