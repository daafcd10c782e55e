"""Which files belong together: folders, `routeplanner.toml` and `gebruik`; each file is read once."""

from __future__ import annotations

import os
import re
import tomllib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from routeplanner.language.folders import (
    MAX_FILES,
    PROJECT,
    bundled,
    bundled_root,
    find_files,
    is_file,
    is_folder,
    is_within,
    nowhere,
    project_root,
    real,
    shown,
    walk,
)
from routeplanner.language.near_files import NearFiles
from routeplanner.language.near_schools import school_beside
from routeplanner.language.reading import Reading, read_blocks
from routeplanner.language.syntax import Atom, Block
from routeplanner.text.diagnostic import Diagnostic, Fix, found, say
from routeplanner.text.reading import read_source
from routeplanner.text.source import Source, Span

__all__ = [
    "MAX_FILES",
    "MAX_TOTAL",
    "PROJECT",
    "File",
    "Files",
    "Project",
    "bundled_root",
    "find_files",
    "project_root",
    "shown",
]

MAX_TOTAL = 32 * 1024 * 1024
"""Characters that one call reads, all files together."""
_MAX_PROJECT_FILE = 16 * 1024
"""Characters of a `routeplanner.toml`."""


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
        self._size = 0
        self._roots: dict[Path, Path | None] = {}
        self._near = NearFiles()

    @property
    def count(self) -> int:
        """How many files were asked for."""
        return len(self._read)

    def projects(self, paths: Iterable[Path]) -> list[Project]:
        """Return what these files and folders hold, divided into texts that belong together.

        A folder with a `routeplanner.toml` is one project; other files belong to the path that named them.
        Who names a part of a school only, gets the school that it is a part of.
        """
        groups: dict[Path, list[Path]] = {}
        named: set[Path] = set()
        problems: list[Diagnostic] = []
        for path in paths:
            given, troubles = walk(path)
            problems.extend(troubles)
            if not given and not troubles:
                problems.append(found("RP010", nowhere(path), path=shown(path)))
            for file in given:
                home = self._root(file) or real(path if is_folder(path) else path.parent)
                groups.setdefault(home, []).append(file)
                named |= {home} if is_folder(path) else set()
        projects = [
            self._project(home, files) if home in named else self._school(home, files)
            for home, files in groups.items()
        ]
        if problems:
            projects.append(Project("", (), tuple(problems)))
        return projects

    def _root(self, file: Path) -> Path | None:
        folder = file.parent
        if folder not in self._roots:
            self._roots[folder] = project_root(file)
        return self._roots[folder]

    def _school(self, home: Path, given: Sequence[Path]) -> Project:
        """Return the project of files that were named one by one; of a part of a school the whole school."""
        project = self._project(home, given)
        if not _is_of_a_school(project, given):
            return project
        if self._root(given[0]) == home:
            return self._project(home, [file for file in find_files(home) if self._root(file) == home])
        alone = any(block.soort in ("gebruik", "programma", "school") for block in project.blocks)
        beside = [] if alone else school_beside(home)  # who names the texts it needs stands by itself
        return self._project(home, beside) if beside else project

    def _project(self, home: Path, given: Iterable[Path]) -> Project:
        files: dict[Path, File | None] = {}
        diagnostics = list(_check_project_file(home))
        waiting: deque[tuple[Path, Span | None]] = deque((path, None) for path in sorted(given, key=real))
        while waiting:
            path, asked = waiting.popleft()
            actual = real(path)
            if actual in files:
                continue
            too_much = None if actual in self._read else self._too_much(asked or nowhere(path))
            if too_much is not None:
                diagnostics.append(too_much)
                break
            file, problems = self._file(actual, path)
            files[actual] = file
            diagnostics.extend(problems)
            if file is not None:
                waiting.extend(self._used(file, home, diagnostics))
        kept = tuple(file for file in files.values() if file is not None)
        return Project(shown(home), kept, tuple(diagnostics))

    def _too_much(self, span: Span) -> Diagnostic | None:
        if self.count >= MAX_FILES:
            return found("RP008", span, most=MAX_FILES)
        if self._size > MAX_TOTAL:
            return found("RP008", span, variant="samen", most=MAX_TOTAL // 2**20)
        return None

    def _file(self, actual: Path, path: Path) -> tuple[File | None, tuple[Diagnostic, ...]]:
        if actual not in self._read:
            source, problems = read_source(path, shown(path))
            if source is None:
                self._read[actual] = (None, tuple(problems))
            else:
                self._size += len(source.text)
                reading = read_blocks(source)
                self._read[actual] = (File(path, source, reading), (*problems, *reading.diagnostics))
        return self._read[actual]

    def _used(self, file: File, home: Path, diagnostics: list[Diagnostic]) -> Iterator[tuple[Path, Span]]:
        """Yield the files that `gebruik` names."""
        root = self._root(file.path) or home
        folder = real(file.path.parent)
        for block in file.reading.blocks:
            if block.soort == "gebruik" and block.kop.naam is not None:
                target = self._find_used(block.kop.naam, folder, root, diagnostics)
                if target is not None:
                    yield target, block.kop.naam.span

    def _find_used(self, name: Atom, folder: Path, root: Path, diagnostics: list[Diagnostic]) -> Path | None:
        """Return the file that a `gebruik` names: beside the file, in the project or bundled, never elsewhere."""
        inside = (root, *bundled())
        outside = not is_within(Path(os.path.normpath(folder / name.value)), inside)
        for base in (folder, root, bundled_root()):
            target = base / name.value
            if is_file(target):
                target = real(target)
                if is_within(target, inside):
                    return target
                outside = True
        near = () if outside else self._near.near(name.value, folder, root)
        one = len(near) == 1
        several = say("kies-uit", words=", ".join(f"`{path}`" for path in near)) if near else None
        help_ = say("bedoelde-je", text=near[0]) if one else several
        fixes = [Fix(name.span, f'"{near[0]}"')] if one else []
        code = "RP007" if outside else "RP006"
        diagnostics.append(found(code, name.span, path=name.value, help=help_, fixes=fixes))
        return None


_WHOLE = frozenset({"gebruik", "programma"})


def _is_of_a_school(project: Project, given: Iterable[Path]) -> bool:
    """Tell whether these files say more than official programmes do."""
    named = set(map(real, given))
    own = {block.soort for file in project.files if real(file.path) in named for block in file.reading.blocks}
    return bool(own - _WHOLE)


def _check_project_file(home: Path) -> Iterator[Diagnostic]:
    path = home / PROJECT
    if not os.path.lexists(path):
        return
    source, problems = read_source(path, shown(path))
    yield from problems
    if source is None:
        return
    if len(source.text) > _MAX_PROJECT_FILE:
        yield found("RP009", Span(source, 0, 0), path=source.path)
        return
    try:
        tomllib.loads(source.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        yield found("RP009", _line_of(error, source), path=source.path)


def _line_of(error: Exception, source: Source) -> Span:
    """Return the line that the error names, or the start of the file."""
    match = re.search(r"at line ([0-9]{1,9})", str(error))
    number = int(match[1]) if match else 0
    if not 1 <= number <= len(source.lines):
        return Span(source, 0, 0)
    line = source.lines[number - 1]
    return Span(source, line.start, line.end)
