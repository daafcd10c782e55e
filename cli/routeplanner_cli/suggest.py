"""`routeplanner suggest`: the best routes that really differ."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from routeplanner import api
from routeplanner_cli import options
from routeplanner_cli.options import tell
from routeplanner_cli.pupils import Asked, aiming, asked, pupil

HELP = """Stel de beste routes voor, die echt van elkaar verschillen.

PAD is een bestand of een map met een school. Noem een route, of een programma en een leerweg. Wat in een
route gekozen is blijft staan, wat is afgewezen blijft weg."""
_MOST = 20
_NO_ROUTE = 3


@click.command(help=HELP)
@click.argument("path", metavar="PAD", type=options.ExistingPath())
@asked
@click.option("--doel", metavar="NAAM", help="Wat de leerling wil worden; het gaat voor dat van de route.")
@click.option(
    "-k", "most", type=click.IntRange(1, _MOST), default=3, help="Hoeveel voorstellen er hoogstens komen."
)
@click.option("--graag", multiple=True, metavar="KENMERK", help="Wat de leerling graag doet.")
@click.option("--niet", multiple=True, metavar="KENMERK", help="Wat de leerling liever niet doet.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("full", "concise", "json")),
    default="full",
    help="De vorm: voluit, een regel per voorstel, of JSON.",
)
@options.seconds(api.SECONDS)
@options.lang()
@options.no_color
@click.option(
    "--op", type=options.Day(), metavar="DATUM", help="De dag waarop ontheffingen beoordeeld worden."
)
@click.pass_context
def command(  # noqa: PLR0913 - one per option
    ctx: click.Context,
    path: Path,
    *,
    naam: str | None,
    programma: str | None,
    leerweg: str | None,
    doel: str | None,
    most: int,
    graag: tuple[str, ...],
    niet: tuple[str, ...],
    form: str,
    seconds: float,
    no_color: bool,
    op: date | None,
) -> None:
    """Tell the suggestions; end with 3 where no route can be made, and with 4 where that is not known."""
    curriculum, route = pupil(ctx, path, Asked(naam, programma, leerweg), no_color=no_color)
    route = _wishing(aiming(ctx, curriculum, route, doel), graag, niet)
    found = api.suggest(curriculum, route, most, op=op, seconds=seconds)
    text, colour = _rendered(ctx, found, form, no_color=no_color)
    tell(text, colour=colour)
    ctx.exit(0 if found.found else _NO_ROUTE if found.complete else options.UNDECIDED)


def _wishing(route: api.Route, graag: tuple[str, ...], niet: tuple[str, ...]) -> api.Route:
    return replace(
        route,
        interesses=(*route.interesses, *map(api.folded, graag)),
        liever_niet=(*route.liever_niet, *map(api.folded, niet)),
    )


def _rendered(ctx: click.Context, found: api.Suggestions, form: str, *, no_color: bool) -> tuple[str, bool]:
    words = options.words_of(ctx)
    if form == "json":
        from routeplanner.present.contract_suggestions import suggestions_json

        return suggestions_json(found, words), False
    from routeplanner.present.reports import paint
    from routeplanner.present.suggestions import concise_rows, suggestion_rows

    rows = concise_rows if form == "concise" else suggestion_rows
    colour = options.has_colour(sys.stdout, no_color=no_color)
    return paint(rows(found, words), colour=colour), colour
