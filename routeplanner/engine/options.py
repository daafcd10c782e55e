"""What is still possible: each choice chosen, forced, open or closed, with a witness for every open one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum

from routeplanner.engine.clashes import Clash, clashes
from routeplanner.engine.joint import kept
from routeplanner.engine.normal import Problem
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
    return tuple(survey(selection, problem, Solver(problem, rich=True)))


def survey(
    selection: Selection, problem: Problem, solver: Solver, among: Collection[Keuze] | None = None
) -> Iterator[Option]:
    """Yield every choice, or each of some, with how it stands, asking a solver that is already there."""
    choices = {k: v for k, v in problem.choices.items() if among is None or k in among}
    fixed = [literal for literals in kept(selection, problem) for literal in literals]
    declined = set(selection.route.afgewezen)
    asked = [v for k, v in choices.items() if k not in selection.gekozen and k not in declined]
    seen = solver.seen(fixed, asked)
    for keuze, literal in choices.items():
        if keuze in selection.gekozen:
            yield Option(keuze, Status.CHOSEN, declined=False)
        elif keuze in declined or literal not in seen.true:
            yield Option(keuze, Status.CLOSED, declined=keuze in declined)
        else:
            yield Option(keuze, Status.OPEN if literal in seen.false else Status.FORCED, declined=False)


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
