"""What a change does to a text, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from routeplanner.present.pieces import Piece, Row, Style
from routeplanner.present.signs import laid_out, shown

_STYLES = {"+": Style.ADDED, "-": Style.REMOVED, "@": Style.EDGE}


def difference(name: str, old: str, new: str) -> Iterator[Row]:
    """Yield the unified difference of two texts; a change of line ending shows too."""
    lines = unified_diff(old.split("\n"), new.split("\n"), shown(name), shown(name), lineterm="")
    for line in lines:
        yield (Piece(laid_out(line), _STYLES.get(line[:1], Style.PLAIN)),)
