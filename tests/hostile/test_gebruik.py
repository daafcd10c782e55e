"""What `gebruik` can name: files in a circle, outside the project, or that are none."""

import os
import sys
from pathlib import Path

import pytest
from hostile.probing import check, codes

from routeplanner.language.files import MAX_FILES

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder that is a project, with a text outside it."""
    (tmp_path / "geheim.lob").write_text("geheim\n", "utf-8")
    home = tmp_path / "project"
    home.mkdir()
    (home / "routeplanner.toml").touch()
    return home


def uses(path: Path, *names: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f'gebruik "{name}"\n' for name in names), "utf-8", newline="")
    return path


# ---- circles


def test_a_file_that_uses_itself(project: Path) -> None:
    assert codes(uses(project / "a.lob", "a.lob", "./a.lob", "../project/a.lob")) == []


def test_files_that_use_each_other(project: Path) -> None:
    uses(project / "a.lob", "b.lob")
    uses(project / "b.lob", "a.lob")
    assert codes(project) == []
    assert codes(project / "a.lob") == []


def test_a_long_circle(project: Path) -> None:
    for number in range(MAX_FILES):
        uses(project / f"{number}.lob", f"{(number + 1) % MAX_FILES}.lob")
    assert codes(project / "0.lob") == []


def test_a_chain_without_end(project: Path) -> None:
    for number in range(MAX_FILES + 10):
        uses(project / f"{number}.lob", f"{number + 1}.lob")
    found = check(project / "0.lob")
    assert [d.code for d in found] == ["RP008"]
    assert found[0].span.text == f'"{MAX_FILES}.lob"'


def test_every_file_uses_every_file(project: Path) -> None:
    names = [f"{number}.lob" for number in range(60)]
    for name in names:
        uses(project / name, *names)
    assert codes(project) == []


# ---- outside the project


OUTSIDE = [
    "../geheim.lob",
    "sub/../../geheim.lob",
    "./../geheim.lob",
    "../project/../geheim.lob",
    "/etc/passwd",
]


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_file_outside_the_project(project: Path, name: str) -> None:
    (project / "sub").mkdir()
    found = check(uses(project / "a.lob", name))
    assert [(d.code, d.span.text) for d in found] == [("RP007", f'"{name}"')]


def test_outside_is_told_whether_the_file_is_there_or_not(project: Path) -> None:
    """Else it would tell who asks which files there are."""
    assert codes(uses(project / "a.lob", "../geheim.lob")) == ["RP007"]
    assert codes(uses(project / "a.lob", "../er-is-niets.lob")) == ["RP007"]


def test_from_a_folder_within_the_project_up_is_not_outside(project: Path) -> None:
    assert codes(uses(project / "sub" / "a.lob", "../er-is-niets.lob")) == ["RP006"]


def test_an_absolute_path_in_the_project(project: Path) -> None:
    uses(project / "b.lob")
    assert codes(uses(project / "a.lob", str(project / "b.lob"))) == []


@POSIX
def test_a_link_out_of_the_project(project: Path) -> None:
    (project / "link.lob").symlink_to("../geheim.lob")
    assert codes(uses(project / "a.lob", "link.lob")) == ["RP007"]


@POSIX
def test_a_folder_that_is_a_link_out_of_the_project(project: Path, tmp_path: Path) -> None:
    (project / "link").symlink_to(tmp_path)
    assert codes(uses(project / "a.lob", "link/geheim.lob")) == ["RP007"]


@POSIX
def test_a_link_in_a_circle(project: Path) -> None:
    (project / "link.lob").symlink_to("link.lob")
    assert codes(uses(project / "a.lob", "link.lob", "link.lob/x.lob")) == ["RP006", "RP006"]


def test_beyond_the_bundled_texts(project: Path) -> None:
    names = ["curricula/../pyproject.toml", "curricula/../../etc/passwd", "rules/../routeplanner/api.py"]
    assert set(codes(uses(project / "a.lob", *names))) <= {"RP006", "RP007"}


def test_without_a_project_the_folder_is_the_limit(tmp_path: Path) -> None:
    uses(tmp_path / "b.lob")
    assert codes(uses(tmp_path / "sub" / "a.lob", "../b.lob")) == ["RP007"]
    assert codes(tmp_path / "sub") == ["RP007"]
    assert codes(tmp_path) == []


# ---- no file


NO_FILE = [
    "",
    ".",
    "sub",
    "x" * 300,
    "y/" * 300,
    "a\0b",
    "~/x.lob",
    "sub\\x.lob",
    "C:\\x.lob",
    "http://x/y.lob",
    "*",
]


@pytest.mark.parametrize("name", NO_FILE)
def test_a_name_that_is_no_file(project: Path, name: str) -> None:
    (project / "sub").mkdir()
    found = check(uses(project / "a.lob", name))
    assert {d.code for d in found} <= {"RP005", "RP006", "RP103"}
    assert "RP006" in {d.code for d in found}


@POSIX
def test_a_fifo_is_not_waited_for(project: Path) -> None:
    os.mkfifo(project / "b.lob")
    assert codes(uses(project / "a.lob", "b.lob")) == ["RP006"]


def test_bytes_that_are_no_text(project: Path) -> None:
    (project / "b.lob").write_bytes(b"\xff\xfe")
    assert codes(uses(project / "a.lob", "b.lob")) == ["RP004"]
