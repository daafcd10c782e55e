"""Findings one per line: `file:line:column: error[RP201] sentence`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from routeplanner.present.pieces import STYLES, Piece, Row, Style
from routeplanner.present.signs import shown
from routeplanner.present.words import Words
from routeplanner.text.diagnostic import Diagnostic


def concise(diagnostics: Sequence[Diagnostic], words: Words) -> Iterator[Row]:
    """Yield one row per finding."""
    for diagnostic in diagnostics:
        source = diagnostic.span.source
        place = source.position(diagnostic.span.start)
        severity = words.phrase(f"ernst.{diagnostic.severity.value}")
        yield (
            Piece(f"{shown(source.path)}:{place.line}:{place.column}: ", Style.EDGE),
            Piece(f"{severity}[{diagnostic.code}]", STYLES[diagnostic.severity]),
            Piece(f" {shown(words.message(diagnostic))}"),
        )
