import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import written
from cli.running import invoke, run
from click.testing import Result
from jsonschema import Draft202012Validator
from routeplanner_cli.validate import ends

from routeplanner.present.contract import schema_json

RULES = Path(__file__).parents[2] / "rules"
COLLEGE = RULES / "voorbeeldcollege"
PROFIEL = RULES / "profielschool"

SCHOOL = """\
programma VT "Voertuigentechniek"
  soort: afdelingsprogramma

  eenheid VT/K/1 "De wereld van de mobiliteit"
    SE: BB, KB

keuzemodule "Lassen": 16 uur

regel lassen "Iedereen last"
  verplicht de keuzemodule "Lassen"
  omdat: "Zonder lassen geen auto."
  bron: "Afspraak van het team"
"""
KEVIN = """
route "Kevin"
  volgt VT in leerweg BB
  kiest keuzemodule "Lassen"
"""
WIL_NIET = """
route "Wil niet"
  volgt VT in leerweg BB
  zonder keuzemodule "Lassen"
"""
NOG_NIET = """
route "Nog niet"
  volgt VT in leerweg BB
"""


def school(folder: Path, *routes: str) -> Path:
    return written(folder / "school.lob", SCHOOL + "".join(routes))


def validate(*arguments: str | Path) -> Result:
    return invoke("validate", *arguments)


def as_json(*arguments: str | Path) -> dict[str, Any]:
    return dict(json.loads(validate(*arguments, "--format", "json").stdout))


# ---- how it ends


def test_geldig_ends_with_0(tmp_path: Path) -> None:
    assert validate(school(tmp_path, KEVIN)).exit_code == 0


def test_ongeldig_ends_with_3(tmp_path: Path) -> None:
    assert validate(school(tmp_path, WIL_NIET)).exit_code == 3


def test_what_is_not_finished_ends_as_its_verdict_says(tmp_path: Path) -> None:
    result = validate(school(tmp_path, NOG_NIET), "--format", "json")
    assert result.exit_code == {"onvolledig": 0, "onbeslist": 4}[json.loads(result.stdout)["verdict"]]


@pytest.mark.parametrize(
    ("verdicts", "ended", "strictly"),
    [
        (["geldig"], 0, 0),
        (["onvolledig"], 0, 1),
        (["ongeldig"], 3, 3),
        (["onbeslist"], 4, 4),
        (["geldig", "onvolledig"], 0, 1),
        (["onbeslist", "onvolledig"], 4, 4),
        (["onbeslist", "ongeldig", "geldig"], 3, 3),
    ],
)
def test_it_ends_as_the_worst_verdict(verdicts: list[str], ended: int, strictly: int) -> None:
    assert (ends(verdicts, strict=False), ends(verdicts, strict=True)) == (ended, strictly)


def test_strict_changes_nothing_for_geldig(tmp_path: Path) -> None:
    assert validate(school(tmp_path, KEVIN), "--strict").exit_code == 0


def test_a_text_with_errors_is_told_and_ends_with_1(tmp_path: Path) -> None:
    wrong = school(tmp_path, KEVIN.replace("VT in", "TV in"))
    result = validate(wrong)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "RP205" in result.stderr


def test_a_warning_does_not_stop_it(tmp_path: Path) -> None:
    assert validate(school(tmp_path, KEVIN, "\n  afgerond: VT/K/1\n")).exit_code == 0


def test_a_path_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    assert validate(tmp_path / "weg.lob").exit_code == 2


# ---- which route


def test_the_only_route_needs_no_name(tmp_path: Path) -> None:
    assert validate(school(tmp_path, KEVIN)).stdout.startswith("Kevin: ")


def test_of_several_routes_one_must_be_named(tmp_path: Path) -> None:
    result = validate(school(tmp_path, KEVIN, NOG_NIET))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "`Kevin`, `Nog niet`" in result.stderr


