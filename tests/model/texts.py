"""Texts that the tests of the model share, and what is told of them."""

from __future__ import annotations

import contextlib
from pathlib import Path

from routeplanner import api
from routeplanner.model.curriculum import Curriculum
from routeplanner.text.diagnostic import Diagnostic

VT = 'gebruik "curricula/2007/voertuigentechniek.lob"\n'
HV = 'gebruik "curricula/2007/handel-en-verkoop.lob"\n'
WISKUNDE = 'gebruik "curricula/2007/avo/wiskunde.lob"\n'
SCHOOL = """
school "Voorbeeldcollege"
  schooljaar: 2009-2010
  biedt aan: VT
  leerwegen: BB, KB
  leerjaren: 3, 4
  perioden: 4
"""


def linked(text: str, folder: Path) -> Curriculum:
    path = folder / "voorbeeld.lob"
    path.write_text(text, "utf-8")
    with contextlib.chdir(folder):
        return api.load(path.name)


def found(text: str, folder: Path) -> tuple[Diagnostic, ...]:
    return linked(text, folder).diagnostics


def told(text: str, folder: Path) -> list[tuple[str, str]]:
    """Return the code of each finding, and the words that it points at."""
    return [(diagnostic.message.key, diagnostic.span.text) for diagnostic in found(text, folder)]


def helped(text: str, folder: Path) -> list[str]:
    """Return the key of the help of each finding, with the text that it proposes."""
    helps = [diagnostic.help for diagnostic in found(text, folder)]
    return [f"{h.key} {h.params.get('text', h.params.get('path', ''))}".strip() if h else "" for h in helps]


def fixed(text: str, folder: Path) -> str:
    """Return the text with every suggestion applied."""
    fixes = [fix for diagnostic in found(text, folder) for fix in diagnostic.fixes]
    for fix in sorted(fixes, key=lambda fix: -fix.span.start):
        text = text[: fix.span.start] + fix.text + text[fix.span.end :]
    return text
