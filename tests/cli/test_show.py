import json
from pathlib import Path

from cli.running import invoke


def test_show_tells_what_there_is(good: Path) -> None:
    result = invoke("show", good)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "programma's\n  VT  Voertuigentechniek (0 eenheden)\n\n"


def test_show_tells_of_one_thing(good: Path) -> None:
    assert invoke("show", good, "VT").stdout.startswith("VT Voertuigentechniek\n")


def test_show_of_an_unknown_name_ends_with_2(good: Path) -> None:
    result = invoke("show", good, "weg")
    assert result.exit_code == 2
    assert "niets heet `weg`" in result.stderr


def test_show_as_json(good: Path) -> None:
    assert json.loads(invoke("show", good, "--format", "json").stdout)["ok"] is True


def test_show_of_a_text_with_errors_shows_the_rest_and_ends_with_1(bad: Path) -> None:
    result = invoke("show", bad)
    assert result.exit_code == 1
    assert "VT  Voertuigentechniek" in result.stdout
    assert "routeplanner check" in result.stderr


def test_show_speaks_english(good: Path) -> None:
    assert "0 units" in invoke("show", good, "--lang", "en").stdout
