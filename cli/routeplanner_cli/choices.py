"""`routeplanner options` and `routeplanner why`: what is still possible, and why not."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from routeplanner import api
from routeplanner_cli import options
from routeplanner_cli.options import tell

OPTIONS = """Laat zien wat er voor een route nog kan.

PAD is een bestand of een map met een school en haar routes."""
WHY = """Leg uit waarom een keuze niet meer kan, of waarom ze moet.

PAD is een bestand of een map met een school en haar routes. KEUZE is een code of naam, zoals HV/K/12 of
'keuzemodule "Lassen"'."""


@click.command(help=OPTIONS)
@click.argument("path", metavar="PAD", type=options.ExistingPath())
@click.option("--route", "naam", metavar="NAAM", help="De naam van de route.")
@click.option(
    "--format", "form", type=click.Choice(("full", "json")), default="full", help="De vorm: tekst of JSON."
)
@options.lang()
@options.no_color
@click.pass_context
def options_command(ctx: click.Context, path: Path, naam: str | None, form: str, *, no_color: bool) -> None:
    """Show every choice with how it stands."""
    curriculum, route = options.one_route(ctx, path, naam, no_color=no_color)
    with api.Planner(curriculum, route) as planner:
        found = options.in_time(ctx, planner.options)
    if form == "json":
        from routeplanner.present.contract_options import options_json

        tell(options_json(found))
        return
    from routeplanner.present.choices import option_rows
    from routeplanner.present.reports import paint

    colour = options.has_colour(sys.stdout, no_color=no_color)
    tell(paint(option_rows(found, curriculum, options.words_of(ctx)), colour=colour), colour=colour)


@click.command(help=WHY)
@click.argument("path", metavar="PAD", type=options.ExistingPath())
@click.argument("choice", metavar="KEUZE")
@click.option("--route", "naam", metavar="NAAM", help="De naam van de route.")
@click.option(
    "--format", "form", type=click.Choice(("full", "json")), default="full", help="De vorm: tekst of JSON."
)
@options.lang()
@options.no_color
@click.pass_context
def why_command(  # noqa: PLR0913 - one per option
    ctx: click.Context, path: Path, choice: str, naam: str | None, form: str, *, no_color: bool
) -> None:
    """Show why a choice is closed or forced."""
    curriculum, route = options.one_route(ctx, path, naam, no_color=no_color)
    words = options.words_of(ctx)
    try:
        with api.Planner(curriculum, route) as planner:
            found = options.in_time(ctx, lambda: planner.why(choice))
    except api.UnknownChoiceError as unknown:
        likely = words.listed([f"`{keuze}`" for keuze in unknown.likely], "of")
        key = "geen-keuze.bedoeld" if likely else "geen-keuze"
        raise click.UsageError(words.phrase(key, choice=choice, likely=likely), ctx) from None
    except api.NotOfferedError as never:
        said = words.phrase("keuze.niet-aangeboden", choice=str(never))
        because = words.phrase(f"niet-aangeboden.{never.why.key}", **dict(never.why.params))
        raise click.UsageError(f"{said}: {because}", ctx) from None
    if form == "json":
        from routeplanner.present.contract_options import why_json

        tell(why_json(found))
        return
    from routeplanner.present.choices import reason_rows
    from routeplanner.present.reports import paint

    colour = options.has_colour(sys.stdout, no_color=no_color)
    tell(paint(reason_rows(found, curriculum, words), colour=colour), colour=colour)
