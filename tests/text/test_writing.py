import os
import sys
from pathlib import Path

import pytest

from routeplanner.text.writing import ChangedMeanwhile, write_output, write_text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.lob"
    path.write_bytes(b"oud\r\n")
    return path


def left_behind(file: Path) -> list[str]:
    return sorted(path.name for path in file.parent.iterdir() if path != file)


def test_the_new_text_stands_as_it_was_given(file: Path) -> None:
    write_text(file, "\ufeffnieuw é\r\n", was="oud\r\n")
    assert file.read_bytes() == "\ufeffnieuw é\r\n".encode()
    assert left_behind(file) == []


def test_a_text_of_someone_else_is_not_overwritten(file: Path) -> None:
    with pytest.raises(ChangedMeanwhile):
        write_text(file, "nieuw", was="ouder")
    assert file.read_bytes() == b"oud\r\n"
    assert left_behind(file) == []


def test_permissions_are_kept(file: Path) -> None:
    file.chmod(0o640)
    write_text(file, "nieuw", was="oud\r\n")
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(file: Path) -> None:
    link = file.parent / "link.lob"
    link.symlink_to(file.name)
    write_text(link, "nieuw", was="oud\r\n")
    assert link.is_symlink()
    assert file.read_text() == "nieuw"


def test_a_file_that_is_gone_is_not_made_again(file: Path) -> None:
    file.unlink()
    with pytest.raises(FileNotFoundError):
        write_text(file, "nieuw", was="oud\r\n")
    assert left_behind(file) == []


def test_a_file_that_may_not_be_written_is_not(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        write_text(file, "nieuw", was="oud\r\n")
    assert file.read_bytes() == b"oud\r\n"


@pytest.mark.parametrize("step", ["fsync", "fdopen"])
def test_the_old_text_stands_when_a_step_fails(
    file: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match="No space left"):
        write_text(file, "nieuw", was="oud\r\n")
    assert file.read_bytes() == b"oud\r\n"
    assert left_behind(file) == []


def test_the_old_text_stands_when_the_last_step_fails(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="Input/output"):
        write_text(file, "nieuw", was="oud\r\n")
    assert file.read_bytes() == b"oud\r\n"
    assert left_behind(file) == []


# ---- what is made from other texts


def test_an_output_is_written(tmp_path: Path) -> None:
    write_output(tmp_path / "a.svg", b"nieuw")
    assert (tmp_path / "a.svg").read_bytes() == b"nieuw"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_new_output_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "gewoon").write_bytes(b"")
    write_output(tmp_path / "a.svg", b"")
    assert (tmp_path / "a.svg").stat().st_mode == (tmp_path / "gewoon").stat().st_mode


def test_an_output_over_an_older_one_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(b"oud")
    path.chmod(0o600)
    write_output(path, b"nieuw")
    assert path.read_bytes() == b"nieuw"
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFO here")
def test_an_output_never_replaces_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.svg")
    with pytest.raises(FileExistsError):
        write_output(tmp_path / "a.svg", b"nieuw")
    assert (tmp_path / "a.svg").is_fifo()


def test_an_output_that_fails_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(b"oud")

    def full(_: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        write_output(path, b"nieuw")
    assert path.read_bytes() == b"oud"
    assert len(list(tmp_path.iterdir())) == 1
