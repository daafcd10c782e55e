"""The one door for the command line, the page, the editor and other tools."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from routeplanner.language.files import Files
from routeplanner.language.formatting import Formatted, format_text
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.linking import link
from routeplanner.text.diagnostic import Diagnostic, in_order
from routeplanner.text.reading import read_source


@dataclass(frozen=True)
class Checked:
    """What a check found, in order of file and place."""

    diagnostics: tuple[Diagnostic, ...]
    files: int
    """How many files were read, those that others use included."""
    curricula: tuple[Curriculum, ...]
    """One per project: texts that have one meaning together."""


def check(paths: Sequence[Path], *, op: date | None = None) -> Checked:
    """Return everything that is wrong in these files and folders.

    Args:
        paths: `.lob` files, or folders with them.
        op: The day on which exceptions are judged; today without it.
    """
    files = Files()
    projects = files.projects(paths)
    curricula = tuple(link(project, op=op or today()) for project in projects)
    found = in_order(diagnostic for curriculum in curricula for diagnostic in curriculum.diagnostics)
    return Checked(found, files.count, curricula)


def load(path: str | Path, *, op: date | None = None) -> Curriculum:
    """Return the curriculum of one file or folder, with what was found in it in `diagnostics`.

    A folder that holds several projects gives the first; name one of them to get another.
    """
    return check([Path(path)], op=op).curricula[0]


def format_file(path: Path) -> Formatted:
    """Return the text of a file in the one layout; see Formatted."""
    source, diagnostics = read_source(path, str(path))
    if source is None:
        return Formatted(None, tuple(diagnostics), changed=False, proven=True)
    return format_text(source)


def today() -> date:
    """Return the day of today, in the local time of this machine."""
    return datetime.now(UTC).astimezone().date()
