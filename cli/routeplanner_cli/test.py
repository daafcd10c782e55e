"""`routeplanner test`: the voorbeelden are tests."""

from __future__ import annotations

import sys
from collections.abc import Sequence
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
@click.option("--coverage", is_flag=True, help="Noem ook de regels die geen enkel voorbeeld zou missen.")
@click.option(
    "--format", "form", type=click.Choice(("full", "json")), default="full", help="De vorm: tekst of JSON."
)
@click.pass_context
def command(  # noqa: PLR0913 - one per option
    ctx: click.Context,
    paths: tuple[Path, ...],
    *,
    no_color: bool,
    strict: bool,
    op: date | None,
    coverage: bool,
    form: str,
) -> None:
    """Run every voorbeeld; end with 1 if one does not come true."""
    read = [
        (curriculum, tuple(api.run_examples(curriculum, op=op)))
        for curriculum in options.curricula(ctx, paths, no_color=no_color, op=op)
    ]
    outcomes = [outcome for _, some in read for outcome in some]
    covered = [api.coverage(curriculum, some, op=op) for curriculum, some in read] if coverage else None
    if form == "json":
        from routeplanner.present.contract_examples import examples_json

        tell(examples_json(outcomes, covered, options.words_of(ctx)))
    else:
        _tell_rows(ctx, outcomes, covered, no_color=no_color)
    failed = any(outcome.beslist and not outcome.klopt for outcome in outcomes)
    missed = any(some.missed for some in covered or ())
    ctx.exit(int(failed or (strict and (missed or not all(outcome.klopt for outcome in outcomes)))))


def _tell_rows(
    ctx: click.Context,
    outcomes: Sequence[api.Outcome],
    covered: Sequence[api.Coverage] | None,
    *,
    no_color: bool,
) -> None:
    from routeplanner.present.examples import coverage_rows, example_rows, summary_row
    from routeplanner.present.reports import paint

    words = options.words_of(ctx)
    rows = [row for outcome in outcomes for row in example_rows(outcome, words)]
    rows += [row for some in covered or () for row in coverage_rows(some, words)]
    colour = options.has_colour(sys.stdout, no_color=no_color)
    tell(paint(rows, colour=colour), colour=colour)
    colour = options.has_colour(sys.stderr, no_color=no_color)
    tell(paint([summary_row(outcomes, words)], colour=colour), colour=colour, err=True)
