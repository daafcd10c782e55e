"""What a drawing is made of: blocks and texts, each with its place. Lengths are in pixels at natural size."""

from __future__ import annotations

from dataclasses import dataclass, replace

from routeplanner.present.figure import Box
from routeplanner.present.markup import neutral
from routeplanner.present.text_width import wrapped

NAME, SMALL = 13.0, 11.5
"""Sizes of text: names, and what stands under them."""
GAP = 4.0
"""Between blocks."""
MARGIN = 8.0
PADDING, ABOVE, BELOW = 8.0, 5.0, 7.0
"""Inside a block: left and right, above and below."""
_CHECK = 18.0
"""Room for the check of what is afgerond."""
_LEADING = 1.28


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `y` is its base line."""

    x: float
    y: float
    text: str
    size: float = SMALL
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Brick:
    """One block, with its lines of text."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    """`programma`, `verdieping`, `verbreding`, …"""
    lines: tuple[Text, ...]
    whole: str
    """All there is to say of it, also what was cut off."""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Ruler:
    """A straight line that helps the eye."""

    x: float
    y: float
    to_x: float
    to_y: float
    clear: bool = True
    """Or faint."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn, and how large it is."""

    title: str
    description: str
    width: float
    height: float
    bricks: tuple[Brick, ...]
    texts: tuple[Text, ...]
    rulers: tuple[Ruler, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What a block says, from top to bottom."""

    name: str
    title: str
    notes: tuple[str, ...]
    most: int = 3
    """How many lines the title may take."""


def brick(said: Said, box: Box, kind: str, whole: str, width: float) -> Brick:
    """Return a block of this width at no place yet, as high as its text needs."""
    room = width - 2 * PADDING
    lines: list[Text] = []
    y = ABOVE
    for text, size, bold, most in _parts(said):
        here = room - (_CHECK if bold and box.done else 0)
        for line in wrapped(neutral(text), here, size, most, bold=bold):
            y += size * _LEADING
            lines.append(Text(PADDING, y - size * 0.28, line, size, bold))
    return Brick(0, 0, width, y + BELOW, kind, tuple(lines), whole, box.done)


def _parts(said: Said) -> list[tuple[str, float, bool, int]]:
    """Return each text with its size, whether it is bold, and how many lines it may take."""
    parts = [(said.name, NAME, True, 4)]
    if said.title:
        parts.append((said.title, SMALL, False, said.most))
    return parts + [(note, SMALL, False, 2) for note in said.notes]


def placed(one: Brick, x: float, y: float, height: float) -> Brick:
    """Return a block at its place, as high as the blocks beside it."""
    lines = tuple(replace(line, x=line.x + x, y=line.y + y) for line in one.lines)
    return replace(one, x=x, y=y, height=height, lines=lines)
