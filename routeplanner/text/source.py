"""Source: the text of one file as it stands on disk, and places in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]*(\r\n|\n|\r|\Z)")


class Position(NamedTuple):
    """A place for people: line and column count from 1, offset from 0, all in code points."""

    line: int
    column: int
    offset: int


class Line(NamedTuple):
    """One line: offsets in code points, `end` before the line ending, `stop` after it."""

    start: int
    end: int
    stop: int


@dataclass(frozen=True, eq=False)
class Source:
    """The text of one file; a byte-order mark and the line endings are kept.

    `path` is the name people see, in the form they gave it.
    """

    path: str
    text: str = field(repr=False)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        r"""Every line; only \n, \r\n and \r end one, as in editors."""
        found = [Line(m.start(), m.start(1), m.end()) for m in _LINE.finditer(self.text)]
        # the pattern matches once more, empty, at the very end of a text that does not end a line
        if len(found) > 1 and found[-1].start == found[-2].end == found[-2].stop:
            found.pop()
        return tuple(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_number(self, offset: int) -> int:
        """Return the number, from 1, of the line that holds this offset."""
        return max(1, bisect_right(self._starts, offset))

    def position(self, offset: int) -> Position:
        """Return the place of an offset; one past the end is the end."""
        offset = min(max(offset, 0), len(self.text))
        number = self.line_number(offset)
        return Position(number, offset - self._starts[number - 1] + 1, offset)

    def line_text(self, number: int) -> str:
        """Return line `number`, from 1, without its ending."""
        line = self.lines[number - 1]
        return self.text[line.start : line.end]


class Span(NamedTuple):
    """A stretch of a source: offsets in code points, `end` excluded."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        """The stretch as it was written."""
        return self.source.text[self.start : self.end]

    def to(self, other: Span) -> Span:
        """Return the stretch from here up to and including `other`."""
        return Span(self.source, self.start, max(self.end, other.end))

    @property
    def key(self) -> tuple[str, int, int]:
        """Sorts by file, then place."""
        return (self.source.path, self.start, self.end)
