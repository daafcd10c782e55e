"""The tables, a column per field of a record. `migrations/` makes them; a test holds the two together."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

from routeplanner.dossier.columns import DOCUMENT, ID, NAAM, TEKST, WOORD, Moment, Woord
from routeplanner.dossier.records import Handeling, Leerling, Ontwerp, Record

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)
_FIXED = {"fixed": True}
"""What saving a record does not change: it is set once, or has a way of its own to change."""


def _long(limit: int = TEKST) -> dict[str, Any]:
    return {"limit": limit}


def _record() -> tuple[Column[Any], ...]:
    return (
        Column("id", String(ID), primary_key=True, info=_FIXED),
        Column("versie", Integer, nullable=False, info=_FIXED),
        Column("gemaakt", Moment, nullable=False, info=_FIXED),
    )


def _of_leerling() -> Column[Any]:
    return Column(
        "leerling",
        String(ID),
        ForeignKey("leerlingen.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
        info=_FIXED,
    )


leerlingen = Table(
    "leerlingen",
    metadata,
    *_record(),
    Column("naam", String(NAAM), nullable=False),
    Column("klas", String(NAAM), nullable=False, index=True),
    Column("team", String(NAAM), nullable=False),
    Column("programma", String(WOORD), nullable=False),
    Column("leerweg", String(WOORD), nullable=False),
    Column("schooljaar", Integer),
    Column("mentor", String(NAAM), nullable=False),
    Column("bewaren_tot", Date),
)
ontwerpen = Table(
    "ontwerpen",
    metadata,
    *_record(),
    _of_leerling(),
    Column("naam", String(NAAM), nullable=False),
    Column("document", Text, nullable=False, info=_FIXED | _long(DOCUMENT)),
    Column("gekozen", Boolean, nullable=False, info=_FIXED),
    Column("stap", Integer, nullable=False, info=_FIXED),
)
Index(
    "ix_ontwerpen_gekozen",
    ontwerpen.c.leerling,
    unique=True,
    sqlite_where=ontwerpen.c.gekozen,
    postgresql_where=ontwerpen.c.gekozen,
)
stappen = Table(
    "stappen",
    metadata,
    Column("ontwerp", String(ID), ForeignKey("ontwerpen.id", ondelete="CASCADE"), primary_key=True),
    Column("nummer", Integer, primary_key=True, autoincrement=False),
    Column("wat", String(NAAM), nullable=False),
    Column("document", Text, nullable=False, info=_long(DOCUMENT)),
    Column("moment", Moment, nullable=False),
)
spoor = Table(
    "spoor",
    metadata,
    Column("nummer", Integer, primary_key=True, autoincrement=True),
    Column("moment", Moment, nullable=False),
    Column("door", String(NAAM), nullable=False),
    Column("handeling", Woord(Handeling), nullable=False),
    Column("soort", String(WOORD), nullable=False),
    Column("record", String(ID), nullable=False),
    Column("leerling", String(ID), nullable=False, index=True),
    sqlite_autoincrement=True,
)
"""Nothing points from here to a pupil: the trail outlives what it is of."""

TABLES: Mapping[type[Record], Table] = MappingProxyType({Leerling: leerlingen, Ontwerp: ontwerpen})
"""Where each kind of record is kept."""
