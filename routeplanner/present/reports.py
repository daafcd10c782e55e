"""The forms in which findings are told, by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from routeplanner.present.pieces import Row, coloured, plain
from routeplanner.present.words import Words
from routeplanner.text.diagnostic import Diagnostic

FORMATS = ("full", "concise", "json", "github", "sarif")
FOR_PEOPLE = ("full", "concise")
"""The forms that can have colour, and that a summary goes with."""


def render(form: str, diagnostics: Sequence[Diagnostic], words: Words, *, colour: bool = False) -> str:
    """Return findings in one of FORMATS."""
    # what only one form needs is imported for that form: it counts in the time of a cold start
    if form == "json":
        from routeplanner.present.contract import diagnostics_json

        return diagnostics_json(diagnostics, words)
    if form == "sarif":
        from routeplanner.present.sarif import sarif

        return sarif(diagnostics, words)
    if form == "github":
        from routeplanner.present.github import github

        return github(diagnostics, words)
    return paint(_rows(form, diagnostics, words), colour=colour)


def paint(rows: Iterable[Row], *, colour: bool) -> str:
    """Return rows as text, in colour or plain."""
    return coloured(rows) if colour else plain(rows)


def _rows(form: str, diagnostics: Sequence[Diagnostic], words: Words) -> Iterable[Row]:
    if form == "concise":
        from routeplanner.present.concise import concise

        return concise(diagnostics, words)
    from routeplanner.present.terminal import full

    return full(diagnostics, words)
