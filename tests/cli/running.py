"""Runs the program, as click does in this process or as a user does in one of its own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from click.testing import CliRunner, Result
from routeplanner_cli.program import program

START = "import sys; from routeplanner_cli import main; sys.argv[0] = 'routeplanner'; main()"


def invoke(*arguments: str | Path, **environment: str) -> Result:
    return CliRunner().invoke(program(), [str(argument) for argument in arguments], env=environment)


def run(
    *arguments: str | Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(arguments),
        cwd=cwd,
        env={**clean_environment(), **environment},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def command(arguments: Sequence[str | Path]) -> list[str]:
    return [sys.executable, "-c", START, *map(str, arguments)]


def clean_environment() -> dict[str, str]:
    left_out = ("ROUTEPLANNER_", "LANG", "LC_", "NO_COLOR", "PYTHONIOENCODING", "PYTHONUTF8")
    return {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
