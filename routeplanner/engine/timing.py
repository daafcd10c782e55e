"""Placement in the normal form: a variable per choice and periode, for the choices whose place matters."""

from __future__ import annotations

from collections.abc import Collection

from routeplanner.engine.normal import TRUE, Lit, Problem
from routeplanner.engine.placing import given_cells, put_cells
from routeplanner.engine.selection import Cel, Selection
from routeplanner.model.rules import Keuze

PLACED = "plaatsing"
"""The rule that a choice stands in exactly one periode."""


class Timing:
    """Makes the variables for where choices stand, as they are asked for."""

    def __init__(self, selection: Selection, problem: Problem) -> None:
        self._selection = selection
        self._problem = problem
        self._placed: dict[Keuze, dict[Cel, Lit]] = {}
        for (keuze, cel), literal in problem.places.items():
            self._placed.setdefault(keuze, {})[cel] = literal

    def places(self, keuze: Keuze) -> dict[Cel, Lit]:
        """Return the literal of each periode that a choice can stand in."""
        if keuze not in self._placed:
            self._placed[keuze] = self._place(keuze)
        return self._placed[keuze]

    def _options(self, keuze: Keuze) -> tuple[Cel, ...]:
        """Return where something is given, and where the route has put it if that is elsewhere."""
        onderdeel = self._selection.onderdelen[keuze]
        given = given_cells(self._selection, onderdeel)
        if keuze not in self._selection.gekozen:
            return given
        put = put_cells(self._selection, onderdeel)
        return given if set(put) & set(given) else tuple(dict.fromkeys((*given, *put)))

    def _place(self, keuze: Keuze) -> dict[Cel, Lit]:
        choice = self._problem.choice(keuze)
        if choice == -TRUE:
            return {}
        made = {cel: self._problem.variable() for cel in self._options(keuze)}
        self._problem.places.update({(keuze, cel): literal for cel, literal in made.items()})
        terms = [(1, literal) for literal in made.values()]
        self._problem.bound(PLACED, terms, low=1, high=1, guard=(choice,))
        self._problem.bound(PLACED, terms, high=0, guard=(-choice,))
        return made

    def within(self, keuze: Keuze, stretch: Collection[Cel]) -> list[Lit]:
        """Return the literals of a choice for the periodes of a stretch; at most one of them is true."""
        return [literal for cel, literal in self.places(keuze).items() if cel in stretch]

    def before(self, rule: str, one: Keuze, other: Keuze, *, strict: bool) -> None:
        """Add that, with both chosen, one stands before the other, or (not strict) in the same periode."""
        first, second = self._problem.choice(one), self._problem.choice(other)
        if -TRUE in (first, second):
            return
        later = self.places(other)
        for cel, literal in self.places(one).items():
            after = [place for when, place in later.items() if cel < when or (not strict and cel == when)]
            self._problem.bound(rule, [(1, place) for place in after], low=1, guard=(literal, second))
