"""The smallest set that has something of each of several sets."""

from __future__ import annotations

from collections.abc import Sequence


def first_hitting(sets: Sequence[frozenset[int]], most: int) -> tuple[int, ...] | None:
    """Return the smallest set of numbers with one of each of these sets, the first in order among those.

    Args:
        sets: What is to be hit.
        most: How many numbers at most; where no set is so small, None comes back.
    """
    for size in range(most + 1):
        found = _hitting(sets, size, -1)
        if found is not None:
            return found
    return None


def _hitting(sets: Sequence[frozenset[int]], size: int, after: int) -> tuple[int, ...] | None:
    """Return the first hitting set of at most this size whose numbers all come after one; None without any."""
    if not sets:
        return ()
    last = min(max(one, default=-1) for one in sets)  # a set is lost once its last number is passed
    options = sorted({number for one in sets for number in one if after < number <= last}) if size else ()
    for number in options:
        rest = _hitting([one for one in sets if number not in one], size - 1, number)
        if rest is not None:
            return (number, *rest)
    return None
