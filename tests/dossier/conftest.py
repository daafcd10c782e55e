from collections.abc import Iterator
from pathlib import Path

import pytest

from routeplanner.dossier.records import Leerling
from routeplanner.dossier.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "dossier.db")) as opened:
        yield opened


@pytest.fixture
def leerling(store: Store) -> Leerling:
    return store.add(Leerling(naam="Proef Persoon 1", klas="3A", programma="VT", leerweg="KB"))
