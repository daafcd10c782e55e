"""`routeplanner count`: how many routes, of whom, and in which form."""

import json
from pathlib import Path

import pytest
from cli.running import invoke
from jsonschema import Draft202012Validator

from routeplanner import api
from routeplanner.present.contract import schema_json

COLLEGE = Path(__file__).parents[2] / "rules" / "voorbeeldcollege"


def test_who_has_chosen_nothing_has_so_many_routes() -> None:
    result = invoke("count", COLLEGE, "--programma", "vt", "--leerweg", "KB")
    assert (result.exit_code, result.stdout) == (0, f"VT in KB: {_number('VT', 'KB')} geldige routes\n")


def _number(programma: str, leerweg: str) -> str:
    curriculum = api.load(COLLEGE)
    with api.Planner(curriculum, api.Route.new(programma=programma, leerweg=leerweg)) as planner:
        return f"{planner.count().value:,}".replace(",", ".")


def test_the_json_is_as_its_schema_says() -> None:
    result = invoke("count", COLLEGE, "--programma", "VT", "--leerweg", "KB", "--format", "json")
    printed = json.loads(result.stdout)
    Draft202012Validator(json.loads(schema_json("count"))).validate(printed)
    assert f"{int(printed['count']):,}".replace(",", ".") == _number("VT", "KB")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--programma", "VT"), "noem een route met --route, of een programma en een leerweg"),
        (("--route", "Autoverkoper", "--leerweg", "KB"), "noem een route met --route, of een programma"),
        (("--programma", "XX", "--leerweg", "KB"), "geen programma dat de school aanbiedt heet `XX`"),
        (("--programma", "VT", "--leerweg", "XX"), "de school heeft geen leerweg `XX`"),
    ],
)
def test_what_is_not_clear_is_asked(arguments: tuple[str, ...], told: str) -> None:
    result = invoke("count", COLLEGE, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_the_constraints_of_who_has_chosen_nothing() -> None:
    result = invoke("show", COLLEGE, "--constraints", "--programma", "VT", "--leerweg", "KB")
    assert result.exit_code == 0
    assert "verkennen-verplicht\n  1 ≤ VT/K/1\n" in result.stdout
