"""`routeplanner fmt`: files in the one layout."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from routeplanner import api
from routeplanner.present.difference import difference
from routeplanner.present.reports import paint, render
from routeplanner.present.words import Words
from routeplanner_cli import options
from routeplanner_cli.options import tell
from routeplanner_cli.program import USAGE

HELP = """Geef een tekst de ene opmaak.

Er verandert alleen wit en de schrijfwijze van woorden van de taal; wat niet zeker hetzelfde blijft
zeggen wordt niet geschreven. PAD is een bestand of een map, standaard deze map."""


@click.command(help=HELP)
@options.paths(default=".")
@click.option("--check", "only_check", is_flag=True, help="Schrijf niets; noem wat anders zou worden.")
@click.option("--diff", "show_diff", is_flag=True, help="Schrijf niets; toon wat anders zou worden.")
@options.lang()
@options.no_color
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], *, only_check: bool, show_diff: bool, no_color: bool
) -> None:
    """Lay files out, or tell which are not."""
    run = _Run(options.words_of(ctx), no_color=no_color, only_check=only_check, show_diff=show_diff)
    ctx.exit(run.over(api.format_files(paths)))


class _Run:
    """One run over files: what was done with each, counted."""

    def __init__(self, words: Words, *, no_color: bool, only_check: bool, show_diff: bool) -> None:
        self._words = words
        self._no_color = no_color
        self._check = only_check
        self._diff = show_diff
        self._counts: Counter[str] = Counter()

    def over(self, files: Iterable[api.FormattedFile]) -> int:
        """Return how the command ends."""
        for file in files:
            self._counts[self._one(file)] += 1
        self._say(self._summary())
        if self._counts["onschrijfbaar"]:
            return USAGE
        fine = self._counts.keys() <= {"opgemaakt", "goed"}
        return 0 if fine else 1

    def _one(self, file: api.FormattedFile) -> str:
        """Return what became of one file: the last part of a key of COUNTS."""
        formatted = file.formatted
        if formatted.diagnostics:
            colour = options.has_colour(sys.stderr, no_color=self._no_color)
            tell(render("full", formatted.diagnostics, self._words, colour=colour), colour=colour, err=True)
        if formatted.text is None:
            if not formatted.proven:
                self._say(self._words.phrase("niet-bewezen", path=file.name))
            return "overgeslagen"
        if not formatted.changed:
            return "goed"
        if self._check or self._diff:
            self._show(file)
            return "anders"
        return self._write(file)

    def _show(self, file: api.FormattedFile) -> None:
        if not self._diff:
            tell(f"{file.name}\n")
            return
        colour = options.has_colour(sys.stdout, no_color=self._no_color)
        rows = difference(file.name, file.was, file.formatted.text or "")
        tell(paint(rows, colour=colour), colour=colour)

    def _write(self, file: api.FormattedFile) -> str:
        try:
            file.write()
        except api.ChangedMeanwhile:
            self._say(self._words.phrase("intussen-veranderd", path=file.name))
            return "overgeslagen"
        except OSError:
            self._say(self._words.phrase("niet-te-schrijven", path=file.name))
            return "onschrijfbaar"
        return "opgemaakt"

    def _summary(self) -> str:
        parts = [
            self._words.count(f"bestanden.{what}", self._counts[what])
            for what in ("opgemaakt", "anders", "goed", "overgeslagen", "onschrijfbaar")
            if self._counts[what]
        ]
        return self._words.listed(parts) if parts else self._words.count("bestanden.goed", 0)

    def _say(self, sentence: str) -> None:
        tell(f"{sentence}\n", err=True)
