"""What the commands of the dossier share: how it is opened, and how they tell what went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from routeplanner_cli import options

if TYPE_CHECKING:
    from routeplanner.dossier.store import Store

_EXTRA = {"alembic", "sqlalchemy", "PIL"}

dossier = click.option(
    "--dossier",
    "place",
    metavar="DATABASE",
    help="Waar het dossier staat: een bestand, of het adres van een PostgreSQL-database.",
)


@contextmanager
def opened(ctx: click.Context, place: str | None) -> Iterator[Store]:
    """Open a dossier; what could not be done is told, and the program ends with 2."""
    from routeplanner.dossier.errors import DossierError
    from routeplanner.dossier.telling import said

    words = options.words_of(ctx)
    try:
        from routeplanner.dossier.store import Store
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise click.UsageError(words.phrase("extra-mist", extra="dossier"), ctx) from None
    try:
        with Store.open(place) as store:
            yield store
    except DossierError as error:
        raise click.UsageError(said(error, words), ctx) from None
