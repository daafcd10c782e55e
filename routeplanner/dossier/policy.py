"""Who may what: one table, and one function that reads it. What is not in the table may not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from routeplanner.dossier.records import Leerling


class Rol(StrEnum):
    """What someone is at a school; one person can be several."""

    LEERLING = "leerling"
    MENTOR = "mentor"
    DECAAN = "decaan"
    TEAMLEIDER = "teamleider"
    BEHEERDER = "beheerder"


class Recht(StrEnum):
    """What one may do: with a pupil, or with what is of no pupil."""

    SCHOOL_ZIEN = "school zien"
    """What is the same for everyone: the school's texts and routes, the places for a stage."""
    LEERLING_ZIEN = "leerling zien"
    """That this pupil is there: the name, the klas and the leerweg, in a list."""
    LEERLING_TOEVOEGEN = "leerling toevoegen"
    LEERLING_WIJZIGEN = "leerling wijzigen"
    """The name, the klas, the mentor."""
    ROUTE_ZIEN = "route zien"
    ROUTE_WIJZIGEN = "route wijzigen"
    """Drafts: begin one, click in it, remove it."""
    DOSSIER_ZIEN = "dossier zien"
    """Experiences, bewijs, gesprekken and what was agreed on."""
    REFLECTIES_ZIEN = "reflecties zien"
    """What a pupil thinks, in the pupil's own words."""
    REFLECTEREN = "reflecteren"
    GESPREK_VOEREN = "gesprek voeren"
    """Plan and write up a loopbaangesprek, and what was agreed on."""
    BEWIJS_TOEVOEGEN = "bewijs toevoegen"
    """Experiences too."""
    EXPORTEREN = "exporteren"
    """All that is kept of one pupil, to hand over."""
    VERWIJDEREN = "verwijderen"
    """A pupil, with all that is kept."""
    KLAS_ZIEN = "klas zien"
    """Pupils beside each other: who has had a gesprek, and who has not."""
    REGELS_SCHRIJVEN = "regels schrijven"
    PSEUDONIEM_EXPORTEREN = "pseudoniem exporteren"
    """What many pupils chose, without who they are."""
    STAGES_BEHEREN = "stagebedrijven beheren"
    BEHEREN = "beheren"
    """Read the trail, and tidy what was kept long enough."""


class Band(StrEnum):
    """What a person has to do with a pupil."""

    ZELF = "zelf"
    KLAS = "klas"
    """A pupil of one's own klas, or whose mentor one is."""
    TEAM = "team"
    ANDER = "ander"
    """Any pupil: what one may with these, one may with those of one's own too."""
    GEEN = "geen"
    """It is about no pupil."""


@dataclass(frozen=True, slots=True)
class Persoon:
    """Someone who uses the program.

    Args:
        id: Under which the person signs in; empty for the only user of the machine.
        rollen: What the person is.
        klassen: The klassen of which the person is the mentor.
        teams: The teams that the person is in.
        leerling: The id of the pupil that the person is; None is none.
        alles: Whether the person may everything: the only user of the machine.
    """

    id: str
    rollen: frozenset[Rol] = frozenset()
    klassen: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()
    leerling: str | None = None
    alles: bool = False


ENIGE = Persoon("", alles=True)
"""The only user of the machine."""

