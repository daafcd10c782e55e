"""A drawing as SVG: one file without script, style or anything from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from routeplanner.present.drawing import Brick, Drawing, Ruler, Text
from routeplanner.present.figure import Figure
from routeplanner.present.figure_layout import figure_layout
from routeplanner.present.markup import element, escaped
from routeplanner.present.timeline_layout import timeline_layout
from routeplanner.present.words import Words

WIDE, NARROW, PRINT = 960.0, 320.0, 720.0
"""Widths in pixels: a screen or a file, a telephone, and an A4 on which the text stays large enough."""
SCREEN_FONT = "Arial, Helvetica, sans-serif"
"""On nearly every machine one of these is there, or one as wide: widths are estimated for it."""
INK = "#1a1a1a"
"""Of all text; on every fill and pattern its contrast is far above 4.5:1."""
_PAPER = "#ffffff"


class Look(NamedTuple):
    """How a kind of block looks; each differs in more than colour."""

    fill: str
    stroke: str
    thick: float = 1.5
    dashes: str = ""
    round: float = 2
    pattern: str = ""
    """The path of a line that is drawn over the fill, again and again, in a square of 8 pixels."""
    line: str = ""
    """The colour of the pattern."""


LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "programma": Look("#f4f1ea", "#6b6455", thick=1),
        "verdieping": Look(
            "#e3eefa", "#1b4f86", thick=2, pattern="M-2 2 2 -2M0 8 8 0M6 10 10 6", line="#c3daf2"
        ),
        "verbreding": Look(
            "#fdf0d5", "#8a5200", thick=2, pattern="M4 3V5M3 4H5M0 -1V1M8 7V9", line="#eec27a"
        ),
        "keuzevakken": Look("#e4f3e6", "#22663a", thick=2, pattern="M0 4H8", line="#c0e2c6"),
        "keuzemodules": Look("#f0e8f8", "#5d3a8a", round=12),
        "stages": Look("#fdeae6", "#96331f", thick=2, dashes="8 4"),
        "activiteiten": Look("#e2f2f4", "#1f5f6b", thick=2, dashes="2 3"),
        "vakken": Look("#ffffff", "#767676", thick=1),
    }
)


def figure_svg(  # noqa: PLR0913 - each has a default
    figure: Figure,
    words: Words,
    *,
    prefix: str = "figuur",
    width: float = WIDE,
    heading: bool = True,
    font: str = SCREEN_FONT,
) -> str:
    """Return the figure of a route as SVG.

    Args:
        figure: What to draw.
        words: The language.
        prefix: What every id starts with: two figures on one page need two of these.
        width: In pixels. The text keeps its size: in a narrow figure there are more rows.
        heading: Whether the name of the route and its programme stand above it.
        font: The font families, as in CSS.
    """
    return drawing_svg(figure_layout(figure, words, width, heading=heading), prefix=prefix, font=font)


def timeline_svg(  # noqa: PLR0913 - each has a default
    figure: Figure,
    words: Words,
    *,
    prefix: str = "tijdlijn",
    width: float = WIDE,
    heading: bool = True,
    font: str = SCREEN_FONT,
) -> str:
    """Return the same as a timeline by leerjaar and periode; the arguments are those of `figure_svg`."""
    return drawing_svg(timeline_layout(figure, words, width, heading=heading), prefix=prefix, font=font)


def drawing_svg(drawing: Drawing, *, prefix: str, font: str = SCREEN_FONT) -> str:
    """Return a drawing as SVG, the same bytes each time."""
    kinds = sorted({brick.kind for brick in drawing.bricks})
    size = f"0 0 {drawing.width:g} {drawing.height:.2f}"
    parts = [
        element("title", escaped(drawing.title), id=f"{prefix}-titel"),
        element("desc", escaped(drawing.description), id=f"{prefix}-tekst"),
        _patterns(kinds, prefix),
        element("rect", width=drawing.width, height=drawing.height, fill=_PAPER),
        *(_ruler(ruler) for ruler in drawing.rulers),
        *(_text(text) for text in drawing.texts),
        *(_brick(brick, prefix) for brick in drawing.bricks),
    ]
    return (
        element(
            "svg",
            *(f"\n{part}" for part in parts if part),
            "\n",
            xmlns="http://www.w3.org/2000/svg",
            viewBox=size,
            width=drawing.width,
            height=drawing.height,
            role="img",
            aria_labelledby=f"{prefix}-titel {prefix}-tekst",
            font_family=font,
            fill=INK,
        )
        + "\n"
    )


def _patterns(kinds: list[str], prefix: str) -> str:
    made = [_pattern(kind, LOOKS[kind], prefix) for kind in kinds if LOOKS[kind].pattern]
    return element("defs", *made) if made else ""


def _pattern(kind: str, look: Look, prefix: str) -> str:
    return element(
        "pattern",
        element("rect", width=8, height=8, fill=look.fill),
        element("path", d=look.pattern, stroke=look.line, stroke_width=1.5),
        id=f"{prefix}-{kind}",
        width=8,
        height=8,
        patternUnits="userSpaceOnUse",
    )


def _brick(brick: Brick, prefix: str) -> str:
    parts = [element("title", escaped(brick.whole)), _outline(brick, prefix)]
    parts += [_text(line) for line in brick.lines]
    if brick.done:
        parts.append(_check(brick))
    return element("g", *parts)


def _outline(brick: Brick, prefix: str) -> str:
    look = LOOKS[brick.kind]
    inset = look.thick / 2  # a stroke is drawn on both sides of its edge: so none leaves its own block
    dashed = {"stroke_dasharray": look.dashes} if look.dashes else {}
    return element(
        "rect",
        x=brick.x + inset,
        y=brick.y + inset,
        width=brick.width - look.thick,
        height=brick.height - look.thick,
        rx=look.round,
        fill=f"url(#{prefix}-{brick.kind})" if look.pattern else look.fill,
        stroke=look.stroke,
        stroke_width=look.thick,
        **dashed,
    )


def _check(brick: Brick) -> str:
    """Return a check in the upper right corner, drawn: not every font has the sign."""
    x, y = brick.x + brick.width - 15, brick.y + 14
    circle = element("circle", cx=x, cy=y, r=8, fill="#1d5c2e")
    path = f"M{x - 4:.2f} {y:.2f}L{x - 1:.2f} {y + 3:.2f}L{x + 4:.2f} {y - 3:.2f}"
    return circle + element("path", d=path, fill="none", stroke="#ffffff", stroke_width=2)


def _ruler(ruler: Ruler) -> str:
    colour = "#6b6455" if ruler.clear else "#dcd6c8"
    return element(
        "line", x1=ruler.x, y1=ruler.y, x2=ruler.to_x, y2=ruler.to_y, stroke=colour, stroke_width=1.5
    )


def _text(text: Text) -> str:
    bold = {"font_weight": "bold"} if text.bold else {}
    return element("text", escaped(text.text), x=text.x, y=text.y, font_size=text.size, **bold)
