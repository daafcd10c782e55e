"""Write a file so that there is never a half of it: the old text stands, or the new one does."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable
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
    _replace(target, text.encode("utf-8"), mode, lambda: _check_unchanged(target, was))


def write_output(path: Path, data: bytes) -> None:
    """Write a file that is made from others, over an older one if there is one; through a link what it points at.

    Raises:
        OSError: It cannot be written, or something that is no file stands there; what stood there still does.
    """
    target = path.resolve()
    if target.exists():
        if not target.is_file():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        mode = stat.S_IMODE(target.stat().st_mode)
    else:
        mode = None
    _replace(target, data, mode, lambda: None)


def _replace(target: Path, data: bytes, mode: int | None, check: Callable[[], None]) -> None:
    """Write a new file beside the target, and when the check passes put it in its place.

    Args:
        target: What is replaced.
        data: What it will hold.
        mode: Its permissions; None for those that a new file has here.
        check: Raises where it may not be replaced after all.
    """
    fresh = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.tmp")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if mode is not None:
                fresh.chmod(mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        check()
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
