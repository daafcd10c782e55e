"""The one form that every sentence has below the language: guarded linear constraints.

    every guard literal true  ->  low <= sum of the weights of true literals <= high

A literal is a yes-or-no variable, or minus it for its opposite. A rule is a group of constraints; nothing
else exists below this line, and everything that searches reads it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from routeplanner.engine.limits import check
from routeplanner.engine.selection import Cel
from routeplanner.model.rules import Keuze

Lit: TypeAlias = int
TRUE: Lit = 1
"""A variable that is always true; -TRUE is always false."""


class Constraint(NamedTuple):
    """One constraint; without terms the guard itself is what may not be."""

    rule: str
    guard: tuple[Lit, ...]
    terms: tuple[tuple[int, Lit], ...]
    """Weights (minutes, weeks or pieces) with their literals."""
    low: int | None
    high: int | None

    @property
    def variables(self) -> tuple[int, ...]:
        """The variables that it reads, those of its guard first."""
        return tuple(abs(x) for x in (*self.guard, *(x for _, x in self.terms)))


class Conjunction(NamedTuple):
    """A variable that is true exactly when all these literals are."""

    variable: int
    literals: tuple[Lit, ...]


@dataclass
class Problem:
    """What one pupil can choose and every rule about it. Filled by lowering, not changed after."""

    size: int = TRUE
    choices: dict[Keuze, int] = field(default_factory=dict)
    places: dict[tuple[Keuze, Cel], int] = field(default_factory=dict)
    conjunctions: list[Conjunction] = field(default_factory=list)
    constraints: list[Constraint] = field(default_factory=list)
    _known: dict[tuple[Lit, ...], Lit] = field(default_factory=dict)

    def copy(self) -> Problem:
        """Return the same problem, to be filled further: what is true in one is true in the other."""
        return Problem(
            self.size,
            dict(self.choices),
            dict(self.places),
            list(self.conjunctions),
            list(self.constraints),
            dict(self._known),
        )

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules that have constraints, in order."""
        return tuple(dict.fromkeys(constraint.rule for constraint in self.constraints))

    def broken_by(self, true: Collection[Lit]) -> frozenset[str]:
        """Return the rules that do not hold where exactly these variables are true."""
        return frozenset(one.rule for one in self.constraints if not _holds(one, true))

    def variable(self) -> int:
        """Return a new free variable."""
        self.size += 1
        return self.size

    def choice(self, keuze: Keuze) -> Lit:
        """Return the literal of a choice; always false for one that this pupil does not have."""
        return self.choices.get(keuze, -TRUE)

    def all_of(self, literals: Iterable[Lit]) -> Lit:
        """Return a literal that is true exactly when all these are."""
        wanted = tuple(sorted(set(literals) - {TRUE}))
        if -TRUE in wanted:
            return -TRUE
        if len(wanted) <= 1:
            return wanted[0] if wanted else TRUE
        if wanted not in self._known:
            variable = self.variable()
            self.conjunctions.append(Conjunction(variable, wanted))
            self._known[wanted] = variable
        return self._known[wanted]

    def any_of(self, literals: Iterable[Lit]) -> Lit:
        """Return a literal that is true exactly when one of these is."""
        return -self.all_of(-literal for literal in literals)

    def bound(
        self,
        rule: str,
        terms: Iterable[tuple[int, Lit]],
        low: int | None = None,
        high: int | None = None,
        guard: Iterable[Lit] = (),
    ) -> None:
        """Add a constraint with each literal once; what never is true is left out, what always is is in the bounds."""
        check()
        fixed = 0
        kept: dict[Lit, int] = {}
        for weight, literal in terms:
            if literal == TRUE:
                fixed += weight
            elif literal != -TRUE and weight:
                kept[literal] = kept.get(literal, 0) + weight
        guards = tuple(literal for literal in guard if literal != TRUE)
        if -TRUE not in guards:
            low = None if low is None else low - fixed
            high = None if high is None else high - fixed
            sums = tuple((weight, literal) for literal, weight in kept.items())
            self.constraints.append(Constraint(rule, guards, sums, low, high))

    def demand(self, rule: str, literal: Lit, guard: Iterable[Lit] = ()) -> None:
        """Add that a literal must be true."""
        self.bound(rule, [(1, literal)], low=1, guard=guard)

    def forbid(self, rule: str, literals: Iterable[Lit]) -> None:
        """Add that these literals may not all be true."""
        self.bound(rule, (), low=1, guard=literals)


def _holds(constraint: Constraint, true: Collection[Lit]) -> bool:
    if any((abs(literal) in true) != (literal > 0) for literal in constraint.guard):
        return True
    total = sum(weight for weight, literal in constraint.terms if (abs(literal) in true) == (literal > 0))
    low, high = constraint.low, constraint.high
    return (low is None or total >= low) and (high is None or total <= high)
