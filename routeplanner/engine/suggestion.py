"""What a suggestion is: a route with why, what it closes and when everything is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from routeplanner.engine.clashes import Clash
from routeplanner.engine.normal import Problem
from routeplanner.engine.notes import Note
from routeplanner.engine.reasons import Reden
from routeplanner.engine.score import Score, in_plan
from routeplanner.engine.selection import Cel, Selection
from routeplanner.engine.solve import Solver
from routeplanner.engine.verdict import Verdict
from routeplanner.model.curriculum import Route
from routeplanner.model.rules import Keuze


@dataclass(frozen=True)
class Suggestion:
    """One route, with why."""

    added: tuple[Keuze, ...]
    dropped: tuple[Keuze, ...]
    """What was chosen and goes; only where the route could not be finished otherwise."""
    returned: tuple[Keuze, ...]
    """What of `added` was declined; only then too."""
    moved: tuple[Keuze, ...]
    """What was chosen for another periode; only then too."""
    places: Mapping[Keuze, Cel]
    """Where everything stands that is not mandatory and has a place."""
    proposed: tuple[Keuze, ...]
    """What was chosen without saying when, and has a place now."""
    score: Score
    redenen: tuple[Reden, ...]
    closes: tuple[Keuze, ...] | None
    """What could be chosen before and can not be any more; None where that is not known within the limit."""
    verdict: Verdict

    @property
    def route(self) -> Route:
        """The route as it is when the suggestion is followed."""
        return self.verdict.selection.route

    @property
    def chosen(self) -> tuple[Keuze, ...]:
        """What it has beside what is mandatory."""
        programma = self.route.programma
        mine = (onderdeel.keuze for onderdeel in self.verdict.selection.chosen() if not onderdeel.verplicht)
        return tuple(sorted(mine, key=lambda keuze: in_plan(keuze, programma)))


@dataclass(frozen=True)
class Suggestions:
    """The best routes, the best first."""

    most: int
    """How many were asked for."""
    selection: Selection
    """The route that they start from."""
    found: tuple[Suggestion, ...]
    complete: bool
    """Whether it is proven that there is nothing better; if not, a limit came first."""
    seconds: float
    """The limit."""
    notes: tuple[Note, ...]
    clash: Clash | None
    """Where not all that was chosen could stay: why. Where nothing was found: why there is no route at all."""


class Known(NamedTuple):
    """What was made for a route before."""

    selection: Selection
    problem: Problem
    solver: Callable[[], Solver]
    """Gives a solver of the problem."""
