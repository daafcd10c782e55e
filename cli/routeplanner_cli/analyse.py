"""`routeplanner analyse`: what a whole text allows and forbids."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from routeplanner import api
from routeplanner_cli import options
from routeplanner_cli.options import tell

_CONTRADICTIONS = ("RP301", "RP302", "RP305", "RP317")
"""Mistakes that `check` tells and that still leave a meaning: that there is no route is what is asked here."""
HELP = """Kijk een hele tekst na, voor elk programma en elke leerweg.

PAD is een bestand of een map met een school. Je ziet of er een route is, wat nooit kan, waar niets te kiezen
valt, welke regels niets doen, waar een grens ruimer is dan de wet, en hoeveel routes er zijn."""


@click.command(help=HELP)
@options.paths(default=".")
@options.seconds(api.ANALYSIS_SECONDS)
@click.option("--strict", is_flag=True, help="Ook een waarschuwing telt als fout.")
@click.option(
    "--format", "form", type=click.Choice(("full", "json")), default="full", help="De vorm: tekst of JSON."
)
@options.lang()
@options.no_color
@click.pass_context
def command(  # noqa: PLR0913 - one per option
    ctx: click.Context, paths: tuple[Path, ...], *, seconds: float, strict: bool, form: str, no_color: bool
) -> None:
    """Tell what was found; end with 1 where something must be mended, with 4 where something is undecided."""
    words = options.words_of(ctx)
    colour = form == "full" and options.has_colour(sys.stdout, no_color=no_color)
    analyses = [
        api.analyse(curriculum, seconds=seconds)
        for curriculum in options.curricula(ctx, paths, no_color=no_color, op=None, despite=_CONTRADICTIONS)
    ]
    for analysis in analyses:
        if form == "json":
            from routeplanner.present.contract_analysis import analysis_json

            tell(analysis_json(analysis, words))
        else:
            from routeplanner.present.analysis import analysis_rows
            from routeplanner.present.reports import paint

            tell(paint(analysis_rows(analysis, words), colour=colour), colour=colour)
    severities = [finding.severity for analysis in analyses for finding in analysis.findings]
    undecided = any(analysis.undecided for analysis in analyses)
    failed = options.ends_badly(severities, strict=strict)
    ctx.exit(1 if failed else options.UNDECIDED if undecided else 0)
