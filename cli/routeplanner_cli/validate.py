"""`routeplanner validate`: the verdict on one route, or on all of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from routeplanner import api
from routeplanner_cli import options
from routeplanner_cli.options import tell

HELP = """Geef het oordeel over een route, en zeg waarom.

PAD is een bestand of een map met een school en haar routes."""
_ENDS = {"geldig": 0, "onvolledig": 0, "ongeldig": 3, "onbeslist": 4}


@click.command(help=HELP)
@options.paths()
@click.option("--route", "naam", metavar="NAAM", help="De naam van de route.")
@click.option("--all", "every", is_flag=True, help="Alle routes, elk op een regel.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("full", "concise", "json")),
    default="full",
    help="De vorm waarin het oordeel verteld wordt.",
)
@options.lang()
@options.no_color
@click.option("--strict", is_flag=True, help="Ook een route die niet af is telt als fout.")
@click.option(
    "--op", type=options.Day(), metavar="DATUM", help="De dag waarop ontheffingen beoordeeld worden."
)
@click.pass_context
def command(  # noqa: PLR0913 - one per option
    ctx: click.Context,
    paths: tuple[Path, ...],
    naam: str | None,
    form: str,
    *,
    every: bool,
    no_color: bool,
    strict: bool,
    op: date | None,
) -> None:
    """Tell the verdict, and end as it says."""
    curricula = options.curricula(ctx, paths, no_color=no_color, op=op)
    verdicts = [
        verdict
        for c in curricula
        for verdict in api.judge_all(c, options.routes(c, naam, every=every), op=op)
    ]
    if not verdicts:
        raise click.UsageError(_which(ctx, curricula, naam), ctx)
    colour = options.has_colour(sys.stdout, no_color=no_color)
    tell(_rendered(ctx, verdicts, form, every=every, colour=colour), colour=colour)
    ctx.exit(ends([verdict.verdict for verdict in verdicts], strict=strict))


def ends(verdicts: Sequence[str], *, strict: bool) -> int:
    """Return how the program ends: 3 if any route is ongeldig, else 4 if any is onbeslist, else 0 or 1."""
    codes = {_ENDS[verdict] for verdict in verdicts}
    worst = 3 if 3 in codes else max(codes, default=0)  # noqa: PLR2004 - the exit code of ongeldig
    return worst or int(strict and "onvolledig" in verdicts)


def _rendered(
    ctx: click.Context, verdicts: Sequence[api.Verdict], form: str, *, every: bool, colour: bool
) -> str:
    words = options.words_of(ctx)
    changes = api.repairs_of(verdicts[0]) if not every and verdicts[0].broken and form != "concise" else ()
    if form == "json":
        from routeplanner.present.contract_verdict import verdict_json, verdicts_json

        return verdicts_json(verdicts, words) if every else verdict_json(verdicts[0], words, changes)
    from routeplanner.present.reports import paint
    from routeplanner.present.verdicts import verdict_row, verdict_rows

    if every or form == "concise":
        return paint((verdict_row(verdict, words) for verdict in verdicts), colour=colour)
    return paint(
        (row for verdict in verdicts for row in verdict_rows(verdict, words, changes)), colour=colour
    )


def _which(ctx: click.Context, curricula: Sequence[api.Curriculum], naam: str | None) -> str:
    words = options.words_of(ctx)
    known = ", ".join(f"`{route.naam}`" for c in curricula for route in c.routes.values())
    if not known:
        return words.phrase(
            "geen-routes", path=", ".join(c.sources[0].path for c in curricula[:1] if c.sources)
        )
    return (
        words.phrase("geen-route", name=naam, known=known)
        if naam
        else words.phrase("kies-route", known=known)
    )
