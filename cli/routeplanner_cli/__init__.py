"""The command line: it reads what is asked, calls routeplanner.api and shows what comes back."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the program with the arguments of this process, and end the process."""
    from routeplanner_cli.program import run

    sys.exit(run(sys.argv[1:]))
