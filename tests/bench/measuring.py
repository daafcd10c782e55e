"""Times things several times over and prints the medians: benches tell, and never assert."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
RUNS = 7


class Times(NamedTuple):
    """Medians, in milliseconds."""

    wall: float
    processor: float
    """What other programs do on the machine counts less in it."""


def timed(work: Callable[[], object], runs: int = RUNS, before: Callable[[], object] = lambda: None) -> Times:
    walls, processors = [], []
    for _ in range(runs):
        before()
        wall, processor = perf_counter(), process_time()
        work()
        walls.append((perf_counter() - wall) * 1000)
        processors.append((process_time() - processor) * 1000)
    return Times(median(walls), median(processors))


class Process(NamedTuple):
    """Medians of a process that starts cold."""

    wall: float
    """Milliseconds."""
    processor: float
    """Milliseconds."""
    megabytes: float
    """The most that it held."""
    modules: tuple[str, ...]
    """Libraries that it imported, without Python's own."""


# Runs the program as its script does, and tells at the end what it took.
PROGRAM = """
import json, os, sys
report, sys.argv = sys.argv[1], ["routeplanner", *sys.argv[2:]]
try:
    from routeplanner_cli import main
    main()
except SystemExit:
    pass
finally:
    modules = sorted({name.partition(".")[0] for name in sys.modules} - sys.stdlib_module_names - {"__main__"})
    try:
        status = open("/proc/self/status").read()
    except OSError:
        status = ""
    most = [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")] or [0]
    times = os.times()
    json.dump([times.user + times.system, most[0] / 1024, modules], open(report, "w"))
"""


def process(report: Path, *arguments: str | Path, runs: int = RUNS) -> Process:
    """Run `routeplanner` with these arguments in processes of its own."""
    walls, processors, megabytes, modules = [], [], [], []
    for _ in range(runs):
        began = perf_counter()
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(report), *map(str, arguments)],
            cwd=ROOT,
            check=True,
            capture_output=True,
            env=os.environ,
        )
        walls.append((perf_counter() - began) * 1000)
        seconds, most, modules = json.loads(report.read_text("utf-8"))
        processors.append(seconds * 1000)
        megabytes.append(most)
    return Process(median(walls), median(processors), median(megabytes), tuple(modules))


def show(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table."""
    table = [list(head), *([_text(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(head))]
    print(f"\n{title} (medians of {RUNS} runs)")
    for row in table:
        first, *others = zip(row, widths, strict=True)
        print("  " + first[0].ljust(first[1]) + "".join(f"  {text:>{width}}" for text, width in others))


def _text(cell: object) -> str:
    return f"{cell:,.1f}" if isinstance(cell, float) else str(cell)
