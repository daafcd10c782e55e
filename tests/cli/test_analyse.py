import json
from pathlib import Path

import pytest
from cli.running import invoke
from jsonschema import Draft202012Validator

from routeplanner.present.contract import schema_json

ROOT = Path(__file__).parents[2]
SCHOOL = """
programma AA "Alfa"
  soort: afdelingsprogramma

  eenheid AA/K/1 "Een"
    SE: KB

school "Klein"
  schooljaar: 2009-2010
  biedt aan: AA
  leerwegen: KB
  leerjaren: 3
  perioden: 1

invulling AA/K/1
  verkennend deel: 10 uur
    dekt: AA/K/1

stage "Kijken": 2 weken
  soort: oriënterend

stage "Werken": 4 weken
  soort: beroepsvoorbereidend

"""


def school(tmp_path: Path, rules: str) -> Path:
    path = tmp_path / "school.lob"
    path.write_text(SCHOOL.lstrip() + rules, "utf-8")
    return path


@pytest.mark.parametrize(
    ("rules", "ended", "said"),
    [
        ("regel a\n  hoogstens één stage\n", 0, "niets gevonden"),
        ("regel a\n  hoogstens twee stages\n", 0, "`a` kan weg"),
        ('regel a\n  nooit de stage "Werken"\n', 0, 'in geen enkele route: stage "Werken"'),
        ("regel a\n  minstens twee stages\n", 0, "geen keuze, 2 uit 2"),
        ("regel a\n  minstens zeven weken stage\n", 1, "er is geen enkele route"),
    ],
)
def test_what_is_found_is_said(tmp_path: Path, rules: str, ended: int, said: str) -> None:
    result = invoke("analyse", school(tmp_path, rules))
    assert (result.exit_code, result.stderr) == (ended, "")
    assert said in result.stdout


def test_row_26_a_contradiction_that_check_tells_is_analysed(tmp_path: Path) -> None:
    path = school(tmp_path, "regel a\n  minstens twee stages\n\nregel b\n  hoogstens één stage\n")
    assert "RP305" in invoke("check", path).stdout
    result = invoke("analyse", path)
    assert result.exit_code == 1
    assert "want `a` en `b`" in result.stdout


def test_strict_makes_a_warning_count(tmp_path: Path) -> None:
    path = school(tmp_path, "regel a\n  hoogstens twee stages\n")
    assert [invoke("analyse", path, *more).exit_code for more in ([], ["--strict"])] == [0, 1]


def test_a_number_that_nobody_would_read_is_told_by_its_size(tmp_path: Path) -> None:
    modules = "".join(f'activiteit "Nummer {n}": 2 uur\n  soort: eigen\n\n' for n in range(60))
    path = school(tmp_path, f"{modules}regel a\n  hoogstens één stage\n")
    assert "AA  KB  ruim 10^18\n" in invoke("analyse", path).stdout
    (number,) = json.loads(invoke("analyse", path, "--format", "json").stdout)["numbers"]
    assert (number["count"], number["exact"]) == (str(3 * 2**60), True)


def test_a_school_that_asks_less_than_the_law_gets_a_route_that_shows_it(tmp_path: Path) -> None:
    text = """gebruik "curricula/2016/wet.lob"

school "Nu"
  schooljaar: 2026-2027
  biedt aan: MET, EO
  leerwegen: KB
  leerjaren: 3, 4

regel drie
  minstens drie keuzevakken
"""
    path = tmp_path / "nu.lob"
    path.write_text(text, "utf-8")
    result = invoke("analyse", path)
    assert result.exit_code == 1
    assert "`drie` is ruimer dan de wet in `vier-keuzevakken`\n" in result.stdout
    route = result.stdout.partition("deze route voldoet aan `drie` en niet aan `vier-keuzevakken`: ")[2]
    assert route.partition("\n")[0].count(", ") == 2


def test_without_time_it_is_undecided(tmp_path: Path) -> None:
    result = invoke("analyse", school(tmp_path, ""), "--seconds", "0")
    assert result.exit_code == 4
    assert "niet beslist: of er een route is (AA in KB)" in result.stdout


def test_in_english(tmp_path: Path) -> None:
    result = invoke("analyse", school(tmp_path, "regel a\n  hoogstens twee stages\n"), "--lang", "en")
    assert "`a` can go: nothing that the school offers goes against it" in result.stdout


def test_the_json_is_as_its_schema_says(tmp_path: Path) -> None:
    path = school(tmp_path, "regel a\n  minstens twee stages\n\nregel b\n  minstens één stage\n")
    printed = json.loads(invoke("analyse", path, "--format", "json").stdout)
    Draft202012Validator(json.loads(schema_json("analysis"))).validate(printed)
    assert [(one["kind"], one["rules"], one["severity"]) for one in printed["findings"]] == [
        ("no-choice", ["a"], "warning"),
        ("redundant", ["b"], "warning"),
    ]
    case = {"programma": "AA", "leerweg": "KB", "uitstroomprofiel": None, "doel": None}
    assert printed["numbers"] == [{"case": case, "count": "1", "exact": True}]


def test_where_there_are_no_pupils_the_table_has_a_dash(tmp_path: Path) -> None:
    more = 'programma CC "Charlie"\n  soort: afdelingsprogramma\n\n  eenheid CC/K/1 "Een"\n    SE: BB\n'
    text = SCHOOL.replace("biedt aan: AA", "biedt aan: AA, CC").replace("leerwegen: KB", "leerwegen: BB, KB")
    path = tmp_path / "school.lob"
    path.write_text(f"{more}\n{text.lstrip()}", "utf-8")
    numbers = invoke("analyse", path).stdout.partition("zoveel routes zijn er\n")[2]
    assert numbers.splitlines()[:2] == ["  CC  BB  4   KB  –", "  AA  BB  –   KB  4"]
