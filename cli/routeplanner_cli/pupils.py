"""Which pupil is meant: one whose route has a name, or one of a programme who has chosen nothing yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from routeplanner import api
from routeplanner.present.words import Words
from routeplanner_cli import options
from routeplanner_cli.options import F


class Asked(NamedTuple):
    """What a command was told about a pupil."""

    naam: str | None
    programma: str | None
    leerweg: str | None


def asked(command: F) -> F:
    """Add a route by its name, or else a programme and a leerweg."""
    for option in (_LEERWEG, _PROGRAMMA, _ROUTE):
        command = option(command)
    return command


_ROUTE = click.option("--route", "naam", metavar="NAAM", help="De naam van de route.")
_PROGRAMMA = click.option("--programma", metavar="CODE", help="Het programma van een leerling zonder route.")
_LEERWEG = click.option("--leerweg", metavar="LEERWEG", help="De leerweg.")


def pupil(
    ctx: click.Context, path: Path, asked: Asked, *, no_color: bool
) -> tuple[api.Curriculum, api.Route]:
    """Return the route that is meant with what holds for it, or refuse: there is none, or more than one."""
    if asked.programma is None and asked.leerweg is None:
        return options.one_route(ctx, path, asked.naam, no_color=no_color)
    if asked.naam is not None or asked.programma is None or asked.leerweg is None:
        raise click.UsageError(options.words_of(ctx).phrase("kies-leerling"), ctx)
    read = options.curricula(ctx, (path,), no_color=no_color, op=None)
    offered = {id_: curriculum for curriculum in read[::-1] for id_ in _programmes(curriculum)}
    id_ = _known(ctx, "geen-programma", asked.programma, offered)
    school = offered[id_].school
    taught = [each.value for each in (school.leerwegen if school is not None else api.Leerweg)]
    leerweg = _known(ctx, "geen-leerweg", asked.leerweg, taught)
    return offered[id_], api.Route.new(programma=id_, leerweg=leerweg)


def called(route: api.Route, words: Words) -> str:
    """Return the name of a route; of one that has none who it is for."""
    leerweg = route.leerweg.value if route.leerweg is not None else ""
    return route.naam or words.phrase("gevallen", programmas=route.programma, leerwegen=leerweg)


def _programmes(curriculum: api.Curriculum) -> list[str]:
    school = curriculum.school
    vocational = (p.id for p in curriculum.programmas.values() if p.soort != "algemeen vak")
    return [id_ for id_ in vocational if school is None or id_ in school.programmas]


def aiming(ctx: click.Context, curriculum: api.Curriculum, route: api.Route, doel: str | None) -> api.Route:
    """Return the route with the goal that was asked for, or refuse one that is not there."""
    if doel is None:
        return route
    names = (one.naam for one in curriculum.doelen.values())
    return replace(route, doel=api.folded(_known(ctx, "geen-doel", doel, names)))


def _known(ctx: click.Context, key: str, name: str, names: Iterable[str]) -> str:
    """Return the one of these names that is meant, or refuse what is written."""
    every = list(names)
    for one in every:
        if api.same_name(one, name):
            return one
    shown = ", ".join(f"`{one}`" for one in every)
    raise click.UsageError(options.words_of(ctx).phrase(key, name=name, known=shown), ctx)
