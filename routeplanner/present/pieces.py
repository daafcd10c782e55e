"""Lines of a report as pieces of text, each with a style: the same lines can be plain or coloured."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple, TypeAlias

from routeplanner.text.codes import Severity


class Style(Enum):
    """What a piece is; the value is how it looks in colour."""

    PLAIN = ""
    ERROR = "bold red"
    WARNING = "bold yellow"
    NOTE = "bold cyan"
    SENTENCE = "bold"
    EDGE = "bold blue"
    """The line numbers, and the line beside a text."""
    RELATED = "blue"
    HELP = "bold green"
    REMOVED = "red"
    ADDED = "green"


STYLES = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.NOTE: Style.NOTE}


class Piece(NamedTuple):
    """A stretch of text in one style, safe to show."""

    text: str
    style: Style = Style.PLAIN


Row: TypeAlias = tuple[Piece, ...]


def plain(rows: Iterable[Row]) -> str:
    """Return rows as lines of text."""
    return "".join("".join(piece.text for piece in row) + "\n" for row in rows)


def coloured(rows: Iterable[Row]) -> str:
    """Return rows as lines of text with the colour codes of a terminal."""
    from rich.color import ColorSystem
    from rich.style import Style as Look

    def look(piece: Piece) -> str:
        if not piece.style.value:
            return piece.text
        return Look.parse(piece.style.value).render(piece.text, color_system=ColorSystem.STANDARD)

    return "".join("".join(look(piece) for piece in row) + "\n" for row in rows)
