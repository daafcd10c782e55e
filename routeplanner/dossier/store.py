"""The dossier: where it is, whether it is sound, and everything one does with it."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from routeplanner.dossier.backing_up import Backing
from routeplanner.dossier.bewijzen import Bewijzen
from routeplanner.dossier.connecting import WRITES, engine_for, told
from routeplanner.dossier.errors import DamagedError
from routeplanner.dossier.exporting import Exporting
from routeplanner.dossier.forgetting import Forgetting
from routeplanner.dossier.gesprekken import Gesprekken
from routeplanner.dossier.importing import Importing
from routeplanner.dossier.migrating import migrate
from routeplanner.dossier.ontwerpen import Ontwerpen
from routeplanner.dossier.pseudonyms import Pseudonyms
from routeplanner.dossier.ronden import Ronden
from routeplanner.dossier.stages import Stages

_TRIES = 50
_PAUSE = 0.1


class Store(
    Ontwerpen, Gesprekken, Bewijzen, Stages, Ronden, Exporting, Pseudonyms, Importing, Forgetting, Backing
):
    """An open dossier. Safe to use from several threads; `close` it, or use it in a `with`."""

    @classmethod
    def open(cls, url: str | None = None) -> Self:
        """Open a dossier; one that is not there yet is made, one of an older program is brought up to date.

        Args:
            url: The address of a PostgreSQL database, or a file (a path, or `sqlite:///…`). Without it a file in
                the user's data folder; the environment variable ROUTEPLANNER_DATA names another folder.

        Raises:
            UnknownPlaceError: The address is no file and no PostgreSQL.
            UnreachableError: The file cannot be made or read, or the server cannot be reached.
            DamagedError: The file is damaged, or is no dossier.
            NewerError: A newer version of the program made it.
            MissingExtraError: What PostgreSQL needs is not installed.
        """
        engine = engine_for(url)
        try:
            with told():
                _ready(engine)
        except BaseException:
            engine.dispose()
            raise
        store = cls(engine)
        store.wipe()  # what a stop in the middle left behind
        return store

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()


def _ready(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        _check(engine)
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        migrate(connection)


def _check(engine: Engine) -> None:
    """See that a file of SQLite is sound, and that writers do not keep readers waiting (WAL)."""
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        for left in reversed(range(_TRIES)):
            try:
                cursor.execute("PRAGMA journal_mode=WAL")
                break
            except sqlite3.OperationalError as error:
                # two that make the same file: SQLite does not wait where it changes to WAL
                if left == 0 or error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    raise
                time.sleep(_PAUSE)
        if cursor.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise DamagedError
