import json
from pathlib import Path

import pytest
from cli.conftest import written
from cli.running import invoke
from jsonschema import Draft202012Validator

from routeplanner.present.contract import schema_json

COLLEGE = Path(__file__).parents[2] / "rules/voorbeeldcollege"
GOLDEN = Path(__file__).parents[1] / "golden/figure"
PROFIEL = Path(__file__).parents[2] / "rules/profielschool"

AUTOVERKOPER = """\
Autoverkoper
Voertuigentechniek (VT), KB → Autoverkoper

verbreding
┌──────────────┬────────────────────────┬─────────────────────────┐
│ HV/K/9       │ HV/K/10                │ HV/K/11                 │
│ Verkopen     │ Detailhandelsmarketing │ Presentatietechnieken 1 │
│ 32 uur, lj 4 │ 28 uur, lj 4           │ 24 uur, lj 4            │
└──────────────┴────────────────────────┴─────────────────────────┘
programma
┌──────────┬──────────┬──────────┬────────┬────────┬─────────┬─────────┐
│ VT/K/1 ✓ │ VT/K/2   │ VT/K/7 ✓ │ VT/K/8 │ VT/K/9 │ VT/K/10 │ VT/K/11 │
│ SE       │ CE en SE │ SE       │ SE     │ SE     │ SE      │ SE      │
└──────────┴──────────┴──────────┴────────┴────────┴─────────┴─────────┘
┌─────────┬─────────┬─────────┬─────────┬─────────┬─────────┬────────┐
│ VT/K/12 │ VT/K/13 │ VT/K/14 │ VT/K/15 │ VT/K/16 │ VT/K/17 │ VT/V/1 │
│ SE      │ SE      │ CE      │ CE      │ CE      │ CE      │ CE     │
└─────────┴─────────┴─────────┴─────────┴─────────┴─────────┴────────┘
keuzemodules
┌─────────────────┬──────────────────────────┬─────────────────┐
│ Lassen          │ Je eigen bedrijf starten │ Beeld en media  │
│ 16 uur, lj 3 p1 │ 16 uur, lj 3 p2          │ 16 uur, lj 3 p3 │
└─────────────────┴──────────────────────────┴─────────────────┘
┌──────────────────────────────────┐
│ Het veiligheidscertificaat (VCA) │
│ 16 uur, lj 3 p4                  │
└──────────────────────────────────┘
stages
┌────────────────────┐
│ Oriënterende stage │
│ 2 weken, lj 3      │
└────────────────────┘
✓ is afgerond
"""


def test_the_figure_of_the_autoverkoper() -> None:
    result = invoke("draw", COLLEGE, "--route", "Autoverkoper")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == AUTOVERKOPER


def test_without_a_name_every_route_is_drawn() -> None:
    output = invoke("draw", PROFIEL).stdout
    assert output.startswith("Autoverkoper van nu\n")
    assert output.count("(MET), ") == 3


def test_a_voorbeeld_can_be_drawn() -> None:
    output = invoke("draw", COLLEGE, "--route", "Joselien kijkt bij de computers").stdout
    assert output.startswith("Joselien kijkt bij de computers\n")
    assert "│ HA/K/4" in output


def test_nothing_is_wider_than_a_terminal() -> None:
    lines = invoke("draw", COLLEGE).stdout.splitlines() + invoke("draw", PROFIEL).stdout.splitlines()
    assert max(map(len, lines)) <= 78


def test_a_route_that_is_not_there_ends_with_2() -> None:
    result = invoke("draw", COLLEGE, "--route", "Niemand")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "`Niemand`" in result.stderr
    assert "`Kevin`" in result.stderr


def test_a_text_without_routes_ends_with_2(good: Path) -> None:
    assert invoke("draw", good).exit_code == 2


def test_a_text_with_errors_ends_with_1(bad: Path) -> None:
    result = invoke("draw", bad)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "RP211" in result.stderr


@pytest.mark.parametrize("sign", ["\x9b", "\u202e"])
def test_a_name_with_a_hidden_sign_is_shown_safely(sign: str, tmp_path: Path) -> None:
    route = f'route "Ke{sign}vin"\n  volgt VT in leerweg BB\n'
    text = f'programma VT "Voertuigentechniek"\n  soort: afdelingsprogramma\n\n{route}'
    assert sign not in invoke("draw", written(tmp_path / "a.lob", text)).output


def test_it_speaks_english() -> None:
    english = invoke("draw", COLLEGE, "--route", "Autoverkoper", "--lang", "en").stdout
    assert english != AUTOVERKOPER
    assert english.splitlines()[:3] == AUTOVERKOPER.splitlines()[:3]


