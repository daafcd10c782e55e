import json
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from cli.running import invoke, run
from dossier.filled import fill
from routeplanner_cli.dossiers import _EXTRA

from routeplanner.dossier.records import Leerling
from routeplanner.dossier.store import Store

OP = ("--op", "2026-11-24")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "dossier.db"


@pytest.fixture
def store(place: Path) -> Iterator[Store]:
    with Store.open(str(place)) as opened:
        yield opened


def kept_until(store: Store, *days: str) -> list[str]:
    return [
        store.add(Leerling(naam="Proef Persoon 1", bewaren_tot=date.fromisoformat(day))).id for day in days
    ]


def ids(store: Store) -> set[str]:
    return {leerling.id for leerling in store.find(Leerling)}


def test_a_dry_run_tells_and_removes_nothing(store: Store, place: Path) -> None:
    gone, stays = kept_until(store, "2026-11-23", "2026-11-24")
    result = invoke("tidy", "--dry-run", "--dossier", place, *OP)
    assert result.exit_code == 0
    assert result.stdout == f"{gone}  bewaren tot 2026-11-23\n"
    assert result.stderr == "1 dossier is over zijn datum; er is niets verwijderd\n"
    assert ids(store) == {gone, stays}


def test_tidying_removes_what_is_past_its_date(store: Store, place: Path) -> None:
    *_, stays = kept_until(store, "2026-11-23", "2025-01-01", "2026-11-24")
    result = invoke("tidy", "--dossier", place, *OP)
    assert result.exit_code == 0
    assert result.stderr == "2 dossiers waren over hun datum en zijn verwijderd\n"
    assert ids(store) == {stays}
    assert invoke("tidy", "--dossier", place, *OP).stderr == "geen dossier is over zijn datum\n"


def test_tidying_names_nobody(store: Store, place: Path) -> None:
    kept_until(store, "2026-11-23")
    result = invoke("tidy", "--dossier", place, *OP)
    assert "Proef" not in result.stdout + result.stderr


def test_what_is_left_of_the_bytes_is_told(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_until(store, "2026-11-23")
    monkeypatch.setattr(Store, "wipe", lambda _: False)
    result = invoke("tidy", "--dossier", place, *OP)
    assert "nog resten" in result.stderr


def test_an_export(store: Store, place: Path, tmp_path: Path) -> None:
    leerling = fill(store, 1)
    out = tmp_path / "export.json"
    result = invoke("dossier", "export", leerling.id, "-o", out, "--dossier", place)
    assert (result.exit_code, result.stderr) == (0, f"geschreven: {out}\n")
    assert json.loads(out.read_text("utf-8"))["leerling"]["naam"] == leerling.naam
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_an_export_writes_nothing_over(store: Store, place: Path, tmp_path: Path) -> None:
    leerling = fill(store, 1)
    out = tmp_path / "export.json"
    out.write_text("iets anders")
    result = invoke("dossier", "export", leerling.id, "-o", out, "--dossier", place)
    assert result.exit_code == 2
    assert "dat bestand is er al" in result.stderr
    assert out.read_text() == "iets anders"


def test_of_nobody_nothing_is_exported(store: Store, place: Path, tmp_path: Path) -> None:
    assert store.find(Leerling) == ()
    result = invoke("dossier", "export", "0" * 16, "-o", tmp_path / "export.json", "--dossier", place)
    assert result.exit_code == 2
    assert not (tmp_path / "export.json").exists()


def test_a_backup(store: Store, place: Path, tmp_path: Path) -> None:
    leerling = fill(store, 1)
    result = invoke("dossier", "backup", tmp_path / "kopie.db", "--dossier", place)
    assert result.exit_code == 0
    with Store.open(str(tmp_path / "kopie.db")) as copy:
        assert copy.find(Leerling) == (leerling,)


@pytest.mark.parametrize("place", ["mysql://x/y", "brief.txt"])
def test_what_is_no_dossier_ends_with_2(place: str, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Beste mentor, " * 1000)
    result = run("tidy", "--dossier", place, cwd=tmp_path)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_it_speaks_english(store: Store, place: Path) -> None:
    kept_until(store, "2026-11-23")
    assert (
        "nothing was removed" in invoke("tidy", "--dry-run", "--dossier", place, *OP, "--lang", "en").stderr
    )
    result = run("dossier", "backup", "--help", "--lang", "en")
    assert "Make a backup of all dossiers" in result.stdout
    result = run("dossier", "--help", ROUTEPLANNER_LANG="en")
    assert "Write all that is kept of one pupil" in result.stdout


@pytest.mark.parametrize("missing", sorted(_EXTRA - {"PIL"}))
def test_without_the_extra_one_sentence_says_what_to_install(missing: str, tmp_path: Path) -> None:
    program = (
        f"import sys; sys.modules[{missing!r}] = None; sys.argv = ['routeplanner', 'tidy']\n"
        "import routeplanner_cli; routeplanner_cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 2
    assert 'pip install "routeplanner[dossier]"' in done.stderr
    assert "Traceback" not in done.stderr


def test_the_dossiers_without_who_they_are(store: Store, place: Path, tmp_path: Path) -> None:
    leerling = store.add(Leerling(naam="Proef Geheim", klas="3A", programma="VT", leerweg="KB"))
    out, key = tmp_path / "tellen.json", tmp_path / "sleutel"
    school = Path(__file__).parents[2] / "rules/voorbeeldcollege"
    result = invoke("dossier", "count", school, "-o", out, "--key", key, "--dossier", place)
    assert result.exit_code == 0, result.output
    text = out.read_text("utf-8")
    assert '"programma": "VT"' in text
    assert not any(secret in text for secret in ("Geheim", "3A", leerling.id))
    assert key.stat().st_mode & 0o077 == 0
    again = tmp_path / "weer.json"
    invoke("dossier", "count", school, "-o", again, "--key", key, "--dossier", place)
    assert again.read_text("utf-8") == text


def test_a_key_that_can_be_guessed_is_refused(store: Store, place: Path, tmp_path: Path) -> None:
    store.add(Leerling(naam="Proef"))
    key = tmp_path / "sleutel"
    key.write_text("kort")
    school = Path(__file__).parents[2] / "rules/voorbeeldcollege"
    out = tmp_path / "tellen.json"
    assert invoke("dossier", "count", school, "-o", out, "--key", key, "--dossier", place).exit_code == 2
    assert not out.exists()
