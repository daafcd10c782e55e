"""Drafts of a route, with a history that undo and redo walk along, also after a restart."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, delete, insert, select, update

from routeplanner.dossier.columns import NAAM
from routeplanner.dossier.errors import NothingLeftError
from routeplanner.dossier.keeping import Keeping
from routeplanner.dossier.pieces import check_text, check_values, claim, fetch, wait_for
from routeplanner.dossier.records import Handeling, Ontwerp, Stap, now
from routeplanner.dossier.tables import ontwerpen, stappen


class Ontwerpen(Keeping):
    """What one does with a draft."""

    def start(self, leerling: str, naam: str, document: str, *, door: str = "") -> Ontwerp:
        """Begin a draft for a pupil, and return it.

        Raises:
            NotFoundError: There is no such pupil.
            TextError: The name or the document cannot be kept.
        """
        with self._writing() as connection:
            ontwerp = self._insert(connection, Ontwerp(leerling=leerling, naam=naam, document=document), door)
            _keep_step(connection, ontwerp, "")
            return ontwerp

    def step(self, id: str, versie: int, document: str, wat: str, *, door: str = "") -> Ontwerp:  # noqa: A002 - what the field is called; what a step is
        """Give a draft its next document. Steps that were undone before it are no longer there to redo.

        Args:
            id: Of the draft.
            versie: The version of the draft that was seen.
            document: The route as it is now.
            wat: What was done, for people.
            door: Who does it.

        Raises:
            Conflict: The draft was changed meanwhile.
            NotFoundError: It is gone.
            TextError: A text cannot be kept.
        """
        with self._writing() as connection:
            mine = replace(fetch(connection, Ontwerp, id), versie=versie, document=document)
            check_values(ontwerpen, mine)
            check_text("wat", wat, NAAM)
            theirs = claim(connection, mine)
            undone = (stappen.c.ontwerp == id) & (stappen.c.nummer > theirs.stap)
            connection.execute(delete(stappen).where(undone))
            ontwerp = _moved(connection, theirs, theirs.stap + 1, document)
            _keep_step(connection, ontwerp, wat)
            self._note(connection, door, Handeling.GEWIJZIGD, ontwerp)
            return ontwerp

    def undo(self, id: str, versie: int, *, door: str = "") -> Ontwerp:  # noqa: A002 - what the field is called
        """Take back the last step.

        Raises:
            Conflict: The draft was changed meanwhile.
            NotFoundError: It is gone.
            NothingLeftError: It is as it began.
        """
        return self._walk(id, versie, -1, Handeling.TERUG, door)

    def redo(self, id: str, versie: int, *, door: str = "") -> Ontwerp:  # noqa: A002 - what the field is called
        """Do again what was taken back.

        Raises:
            Conflict: The draft was changed meanwhile.
            NotFoundError: It is gone.
            NothingLeftError: Nothing was taken back, or something else was done since.
        """
        return self._walk(id, versie, 1, Handeling.OPNIEUW, door)

    def history(self, id: str) -> tuple[Stap, ...]:  # noqa: A002 - what the field is called
        """Return every step of a draft, those that can be redone included; `Ontwerp.stap` says where it is.

        Raises:
            NotFoundError: There is no such draft.
        """
        with self._reading() as connection:
            fetch(connection, Ontwerp, id)
            rows = connection.execute(
                select(stappen).where(stappen.c.ontwerp == id).order_by(stappen.c.nummer)
            )
            return tuple(Stap(**row._mapping) for row in rows)  # noqa: SLF001 - a public name of SQLAlchemy

    def choose(self, id: str, versie: int, *, door: str = "") -> Ontwerp:  # noqa: A002 - what the field is called
        """Make a draft the pupil's route; another that was it, no longer is.

        Raises:
            Conflict: The draft was changed meanwhile.
            NotFoundError: It is gone.
        """
        with self._writing() as connection:
            mine = replace(fetch(connection, Ontwerp, id), versie=versie, gekozen=True)
            wait_for(connection, mine.leerling)
            theirs = claim(connection, mine)
            before = (ontwerpen.c.leerling == theirs.leerling) & ontwerpen.c.gekozen & (ontwerpen.c.id != id)
            connection.execute(
                update(ontwerpen).where(before).values(gekozen=False, versie=ontwerpen.c.versie + 1)
            )
            connection.execute(update(ontwerpen).where(ontwerpen.c.id == id).values(gekozen=True))
            self._note(connection, door, Handeling.GEKOZEN, theirs)
            return replace(theirs, gekozen=True)

    def _walk(self, id: str, versie: int, by: int, handeling: Handeling, door: str) -> Ontwerp:  # noqa: A002 - what the field is called; private
        with self._writing() as connection:
            theirs = claim(connection, replace(fetch(connection, Ontwerp, id), versie=versie))
            there = (stappen.c.ontwerp == id) & (stappen.c.nummer == theirs.stap + by)
            document = connection.execute(select(stappen.c.document).where(there)).scalar_one_or_none()
            if document is None:
                raise NothingLeftError
            self._note(connection, door, handeling, theirs)
            return _moved(connection, theirs, theirs.stap + by, document)


def _moved(connection: Connection, ontwerp: Ontwerp, stap: int, document: str) -> Ontwerp:
    """Return a draft at another step, and keep it so."""
    connection.execute(
        update(ontwerpen).where(ontwerpen.c.id == ontwerp.id).values(stap=stap, document=document)
    )
    return replace(ontwerp, stap=stap, document=document)


def _keep_step(connection: Connection, ontwerp: Ontwerp, wat: str) -> None:
    step = {"ontwerp": ontwerp.id, "nummer": ontwerp.stap, "wat": wat, "document": ontwerp.document}
    connection.execute(insert(stappen).values(**step, moment=now()))
