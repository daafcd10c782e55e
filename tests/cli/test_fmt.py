from pathlib import Path

import pytest
from cli.running import invoke

from routeplanner import api

UGLY = 'programma VT "Voertuigentechniek"\nsoort: afdelingsprogramma\n'


@pytest.fixture
def ugly(tmp_path: Path) -> Path:
    path = tmp_path / "ugly.lob"
    path.write_text(UGLY, "utf-8")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.lob"
    path.write_text('programma VT "Voertuigen\n', "utf-8")
    return path


def test_a_file_is_laid_out(ugly: Path) -> None:
    result = invoke("fmt", ugly)
    assert ugly.read_text() == 'programma VT "Voertuigentechniek"\n  soort: afdelingsprogramma\n'
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith("1 bestand is opgemaakt\n")


def test_a_file_that_is_right_is_left_alone(good: Path) -> None:
    before = good.stat().st_mtime_ns
    result = invoke("fmt", good)
    assert (result.exit_code, result.stderr) == (0, "1 bestand was al goed\n")
    assert good.stat().st_mtime_ns == before


def test_check_names_a_file_and_writes_nothing(ugly: Path, good: Path) -> None:
    result = invoke("fmt", "--check", ugly, good)
    assert result.stdout == f"{ugly}\n"
    assert result.stderr.endswith("1 bestand wordt anders en 1 bestand was al goed\n")
    assert result.exit_code == 1
    assert ugly.read_text() == UGLY


def test_check_of_what_is_right_ends_with_0(good: Path) -> None:
    assert invoke("fmt", "--check", good).exit_code == 0


def test_diff_shows_what_would_change_and_writes_nothing(ugly: Path) -> None:
    result = invoke("fmt", "--diff", ugly)
    assert "-soort: afdelingsprogramma\n+  soort: afdelingsprogramma\n" in result.stdout
    assert result.exit_code == 1
    assert ugly.read_text() == UGLY


def test_what_cannot_be_read_is_told_and_not_written(broken: Path) -> None:
    before = broken.read_bytes()
    result = invoke("fmt", broken)
    assert "fout[RP103]" in result.stderr
    assert result.stderr.endswith("1 bestand is overgeslagen\n")
    assert result.exit_code == 1
    assert broken.read_bytes() == before


def test_one_broken_file_does_not_keep_the_others_from_it(broken: Path, ugly: Path) -> None:
    assert invoke("fmt", broken.parent).exit_code == 1
    assert ugly.read_text() != UGLY


def test_a_file_named_twice_is_one_file(good: Path) -> None:
    assert invoke("fmt", good, good, good.parent).stderr == "1 bestand was al goed\n"


def test_a_text_of_someone_else_is_not_overwritten(ugly: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def first(*_: object, **__: object) -> None:
        raise api.ChangedMeanwhile

    monkeypatch.setattr(api, "write_text", first)
    result = invoke("fmt", ugly)
    assert "is intussen veranderd" in result.stderr
    assert result.exit_code == 1


def test_a_file_that_cannot_be_written_ends_with_2(ugly: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(api, "write_text", full)
    result = invoke("fmt", ugly)
    assert "is niet te schrijven" in result.stderr
    assert result.exit_code == 2


def test_it_speaks_english(ugly: Path) -> None:
    assert invoke("fmt", "--lang", "en", ugly).stderr.endswith("1 file was laid out\n")


def test_a_folder_without_texts_is_fine(tmp_path: Path) -> None:
    assert invoke("fmt", tmp_path).exit_code == 0
