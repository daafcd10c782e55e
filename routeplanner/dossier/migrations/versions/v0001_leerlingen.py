"""Pupils, the drafts of their routes with their history, and the trail of who did what."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_REFUSED = "het spoor is alleen aan te vullen"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "leerlingen",
        *_record("leerlingen"),
        sa.Column("naam", sa.String(200), nullable=False),
        sa.Column("klas", sa.String(200), nullable=False),
        sa.Column("team", sa.String(200), nullable=False),
        sa.Column("programma", sa.String(40), nullable=False),
        sa.Column("leerweg", sa.String(40), nullable=False),
        sa.Column("schooljaar", sa.Integer()),
        sa.Column("mentor", sa.String(200), nullable=False),
        sa.Column("bewaren_tot", sa.Date()),
    )
    op.create_index("ix_leerlingen_klas", "leerlingen", ["klas"])
    op.create_table(
        "ontwerpen",
        *_record("ontwerpen"),
        sa.Column("leerling", sa.String(32), nullable=False),
        sa.Column("naam", sa.String(200), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("gekozen", sa.Boolean(), nullable=False),
        sa.Column("stap", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["leerling"], ["leerlingen.id"], name="fk_ontwerpen_leerling", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_ontwerpen_leerling", "ontwerpen", ["leerling"])
    op.create_index(
        "ix_ontwerpen_gekozen",
        "ontwerpen",
        ["leerling"],
        unique=True,
        sqlite_where=sa.text("gekozen"),
        postgresql_where=sa.text("gekozen"),
    )
    op.create_table(
        "stappen",
        sa.Column("ontwerp", sa.String(32), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("wat", sa.String(200), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("moment", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("ontwerp", "nummer", name="pk_stappen"),
        sa.ForeignKeyConstraint(["ontwerp"], ["ontwerpen.id"], name="fk_stappen_ontwerp", ondelete="CASCADE"),
    )
    op.create_table(
        "spoor",
        sa.Column("nummer", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("moment", sa.String(32), nullable=False),
        sa.Column("door", sa.String(200), nullable=False),
        sa.Column("handeling", sa.String(40), nullable=False),
        sa.Column("soort", sa.String(40), nullable=False),
        sa.Column("record", sa.String(32), nullable=False),
        sa.Column("leerling", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("nummer", name="pk_spoor"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_spoor_leerling", "spoor", ["leerling"])
    if op.get_bind().dialect.name == "sqlite":
        _hold_on_sqlite()
    else:
        _hold_on_postgresql()


def _record(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gemaakt", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )


def _hold_on_sqlite() -> None:
    """Have the database itself refuse to change or drop a line of the trail."""
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER spoor_{act.lower()} BEFORE {act} ON spoor "
            f"BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END"
        )


def _hold_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION spoor_houdt_stand() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_REFUSED}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER spoor_vast BEFORE UPDATE OR DELETE OR TRUNCATE ON spoor "
        "FOR EACH STATEMENT EXECUTE FUNCTION spoor_houdt_stand()"
    )