@pytest.mark.parametrize("name", ["Nog niet", "nog niet", "NOG  NIET"])
def test_a_route_by_its_name(name: str, tmp_path: Path) -> None:
    assert validate(school(tmp_path, KEVIN, NOG_NIET), "--route", name).stdout.startswith("Nog niet: ")


def test_a_route_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    result = validate(school(tmp_path, KEVIN), "--route", "Joselien")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "`Joselien`" in result.stderr
    assert "`Kevin`" in result.stderr


def test_a_text_without_routes_ends_with_2(tmp_path: Path) -> None:
    assert validate(school(tmp_path)).exit_code == 2


def test_a_voorbeeld_by_its_name() -> None:
    result = validate(COLLEGE, "--route", "Zonder verlichting geen klepsturing", "--format", "concise")
    assert result.exit_code == 3
    assert result.stdout.startswith("Zonder verlichting geen klepsturing: ")
    assert "verkennen-verplicht" in result.stdout
    assert "klepsturing" in result.stdout


def test_all_is_a_line_for_each_route(tmp_path: Path) -> None:
    lines = validate(school(tmp_path, KEVIN, WIL_NIET, NOG_NIET), "--all").stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["Kevin", "Wil niet", "Nog niet"]


def test_all_ends_with_3_if_any_is_ongeldig(tmp_path: Path) -> None:
    assert validate(school(tmp_path, KEVIN, WIL_NIET, NOG_NIET), "--all").exit_code == 3


@pytest.mark.parametrize("folder", [COLLEGE, PROFIEL])
def test_every_route_of_a_bundled_school_is_geldig(folder: Path) -> None:
    result = validate(folder, "--all")
    assert result.exit_code == 0
    assert all(": geldig" in line for line in result.stdout.splitlines())


# ---- in full


def test_a_broken_rule_is_told_with_why(tmp_path: Path) -> None:
    output = validate(school(tmp_path, WIL_NIET)).stdout
    assert "✗ lassen  Iedereen last\n" in output
    assert "Zonder lassen geen auto." in output
    assert "Afspraak van het team" in output
    assert "school.lob:9\n" in output


def test_a_rule_that_holds_is_told_without(tmp_path: Path) -> None:
    output = validate(school(tmp_path, KEVIN)).stdout
    assert "✓ lassen  Iedereen last\n" in output
    assert "Zonder lassen geen auto." not in output


def test_what_matters_most_stands_first() -> None:
    output = validate(COLLEGE, "--route", "Een CE-eenheid wordt niet gedeeld").stdout
    assert output.index("✗ ce-is-heel") < output.index("✓ vier-modules")


def test_what_nobody_could_check_is_told() -> None:
    output = validate(PROFIEL, "--route", "Autoverkoper van nu").stdout
    assert "? uitgesloten-combinaties" in output
    assert output.count("`uitgesloten-combinaties`") == 1


def test_an_ontheffing_is_told_with_its_reason() -> None:
    output = validate(COLLEGE, "--route", "Vakkanjer").stdout
    assert "maatwerk-max" in output
    assert "Doet mee aan de vakwedstrijden" in output
    assert "teamleider bovenbouw" in output


def test_notes_are_told() -> None:
    output = validate(COLLEGE, "--route", "Autoverkoper").stdout
    assert "`HV/K/9`" in output
    assert "`HV/K/11`" in output
    assert "`HV/K/10`" not in output


# ---- the day


def ziek(folder: Path) -> Path:
    text = """
ontheffing lassen voor route "Wil niet"
  reden: "Ziek"
  door: "decaan"
  tot: 2010-01-31
"""
    return school(folder, WIL_NIET, text)


def test_an_ontheffing_holds_up_to_its_last_day(tmp_path: Path) -> None:
    assert validate(ziek(tmp_path), "--op", "2010-01-31").exit_code == 0


def test_an_ontheffing_that_has_expired_does_not(tmp_path: Path) -> None:
    assert validate(ziek(tmp_path), "--op", "2010-02-01").exit_code == 3


