"""Reach the database: SQLite in a file of its own, or PostgreSQL by its address."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from routeplanner.dossier.errors import (
    AlreadyThereError,
    BusyError,
    DamagedError,
    DossierError,
    FullError,
    MissingExtraError,
    NotFoundError,
    UnknownPlaceError,
    UnreachableError,
)
from routeplanner.dossier.folder import default_file, make_private

_LOG = "dossier"
WRITES = "writes"
"""The option of a connection that is going to write."""
_BUSY = 10_000
"""Milliseconds that one waits for another to be done."""
_PRAGMAS = (
    f"busy_timeout={_BUSY}",
    "synchronous=FULL",  # what was acknowledged stands, also when the power goes
    "fullfsync=ON",  # idem, on a Mac
    "foreign_keys=ON",
    "secure_delete=ON",
    "recursive_triggers=ON",  # REPLACE deletes too
    "temp_store=MEMORY",  # no pupil in a file of the system
    "trusted_schema=OFF",
)
_SQLITE_CONSTRAINTS: dict[int, type[DossierError]] = {
    787: NotFoundError,
    1555: AlreadyThereError,
    2067: AlreadyThereError,
}
"""By SQLite's own number: foreign key, primary key, unique."""
_SQLITE_ERRORS: dict[int, type[DossierError]] = {
    5: BusyError,
    6: BusyError,
    8: UnreachableError,
    10: UnreachableError,
    11: DamagedError,
    13: FullError,
    14: UnreachableError,
    26: DamagedError,
}
"""By SQLite's own number: busy, locked, read-only, I/O, corrupt, full, cannot open, not a database."""
_POSTGRESQL_ERRORS: dict[str, type[DossierError]] = {
    "08": UnreachableError,
    "23503": NotFoundError,
    "23505": AlreadyThereError,
    "40": BusyError,
    "28": UnreachableError,
    "3D": UnreachableError,
    "42501": UnreachableError,
    "53100": FullError,
    "55P03": BusyError,
    "57": UnreachableError,
}
"""By how PostgreSQL's own code starts: connection, keys, sign-in, database, deadlock, right, disk, lock, shutdown."""


def engine_for(place: str | None) -> Engine:
    """Return what connects to a place: None is the user's own file.

    Raises:
        UnknownPlaceError: It is no file and no PostgreSQL.
        UnreachableError: The file or its folder cannot be made.
        MissingExtraError: What PostgreSQL needs is not installed.
    """
    # asked to log everything, SQLAlchemy writes the rows that it reads: what pupils wrote
    logging.getLogger(f"sqlalchemy.engine.Engine.{_LOG}").setLevel(logging.WARNING)
    url = _url(place)
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    try:
        # a name in a value may not end up in the text of an error
        return create_engine(url, hide_parameters=True, logging_name=_LOG, pool_pre_ping=True)
    except ModuleNotFoundError:
        raise MissingExtraError("postgresql") from None


def _url(place: str | None) -> URL:
    if place is None or "://" not in place:
        return URL.create("sqlite", database=str(default_file() if place is None else Path(place)))
    try:
        url = make_url(place)
        backend = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError):
        raise UnknownPlaceError from None
    if backend == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite" and url.database and not url.query:
        return url.set(drivername="sqlite")
    raise UnknownPlaceError


def _sqlite(url: URL) -> Engine:
    try:
        make_private(Path(str(url.database)))
    except OSError:
        raise UnreachableError from None
    engine = create_engine(url, hide_parameters=True, logging_name=_LOG, pool_size=8, max_overflow=-1)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: object) -> None:  # noqa: ANN401 - SQLAlchemy hands over sqlite3's own
    connection.isolation_level = None  # we say ourselves when a transaction begins
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Take the right to write at once: a reader that becomes a writer may find that it is too late."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def told() -> Iterator[None]:
    """Turn an error of the database into one of ours, which holds nothing of what was kept."""
    try:
        yield
    except DBAPIError as error:
        raise _ours(error.orig) from None
    except sqlite3.Error as error:
        raise _ours(error) from None


def _ours(error: object) -> DossierError:
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return _SQLITE_CONSTRAINTS.get(code, _SQLITE_ERRORS.get(code & 0xFF, DossierError))()
    state = getattr(error, "sqlstate", None) or "08"  # without one it never got there
    return next(
        (ours() for start, ours in _POSTGRESQL_ERRORS.items() if state.startswith(start)), DossierError()
    )
