"""How long a pupil's dossier is kept, and how it goes: with every byte of it that is in our hands.

On PostgreSQL the rows go, and the server reuses their room in its own time; its log and its backups, like
backups of a file, are for who looks after them.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing, nullcontext
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection, delete, insert, select

from routeplanner.dossier.connecting import told
from routeplanner.dossier.errors import DossierError, NotFoundError
from routeplanner.dossier.keeping import Keeping, R
from routeplanner.dossier.pieces import fetch
from routeplanner.dossier.records import Handeling, Instellingen, Leerling, new_id
from routeplanner.dossier.tables import leerlingen, te_wissen

_MONTHS = 12


class Forgetting(Keeping):
    """What one does to keep no longer than needed."""

    def add(self, record: R, *, door: str = "") -> R:
        """Keep a new record; see Keeping. A pupil without a date gets the one that the school set."""
        if isinstance(record, Leerling) and record.bewaren_tot is None:
            tot = _last_day(record.gemaakt.date(), self.settings().bewaren_maanden)
            record = replace(record, bewaren_tot=tot)
        return super().add(record, door=door)

    def settings(self) -> Instellingen:
        """Return what the school set; with `versie` 0 it set nothing yet."""
        return next(iter(self.find(Instellingen)), Instellingen())

    def keep_settings(self, settings: Instellingen, *, door: str = "") -> Instellingen:
        """Keep what the school sets.

        Raises:
            Conflict: Someone else set it meanwhile.
        """
        if settings.versie == 0 and not self.find(Instellingen):
            return self.add(settings, door=door)
        return self.save(settings, door=door)

    def past_retention(self, op: date) -> tuple[Leerling, ...]:
        """Return the pupils whose dossier was to be kept until a day before `op`, the longest past first."""
        asked = select(leerlingen).where(leerlingen.c.bewaren_tot < op)
        with self._reading() as connection:
            rows = connection.execute(asked.order_by(leerlingen.c.bewaren_tot, leerlingen.c.id))
            return tuple(Leerling(**row._mapping) for row in rows)  # noqa: SLF001 - a public name of SQLAlchemy

    def forget(self, ids: Collection[str], *, door: str = "") -> bool:
        """Forget pupils with all that is theirs; of them the trail keeps an id that tells nothing.

        Returns:
            Whether no byte is left in the files of the dossier. Where others keep the file busy, or the disk is
            full, they are forgotten but bytes may be left; they go when the dossier is next opened.

        Raises:
            NotFoundError: One of them is not there; then none is forgotten.
        """
        with self._writing() as connection:
            for id_ in sorted(ids):
                self._forget(connection, id_, door)
            connection.execute(insert(te_wissen).values(id=new_id()))
        return self.wipe()

    def _forget(self, connection: Connection, id_: str, door: str) -> None:
        leerling = fetch(connection, Leerling, id_)
        if connection.execute(delete(leerlingen).where(leerlingen.c.id == id_)).rowcount != 1:
            raise NotFoundError
        self._note(connection, door, Handeling.VERWIJDERD, leerling)

    def wipe(self) -> bool:
        """Have the files hold what is kept and nothing else, if anyone was forgotten since; tell whether they do."""
        try:
            with self._reading() as connection:
                waiting = connection.execute(select(te_wissen.c.id)).scalars().all()
            if not waiting:
                return True
            if self._engine.dialect.name == "sqlite" and not self._rewrite():
                return False
            with self._writing() as connection:
                # what was forgotten since then is for who did that
                connection.execute(delete(te_wissen).where(te_wissen.c.id.in_(waiting)))
        except DossierError:
            return False
        return True

    def _rewrite(self) -> bool:
        """Write the file of SQLite anew, and empty the file of what is to come into it."""
        with self._queue or nullcontext(), told(), closing(self._engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("VACUUM")
            # as long as someone reads there is a page that cannot go; this waits as long as anything does
            busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy


def _last_day(begin: date, months: int | None) -> date | None:
    """Return the day so many months later; where that month is shorter, its last."""
    if months is None:
        return None
    year, month = divmod(begin.year * _MONTHS + begin.month - 1 + months, _MONTHS)
    first = date(year, month + 1, 1)
    following = date(year + (month + 1) // _MONTHS, (month + 1) % _MONTHS + 1, 1)
    return min(first + timedelta(days=begin.day - 1), following - timedelta(days=1))
