"""The one door for the command line, the page, the editor and other tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from routeplanner.engine.cohort import judge_all
from routeplanner.engine.examples import run as run_examples
from routeplanner.engine.planner import NotOfferedError, Planner, UnknownChoiceError
from routeplanner.engine.pupil import pupil
from routeplanner.engine.selection import select
from routeplanner.engine.solve import OutOfTimeError
from routeplanner.engine.suggest import Suggestion, Suggestions, suggest
from routeplanner.engine.verdict import Verdict, judge, repairs_of
from routeplanner.language.files import Files, find_files, shown
from routeplanner.language.formatting import Formatted, format_text
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum, Route
from routeplanner.model.linking import link
from routeplanner.text.diagnostic import Diagnostic, in_order
from routeplanner.text.reading import read_source
from routeplanner.text.writing import ChangedMeanwhile, write_text

__all__ = [
    "ChangedMeanwhile",
    "Checked",
    "Curriculum",
    "FormattedFile",
    "NotOfferedError",
    "OutOfTimeError",
    "Planner",
    "Route",
    "Suggestion",
    "Suggestions",
    "UnknownChoiceError",
    "Verdict",
    "check",
    "folded",
    "format_file",
    "format_files",
    "judge",
    "judge_all",
    "load",
    "pupil",
    "repairs_of",
    "run_examples",
    "same_name",
    "select",
    "suggest",
]


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
        op: The day on which exceptions are judged; without it today, or the last day of the school's year.
    """
    files = Files()
    projects = files.projects(paths)
    curricula = tuple(link(project, op=op) for project in projects)
    found = in_order(diagnostic for curriculum in curricula for diagnostic in curriculum.diagnostics)
    return Checked(found, files.count, curricula)


def load(path: str | Path, *, op: date | None = None) -> Curriculum:
    """Return the curriculum of one file or folder, with what was found in it in `diagnostics`.

    A folder that holds several projects gives the first; name one of them to get another.
    """
    return check([Path(path)], op=op).curricula[0]


@dataclass(frozen=True)
class FormattedFile:
    """A file beside its text in the one layout."""

    path: Path
    name: str
    """The path as people see it."""
    was: str
    """The text that was read; empty where none could be."""
    formatted: Formatted

    def write(self) -> None:
        """Put the new text in the file; a file that is right already is left alone.

        Raises:
            ChangedMeanwhile: The file holds another text by now; nothing was written.
            OSError: It cannot be written; the old text still stands.
        """
        if self.formatted.text is not None and self.formatted.changed:
            write_text(self.path, self.formatted.text, was=self.was)


def format_files(paths: Iterable[Path]) -> Iterator[FormattedFile]:
    """Yield each of these files, and those in these folders, with its text in the one layout."""
    seen: set[Path] = set()
    for path in (file for given in paths for file in find_files(given)):
        if path.resolve() not in seen:
            seen.add(path.resolve())
            yield _formatted(path)


def format_file(path: Path) -> Formatted:
    """Return the text of a file in the one layout; see Formatted."""
    return _formatted(path).formatted


def _formatted(path: Path) -> FormattedFile:
    name = shown(path)
    source, diagnostics = read_source(path, name)
    if source is None:
        return FormattedFile(path, name, "", Formatted(None, tuple(diagnostics), changed=False))
    return FormattedFile(path, name, source.text, format_text(source))


def folded(name: str) -> str:
    """Return a name as it is compared: without capitals, and with single spaces."""
    return fold(name)


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are the same to the language: capitals and spacing do not matter."""
    return fold(one) == fold(other)
