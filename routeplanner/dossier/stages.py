"""Which stagebedrijf fits a pupil, and who goes where: never more pupils than there are places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select, update

from routeplanner.dossier.errors import AlreadyThereError, NoPlaceError
from routeplanner.dossier.keeping import Keeping
from routeplanner.dossier.pieces import claim, fetch, wait_for
from routeplanner.dossier.records import Handeling
from routeplanner.dossier.records_stage import Stageaanbod, Stagebedrijf, Stageplaats
from routeplanner.dossier.tables import stageaanbod, stageplaatsen
from routeplanner.language.vocabulary import fold


@dataclass(frozen=True, slots=True)
class Match:
    """A stagebedrijf for a pupil, with why it fits and why not."""

    bedrijf: Stagebedrijf
    aanbod: Stageaanbod
    vrij: int
    """Places that are left."""
    past: tuple[str, ...]
    """What of its kenmerken the pupil likes."""
    liever_niet: tuple[str, ...]
    """What of its kenmerken the pupil likes not."""


class Stages(Keeping):
    """What one does with stagebedrijven."""

    def matches(
        self,
        interesses: Iterable[str],
        liever_niet: Iterable[str],
        *,
        schooljaar: int,
        leerjaar: int,
        periode: int,
    ) -> tuple[Match, ...]:
        """Return the stagebedrijven that take pupils in a periode, the best first.

        What has no place left comes last. Before that: what has least of what the pupil likes not, then what has
        most of what the pupil likes, then by name.
        """
        when = (
            (stageaanbod.c.schooljaar == schooljaar)
            & (stageaanbod.c.leerjaar == leerjaar)
            & (stageaanbod.c.periode == periode)
        )
        liked, disliked = set(map(fold, interesses)), set(map(fold, liever_niet))
        with self._reading() as connection:
            found = [
                _match(connection, fetch(connection, Stageaanbod, id_), liked, disliked)
                for id_ in connection.execute(select(stageaanbod.c.id).where(when)).scalars().all()
            ]
        return tuple(sorted(found, key=_rank))

    def assign(self, leerling: str, aanbod: str, *, door: str = "") -> Stageplaats:
        """Give a pupil a place.

        Raises:
            NoPlaceError: All places are taken.
            AlreadyThereError: The pupil goes somewhere already in that periode.
            NotFoundError: There is no such pupil, or no such stageaanbod.
        """
        with self._writing() as connection:
            wait_for(connection, leerling)
            offer = _held(connection, aanbod)
            if _goes_somewhere(connection, leerling, offer):
                raise AlreadyThereError
            if _taken(connection, aanbod) >= offer.plaatsen:
                raise NoPlaceError
            return self._insert(connection, Stageplaats(leerling=leerling, aanbod=aanbod), door)

    def resize(self, aanbod: Stageaanbod, plaatsen: int, *, door: str = "") -> Stageaanbod:
        """Give a stageaanbod another number of places.

        Raises:
            NoPlaceError: More pupils go there already.
            Conflict: It was changed meanwhile.
            NotFoundError: It is gone.
        """
        with self._writing() as connection:
            kept = replace(claim(connection, replace(aanbod, plaatsen=plaatsen)), plaatsen=plaatsen)
            if _taken(connection, aanbod.id) > plaatsen:
                raise NoPlaceError
            connection.execute(
                update(stageaanbod).where(stageaanbod.c.id == aanbod.id).values(plaatsen=plaatsen)
            )
            self._note(connection, door, Handeling.GEWIJZIGD, kept)
            return kept


def _match(connection: Connection, aanbod: Stageaanbod, liked: set[str], disliked: set[str]) -> Match:
    bedrijf = fetch(connection, Stagebedrijf, aanbod.bedrijf)
    return Match(
        bedrijf,
        aanbod,
        max(0, aanbod.plaatsen - _taken(connection, aanbod.id)),
        tuple(kenmerk for kenmerk in bedrijf.kenmerken if fold(kenmerk) in liked),
        tuple(kenmerk for kenmerk in bedrijf.kenmerken if fold(kenmerk) in disliked),
    )


def _rank(match: Match) -> tuple[bool, int, int, str, str]:
    return (
        match.vrij == 0,
        len(match.liever_niet),
        -len(match.past),
        fold(match.bedrijf.naam),
        match.bedrijf.id,
    )


def _held(connection: Connection, aanbod: str) -> Stageaanbod:
    """Return a stageaanbod, which nobody else then gives a place of until this is done."""
    connection.execute(select(stageaanbod.c.id).where(stageaanbod.c.id == aanbod).with_for_update())
    return fetch(connection, Stageaanbod, aanbod)


def _taken(connection: Connection, aanbod: str) -> int:
    asked = select(func.count()).select_from(stageplaatsen).where(stageplaatsen.c.aanbod == aanbod)
    return connection.execute(asked).scalar_one()


def _goes_somewhere(connection: Connection, leerling: str, offer: Stageaanbod) -> bool:
    asked = (
        select(stageplaatsen.c.id)
        .join(stageaanbod, stageaanbod.c.id == stageplaatsen.c.aanbod)
        .where(
            stageplaatsen.c.leerling == leerling,
            stageaanbod.c.schooljaar == offer.schooljaar,
            stageaanbod.c.leerjaar == offer.leerjaar,
            stageaanbod.c.periode == offer.periode,
        )
    )
    return connection.execute(asked).first() is not None
