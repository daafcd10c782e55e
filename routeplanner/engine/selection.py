"""What a pupil can choose, and what a route has chosen: every rule reads this and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from routeplanner.engine.onderdelen import Builder, Onderdeel
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum, Gekozen, Programma, Route
from routeplanner.model.quantities import Leerweg
from routeplanner.model.rules import Keuze

__all__ = ["Cel", "Onderdeel", "Plaats", "Selection", "select"]


class Cel(NamedTuple):
    """One periode of one leerjaar."""

    leerjaar: int
    periode: int


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where in time a chosen thing stands, as far as the route says."""

    leerjaar: int | None = None
    perioden: tuple[int, ...] = ()


@dataclass(frozen=True)
class Selection:
    """All that one pupil can choose, and which of it the route has."""

    curriculum: Curriculum
    route: Route
    programma: Programma | None
    offered: Mapping[Keuze, Onderdeel]
    """What of the next there is for every pupil of this kind, whatever the route names."""
    onderdelen: Mapping[Keuze, Onderdeel]
    """In the order of the texts: own programme, other programmes, then what is offered by name."""
    gekozen: Mapping[Keuze, Plaats]
    """What is in the route, mandatory parts included."""

    @property
    def leerweg(self) -> Leerweg | None:
        """The pupil's leerweg."""
        return self.route.leerweg

    @cached_property
    def cellen(self) -> tuple[Cel, ...]:
        """Every periode of the school, in order; a school that names none has one per leerjaar."""
        school = self.curriculum.school
        years = school.leerjaren if school and school.leerjaren else self._years_named()
        perioden = school.perioden if school and school.perioden else 1
        return tuple(Cel(year, period) for year in sorted(years) for period in range(1, perioden + 1))

    def _years_named(self) -> tuple[int, ...]:
        years = {plaats.leerjaar for plaats in self.gekozen.values() if plaats.leerjaar is not None}
        return tuple(years) or (0,)

    def chosen(self) -> Iterator[Onderdeel]:
        """Yield what is in the route."""
        return (self.onderdelen[keuze] for keuze in self.gekozen)

    def named(self, keuze: Keuze) -> Onderdeel:
        """Return something that a rule names, also where this pupil can never choose it."""
        found = self.onderdelen.get(keuze)
        return found or Builder(self.curriculum, self.route, self.programma).elsewhere(keuze)

    def open(self) -> Iterator[Onderdeel]:
        """Yield what could still be added: on offer, not in the route and not declined."""
        return iter(self._open)

    @cached_property
    def _open(self) -> tuple[Onderdeel, ...]:
        gone = {*self.gekozen, *self.route.afgewezen}
        found = self.onderdelen.items()
        return tuple(o for keuze, o in found if o.te_kiezen and not o.uitgesloten and keuze not in gone)


def select(curriculum: Curriculum, route: Route, like: Selection | None = None) -> Selection:
    """Return what the pupil of a route can choose and has chosen.

    Args:
        curriculum: The texts that hold.
        route: What is chosen.
        like: Another route in the same texts: where that is of such a pupil too, what can be chosen is the same.
    """
    programma = curriculum.programmas.get(fold(route.programma)) if route.programma else None
    builder = Builder(curriculum, route, programma)
    same = like is not None and like.curriculum is curriculum and _kind(like.route) == _kind(route)
    onderdelen = dict(like.offered) if like is not None and same else builder.onderdelen()
    offered = MappingProxyType(dict(onderdelen))
    for gekozen in route.gekozen:
        if gekozen.keuze not in onderdelen:
            onderdelen[gekozen.keuze] = builder.elsewhere(gekozen.keuze)
    return Selection(
        curriculum,
        route,
        programma,
        offered,
        MappingProxyType(onderdelen),
        MappingProxyType(_chosen(route, onderdelen)),
    )


def _kind(route: Route) -> tuple[object, ...]:
    """Return all of a route that what can be chosen depends on."""
    return route.programma, route.leerweg, route.uitstroomprofiel


def _chosen(route: Route, onderdelen: Mapping[Keuze, Onderdeel]) -> dict[Keuze, Plaats]:
    declined = set(route.afgewezen)
    chosen = {keuze: Plaats() for keuze, o in onderdelen.items() if o.verplicht and keuze not in declined}
    for gekozen in route.gekozen:
        chosen[gekozen.keuze] = _plaats(gekozen)
    return chosen


def _plaats(gekozen: Gekozen) -> Plaats:
    return Plaats(gekozen.leerjaar, gekozen.perioden)
