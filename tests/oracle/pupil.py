"""A pupil in a world: what is in the route, of which kind it is, and what could still be added.

The text is docs/nl/betekenis.md: "De route" and "Wat er nog bij kan".
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from oracle.world import MET_NAAM, Deel, Gekozen, Keuze, Plek, Regel, Route, Verbreding, World

Keuzes = frozenset[Keuze]


class Leerling:
    """A pupil with a route: what is in it, and what the school offers beside it."""

    def __init__(self, world: World, route: Route) -> None:
        self.world, self.route = world, route
        self.cohort = route.schooljaar or world.school.schooljaar
        self.plaats: dict[Keuze, Gekozen] = {gekozen.keuze: gekozen for gekozen in route.gekozen}
        self._nu: dict[Keuze, Plek] = {}
        self.verplicht = self._verplicht()
        self.keuzes: Keuzes = (self.verplicht | frozenset(self.plaats)) - frozenset(route.afgewezen)
        self.toevoegingen = [keuze for keuze in world.delen if self._kan_erbij(keuze)]

    # ---- the route

    def _verplicht(self) -> Keuzes:
        return frozenset(
            Keuze("verkennend", eenheid.id)
            for eenheid in self.world.eenheden.values()
            if eenheid.programma == self.route.programma
            and self.route.leerweg in eenheid.toetsing
            and eenheid.soort != "keuzevak"
            and not eenheid.keuze
            and not eenheid.sectordeel
            and eenheid.uitstroomprofiel in ("", self.route.uitstroomprofiel)
        )

    def is_eigen(self, keuze: Keuze) -> bool:
        eenheid = self.world.eenheden.get(keuze.eenheid)
        own = eenheid is not None and eenheid.programma == self.route.programma
        return own and self.route.leerweg in self.world.eenheden[keuze.eenheid].toetsing

    def soorten(self, keuze: Keuze) -> Iterator[str]:
        """Yield the words under which a choice is counted."""
        if keuze.soort in MET_NAAM:
            yield MET_NAAM[keuze.soort]
            return
        if not self.is_eigen(keuze):
            yield from ("verbredingen", "maatwerk")
        elif keuze.soort == "verdieping":
            yield from ("verdiepingen", "maatwerk")
        if keuze.soort == "verkennend":
            yield "eenheden"
        if keuze.soort in ("keuzevak", "module"):
            yield "keuzevakken"
        if keuze.soort == "module":
            yield "modules"

    def is_ce(self, keuze: Keuze) -> bool:
        """Tell whether this would deepen a unit that is CE for the pupil."""
        if keuze.soort != "verdieping" or not self.is_eigen(keuze):
            return False
        return self.world.eenheden[keuze.eenheid].toetsing[self.route.leerweg] in ("CE", "CE en SE")

    def is_dubbel(self, keuze: Keuze) -> bool:
        """Tell whether this is a module as keuzevak that the pupil's own programme has in this leerweg."""
        return keuze.soort == "module" and self.is_eigen(keuze)

    # ---- what is offered

    def is_aangeboden(self, keuze: Keuze) -> bool:
        if keuze.soort in MET_NAAM:
            return self.is_voor_mij(self.world.delen[keuze])
        if keuze.soort in ("keuzevak", "module"):
            offered = self.world.eenheden[keuze.eenheid].programma in self.world.school.biedt_aan
        else:
            offered = self.is_eigen(keuze)
        return offered or any(
            keuze.eenheid in verbreding.uit
            and self.is_voor_mij(verbreding)
            and (keuze.soort != "verdieping" or verbreding.ook_verdiepend)
            for verbreding in self.world.verbredingen
        )

    def is_voor_mij(self, what: Deel | Regel | Verbreding) -> bool:
        programma = not what.programmas or self.route.programma in what.programmas
        return programma and (not what.leerwegen or self.route.leerweg in what.leerwegen)

    def _kan_erbij(self, keuze: Keuze) -> bool:
        new = keuze not in self.keuzes and keuze not in self.route.afgewezen
        return new and self.is_aangeboden(keuze) and not self.is_ce(keuze) and not self.is_dubbel(keuze)

    @contextmanager
    def geplaatst(self, plekken: dict[Keuze, Plek]) -> Iterator[None]:
        """Let these choices stand here."""
        self._nu = plekken
        yield
        self._nu = {}

    def plekken(self, keuze: Keuze) -> list[Plek]:
        """Return where in time a choice stands, or may stand."""
        if keuze in self._nu:
            return [self._nu[keuze]]
        gekozen, deel = self.plaats.get(keuze, Gekozen(keuze)), self.world.delen[keuze]
        stated = [
            (jaar, periode)
            for jaar, periode in self.world.school.plekken
            if gekozen.leerjaar in (None, jaar) and gekozen.periode in (None, periode)
        ]
        given = [plek for plek in stated if is_gegeven(deel, plek)]
        return given or stated


def is_gegeven(deel: Deel, plek: Plek) -> bool:
    """Tell whether something is given in this periode."""
    jaar, periode = plek
    return (not deel.leerjaren or jaar in deel.leerjaren) and (not deel.perioden or periode in deel.perioden)
