"""Everything that a check found and linked, as text; a program too: `describing.py PATH…` prints it."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

from routeplanner import api
from routeplanner.present.reports import FORMATS, render
from routeplanner.present.words import LANGUAGES, Words
from routeplanner.text.diagnostic import Diagnostic
from routeplanner.text.source import Source, Span

DAY = date(2010, 1, 1)
PLAIN = (str, int, Decimal, date, type(None))


def described(thing: object) -> object:  # noqa: PLR0911 - a kind of thing each
    """Return a thing in texts, numbers and lists only, in the order that it has."""
    if isinstance(thing, Source):
        return ["source", thing.path, thing.text]
    if isinstance(thing, Span):
        return [thing.source.path, thing.start, thing.end]
    if isinstance(thing, Diagnostic):
        return [thing.severity.value, *map(described, thing.message), *_parts(thing)]
    if isinstance(thing, Enum):
        return f"{type(thing).__name__}.{thing.name}"
    if isinstance(thing, Mapping):
        return [[described(key), described(value)] for key, value in thing.items()]
    if is_dataclass(thing):
        return [type(thing).__name__, *_parts(thing)]
    if isinstance(thing, tuple | list):
        return [described(part) for part in thing]
    assert isinstance(thing, PLAIN), f"{type(thing)} has no order, or none that this knows"
    return str(thing)


def _parts(thing: object) -> Iterator[object]:
    return (described(getattr(thing, field.name)) for field in fields(thing))  # type: ignore[arg-type]


def lines(paths: list[Path]) -> Iterator[str]:
    checked = api.check(paths, op=DAY)
    yield f"{len(checked.diagnostics)} findings, {checked.files} files, {len(checked.curricula)} projects"
    yield from (repr(described(diagnostic)) for diagnostic in checked.diagnostics)
    for curriculum in checked.curricula:
        for part in described(curriculum):  # type: ignore[attr-defined]
            yield repr(part)
    for form in FORMATS:
        yield render(form, checked.diagnostics, Words(LANGUAGES[0]))
    yield render(FORMATS[0], checked.diagnostics, Words(LANGUAGES[1]))


def text(*paths: Path | str) -> str:
    return "\n".join(lines([Path(path) for path in paths]))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    print(text(*sys.argv[1:]))
