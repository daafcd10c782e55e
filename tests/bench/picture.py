"""Draws what questions take as schools grow: two logarithmic axes, a line per question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 85, 250, 30, 50
COLOURS = ("#1f5fa8", "#b3541e", "#3a7d44", "#7a3e9d", "#9b1c31", "#5a5a5a")
STYLE = "text { font: 13px sans-serif; fill: #222 } line { stroke: #ccc }"


def picture(sizes: Sequence[int], lines: Mapping[str, Sequence[float]]) -> str:
    """Return an SVG picture.

    Args:
        sizes: How many choices each school has.
        lines: Per question the milliseconds at each of these sizes.
    """
    every = [value for values in lines.values() for value in values]
    low, high = floor(log10(min(every))), ceil(log10(max(every)))
    told = "; ".join(f"{name}: {', '.join(_number(v) for v in values)}" for name, values in lines.items())
    asked = ", ".join(f"{size:,}" for size in sizes)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        "<title>What questions take as a school grows</title>",
        f"<desc>Milliseconds at {asked} choices. {escape(told)}.</desc>",
        f'<style>{STYLE}</style><rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for power in range(low, high + 1):
        y = _y(10**power, low, high)
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{_number(10**power)} ms</text>')
    below = HEIGHT - BOTTOM + 20
    parts += [
        f'<text x="{_x(size, sizes):.1f}" y="{below}" text-anchor="middle">{size:,}</text>' for size in sizes
    ]
    parts.append(f'<text x="{LEFT}" y="{HEIGHT - 10}">choices of the school</text>')
    ends = _apart([_y(values[-1], low, high) for values in lines.values()])
    for (name, values), colour, end in zip(lines.items(), COLOURS, ends, strict=False):
        points = [(_x(s, sizes), _y(v, low, high)) for s, v in zip(sizes, values, strict=True)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in points]
        x = WIDTH - RIGHT + 12
        parts.append(f'<text x="{x}" y="{end + 4:.1f}" style="fill: {colour}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>\n"])


def _x(size: int, sizes: Sequence[int]) -> float:
    low, high = log10(sizes[0]), log10(sizes[-1])
    return LEFT + (log10(size) - low) / (high - low) * (WIDTH - LEFT - RIGHT)


def _y(value: float, low: int, high: int) -> float:
    return HEIGHT - BOTTOM - (log10(value) - low) / (high - low) * (HEIGHT - TOP - BOTTOM)


def _apart(heights: Sequence[float], least: float = 17) -> list[float]:
    """Return heights for the names of lines, moved down as far as they would stand on each other."""
    found = list(heights)
    last = float("-inf")
    for index in sorted(range(len(found)), key=found.__getitem__):
        last = found[index] = max(found[index], last + least)
    return found


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"
