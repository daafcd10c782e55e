"""A world as plain data of its own: programmes, a school, its rules, and routes through it.

Nothing here comes from the product. Sizes are in minutes or weeks; a unit is known by its code and programme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

LEERWEGEN = ("BB", "KB", "GL")
MET_NAAM = {"keuzemodule": "keuzemodules", "stage": "stages", "activiteit": "activiteiten"}
"""Kinds of choices that are no part of a unit, with the words under which they are counted."""

Plek: TypeAlias = tuple[int, int]
"""A periode of a leerjaar."""


class Keuze(NamedTuple):
    """One thing that a pupil can choose."""

    soort: str
    """verkennend, verdieping, keuzevak, module (as keuzevak), keuzemodule, stage or activiteit."""
    eenheid: str = ""
    naam: str = ""


@dataclass(frozen=True)
class Deel:
    """What a choice is like; empty means no restriction."""

    minuten: int | None = None
    weken: int | None = None
    kenmerken: tuple[str, ...] = ()
    competenties: tuple[str, ...] = ()
    leerjaren: tuple[int, ...] = ()
    perioden: tuple[int, ...] = ()
    programmas: tuple[str, ...] = ()
    leerwegen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Eenheid:
    programma: str
    code: str
    toetsing: Mapping[str, str]
    """By leerweg: CE, SE, `CE en SE` or `deels CE`."""
    soort: str = "eenheid"
    keuze: bool = False
    sectordeel: str = ""
    uitstroomprofiel: str = ""
    ingevuld: bool = False
    """Whether the school has an invulling for it."""

    @property
    def id(self) -> str:
        return f"{self.code} uit {self.programma}"


@dataclass(frozen=True)
class School:
    biedt_aan: tuple[str, ...]
    leerwegen: tuple[str, ...]
    schooljaar: int = 2009
    leerjaren: tuple[int, ...] = (3, 4)
    perioden: int = 2
    weken: int = 8
    lesuur: int | None = None
    lesuren_per_week: int | None = None

    @property
    def plekken(self) -> tuple[Plek, ...]:
        return tuple((jaar, periode) for jaar in self.leerjaren for periode in range(1, self.perioden + 1))


@dataclass(frozen=True)
class Verbreding:
    naam: str
    uit: tuple[str, ...]
    programmas: tuple[str, ...] = ()
    leerwegen: tuple[str, ...] = ()
    ook_verdiepend: bool = False


class Ding(NamedTuple):
    """What a word in a sentence means: one choice, or any of several."""

    keuzes: tuple[Keuze, ...]
    soort: str = "keuze"
    """keuze, groep or verdieping (all verdiepingen of a unit)."""
    naam: str = ""


Dingen: TypeAlias = tuple[Ding, ...]


@dataclass(frozen=True)
class Telling:
    laag: int | None
    hoog: int | None
    wat: str | None
    """Plural of what is counted; None: the things of `van` themselves."""
    maat: str = "aantal"
    """aantal, minuten or weken."""
    van: Dingen = ()
    per: str | None = None
    kenmerken: tuple[str, ...] = ()
    competenties: tuple[str, ...] = ()
    uit: str | None = None
    elders: bool = False


@dataclass(frozen=True)
class Verplicht:
    dingen: Dingen


@dataclass(frozen=True)
class Nooit:
    dingen: Dingen


@dataclass(frozen=True)
class Vereist:
    links: Dingen
    rechts: Dingen = ()
    telling: Telling | None = None


@dataclass(frozen=True)
class NietSamen:
    links: Dingen
    rechts: Dingen


@dataclass(frozen=True)
class InPlaatsVan:
    links: Dingen
    rechts: Dingen


@dataclass(frozen=True)
class TeltAls:
    links: Dingen
    rechts: Dingen


@dataclass(frozen=True)
class Voor:
    links: Dingen
    rechts: Dingen


@dataclass(frozen=True)
class Als:
    dan: Telling | Verplicht | Nooit
    dingen: Dingen = ()
    doel: str | None = None
    telling: Telling | None = None


@dataclass(frozen=True)
class NietDubbel:
    regels: tuple[str, ...] = ()


@dataclass(frozen=True)
class NietGecontroleerd:
    pass


Zin: TypeAlias = (
    Telling
    | Verplicht
    | Nooit
    | Vereist
    | NietSamen
    | InPlaatsVan
    | TeltAls
    | Voor
    | Als
    | NietDubbel
    | NietGecontroleerd
)

Jaren: TypeAlias = tuple[int | None, int | None]


@dataclass(frozen=True)
class Regel:
    id: str
    zinnen: tuple[Zin, ...]
    soort: str = "regel"
    gezag: str = "school"
    programmas: tuple[str, ...] = ()
    leerwegen: tuple[str, ...] = ()
    leerjaren: tuple[int, ...] = ()
    doelen: tuple[str, ...] = ()
    schooljaar: Jaren = (None, None)
    geldig: Jaren = (None, None)
    """The cohorts for which the text was read."""
    neemt_over: tuple[str, ...] = ()


class Gekozen(NamedTuple):
    keuze: Keuze
    leerjaar: int | None = None
    periode: int | None = None


@dataclass(frozen=True)
class Route:
    naam: str
    programma: str
    leerweg: str
    uitstroomprofiel: str = ""
    doel: str | None = None
    schooljaar: int | None = None
    gekozen: tuple[Gekozen, ...] = ()
    afgewezen: tuple[Keuze, ...] = ()
    """With a unit its verdiepingen, as `zonder` says of it, save those that are chosen."""
    afgerond: tuple[Keuze, ...] = ()


@dataclass(frozen=True)
class World:
    programmas: Mapping[str, str]
    """The kind of each programme."""
    eenheden: Mapping[str, Eenheid]
    delen: Mapping[Keuze, Deel]
    """Everything that can be chosen, offered or not."""
    school: School
    verbredingen: tuple[Verbreding, ...] = ()
    doelen: tuple[str, ...] = ()
    groepen: Mapping[str, tuple[Keuze, ...]] = field(default_factory=dict)
    regels: tuple[Regel, ...] = ()
    routes: tuple[Route, ...] = ()
    seed: int = 0
    """Of the words that are varied; 0: the plainest."""

    def verdiepingen(self, eenheid: str) -> tuple[Keuze, ...]:
        return tuple(k for k in self.delen if k.soort == "verdieping" and k.eenheid == eenheid)
