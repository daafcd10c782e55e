"""The JSON contract of dossiers without who they are, version 1; see present/contract.py and pseudonyms.py."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from routeplanner.dossier.records_lob import Soort, Staat
from routeplanner.present.contract_parts import Model


class ErvaringPseudonym(Model):
    """Something that the pupil does or did."""

    soort: Soort
    competenties: list[str]
    leerjaar: int | None
    periode: int | None
    staat: Staat
    minuten: int | None
    maand: str | None
    """The month in which it began, as `2026-11`."""


class ReflectiePseudonym(Model):
    """That the pupil reflected; not what was thought."""

    competentie: str | None
    """Null where it is none of the five."""
    maand: str


class GesprekPseudonym(Model):
    """That there was a gesprek; not what was said."""

    leerjaar: int
    periode: int
    gevoerd: bool
    maand: str | None
    afspraken: int
    gedaan: int
    """Of the afspraken."""


class LeerlingPseudonym(Model):
    """A pupil."""

    pseudoniem: str
    """The same for a pupil as long as the key is the same."""
    programma: str | None
    """Null where it is no programme that is known."""
    leerweg: str | None
    schooljaar: int | None
    begonnen: str
    """The month in which the dossier began."""
    ervaringen: list[ErvaringPseudonym]
    reflecties: list[ReflectiePseudonym]
    gesprekken: list[GesprekPseudonym]
    bewijzen: int
    """How many there are."""


class PseudonymousContract(Model):
    """Dossiers without who they are, in the order of their pseudonyms."""

    schema_: Literal["routeplanner/dossier-pseudonymous/1"] = Field(
        default="routeplanner/dossier-pseudonymous/1", alias="schema"
    )
    leerlingen: list[LeerlingPseudonym]