def test_without_a_day_an_ontheffing_is_judged_today(tmp_path: Path) -> None:
    today = datetime.now(UTC).date()
    year = today.year + 1  # a schooljaar that does not end before the ontheffing does
    text = f"""
school "Volgend jaar"
  schooljaar: {year}-{year + 1}
  biedt aan: VT
  leerwegen: BB

ontheffing lassen voor route "Wil niet"
  reden: "Ziek"
  door: "decaan"
  tot: {today + timedelta(days=7)}
"""
    assert validate(school(tmp_path, WIL_NIET, text)).exit_code == 0


def test_a_day_that_is_none_ends_with_2(tmp_path: Path) -> None:
    assert validate(ziek(tmp_path), "--op", "morgen").exit_code == 2


# ---- as JSON


def schema(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema_json(name)))


@pytest.mark.parametrize(
    "route", ["Autoverkoper", "Kevin", "Vakkanjer", "Zonder verlichting geen klepsturing", "Een lege route"]
)
def test_a_verdict_is_as_its_schema_says(route: str) -> None:
    schema("verdict").validate(as_json(COLLEGE, "--route", route))


def test_several_verdicts_are_as_their_schema_says() -> None:
    found = as_json(PROFIEL, "--all")
    schema("verdicts").validate(found)
    assert len(found["verdicts"]) == 9


def test_json_of_a_route_that_is_geldig() -> None:
    found = as_json(COLLEGE, "--route", "Autoverkoper")
    assert (found["route"], found["programma"], found["leerweg"]) == ("Autoverkoper", "VT", "KB")
    assert (found["verdict"], found["limit"], found["advice"]) == ("geldig", None, ["dossier"])
    assert found["totals"]["uur verbreding"]["minutes"] == 84 * 60
    assert found["conflict"]["rules"] == []


def test_json_of_a_route_that_is_not() -> None:
    found = as_json(COLLEGE, "--route", "Zonder verlichting geen klepsturing")
    states = {rule["id"]: rule["state"] for rule in found["rules"]}
    assert found["verdict"] == "ongeldig"
    assert sorted(found["conflict"]["rules"]) == ["klepsturing", "verkennen-verplicht"]
    assert (states["klepsturing"], states["vier-modules"]) == ("overtreden", "voldaan")


def test_json_tells_where_a_rule_stands() -> None:
    rules = as_json(COLLEGE, "--route", "Autoverkoper")["rules"]
    (rule,) = (rule for rule in rules if rule["id"] == "klepsturing")
    text = (COLLEGE / "regels.lob").read_text("utf-8").splitlines()
    assert rule["file"] == "rules/voorbeeldcollege/regels.lob"
    assert text[rule["line"] - 1].startswith("regel klepsturing")


def test_json_tells_of_an_ontheffing() -> None:
    (waiver,) = as_json(COLLEGE, "--route", "Vakkanjer")["exceptions"]
    assert (waiver["rule"], waiver["tot"]) == ("maatwerk-max", "2010-07-31")


def test_json_tells_where_choices_stand() -> None:
    placement = as_json(COLLEGE, "--route", "Autoverkoper")["placement"]
    assert {"choice": 'keuzemodule "Lassen"', "leerjaar": 3, "perioden": [1]} in placement


# ---- how it speaks


def test_it_speaks_english() -> None:
    dutch, english = (validate(COLLEGE, "--route", "Autoverkoper", "--lang", lang) for lang in ("nl", "en"))
    assert english.exit_code == 0
    assert english.stdout != dutch.stdout


def test_what_is_no_terminal_gets_no_colour() -> None:
    assert "\x1b" not in validate(COLLEGE, "--route", "Autoverkoper").output


def test_a_name_with_a_control_character_is_shown_safely(tmp_path: Path) -> None:
    text = school(tmp_path, KEVIN.replace("Kevin", "Kev\x9bin"))
    assert "\x9b" not in validate(text).output


def test_it_is_the_same_every_time() -> None:
    outputs = {run("validate", COLLEGE, "--all", PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "2")}
    assert len(outputs) == 1
