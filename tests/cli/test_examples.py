import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cli.conftest import written
from cli.running import invoke
from jsonschema import Draft202012Validator

from routeplanner import api
from routeplanner.engine.examples import Uitkomst
from routeplanner.engine.verdict import Oordeel
from routeplanner.present.contract import schema_json

RULES = Path(__file__).parents[2] / "rules"

SCHOOL = """\
programma VT "Voertuigentechniek"
  soort: afdelingsprogramma

  eenheid VT/K/1 "De wereld van de mobiliteit"
    SE: BB, KB

voorbeeld "Mag"
  volgt VT in leerweg BB
  verwacht {verdict}
  verwacht {total} uur maatwerk
"""


def school(folder: Path, verdict: str = "geldig", total: int = 0) -> Path:
    return written(folder / "school.lob", SCHOOL.format(verdict=verdict, total=total))


@pytest.mark.parametrize("name", ["voorbeeldcollege", "profielschool"])
def test_the_voorbeelden_of_a_bundled_school_end_with_0(name: str) -> None:
    assert invoke("test", RULES / name).exit_code == 0


def test_what_comes_true_is_only_counted(tmp_path: Path) -> None:
    result = invoke("test", school(tmp_path))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("1 ")


def test_another_verdict_ends_with_1(tmp_path: Path) -> None:
    assert invoke("test", school(tmp_path, verdict="ongeldig")).exit_code == 1


def test_another_total_ends_with_1(tmp_path: Path) -> None:
    assert invoke("test", school(tmp_path, total=8)).exit_code == 1


def test_what_does_not_come_true_is_told_with_its_place(tmp_path: Path) -> None:
    output = invoke("test", school(tmp_path, verdict="ongeldig")).stdout
    assert output.startswith("✗ Mag\n")
    assert "school.lob:9\n" in output


def test_each_difference_is_told(tmp_path: Path) -> None:
    output = invoke("test", school(tmp_path, verdict="ongeldig", total=8)).stdout
    assert [line for line in (9, 10) if f"school.lob:{line}\n" in output] == [9, 10]


def test_without_a_path_it_is_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    school(tmp_path, verdict="ongeldig")
    monkeypatch.chdir(tmp_path)
    assert invoke("test").exit_code == 1


def test_without_voorbeelden_it_ends_with_0(good: Path) -> None:
    assert invoke("test", good).exit_code == 0


def test_a_text_with_errors_ends_with_1(bad: Path) -> None:
    result = invoke("test", bad)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "RP211" in result.stderr


def test_a_path_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    assert invoke("test", tmp_path / "weg.lob").exit_code == 2


def undecided(curriculum: api.Curriculum, **_: object) -> Iterator[Uitkomst]:
    """Return what comes of the voorbeelden where no verdict can be given."""
    for voorbeeld in curriculum.voorbeelden:
        verdict = replace(
            api.judge(curriculum, voorbeeld.route), oordeel=Oordeel.ONBESLIST, together=None, reached="samen"
        )
        yield Uitkomst(voorbeeld, verdict, ())


def test_one_that_cannot_be_judged_is_told_and_ends_with_0(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "run_examples", undecided)
    result = invoke("test", school(tmp_path))
    assert result.exit_code == 0
    assert result.stdout.startswith("? Mag\n")


def test_one_that_cannot_be_judged_ends_with_1_when_it_must_be_strict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "run_examples", undecided)
    assert invoke("test", school(tmp_path), "--strict").exit_code == 1


def test_it_speaks_english(tmp_path: Path) -> None:
    dutch, english = (invoke("test", school(tmp_path, verdict="ongeldig"), "--lang", x) for x in ("nl", "en"))
    assert dutch.stdout != english.stdout
    assert dutch.stderr != english.stderr


def test_another_verdict_is_told_with_what_it_comes_from(tmp_path: Path) -> None:
    path = school(tmp_path)
    rule = 'regel zonder "Zonder de eerste"\n  nooit VT/K/1\n'
    written(path, path.read_text("utf-8").replace("voorbeeld", f"{rule}\nvoorbeeld"))
    assert "maar het is ongeldig, door zonder" in invoke("test", path).stdout.replace("\n", " ")


# ---- coverage

RULED = """\
school "S"
  schooljaar: 2009-2010
  biedt aan: VT
  leerwegen: BB

stage "Kijken": 2 weken
  soort: oriënterend

regel gezien
  minstens één stage

regel vergeten
  hoogstens 9 weken stage

voorbeeld "Zonder stage"
  volgt VT in leerweg BB
  verwacht onvolledig door gezien
"""


def ruled(folder: Path) -> Path:
    head = SCHOOL.partition("voorbeeld")[0]
    return written(folder / "school.lob", head + RULED)


def test_coverage_names_the_rule_that_no_voorbeeld_would_miss(tmp_path: Path) -> None:
    result = invoke("test", ruled(tmp_path), "--coverage")
    assert result.exit_code == 0
    assert "geen voorbeeld mist `vergeten`" in result.stdout
    assert "school.lob:18\n1 van de 2 regels worden door een voorbeeld bewaakt\n" in result.stdout
    assert "`gezien`" not in result.stdout


def test_coverage_is_a_finding_with_strict(tmp_path: Path) -> None:
    assert invoke("test", ruled(tmp_path), "--coverage", "--strict").exit_code == 1


def test_the_json_is_as_its_schema_says(tmp_path: Path) -> None:
    printed = json.loads(invoke("test", ruled(tmp_path), "--coverage", "--format", "json").stdout)
    Draft202012Validator(json.loads(schema_json("examples"))).validate(printed)
    assert [(rule["id"], rule["missed"]) for rule in printed["coverage"]] == [
        ("gezien", False),
        ("vergeten", True),
    ]
    assert [example["state"] for example in printed["examples"]] == ["klopt"]


def test_the_json_of_a_voorbeeld_that_fails_says_why(tmp_path: Path) -> None:
    printed = json.loads(invoke("test", school(tmp_path, total=3), "--format", "json").stdout)
    (example,) = printed["examples"]
    assert (example["state"], printed["coverage"]) == ("fout", None)
    assert example["differences"] == ["verwacht `3 uur maatwerk`, maar het is 0 uur"]
