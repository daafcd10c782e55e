"""What an address of the page asks of a person, looked at before its handler runs. Without it, nobody gets in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from routeplanner.dossier.policy import Recht, may
from routeplanner.dossier.records import Leerling, Ontwerp

if TYPE_CHECKING:
    from routeplanner.web.asking import Ask

About: TypeAlias = "Callable[[Ask], tuple[Leerling | None, ...]]"
"""Gives the pupils that a request is about; None is about no pupil."""


class NotAllowedError(Exception):
    """The person may not do this."""


def nobody(ask: Ask) -> tuple[None]:  # noqa: ARG001 - one of the ways to tell whom it is about
    """Return that the request is about no pupil."""
    return (None,)


def of_draft(ask: Ask) -> tuple[Leerling]:
    """Return the pupil of the draft in the path.

    Raises:
        NotFoundError: There is no such draft.
    """
    return (_whose(ask, ask.path("id")),)


def of_pupil(ask: Ask) -> tuple[Leerling]:
    """Return the pupil in the path.

    Raises:
        NotFoundError: There is none.
    """
    return (ask.desk.store.get(Leerling, ask.path("id")),)


def of_both_drafts(ask: Ask) -> tuple[Leerling, ...]:
    """Return the pupils of the two drafts that are compared.

    Raises:
        NotFoundError: There is no such draft.
    """
    return tuple(_whose(ask, ask.query(name)) for name in ("een", "ander"))


def _whose(ask: Ask, draft: str) -> Leerling:
    store = ask.desk.store
    return store.get(Leerling, store.get(Ontwerp, draft).leerling)


@dataclass(frozen=True)
class Needs:
    """What an address asks.

    Args:
        recht: What one must be allowed to do; by the part `what` of the path where that differs.
        about: To whom.
    """

    recht: Recht | Mapping[str, Recht]
    about: About = nobody

    def admit(self, ask: Ask) -> tuple[Leerling, ...]:
        """Return the pupils that a request is about, if the person may do this with each.

        Raises:
            NotAllowedError: The person may not.
            NotFoundError: There is no such pupil or draft.
        """
        recht = self.recht if isinstance(self.recht, Recht) else self.recht.get(ask.path("what"))
        pupils = self.about(ask)
        if recht is None or not pupils or not all(may(ask.actor, recht, pupil) for pupil in pupils):
            raise NotAllowedError
        return tuple(pupil for pupil in pupils if pupil is not None)


ENTER = Needs(Recht.SCHOOL_ZIEN)
BEGIN = Needs(Recht.LEERLING_TOEVOEGEN)
"""With a pupil; the handler looks which."""
SEE_ROUTE = Needs(Recht.ROUTE_ZIEN, of_draft)
CHANGE_ROUTE = Needs(Recht.ROUTE_WIJZIGEN, of_draft)
COMPARE_ROUTES = Needs(Recht.ROUTE_ZIEN, of_both_drafts)
SEE_PUPIL = Needs(Recht.LEERLING_ZIEN, of_pupil)
"""The handler looks how much."""
SEE_DOSSIER = Needs(Recht.DOSSIER_ZIEN, of_pupil)
ADD = Needs(
    MappingProxyType(
        {
            "ervaring": Recht.BEWIJS_TOEVOEGEN,
            "bewijs": Recht.BEWIJS_TOEVOEGEN,
            "reflectie": Recht.REFLECTEREN,
            "gesprek": Recht.GESPREK_VOEREN,
            "afspraak": Recht.GESPREK_VOEREN,
            "reden": Recht.ROUTE_WIJZIGEN,
        }
    ),
    of_pupil,
)
"""To a dossier, and change what is in it."""
TALK = Needs(Recht.GESPREK_VOEREN, of_pupil)
"""What a pupil tells in the class is written down by who leads the talk, and signed so in the trail."""
KEEP_STAGES = Needs(Recht.STAGES_BEHEREN)
EXPORT = Needs(Recht.EXPORTEREN, of_pupil)
FORGET = Needs(Recht.VERWIJDEREN, of_pupil)
SEE_CLASS = Needs(Recht.KLAS_ZIEN)
"""The handler looks which pupils."""
