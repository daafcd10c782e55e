"""The lines of a file in the one layout: indentation, blank lines, and where a comment belongs.

- A block that stands by itself starts at the margin, with one blank line before it. `gebruik` lines
  may stand together.
- A block in a block is two columns further, and so is what a block says. The first block in a programme
  has a blank line before it; elsewhere before a block in a block, one blank line of the author's is kept.
- Comment lines right above a line belong to it; right below the last line of a block they belong to
  that block; between blank lines they stand by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from routeplanner.language.format_words import SPACE, Written, write
from routeplanner.language.mending import MAX_LINE
from routeplanner.language.syntax import Block
from routeplanner.language.vocabulary import BLOKKEN
from routeplanner.text.source import Source

INDENT = 2
"""Columns per level."""
BOM = "\ufeff"
# A byte-order mark counts as one sign of the first line.
_ROOM = MAX_LINE - 1


class Row(NamedTuple):
    """One line of the result."""

    text: str
    number: int | None
    """The line that it comes from; None for a blank line."""


class _Line(NamedTuple):
    """One line of the source that is not blank, with its place."""

    number: int
    raw: str
    written: Written
    soort: str
    """The kind of the block that it belongs to."""
    depth: int
    is_kop: bool


def rows(source: Source, blocks: Iterable[Block]) -> list[Row]:
    """Return a readable source in the one layout, line by line; `blocks` is what was read from it."""
    found: list[Row] = []
    before: _Line | None = None
    gap: list[_Line | None] = []
    for line in _lines(source, blocks):
        if line is None or not line.written.text:
            gap.append(line)
            continue
        found += _between(before, line, gap)
        found.append(_row(line, line.depth))
        before, gap = line, []
    while gap and gap[-1] is None:
        gap.pop()
    return [*found, *_between(before, None, gap)]


def _lines(source: Source, blocks: Iterable[Block]) -> Iterator[_Line | None]:
    """Yield every line with its place, None for a blank one."""
    koppen = {source.line_number(block.kop.span.start): place for block, place in _tree(blocks)}
    soort, depth = "", 0
    for number, place in enumerate(source.lines, 1):
        raw = source.text[place.start : place.end].lstrip(BOM)
        if not raw.strip(SPACE) or raw.isspace():
            yield None
            continue
        is_kop = number in koppen
        soort, depth = koppen.get(number, (soort, depth))
        yield _Line(number, raw, write(raw, soort), soort, depth if is_kop else depth + 1, is_kop)


def _tree(blocks: Iterable[Block]) -> Iterator[tuple[Block, tuple[str, int]]]:
    """Yield every block with its kind and the number of blocks that it stands in."""
    waiting = [(block, 0) for block in blocks]
    while waiting:
        block, depth = waiting.pop()
        yield block, (block.soort, depth)
        waiting += [(child, depth + 1) for child in block.kinderen]


def _row(line: _Line, depth: int) -> Row:
    """Return a line in the one spelling; one that would get too long to be read stays as it is."""
    text, comment = line.written
    full = " " * (INDENT * depth) + (f"{text}  {comment}" if text and comment else text or comment)
    return Row(full if len(full) <= _ROOM else line.raw.rstrip(SPACE), line.number)


# ---- between two lines that say something

_BLANK = Row("", None)


class _Comments(NamedTuple):
    """The comments between two lines, by where they belong; a blank line parts two groups."""

    above: list[_Line]
    """To the block above."""
    loose: list[list[_Line]]
    below: list[_Line]
    """To the line below."""


def _between(before: _Line | None, after: _Line | None, gap: Sequence[_Line | None]) -> Iterator[Row]:
    """Yield the comments and blank lines between two lines; at an end of the file one of them is None."""
    if after is not None and not after.is_kop:
        yield from (_row(line, after.depth) for line in gap if line is not None)
        return
    above, loose, below = _divide(before, after, gap)
    yield from (_row(line, _inside(before)) for line in above)
    apart = bool(above) or (before is not None and (gap[:1] == [None] or _apart(before, after)))
    for number, group in enumerate(loose if after is None else [*loose, below]):
        yield from [_BLANK] if number or apart else []
        yield from (_row(line, after.depth if after else 0) for line in group)


def _divide(before: _Line | None, after: _Line | None, gap: Sequence[_Line | None]) -> _Comments:
    groups = [
        [line for line in group if line is not None]
        for blank, group in groupby(gap, lambda line: line is None)
        if not blank
    ]
    below = groups.pop() if groups and after is not None and gap[-1] is not None else []
    above = groups.pop(0) if groups and before is not None and gap[0] is not None else []
    return _Comments(above, groups, below)


def _inside(line: _Line | None) -> int:
    """Return the depth of what more the block of a line would say."""
    if line is None:
        return 0
    blok = BLOKKEN[line.soort]
    return line.depth + 1 if line.is_kop and (blok.sleutels or blok.zinnen) else line.depth


def _apart(before: _Line, after: _Line | None) -> bool:
    """Tell whether a blank line belongs before a header, whatever the author did."""
    if after is None:
        return False
    if after.depth == 0:
        return not before.soort == after.soort == "gebruik"
    return before.soort == "programma"
