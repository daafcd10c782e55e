"""`routeplanner draw`: the figure of a route."""

from __future__ import annotations

from pathlib import Path

import click

from routeplanner import api
from routeplanner_cli import options
from routeplanner_cli.options import tell

HELP = """Teken een route: het programma, en wat de leerling daarop kiest.

PAD is een bestand of een map met een school en haar routes."""


@click.command(help=HELP)
@options.paths()
@click.option("--route", "naam", metavar="NAAM", help="De naam van de route; anders alle routes.")
@options.lang()
@options.no_color
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], naam: str | None, *, no_color: bool) -> None:
    """Draw a route as text."""
    from routeplanner.present.figure import figure_of, figure_text

    words = options.words_of(ctx)
    curricula = options.curricula(ctx, paths, no_color=no_color, op=None)
    selections = [
        api.select(c, route) for c in curricula for route in options.routes(c, naam, every=naam is None)
    ]
    if not selections:
        known = ", ".join(f"`{route.naam}`" for c in curricula for route in c.routes.values())
        raise click.UsageError(words.phrase("geen-route", name=naam or "", known=known), ctx)
    tell("\n".join(figure_text(figure_of(selection), words) for selection in selections))
