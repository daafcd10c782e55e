"""`routeplanner print`: a route on one A4, for a pupil and parents."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from routeplanner import api
from routeplanner_cli import options

HELP = """Druk een route af als PDF: één A4 voor de leerling en de ouders.

Op het blad staan de figuur, wat er wanneer gekozen is, wat er nog moet, en plaats voor handtekeningen.

PAD is een bestand of een map met een school en haar routes."""


@click.command(help=HELP)
@options.paths()
@click.option("--route", "naam", metavar="NAAM", help="De naam van de route.")
@options.output(".pdf", required=True, help="Het PDF-bestand dat gemaakt wordt.")
@click.option("--zonder-naam", "nameless", is_flag=True, help="Laat de naam van de route weg.")
@options.lang()
@options.no_color
@click.option(
    "--op",
    type=options.Day(),
    metavar="DATUM",
    help="De dag op het blad, en waarop ontheffingen beoordeeld worden; anders vandaag.",
)
@click.pass_context
def command(  # noqa: PLR0913 - one per option
    ctx: click.Context,
    paths: tuple[Path, ...],
    naam: str | None,
    out: Path,
    *,
    nameless: bool,
    no_color: bool,
    op: date | None,
) -> None:
    """Make the page of one route."""
    from routeplanner.present.pdf import NoTypstError, pdf_bytes
    from routeplanner.present.print_page import print_page

    words = options.words_of(ctx)
    curriculum, route = options.one_route(ctx, paths, naam, no_color=no_color, op=op)
    verdict = api.judge(curriculum, route, op=op)
    day = op or date.today()  # noqa: DTZ011 - the day on the wall of the school
    page = print_page(verdict, words, day=day, with_name=not nameless)
    try:
        pdf = pdf_bytes(page)
    except NoTypstError:
        raise click.UsageError(words.phrase("extra-mist", extra="pdf"), ctx) from None
    options.write(ctx, out, pdf)
