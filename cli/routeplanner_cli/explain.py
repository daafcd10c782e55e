"""`routeplanner explain`: the page of a code."""

from __future__ import annotations

import shutil
import sys

import click

from routeplanner.present import pages
from routeplanner.present.words import Words
from routeplanner_cli import options
from routeplanner_cli.options import tell

HELP = """Leg een code uit: wat er mis is, hoe dat eruitziet en hoe het goed is.

CODE is een code zoals RP201; zonder code staan ze er allemaal."""
_WIDEST = 100


@click.command(help=HELP)
@click.argument("code", metavar="[CODE]", required=False)
@options.lang()
@options.no_color
@click.pass_context
def command(ctx: click.Context, code: str | None, *, no_color: bool) -> None:
    """Show a page, or the list of codes."""
    words = options.words_of(ctx)
    if code is None:
        tell(pages.overview(words))
        return
    known = pages.find_code(code)
    if known is None:
        raise click.UsageError(words.phrase("geen-code", code=code), ctx)
    colour = options.has_colour(sys.stdout, no_color=no_color)
    tell(_page(known, words, colour=colour), colour=colour)


def _page(code: str, words: Words, *, colour: bool) -> str:
    page = pages.load(code) or pages.empty(code)
    if not colour:
        return pages.plain(page, words)
    return pages.coloured(page, words, min(shutil.get_terminal_size().columns, _WIDEST))
