import sys
from pathlib import Path

import pytest
from cli.running import invoke

pytest.importorskip("typst", reason="the extra pdf is not installed")

COLLEGE = Path(__file__).parents[2] / "rules/voorbeeldcollege"


def test_a_route_is_printed(tmp_path: Path) -> None:
    out = tmp_path / "kevin.pdf"
    result = invoke("print", COLLEGE, "--route", "Kevin", "-o", out, "--op", "2010-01-01")
    assert (result.exit_code, result.stdout) == (0, "")
    assert str(out) in result.stderr
    assert out.read_bytes().startswith(b"%PDF-")


def test_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        invoke("print", COLLEGE, "--route", "Kevin", "-o", tmp_path / name, "--op", "2010-01-01")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_language_and_name_change_it(tmp_path: Path) -> None:
    flags: tuple[tuple[str, ...], ...] = ((), ("--lang", "en"), ("--zonder-naam",))
    for index, more in enumerate(flags):
        out = tmp_path / f"{index}.pdf"
        assert (
            invoke("print", COLLEGE, "--route", "Kevin", "-o", out, "--op", "2010-01-01", *more).exit_code
            == 0
        )
    assert len({path.read_bytes() for path in tmp_path.iterdir()}) == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ("--route", "Niemand", "-o", "a.pdf"),
        ("-o", "a.pdf"),
        ("--route", "Kevin"),
        ("--route", "Kevin", "-o", "a.txt"),
        ("--route", "Kevin", "-o", "a.pdf", "--op", "morgen"),
    ],
)
def test_what_is_not_asked_right_ends_with_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    named = [str(tmp_path / word) if word.startswith("a.") else word for word in arguments]
    assert invoke("print", COLLEGE, *named).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_without_the_extra_it_tells_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    result = invoke("print", COLLEGE, "--route", "Kevin", "-o", tmp_path / "a.pdf")
    assert result.exit_code == 2
    assert 'pip install "routeplanner[pdf]"' in result.stderr
    assert list(tmp_path.iterdir()) == []
