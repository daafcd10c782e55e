"""What a pupil does and did, told to the engine: so that a verdict counts it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from routeplanner.dossier.records_lob import Ervaring, Soort, Staat
from routeplanner.engine.calling import meant
from routeplanner.engine.selection import select
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum, Gekozen, Route, School
from routeplanner.model.own_activities import EigenActiviteit, own_choice, with_own_activities
from routeplanner.model.quantities import Minuten
from routeplanner.model.rules import Keuze


@dataclass(frozen=True)
class Fed:
    """A route with what its pupil does and did, and what to judge it by."""

    curriculum: Curriculum
    """The texts with the pupil's own activities."""
    route: Route
    unknown: tuple[str, ...]
    """Choices that experiences name, and that no text has (any more), in the words of the dossier."""


def feed(curriculum: Curriculum, route: Route, ervaringen: Iterable[Ervaring]) -> Fed:
    """Return a route to which is added what its pupil does and did.

    A draft goes before what is only planned: what it declines or places elsewhere stays so. What is bezig or
    afgerond is a fact, and goes before the draft. An experience that is no choice, and is not of the pupil's own,
    adds nothing.
    """
    told = tuple(ervaringen)
    mine = with_own_activities(curriculum, own_activities(told))
    feeder = _Feeder(mine, route)
    unknown = [ervaring.keuze or "" for ervaring in told if not feeder.add(ervaring)]
    return Fed(mine, feeder.route(), tuple(dict.fromkeys(unknown)))


def own_activities(ervaringen: Iterable[Ervaring]) -> tuple[EigenActiviteit, ...]:
    """Return the pupil's own activities that no text has; those of one name are one, with all their competenties."""
    found: dict[str, list[Ervaring]] = {}
    for ervaring in ervaringen:
        if ervaring.soort is Soort.EIGEN and ervaring.keuze is None:
            found.setdefault(fold(ervaring.naam), []).append(ervaring)
    return tuple(_together(same) for same in found.values())


def _together(same: Sequence[Ervaring]) -> EigenActiviteit:
    competenties = dict.fromkeys(name for ervaring in same for name in ervaring.competenties)
    known = [ervaring.minuten for ervaring in same if ervaring.minuten is not None]
    return EigenActiviteit(same[0].naam, tuple(competenties), Minuten(sum(known)) if known else None)


class _Feeder:
    """A route that grows by one experience at a time."""

    def __init__(self, curriculum: Curriculum, route: Route) -> None:
        self._curriculum = curriculum
        self._route = route
        self._known = tuple(select(curriculum, route).onderdelen)
        self._gekozen: dict[Keuze, Gekozen] = {gekozen.keuze: gekozen for gekozen in route.gekozen}
        self._afgewezen = dict.fromkeys(route.afgewezen)
        self._afgerond = dict.fromkeys(route.afgerond)

    def add(self, ervaring: Ervaring) -> bool:
        """Add what one experience tells; tell whether it named something that is known."""
        keuze = self._meant(ervaring)
        if keuze is None:
            return ervaring.keuze is None
        fact = ervaring.staat is not Staat.GEPLAND
        if fact or keuze not in self._afgewezen:
            self._afgewezen.pop(keuze, None)
            self._gekozen[keuze] = self._placed(ervaring, keuze, fact=fact)
        if ervaring.staat is Staat.AFGEROND:
            self._afgerond[keuze] = None
        return True

    def route(self) -> Route:
        """Return the route as it has become."""
        return replace(
            self._route,
            gekozen=tuple(self._gekozen.values()),
            afgewezen=tuple(self._afgewezen),
            afgerond=tuple(self._afgerond),
        )

    def _meant(self, ervaring: Ervaring) -> Keuze | None:
        if ervaring.keuze is not None:
            found = meant(self._known, ervaring.keuze)
            return found[0] if len(found) == 1 else None
        return own_choice(self._curriculum, ervaring.naam) if ervaring.soort is Soort.EIGEN else None

    def _placed(self, ervaring: Ervaring, keuze: Keuze, *, fact: bool) -> Gekozen:
        """Return the choice at its place: what the route does not know of the place, the experience may."""
        place = _place(ervaring, self._curriculum.school)
        before = self._gekozen.get(keuze)
        if before is None:
            return Gekozen(keuze, *place, bij=None, span=self._route.span)
        if place == _NOWHERE or (before.leerjaar is not None and not fact):
            return before
        return replace(before, leerjaar=place[0], perioden=place[1])


_NOWHERE: tuple[int | None, tuple[int, ...]] = (None, ())


def _place(ervaring: Ervaring, school: School | None) -> tuple[int | None, tuple[int, ...]]:
    """Return the leerjaar and perioden of an experience; what was done outside those of the school has no place."""
    leerjaar, periode = ervaring.leerjaar, ervaring.periode
    if leerjaar is None or (school and school.leerjaren and leerjaar not in school.leerjaren):
        return _NOWHERE
    last = school.perioden if school else None
    if periode is None or (last is not None and not 1 <= periode <= last):
        return leerjaar, ()
    return leerjaar, (periode,)
