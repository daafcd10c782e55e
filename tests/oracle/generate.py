"""Makes worlds by chance: small, so that all of it can be tried, and without mistakes in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import TypeVar

from oracle import world as w
from oracle.oracle import OVERTREDEN, eisen_van, stand
from oracle.rules import RuleMaker
from oracle.sentences import Geval
from oracle.world import Deel, Eenheid, Gekozen, Keuze, Route, School, World

T = TypeVar("T")

ROUTES = 8
"""Routes per world."""
TOEVOEGINGEN = (4, 6, 7, 7, 8, 8, 9, 10)
"""At most this many additions in a route; one is drawn per route."""
POOL = {
    "VT": ("afdelingsprogramma", "VT/K/{}"),
    "HV": ("afdelingsprogramma", "HV/K/{}"),
    "timmeren": ("afdelingsprogramma", "B/K/{}"),
    "metselen": ("afdelingsprogramma", "B/K/{}"),
    "IS": ("intersectoraal", "IS/{}"),
    "MET": ("profiel", "P/MET/0{}"),
    "EO": ("profiel", "P/EO/0{}"),
}
KENMERKEN = ("mensen", "techniek", "computer")
COMPETENTIES = ("netwerken", "werkexploratie", "loopbaansturing")
MINUTEN = (300, 450, 600, 600, 900, 1200)
NAMEN = ("Lassen", "Typen", "Koken", "Beeld")
PROFIELEN = ("Zorg", "Handel")


def world_of(seed: int) -> World:
    """Return the world of a seed."""
    return Maker(Random(seed), seed).world()  # noqa: S311 - chance that can be had again


def _met(zin: w.Zin) -> tuple[str, ...]:
    return zin.regels if isinstance(zin, w.NietDubbel) else ()


class Maker:
    def __init__(self, random: Random, seed: int) -> None:
        self.random, self.seed = random, seed
        self.delen: dict[Keuze, Deel] = {}
        self.eenheden: dict[str, Eenheid] = {}

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def some(self, items: Iterable[T], share: float = 0.5) -> tuple[T, ...]:
        return tuple(item for item in items if self.chance(share))

    def world(self) -> World:
        own, *others = self.programmas = self._programmas()
        self.school = self._school(own, others)
        for programma in self.programmas:
            self._eenheden(programma)
        self.verbredingen = self._verbredingen(own)
        for eenheid in list(self.eenheden.values()):
            self._onderwijs(eenheid)
        for soort, most in (("keuzemodule", 3), ("stage", 1), ("activiteit", 1)):
            for naam in NAMEN[: self.random.randint(0, most)]:
                self.delen[Keuze(soort, "", f"{naam} {soort[:2]}")] = self._aanbod(soort)
        world = World(
            programmas={programma: POOL[programma][0] for programma in self.programmas},
            eenheden=self.eenheden,
            delen=self.delen,
            school=self.school,
            verbredingen=self.verbredingen,
            doelen=NAMEN[: self.random.randint(0, 2)],
            groepen=self._groepen(),
            seed=self.seed + 1,
        )
        world = replace(world, routes=tuple(self._route(world, f"R{i}") for i in range(1, ROUTES + 1)))
        world = replace(world, regels=RuleMaker(self.random, world).regels())
        return self._mild(world) if self.chance(0.6) else world

    def _mild(self, world: World) -> World:
        """Drop rules that some routes cannot meet, so that the rest has to be judged together."""
        named = {
            naam for r in world.regels for naam in (*r.neemt_over, *(n for z in r.zinnen for n in _met(z)))
        }
        for route in self.random.sample(world.routes, 3):
            geval = Geval(world, route)
            eisen = (eis for eis in eisen_van(geval) if eis.regel not in named)
            lost = {eis.regel for eis in eisen if stand(geval, eis) == OVERTREDEN}
            kept = (regel for regel in world.regels if regel.id not in lost)
            world = replace(world, regels=tuple(kept))
        return world

    # ---- programmes and the school

    def _programmas(self) -> list[str]:
        names = [name for name in POOL if name != "metselen" or self.chance(0.3)]
        own, *others = self.random.sample(names, self.random.choice((1, 2, 2, 2, 3)))
        if own == "timmeren" and self.chance(0.5):
            others = ["metselen", *(name for name in others[1:] if name != "metselen")]
        return [own, *others]

    def _school(self, own: str, others: list[str]) -> School:
        clock = self.chance(0.3)
        return School(
            biedt_aan=(own, *self.some(others, 0.6)),
            leerwegen=tuple(sorted(self.random.sample(w.LEERWEGEN, self.random.choice((1, 2, 2))))),
            leerjaren=(3, 4) if self.chance(0.8) else (3,),
            perioden=self.random.choice((1, 2, 2, 2, 3)),
            weken=self.random.choice((3, 6, 8)),
            lesuur=self.random.choice((45, 50, 60)) if clock or self.chance(0.3) else None,
            lesuren_per_week=self.random.choice((4, 8, 12)) if clock else None,
        )

    def _eenheden(self, programma: str) -> None:
        own = programma == self.programmas[0]
        soort, shape = POOL[programma]
        for number in range(1, (self.random.randint(2, 4) if own else self.random.randint(1, 2)) + 1):
            kind = "module" if soort == "profiel" else "eenheid"
            self._eenheid(Eenheid(programma, shape.format(number), self._toetsing(kind), kind))
        for number in range(1, self.random.randint(1, 2) + 1) if soort == "profiel" else ():
            self._eenheid(
                Eenheid(programma, f"K/{programma}/0{number}", self._toetsing("keuzevak"), "keuzevak")
            )

    def _toetsing(self, soort: str) -> dict[str, str]:
        if soort == "module":
            return dict.fromkeys(w.LEERWEGEN if self.chance(0.7) else w.LEERWEGEN[:2], "CE")
        if soort == "keuzevak":
            leerwegen = self.some(w.LEERWEGEN, 0.6) or (self.random.choice(w.LEERWEGEN),)
            return dict.fromkeys(leerwegen, "SE")
        marks = ("CE", "SE", "SE", "SE", "SE", "CE en SE", "deels CE", "")
        toetsing = {leerweg: self.random.choice(marks) for leerweg in w.LEERWEGEN}
        return {leerweg: mark for leerweg, mark in toetsing.items() if mark} or {"KB": "SE"}

    def _eenheid(self, eenheid: Eenheid) -> None:
        if eenheid.soort == "eenheid" and self.chance(0.3):
            profiel = self.random.choice(PROFIELEN) if eenheid.programma == "IS" else ""
            eenheid = replace(eenheid, uitstroomprofiel=profiel)
        if eenheid.soort != "keuzevak" and self.chance(0.25):
            sectordeel = "handel" if self.chance(0.2) else ""
            eenheid = replace(eenheid, keuze=not sectordeel, sectordeel=sectordeel)
        self.eenheden[eenheid.id] = eenheid

    # ---- what the school offers

    def _verbredingen(self, own: str) -> tuple[w.Verbreding, ...]:
        eenheden = [
            e.id
            for e in self.eenheden.values()
            if (e.soort == "eenheid" and (e.programma != own or len(e.toetsing) < len(w.LEERWEGEN)))
            or (e.soort == "keuzevak" and self.chance(0.2))
        ]
        made = (
            w.Verbreding(
                naam=f"Verbreding {number}",
                uit=self.some(eenheden, 0.7),
                programmas=self.some(self.school.biedt_aan),
                leerwegen=self.some(self.school.leerwegen, 0.3),
                ook_verdiepend=self.chance(0.5),
            )
            for number in range(1, self.random.randint(1, 2) + 1)
        )
        return tuple(verbreding for verbreding in made if verbreding.uit)

    def _onderwijs(self, eenheid: Eenheid) -> None:
        """Add the parts of a unit, divided or not."""
        opened = any(eenheid.id in verbreding.uit for verbreding in self.verbredingen)
        taught = [w_ for w_ in self.school.leerwegen if w_ in eenheid.toetsing]
        offered = eenheid.programma in self.school.biedt_aan
        share = 0.95 if self.school.lesuren_per_week else 0.6
        ingevuld = self.chance(share) and bool(opened or (offered and taught))
        self.eenheden[eenheid.id] = replace(eenheid, ingevuld=ingevuld)
        kind = "keuzevak" if eenheid.soort == "keuzevak" else "verkennend"
        whole = self._deel() if ingevuld else Deel()
        self.delen[Keuze(kind, eenheid.id)] = whole
        if eenheid.soort == "module":
            self.delen[Keuze("module", eenheid.id)] = whole
        ce = offered and taught and all(eenheid.toetsing[w_] in ("CE", "CE en SE") for w_ in taught)
        if ingevuld and eenheid.soort == "eenheid" and not ce:
            for naam in NAMEN[: self.random.choice((0, 1, 1, 2, 3))]:
                self.delen[Keuze("verdieping", eenheid.id, naam)] = self._deel()

    def _deel(self) -> Deel:
        known = 0.97 if self.school.lesuren_per_week else 0.8
        return Deel(
            minuten=self._minuten() if self.chance(known) else None,
            kenmerken=self.some(KENMERKEN, 0.3),
            competenties=self.some(COMPETENTIES, 0.2),
            leerjaren=self.some(self.school.leerjaren, 0.2),
            perioden=self.some(range(1, self.school.perioden + 1), 0.25),
        )

    def _minuten(self) -> int:
        return self.random.choice((*MINUTEN, *([self.school.lesuur * 9] if self.school.lesuur else [])))

    def _aanbod(self, soort: str) -> Deel:
        deel = replace(
            self._deel(),
            programmas=self.some(self.school.biedt_aan, 0.15),
            leerwegen=self.some(self.school.leerwegen, 0.15),
        )
        if soort == "stage" and self.chance(0.8):
            return replace(deel, minuten=None, weken=self.random.choice((1, 2, 4)))
        return deel

    def _groepen(self) -> dict[str, tuple[Keuze, ...]]:
        named = [k for k in self.delen if k.soort != "module"]
        sizes = [self.random.randint(1, min(4, len(named))) for _ in range(self.random.randint(0, 2))]
        return {f"groep-{i}": tuple(self.random.sample(named, size)) for i, size in enumerate(sizes, 1)}

    # ---- routes

    def _route(self, world: World, naam: str) -> Route:
        """Return a route that chooses and declines, with few enough additions left to try them all."""
        other = [p for p in world.school.biedt_aan if p != self.programmas[0]]
        profielen = {e.uitstroomprofiel for e in world.eenheden.values() if e.uitstroomprofiel}
        programma = self.random.choice(other) if other and self.chance(0.2) else self.programmas[0]
        route = Route(
            naam=naam,
            programma=programma,
            leerweg=self.random.choice(world.school.leerwegen),
            uitstroomprofiel=self.random.choice(sorted(profielen))
            if programma == "IS" and profielen and self.chance(0.85)
            else "",
            doel=self.random.choice((None, *world.doelen)),
            schooljaar=self.random.choice((None, None, 2008, 2009, 2011)),
        )
        start = Geval(world, route)
        route = self._declined(world, route, [k for k in sorted(start.keuzes) if self.chance(0.03)])
        open_ = Geval(world, route).toevoegingen
        share, wildness = self.random.choice((0.0, 0.2, 0.4, 0.7)), self.random.choice((0.0, 0.0, 0.1))
        wild = [k for k in world.delen if k not in start.keuzes and k not in open_ and self.chance(wildness)]
        placed = [k for k in sorted(start.keuzes) if k not in route.afgewezen and self.chance(0.1)]
        wise = [k for k in open_ if self._is_wise(world, route, k) or self.chance(0.1)]
        route = self._chosen(world, route, [*wild, *placed, *self.some(wise, share)])
        route = self._capped(world, route)
        return replace(
            route, afgerond=self.some(sorted(Geval(world, route).keuzes), 0.2) if self.chance(0.2) else ()
        )

    def _is_wise(self, world: World, route: Route, keuze: Keuze) -> bool:
        """Tell whether a choice breaks no rule that holds everywhere."""
        eenheid = world.eenheden.get(keuze.eenheid)
        if eenheid is None or keuze.soort not in ("module", "keuzevak"):
            return True
        fits = route.leerweg in eenheid.toetsing
        return fits if keuze.soort == "keuzevak" else not fits or eenheid.programma != route.programma

    def _capped(self, world: World, route: Route) -> Route:
        most = self.random.choice(TOEVOEGINGEN)
        while len(left := Geval(world, route).toevoegingen) > most:
            one = self.random.choice(left)
            choose = self.chance(0.3) and self._is_wise(world, route, one)
            route = (self._chosen if choose else self._declined)(world, route, [one])
        return route

    def _declined(self, world: World, route: Route, keuzes: Iterable[Keuze]) -> Route:
        chosen = {gekozen.keuze for gekozen in route.gekozen}
        parts = [
            part
            for keuze in sorted(keuzes)
            for part in (keuze, *(world.verdiepingen(keuze.eenheid) if keuze.soort == "verkennend" else ()))
            if part not in chosen
        ]
        return replace(route, afgewezen=tuple(dict.fromkeys((*route.afgewezen, *parts))))

    def _chosen(self, world: World, route: Route, keuzes: Iterable[Keuze]) -> Route:
        extra = [self._gekozen(world, keuze) for keuze in sorted(set(keuzes))]
        for i, (one, other) in enumerate(pairwise(extra), 1):
            if one.keuze[:2] == other.keuze[:2] and self.chance(0.5):
                extra[i] = other._replace(leerjaar=extra[i - 1].leerjaar, periode=extra[i - 1].periode)
        names = {gekozen.keuze for gekozen in extra}
        left = tuple(keuze for keuze in route.afgewezen if keuze not in names)
        return replace(route, gekozen=(*route.gekozen, *extra), afgewezen=left)

    def _gekozen(self, world: World, keuze: Keuze) -> Gekozen:
        plekken = [*world.school.plekken]
        given = Geval(world, Route("", self.programmas[0], "BB")).plekken(keuze)
        jaar, periode = self.random.choice(given if self.chance(0.95) else plekken)
        how = self.random.random()
        if how < 0.35:
            return Gekozen(keuze)
        if how < 0.5:
            return Gekozen(keuze, jaar)
        return Gekozen(keuze, None, periode) if how < 0.6 else Gekozen(keuze, jaar, periode)
