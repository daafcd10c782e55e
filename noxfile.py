"""One command for everything: `nox -l` lists the sessions, `nox -s tests` runs one.

The sessions run in the environment that nox itself is in; `scripts/test` makes it.
"""

from pathlib import Path

import nox

PYTEST = ("python", "-m", "pytest")
IN_PARALLEL = ("-n", "2", "--dist", "loadgroup")

TYPED = tuple(
    path for path in ("routeplanner", "cli", "tools", "hatch_build.py", "noxfile.py") if Path(path).exists()
)

nox.options.default_venv_backend = "none"
nox.options.sessions = ["lint", "types", "tests", "wheel"]


@nox.session
def lint(session: nox.Session) -> None:
    """Style, layout and the order of imports."""
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Types, strictly."""
    session.run("mypy", *TYPED)


@nox.session
def tests(session: nox.Session) -> None:
    """Every test, at the size for CI."""
    session.run(*PYTEST, *IN_PARALLEL, *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the wheel and the sdist into dist/, and try them where nothing else is installed."""
    session.run("python", "-m", "build", "--no-isolation")
    session.run(*PYTEST, "tests/packaging", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Print how long things take; nothing is asserted."""
    session.run(*PYTEST, "tests/bench", "-s", "-o", "python_files=bench_*.py", *session.posargs)


@nox.session
def campaign(session: nox.Session) -> None:
    """Every test at the size for before a release; takes hours."""
    session.run(*PYTEST, *IN_PARALLEL, *session.posargs, env={"ROUTEPLANNER_CAMPAIGN": "1"})
