import stat
from pathlib import Path
from threading import Event, Thread

import pytest
from dossier.filled import fill
from dossier.postgresql import Server

from routeplanner.dossier.errors import ExistsError, FullError, NotHereError, UnreachableError
from routeplanner.dossier.records import Leerling
from routeplanner.dossier.store import Store


def test_a_backup_is_a_whole_dossier(sqlite: Store, tmp_path: Path) -> None:
    leerling = fill(sqlite, 1)
    to = tmp_path / "kopie.db"
    sqlite.backup(to)
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.glob("kopie*")] == ["kopie.db"]
    fill(sqlite, 2)
    with Store.open(str(to)) as copy:
        assert copy.find(Leerling) == (leerling,)
        assert copy.export(leerling.id)[:1000] == sqlite.export(leerling.id)[:1000]


def test_a_backup_is_one_moment(sqlite: Store, tmp_path: Path) -> None:
    stop = Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            leerling = sqlite.add(Leerling(naam=f"Proef Persoon {number}"))
            sqlite.start(leerling.id, "eerste", "{}")

    writer = Thread(target=write)
    writer.start()
    try:
        for number in range(10):
            sqlite.backup(tmp_path / f"kopie{number}.db")
    finally:
        stop.set()
        writer.join()
    for number in range(10):
        with Store.open(str(tmp_path / f"kopie{number}.db")) as copy:
            known = {leerling.id for leerling in copy.find(Leerling)}
            assert {line.leerling for line in copy.trail()} == known


def test_nothing_is_written_over(sqlite: Store, tmp_path: Path) -> None:
    to = tmp_path / "kopie.db"
    to.write_text("iets anders")
    with pytest.raises(ExistsError):
        sqlite.backup(to)
    assert to.read_text() == "iets anders"
    with pytest.raises(UnreachableError):
        sqlite.backup(tmp_path / "weg" / "kopie.db")


def test_of_a_backup_that_failed_nothing_is_left(
    sqlite: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise FullError

    monkeypatch.setattr(Store, "_copy", full)
    with pytest.raises(FullError):
        sqlite.backup(tmp_path / "kopie.db")
    assert not (tmp_path / "kopie.db").exists()


def test_a_server_makes_its_own_backups(server: Server, tmp_path: Path) -> None:
    with server.dossier() as place, Store.open(place) as store, pytest.raises(NotHereError):
        store.backup(tmp_path / "kopie.db")
