"""Which file a `gebruik` meant that names none: one with a path that is nearly the same."""

from __future__ import annotations

from pathlib import Path

from routeplanner.language.folders import bundled, bundled_root, find_files, is_within
from routeplanner.language.spelling import nearest_of

_MAX_HINTS = 50
"""Paths that one call looks for: with more wrong ones the files are elsewhere."""


class NearFiles:
    """The files that can be used, looked up once for each place to use them from."""

    def __init__(self) -> None:
        self._known: dict[tuple[Path, Path], frozenset[str]] = {}
        self._hints = 0

    def nearest(self, name: str, folder: Path, root: Path) -> str | None:
        """Return the path, as `gebruik` takes it, of the one file that is near."""
        self._hints += 1
        if self._hints > _MAX_HINTS:
            return None
        if (folder, root) not in self._known:
            self._known[folder, root] = _paths(folder, root)
        return nearest_of(name, self._known[folder, root])


def _paths(folder: Path, root: Path) -> frozenset[str]:
    """Return every path that names a file from this folder: from itself, from the root, and of the bundled texts."""
    bases = ((root, root), (root, folder), *((texts, bundled_root()) for texts in bundled()))
    return frozenset(
        file.relative_to(base).as_posix()
        for texts, base in bases
        for file in find_files(texts)
        if is_within(file, (base,))
    )
