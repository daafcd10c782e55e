"""Stagebedrijven with their places, and the ronde in which a class looks back on its stages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from routeplanner.dossier.records import Record, VanLeerling


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Stagebedrijf(Record):
    """A company where pupils go. Who to call there is kept elsewhere: a dossier has no more persons than needed."""

    naam: str
    plaats: str = ""
    kenmerken: tuple[str, ...] = ()
    """What it offers, in the words in which pupils tell what they like."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Stageaanbod(Record):
    """How many pupils a stagebedrijf takes in one periode."""

    bedrijf: str
    """The id of the stagebedrijf."""
    schooljaar: int
    """The year in which it starts."""
    leerjaar: int
    periode: int
    plaatsen: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Stageplaats(VanLeerling):
    """That a pupil goes to a stagebedrijf in a periode."""

    aanbod: str
    """The id of the stageaanbod."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Ronde(Record):
    """A class that looks back: one question, and some minutes for each pupil."""

    klas: str
    vraag: str
    competentie: str
    """What the question is about; the answers are reflecties on it."""
    datum: date
    minuten: int = 5
    """For each pupil."""


class Beurtstaat(StrEnum):
    """How far a turn is."""

    WACHT = "wacht"
    BEANTWOORD = "beantwoord"
    OVERGESLAGEN = "overgeslagen"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Beurt(VanLeerling):
    """The turn of one pupil in a ronde."""

    ronde: str
    """The id of the ronde."""
    nummer: int
    """The place in the order, counted from 1."""
    staat: Beurtstaat = Beurtstaat.WACHT
    reflectie: str | None = None
    """The id of the answer."""
    bewijs: str | None = None
    """The id of the photo that was shown."""
