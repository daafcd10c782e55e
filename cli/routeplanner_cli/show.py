"""`routeplanner show`: what a text says, linked."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from routeplanner import api
from routeplanner.model.curriculum import Curriculum
from routeplanner.present.mentions import nearly
from routeplanner.present.reports import paint
from routeplanner.present.showing import one, overview
from routeplanner.present.words import Words
from routeplanner_cli import options
from routeplanner_cli.options import tell
from routeplanner_cli.pupils import Asked, asked, pupil

HELP = """Toon wat een tekst zegt: de programma's, het aanbod, de regels en de routes.

PAD is een bestand of een map. NAAM is een code of naam daaruit, zoals VT/K/9: dan alleen die, met alle
plaatsen die ernaar verwijzen."""


@click.command(help=HELP)
@click.argument("path", metavar="PAD", type=options.ExistingPath())
@click.argument("names", metavar="[NAAM]…", nargs=-1)
@click.option(
    "--format", "form", type=click.Choice(("full", "json")), default="full", help="De vorm: tekst of JSON."
)
@click.option(
    "--constraints", is_flag=True, help="Toon waar het rekenen mee begint: elke eis aan een route, als som."
)
@asked
@options.lang()
@options.no_color
@click.pass_context
def command(  # noqa: PLR0913 - one per option
    ctx: click.Context,
    path: Path,
    names: tuple[str, ...],
    *,
    form: str,
    constraints: bool,
    naam: str | None,
    programma: str | None,
    leerweg: str | None,
    no_color: bool,
) -> None:
    """Show a curriculum or some things from it; end with 1 if it has errors."""
    words = options.words_of(ctx)
    if constraints:
        _show_constraints(ctx, path, Asked(naam, programma, leerweg), form, no_color=no_color)
        return
    curriculum = api.load(path)
    if form == "json":
        from routeplanner.present.contract import curriculum_json

        tell(curriculum_json(curriculum))
    else:
        _show_text(ctx, curriculum, names, words, no_color=no_color)
    if not curriculum.ok:
        told = words.phrase("toon.vervolg", command=f"routeplanner check {path}")
        tell(f"{told}\n", err=True)
    ctx.exit(int(not curriculum.ok))


def _show_constraints(ctx: click.Context, path: Path, asked: Asked, form: str, *, no_color: bool) -> None:
    words = options.words_of(ctx)
    curriculum, route = pupil(ctx, path, asked, no_color=no_color)
    verdict = api.judge(curriculum, route, together=False)
    if form == "json":
        from routeplanner.present.contract_constraints import constraints_json

        tell(constraints_json(verdict.selection, verdict.problem, words))
        return
    from routeplanner.present.constraints import constraint_rows

    colour = options.has_colour(sys.stdout, no_color=no_color)
    tell(paint(constraint_rows(verdict.selection, verdict.problem, words), colour=colour), colour=colour)


def _show_text(
    ctx: click.Context, curriculum: Curriculum, names: tuple[str, ...], words: Words, *, no_color: bool
) -> None:
    colour = options.has_colour(sys.stdout, no_color=no_color)
    if not names:
        tell(paint(overview(curriculum, words), colour=colour), colour=colour)
    for name in names:
        rows = tuple(one(curriculum, name, words))
        if not rows:
            raise click.UsageError(_unknown(curriculum, name, words), ctx)
        tell(paint(rows, colour=colour), colour=colour)


def _unknown(curriculum: Curriculum, name: str, words: Words) -> str:
    likely = nearly(curriculum, name)
    if likely is None:
        return words.phrase("toon.onbekend", name=name)
    return words.phrase("toon.onbekend.bedoeld", name=name, likely=likely)
