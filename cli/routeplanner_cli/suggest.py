"""`routeplanner suggest`: the best routes that really differ."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from routeplanner import api
from routeplanner_cli import options
from routeplanner_cli.options import tell

HELP = """Stel de beste routes voor, die echt van elkaar verschillen.

PAD is een bestand of een map met een school. Noem een route, of een programma en een leerweg. Wat in een
route gekozen is blijft staan, wat is afgewezen blijft weg."""
_MOST = 20
_NO_ROUTE = 3


@click.command(help=HELP)
@click.argument("path", metavar="PAD", type=options.ExistingPath())
@click.option("--route", "naam", metavar="NAAM", help="De naam van de route.")
@click.option("--programma", metavar="CODE", help="Het programma van een leerling zonder route.")
@click.option("--leerweg", metavar="LEERWEG", help="De leerweg.")
@click.option("--doel", metavar="NAAM", help="Wat de leerling wil worden; het gaat voor dat van de route.")
@click.option(
    "-k", "most", type=click.IntRange(1, _MOST), default=3, help="Hoeveel voorstellen er hoogstens komen."
)
@click.option("--graag", multiple=True, metavar="KENMERK", help="Wat de leerling graag doet.")
@click.option("--niet", multiple=True, metavar="KENMERK", help="Wat de leerling liever niet doet.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("full", "concise", "json")),
    default="full",
    help="De vorm: voluit, een regel per voorstel, of JSON.",
)
@options.seconds(api.SECONDS)
@options.lang()
@options.no_color
@click.option(
    "--op", type=options.Day(), metavar="DATUM", help="De dag waarop ontheffingen beoordeeld worden."
)
@click.pass_context
def command(  # noqa: PLR0913 - one per option
    ctx: click.Context,
    path: Path,
    *,
    naam: str | None,
    programma: str | None,
    leerweg: str | None,
    doel: str | None,
    most: int,
    graag: tuple[str, ...],
    niet: tuple[str, ...],
    form: str,
    seconds: float,
    no_color: bool,
    op: date | None,
) -> None:
    """Tell the suggestions; end with 3 where no route can be made, and with 4 where that is not known."""
    if programma is None and leerweg is None:
        curriculum, route = options.one_route(ctx, path, naam, no_color=no_color)
    else:
        if naam is not None or programma is None or leerweg is None:
            raise click.UsageError(options.words_of(ctx).phrase("kies-leerling"), ctx)
        curriculum, route = _pupil(ctx, path, programma, leerweg, no_color=no_color)
    route = _wishing(_aiming(ctx, curriculum, route, doel), graag, niet)
    found = api.suggest(curriculum, route, most, op=op, seconds=seconds)
    text, colour = _rendered(ctx, found, form, no_color=no_color)
    tell(text, colour=colour)
    ctx.exit(0 if found.found else _NO_ROUTE if found.complete else options.UNDECIDED)


def _pupil(
    ctx: click.Context, path: Path, programma: str, leerweg: str, *, no_color: bool
) -> tuple[api.Curriculum, api.Route]:
    """Return a pupil who has chosen nothing yet, or refuse what no school in the text offers."""
    read = options.curricula(ctx, (path,), no_color=no_color, op=None)
    offered = {id_: curriculum for curriculum in read[::-1] for id_ in _programmes(curriculum)}
    id_ = _known(ctx, "geen-programma", programma, offered)
    school = offered[id_].school
    taught = [each.value for each in (school.leerwegen if school is not None else api.Leerweg)]
    return offered[id_], api.Route.new(programma=id_, leerweg=_known(ctx, "geen-leerweg", leerweg, taught))


def _programmes(curriculum: api.Curriculum) -> list[str]:
    school = curriculum.school
    vocational = (p.id for p in curriculum.programmas.values() if p.soort != "algemeen vak")
    return [id_ for id_ in vocational if school is None or id_ in school.programmas]


def _aiming(ctx: click.Context, curriculum: api.Curriculum, route: api.Route, doel: str | None) -> api.Route:
    """Return the route with the goal that was asked for, or refuse one that is not there."""
    if doel is None:
        return route
    names = (known.naam for known in curriculum.doelen.values())
    return replace(route, doel=api.folded(_known(ctx, "geen-doel", doel, names)))


def _wishing(route: api.Route, graag: tuple[str, ...], niet: tuple[str, ...]) -> api.Route:
    return replace(
        route,
        interesses=(*route.interesses, *map(api.folded, graag)),
        liever_niet=(*route.liever_niet, *map(api.folded, niet)),
    )


def _known(ctx: click.Context, key: str, name: str, known: Iterable[str]) -> str:
    """Return the one of these that is meant, or refuse the name."""
    names = list(known)
    for one in names:
        if api.same_name(one, name):
            return one
    shown = ", ".join(f"`{one}`" for one in names)
    raise click.UsageError(options.words_of(ctx).phrase(key, name=name, known=shown), ctx)


def _rendered(ctx: click.Context, found: api.Suggestions, form: str, *, no_color: bool) -> tuple[str, bool]:
    words = options.words_of(ctx)
    if form == "json":
        from routeplanner.present.contract_suggestions import suggestions_json

        return suggestions_json(found, words), False
    from routeplanner.present.reports import paint
    from routeplanner.present.suggestions import concise_rows, suggestion_rows

    rows = concise_rows if form == "concise" else suggestion_rows
    colour = options.has_colour(sys.stdout, no_color=no_color)
    return paint(rows(found, words), colour=colour), colour
