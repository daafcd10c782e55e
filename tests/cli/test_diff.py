import json
from pathlib import Path

import pytest
from cli.running import invoke
from cli.test_analyse import SCHOOL
from jsonschema import Draft202012Validator

from routeplanner.present.contract import schema_json

ROUTE = '\nroute "Noor"\n  volgt AA in leerweg KB\n  loopt stage "Kijken"\n  loopt stage "Werken"\n'


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    """The text of this year and that of the next."""
    paths = tmp_path / "oud.lob", tmp_path / "nieuw.lob"
    for path, rule in zip(
        paths, ("regel a\n  minstens één stage\n", "regel a\n  precies één stage\n"), strict=True
    ):
        path.write_text(SCHOOL.lstrip() + rule + ROUTE, "utf-8")
    return paths


def test_what_changes_is_said(texts: tuple[Path, Path]) -> None:
    result = invoke("diff", *texts)
    assert result.exit_code == 1
    assert (
        "~ `a` betekent iets anders\n      - minstens één stage\n      + precies één stage\n" in result.stdout
    )
    assert (
        'AA KB: deze route mag niet meer, door `a`\n      stage "Kijken", stage "Werken"\n' in result.stdout
    )
    assert "Noor: eerst geldig, nu ongeldig, door `a`\n" in result.stdout


def test_the_same_text_ends_with_0(texts: tuple[Path, Path]) -> None:
    result = invoke("diff", texts[0], texts[0])
    assert (result.exit_code, result.stdout) == (0, "✓ beide teksten zeggen hetzelfde\n")


def test_in_english(texts: tuple[Path, Path]) -> None:
    result = invoke("diff", *texts[::-1], "--lang", "en")
    assert "Noor: first invalid, now valid, because of `a`" in result.stdout


def test_more_routes_can_be_judged(texts: tuple[Path, Path], tmp_path: Path) -> None:
    more = tmp_path / "meer.lob"
    more.write_text(texts[0].read_text("utf-8").replace("Noor", "Sem"), "utf-8")
    result = invoke("diff", *texts, "--routes", more)
    assert "Sem: eerst geldig, nu ongeldig, door `a`\n" in result.stdout


def test_without_time_routes_are_undecided(texts: tuple[Path, Path]) -> None:
    result = invoke("diff", texts[0], texts[0], "--seconds", "0")
    assert result.exit_code == 4
    assert "niet beslist: of er een route vervalt (AA KB)" in result.stdout


def test_the_json_is_as_its_schema_says(texts: tuple[Path, Path]) -> None:
    printed = json.loads(invoke("diff", *texts, "--format", "json").stdout)
    Draft202012Validator(json.loads(schema_json("comparison"))).validate(printed)
    assert [(rule["id"], rule["matters"]) for rule in printed["rules"]] == [("a", True)]
    assert [(route["lost"], route["rules"]) for route in printed["routes"]] == [(True, ["a"])]
    assert [flip["route"] for flip in printed["flips"]] == ["Noor"]
