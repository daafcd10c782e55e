"""The texts that the page shows, read again when a file changes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2s
from pathlib import Path
from threading import Lock

from routeplanner import api
from routeplanner.model.curriculum import Curriculum
from routeplanner.text.diagnostic import Diagnostic

_LOOK_EVERY = 0.5
"""Seconds between two looks at the folder; a click never waits for more than that."""


@dataclass(frozen=True)
class Edition:
    """The texts as they were read at one moment."""

    number: int
    """Counted from 1; a later one is higher."""
    curriculum: Curriculum
    before: Curriculum | None
    """The texts of the edition before it."""


@dataclass(frozen=True)
class Reading:
    """The texts that hold now, and what is wrong with newer ones."""

    edition: Edition
    errors: tuple[Diagnostic, ...]
    """Where the files have changed and cannot be used: why. The edition is the last one that could."""


class School:
    """The texts of one project. Safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._reading: Reading | None = None
        self._stamp: tuple[tuple[str, int, int], ...] = ()
        self._held = b""
        """A digest of the texts of the edition."""
        self._looked = 0.0

    def now(self) -> Reading:
        """Return the texts that hold now; they are read when that was not done yet, or a file has changed."""
        with self._lock:
            moment = time.monotonic()
            if self._reading is None or moment - self._looked >= _LOOK_EVERY:
                self._looked = moment
                stamp = tuple(self._stamps())
                if self._reading is None or stamp != self._stamp:
                    self._stamp = stamp
                    self._reading = self._read()
            return self._reading

    def _read(self) -> Reading:
        digest = self._digest()
        last = self._reading.edition if self._reading is not None else None
        if last is not None and digest == self._held:
            return Reading(last, ())  # a mistake was taken back
        curriculum = api.load(self.path)
        errors = tuple(found for found in curriculum.diagnostics if found.severity.value == "error")
        if errors and last is not None and last.curriculum.ok:
            return Reading(last, errors)
        self._held = digest if curriculum.ok else b""
        if last is None:
            return Reading(Edition(1, curriculum, None), errors)
        return Reading(Edition(last.number + 1, curriculum, last.curriculum), errors)

    def _digest(self) -> bytes:
        """Return a digest of all texts: the same for the same texts."""
        digest = blake2s()
        for path, _, _ in self._stamp:
            digest.update(path.encode("utf-8", "surrogateescape") + b"\0")
            try:
                digest.update(blake2s(Path(path).read_bytes()).digest())
            except OSError:  # not to be read: what reads the project says so
                digest.update(b"?")
        return digest.digest()

    def _stamps(self) -> Iterator[tuple[str, int, int]]:
        """Yield what tells whether a file has changed: its name, its time and its size."""
        top = self.path if self.path.is_dir() else self.path.parent
        for folder, below, names in os.walk(top):
            below.sort()
            for name in sorted(names):
                if name.endswith((".lob", ".toml")):
                    try:
                        found = (Path(folder) / name).stat()
                    except OSError:  # gone between the two
                        continue
                    yield str(Path(folder) / name), found.st_mtime_ns, found.st_size
