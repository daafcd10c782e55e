"""A `routeplanner.toml` that is not what it should be; the texts beside it are read all the same."""

import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hostile.probing import check, codes, cost

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")

BROKEN = {
    "no value": b"a =",
    "no sense": b"dit is geen toml",
    "twice": b"a = 1\na = 2",
    "nested lists": b"a = " + b"[" * 8_000,
    "nested tables": b"a = " + b"{a = " * 1_500,
    "long number": b"a = " + b"9" * 8_000,
    "no date": b"a = 2010-02-30",
    "zero": b"a = \0",
    "lone CR": b"a = 1\rb = 2",
    "large": b"#" * 100_000,
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "x.lob").write_text("groep leeg\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file(home: Path, name: str) -> None:
    (home / "routeplanner.toml").write_bytes(BROKEN[name])
    assert set(codes(home)) - {"RP005"} == {"RP009", "RP210"}


@pytest.mark.parametrize("data", [b"\xff", "a = 1".encode("utf-16"), "a = 1\n".encode("utf-16-le") * 9])
def test_bytes_that_are_no_text(home: Path, data: bytes) -> None:
    (home / "routeplanner.toml").write_bytes(data)
    assert codes(home) == ["RP004", "RP210"]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbfa = 1", b"a = 1\r\n", b"# alleen tekst\n"])
def test_a_right_file(home: Path, data: bytes) -> None:
    (home / "routeplanner.toml").write_bytes(data)
    assert codes(home) == ["RP210"]


def test_the_line_that_is_wrong(home: Path) -> None:
    (home / "routeplanner.toml").write_text("a = 1\n\nb =\nc = 3\n", "utf-8")
    first = check(home)[0]
    assert (first.code, first.span.text) == ("RP009", "b =")


def test_long_keys_take_no_time(home: Path) -> None:
    (home / "routeplanner.toml").write_text("a" + ".a" * 8_000 + " = 1", "utf-8")
    assert "RP210" in cost(home, seconds=10, megabytes=1024).codes


def test_a_huge_file(home: Path) -> None:
    with (home / "routeplanner.toml").open("wb") as file:
        file.truncate(10 * 2**30)
    measured = cost(home, seconds=10, megabytes=1024)
    assert measured.codes == ["RP003", "RP210"]


def test_a_folder(home: Path) -> None:
    (home / "routeplanner.toml").mkdir()
    assert codes(home) == ["RP001", "RP210"]


@POSIX
def test_a_fifo_is_not_waited_for(home: Path) -> None:
    os.mkfifo(home / "routeplanner.toml")
    assert codes(home) == ["RP002", "RP210"]


@POSIX
def test_a_device(home: Path) -> None:
    (home / "routeplanner.toml").symlink_to("/dev/zero")
    assert codes(home) == ["RP002", "RP210"]


@POSIX
def test_a_link_to_itself(home: Path) -> None:
    (home / "routeplanner.toml").symlink_to("routeplanner.toml")
    assert codes(home) == ["RP001", "RP210"]


@POSIX
def test_one_that_may_not_be_read(folder: Path, nobody: Callable[[], AbstractContextManager[None]]) -> None:
    (folder / "x.lob").write_text("groep leeg\n", "utf-8")
    (folder / "routeplanner.toml").touch(0)
    with nobody():
        assert [(d.code, d.variant) for d in check(folder)] == [("RP001", "mag-niet"), ("RP210", "")]
