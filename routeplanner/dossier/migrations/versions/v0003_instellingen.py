"""What the school set for all its dossiers, and what is still to be wiped."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "instellingen",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gemaakt", sa.String(32), nullable=False),
        sa.Column("bewaren_maanden", sa.Integer()),
        sa.PrimaryKeyConstraint("id", name="pk_instellingen"),
    )
    op.create_table(
        "te_wissen",
        sa.Column("id", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_te_wissen"),
    )
