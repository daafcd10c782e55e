"""Read a file into a Source, or say why not; nothing a file holds may hurt."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

from routeplanner.text.diagnostic import Diagnostic, found
from routeplanner.text.hidden import hidden
from routeplanner.text.source import Source, Span

MAX_BYTES = 2 * 1024 * 1024
"""Of one file. A school of 10,000 lines takes about a sixth of it."""
MAX_LINES = 50_000
"""Of one file."""

_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
_START = 512
"""Bytes that show whether a text without a byte-order mark is UTF-16."""


def read_source(path: Path, shown_as: str) -> tuple[Source | None, list[Diagnostic]]:
    """Return the text of a file with what is wrong with it as a file.

    Without a text (None) the diagnostics, in the empty Source of that name, say why.
    """
    try:
        data = _read_bytes(path)
    except _Refused as refused:
        return None, [found(refused.code, _nowhere(shown_as), path=shown_as, most=MAX_BYTES // 2**20)]
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        return None, [unreadable(error, shown_as)]
    return decode(data, shown_as)


def decode(data: bytes, shown_as: str) -> tuple[Source | None, list[Diagnostic]]:
    """Return the text of these bytes with what is wrong with it; see read_source."""
    if _is_utf_16(data):
        return None, [found("RP004", _nowhere(shown_as), variant="utf-16", path=shown_as)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line = 1 + len(re.findall(r"\r\n|\n|\r", before))
        return None, [
            found("RP004", _nowhere(shown_as), path=shown_as, line=line, byte=f"{data[error.start]:02x}")
        ]
    return from_text(text, shown_as)


def from_text(text: str, shown_as: str) -> tuple[Source | None, list[Diagnostic]]:
    """Return a Source for a text that is already in memory, with its hidden characters told."""
    if len(text) > MAX_BYTES:
        return None, [found("RP003", _nowhere(shown_as), path=shown_as, most=MAX_BYTES // 2**20)]
    ends = text.count("\n") + text.count("\r")
    source = Source(shown_as, text)
    if ends > MAX_LINES * 2 or (ends >= MAX_LINES and _count(source) > MAX_LINES):
        return None, [found("RP003", _nowhere(shown_as), path=shown_as, most=MAX_LINES, variant="regels")]
    return source, hidden(source)


def _count(source: Source) -> int:
    """Return the number of lines, without the empty one after the last line ending."""
    last = source.lines[-1]
    return len(source.lines) - (last.start == last.stop)


def unreadable(error: OSError | ValueError, shown_as: str) -> Diagnostic:
    """Return the finding for a file or folder that the system does not give."""
    return found("RP001", _nowhere(shown_as), path=shown_as, variant=_reason(error))


def _is_utf_16(data: bytes) -> bool:
    """Tell whether these bytes are UTF-16: the letters in it have a zero byte each, all on the same side."""
    if data.startswith(_BYTE_ORDER_MARKS):
        return True
    start = data[:_START]
    even, odd = start[::2].count(0), start[1::2].count(0)
    return min(even, odd) == 0 and max(even, odd) * 3 > len(start)


class _Refused(Exception):  # noqa: N818 - not an error of the program: the file is not one to read
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _read_bytes(path: Path) -> bytes:
    """Read at most MAX_BYTES of a regular file; a FIFO or device is refused without opening it."""
    _refuse_others(path.stat())
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(file.fileno())
        _refuse_others(status)
        data = b"" if status.st_size > MAX_BYTES else file.read(MAX_BYTES + 1) or b""
    if status.st_size > MAX_BYTES or len(data) > MAX_BYTES:
        raise _Refused("RP003")
    return data


def _refuse_others(status: os.stat_result) -> None:
    """Refuse what is no file of bytes."""
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise _Refused("RP002")


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "bestaat-niet"
    if isinstance(error, PermissionError):
        return "mag-niet"
    if isinstance(error, IsADirectoryError):
        return "is-een-map"
    return ""


def _nowhere(shown_as: str) -> Span:
    return Span(Source(shown_as, ""), 0, 0)
