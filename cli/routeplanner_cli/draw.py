"""`routeplanner draw`: the figure of a route."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from routeplanner import api
from routeplanner_cli import options
from routeplanner_cli.options import tell

_CIRCLES = ("RP301", "RP302")
"""Mistakes that are drawn: where the circle is, is what one wants to see."""
HELP = """Teken een route: het programma, en wat de leerling daarop kiest.

PAD is een bestand of een map met een school en haar routes. Met --graph zie je hoe alles samenhangt: wat bij een
doel past, wat iets anders vraagt, en wat een keuze opent. Met -o komt de tekening van één route in een SVG-bestand."""


@click.command(help=HELP)
@options.paths()
@click.option("--route", "naam", metavar="NAAM", help="De naam van de route; anders alle routes.")
@options.output(".svg", help="Het SVG-bestand waarin de tekening komt; zonder is zij tekst.")
@click.option("--tijdlijn", "timeline", is_flag=True, help="In het SVG-bestand: per leerjaar en periode.")
@click.option("--graph", is_flag=True, help="Teken hoe alles in de tekst samenhangt.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("full", "json")),
    default="full",
    help="De vorm van de samenhang: tekst of JSON.",
)
@options.lang()
@options.no_color
@click.pass_context
def command(  # noqa: PLR0913 - one per option
    ctx: click.Context,
    paths: tuple[Path, ...],
    *,
    naam: str | None,
    out: Path | None,
    timeline: bool,
    graph: bool,
    form: str,
    no_color: bool,
) -> None:
    """Draw a route as text, or how things hang together."""
    if graph:
        _draw_graph(ctx, paths, form, no_color=no_color)
        return
    if out is not None:
        _draw_svg(ctx, paths, naam, out, timeline=timeline, no_color=no_color)
        return
    if timeline:
        raise click.UsageError(options.words_of(ctx).phrase("teken.tijdlijn"), ctx)
    if form == "json":
        raise click.UsageError(options.words_of(ctx).phrase("teken.geen-json"), ctx)
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


def _draw_svg(  # noqa: PLR0913 - what was asked
    ctx: click.Context,
    paths: tuple[Path, ...],
    naam: str | None,
    out: Path,
    *,
    timeline: bool,
    no_color: bool,
) -> None:
    from routeplanner.present.figure import figure_of
    from routeplanner.present.figure_svg import figure_svg, timeline_svg

    words = options.words_of(ctx)
    curriculum, route = options.one_route(ctx, paths, naam, no_color=no_color)
    figure = figure_of(api.select(curriculum, route))
    svg = timeline_svg(figure, words) if timeline else figure_svg(figure, words)
    options.write(ctx, out, svg.encode("utf-8"))


def _draw_graph(ctx: click.Context, paths: tuple[Path, ...], form: str, *, no_color: bool) -> None:
    from routeplanner.engine.graph import Samenhang
    from routeplanner.present.reports import paint

    words = options.words_of(ctx)
    for curriculum in options.curricula(ctx, paths, no_color=no_color, op=None, despite=_CIRCLES):
        samenhang = Samenhang(curriculum)
        if form == "json":
            from routeplanner.present.contract_graph import graph_json

            tell(graph_json(curriculum, samenhang))
        else:
            from routeplanner.present.graph import graph_rows

            colour = options.has_colour(sys.stdout, no_color=no_color)
            tell(paint(graph_rows(curriculum, samenhang, words), colour=colour), colour=colour)
