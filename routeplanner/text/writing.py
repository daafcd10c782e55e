"""Write a file so that there is never a half of it: the old text stands, or the new one does."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


class ChangedMeanwhile(Exception):  # noqa: N818 - not an error of the program: someone else was first
    """The file no longer holds what was read from it."""


def write_text(path: Path, text: str, *, was: str) -> None:
    """Replace the text of a file, which keeps its permissions; through a link the file it points at.

    Args:
        path: An existing file.
        text: The new text, with the line endings and byte-order mark it must have.
        was: The text that was read.

    Raises:
        ChangedMeanwhile: The file holds another text by now; nothing was written.
        OSError: It cannot be written; the old text still stands.
    """
    target = path.resolve(strict=True)
    if not os.access(target, os.W_OK):
        raise PermissionError(f"{path} is not to be written")
    mode = stat.S_IMODE(target.stat().st_mode)
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    fresh = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(mode)
        _check_unchanged(target, was)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _check_unchanged(target: Path, was: str) -> None:
    if target.read_bytes() != was.encode("utf-8"):
        raise ChangedMeanwhile(target)


def _sync_folder(folder: Path) -> None:
    """Have the new name itself reach the disk, where the system can do that for a folder."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
