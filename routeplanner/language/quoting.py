"""Quotation marks: which one has no partner, which are of another kind, and where one could have stood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routeplanner.language.plausible import LISTS_OF_THINGS, shapes_of

OPENING = CLOSING = '"'
MARKS = '"“”„'
_OTHER = re.compile(
    r"(?<![^\s:,(])(?:«[^«»\"]*»|‹[^‹›\"]*›|[‘‚'`´][^\"“”„]*?['’‘`´]|''[^\"“”„]*?'')(?![^\s:,)])"
)
_SHIFTED = re.compile(r"([\w'’]*)[\"“„”]([^\"“„”]+)[\"“”]([\w'’]*)")
"""A text with letters of it before or after its marks: `"Kevi"n`."""
_BOUNDARY = re.compile(r"[^\s:,\"“”„]+")
_KEY = re.compile(r"\s*[^\W\d_][^\"“”„#:]*:")


def content(line: str) -> str:
    """Return the line up to a comment."""
    quoted = False
    for index, sign in enumerate(line):
        if sign in MARKS:
            quoted = not quoted
        elif sign == "#" and not quoted:
            return line[:index].rstrip()
    return line.rstrip()


def is_open(line: str) -> bool:
    """Tell whether a quotation mark has no partner."""
    return sum(sign in MARKS for sign in content(line)) % 2 == 1


def shifted_marks(line: str) -> Iterator[tuple[int, int, str]]:
    """Yield each text with a mark a letter too early or too late: its start and end, and how it should be."""
    for match in _SHIFTED.finditer(line):
        before, name, after = match.groups()
        if before or after:
            yield match.start(), match.end(), f"{OPENING}{before}{name}{after}{CLOSING}"


def straightened(line: str) -> str | None:
    """Return the line with other pairs of marks (‘’, «», ``) as quotation marks; None where there are none."""
    parts = re.split(r"(\"[^\"]*\"|[“„”][^”“\"]*[”“\"]|#.*)", line)
    fresh = [
        part if odd else _OTHER.sub(_straight, part) for odd, part in zip(_alternate(), parts, strict=False)
    ]
    return "".join(fresh) if fresh != parts else None


def _alternate() -> Iterator[bool]:
    while True:
        yield False
        yield True


def _straight(match: re.Match[str]) -> str:
    return OPENING + match[0].strip("«»‹›‘’‚'`´") + CLOSING


def as_text(written: str) -> str:
    """Return what was written as one text, also where a mark stands a letter too early; empty if it is more."""
    match = _SHIFTED.fullmatch(written)
    bare = "".join(match.groups()) if match else written
    return "" if any(mark in bare for mark in MARKS) else f"{OPENING}{bare}{CLOSING}"


def quoted_as(written: str, word: str) -> str:
    """Return a word, between quotation marks where what was written stands between them."""
    return f"{OPENING}{word}{CLOSING}" if written.startswith(tuple(MARKS)) else word


def places_for_mark(line: str) -> list[int]:
    """Return the places where one more mark makes pairs that stand well, the likeliest first.

    A text is as short as it can be; in the value of a property it reaches from one comma to the next.
    """
    end = len(content(line))
    match = _KEY.match(line)
    start = len(match[0]) if match else 0
    places = {place for m in _BOUNDARY.finditer(line, start, end) for place in m.span()}
    made = {place: length for place in sorted(places) if (length := _length_with(line, place)) is not None}
    texts = match is not None and not shapes_of(match[0].strip(" \t:")) & LISTS_OF_THINGS
    within = {place: texts and not _at_comma(line, place, start, end) for place in made}
    return sorted(made, key=lambda place: (within[place], made[place]))


def _at_comma(line: str, place: int, start: int, end: int) -> bool:
    before, after = line[start:place].rstrip(), line[place:end].lstrip()
    return not before or before.endswith(",") or not after or after.startswith(",")


def _length_with(line: str, place: int) -> int | None:
    """Return the length of the text that a mark in this place makes; None if some text then stands badly."""
    line = line[:place] + OPENING + line[place:]
    length = 0
    marks = [index for index, sign in enumerate(line) if sign in MARKS]
    for first, last in zip(marks[::2], marks[1::2], strict=False):
        if not _stands_well(line, first, last):
            return None
        if place in (first, last):
            length = last - first
    return length


def _stands_well(line: str, first: int, last: int) -> bool:
    """Tell whether a text has room around it and none within."""
    inside = line[first + 1 : last]
    if not inside or inside != inside.strip() or inside[-1] in ",:":
        return False
    around = (
        line[max(0, first - 1) : first].strip(" \t\u00a0\u202f:,("),
        line[last + 1 : last + 2].strip(" \t\u00a0\u202f:,)#"),
    )
    return not any(around)
