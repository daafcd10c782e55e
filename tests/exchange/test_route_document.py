"""A route goes out as a document and comes back the same."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from routeplanner import api
from routeplanner.exchange.route_document import as_text, from_route, from_text, read_route

ROOT = Path(__file__).parents[2]
SCHOOLS = {name: api.load(ROOT / "rules" / name) for name in ("voorbeeldcollege", "profielschool")}
ROUTES = [(name, route) for name, school in SCHOOLS.items() for route in school.routes]


@pytest.mark.parametrize(("name", "key"), ROUTES)
def test_a_route_comes_back_the_same(name: str, key: str) -> None:
    school = SCHOOLS[name]
    route = school.routes[key]
    read = read_route(school, from_text(as_text(from_route(route))))
    assert read.unknown == ()
    for field in (
        "programma",
        "leerweg",
        "doel",
        "interesses",
        "liever_niet",
        "afgewezen",
        "afgerond",
        "schooljaar",
    ):
        assert getattr(read.route, field) == getattr(route, field)
    places = [[(g.keuze, g.leerjaar, g.perioden) for g in r.gekozen] for r in (read.route, route)]
    assert places[0] == places[1]


@pytest.mark.parametrize(("name", "key"), ROUTES)
def test_the_verdict_is_the_same(name: str, key: str) -> None:
    school = SCHOOLS[name]
    route = school.routes[key]
    read = read_route(school, from_text(as_text(from_route(route)))).route
    found, wanted = (api.judge(school, one) for one in (read, route))
    assert found.verdict == wanted.verdict


def test_what_the_texts_do_not_know_is_told() -> None:
    school = SCHOOLS["voorbeeldcollege"]
    document = from_text(
        '{"programma": "VT", "leerweg": "KB", "doel": "Astronaut",'
        ' "gekozen": [{"choice": "VT/K/99"}, {"choice": "HV/K/9"}]}'
    )
    read = read_route(school, document)
    assert read.unknown == ("Astronaut", "VT/K/99")
    assert [str(g.keuze) for g in read.route.gekozen] == ["HV/K/9"]
    assert read.route.doel is None


def test_a_code_in_several_programmes_is_told_apart() -> None:
    school = SCHOOLS["voorbeeldcollege"]
    one = '{"programma": "VT", "leerweg": "KB", "gekozen": [{"choice": "B/K/1"%s}]}'
    assert read_route(school, from_text(one % "")).unknown == ("B/K/1",)
    read = read_route(school, from_text(one % ', "programma": "metselen"'))
    assert [g.keuze.eenheid.programma for g in read.route.gekozen if g.keuze.eenheid] == ["metselen"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"programma": "VT"}',
        '{"programma": "VT", "leerweg": "VWO"}',
        '{"programma": "VT", "leerweg": "KB", "x": 1}',
    ],
)
def test_what_is_no_document_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(ValidationError) as refused:
        from_text(text)
    assert "input_value" not in str(refused.value)