_ROUTE = frozenset({Recht.LEERLING_ZIEN, Recht.ROUTE_ZIEN})
_DOSSIER = frozenset({Recht.DOSSIER_ZIEN, Recht.REFLECTIES_ZIEN, Recht.BEWIJS_TOEVOEGEN, Recht.EXPORTEREN})
_OWN = (
    _ROUTE
    | _DOSSIER
    | {Recht.ROUTE_WIJZIGEN, Recht.REFLECTEREN, Recht.LEERLING_TOEVOEGEN}  # oneself, at the first time
)
# a reflection is the pupil's own: who guides a pupil reads it, and writes none in another's name
_GUIDED = (
    _ROUTE
    | _DOSSIER
    | {
        Recht.LEERLING_TOEVOEGEN,
        Recht.LEERLING_WIJZIGEN,
        Recht.ROUTE_WIJZIGEN,
        Recht.GESPREK_VOEREN,
        Recht.KLAS_ZIEN,
    }
)
_MAY: Mapping[Rol, Mapping[Band, frozenset[Recht]]] = MappingProxyType(
    {
        Rol.LEERLING: {
            Band.ZELF: _OWN,
            Band.GEEN: frozenset({Recht.SCHOOL_ZIEN, Recht.LEERLING_TOEVOEGEN}),
        },
        Rol.MENTOR: {
            Band.KLAS: _GUIDED,
            Band.GEEN: frozenset(
                {Recht.SCHOOL_ZIEN, Recht.LEERLING_TOEVOEGEN, Recht.KLAS_ZIEN, Recht.STAGES_BEHEREN}
            ),
        },
        Rol.DECAAN: {
            Band.ANDER: _GUIDED | {Recht.PSEUDONIEM_EXPORTEREN},
            Band.GEEN: frozenset(
                {
                    Recht.SCHOOL_ZIEN,
                    Recht.LEERLING_TOEVOEGEN,
                    Recht.KLAS_ZIEN,
                    Recht.PSEUDONIEM_EXPORTEREN,
                    Recht.STAGES_BEHEREN,
                }
            ),
        },
        # how far the pupils of the team are; what they wrote is between them and who guides them
        Rol.TEAMLEIDER: {
            Band.TEAM: _ROUTE | {Recht.KLAS_ZIEN, Recht.PSEUDONIEM_EXPORTEREN},
            Band.GEEN: frozenset(
                {
                    Recht.SCHOOL_ZIEN,
                    Recht.KLAS_ZIEN,
                    Recht.REGELS_SCHRIJVEN,
                    Recht.PSEUDONIEM_EXPORTEREN,
                    Recht.STAGES_BEHEREN,
                }
            ),
        },
        # hands over or removes what is kept when a pupil asks for it, without reading it on the page
        Rol.BEHEERDER: {
            Band.ANDER: frozenset(
                {
                    Recht.LEERLING_ZIEN,
                    Recht.LEERLING_TOEVOEGEN,
                    Recht.LEERLING_WIJZIGEN,
                    Recht.EXPORTEREN,
                    Recht.VERWIJDEREN,
                    Recht.PSEUDONIEM_EXPORTEREN,
                }
            ),
            Band.GEEN: frozenset(
                {
                    Recht.SCHOOL_ZIEN,
                    Recht.LEERLING_TOEVOEGEN,
                    Recht.PSEUDONIEM_EXPORTEREN,
                    Recht.STAGES_BEHEREN,
                    Recht.BEHEREN,
                }
            ),
        },
    }
)


def may(actor: Persoon, recht: Recht, leerling: Leerling | None = None) -> bool:
    """Tell whether someone may do something.

    Args:
        actor: Who wants it.
        recht: What it is.
        leerling: The pupil that it is about; None is about no pupil.
    """
    if actor.alles:
        return True
    banden = banden_of(actor, leerling)
    return any(recht in _MAY[rol].get(band, ()) for rol in actor.rollen for band in banden)


def banden_of(actor: Persoon, leerling: Leerling | None) -> frozenset[Band]:
    """Return all that someone has to do with a pupil. What is not known of a pupil, ties nobody to it."""
    if leerling is None:
        return frozenset({Band.GEEN})
    found = {Band.ANDER}
    if actor.leerling is not None and leerling.id == actor.leerling:
        found.add(Band.ZELF)
    if (leerling.klas and leerling.klas in actor.klassen) or (actor.id and leerling.mentor == actor.id):
        found.add(Band.KLAS)
    if leerling.team and leerling.team in actor.teams:
        found.add(Band.TEAM)
    return frozenset(found)
