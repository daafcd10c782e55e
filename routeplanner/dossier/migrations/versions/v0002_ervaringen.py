"""What a pupil did, thought of it, agreed on and chose, and the bewijs of it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    _table(
        "ervaringen",
        sa.Column("soort", sa.String(40), nullable=False),
        sa.Column("naam", sa.String(200), nullable=False),
        sa.Column("keuze", sa.String(200)),
        sa.Column("competenties", sa.Text(), nullable=False),
        sa.Column("leerjaar", sa.Integer()),
        sa.Column("periode", sa.Integer()),
        sa.Column("staat", sa.String(40), nullable=False),
        sa.Column("minuten", sa.Integer()),
        sa.Column("van", sa.Date()),
        sa.Column("tot", sa.Date()),
        sa.Column("aantekening", sa.Text(), nullable=False),
    )
    _table(
        "reflecties",
        sa.Column("competentie", sa.String(200), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        *_of_ervaring("reflecties"),
    )
    _table(
        "gesprekken",
        sa.Column("leerjaar", sa.Integer(), nullable=False),
        sa.Column("periode", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date()),
        sa.Column("gevoerd", sa.Boolean(), nullable=False),
        sa.Column("verslag", sa.Text(), nullable=False),
    )
    _table(
        "afspraken",
        sa.Column("gesprek", sa.String(32), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("gedaan", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gesprek"], ["gesprekken.id"], name="fk_afspraken_gesprek", ondelete="CASCADE"
        ),
    )
    _table(
        "keuzeredenen",
        sa.Column("keuze", sa.String(200), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
    )
    _table(
        "bewijzen",
        sa.Column("naam", sa.String(200), nullable=False),
        sa.Column("soort", sa.String(40), nullable=False),
        sa.Column("omvang", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        *_of_ervaring("bewijzen"),
    )
    op.create_table(
        "inhouden",
        sa.Column("bewijs", sa.String(32), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("bewijs", name="pk_inhouden"),
        sa.ForeignKeyConstraint(["bewijs"], ["bewijzen.id"], name="fk_inhouden_bewijs", ondelete="CASCADE"),
    )
    op.create_index("ix_afspraken_gesprek", "afspraken", ["gesprek"])
    for table in ("reflecties", "bewijzen"):
        op.create_index(f"ix_{table}_ervaring", table, ["ervaring"])


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    """Make a table of something that is of one pupil."""
    op.create_table(
        name,
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gemaakt", sa.String(32), nullable=False),
        sa.Column("leerling", sa.String(32), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(
            ["leerling"], ["leerlingen.id"], name=f"fk_{name}_leerling", ondelete="CASCADE"
        ),
    )
    op.create_index(f"ix_{name}_leerling", name, ["leerling"])


def _of_ervaring(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("ervaring", sa.String(32)),
        sa.ForeignKeyConstraint(
            ["ervaring"], ["ervaringen.id"], name=f"fk_{table}_ervaring", ondelete="SET NULL"
        ),
    )
