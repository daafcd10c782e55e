"""Read and write records: each write is one transaction, tells the trail, and refuses what was changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from threading import Lock
from typing import TypeVar

from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from routeplanner.dossier import tables
from routeplanner.dossier.connecting import WRITES, told
from routeplanner.dossier.errors import InUseError
from routeplanner.dossier.pieces import check_references, check_values, claim, fetch, insert_into, pupil_of
from routeplanner.dossier.records import (
    Handeling,
    Leerling,
    Ontwerp,
    Record,
    Spoorregel,
    now,
)
from routeplanner.dossier.records_lob import Bewijs
from routeplanner.dossier.records_stage import Beurt, Ronde, Stageplaats
from routeplanner.dossier.tables import TABLES

R = TypeVar("R", bound=Record)

_OWN_WAY = frozenset({Ontwerp, Bewijs, Stageplaats, Ronde, Beurt})
"""Kinds that come in through a method of their own."""


class Keeping:
    """A dossier as records. Safe to use from several threads.

    `door` is who does it: the id under which someone signs in, and never a name; empty for the only user.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # in one process writers queue here, which is fair; SQLite itself lets them try again and again
        self._queue = Lock() if engine.dialect.name == "sqlite" else None

    def get(self, kind: type[R], id: str) -> R:  # noqa: A002 - what the field is called
        """Return a record.

        Raises:
            NotFoundError: There is none.
        """
        with self._reading() as connection:
            return fetch(connection, kind, id)

    def find(self, kind: type[R], **equal: object) -> tuple[R, ...]:
        """Return the records of a kind whose fields equal these, the first made first."""
        table = TABLES[kind]
        asked = select(table).where(*(table.c[name] == value for name, value in equal.items()))
        with self._reading() as connection:
            rows = connection.execute(asked.order_by(table.c.gemaakt, table.c.id))
            return tuple(kind(**row._mapping) for row in rows)  # noqa: SLF001 - a public name of SQLAlchemy

    def add(self, record: R, *, door: str = "") -> R:
        """Keep a new record, and return it as it is kept.

        Raises:
            NotFoundError: It is of a pupil, or of something else, that is not there.
            TextError: A text in it cannot be kept.
        """
        if type(record) in _OWN_WAY:
            raise TypeError(f"{type(record).__name__} has a method of its own")
        with self._writing() as connection:
            return self._insert(connection, record, door)

    def save(self, record: R, *, door: str = "") -> R:
        """Keep a record that was changed, and return it as it is kept.

        Raises:
            Conflict: It was changed by someone else since this version was read.
            NotFoundError: It is gone, or what it names is.
            TextError: A text in it cannot be kept.
        """
        with self._writing() as connection:
            return self._update(connection, record, door)

    def remove(self, record: Record, *, door: str = "") -> None:
        """Remove a record with what hangs on it; of a pupil, see `Store.forget`.

        Raises:
            Conflict: It was changed by someone else since this version was read.
            NotFoundError: It is gone.
            InUseError: Something hangs on it that does not go with it: a pupil goes to this stagebedrijf.
        """
        if isinstance(record, Leerling):
            raise TypeError("a pupil is forgotten, with all bytes")
        with self._writing() as connection:
            claim(connection, record)
            table = TABLES[type(record)]
            try:
                connection.execute(delete(table).where(table.c.id == record.id))
            except IntegrityError:
                raise InUseError from None
            self._note(connection, door, Handeling.VERWIJDERD, record)

    def trail(self, leerling: str | None = None) -> tuple[Spoorregel, ...]:
        """Return who did what, all of it or to one pupil, the oldest first."""
        table = tables.spoor
        asked = select(table).order_by(table.c.nummer)
        with self._reading() as connection:
            rows = connection.execute(
                asked if leerling is None else asked.where(table.c.leerling == leerling)
            )
            return tuple(Spoorregel(**row._mapping) for row in rows)  # noqa: SLF001 - a public name of SQLAlchemy

    # ---- what the methods above, and those of the kinds of record, are made of

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Give one view of everything, whatever others write meanwhile."""
        with told(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Give a transaction: all that is written in it is kept at its end, or nothing is."""
        with told(), ExitStack() as stack:
            if self._queue is not None:
                stack.enter_context(self._queue)
            connection = stack.enter_context(self._engine.connect().execution_options(**{WRITES: True}))
            stack.enter_context(connection.begin())
            yield connection

    def _insert(self, connection: Connection, record: R, door: str) -> R:
        kept = insert_into(connection, record)
        self._note(connection, door, Handeling.GEMAAKT, kept)
        return kept

    def _update(self, connection: Connection, record: R, door: str) -> R:
        table = TABLES[type(record)]
        check_values(table, record)
        theirs = claim(connection, record)
        check_references(connection, record, owner=pupil_of(theirs))
        new = {c.name: getattr(record, c.name) for c in table.columns if not c.info.get("fixed")}
        if new:
            connection.execute(update(table).where(table.c.id == record.id).values(new))
        self._note(connection, door, Handeling.GEWIJZIGD, theirs)
        return fetch(connection, type(record), record.id)

    def _note(self, connection: Connection, door: str, handeling: Handeling, record: Record) -> None:
        connection.execute(
            insert(tables.spoor).values(
                moment=now(),
                door=door,
                handeling=handeling,
                soort=type(record).__name__,
                record=record.id,
                leerling=pupil_of(record),
            )
        )
