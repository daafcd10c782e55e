"""What a page can only tell of: each is made in a folder, and the path to check is returned.

By the code, with the number of the example where a page has more than one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from routeplanner.language.files import MAX_FILES
from routeplanner.language.mending import MAX_LINE
from routeplanner.language.reading import MAX_BROKEN
from routeplanner.text.reading import MAX_BYTES, MAX_LINES

FILE = "voorbeeld.lob"


def absent(folder: Path, _text: str) -> Path:
    return folder / FILE


def pipe(folder: Path, _text: str) -> Path:
    os.mkfifo(folder / FILE)
    return folder / FILE


def film(folder: Path, _text: str) -> Path:
    with (folder / FILE).open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    return folder / FILE


def many_lines(folder: Path, _text: str) -> Path:
    return _written(folder / FILE, "\n" * (MAX_LINES + 1))


def windows_1252(folder: Path, text: str) -> Path:
    (folder / FILE).write_bytes(text.encode("cp1252"))
    return folder / FILE


def utf_16(folder: Path, text: str) -> Path:
    (folder / FILE).write_bytes(text.encode("utf-16"))
    return folder / FILE


def not_what_it_seems(folder: Path, text: str) -> Path:
    return _written(folder / FILE, text.replace(" en ", " en\u200b ").replace("Lassen", "L\u0430ssen"))


def outside(folder: Path, text: str) -> Path:
    inner = folder / "school"
    inner.mkdir()
    _written(folder / "regels.lob", "")
    return _written(inner / FILE, text)


def many_files(folder: Path, _text: str) -> Path:
    schools = folder / "scholen"
    schools.mkdir()
    for number in range(1, MAX_FILES + 2):
        _written(schools / f"school-{number:04}.lob", "")
    return schools


def bad_project_file(folder: Path, _text: str) -> Path:
    _written(folder / "routeplanner.toml", "naam: Voorbeeldcollege\n")
    return _written(folder / FILE, "")


def only_word(folder: Path, _text: str) -> Path:
    rules = folder / "regels"
    rules.mkdir()
    _written(rules / "regels.docx", "")
    return rules


def long_line(folder: Path, _text: str) -> Path:
    remark = "Je leert elektrisch lassen en je maakt een werkstuk. " * (MAX_LINE // 50)
    return _written(folder / FILE, f'keuzemodule "Lassen": 16 uur\n  opmerking: "{remark.strip()}"\n')


def minutes(folder: Path, _text: str) -> Path:
    return _written(folder / FILE, "Afgesproken is dat de lessen om negen uur beginnen.\n" * (MAX_BROKEN + 1))


def _written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


SITUATIONS: Mapping[str, Callable[[Path, str], Path]] = {
    "RP001": absent,
    "RP002": pipe,
    "RP003": film,
    "RP003 2": many_lines,
    "RP004": windows_1252,
    "RP004 2": utf_16,
    "RP005": not_what_it_seems,
    "RP007": outside,
    "RP008": many_files,
    "RP009": bad_project_file,
    "RP010": only_word,
    "RP111": long_line,
    "RP112": minutes,
}

ALSO: Mapping[str, tuple[str, ...]] = {"RP112": ("RP101",)}
"""Codes that cannot but be found as well, and that the page leaves out."""
