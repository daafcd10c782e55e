"""What can stand in a folder besides texts: each is told, or left alone, and none is waited for."""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hostile.probing import check, codes

from routeplanner.language.files import MAX_FILES

GOOD = 'keuzemodule "Lassen": 16 uur\n'
SEEN = "RP210"
"""What is said of a file that was read and is not right."""
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def good(path: Path) -> Path:
    path.write_text(GOOD, "utf-8")
    return path


def empty(path: Path, name: str = "leeg") -> Path:
    path.write_text(f"groep {name}\n", "utf-8")
    return path


def test_a_folder_without_texts(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["RP010"]


@pytest.mark.parametrize("name", ["missing.lob", "missing", "missing/deeper.lob", "x" * 300, "y/" * 3000])
def test_a_path_that_is_not_there(tmp_path: Path, name: str) -> None:
    assert codes(tmp_path / name) == ["RP001"]


def test_a_path_that_cannot_be(tmp_path: Path) -> None:
    assert codes(tmp_path / "a\0b.lob") == ["RP001"]


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.lob").mkdir()
    assert codes(tmp_path) == ["RP010"]
    good(tmp_path / "x.lob" / "y.lob")
    assert codes(tmp_path) == []
    assert codes(tmp_path / "x.lob") == []


# ---- not plain files


@POSIX
def test_a_fifo_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.lob")
    assert codes(tmp_path) == ["RP002"]


@POSIX
def test_a_socket(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "x.lob"))
        assert codes(folder) == ["RP002"]


@POSIX
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device(tmp_path: Path, device: str) -> None:
    if not Path(device).exists():
        device = "/dev/null"
    (tmp_path / "x.lob").symlink_to(device)
    assert codes(tmp_path / "x.lob") == ["RP002"]
    assert codes(tmp_path) == ["RP007"]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no such files here")
@pytest.mark.parametrize("name", ["mem", "environ", "maps", "fd", "pagemap"])
def test_a_file_that_only_looks_like_one(name: str) -> None:
    assert all(code.startswith("RP") for code in codes(Path("/proc/self") / name))


# ---- links


@POSIX
def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "x.lob").symlink_to("x.lob")
    assert codes(tmp_path) == ["RP001"]
    assert codes(tmp_path / "x.lob") == ["RP001"]


@POSIX
def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "x.lob").symlink_to("y.lob")
    (tmp_path / "y.lob").symlink_to("x.lob")
    assert set(codes(tmp_path)) == {"RP001"}


@POSIX
def test_a_folder_in_itself_is_read_once(tmp_path: Path) -> None:
    good(tmp_path / "x.lob")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "above").symlink_to("..")
    assert codes(tmp_path) == []


