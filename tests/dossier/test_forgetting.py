import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from dossier.filled import fill, mark
from dossier.postgresql import Server

from routeplanner.dossier import connecting
from routeplanner.dossier.errors import Conflict, DossierError, NotFoundError
from routeplanner.dossier.forgetting import _last_day
from routeplanner.dossier.records import Handeling, Instellingen, Leerling, VanLeerling
from routeplanner.dossier.store import Store
from routeplanner.dossier.tables import TABLES, metadata, te_wissen

PUPILS = 50


def bytes_of(folder: Path) -> bytes:
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    assert files, "nothing was looked at"
    return b"".join(file.read_bytes() for file in files)


def found(folder: Path, numbers: range) -> list[int]:
    held = bytes_of(folder)
    return [number for number in numbers if mark(number).encode() in held]


def test_of_whom_is_forgotten_no_byte_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with Store.open(str(folder / "dossier.db")) as store:
        leerlingen = [fill(store, number, large=number * 300) for number in range(PUPILS)]
        for leerling in leerlingen[::3]:
            store.save(replace(leerling, klas=f"4 {leerling.naam}"))
        assert found(folder, range(PUPILS)) == list(range(PUPILS))
        gone, kept = leerlingen[: PUPILS - 5], leerlingen[PUPILS - 5 :]
        assert store.forget([leerling.id for leerling in gone], door="b1")
        # the dossier is still open: its -wal and -shm are looked at too
        assert sorted(file.name for file in folder.iterdir()) == [
            "dossier.db",
            "dossier.db-shm",
            "dossier.db-wal",
        ]
        assert found(folder, range(PUPILS)) == list(range(PUPILS - 5, PUPILS))
        assert {leerling.id for leerling in store.find(Leerling)} == {leerling.id for leerling in kept}
        ids = {leerling.id for leerling in gone}
        for kind in TABLES:
            if issubclass(kind, VanLeerling):
                assert store.find(kind), "nothing was looked at"
                assert not [one for one in store.find(kind) if one.leerling in ids]
    assert found(folder, range(PUPILS)) == list(range(PUPILS - 5, PUPILS))


def test_the_trail_keeps_an_id_and_no_more(store: Store) -> None:
    leerling = fill(store, 1)
    before = store.trail()
    store.forget([leerling.id], door="b1")
    assert store.trail()[: len(before)] == before
    line = store.trail()[-1]
    assert (line.door, line.handeling, line.soort) == ("b1", Handeling.VERWIJDERD, "Leerling")
    assert (line.record, line.leerling) == (leerling.id, leerling.id)


def test_all_are_forgotten_or_none(store: Store, leerling: Leerling) -> None:
    with pytest.raises(NotFoundError):
        store.forget([leerling.id, "0" * 16])
    assert store.find(Leerling) == (leerling,)
    with pytest.raises(TypeError):
        store.remove(leerling)


def test_what_could_not_go_goes_when_it_is_next_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    with Store.open(str(folder / "dossier.db")) as store:
        fill(store, 2)
        leerling = fill(store, 1, large=50_000)
        with monkeypatch.context() as patch:
            patch.setattr(Store, "_rewrite", lambda _: False)
            assert not store.forget([leerling.id])
        assert found(folder, range(3)) == [1, 2]
    with Store.open(str(folder / "dossier.db")) as store:
        assert found(folder, range(3)) == [2]
        with store._reading() as connection:
            assert connection.execute(te_wissen.select()).all() == []


def test_someone_who_reads_all_the_time_does_not_keep_the_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pragmas = (*connecting._PRAGMAS, "busy_timeout=50")
    monkeypatch.setattr(connecting, "_PRAGMAS", pragmas)
    file = tmp_path / "dossier.db"
    with Store.open(str(file)) as store:
        leerling = fill(store, 1)
        with closing(sqlite3.connect(file, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM leerlingen").fetchone()
            assert not store.forget([leerling.id])
            assert store.find(Leerling) == ()
        assert store.wipe()
        assert found(tmp_path, range(2)) == []


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE spoor SET door = 'x'",
        "DELETE FROM spoor",
        "DELETE FROM spoor WHERE nummer = 1",
    ],
)
def test_the_trail_is_only_ever_added_to(store: Store, leerling: Leerling, attack: str) -> None:
    before = store.trail(leerling.id)
    assert before
    with pytest.raises(DossierError), store._writing() as connection:
        connection.exec_driver_sql(attack)
    assert store.trail(leerling.id) == before


