"""Who is signed in: kept here and not in the cookie, so that signing out ends it. A restart ends all of it."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from routeplanner.dossier.policy import Persoon

T = TypeVar("T")

IDLE = 30 * 60.0
"""Seconds after the last click."""
LONGEST = 10 * 3600.0
"""Seconds after signing in: a school day."""
_MOST = 20_000
"""Sessions at once; the one that began first gives way."""


@dataclass
class _Held(Generic[T]):
    value: T
    began: float
    touched: float


class Kept(Generic[T]):
    """Values by a key that cannot be guessed, for a limited time. Safe to use from several threads.

    Args:
        idle: Seconds that a value stays without being asked for.
        longest: Seconds that it stays at most.
        clock: Tells the time in seconds.
    """

    def __init__(self, idle: float, longest: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._idle = idle
        self._longest = longest
        self._clock = clock
        self._lock = Lock()
        self._held: OrderedDict[str, _Held[T]] = OrderedDict()

    def put(self, value: T) -> str:
        """Keep a value, and return its key."""
        key, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            while self._held and (len(self._held) >= _MOST or self._is_over(next(iter(self._held.values())))):
                self._held.popitem(last=False)
            self._held[key] = _Held(value, now, now)
        return key

    def get(self, key: str, *, touch: bool = True) -> T | None:
        """Return a value; None where there is none (any more).

        Args:
            key: Of the value.
            touch: Whether someone asks for it; a page that refreshes itself is no one.
        """
        with self._lock:
            held = self._held.get(key)
            if held is None or self._is_over(held):
                self._held.pop(key, None)
                return None
            if touch:
                held.touched = self._clock()
            return held.value

    def take(self, key: str) -> T | None:
        """Return a value, and keep it no longer."""
        found = self.get(key)
        with self._lock:
            return found if self._held.pop(key, None) is not None else None

    def _is_over(self, held: _Held[T]) -> bool:
        now = self._clock()
        return now - held.touched > self._idle or now - held.began > self._longest


def sessions(clock: Callable[[], float] = time.monotonic) -> Kept[Persoon]:
    """Return the sessions of those who sign in."""
    return Kept(IDLE, LONGEST, clock)
