"""The real server in a process of its own, as `routeplanner serve` starts it; it may reach this machine only."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUARDED = Path(__file__).parent / "guarded"


@dataclass(frozen=True)
class Server:
    """A server that answers."""

    address: str
    """Where the page is, with the start token."""
    dossier: Path
    process: subprocess.Popen[str]

    @property
    def origin(self) -> str:
        return self.address.partition("/?")[0]


def guarded(told: Path) -> dict[str, str]:
    """The environment of a process that may reach nothing but this machine; `told` gets what it tried."""
    path = os.pathsep.join([str(GUARDED), str(ROOT), str(ROOT / "cli")])
    return os.environ | {"PYTHONPATH": path, "ROUTEPLANNER_SOCKETS": str(told)}


@contextmanager
def serving(school: Path, folder: Path, *options: str) -> Iterator[Server]:
    """Serve a school; its dossier is in the folder. At the end it must have reached for nothing elsewhere."""
    dossier, told, faults = folder / "dossier.db", folder / "sockets.txt", folder / "faults.txt"
    told.touch()
    command = [sys.executable, "-m", "routeplanner_cli", "serve", str(school), "--port", "0", "--no-browser"]
    with faults.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [*command, "--dossier", str(dossier), *options],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env=guarded(told),
            cwd=folder,
        )
    assert process.stdout is not None
    try:
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found, faults.read_text("utf-8")
        yield Server(found[0], dossier, process)
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()
    assert told.read_text("utf-8") == "", "the server reached for something that is not on this machine"
    assert faults.read_text("utf-8") == "", "the server told of a fault"
