"""`routeplanner check`: everything that is wrong in files and folders."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from routeplanner import api
from routeplanner.present.reports import FOR_PEOPLE, FORMATS, paint, render
from routeplanner.present.words import Words
from routeplanner_cli import options
from routeplanner_cli.options import tell

HELP = """Zoek alle fouten in een tekst.

PAD is een bestand of een map; van een map alle bestanden die op .lob eindigen, standaard van deze map."""


@click.command(help=HELP)
@options.paths(default=".")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    help="De vorm waarin fouten verteld worden.",
)
@options.lang()
@options.no_color
@click.option("--strict", is_flag=True, help="Ook een waarschuwing telt als fout.")
@click.option(
    "--op",
    type=options.Day(),
    metavar="DATUM",
    help="De dag van de controle, zoals 2026-11-23; anders vandaag.",
)
@click.pass_context
def command(  # noqa: PLR0913 - one per option
    ctx: click.Context, paths: tuple[Path, ...], form: str, *, no_color: bool, strict: bool, op: date | None
) -> None:
    """Tell what is wrong, and end with 1 if anything is."""
    words = options.words_of(ctx)
    checked = api.check(paths, op=op)
    colour = options.has_colour(sys.stdout, no_color=no_color)
    tell(render(form, checked.diagnostics, words, colour=colour), colour=colour)
    if form in FOR_PEOPLE:
        _summarise(checked, words, no_color=no_color)
    severities = [diagnostic.severity.value for diagnostic in checked.diagnostics]
    ctx.exit(int(options.ends_badly(severities, strict=strict)))


def _summarise(checked: api.Checked, words: Words, *, no_color: bool) -> None:
    from routeplanner.present.terminal import explain_hint, summary

    colour = options.has_colour(sys.stderr, no_color=no_color)
    rows = (*explain_hint(checked.diagnostics, words), summary(checked.diagnostics, checked.files, words))
    tell(paint(rows, colour=colour), colour=colour, err=True)
