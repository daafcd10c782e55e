"""Times a thing a few times and prints the median; nothing is asserted."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]


def median(name: str, thing: Callable[[], object], *, times: int = 7, each: int = 1) -> float:
    """Print and return the median in milliseconds.

    Args:
        name: What is timed.
        thing: What to do.
        times: How often.
        each: How many pieces of work that is: the time is told for one of them too.
    """
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        thing()
        taken.append((time.perf_counter() - began) * 1000)
    middle = statistics.median(taken)
    one = f"  ({middle / each:.3f} ms each)" if each > 1 else ""
    print(f"{name:<58} {middle:>10.1f} ms{one}")
    return middle


def program(*arguments: str | Path) -> None:
    """Run the program in a process of its own, as a user does."""
    command = [sys.executable, "-m", "routeplanner_cli", *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