# ---- in a file


@pytest.mark.parametrize(("flags", "kind"), [((), "figuur"), (("--tijdlijn",), "tijdlijn")])
def test_a_drawing_in_a_file(flags: tuple[str, ...], kind: str, tmp_path: Path) -> None:
    out = tmp_path / "kevin.svg"
    result = invoke("draw", COLLEGE, "--route", "Kevin", "-o", out, *flags)
    assert (result.exit_code, result.stdout) == (0, "")
    assert str(out) in result.stderr
    assert out.read_bytes() == (GOLDEN / f"kevin-{kind}.svg").read_bytes()
    assert list(tmp_path.iterdir()) == [out]


def test_an_older_drawing_is_replaced(tmp_path: Path) -> None:
    out = written(tmp_path / "kevin.svg", "oud")
    assert invoke("draw", COLLEGE, "--route", "Kevin", "-o", out).exit_code == 0
    assert out.read_text("utf-8").startswith("<svg ")


def test_only_a_drawing_is_written_over(tmp_path: Path) -> None:
    rules = written(tmp_path / "regels.lob", "regels")
    assert invoke("draw", COLLEGE, "--route", "Kevin", "-o", rules).exit_code == 2
    assert rules.read_text("utf-8") == "regels"


@pytest.mark.parametrize("out", ["geen/map.svg", "map.svg"])
def test_a_file_that_cannot_be_written(out: str, tmp_path: Path) -> None:
    (tmp_path / "map.svg").mkdir()
    result = invoke("draw", COLLEGE, "--route", "Kevin", "-o", tmp_path / out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert [path.name for path in tmp_path.iterdir()] == ["map.svg"]


def test_a_file_holds_one_route(tmp_path: Path) -> None:
    result = invoke("draw", COLLEGE, "-o", tmp_path / "alle.svg")
    assert result.exit_code == 2
    assert "`Kevin`" in result.stderr


def test_a_timeline_needs_a_file() -> None:
    assert invoke("draw", COLLEGE, "--route", "Kevin", "--tijdlijn").exit_code == 2


# ---- how things hang together

KRING = """\
programma AA "Alfa"
  soort: afdelingsprogramma

  eenheid AA/K/1 "Een"
    SE: KB
  eenheid AA/K/2 "Twee"
    SE: KB

regel heen
  AA/K/1 vereist AA/K/2

regel terug
  AA/K/2 vereist AA/K/1
"""


def test_the_graph_of_the_college() -> None:
    result = invoke("draw", COLLEGE, "--graph")
    assert result.exit_code == 0
    assert "  Autoverkoper  VT/K/9, VT/K/12, HV/K/9, HV/K/10, HV/K/11\n" in result.stdout
    assert "  VT/K/12 vraagt VT/K/9  (klepsturing)\n" in result.stdout
    assert '  VT/K/12 → verdieping "Klepsturing reviseren" van VT/K/12\n' in result.stdout


def test_a_circle_is_drawn_though_check_calls_it_a_mistake(tmp_path: Path) -> None:
    path = written(tmp_path / "kring.lob", KRING)
    assert "RP301" in invoke("check", path).stdout
    assert "kringen, die nooit kunnen\n  AA/K/1, AA/K/2\n" in invoke("draw", path, "--graph").stdout


def test_a_text_in_which_nothing_hangs_together(tmp_path: Path) -> None:
    path = written(tmp_path / "los.lob", KRING.partition("regel")[0])
    said = invoke("draw", path, "--graph", "--lang", "en").stdout
    assert said == "in this text nothing hangs together with anything else\n"


def test_the_json_of_the_graph_is_as_its_schema_says() -> None:
    printed = json.loads(invoke("draw", COLLEGE, "--graph", "--format", "json").stdout)
    Draft202012Validator(json.loads(schema_json("graph"))).validate(printed)
    names = [node["name"] for node in printed["nodes"]]
    edges = {(names[e["start"]], e["kind"], names[e["end"]], e["rule"]) for e in printed["edges"]}
    assert ("VT/K/12", "vereist", "VT/K/9", "klepsturing") in edges
    assert ('doel "Autoverkoper"', "past bij", "HV/K/11", None) in edges
    ordered = [names[index] for index in printed["order"]]
    assert ordered.index("VT/K/9") < ordered.index("VT/K/12")


def test_a_route_is_not_drawn_as_json() -> None:
    assert invoke("draw", COLLEGE, "--route", "Kevin", "--format", "json").exit_code == 2
