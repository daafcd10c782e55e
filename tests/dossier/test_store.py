import os
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack, closing
from multiprocessing import get_context
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.command import upgrade
from alembic.migration import MigrationContext
from dossier.postgresql import Server

from routeplanner.dossier import migrating
from routeplanner.dossier.connecting import engine_for
from routeplanner.dossier.errors import DamagedError, NewerError, UnknownPlaceError, UnreachableError
from routeplanner.dossier.folder import data_folder
from routeplanner.dossier.migrating import VERSION_TABLE, _config
from routeplanner.dossier.records import Leerling
from routeplanner.dossier.records_lob import Ervaring, Soort
from routeplanner.dossier.store import Store
from routeplanner.dossier.tables import metadata


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def pragma(store: Store, name: str) -> object:
    with store._reading() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_by_default_in_a_folder_of_the_user_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROUTEPLANNER_DATA", str(tmp_path / "eigen"))
    with Store.open() as store:
        store.add(Leerling(naam="Proef Persoon 1"))
        files = sorted((tmp_path / "eigen").iterdir())
        assert [file.name for file in files] == ["dossier.db", "dossier.db-shm", "dossier.db-wal"]
        assert {mode(file) for file in files} == {0o600}
        assert mode(tmp_path / "eigen") == 0o700


def test_the_folder_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ROUTEPLANNER_DATA", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "/ergens/data")
    assert data_folder() == Path("/ergens/data/routeplanner")
    monkeypatch.setenv("XDG_DATA_HOME", "niet/absoluut")
    assert data_folder() == Path.home() / ".local/share/routeplanner"
    monkeypatch.setattr("sys.platform", "darwin")
    assert data_folder() == Path.home() / "Library/Application Support/Routeplanner"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/c/data")
    assert data_folder() == Path("/c/data/Routeplanner")


def test_what_is_acknowledged_is_on_the_disk(sqlite: Store) -> None:
    asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store")
    assert [pragma(sqlite, name) for name in asked] == ["wal", 2, 1, 1, 2]


def test_the_migrations_make_the_tables(store: Store) -> None:
    with store._reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": VERSION_TABLE, "compare_type": True}
        )
        assert compare_metadata(context, metadata) == []


def test_a_dossier_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "dossier.db"
    Store.open(str(file)).close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE routeplanner_versie SET version_num = '9999'")
    with pytest.raises(NewerError):
        Store.open(str(file))


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "dossier.db"
    with Store.open(str(file)) as store:
        for number in range(200):
            store.add(Leerling(naam=f"Proef Persoon {number}"))
    content = bytearray(file.read_bytes())
    content[4096 * 2 : 4096 * 6] = os.urandom(4096 * 4)
    file.write_bytes(content)
    with pytest.raises(DamagedError):
        Store.open(str(file))


def test_a_file_that_is_no_dossier_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("Beste mentor, " * 1000)
    with pytest.raises(DamagedError):
        Store.open(str(file))
    assert file.read_text() == "Beste mentor, " * 1000


@pytest.mark.parametrize("url", ["mysql://x/y", "sqlite://", "ftp://x", "://", "sqlite:///a.db?mode=ro"])
def test_a_place_that_is_none(url: str) -> None:
    with pytest.raises(UnknownPlaceError):
        Store.open(url)


def test_a_place_that_cannot_be_reached(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    with pytest.raises(UnreachableError):
        Store.open(str(tmp_path / "bestand" / "dossier.db"))


def test_a_server_that_is_not_there_tells_no_password() -> None:
    with pytest.raises(UnreachableError) as error:
        Store.open("postgresql://iemand:geheim@127.0.0.1:1/niets")
    assert "geheim" not in str(error.value)
    assert error.value.__suppress_context__


def opened(place: str) -> int:
    with Store.open(place) as store:
        store.add(Leerling(naam="Proef Persoon 1"))
        return len(store.find(Leerling))


def test_many_programs_make_the_same_dossier_at_once(tmp_path: Path) -> None:
    place = str(tmp_path / "dossier.db")
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as pool:
        assert max(pool.map(opened, [place] * 8)) == 8


def test_many_threads_make_the_same_dossier_at_once(tmp_path: Path) -> None:
    place = str(tmp_path / "dossier.db")
    with ThreadPoolExecutor(8) as pool:
        assert max(pool.map(opened, [place] * 24)) == 24


def test_many_threads_make_the_same_dossier_on_a_server(server: Server) -> None:
    with server.dossier(empty=True) as place, ThreadPoolExecutor(8) as pool:
        assert max(pool.map(opened, [place] * 24)) == 24


def test_what_is_kept_is_there_when_it_is_opened_again(place: str) -> None:
    with Store.open(place) as store:
        kept = store.add(Leerling(naam="Proef Persoon 1"))
    with Store.open(place) as store:
        assert store.find(Leerling) == (kept,)


def to(place: str, revision: str) -> None:
    engine = engine_for(place)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        upgrade(_config(connection), revision)
    engine.dispose()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_dossier_of_an_older_program_is_brought_up_to_date(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    with ExitStack() as stack:
        place = str(tmp_path / "dossier.db")
        if kind == "postgresql":
            place = stack.enter_context(request.getfixturevalue("server").dossier(empty=True))
        to(place, "0001")
        older = stack.enter_context(Store.open(place))
        assert older.find(Leerling) == ()
        leerling = older.add(Leerling(naam="Proef Persoon 1"))
        older.add(Ervaring(leerling=leerling.id, soort=Soort.LES, naam="Lassen"))


def test_the_last_change_is_the_one_that_the_program_knows() -> None:
    folder = Path(migrating.__file__).parent / "migrations/versions"
    numbers = sorted(file.name[1:5] for file in folder.glob("v*.py"))
    assert numbers[-1] == migrating.NEWEST


def test_a_dossier_that_is_up_to_date_opens_without_alembic(tmp_path: Path) -> None:
    file = str(tmp_path / "dossier.db")
    Store.open(file).close()
    code = (
        "import sys; from routeplanner.dossier.store import Store; Store.open(sys.argv[1]).close();"
        "print(*[m for m in ('alembic', 'pydantic', 'PIL') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code, file], capture_output=True, text=True, check=True)
    assert told.stdout.split() == []
