"""`routeplanner count`: how many routes there still are."""

from __future__ import annotations

from pathlib import Path

import click

from routeplanner import api
from routeplanner_cli import options
from routeplanner_cli.options import tell
from routeplanner_cli.pupils import Asked, asked, called, pupil

HELP = """Tel hoeveel geldige routes er nog zijn.

PAD is een bestand of een map met een school. Noem een route, of een programma en een leerweg. Twee routes zijn
verschillend als de keuzes verschillen; waar iets in de tijd staat telt niet."""


@click.command(help=HELP)
@click.argument("path", metavar="PAD", type=options.ExistingPath())
@asked
@click.option(
    "--format", "form", type=click.Choice(("full", "json")), default="full", help="De vorm: tekst of JSON."
)
@options.lang()
@options.no_color
@click.pass_context
def command(  # noqa: PLR0913 - one per option
    ctx: click.Context,
    path: Path,
    *,
    naam: str | None,
    programma: str | None,
    leerweg: str | None,
    form: str,
    no_color: bool,
) -> None:
    """Tell how many routes there are."""
    curriculum, route = pupil(ctx, path, Asked(naam, programma, leerweg), no_color=no_color)
    with api.Planner(curriculum, route) as planner:
        number = options.in_time(ctx, planner.count)
    if form == "json":
        from routeplanner.present.contract_options import count_json

        tell(count_json(number))
        return
    words = options.words_of(ctx)
    grouped = f"{number.value:,}".replace(",", ".")
    key = "aantal-routes" if number.exact else "aantal-routes.minstens"
    tell(words.phrase(key, count=grouped, name=called(route, words)) + "\n")