@POSIX
def test_a_folder_on_the_way_to_itself(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to("round")
    assert codes(tmp_path / "round" / "x.lob") == ["RP001"]
    assert codes(tmp_path / "round") == ["RP001"]


@POSIX
def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.lob").symlink_to("gone.lob")
    assert codes(tmp_path) == ["RP001"]


@POSIX
def test_a_link_beside_what_it_points_at(tmp_path: Path) -> None:
    good(tmp_path / "x.lob")
    (tmp_path / "y.lob").symlink_to("x.lob")
    assert codes(tmp_path) == []


@POSIX
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("geheim\n", "utf-8")
    (inside / "x.lob").symlink_to(outside / "secret.txt")
    found = check(inside)
    assert [d.code for d in found] == ["RP007"]
    assert "geheim" not in found[0].span.source.text


@POSIX
def test_a_link_within_the_project_is_followed(tmp_path: Path) -> None:
    (tmp_path / "routeplanner.toml").touch()
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    empty(tmp_path / "other" / "x.lob")
    (tmp_path / "one" / "x.lob").symlink_to("../other/x.lob")
    assert codes(tmp_path / "one") == [SEEN]


@POSIX
def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    good(tmp_path / "x.lob")
    (tmp_path / "in" / "y.lob").symlink_to("../x.lob")
    assert codes(tmp_path / "in" / "y.lob") == []


# ---- closed


Nobody = Callable[[], AbstractContextManager[None]]


@POSIX
def test_a_file_that_may_not_be_read(folder: Path, nobody: Nobody) -> None:
    good(folder / "x.lob").chmod(0)
    with nobody():
        assert [(d.code, d.variant) for d in check(folder)] == [("RP001", "mag-niet")]


@POSIX
def test_a_folder_that_may_not_be_read(folder: Path, nobody: Nobody) -> None:
    good(folder / "x.lob")
    closed = folder / "closed"
    closed.mkdir()
    closed.chmod(0)
    with nobody():
        assert [(d.code, d.variant) for d in check(folder)] == [("RP001", "mag-niet")]
        assert [(d.code, d.variant) for d in check(closed)] == [("RP001", "mag-niet")]
        assert [(d.code, d.variant) for d in check(closed / "y.lob")] == [("RP001", "mag-niet")]
    closed.chmod(0o755)


@POSIX
def test_a_folder_whose_files_may_not_be_read(folder: Path, nobody: Nobody) -> None:
    good(folder / "x.lob")
    folder.chmod(0o644)
    with nobody():
        assert [(d.code, d.variant) for d in check(folder)] == [("RP001", "mag-niet")]
    folder.chmod(0o755)


# ---- many, deep, and odd names


def test_two_thousand_files(tmp_path: Path) -> None:
    for number in range(2_000):
        empty(tmp_path / f"{number:04}.lob", f"g{number}")
    said = codes(tmp_path)
    assert said.count(SEEN) == MAX_FILES
    assert said.count("RP008") == 1


def test_two_thousand_folders(tmp_path: Path) -> None:
    for number in range(2_000):
        (tmp_path / f"{number:04}").mkdir()
        empty(tmp_path / f"{number:04}" / "x.lob", f"g{number}")
    said = codes(tmp_path)
    assert said.count(SEEN) == MAX_FILES
    assert said.count("RP008") == 1


def test_the_limit_holds_for_all_paths_together(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        for number in range(MAX_FILES * 3 // 4):
            empty(tmp_path / name / f"{number:04}.lob", f"g{number}")
    said = codes(tmp_path / "a", tmp_path / "b")
    assert said.count(SEEN) == MAX_FILES
    assert said.count("RP008") == 1


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Path]:
    """Folders in folders, more of them than Python calls functions in functions; gone again afterwards."""
    folders = [tmp_path]
    while len(str(folders[-1])) < 3_900:
        folders.append(folders[-1] / "d")
        folders[-1].mkdir()
    assert len(folders) > sys.getrecursionlimit()
    yield folders[-1]
    for folder in reversed(folders[1:]):
        for file in folder.glob("*.lob"):
            file.unlink()
        folder.rmdir()


@POSIX
def test_very_deep_folders(tmp_path: Path, deep: Path) -> None:
    empty(deep / "x.lob")
    assert codes(tmp_path) == [SEEN]
    assert codes(deep) == [SEEN]
    assert codes(deep / "x.lob") == [SEEN]


@POSIX
def test_folders_deeper_than_a_path_can_be_long(tmp_path: Path, deep: Path) -> None:
    home = Path.cwd()
    names = ["e" * 200, "f" * 200]
    try:
        os.chdir(deep)
        for name in names:
            Path(name).mkdir()
            os.chdir(name)
        assert codes(tmp_path) == ["RP001"]
    finally:
        for name in reversed(names):
            os.chdir("..")
            Path(name).rmdir()
        os.chdir(home)


@POSIX
@pytest.mark.parametrize(
    "name", [b"\xff\xfe", "é".encode(), b"a\nb", b"a\tb", b"-", b"x" * 250, b"\x1b[31m", b" "]
)
def test_odd_names(tmp_path: Path, name: bytes) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name + b".lob"))
    empty(path)
    assert codes(tmp_path) == [SEEN]
    assert codes(path) == [SEEN]


@pytest.mark.parametrize(
    "name", [".x.lob", "._x.lob", ".#x.lob", "x.lob~", "x.lob.bak", "x.txt", ".git/x.lob"]
)
def test_files_that_are_not_meant(tmp_path: Path, name: str) -> None:
    good(tmp_path / "good.lob")
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"\xff")
    assert codes(tmp_path) == []


@POSIX
def test_a_lock_of_an_editor_is_left_alone(tmp_path: Path) -> None:
    good(tmp_path / "good.lob")
    (tmp_path / ".#good.lob").symlink_to("someone@somewhere.1234")
    assert codes(tmp_path) == []


@POSIX
def test_a_working_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good(tmp_path / "x.lob")
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert codes(tmp_path) == []
    assert codes(Path()) != []
    assert codes(Path("x.lob")) == ["RP001"]


def test_a_file_that_goes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good(tmp_path / "x.lob")
    stat = Path.stat

    def stat_and_remove(path: Path, **options: bool) -> os.stat_result:
        status = stat(path, **options)
        if path.name == "x.lob":
            path.unlink()
        return status

    monkeypatch.setattr(Path, "stat", stat_and_remove)
    assert [(d.code, d.variant) for d in check(tmp_path / "x.lob")] == [("RP001", "bestaat-niet")]


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = good(tmp_path / "x.lob")
    fstat = os.fstat

    def fstat_and_grow(descriptor: int) -> os.stat_result:
        status = fstat(descriptor)
        with path.open("ab") as file:
            file.write(b"x" * 3_000_000)
        return status

    monkeypatch.setattr(os, "fstat", fstat_and_grow)
    assert codes(path) == ["RP003"]
