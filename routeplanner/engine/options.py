"""What is still possible: each choice chosen, forced, open or closed, with a witness for every open one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from routeplanner.engine.clashes import Clash, clashes
from routeplanner.engine.joint import kept
from routeplanner.engine.normal import Lit, Problem
from routeplanner.engine.repairs import Repair, repairs
from routeplanner.engine.selection import Selection
from routeplanner.engine.solve import Solver
from routeplanner.model.rules import Keuze


class Status(Enum):
    """How it stands with one choice."""

    CHOSEN = "chosen"
    FORCED = "forced"
    """Not chosen yet, but in every way to finish the route."""
    OPEN = "open"
    """In some way to finish the route, and not in another."""
    CLOSED = "closed"
    """In no way to finish the route."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a pupil."""

    keuze: Keuze
    status: Status
    declined: bool
    """Whether the route declines it: then that is why it is closed."""


@dataclass(frozen=True)
class Reason:
    """Why a choice is closed or forced, and what would change that."""

    keuze: Keuze
    status: Status
    clashes: tuple[Clash, ...]
    """With the choice itself left out; for a forced one, with the choice left out of the route."""
    repairs: tuple[Repair, ...]
    """The smallest changes after which the choice can be made."""


def options(selection: Selection, problem: Problem) -> tuple[Option, ...]:
    """Return every choice of a pupil with how it stands, in the order of the texts.

    Raises:
        LimitReachedError: The limit that holds now was reached.
    """
    return tuple(survey(selection, problem, Solver(problem)))


def survey(selection: Selection, problem: Problem, solver: Solver) -> Iterator[Option]:
    """Yield every choice with how it stands, asking a solver that is already there."""
    fixed = tuple(literal for literals in kept(selection, problem) for literal in literals)
    pool = _Witnesses(solver, fixed)
    declined = set(selection.route.afgewezen)
    for keuze, literal in problem.choices.items():
        if keuze in selection.gekozen:
            yield Option(keuze, Status.CHOSEN, declined=False)
        elif keuze in declined or not pool.can_be(literal):
            yield Option(keuze, Status.CLOSED, declined=keuze in declined)
        else:
            yield Option(keuze, Status.OPEN if pool.can_be(-literal) else Status.FORCED, declined=False)


class _Witnesses:
    """Ways to finish the route that were met: most questions are answered by one that is already there."""

    def __init__(self, solver: Solver, fixed: tuple[Lit, ...]) -> None:
        self._solver = solver
        self._fixed = fixed
        first = solver.model(fixed)
        self._met = [] if first is None else [first]

    def can_be(self, literal: Lit) -> bool:
        """Tell whether some way to finish the route has this literal true."""
        if any((abs(literal) in true) == (literal > 0) for true in self._met):
            return True
        if not self._met:
            return False  # there is no way to finish it at all
        true = self._solver.model((*self._fixed, literal))
        if true is not None:
            self._met.append(true)
        return true is not None


def reason(selection: Selection, problem: Problem, option: Option, most: int = 3) -> Reason:
    """Return why a choice is closed or forced, with the smallest repairs; nothing for any other.

    Raises:
        LimitReachedError: The limit that holds now was reached.
    """
    literal = problem.choices[option.keuze]
    if option.status is Status.FORCED:
        found = clashes(selection, problem, most, wanted=(-literal,))
        return Reason(option.keuze, option.status, found, ())
    if option.status is not Status.CLOSED:
        return Reason(option.keuze, option.status, (), ())
    found = clashes(selection, problem, most, wanted=(literal,))
    changes = repairs(selection, problem, most * 2, unfinished=True, wanted=(literal,))
    return Reason(option.keuze, option.status, found, changes)
