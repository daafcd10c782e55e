"""Folders and paths, whatever stands in them: circles of links, folders without end, names that cannot be."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import NamedTuple

from routeplanner.text.diagnostic import Diagnostic, found
from routeplanner.text.reading import unreadable
from routeplanner.text.source import Source, Span

PROJECT = "routeplanner.toml"
MAX_FILES = 1_000
"""That one call reads."""
_PACKAGE = Path(__file__).resolve().parent.parent
_BUNDLED = ("curricula", "rules")


class Found(NamedTuple):
    """What a folder holds, all folders below it included."""

    files: list[Path]
    """In a fixed order, and no more than just over MAX_FILES."""
    problems: list[Diagnostic]


def walk(path: Path) -> Found:
    """Return the file itself, or all `.lob` files below a folder; hidden ones are left alone.

    A link to a file outside the project of the folder is told, and not followed.
    """
    if not is_folder(path):
        return Found([path], [])
    inside = (project_root(path) or real(path), *bundled())
    files: list[Path] = []
    problems: list[Diagnostic] = []
    waiting = [path]
    while waiting and len(files) <= MAX_FILES:
        folder = waiting.pop()
        try:
            entries = _entries(folder)
        except OSError as error:
            problems.append(unreadable(error, shown(folder)))
            continue
        folders = [folder / entry.name for entry in entries if _is_folder(entry)]
        waiting.extend(reversed(folders))
        for entry in entries:
            file = folder / entry.name
            if not entry.name.endswith(".lob") or file in folders:
                continue
            if entry.is_symlink() and not is_within(real(file), inside):
                problems.append(found("RP007", nowhere(file), path=shown(file)))
            else:
                files.append(file)
    return Found(files, problems)


def find_files(path: Path) -> list[Path]:
    """Return the files of walk()."""
    return walk(path).files


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        seen = [entry for entry in entries if not entry.name.startswith(".")]
    return sorted(seen, key=lambda entry: entry.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def project_root(path: Path) -> Path | None:
    """Return the nearest folder upwards that has a `routeplanner.toml`; a link belongs where it stands."""
    start = real(path) if is_folder(path) else real(path.parent)
    return next((folder for folder in (start, *start.parents) if is_file(folder / PROJECT)), None)


@cache
def bundled_root() -> Path:
    """Return the folder that holds the bundled `curricula` and `rules`."""
    inside = _PACKAGE / "_bundled"
    return inside if inside.is_dir() else _PACKAGE.parent


@cache
def bundled() -> tuple[Path, ...]:
    """Return the folders with the bundled texts."""
    return tuple(real(bundled_root() / name) for name in _BUNDLED)


def shown(path: Path) -> str:
    """Return a path as people see it: from the working folder or the bundled texts where it lies in them."""
    absolute = real(path.parent) / path.name if path.name not in ("", "..") else real(path)
    for root in (real(Path()), bundled_root()):
        if absolute.is_relative_to(root):
            return absolute.relative_to(root).as_posix()
    return path.as_posix()


def nowhere(path: Path) -> Span:
    """Return the place of what is said of a whole file or folder."""
    return Span(Source(shown(path), ""), 0, 0)


# ---- questions about paths that never fail: a circle of links or a name with a zero byte is no file


def real(path: Path) -> Path:
    """Return the absolute path without links; as far as that can be told."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path


def is_within(path: Path, folders: tuple[Path, ...]) -> bool:
    """Tell whether a path lies in one of these folders."""
    return any(path.is_relative_to(folder) for folder in folders)


def is_file(path: Path) -> bool:
    """Tell whether there is a regular file, as far as that may be known."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises where a folder on the way is closed


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder, as far as that may be known."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where a folder on the way is closed
