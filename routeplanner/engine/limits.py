"""How long, and with how much memory, a question may be searched for; and how another thread stops it.

A limit holds for everything that is called within it, in its own thread: what searches asks `check` now and
then. Limits within limits can only be tighter.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from math import inf
from pathlib import Path
from threading import Event
from typing import ClassVar

SECONDS = 5.0
"""How long one question may take, unless the caller says otherwise."""
_STATM = Path("/proc/self/statm")


class LimitReachedError(Exception):
    """A limit came before the answer: nobody knows it yet."""

    limit: ClassVar[str] = "grens"
    """The word for which one."""


class OutOfTimeError(LimitReachedError):
    """There was no time left."""

    limit = "tijd"


class OutOfMemoryError(LimitReachedError):
    """More memory would have been taken than was given."""

    limit = "geheugen"


class CancelledError(Exception):
    """The caller wants no answer any more."""


@dataclass(frozen=True, slots=True)
class _Limit:
    until: float
    """On the monotonic clock."""
    most: float
    """In bytes, of the whole process."""
    cancelled: tuple[Event, ...]


_FREE = _Limit(inf, inf, ())
_now: ContextVar[_Limit] = ContextVar("limit", default=_FREE)


@contextmanager
def limit(
    seconds: float = inf, *, memory: int | None = None, cancelled: Event | None = None
) -> Iterator[None]:
    """Hold what is called within to a limit.

    Args:
        seconds: How long it may take.
        memory: How much more memory the process may take, in bytes.
        cancelled: Set by another thread, it ends the search.
    """
    outer = _now.get()
    inner = _Limit(
        min(outer.until, time.monotonic() + seconds),
        min(outer.most, inf if memory is None else _memory() + memory),
        outer.cancelled if cancelled is None else (*outer.cancelled, cancelled),
    )
    token = _now.set(inner)
    try:
        yield
    finally:
        _now.reset(token)


def left() -> float:
    """Return how many seconds there are left; infinite without a limit."""
    return _now.get().until - time.monotonic()


def check() -> None:
    """Go on, or raise why not.

    Raises:
        OutOfTimeError: There is no time left.
        OutOfMemoryError: The process has taken more than it was given.
        CancelledError: The caller wants no answer any more.
    """
    now = _now.get()
    if now is _FREE:
        return
    if any(event.is_set() for event in now.cancelled):
        raise CancelledError
    if time.monotonic() > now.until:
        raise OutOfTimeError
    if now.most < inf and _memory() > now.most:
        raise OutOfMemoryError


def _memory() -> int:
    """Return how much memory the process has, in bytes, as far as the system tells: on Windows it is not told."""
    if sys.platform == "win32":
        return 0
    import resource

    if _STATM.exists():
        return int(_STATM.read_text("ascii").split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
