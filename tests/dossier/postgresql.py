"""A PostgreSQL server of our own: it lives in a temporary folder, and listens on a socket in it and nowhere else."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

from routeplanner.dossier.store import Store

USER = "postgres"
MISSING = "no PostgreSQL server is installed; on Debian: apt-get install postgresql"
_DEBIAN = "/usr/lib/postgresql"
# the data are thrown away: a test of what survives a power failure is no test of PostgreSQL
_OPTIONS = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -k {folder}"


class Server:
    """A running server, that hands out empty dossiers."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count()
        with self._connected() as connection:
            connection.execute("CREATE DATABASE model")
        Store.open(self.url("model")).close()

    def url(self, database: str) -> str:
        return f"postgresql:///{database}?host={self._folder}&user={USER}"

    @contextmanager
    def dossier(self, *, empty: bool = False) -> Iterator[str]:
        """Give the address of a dossier in which nothing is kept; `empty` is a database without tables."""
        name = f"dossier{next(self._numbers)}"
        names = [sql.Identifier(one) for one in (name, "template1" if empty else "model")]
        with self._connected() as connection:
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))
            yield self.url(name)
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(names[0]))

    def _connected(self) -> psycopg.Connection:
        return psycopg.connect(host=str(self._folder), user=USER, dbname="postgres", autocommit=True)


@contextmanager
def running() -> Iterator[Server]:
    """Start a server, and stop it at the end."""
    programs = found()
    assert programs is not None, MISSING
    folder = Path(tempfile.mkdtemp(prefix="rp-pg-", dir="/tmp"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, USER, USER)
        data = folder / "data"
        _run(programs / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        options = _OPTIONS.format(folder=folder)
        _run(programs / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start")
        try:
            yield Server(folder)
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder)


def found() -> Path | None:
    """Return the folder of the server's programs; Debian keeps it out of the path."""
    at = shutil.which("initdb")
    folders = [Path(at).parent] if at else [path.parent for path in Path(_DEBIAN).glob("*/bin/initdb")]
    return max(folders, default=None)


def _run(*command: str | Path) -> None:
    """Run a program of the server; it refuses to be root."""
    as_user = ("runuser", "-u", USER, "--") if os.geteuid() == 0 else ()
    done = subprocess.run(
        [*as_user, *map(str, command)],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd="/",
        text=True,
    )
    assert done.returncode == 0, done.stdout
