import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from routeplanner import api
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.rules import EenheidId
from routeplanner.present.contract import curriculum_json, schema_json
from routeplanner.present.mentions import mentions
from routeplanner.present.pieces import plain
from routeplanner.present.showing import one, overview
from routeplanner.present.words import Words

TEXT = """\
programma VT "Voertuigentechniek"
  soort: afdelingsprogramma

  eenheid VT/K/1 "De wereld van de mobiliteit"
    SE: BB
  eenheid VT/K/2 "Verlichting"
    SE: BB

school "Voorbeeldcollege"
  schooljaar: 2009-2010
  biedt aan: VT
  leerwegen: BB

invulling VT/K/2
  verkennend deel: 24 uur
    dekt: VT/K/2
  verdiepend deel "Kleppen": 1,5 uur

keuzemodule "Lassen": 16 uur

stage "Snuffelen": 2 weken
  soort: oriënterend

groep licht "Alles met licht"
  bevat: VT/K/2

regel eerst "Eerst kijken"
  VT/K/2 vereist VT/K/1

route "Kevin"
  volgt VT in leerweg BB
  kiest keuzemodule "Lassen"
"""
WORDS = Words()


@pytest.fixture(scope="module")
def curriculum(tmp_path_factory: pytest.TempPathFactory) -> Curriculum:
    path = tmp_path_factory.mktemp("school") / "school.lob"
    path.write_text(TEXT, "utf-8")
    return api.load(path)


@pytest.fixture(scope="module")
def as_json(curriculum: Curriculum) -> dict[str, Any]:
    return dict(json.loads(curriculum_json(curriculum)))


@pytest.fixture
def lines_of(curriculum: Curriculum) -> Callable[[str], list[str]]:
    def lines(name: str) -> list[str]:
        path = Path(curriculum.sources[0].path).as_posix()
        return plain(one(curriculum, name, WORDS)).replace(path, "school.lob").splitlines()

    return lines


def test_the_example_is_right(curriculum: Curriculum) -> None:
    assert [d.code for d in curriculum.diagnostics] == []


def test_the_overview(curriculum: Curriculum) -> None:
    assert (
        plain(overview(curriculum, WORDS))
        == """\
Voorbeeldcollege
  schooljaar 2009-2010, leerwegen BB

programma's
  VT  Voertuigentechniek (2 eenheden)

invullingen, met hun verdiepende delen
  VT/K/2  Kleppen

te kiezen
  keuzemodule "Lassen"  16 uur
  stage "Snuffelen"     2 weken

groepen
  licht  Alles met licht

regels van de school
  eerst  Eerst kijken

routes
  Kevin  VT BB

"""
    )


def test_a_unit_is_shown_where_it_stands(lines_of: Callable[[str], list[str]]) -> None:
    assert lines_of("vt/k/1")[:7] == [
        "VT/K/1 De wereld van de mobiliteit",
        "  SE: BB",
        " --> school.lob:4",
        "  |",
        '4 |   eenheid VT/K/1 "De wereld van de mobiliteit"',
        "  |           ^^^^^^",
        "  |",
    ]


def test_a_unit_is_shown_with_what_refers_to_it(lines_of: Callable[[str], list[str]]) -> None:
    assert lines_of("VT/K/1")[7:] == [
        "op 1 plaats genoemd",
        "  ::: school.lob:28",
        "   |",
        "28 |   VT/K/2 vereist VT/K/1",
        "   |                  ------",
        "   |",
        "",
    ]


def test_an_offer_is_shown_with_who_chooses_it(lines_of: Callable[[str], list[str]]) -> None:
    assert '32 |   kiest keuzemodule "Lassen"' in lines_of("lassen")


def test_an_offer_that_nobody_chooses(lines_of: Callable[[str], list[str]]) -> None:
    assert lines_of("Snuffelen")[-2:] == ["nergens genoemd", ""]


@pytest.mark.parametrize("name", ["VT", "eerst", "licht", "Kevin"])
def test_everything_with_a_name_can_be_shown(name: str, lines_of: Callable[[str], list[str]]) -> None:
    assert lines_of(name)[0].startswith(name)


def test_an_unknown_name_shows_nothing(lines_of: Callable[[str], list[str]]) -> None:
    assert lines_of("weg") == []


def test_every_place_that_means_a_unit_is_a_mention(curriculum: Curriculum) -> None:
    lines = [span.source.line_number(span.start) for span in mentions(curriculum, EenheidId("VT", "VT/K/2"))]
    assert sorted(set(lines)) == [14, 15, 17, 24, 28]


def test_a_curriculum_is_as_its_schema_says(as_json: dict[str, Any]) -> None:
    Draft202012Validator(json.loads(schema_json("curriculum"))).validate(as_json)
    assert as_json["schema"] == "routeplanner/curriculum/1"


def test_a_curriculum_tells_its_units(as_json: dict[str, Any]) -> None:
    (programma,) = as_json["programmas"]
    assert [(u["code"], u["toetsing"]) for u in programma["units"]] == [
        ("VT/K/1", {"BB": "SE"}),
        ("VT/K/2", {"BB": "SE"}),
    ]


def test_a_curriculum_tells_its_rules_as_they_are_written(as_json: dict[str, Any]) -> None:
    (rule,) = as_json["rules"]
    (sentence,) = rule["sentences"]
    assert (rule["id"], rule["gezag"], sentence["text"]) == ("eerst", "school", "VT/K/2 vereist VT/K/1")
    assert sentence["place"]["start"]["line"] == 28


def test_a_curriculum_tells_its_routes(as_json: dict[str, Any]) -> None:
    (route,) = as_json["routes"]
    assert (route["name"], route["leerweg"], route["chosen"]) == ("Kevin", "BB", ['keuzemodule "Lassen"'])


def test_hours_are_minutes(as_json: dict[str, Any]) -> None:
    assert [(part["name"], part["minutes"]) for part in as_json["parts"]] == [(None, 1440), ("Kleppen", 90)]
