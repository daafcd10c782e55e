"""`routeplanner diff`: what changes between two texts."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from routeplanner import api
from routeplanner_cli import options
from routeplanner_cli.options import tell

HELP = """Vergelijk twee teksten van een school.

OUD en NIEUW zijn een bestand of een map. Je ziet welke regels iets anders betekenen, voor wie er een route
vervalt of bij komt, en welke oordelen omslaan. Hoe iets is opgeschreven telt niet."""


@click.command(help=HELP)
@click.argument("old", metavar="OUD", type=options.ExistingPath())
@click.argument("new", metavar="NIEUW", type=options.ExistingPath())
@click.option(
    "--routes",
    "routes",
    metavar="PAD",
    type=options.ExistingPath(),
    help="Een tekst met nog meer routes om te beoordelen.",
)
@options.seconds(api.COMPARISON_SECONDS)
@click.option(
    "--format", "form", type=click.Choice(("full", "json")), default="full", help="De vorm: tekst of JSON."
)
@options.lang()
@options.no_color
@click.pass_context
def command(  # noqa: PLR0913 - one per option
    ctx: click.Context,
    old: Path,
    new: Path,
    *,
    routes: Path | None,
    seconds: float,
    form: str,
    no_color: bool,
) -> None:
    """Tell what changes; end with 1 where anything does, and with 4 where that is not known."""
    before, after = (options.curricula(ctx, (path,), no_color=no_color, op=None)[0] for path in (old, new))
    more = [] if routes is None else _routes_in(ctx, routes, no_color=no_color)
    comparison = api.compare(before, after, more, seconds=seconds)
    if form == "json":
        from routeplanner.present.contract_comparison import comparison_json

        tell(comparison_json(comparison))
    else:
        from routeplanner.present.comparison import comparison_rows
        from routeplanner.present.reports import paint

        colour = options.has_colour(sys.stdout, no_color=no_color)
        tell(paint(comparison_rows(comparison, options.words_of(ctx)), colour=colour), colour=colour)
    ctx.exit(1 if not comparison.same else 0 if comparison.complete else options.UNDECIDED)


def _routes_in(ctx: click.Context, path: Path, *, no_color: bool) -> list[api.Route]:
    read = options.curricula(ctx, (path,), no_color=no_color, op=None)
    return [route for curriculum in read for route in curriculum.routes.values()]
