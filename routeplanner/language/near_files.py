"""Which file a `gebruik` meant that names none: one with nearly the same path, or name, or with that programme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from routeplanner.language.folders import bundled, bundled_root, find_files, is_within
from routeplanner.language.official import homes_of_programme
from routeplanner.language.spelling import nearest_name, nearest_of
from routeplanner.language.vocabulary import fold

_MAX_HINTS = 50
"""Paths that one call looks for: with more wrong ones the files are elsewhere."""
_MAX_NEAR = 4


class NearFiles:
    """The files that can be used, looked up once for each place to use them from."""

    def __init__(self) -> None:
        self._known: dict[tuple[Path, Path], frozenset[str]] = {}
        self._hints = 0

    def near(self, name: str, folder: Path, root: Path) -> tuple[str, ...]:
        """Return the paths, as `gebruik` takes them, of the files that may be meant; the surest kind only."""
        self._hints += 1
        if self._hints > _MAX_HINTS:
            return ()
        if (folder, root) not in self._known:
            self._known[folder, root] = _paths(folder, root)
        known = self._known[folder, root]
        return next((tuple(paths)[:_MAX_NEAR] for paths in _meant(name, known) if paths), ())


def _meant(name: str, known: frozenset[str]) -> Iterator[list[str]]:
    """Yield what may be meant, the surest first: that name in another folder, that programme, a slip, a word of it."""
    stem = _stem(name)
    stems = {path: _stem(path) for path in sorted(known)}
    yield [path for path in stems if stems[path] == stem]
    yield [home.path for home in homes_of_programme(stem)]
    yield [path for path in (nearest_of(name, known),) if path]
    yield [path for path in stems if stem in stems[path].split("-")]
    slip = nearest_name(stem, stems.values())
    yield [path for path in stems if stems[path] == slip]


def _stem(path: str) -> str:
    """Return the name of a file, folded, without its folder and `.lob`."""
    return fold(path.replace("\\", "/").rpartition("/")[2].removesuffix(".lob"))


def _paths(folder: Path, root: Path) -> frozenset[str]:
    """Return every path that names a file from this folder: from itself, from the root, and of the bundled texts."""
    bases = ((root, root), (root, folder), *((texts, bundled_root()) for texts in bundled()))
    return frozenset(
        file.relative_to(base).as_posix()
        for texts, base in bases
        for file in find_files(texts)
        if is_within(file, (base,))
    )
