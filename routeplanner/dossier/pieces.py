"""The pieces that reading and writing records is made of, each within the transaction of its caller."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, insert, select, update

from routeplanner.dossier.errors import Conflict, NotFoundError, NumberError, TextError
from routeplanner.dossier.records import Leerling, Record, VanLeerling
from routeplanner.dossier.tables import TABLES, leerlingen

R = TypeVar("R", bound=Record)
_LARGEST = 2**31 - 1
"""What fits in an Integer of PostgreSQL."""


def insert_into(connection: Connection, record: R) -> R:
    """Keep a new record, and return it as it is kept.

    Raises:
        AlreadyThereError: There is one with its id.
        NotFoundError: It names what is not there.
        TextError: A text in it cannot be kept.
    """
    table = TABLES[type(record)]
    check_values(table, record)
    check_references(connection, record, owner=pupil_of(record))
    kept = replace(record, versie=1)
    connection.execute(insert(table).values(values(kept)))
    return kept


def of_pupil(connection: Connection, kind: type[R], leerling: str) -> tuple[R, ...]:
    """Return the records of a kind that are of one pupil, the first made first."""
    table = TABLES[kind]
    asked = select(table).where(table.c.leerling == leerling).order_by(table.c.gemaakt, table.c.id)
    return tuple(kind(**row._mapping) for row in connection.execute(asked))  # noqa: SLF001 - a public name of SQLAlchemy


def pupil_of(record: Record) -> str:
    """Return the id of the pupil that a record is of; empty where it is of none."""
    if isinstance(record, Leerling):
        return record.id
    return record.leerling if isinstance(record, VanLeerling) else ""


def values(record: Record) -> dict[str, Any]:
    """Return the fields of a record by name."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def fetch(connection: Connection, kind: type[R], id: str) -> R:  # noqa: A002 - what the field is called
    """Return a record as it is kept now.

    Raises:
        NotFoundError: There is none.
    """
    table = TABLES[kind]
    row = connection.execute(select(table).where(table.c.id == id)).first()
    if row is None:
        raise NotFoundError
    return kind(**row._mapping)  # noqa: SLF001 - a public name of SQLAlchemy


def wait_for(connection: Connection, leerling: str) -> None:
    """Wait until nobody else is at what is true of a pupil as a whole: one route, so much room for files.

    SQLite has one writer, and needs no more than that.
    """
    asked = select(leerlingen.c.id).where(leerlingen.c.id == leerling)
    connection.execute(asked.with_for_update(key_share=True))


def claim(connection: Connection, mine: R) -> R:
    """Take a record for this transaction, if its version still is the one that was seen; return it as it is.

    Raises:
        Conflict: It was changed meanwhile.
        NotFoundError: It is gone.
    """
    table = TABLES[type(mine)]
    seen = (table.c.id == mine.id) & (table.c.versie == mine.versie)
    done = connection.execute(update(table).where(seen).values(versie=table.c.versie + 1))
    theirs = fetch(connection, type(mine), mine.id)
    if done.rowcount != 1:
        raise Conflict(mine, theirs)
    return theirs


def check_references(connection: Connection, record: Record, *, owner: str) -> None:
    """Refuse a record that names what is not there, or what is of another pupil.

    Args:
        connection: The transaction that it is for.
        record: What may name others.
        owner: The id of the pupil that it is of; empty for none.

    Raises:
        NotFoundError: It names such a thing.
    """
    for key in TABLES[type(record)].foreign_keys:
        name, other = key.parent.name, key.column.table
        value = owner if name == "leerling" else getattr(record, name)
        if value is None:
            continue
        asked = select(other.c.id).where(other.c.id == value)
        if "leerling" in other.c and owner:
            asked = asked.where(other.c.leerling == owner)
        if connection.execute(asked).first() is None:
            raise NotFoundError


def check_values(table: Table, record: object) -> None:
    """Refuse a text or number that a database would refuse, or cut off.

    Raises:
        TextError: A text is too long, or holds signs that no text has.
        NumberError: A number is too large.
    """
    for column in table.columns:
        value = getattr(record, column.name)
        limit = column.info.get("limit") or getattr(column.type, "length", None)
        for text in (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ():
            check_text(column.name, text, limit)
        if isinstance(value, int) and abs(value) > _LARGEST:
            raise NumberError(column.name, _LARGEST)


def check_text(field: str, text: str, limit: int | None) -> None:
    """Refuse one text; see check_values."""
    if limit is not None and len(text) > limit:
        raise TextError(field, limit)
    if "\x00" in text or not _is_utf8(text):
        raise TextError(field)


def _is_utf8(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
