"""Bring a database to the tables that this program knows: all of it, or nothing."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from routeplanner.dossier.errors import MissingExtraError, NewerError

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST = "0004"
"""The last change. A database that has seen it opens without alembic, which takes long to load."""
VERSION_TABLE = "routeplanner_versie"
_LOCK = 0x726F757465
"""A number of our own for PostgreSQL: `route`."""
_one_at_a_time = Lock()
"""Alembic has one change at work in a process."""


def migrate(connection: Connection) -> None:
    """Run the changes that this database has not seen, in the transaction of the caller.

    Two that open the same database wait for each other: SQLite by the lock of its transaction, PostgreSQL by a
    lock that ends with it.

    Raises:
        MissingExtraError: Alembic is not installed.
        NewerError: The database has seen changes that this program does not know.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    seen = _seen(connection)
    if seen == NEWEST:
        return
    try:
        from alembic.command import upgrade
        from alembic.script import ScriptDirectory
    except ModuleNotFoundError:
        raise MissingExtraError("dossier") from None
    config = _config(connection)
    known = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    if seen is not None and seen not in known:
        raise NewerError
    with _one_at_a_time:
        upgrade(config, "head")


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes.update(connection=connection, version_table=VERSION_TABLE)
    return config


def _seen(connection: Connection) -> str | None:
    """Return the last change that a database has seen; None where it is new."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one_or_none()  # noqa: S608 - a name of our own
