"""Plants each fault in a copy of the checkout and runs the tests of the engine there: `python tests/faults/plant.py`.

Ends with 1 if some fault is not caught. A number or a part of a file's name as argument plants only those.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[1])

from faults.faults import FAULTS, Fault

ROOT = Path(__file__).parents[2]
TESTS = (["tests/oracle/test_oracle.py"], ["tests/engine"], ["tests/oracle", "tests/second"])
"""Those that find most in little time come first."""


def main(wanted: Iterable[str]) -> int:
    """Plant the faults, and tell of each whether it was caught."""
    asked = tuple(wanted)
    chosen = [(n, f) for n, f in enumerate(FAULTS, 1) if not asked or str(n) in asked or f.file in asked]
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "main"
        copied(copy)
        for number, fault in chosen:
            by = caught(copy, fault)
            missed += by is None
            print(f"{number:3} {fault.file:20} {by or 'NOT CAUGHT':40} {fault.was.strip()}", flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} faults caught")
    return int(missed > 0)


def copied(copy: Path) -> None:
    """Copy what is kept of the checkout, and what was made from it."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    made = [
        str(path.relative_to(ROOT))
        for path in ROOT.glob("routeplanner/**/*")
        if path.suffix in (".mo", ".bin")
    ]
    for name in [*listed.decode().split("\0")[:-1], *made]:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, copy / name)


def caught(copy: Path, fault: Fault) -> str | None:
    """Return the first test that is red with a fault; None where all are green."""
    file = copy / "routeplanner" / "engine" / f"{fault.file}.py"
    text = file.read_text("utf-8")
    file.write_text(planted(text, fault), "utf-8")
    try:
        return next((red for tests in TESTS if (red := first_red(copy, tests))), None)
    finally:
        file.write_text(text, "utf-8")


def planted(text: str, fault: Fault) -> str:
    """Return the text of a file with a fault in it."""
    if text.count(fault.was) != 1:
        raise ValueError(f"stands {text.count(fault.was)} times in {fault.file}: {fault.was}")
    return text.replace(fault.was, fault.becomes)


def first_red(copy: Path, tests: list[str]) -> str | None:
    """Return the first of these tests that fails, or why they could not be run."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "2", "-p", "no:cacheprovider", *tests]
    paths = os.pathsep.join([str(copy), str(copy / "cli")])
    run = subprocess.run(
        command, cwd=copy, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, check=False
    )
    if run.returncode == 0:
        return None
    lines = [line for line in run.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return lines[0].split(" - ")[0].partition("::")[2][:40] or lines[0][:40] if lines else "not run"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
