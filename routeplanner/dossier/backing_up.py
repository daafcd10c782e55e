"""A backup: a file of its own that is a whole dossier, made while others go on working."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import cast

from routeplanner.dossier.connecting import told
from routeplanner.dossier.errors import ExistsError, NotHereError, UnreachableError
from routeplanner.dossier.keeping import Keeping


class Backing(Keeping):
    """What one does against the day that the disk fails."""

    def backup(self, to: Path) -> None:
        """Write a backup; what stands in it is one moment, and nobody but the owner can read it.

        Whoever is forgotten later is still in it: keep backups no longer than dossiers.

        Raises:
            ExistsError: There is a file already.
            NotHereError: The dossier is in PostgreSQL; `pg_dump` makes its backups.
            UnreachableError: The file cannot be written.
            FullError: There is no room for it; nothing is left of it.
        """
        if self._engine.dialect.name != "sqlite":
            raise NotHereError
        try:
            os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            raise ExistsError from None
        except OSError:
            raise UnreachableError from None
        try:
            with told():
                self._copy(to)
        except BaseException:
            to.unlink()
            raise

    def _copy(self, to: Path) -> None:
        with (
            closing(self._engine.raw_connection()) as here,
            closing(sqlite3.connect(to, isolation_level=None)) as there,
        ):
            cast("sqlite3.Connection", here.driver_connection).backup(there)
            there.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
        with to.open("rb+") as file:
            os.fsync(file.fileno())
