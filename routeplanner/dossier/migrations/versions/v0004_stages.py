"""Stagebedrijven with their places, and the ronde in which a class looks back."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    _table(
        "stagebedrijven",
        sa.Column("naam", sa.String(200), nullable=False),
        sa.Column("plaats", sa.String(200), nullable=False),
        sa.Column("kenmerken", sa.Text(), nullable=False),
    )
    _table(
        "stageaanbod",
        sa.Column("bedrijf", sa.String(32), nullable=False),
        sa.Column("schooljaar", sa.Integer(), nullable=False),
        sa.Column("leerjaar", sa.Integer(), nullable=False),
        sa.Column("periode", sa.Integer(), nullable=False),
        sa.Column("plaatsen", sa.Integer(), nullable=False),
        _key("stageaanbod", "bedrijf", "stagebedrijven", "CASCADE"),
        sa.UniqueConstraint(
            "bedrijf",
            "schooljaar",
            "leerjaar",
            "periode",
            name="uq_stageaanbod_bedrijf_schooljaar_leerjaar_periode",
        ),
    )
    _table(
        "stageplaatsen",
        sa.Column("leerling", sa.String(32), nullable=False),
        sa.Column("aanbod", sa.String(32), nullable=False),
        _key("stageplaatsen", "leerling", "leerlingen", "CASCADE"),
        _key("stageplaatsen", "aanbod", "stageaanbod", "RESTRICT"),
    )
    _table(
        "ronden",
        sa.Column("klas", sa.String(200), nullable=False),
        sa.Column("vraag", sa.Text(), nullable=False),
        sa.Column("competentie", sa.String(200), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("minuten", sa.Integer(), nullable=False),
    )
    _table(
        "beurten",
        sa.Column("leerling", sa.String(32), nullable=False),
        sa.Column("ronde", sa.String(32), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("staat", sa.String(40), nullable=False),
        sa.Column("reflectie", sa.String(32)),
        sa.Column("bewijs", sa.String(32)),
        _key("beurten", "leerling", "leerlingen", "CASCADE"),
        _key("beurten", "ronde", "ronden", "CASCADE"),
        _key("beurten", "reflectie", "reflecties", "SET NULL"),
        _key("beurten", "bewijs", "bewijzen", "SET NULL"),
        sa.UniqueConstraint("ronde", "leerling", name="uq_beurten_ronde_leerling"),
    )
    for table, column in (
        ("stageplaatsen", "leerling"),
        ("stageplaatsen", "aanbod"),
        ("ronden", "klas"),
        ("beurten", "leerling"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gemaakt", sa.String(32), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )


def _key(table: str, column: str, other: str, gone: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=gone)
