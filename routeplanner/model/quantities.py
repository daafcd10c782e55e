"""Quantities and closed vocabularies of the field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import NamedTuple, NewType

Minuten = NewType("Minuten", int)
"""Whole minutes; an `uur` is a klokuur of 60."""

KLOKUUR = Minuten(60)


class Leerweg(Enum):
    """The four ways through the vmbo."""

    BB = "BB"
    """Basisberoepsgerichte leerweg."""
    KB = "KB"
    """Kaderberoepsgerichte leerweg."""
    GL = "GL"
    """Gemengde leerweg."""
    TL = "TL"
    """Theoretische leerweg."""


class Toetsing(Enum):
    """How a unit is examined, in one leerweg."""

    CE = "CE"
    """Centraal examen."""
    SE = "SE"
    """Schoolexamen."""
    CE_EN_SE = "CE en SE"
    DEELS_CE = "deels CE"
    """Some of its eindtermen are in the centraal examen."""
    ONBEKEND = "onbekend"
    """The text that was read has no mark."""


class Gezag(Enum):
    """Who a rule comes from."""

    WET = "wet"
    """Wet, AMvB or ministeriële regeling."""
    RICHTLIJN = "richtlijn"
    """Guidance of SLO and SPV, and indicative figures."""
    SCHOOL = "school"


class Geldigheid(NamedTuple):
    """The cohorts for which something holds, by the year in which their schooljaar starts; None is open."""

    van: int | None = None
    tot: int | None = None

    def omvat(self, jaar: int) -> bool:
        """Tell whether the cohort that starts in this year is in it."""
        return (self.van is None or self.van <= jaar) and (self.tot is None or jaar <= self.tot)

    def raakt(self, other: Geldigheid) -> bool:
        """Tell whether some cohort is in both."""
        starts = (jaar for jaar in (self.van, other.van) if jaar is not None)
        ends = (jaar for jaar in (self.tot, other.tot) if jaar is not None)
        return max(starts, default=0) <= min(ends, default=9999)


ALTIJD = Geldigheid()

TELWOORDEN = {
    "een": 1,
    "één": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
}


def last_day(schooljaar: int) -> date:
    """Return the last day of the schooljaar that starts in this year: it runs from 1 August to 31 July."""
    return date(schooljaar + 1, 7, 31)


def schooljaar_on(day: date) -> int:
    """Return the year in which the schooljaar starts that a day is in; see `last_day`."""
    return day.year if day > last_day(day.year - 1) else day.year - 1


def number(text: str) -> Decimal | None:
    """Return what a number as written is: `12`, `7,5` or `vier` (folded)."""
    if text in TELWOORDEN:
        return Decimal(TELWOORDEN[text])
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def whole(value: Decimal) -> int | None:
    """Return the number if it is whole."""
    return int(value) if value == value.to_integral_value() else None
