"""Rules, linked: what their sentences say about choices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, TypeAlias

from routeplanner.model.quantities import ALTIJD, Geldigheid, Gezag, Leerweg
from routeplanner.text.source import Span

INGEBOUWD = (
    "verkennen-verplicht",
    "ce-is-heel",
    "keuzevak-niveau",
    "één-module-per-periode",
    "past-in-de-weken",
    "volgorde",
    "aanbod",
    "geen-dubbele-inhoud",
)
"""Rules that hold everywhere, known by name like any other."""
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9&]*(/[A-Za-z0-9]+)+([.-][A-Za-z0-9]+)*")


class EenheidId(NamedTuple):
    """What an exam unit is known by: a code alone is not a key."""

    programma: str
    code: str
    voorkomen: int = 1

    def __str__(self) -> str:
        """The code as the language writes it, with its occurrence where that is not the first."""
        code = self.code if _CODE.fullmatch(self.code) else f'"{self.code}"'
        return code if self.voorkomen == 1 else f"{code} ({self.voorkomen})"


class KeuzeSoort(Enum):
    """What a pupil can choose."""

    VERKENNEND = "verkennend"
    """The verkennend deel of a unit; where the unit is not divided, the unit."""
    VERDIEPING = "verdieping"
    KEUZEVAK = "keuzevak"
    MODULE = "module"
    """A module of another profiel as keuzevak."""
    KEUZEMODULE = "keuzemodule"
    STAGE = "stage"
    ACTIVITEIT = "activiteit"
    VAK = "vak"
    """An algemeen vak."""

    # choices are looked up millions of times, and an Enum's own hash is a function in Python
    __hash__ = object.__hash__


class Keuze(NamedTuple):
    """One thing a pupil can choose: a part of a unit, or something the school offers by name."""

    soort: KeuzeSoort
    eenheid: EenheidId | None = None
    naam: str | None = None

    def __str__(self) -> str:
        """The choice as the language writes it."""
        if self.soort is KeuzeSoort.VERKENNEND:
            return str(self.eenheid)
        if self.soort is KeuzeSoort.VERDIEPING:
            return f'verdieping "{self.naam}" van {self.eenheid}'
        if self.eenheid is not None:
            return f"{self.soort.value} {self.eenheid}"
        return f'{self.soort.value} "{self.naam}"'


def in_order(keuze: Keuze) -> tuple[str | int, ...]:
    """Return what sorts choices by their words, numbers by their size: HV/K/9 comes before HV/K/10."""
    parts = re.split(r"([0-9]+)", str(keuze))
    return tuple(int(part) if part.isdecimal() else part for part in parts)


class Verwijzing(NamedTuple):
    """What a word refers to: one choice, or any of several (a groep, the verdiepingen of a unit)."""

    keuzes: tuple[Keuze, ...]
    span: Span
    groep: str | None = None


class Maat(Enum):
    """In what a sentence counts."""

    AANTAL = "aantal"
    MINUTEN = "minuten"
    WEKEN = "weken"


class Grootheid(Enum):
    """What a sentence counts; by its plural, which is also the word in a sentence."""

    VERDIEPING = "verdiepingen"
    VERBREDING = "verbredingen"
    MAATWERK = "maatwerk"
    KEUZEVAK = "keuzevakken"
    MODULE = "modules"
    EENHEID = "eenheden"
    KEUZEMODULE = "keuzemodules"
    STAGE = "stages"
    ACTIVITEIT = "activiteiten"
    VAK = "vakken"


class Totaalsoort(NamedTuple):
    """A total that a voorbeeld expects."""

    grootheid: Grootheid
    maat: Maat
    waarde: int
    """In minutes, weeks or pieces."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A count, a sum of minutes or a sum of weeks that must lie between two bounds, both included."""

    laag: int | None
    hoog: int | None
    maat: Maat
    grootheid: Grootheid | None
    """None: the things of `van` themselves."""
    per: str | None
    """`leerjaar` or `periode`: the bounds hold for each."""
    kenmerken: tuple[str, ...]
    """Only choices with one of these, folded."""
    competenties: tuple[str, ...]
    uit: str | None
    """Only choices of this programme."""
    elders: bool
    """Only choices of another programme than the pupil's own."""
    van: tuple[Verwijzing, ...]
    """Only these; empty: all."""
    span: Span


@dataclass(frozen=True, slots=True)
class Verband:
    """Two sides of a sentence: vereist, niet samen met, in plaats van, vóór, telt als. Lists mean all of."""

    soort: str
    links: tuple[Verwijzing, ...]
    rechts: tuple[Verwijzing, ...]
    telling: Telling | None
    """`A vereist minstens …`: the count instead of the right side."""
    span: Span


@dataclass(frozen=True, slots=True)
class Gebod:
    """`verplicht A` or `nooit A`, for each of the things."""

    soort: str
    dingen: tuple[Verwijzing, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """`als … dan …`: with all of `als` (things, goals or a count) true, `dan` must hold."""

    als: tuple[Verwijzing, ...]
    doelen: tuple[str, ...]
    telling: Telling | None
    dan: Telling | Gebod
    span: Span


@dataclass(frozen=True, slots=True)
class NietDubbel:
    """A choice counts for one of the rules only; without names for one of the counts of its own rule."""

    regels: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class NietGecontroleerd:
    """A rule exists whose content is not here."""

    span: Span


Regelzin: TypeAlias = Telling | Verband | Gebod | Voorwaarde | NietDubbel | NietGecontroleerd


@dataclass(frozen=True, slots=True)
class Bereik:
    """For whom a rule holds; empty means all."""

    programmas: tuple[str, ...] = ()
    leerwegen: tuple[Leerweg, ...] = ()
    leerjaren: tuple[int, ...] = ()
    doelen: tuple[str, ...] = ()
    schooljaren: Geldigheid = ALTIJD

    def raakt(self, other: Bereik) -> bool:
        """Tell whether some pupil can fall under both."""
        pairs = (
            (self.programmas, other.programmas),
            (self.leerwegen, other.leerwegen),
            (self.leerjaren, other.leerjaren),
            (self.doelen, other.doelen),
        )
        return self.schooljaren.raakt(other.schooljaren) and all(
            not mine or not theirs or set(mine) & set(theirs) for mine, theirs in pairs
        )


@dataclass(frozen=True, slots=True)
class Regel:
    """A regel or advies with all its sentences."""

    id: str
    titel: str | None
    hard: bool
    """Whether breaking it makes a route ongeldig: a regel of wet or school, or a richtlijn taken over."""
    gezag: Gezag
    bereik: Bereik
    zinnen: tuple[Regelzin, ...]
    geldig: Geldigheid
    """The cohorts for which the text was read; for others the rule is not checked."""
    omdat: str | None
    bron: tuple[str, ...]
    afgeleid: bool
    heette: tuple[str, ...]
    """Earlier ids."""
    neemt_over: tuple[str, ...]
    span: Span

    @property
    def gecontroleerd(self) -> bool:
        """Whether its content is here, so that it can be checked."""
        return not any(isinstance(zin, NietGecontroleerd) for zin in self.zinnen)
