"""Reads an SVG as XML, and asks of it what must hold for every drawing."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from routeplanner.present.markup import neutral

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {
    "svg": {"viewBox", "width", "height", "role", "aria-labelledby", "font-family", "fill"},
    "title": {"id"},
    "desc": {"id"},
    "defs": set[str](),
    "pattern": {"id", "width", "height", "patternUnits"},
    "g": set[str](),
    "rect": {"x", "y", "width", "height", "rx", "fill", "stroke", "stroke-width", "stroke-dasharray"},
    "circle": {"cx", "cy", "r", "fill"},
    "line": {"x1", "y1", "x2", "y2", "stroke", "stroke-width"},
    "path": {"d", "fill", "stroke", "stroke-width"},
    "text": {"x", "y", "font-size", "font-weight"},
}
"""Every element that we draw with, and its attributes: no script, no style, nothing from elsewhere."""
WORDS = {"id", "aria-labelledby", "font-family", "role"}


def read(svg: str) -> ET.Element:
    root = ET.fromstring(svg)  # noqa: S314 - our own output; that it can be read is what is tested
    assert root.tag == f"{SVG}svg"
    return root


def check(svg: str) -> ET.Element:
    """Check all that must hold for any drawing, and return it."""
    assert neutral(svg.replace("\n", "")) == svg.replace("\n", "")
    root = read(svg)
    for element in root.iter():
        name = element.tag.removeprefix(SVG)
        assert set(element.attrib) <= ALLOWED[name], name
        for key, value in element.attrib.items():
            assert key in WORDS or re.fullmatch(r"[-#\w., ()]*", value), (key, value)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    labels = (root.get("aria-labelledby") or "").split()
    assert root.get("role") == "img"
    assert [element.get("id") for element in root[:2]] == labels
    assert all((element.text or "").strip() for element in root[:2])
    used = {match for value in values(root) for match in re.findall(r"url\(#([^)]*)\)", value)}
    assert used <= set(ids)
    within(root)
    apart(root)
    return root


def values(root: ET.Element) -> Iterator[str]:
    return (value for element in root.iter() for value in element.attrib.values())


def blocks(root: ET.Element) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Return each block: all it says, and its edges (left, top, right, bottom)."""
    found = []
    for group in root.findall(f"{SVG}g"):
        rect, title = group.find(f"{SVG}rect"), group.find(f"{SVG}title")
        assert rect is not None
        assert title is not None
        half = float(rect.get("stroke-width", 0)) / 2
        x, y = float(rect.get("x", 0)) - half, float(rect.get("y", 0)) - half
        right, bottom = (
            x + float(rect.get("width", 0)) + 2 * half,
            y + float(rect.get("height", 0)) + 2 * half,
        )
        found.append((title.text or "", (x, y, right, bottom)))
    return found


def within(root: ET.Element) -> None:
    _, _, width, height = map(float, root.get("viewBox", "").split())
    for said, (left, top, right, bottom) in blocks(root):
        assert 0 <= left < right <= width + 0.01, said
        assert 0 <= top < bottom <= height + 0.01, said
    for text in root.iter(f"{SVG}text"):
        assert 0 <= float(text.get("x", -1)) <= width
        assert float(text.get("font-size", 0)) <= float(text.get("y", -1)) <= height, text.text
    for group in root.findall(f"{SVG}g"):
        ((_, (left, top, right, bottom)),) = blocks(wrapped(group))
        for text in group.iter(f"{SVG}text"):
            assert left <= float(text.get("x", 0)) <= right
            assert top <= float(text.get("y", 0)) <= bottom


def wrapped(group: ET.Element) -> ET.Element:
    root = ET.Element("root")
    root.append(group)
    return root


def apart(root: ET.Element) -> None:
    found = sorted(blocks(root), key=lambda block: block[1][1])
    for index, (said, (left, top, right, bottom)) in enumerate(found):
        for other, (left2, top2, right2, _) in found[index + 1 :]:
            if top2 >= bottom:
                break
            assert right <= left2 + 0.01 or right2 <= left + 0.01, (said, other, top)
