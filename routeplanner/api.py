"""The one door for the command line, the page, the editor and other tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from routeplanner.engine.limits import SECONDS, CancelledError, LimitReachedError, OutOfTimeError
from routeplanner.language.files import Files, find_files, shown
from routeplanner.language.formatting import Formatted, format_text
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum, Route
from routeplanner.model.linking import link
from routeplanner.model.quantities import Leerweg
from routeplanner.text.diagnostic import Diagnostic, in_order
from routeplanner.text.reading import read_source
from routeplanner.text.writing import ChangedMeanwhile, write_text

if TYPE_CHECKING:
    from routeplanner.engine.analyse import SECONDS as ANALYSIS_SECONDS
    from routeplanner.engine.analyse import Analysis, analyse
    from routeplanner.engine.cohort import judge_all
    from routeplanner.engine.compare import SECONDS as COMPARISON_SECONDS
    from routeplanner.engine.compare import Comparison, compare
    from routeplanner.engine.coverage import Coverage, coverage
    from routeplanner.engine.examples import Uitkomst as Outcome
    from routeplanner.engine.examples import run as run_examples
    from routeplanner.engine.planner import NotOfferedError, Planner, UnknownChoiceError
    from routeplanner.engine.selection import select
    from routeplanner.engine.suggestion import Suggestion, Suggestions
    from routeplanner.engine.verdict import Verdict, judge, repairs_of

_LATER = {
    "ANALYSIS_SECONDS": "analyse.SECONDS",
    "Analysis": "analyse.Analysis",
    "COMPARISON_SECONDS": "compare.SECONDS",
    "Comparison": "compare.Comparison",
    "Coverage": "coverage.Coverage",
    "NotOfferedError": "planner.NotOfferedError",
    "Outcome": "examples.Uitkomst",
    "Planner": "planner.Planner",
    "Suggestion": "suggestion.Suggestion",
    "Suggestions": "suggestion.Suggestions",
    "UnknownChoiceError": "planner.UnknownChoiceError",
    "Verdict": "verdict.Verdict",
    "analyse": "analyse.analyse",
    "compare": "compare.compare",
    "coverage": "coverage.coverage",
    "judge": "verdict.judge",
    "judge_all": "cohort.judge_all",
    "repairs_of": "verdict.repairs_of",
    "run_examples": "examples.run",
    "select": "selection.select",
}
"""Where in the engine a name lives. It loads on first use: reading and checking texts takes none of it."""

__all__ = [
    "ANALYSIS_SECONDS",
    "COMPARISON_SECONDS",
    "SECONDS",
    "Analysis",
    "CancelledError",
    "ChangedMeanwhile",
    "Checked",
    "Comparison",
    "Coverage",
    "Curriculum",
    "FormattedFile",
    "Leerweg",
    "LimitReachedError",
    "NotOfferedError",
    "OutOfTimeError",
    "Outcome",
    "Planner",
    "Route",
    "Suggestion",
    "Suggestions",
    "UnknownChoiceError",
    "UnknownNameError",
    "Verdict",
    "analyse",
    "check",
    "compare",
    "coverage",
    "folded",
    "format_file",
    "format_files",
    "judge",
    "judge_all",
    "load",
    "planner",
    "repairs_of",
    "run_examples",
    "same_name",
    "select",
    "suggest",
    "validate",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the names are of many kinds
    """Load a name from where it lives."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, _, attribute = _LATER[name].partition(".")
    return getattr(import_module(f"routeplanner.engine.{module}"), attribute)


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
    curricula = tuple(_checked(link(project, op=op)) for project in projects)
    found = in_order(diagnostic for curriculum in curricula for diagnostic in curriculum.diagnostics)
    return Checked(found, files.count, curricula)


def _checked(curriculum: Curriculum) -> Curriculum:
    """Return a curriculum with what shows only when its routes are judged; with errors they cannot be."""
    if not curriculum.ok or not curriculum.ontheffingen:
        return curriculum
    from routeplanner.engine.needless import needless

    return replace(curriculum, diagnostics=in_order((*curriculum.diagnostics, *needless(curriculum))))


def load(path: str | Path, *, op: date | None = None) -> Curriculum:
    """Return the curriculum of one file or folder, with what was found in it in `diagnostics`.

    A folder that holds several projects gives the first; name one of them to get another.
    """
    return check([Path(path)], op=op).curricula[0]


# ---- one route


class UnknownNameError(ValueError):
    """A route names a programme or a goal that the texts do not have."""


def validate(
    curriculum: Curriculum, route: Route, *, op: date | None = None, seconds: float = SECONDS
) -> Verdict:
    """Return the verdict on a route.

    Args:
        curriculum: The texts that hold for it.
        route: One of `curriculum.routes`, or made with `Route.new`.
        op: The day on which exceptions are judged.
        seconds: The limit; past it the verdict is onbeslist.

    Raises:
        UnknownNameError: It names a programme or goal that is not there.
    """
    from routeplanner.engine.verdict import judge

    return judge(curriculum, _known(curriculum, route), op=op, seconds=seconds)


def suggest(
    curriculum: Curriculum,
    route: Route,
    most: int = 3,
    *,
    op: date | None = None,
    seconds: float = SECONDS,
) -> Suggestions:
    """Return the best routes that can be made of a route and that really differ, each judged to be geldig.

    What is chosen stays and what is declined stays out; only where no route can be made of that, as little
    as possible changes, and never what is afgerond.

    Args:
        curriculum: The texts that hold for it.
        route: One of `curriculum.routes`, or made with `Route.new`.
        most: How many at most.
        op: The day on which exceptions are judged.
        seconds: The limit on all of it; where it came first, `complete` is False.

    Raises:
        UnknownNameError: It names a programme or goal that is not there.
    """
    from routeplanner.engine.suggest import suggest as search

    return search(curriculum, _known(curriculum, route), most, op=op, seconds=seconds)


def planner(curriculum: Curriculum, route: Route, *, seconds: float = SECONDS) -> Planner:
    """Return a planner: a route that grows click by click. Each thread needs its own.

    Args:
        curriculum: The texts that hold.
        route: Where it starts.
        seconds: How long any one question may take.

    Raises:
        UnknownNameError: It names a programme or goal that is not there.
    """
    from routeplanner.engine.planner import Planner

    return Planner(curriculum, _known(curriculum, route), seconds=seconds)


def _known(curriculum: Curriculum, route: Route) -> Route:
    """Return the route with its programme as the texts write it."""
    programma = curriculum.programmas.get(fold(route.programma))
    if programma is None:
        raise UnknownNameError(route.programma)
    if route.doel is not None and route.doel not in curriculum.doelen:
        raise UnknownNameError(route.doel)
    return replace(route, programma=programma.id)


# ---- the one layout


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
