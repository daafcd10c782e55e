"""The examples on the pages of the codes, and what Routeplanner says of them."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from codes.situations import ALSO, SITUATIONS

from routeplanner import api
from routeplanner.present.pages import Page, parse
from routeplanner.present.reports import render
from routeplanner.present.words import Words
from routeplanner.text.diagnostic import Diagnostic

FOLDER = Path(__file__).parents[2] / "routeplanner" / "codes"
FILE = "voorbeeld.lob"
"""The name that a text on a page is read under."""

_LOB = re.compile(r"^```lob\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_OUTPUT = re.compile(r"\A```\n(.*?)^```\Z", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """Something wrong, what is said of it, and the same put right."""

    code: str
    number: str
    """Empty for the first of a page, then ` 2`, ` 3`."""
    fout: str
    melding: str | None
    """None where the section is not one block of output."""
    goed: str

    @property
    def id(self) -> str:
        return f"{self.code}{self.number}"


def files() -> list[Path]:
    return sorted(FOLDER.glob("*.md"))


def page_of(path: Path) -> Page:
    return parse(path.name[:5], path.read_text("utf-8"))


def examples_of(page: Page) -> Iterator[Example]:
    for name, body in page.sections.items():
        if name.startswith("Fout"):
            number = name.removeprefix("Fout")
            output = _OUTPUT.match(page.sections[f"Melding{number}"])
            goed = page.sections[f"Goed{number}"]
            yield Example(page.code, number, body, output and output[1], goed)


def text_of(section: str) -> str:
    """Return the text in the language that a section shows, empty where it only tells of it."""
    shown = _LOB.search(section)
    return shown[1] if shown else ""


def found_in_fout(example: Example, folder: Path) -> tuple[Diagnostic, ...]:
    """Return what is found in the wrong text; without the findings that cannot but go with it."""
    make = SITUATIONS.get(example.id, written)
    found = found_in(make(folder, text_of(example.fout)), folder)
    return tuple(d for d in found if d.code not in ALSO.get(example.id, ()))


def found_in_goed(example: Example, folder: Path) -> tuple[Diagnostic, ...]:
    return found_in(written(folder, text_of(example.goed)), folder)


def found_in(path: Path, folder: Path) -> tuple[Diagnostic, ...]:
    """Return what is found in a path as seen from a folder: so no page shows where the folder lies."""
    with contextlib.chdir(folder):
        return api.check([path.relative_to(folder)]).diagnostics


def written(folder: Path, text: str) -> Path:
    path = folder / FILE
    path.write_text(text, "utf-8")
    return path


def output_of(found: tuple[Diagnostic, ...], lang: str = "nl") -> str:
    return render("full", found, Words(lang)).rstrip("\n") + "\n"
