from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from dossier import postgresql

from routeplanner.dossier.records import Leerling
from routeplanner.dossier.store import Store


@pytest.fixture(scope="session")
def server() -> Iterator[postgresql.Server]:
    if postgresql.found() is None:
        pytest.skip(postgresql.MISSING)
    with postgresql.running() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty dossier is: whatever takes this is tried on both."""
    with ExitStack() as stack:
        if request.param == "sqlite":
            yield str(tmp_path / "dossier.db")
        else:
            yield stack.enter_context(request.getfixturevalue("server").dossier())


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with Store.open(place) as opened:
        yield opened


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Store]:
    """For what only a file has."""
    with Store.open(str(tmp_path / "dossier.db")) as opened:
        yield opened


@pytest.fixture
def leerling(store: Store) -> Leerling:
    return store.add(Leerling(naam="Proef Persoon 1", klas="3A", programma="VT", leerweg="KB"))
