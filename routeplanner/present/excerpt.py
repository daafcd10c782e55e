"""The lines of a source that a finding is about, with marks under the exact words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from routeplanner.present.pieces import Piece, Row, Style
from routeplanner.present.signs import laid_out, width
from routeplanner.text.source import Source, Span

_MAX_SHOWN = 160
"""Code points of one line that are shown."""
_BEFORE = 60
"""Code points before a place that are shown of a longer line."""


class Mark(NamedTuple):
    """A stretch to underline, and what to say of it."""

    span: Span
    sign: str
    style: Style
    words: str = ""

    @property
    def line(self) -> int:
        """The number of the line where it starts."""
        return self.span.source.line_number(self.span.start)


def edge_width(marks: Iterable[Mark]) -> int:
    """Return how many columns the numbers of these lines need."""
    return max((len(str(mark.line)) for mark in marks), default=1)


def excerpt(source: Source, marks: Iterable[Mark], edge: int) -> Iterator[Row]:
    """Yield the marked lines of one source from top to bottom; `edge` is the width of the numbers."""
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        by_line.setdefault(mark.line, []).append(mark)
    before = 0
    yield _beside("", edge)
    for number in sorted(by_line):
        if before and number > before + 1:
            yield (Piece("...", Style.EDGE),)
        yield from _line(source, number, by_line[number], edge)
        before = number
    yield _beside("", edge)


def _line(source: Source, number: int, marks: list[Mark], edge: int) -> Iterator[Row]:
    line = source.lines[number - 1]
    text = source.text[line.start : line.end]
    first = marks[0].span.start - line.start
    start = max(0, first - _BEFORE) if len(text) > _MAX_SHOWN else 0
    end = start + _MAX_SHOWN
    lead, tail = "…" if start else "", "…" if len(text) > end else ""
    window = text[start:end]
    yield (*_beside(str(number), edge), Piece(f" {lead}{laid_out(window)}{tail}".rstrip()))
    for mark in marks:
        left = max(0, mark.span.start - line.start - start)
        right = max(0, mark.span.end - line.start - start)
        yield (*_beside("", edge), *_underline(window, left, right, mark, lead))


def _underline(text: str, left: int, right: int, mark: Mark, lead: str) -> Row:
    """Return the marks below a line; at least one, also where there is nothing to underline."""
    indent = width(laid_out(text[:left]))
    length = max(1, width(laid_out(text[:right])) - indent)
    words = f" {mark.words}" if mark.words else ""
    return (Piece(" " * (1 + len(lead) + indent)), Piece(mark.sign * length + words, mark.style))


def _beside(number: str, edge: int) -> Row:
    return (Piece(f"{number:>{edge}} |", Style.EDGE),)
