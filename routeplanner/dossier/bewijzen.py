"""Bewijs: photos and files that show what a pupil did."""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy import func, insert, select

from routeplanner.dossier.content import checked
from routeplanner.dossier.errors import NoRoomError, NotFoundError
from routeplanner.dossier.keeping import Keeping
from routeplanner.dossier.pieces import wait_for
from routeplanner.dossier.records_lob import Bewijs
from routeplanner.dossier.tables import bewijzen, inhouden

MAX_BYTES = 50 * 1024 * 1024
"""Of all files of one pupil together."""


class Bewijzen(Keeping):
    """What one does with bewijs."""

    def keep_bewijs(
        self, leerling: str, naam: str, given: bytes, *, ervaring: str | None = None, door: str = ""
    ) -> Bewijs:
        """Take in a file, and return what is kept of it. Of a photo only the pixels are.

        Args:
            leerling: The id of the pupil.
            naam: What the file is called; it tells nothing of what the file holds.
            given: What the file holds.
            ervaring: The id of the experience that it shows.
            door: Who does it.

        Raises:
            BewijsError: It is too large, holds something else than can be taken in, or there is no room left.
            NotFoundError: There is no such pupil, or the pupil has no such experience.
            TextError: The name cannot be kept.
        """
        content = checked(given)
        bewijs = Bewijs(
            leerling=leerling,
            naam=naam,
            soort=content.soort,
            omvang=len(content.bytes),
            sha256=sha256(content.bytes).hexdigest(),
            ervaring=ervaring,
        )
        with self._writing() as connection:
            wait_for(connection, leerling)
            total = func.coalesce(func.sum(bewijzen.c.omvang), 0)
            used = connection.execute(select(total).where(bewijzen.c.leerling == leerling)).scalar_one()
            if used + bewijs.omvang > MAX_BYTES:
                raise NoRoomError(MAX_BYTES)
            kept = self._insert(connection, bewijs, door)
            connection.execute(insert(inhouden).values(bewijs=kept.id, inhoud=content.bytes))
            return kept

    def content_of(self, bewijs: str) -> bytes:
        """Return what a file holds.

        Raises:
            NotFoundError: There is no such bewijs.
        """
        with self._reading() as connection:
            asked = select(inhouden.c.inhoud).where(inhouden.c.bewijs == bewijs)
            content = connection.execute(asked).scalar_one_or_none()
            if content is None:
                raise NotFoundError
            return bytes(content)