def test_nor_is_it_written_over(sqlite: Store) -> None:
    sqlite.add(Leerling(naam="Proef Persoon 1"))
    before = sqlite.trail()
    with pytest.raises(DossierError), sqlite._writing() as connection:
        connection.exec_driver_sql("INSERT OR REPLACE INTO spoor SELECT * FROM spoor")
    assert sqlite.trail() == before


def test_nor_is_it_emptied(server: Server) -> None:
    with server.dossier() as place, Store.open(place) as store:
        store.add(Leerling(naam="Proef Persoon 1"))
        before = store.trail()
        with pytest.raises(DossierError), store._writing() as connection:
            connection.exec_driver_sql("TRUNCATE spoor")
        assert store.trail() == before


def test_a_server_keeps_no_row_of_whom_is_forgotten(server: Server) -> None:
    with server.dossier() as place, Store.open(place) as store:
        leerlingen = [fill(store, number) for number in range(5)]
        assert store.forget([leerling.id for leerling in leerlingen[:4]])
        with store._reading() as connection:
            rows = [str(connection.execute(table.select()).all()) for table in metadata.tables.values()]
        assert [number for number in range(5) if any(mark(number) in text for text in rows)] == [4]


def test_without_a_term_no_date_is_made_up(store: Store, leerling: Leerling) -> None:
    assert (store.settings().versie, store.settings().bewaren_maanden) == (0, None)
    assert leerling.bewaren_tot is None
    assert store.past_retention(date(9999, 12, 31)) == ()


def test_the_term_that_the_school_set(store: Store) -> None:
    store.keep_settings(Instellingen(bewaren_maanden=24))
    leerling = store.add(Leerling(naam="Proef Persoon 1"))
    begun = leerling.gemaakt.date()
    assert leerling.bewaren_tot == _last_day(begun, 24)
    assert leerling.bewaren_tot is not None
    assert leerling.bewaren_tot.year == begun.year + 2
    own = store.add(Leerling(naam="Proef Persoon 2", bewaren_tot=date(2030, 1, 1)))
    assert own.bewaren_tot == date(2030, 1, 1)
    assert store.save(replace(own, bewaren_tot=None)).bewaren_tot is None


@pytest.mark.parametrize(
    ("begin", "months", "last"),
    [
        ("2026-11-24", 0, "2026-11-24"),
        ("2026-11-24", 1, "2026-12-24"),
        ("2026-11-24", 2, "2027-01-24"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-10-31", 1, "2026-11-30"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-11-24", 61, "2031-12-24"),
    ],
)
def test_a_term_in_months(begin: str, months: int, last: str) -> None:
    assert _last_day(date.fromisoformat(begin), months) == date.fromisoformat(last)


def test_two_who_set_the_term_at_once(store: Store) -> None:
    one, other = store.settings(), store.settings()
    theirs = store.keep_settings(replace(one, bewaren_maanden=24))
    with pytest.raises(Conflict) as conflict:
        store.keep_settings(replace(other, bewaren_maanden=60))
    assert conflict.value.theirs == theirs
    assert store.keep_settings(replace(theirs, bewaren_maanden=60)).bewaren_maanden == 60


def test_who_is_past_the_date(store: Store) -> None:
    days = ["2026-07-31", "2026-08-01", "2025-07-31"]
    pupils = [store.add(Leerling(naam="Proef Persoon", bewaren_tot=date.fromisoformat(day))) for day in days]
    store.add(Leerling(naam="Proef Persoon 9"))
    assert store.past_retention(date(2026, 8, 1)) == (pupils[2], pupils[0])
