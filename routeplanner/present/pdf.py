"""A printed page as PDF that a screen reader can follow, made by typst; needs the extra `pdf`."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from importlib.resources import files
from typing import TYPE_CHECKING, Final, cast

from routeplanner.present.printing import PrintPage, as_data

if TYPE_CHECKING:
    from typst import Compiler

_SIZES = ((10.5, 100), (10, 100), (9.5, 95), (9, 90), (8.5, 85))
"""Sizes of text in points, and of pictures in percents; the first with which all fits one A4 is taken.

What fits with none goes on to more pages, in the largest.
"""
_STANDARD: Final = "ua-1"
"""PDF/UA-1: structure, language, title and what pictures show are all there."""


class NoTypstError(Exception):
    """The extra `pdf` is not installed."""


def pdf_bytes(page: PrintPage) -> bytes:
    """Return a page as tagged PDF, the same bytes each time; PDF/UA-1 unless a text has signs without a glyph.

    Raises:
        NoTypstError: The extra `pdf` is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise NoTypstError from error
    data = json.dumps(as_data(page))
    size = next((size for size in _SIZES if _pages(data, *size) == 1), _SIZES[0])
    moment = datetime.combine(page.day, time(), tzinfo=UTC)
    try:
        made = _compiler(data, *size).compile(format="pdf", pdf_standards=_STANDARD, timestamp=moment)
    except typst.TypstError:
        made = _compiler(data, *size).compile(format="pdf", timestamp=moment)
    return cast("bytes", made)  # typst gives a list only for formats of one file per page


def _compiler(data: str, size: float, picture: int) -> Compiler:
    """Return a compiler that sees the data, typst's own fonts, and nothing else of this machine.

    One compiles once: a second time it looks for its source on the disk.
    """
    from typst import Compiler

    source = (files("routeplanner") / "present" / "print.typ").read_bytes()
    inputs = {"page": data, "size": str(size), "picture": str(picture)}
    return Compiler(source, ignore_system_fonts=True, sys_inputs=inputs)


def _pages(data: str, size: float, picture: int) -> int:
    return int(json.loads(_compiler(data, size, picture).query("<pages>", field="value", one=True)))
