"""What several commands take, and how they tell what they found."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from routeplanner.present.signs import shown
from routeplanner.present.words import LANGUAGES, Words

if TYPE_CHECKING:
    from routeplanner import api

LANG = "ROUTEPLANNER_LANG"
"""The environment variable that names the language."""

MAX_SECONDS = 3600.0
"""No question is worth more than an hour."""

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")
UNDECIDED = 4
"""How the program ends when a limit was reached before the answer was known."""


class ExistingPath(click.ParamType[Path]):
    """A file or folder that is there."""

    name = "path"

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002 - click's signature
        """Return the path, or refuse one that is not there."""
        path = Path(value)
        if not os.path.lexists(path):
            raise click.UsageError(words_of(ctx).phrase("RP001.bestaat-niet", path=str(path)), ctx)
        return path


class Day(click.ParamType[date]):
    """A date as `2026-11-23`."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ARG002 - click's signature
        """Return the day, or refuse what is none."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise click.UsageError(words_of(ctx).phrase("geen-datum", value=value), ctx) from None


def words_of(ctx: click.Context | None) -> Words:
    """Return the words of the language that was asked for."""
    return (ctx.find_object(Words) if ctx else None) or Words()


def paths(*, default: str | None = None) -> Callable[[F], F]:
    """Add the files and folders to work on."""
    return click.argument(
        "paths",
        metavar="PAD…" if default is None else "[PAD]…",
        nargs=-1,
        type=ExistingPath(),
        default=None if default is None else (default,),
        required=default is None,
    )


def _set_words(ctx: click.Context, param: click.Parameter, value: str | None) -> None:  # noqa: ARG001 - click's signature
    if value is not None:
        ctx.obj = Words(value)


def lang(*, envvar: str | None = None) -> Callable[[F], F]:
    """Add the language; it holds for this command, or for all commands of a group."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        envvar=envvar,
        is_eager=True,
        expose_value=False,
        callback=_set_words,
        help="De taal: Nederlands of Engels.",
    )


class _Output(click.ParamType[Path]):
    """A file to write, that ends as its kind does: so no text of rules is ever written over."""

    name = "path"

    def __init__(self, suffix: str) -> None:
        self.suffix = suffix

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002 - click's signature
        """Return the path, or refuse one that ends in something else."""
        path = Path(value)
        if path.suffix.lower() != self.suffix:
            message = words_of(ctx).phrase("ander-einde", path=str(path), suffix=self.suffix)
            raise click.UsageError(message, ctx)
        return path


def output(suffix: str, *, help: str, required: bool = False) -> Callable[[F], F]:  # noqa: A002 - click's word
    """Add the file to write."""
    return click.option(
        "-o",
        "--output",
        "out",
        metavar=f"NAAM{suffix}",
        type=_Output(suffix),
        required=required,
        help=help,
    )


def write(ctx: click.Context, path: Path, data: bytes) -> None:
    """Write a file, all of it or nothing, and tell so; where that can't be done, tell and end with 2."""
    from routeplanner.text.writing import write_output

    words = words_of(ctx)
    try:
        write_output(path, data)
    except OSError as error:
        raise click.UsageError(
            words.phrase("niet-geschreven", path=str(path), reason=error.strerror or ""), ctx
        ) from None
    tell(words.phrase("geschreven", path=shown(str(path))) + "\n", err=True)


def seconds(default: float) -> Callable[[F], F]:
    """Add the limit of time."""
    return click.option(
        "--seconds",
        type=click.FloatRange(min=0, max=MAX_SECONDS),
        default=default,
        show_default=True,
        metavar="SECONDEN",
        help="Hoe lang het zoeken hoogstens duurt.",
    )


no_color = click.option(
    "--no-color", is_flag=True, help="Zonder kleur; dat doet NO_COLOR in de omgeving ook."
)


def has_colour(stream: TextIO, *, no_color: bool) -> bool:
    """Tell whether what goes to this stream can have colour."""
    plain = no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and stream.isatty()


def tell(text: str, *, colour: bool = False, err: bool = False) -> None:
    """Write a text that already ends its lines: data to stdout, the rest (`err`) to stderr."""
    if err:
        sys.stdout.flush()  # in the order in which it was told
    click.echo(text, nl=False, err=err, color=colour)


def ends_badly(severities: Sequence[str], *, strict: bool) -> bool:
    """Tell whether findings of these severities make a command fail."""
    return "error" in severities or (strict and "warning" in severities)


_MOST_TOLD = 3
"""Errors that a command tells before it sends people to `check`."""


def curricula(
    ctx: click.Context, given: Sequence[Path], *, no_color: bool, op: date | None, despite: Sequence[str] = ()
) -> tuple[api.Curriculum, ...]:
    """Return what was read; with an error in it, save these codes, that is told and the program ends with 1."""
    from routeplanner import api

    checked = api.check(given, op=op)
    wrong = tuple(d for d in checked.diagnostics if d.severity.value == "error" and d.code not in despite)
    if wrong:
        from routeplanner.present.reports import render

        words = words_of(ctx)
        colour = has_colour(sys.stderr, no_color=no_color)
        tell(render("full", wrong[:_MOST_TOLD], words, colour=colour), colour=colour, err=True)
        tell(words.phrase("fouten-eerst") + "\n", err=True)
        raise click.exceptions.Exit(1)
    return checked.curricula


def routes(curriculum: api.Curriculum, naam: str | None, *, every: bool) -> list[api.Route]:
    """Return the routes that are meant: by name (a route, else a voorbeeld), all, or the only one."""
    from routeplanner import api

    found = list(curriculum.routes.values())
    if naam is None:
        return found if every or len(found) == 1 else []
    examples = [voorbeeld.route for voorbeeld in curriculum.voorbeelden]
    named = ([route for route in some if api.same_name(route.naam, naam)] for some in (found, examples))
    return next((matches for matches in named if matches), [])


def one_route(
    ctx: click.Context,
    given: Path | Sequence[Path],
    naam: str | None,
    *,
    no_color: bool,
    op: date | None = None,
) -> tuple[api.Curriculum, api.Route]:
    """Return the route that is meant with what holds for it, or refuse: there is none, or more than one."""
    words = words_of(ctx)
    paths = (given,) if isinstance(given, Path) else given
    read = curricula(ctx, paths, no_color=no_color, op=op)
    found = [(curriculum, route) for curriculum in read for route in routes(curriculum, naam, every=False)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"`{route.naam}`" for curriculum in read for route in curriculum.routes.values())
    key = "kies-een-route" if naam is None else "geen-route"
    raise click.UsageError(words.phrase(key, known=known, name=naam or ""), ctx)


def in_time(ctx: click.Context, ask: Callable[[], T]) -> T:
    """Return the answer to a question; past its limit that is told, and the program ends with 4."""
    from routeplanner import api

    try:
        return ask()
    except api.LimitReachedError:
        tell(words_of(ctx).phrase("tijd-om") + "\n", err=True)
        raise click.exceptions.Exit(UNDECIDED) from None
