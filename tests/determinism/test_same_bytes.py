"""Quality: "same input, same bytes: projects × hash seeds × locales × file order × processes"."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import copytree

import pytest
from determinism.describing import text
from hostile.mistreating import FILES, damaged, seeded

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
DESCRIBING = Path(__file__).with_name("describing.py")
SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "2", "LC_ALL": "nl_NL.UTF-8", "LANGUAGE": "nl", "TZ": "America/Adak"},
    {"PYTHONHASHSEED": "3", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0", "PYTHONOPTIMIZE": "1"},
)


def run(arguments: Sequence[str | Path], folder: Path, surroundings: dict[str, str]) -> bytes:
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        check=False,
        cwd=folder,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(TESTS), **surroundings},
    )
    assert done.returncode in (0, 1), done.stderr.decode()[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def texts() -> dict[str, bytes]:
    """Files with all kinds of mistakes, some of them about names in other files."""
    rng = seeded(2026)
    return {
        f"{number:02}-{path.name}": damaged(path.read_bytes(), rng) for number, path in enumerate(FILES[::4])
    }


@pytest.fixture
def broken(texts: dict[str, bytes], tmp_path: Path) -> Path:
    return filled(tmp_path / "broken", texts)


@pytest.fixture
def project(broken: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, as one project, with work done in it."""
    (broken / "routeplanner.toml").touch()
    monkeypatch.chdir(broken)
    return broken


def filled(folder: Path, texts: dict[str, bytes]) -> Path:
    """Write files in the order given; file systems list them as they like."""
    for name, data in texts.items():
        path = folder / name[:1] / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


# ---- surroundings


def test_projects_say_the_same_everywhere(broken: Path) -> None:
    copytree(ROOT / "rules", broken / "rules")
    said = {run([DESCRIBING, "rules", "."], broken, surroundings) for surroundings in SURROUNDINGS}
    assert len(said) == 1
    assert said.pop().count(b"RP") > 500, "too little is wrong to show an order"


COMMANDS = (
    ("check", "--format", "json", "rules"),
    ("check", "--lang", "en", "rules", "curricula"),
    ("fmt", "--diff", "rules"),
    ("show", "rules/voorbeeldcollege"),
    ("validate", "rules/voorbeeldcollege", "--route", "Autoverkoper"),
    ("suggest", "rules/voorbeeldcollege", "--programma", "VT", "--leerweg", "KB", "--doel", "Autoverkoper"),
    ("suggest", "rules/voorbeeldcollege", "--route", "Geen module waarin je mensen leert kennen"),
    ("suggest", "rules/profielschool", "--route", "Noor Verzonnen", "--format", "json"),
)
START = "import ast, sys; from routeplanner_cli.program import run; [run(a) for a in ast.literal_eval(sys.argv[1])]"


def test_commands_print_the_same_everywhere() -> None:
    said = {run(["-c", START, repr(COMMANDS)], ROOT, surroundings) for surroundings in SURROUNDINGS[1:3]}
    assert len(said) == 1
    assert len(said.pop()) > 5_000, "too little was said to show an order"


# ---- order and names of files


def test_the_order_in_which_files_were_made_does_not_show(
    texts: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = sorted(texts)
    said = set()
    for number, order in enumerate((names, names[::-1], seeded(1).sample(names, len(names)))):
        monkeypatch.chdir(filled(tmp_path / str(number), {name: texts[name] for name in order}))
        said.add(text("."))
    assert len(said) == 1


def test_the_order_in_which_files_are_named_does_not_show(project: Path) -> None:
    files = [path.relative_to(project) for path in sorted(project.rglob("*.lob"))]
    assert len({text(*order) for order in (files, files[::-1], [*files, *files], ["."])}) == 1


def test_a_relative_and_an_absolute_path_say_the_same(project: Path) -> None:
    names = (".", "./", project, f"{project}/", project / "0" / "..", f"../{project.name}")
    assert len({text(name) for name in names}) == 1


def test_without_a_project_file_too(project: Path) -> None:
    (project / "routeplanner.toml").unlink()
    assert len({text(name) for name in (".", project, f"../{project.name}")}) == 1
    assert len({text(*order) for order in (("0", "1"), (project / "0", "1"), ("0/", "./1"))}) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_the_way_to_the_folder_does_not_show(project: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(project)
    assert len({text(name) for name in (".", tmp_path / "link", tmp_path / "link" / "0" / "..")}) == 1


def test_the_same_check_twice_in_one_process(project: Path) -> None:
    assert text(project) == text(project)
