"""`routeplanner tidy`: forget the pupils whose dossier is past its date."""

from __future__ import annotations

from datetime import date

import click

from routeplanner_cli import dossiers, options
from routeplanner_cli.options import tell

HELP = """Verwijder de dossiers die niet langer bewaard blijven.

Elk dossier waarvan de datum bij `bewaren tot` voorbij is gaat weg, met alles wat erin staat. Met --dry-run zie je
alleen om welke het gaat. Een dossier zonder datum blijft."""


@click.command(help=HELP)
@click.option("--dry-run", is_flag=True, help="Verwijder niets; laat alleen zien wat weg zou gaan.")
@click.option(
    "--op", type=options.Day(), metavar="DATUM", help="De dag waarop wordt opgeruimd; anders vandaag."
)
@dossiers.dossier
@options.lang()
@click.pass_context
def command(ctx: click.Context, *, dry_run: bool, op: date | None, place: str | None) -> None:
    """Tell what is past its date, and remove it unless it is only asked for."""
    words = options.words_of(ctx)
    with dossiers.opened(ctx, place) as store:
        past = store.past_retention(op or date.today())  # noqa: DTZ011 - a date of the school's own day
        for leerling in past:
            tell(words.phrase("opruimen.regel", id=leerling.id, day=str(leerling.bewaren_tot)) + "\n")
        if not past:
            tell(words.phrase("opruimen.niets") + "\n", err=True)
        elif dry_run:
            tell(words.count("opruimen.over", len(past)) + "\n", err=True)
        else:
            wiped = store.forget([leerling.id for leerling in past])
            tell(words.count("opruimen.gedaan", len(past)) + "\n", err=True)
            if not wiped:
                tell(words.phrase("opruimen.resten") + "\n", err=True)
