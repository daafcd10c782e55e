"""Who may what: one table, and whatever is not in it is refused.

A pupil's words are the pupil's; who guides sees and helps those guided; who runs the machine sees nobody's words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from routeplanner.dossier.records import Leerling


class Rol(StrEnum):
    """What someone is at school."""

    LEERLING = "leerling"
    MENTOR = "mentor"
    DECAAN = "decaan"
    TEAMLEIDER = "teamleider"
    BEHEERDER = "beheerder"
    """Who looks after the program and the accounts."""


class Daad(StrEnum):
    """What someone wants to do."""

    ZIEN = "zien"
    WIJZIGEN = "wijzigen"
    """Of the route, experiences, choices and proof."""
    REFLECTEREN = "reflecteren"
    GESPREK = "gesprek voeren"
    """Plan and hold a loopbaangesprek, with what is agreed on."""
    EXPORTEREN = "exporteren"
    AANMAKEN = "aanmaken"
    """Of a pupil, also one who comes from another school."""
    VERWIJDEREN = "verwijderen"
    KLAS_ZIEN = "klas zien"
    """Who is in a class, how far they are, and who has had no gesprek yet."""
    RONDE = "ronde houden"
    STAGES = "stages regelen"
    """The stagebedrijven, and which pupil goes where."""
    PSEUDONIEM = "pseudoniem exporteren"
    REGELS = "regels schrijven"
    SPOOR = "spoor zien"
    BEHEREN = "beheren"
    """Who has which role, and what the school set."""


class Verband(StrEnum):
    """What the pupil that it is about is to who does it, the nearest that holds."""

    ZELF = "zelf"
    EIGEN_KLAS = "eigen klas"
    EIGEN_TEAM = "eigen team"
    ANDER = "ander"
    SCHOOL = "school"
    """It is about no pupil and no class."""


_GUIDED = frozenset({Verband.EIGEN_KLAS})
_TEAM = frozenset({Verband.EIGEN_KLAS, Verband.EIGEN_TEAM})
_ALL = frozenset({Verband.EIGEN_KLAS, Verband.EIGEN_TEAM, Verband.ANDER})
_SELF = frozenset({Verband.ZELF})
_SCHOOL = frozenset({Verband.SCHOOL})

_MAY: Mapping[tuple[Rol, Daad], frozenset[Verband]] = MappingProxyType(
    {
        (Rol.LEERLING, Daad.ZIEN): _SELF,
        (Rol.LEERLING, Daad.WIJZIGEN): _SELF,
        (Rol.LEERLING, Daad.REFLECTEREN): _SELF,
        (Rol.LEERLING, Daad.EXPORTEREN): _SELF,
        (Rol.LEERLING, Daad.SPOOR): _SELF,
        (Rol.MENTOR, Daad.ZIEN): _GUIDED,
        (Rol.MENTOR, Daad.WIJZIGEN): _GUIDED,
        (Rol.MENTOR, Daad.REFLECTEREN): _GUIDED,  # in a ronde, or a gesprek, at one screen
        (Rol.MENTOR, Daad.GESPREK): _GUIDED,
        (Rol.MENTOR, Daad.EXPORTEREN): _GUIDED,
        (Rol.MENTOR, Daad.AANMAKEN): _GUIDED,
        (Rol.MENTOR, Daad.KLAS_ZIEN): _GUIDED,
        (Rol.MENTOR, Daad.RONDE): _GUIDED,
        (Rol.MENTOR, Daad.STAGES): _GUIDED,
        (Rol.MENTOR, Daad.PSEUDONIEM): _GUIDED,
        (Rol.DECAAN, Daad.ZIEN): _ALL,
        (Rol.DECAAN, Daad.WIJZIGEN): _ALL,
        (Rol.DECAAN, Daad.GESPREK): _ALL,
        (Rol.DECAAN, Daad.EXPORTEREN): _ALL,
        (Rol.DECAAN, Daad.AANMAKEN): _ALL,
        (Rol.DECAAN, Daad.KLAS_ZIEN): _ALL,
        (Rol.DECAAN, Daad.STAGES): _ALL | _SCHOOL,
        (Rol.DECAAN, Daad.PSEUDONIEM): _ALL | _SCHOOL,
        (Rol.DECAAN, Daad.REGELS): _SCHOOL,
        (Rol.TEAMLEIDER, Daad.ZIEN): _TEAM,
        (Rol.TEAMLEIDER, Daad.KLAS_ZIEN): _TEAM,
        (Rol.TEAMLEIDER, Daad.PSEUDONIEM): _TEAM,
        (Rol.TEAMLEIDER, Daad.REGELS): _SCHOOL,
        (Rol.BEHEERDER, Daad.AANMAKEN): _ALL,
        (Rol.BEHEERDER, Daad.VERWIJDEREN): _ALL,
        (Rol.BEHEERDER, Daad.SPOOR): _ALL | _SCHOOL,
        (Rol.BEHEERDER, Daad.BEHEREN): _SCHOOL,
    }
)


def may(rol: Rol, daad: Daad, verband: Verband) -> bool:
    """Tell whether someone in this role may do this to a pupil who stands so to them."""
    return verband in _MAY.get((rol, daad), frozenset())


@dataclass(frozen=True, slots=True)
class Persoon:
    """Someone who signed in."""

    id: str
    """Under which this person signs in; the `mentor` of a pupil is one."""
    rollen: frozenset[Rol]
    klassen: frozenset[str] = frozenset()
    """The classes that this person guides."""
    teams: frozenset[str] = frozenset()
    leerling: str | None = None
    """Of a pupil: the id of the dossier."""


def allowed(persoon: Persoon, daad: Daad, leerling: Leerling | None = None) -> bool:
    """Tell whether someone may do this to a pupil, in any of the roles; without a pupil it is about the school."""
    verband = Verband.SCHOOL if leerling is None else verband_of(persoon, leerling)
    return any(may(rol, daad, verband) for rol in persoon.rollen)


def verband_of(persoon: Persoon, leerling: Leerling) -> Verband:
    """Return what a pupil is to someone. A text that is empty is not known, and makes nobody one's own."""
    if persoon.leerling == leerling.id:
        return Verband.ZELF
    if (leerling.mentor and leerling.mentor == persoon.id) or (
        leerling.klas and leerling.klas in persoon.klassen
    ):
        return Verband.EIGEN_KLAS
    if leerling.team and leerling.team in persoon.teams:
        return Verband.EIGEN_TEAM
    return Verband.ANDER
