import json
from pathlib import Path

import pytest
from cli.running import invoke
from cli.test_analyse import SCHOOL
from jsonschema import Draft202012Validator

from routeplanner.present.contract import schema_json

WEEKS = '2 × stage "Kijken" + 4 × stage "Werken"'
ROUTE = '\nroute "Noor"\n  volgt AA in leerweg KB\n'


def shown(tmp_path: Path, rule: str, *more: str) -> str:
    """Return what is shown of the problem of Noor, at a school with one rule `r`."""
    path = tmp_path / "school.lob"
    path.write_text(f"{SCHOOL.lstrip()}regel r\n  {rule}\n{ROUTE}", "utf-8")
    result = invoke("show", path, "--constraints", "--route", "Noor", *more)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        ("hoogstens één stage", ['stage "Kijken" + stage "Werken" ≤ 1']),
        ("precies 4 weken stage", [f"{WEEKS} ≤ 4", f"4 ≤ {WEEKS}"]),
        ('nooit de stage "Werken"', ['stage "Werken" → dat kan niet']),
        ('de stage "Werken" vereist de stage "Kijken"', ['stage "Werken" → 1 ≤ stage "Kijken"']),
        (
            'verplicht de stage "Werken"\n  de stage "Kijken" telt als de stage "Werken"',
            ['1 ≤ (stage "Werken" of stage "Kijken")'],
        ),
    ],
)
def test_a_rule_is_shown_as_sums_of_choices(tmp_path: Path, rule: str, lines: list[str]) -> None:
    head, _, said = shown(tmp_path, rule).partition("\nr\n")
    place, *rest = said.splitlines()
    assert "verkennen-verplicht\n  1 ≤ AA/K/1\n" in head
    assert place.endswith("school.lob:24")
    assert rest == [f"  {line}" for line in lines]


def test_the_json_is_as_its_schema_says(tmp_path: Path) -> None:
    printed = json.loads(shown(tmp_path, "minstens 4 weken stage", "--format", "json"))
    Draft202012Validator(json.loads(schema_json("constraints"))).validate(printed)
    assert printed["choices"] == ["AA/K/1", 'stage "Kijken"', 'stage "Werken"']
    rule = printed["rules"][-1]
    assert (rule["id"], rule["place"]["start"]["line"]) == ("r", 24)
    terms = [{"weight": 2, "what": 'stage "Kijken"'}, {"weight": 4, "what": 'stage "Werken"'}]
    assert rule["constraints"] == [{"guard": [], "terms": terms, "low": 4, "high": None}]


def test_in_english(tmp_path: Path) -> None:
    assert "that is not possible" in shown(tmp_path, 'nooit de stage "Werken"', "--lang", "en")
