"""Every question to the engine, on schools of three sizes, beside its peers. Milliseconds of processor time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median, quantiles

import pytest
from bench.asking import Taken
from bench.choices import SIZES
from bench.measuring import ROOT
from bench.picture import picture

TESTS = Path(__file__).parents[1]
BESIDE = {
    "click, all options": ("clingo brave and cautious, all options", "CP-SAT probing, all options"),
    "analyse, for one kind of pupil": ("CP-SAT probing, all options",),
    "one clash of choices": ("CP-SAT, one clash of choices",),
    "the best completion": ("CP-SAT, the best completion",),
    "a million routes in bits": ("plain Python: a million routes",),
}


DRAWN = (
    "read and link the text",
    "the normal form",
    "click, options on screen",
    "click, all options",
    "the best completion",
)
PICTURE = ROOT / "docs/bench-growth.svg"
_taken: dict[int, Taken] = {}


@pytest.mark.parametrize("size", SIZES)
def test_a_school(size: int) -> None:
    path = os.pathsep.join((str(TESTS), str(ROOT), str(ROOT / "cli")))
    done = subprocess.run(
        [sys.executable, "-m", "bench.asking", str(size)],
        check=True,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
    )
    taken, facts = json.loads(done.stdout)
    _taken[size] = taken
    print(f"\nA school of {size:,} choices (load of the machine {os.getloadavg()[0]:.1f})")
    for name, value in facts.items():
        print(f"  {name:<42} {value:>12,.1f}")
    print(f"  {'':<42} {'times':>6} {'median':>12} {'p95':>12} {'p99':>12}   ms")
    for name, times in taken.items():
        print(
            f"  {name:<42} {len(times):>6} {median(times):>12,.2f} {_at(times, 95):>12,.1f} {_at(times, 99):>12,.1f}"
        )
    for name, peers in BESIDE.items():
        for peer in peers:
            if name in taken and peer in taken:
                print(f"  {peer}: {_ratio(taken, peer, name):,.1f} times as long as {name}")


def test_growth() -> None:
    if len(_taken) < len(SIZES):
        pytest.skip("not every size was asked")
    lines = {name: [median(_taken[size][name]) for size in SIZES] for name in DRAWN}
    PICTURE.write_text(picture(SIZES, lines), "utf-8")
    print(f"\nDrawn: {PICTURE.relative_to(ROOT)}")


def _at(times: list[float], percent: int) -> float:
    return quantiles(times, n=100, method="inclusive")[percent - 1] if len(times) > 1 else times[0]


def _ratio(taken: Taken, peer: str, name: str) -> float:
    return median(taken[peer]) / median(taken[name])
