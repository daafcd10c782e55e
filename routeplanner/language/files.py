"""Which files belong together: folders, `routeplanner.toml` and `gebruik`; each file is read once."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from routeplanner.language.reading import Reading, read_blocks
from routeplanner.language.syntax import Atom, Block
from routeplanner.text.diagnostic import Diagnostic, found
from routeplanner.text.reading import read_source
from routeplanner.text.source import Source, Span

PROJECT = "routeplanner.toml"
MAX_FILES = 1_000
"""That one call reads."""
_PACKAGE = Path(__file__).resolve().parent.parent


def bundled_root() -> Path:
    """Return the folder that holds the bundled `curricula` and `rules`."""
    inside = _PACKAGE / "_bundled"
    return inside if inside.is_dir() else _PACKAGE.parent


class File(NamedTuple):
    """One file that was read."""

    path: Path
    source: Source
    reading: Reading


@dataclass(frozen=True)
class Project:
    """Texts that have one meaning together, in a fixed order, with all that was found in them."""

    name: str
    """The folder or file that people named."""
    files: tuple[File, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def blocks(self) -> Iterator[Block]:
        """Every block that stands by itself, file by file."""
        return (block for file in self.files for block in file.reading.blocks)

    @property
    def unsure(self) -> frozenset[str]:
        """Folded names in lines that could not be read."""
        return frozenset().union(*(file.reading.unsure for file in self.files))


class Files:
    """Reads files, each once, for one call of a program."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[File | None, tuple[Diagnostic, ...]]] = {}

    @property
    def count(self) -> int:
        """How many files were asked for."""
        return len(self._read)

    def projects(self, paths: Iterable[Path]) -> list[Project]:
        """Return what these files and folders hold, divided into texts that belong together.

        A folder with a `routeplanner.toml` is one project; other files belong to the path that named them.
        """
        groups: dict[Path, list[Path]] = {}
        problems: list[Diagnostic] = []
        for path in paths:
            given = find_files(path)
            if not given:
                problems.append(found("RP010", _nowhere(path), path=shown(path)))
            for file in given:
                home = project_root(file) or (path if path.is_dir() else file.parent)
                groups.setdefault(home, []).append(file)
        projects = [self._project(home, files) for home, files in groups.items()]
        if problems:
            projects.append(Project("", (), tuple(problems)))
        return projects

    def _project(self, home: Path, given: Sequence[Path]) -> Project:
        files: dict[Path, File] = {}
        diagnostics = list(_check_project_file(home))
        seen: set[Path] = set()
        waiting: list[tuple[Path, Span | None]] = [(path, None) for path in sorted(set(given))]
        while waiting:
            path, asked = waiting.pop(0)
            real = path.resolve()
            if real in seen:
                continue
            seen.add(real)
            if self.count >= MAX_FILES and real not in self._read:
                diagnostics.append(found("RP008", asked or _nowhere(path), most=MAX_FILES))
                break
            file, problems = self._file(real, path)
            diagnostics.extend(problems)
            if file is not None:
                files[real] = file
                waiting.extend(_used(file, home, diagnostics))
        return Project(shown(home), tuple(files.values()), tuple(diagnostics))

    def _file(self, real: Path, path: Path) -> tuple[File | None, tuple[Diagnostic, ...]]:
        if real not in self._read:
            source, problems = read_source(path, shown(path))
            if source is None:
                self._read[real] = (None, tuple(problems))
            else:
                reading = read_blocks(source)
                self._read[real] = (File(path, source, reading), (*problems, *reading.diagnostics))
        return self._read[real]


def find_files(path: Path) -> list[Path]:
    """Return the file itself, or all `.lob` files below a folder in a fixed order; not in hidden folders."""
    if not path.is_dir():
        return [path]
    found_: list[Path] = []
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found_.extend(Path(folder, name) for name in sorted(names) if name.endswith(".lob"))
        if len(found_) > MAX_FILES:
            break
    return found_


def project_root(path: Path) -> Path | None:
    """Return the nearest folder upwards that has a `routeplanner.toml`."""
    start = path.resolve()
    for folder in (start, *start.parents):
        if (folder / PROJECT).is_file():
            return folder
    return None


def shown(path: Path) -> str:
    """Return a path as people see it: from the working folder or the bundled texts where it lies in them."""
    absolute = path.resolve()
    for root in (Path.cwd().resolve(), bundled_root()):
        if absolute.is_relative_to(root):
            return absolute.relative_to(root).as_posix()
    return path.as_posix()


def _used(file: File, home: Path, diagnostics: list[Diagnostic]) -> Iterator[tuple[Path, Span | None]]:
    """Yield the files that `gebruik` names."""
    for block in file.reading.blocks:
        if block.soort == "gebruik" and block.kop.naam is not None:
            target = _find_used(block.kop.naam, file.path, home, diagnostics)
            if target is not None:
                yield target, block.kop.naam.span


def _find_used(name: Atom, path: Path, home: Path, diagnostics: list[Diagnostic]) -> Path | None:
    """Return the file that a `gebruik` names: beside the file, in the project, or bundled."""
    root = project_root(path) or home
    root = root if root.is_dir() else root.parent
    outside = False
    for base, within in ((path.parent, root), (root, root), (bundled_root(), bundled_root())):
        try:
            target = (base / name.value).resolve()
            if not target.is_file():
                continue
        except (OSError, ValueError):
            continue
        if target.is_relative_to(within.resolve()) or target.is_relative_to(bundled_root()):
            return target
        outside = True
    code = "RP007" if outside else "RP006"
    diagnostics.append(found(code, name.span, path=name.value))
    return None


def _check_project_file(home: Path) -> Iterator[Diagnostic]:
    path = home / PROJECT
    try:
        tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, ValueError) as error:
        line = str(getattr(error, "lineno", "") or "")
        yield found("RP009", _nowhere(path), path=shown(path), line=line)


def _nowhere(path: Path) -> Span:
    return Span(Source(shown(path), ""), 0, 0)
