"""`routeplanner test`: the voorbeelden are tests."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from routeplanner import api
from routeplanner_cli import options
from routeplanner_cli.options import tell

HELP = """Reken alle voorbeelden na.

PAD is een bestand of een map met een school, haar regels en haar voorbeelden."""


@click.command(help=HELP)
@options.paths(default=".")
@options.lang()
@options.no_color
@click.option("--strict", is_flag=True, help="Ook een voorbeeld dat nog niet te beoordelen is telt als fout.")
@click.option(
    "--op", type=options.Day(), metavar="DATUM", help="De dag waarop ontheffingen beoordeeld worden."
)
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], *, no_color: bool, strict: bool, op: date | None
) -> None:
    """Run every voorbeeld; end with 1 if one does not come true."""
    from routeplanner.present.examples import example_rows, summary_row
    from routeplanner.present.reports import paint

    words = options.words_of(ctx)
    curricula = options.curricula(ctx, paths, no_color=no_color, op=op)
    outcomes = [outcome for curriculum in curricula for outcome in api.run_examples(curriculum, op=op)]
    colour = options.has_colour(sys.stdout, no_color=no_color)
    tell(
        paint((row for outcome in outcomes for row in example_rows(outcome, words)), colour=colour),
        colour=colour,
    )
    colour = options.has_colour(sys.stderr, no_color=no_color)
    tell(paint([summary_row(outcomes, words)], colour=colour), colour=colour, err=True)
    failed = any(outcome.beslist and not outcome.klopt for outcome in outcomes)
    ctx.exit(int(failed or (strict and not all(outcome.klopt for outcome in outcomes))))
