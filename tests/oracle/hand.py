"""What the cases made by hand are made of: short words, and the school of the guide."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from oracle import world as w
from oracle.world import (
    Deel,
    Ding,
    Eenheid,
    Gekozen,
    Keuze,
    Regel,
    Route,
    School,
    Telling,
    World,
)

CE_SE = {"BB": "CE", "KB": "CE"}
SE = {"BB": "SE", "KB": "SE"}


class Case(NamedTuple):
    world: World
    oordeel: str
    overtreden: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    ongecontroleerd: frozenset[str] = frozenset()


def uur(aantal: float) -> int:
    return int(aantal * 60)


def unit(code: str) -> str:
    programma = {"VT": "VT", "HV": "HV", "HA": "HA", "B": "timmeren"}[code.partition("/")[0]]
    return f"{code} uit {programma}"


def verken(code: str) -> Keuze:
    return Keuze("verkennend", unit(code))


def verdiep(code: str, naam: str) -> Keuze:
    return Keuze("verdieping", unit(code), naam)


def module(naam: str) -> Keuze:
    return Keuze("keuzemodule", "", naam)


def een(*keuzes: Keuze) -> w.Dingen:
    return tuple(Ding((keuze,)) for keuze in keuzes)


def kiest(*keuzes: Keuze) -> tuple[Gekozen, ...]:
    return tuple(Gekozen(keuze) for keuze in keuzes)


# ---- the school of the guide

VT = [
    Eenheid("VT", code, SE, ingevuld=code in ("VT/K/9", "VT/K/12"))
    for code in ("VT/K/1", "VT/K/9", "VT/K/12")
]
HV = [
    Eenheid("HV", code, toetsing, ingevuld=True)
    for code, toetsing in (("HV/K/9", CE_SE), ("HV/K/10", SE), ("HV/K/11", CE_SE))
]
HA = [Eenheid("HA", "HA/K/4", SE, ingevuld=True)]
BOUW = [
    Eenheid("timmeren", "B/K/3", {"BB": "SE"}, ingevuld=True),
    Eenheid("timmeren", "B/K/11", {"KB": "SE", "GL": "SE"}, ingevuld=True),
]
DELEN = {
    verken("VT/K/1"): Deel(),
    verken("VT/K/9"): Deel(uur(24)),
    verdiep("VT/K/9", "Rijhulpsystemen"): Deel(uur(16), perioden=(2,)),
    verken("VT/K/12"): Deel(uur(28)),
    verdiep("VT/K/12", "Klepsturing"): Deel(uur(20)),
    verken("HV/K/9"): Deel(uur(32)),
    verken("HV/K/10"): Deel(uur(28)),
    verken("HV/K/11"): Deel(uur(24)),
    verken("HA/K/4"): Deel(uur(30)),
    verdiep("HA/K/4", "Typediploma"): Deel(uur(20)),
    verdiep("HA/K/4", "Folders"): Deel(uur(20)),
    verdiep("HA/K/4", "Webwinkel"): Deel(uur(20)),
    verken("B/K/3"): Deel(uur(20)),
    verdiep("B/K/3", "CAD"): Deel(uur(20)),
    verken("B/K/11"): Deel(uur(24)),
    verdiep("B/K/11", "CAD"): Deel(uur(16)),
    module("Lassen"): Deel(perioden=(1,)),
    module("Koken"): Deel(perioden=(2,)),
    module("Beeld"): Deel(),
}
SCHOOL = World(
    programmas=dict.fromkeys(("VT", "HV", "HA", "timmeren"), "afdelingsprogramma"),
    eenheden={e.id: e for e in (*VT, *HV, *HA, *BOUW)},
    delen=DELEN,
    school=School(("VT", "HV", "HA", "timmeren"), ("BB", "KB")),
    verbredingen=(
        w.Verbreding(
            "Handel",
            tuple(map(unit, ("HV/K/9", "HV/K/10", "HV/K/11", "HA/K/4"))),
            programmas=("VT",),
            ook_verdiepend=True,
        ),
        w.Verbreding("Bouw", (unit("B/K/11"),), ("timmeren",), ("BB",), ook_verdiepend=True),
    ),
    doelen=("Autoverkoper",),
)
HANDEL = (verken("HV/K/9"), verken("HV/K/10"), verken("HV/K/11"))
AUTOVERKOPER = Route(
    "Autoverkoper",
    "VT",
    "KB",
    gekozen=kiest(*HANDEL),
    afgewezen=(verdiep("VT/K/9", "Rijhulpsystemen"), verdiep("VT/K/12", "Klepsturing")),
)
MAX = Regel("max", (Telling(None, uur(120), "verbredingen", "minuten"),))
PLAATS = Regel(
    "plaats",
    (
        w.InPlaatsVan(
            een(*HANDEL),
            (
                Ding((verdiep("VT/K/9", "Rijhulpsystemen"),), "verdieping"),
                Ding((verdiep("VT/K/12", "Klepsturing"),), "verdieping"),
            ),
        ),
    ),
)
KLEP = Regel("klep", (w.Vereist(een(verken("VT/K/12")), een(verken("VT/K/9"))),))
LEEG = Route("Leeg", "VT", "KB")


def case(  # noqa: PLR0913 - a case has this much to say
    naam: str,
    regels: tuple[Regel, ...],
    route: Route,
    oordeel: str,
    *,
    overtreden: tuple[str, ...] = (),
    open_: tuple[str, ...] = (),
    ongecontroleerd: tuple[str, ...] = (),
    world: World = SCHOOL,
) -> tuple[str, Case]:
    """Return a case by its name."""
    made = replace(world, regels=regels, routes=(route,))
    return naam, Case(made, oordeel, frozenset(overtreden), frozenset(open_), frozenset(ongecontroleerd))


def regel(naam: str, *zinnen: w.Zin) -> tuple[Regel, ...]:
    return (Regel(naam, zinnen),)


def meer(route: Route, *keuzes: Gekozen | Keuze) -> Route:
    """Return the route with more choices; what is chosen is declined no longer."""
    extra = tuple(k if isinstance(k, Gekozen) else Gekozen(k) for k in keuzes)
    names = {gekozen.keuze for gekozen in extra}
    left = tuple(keuze for keuze in route.afgewezen if keuze not in names)
    return replace(route, gekozen=(*route.gekozen, *extra), afgewezen=left)
