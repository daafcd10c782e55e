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
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from routeplanner.dossier.columns import DOCUMENT, ID, NAAM, TEKST, WOORD, Moment, Namen, Woord
from routeplanner.dossier.records import Handeling, Instellingen, Leerling, Ontwerp, Record
from routeplanner.dossier.records_lob import (
    Afspraak,
    Bestandssoort,
    Bewijs,
    Ervaring,
    Gesprek,
    Keuzereden,
    Reflectie,
    Soort,
    Staat,
)
from routeplanner.dossier.records_stage import (
    Beurt,
    Beurtstaat,
    Ronde,
    Stageaanbod,
    Stagebedrijf,
    Stageplaats,
)

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
_LONG = {"limit": TEKST}


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


def _of_ervaring() -> Column[Any]:
    return Column("ervaring", String(ID), ForeignKey("ervaringen.id", ondelete="SET NULL"), index=True)


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
    Column("document", Text, nullable=False, info=_FIXED | {"limit": DOCUMENT}),
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
    Column("document", Text, nullable=False, info={"limit": DOCUMENT}),
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

instellingen = Table("instellingen", metadata, *_record(), Column("bewaren_maanden", Integer))
te_wissen = Table("te_wissen", metadata, Column("id", String(ID), primary_key=True))
"""A line for each time that pupils were forgotten and their bytes are not known to be gone yet."""
ervaringen = Table(
    "ervaringen",
    metadata,
    *_record(),
    _of_leerling(),
    Column("soort", Woord(Soort), nullable=False),
    Column("naam", String(NAAM), nullable=False),
    Column("keuze", String(NAAM)),
    Column("competenties", Namen, nullable=False, info=_LONG),
    Column("leerjaar", Integer),
    Column("periode", Integer),
    Column("staat", Woord(Staat), nullable=False),
    Column("minuten", Integer),
    Column("van", Date),
    Column("tot", Date),
    Column("aantekening", Text, nullable=False, info=_LONG),
)
reflecties = Table(
    "reflecties",
    metadata,
    *_record(),
    _of_leerling(),
    Column("competentie", String(NAAM), nullable=False),
    Column("tekst", Text, nullable=False, info=_LONG),
    Column("datum", Date, nullable=False),
    _of_ervaring(),
)
gesprekken = Table(
    "gesprekken",
    metadata,
    *_record(),
    _of_leerling(),
    Column("leerjaar", Integer, nullable=False),
    Column("periode", Integer, nullable=False),
    Column("datum", Date),
    Column("gevoerd", Boolean, nullable=False),
    Column("verslag", Text, nullable=False, info=_LONG),
)
afspraken = Table(
    "afspraken",
    metadata,
    *_record(),
    _of_leerling(),
    Column(
        "gesprek", String(ID), ForeignKey("gesprekken.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("tekst", Text, nullable=False, info=_LONG),
    Column("gedaan", Boolean, nullable=False),
)
keuzeredenen = Table(
    "keuzeredenen",
    metadata,
    *_record(),
    _of_leerling(),
    Column("keuze", String(NAAM), nullable=False),
    Column("reden", Text, nullable=False, info=_LONG),
)
bewijzen = Table(
    "bewijzen",
    metadata,
    *_record(),
    _of_leerling(),
    Column("naam", String(NAAM), nullable=False),
    Column("soort", Woord(Bestandssoort), nullable=False, info=_FIXED),
    Column("omvang", Integer, nullable=False, info=_FIXED),
    Column("sha256", String(64), nullable=False, info=_FIXED),
    _of_ervaring(),
)
inhouden = Table(
    "inhouden",
    metadata,
    Column("bewijs", String(ID), ForeignKey("bewijzen.id", ondelete="CASCADE"), primary_key=True),
    Column("inhoud", LargeBinary, nullable=False),
)
"""What the files of bewijzen hold: apart, so that a list of them reads none of it."""

stagebedrijven = Table(
    "stagebedrijven",
    metadata,
    *_record(),
    Column("naam", String(NAAM), nullable=False),
    Column("plaats", String(NAAM), nullable=False),
    Column("kenmerken", Namen, nullable=False, info=_LONG),
)
stageaanbod = Table(
    "stageaanbod",
    metadata,
    *_record(),
    Column(
        "bedrijf",
        String(ID),
        ForeignKey("stagebedrijven.id", ondelete="CASCADE"),
        nullable=False,
        info=_FIXED,
    ),
    Column("schooljaar", Integer, nullable=False, info=_FIXED),
    Column("leerjaar", Integer, nullable=False, info=_FIXED),
    Column("periode", Integer, nullable=False, info=_FIXED),
    Column("plaatsen", Integer, nullable=False, info=_FIXED),
    UniqueConstraint("bedrijf", "schooljaar", "leerjaar", "periode"),
)
stageplaatsen = Table(
    "stageplaatsen",
    metadata,
    *_record(),
    _of_leerling(),
    Column(
        "aanbod",
        String(ID),
        ForeignKey("stageaanbod.id", ondelete="RESTRICT"),
        nullable=False,
        index=True,
        info=_FIXED,
    ),
)
ronden = Table(
    "ronden",
    metadata,
    *_record(),
    Column("klas", String(NAAM), nullable=False, index=True),
    Column("vraag", Text, nullable=False, info=_LONG),
    Column("competentie", String(NAAM), nullable=False),
    Column("datum", Date, nullable=False),
    Column("minuten", Integer, nullable=False),
)
beurten = Table(
    "beurten",
    metadata,
    *_record(),
    _of_leerling(),
    Column("ronde", String(ID), ForeignKey("ronden.id", ondelete="CASCADE"), nullable=False, info=_FIXED),
    Column("nummer", Integer, nullable=False, info=_FIXED),
    Column("staat", Woord(Beurtstaat), nullable=False, info=_FIXED),
    Column("reflectie", String(ID), ForeignKey("reflecties.id", ondelete="SET NULL"), info=_FIXED),
    Column("bewijs", String(ID), ForeignKey("bewijzen.id", ondelete="SET NULL"), info=_FIXED),
    UniqueConstraint("ronde", "leerling"),
)

TABLES: Mapping[type[Record], Table] = MappingProxyType(
    {
        Instellingen: instellingen,
        Leerling: leerlingen,
        Ontwerp: ontwerpen,
        Ervaring: ervaringen,
        Reflectie: reflecties,
        Gesprek: gesprekken,
        Afspraak: afspraken,
        Keuzereden: keuzeredenen,
        Bewijs: bewijzen,
        Stagebedrijf: stagebedrijven,
        Stageaanbod: stageaanbod,
        Stageplaats: stageplaatsen,
        Ronde: ronden,
        Beurt: beurten,
    }
)
"""Where each kind of record is kept; what others point at comes before them."""
