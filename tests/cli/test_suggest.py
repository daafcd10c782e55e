"""`routeplanner suggest`: what it says, in which form, and how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import written
from cli.running import invoke, run
from click.testing import Result
from jsonschema import Draft202012Validator

from routeplanner.present.contract import schema_json

RULES = Path(__file__).parents[2] / "rules"
COLLEGE = RULES / "voorbeeldcollege"
PROFIEL = RULES / "profielschool"
AUTOVERKOPER = ("--programma", "VT", "--leerweg", "KB", "--doel", "Autoverkoper")
GEEN_MODULE = ("--route", "Geen module waarin je mensen leert kennen")

NONE = """\
programma VT "Voertuigentechniek"
  soort: afdelingsprogramma

  eenheid VT/K/1 "De wereld van de mobiliteit"
    SE: BB, KB

keuzemodule "Lassen": 16 uur

regel lassen "Iedereen last"
  verplicht de keuzemodule "Lassen"

regel veilig "Niemand last zonder helm"
  als de keuzemodule "Lassen" dan minstens één activiteit

route "Wil lassen"
  volgt VT in leerweg BB
"""


def suggest(*arguments: str | Path) -> Result:
    return invoke("suggest", *arguments)


def as_json(*arguments: str | Path) -> dict[str, Any]:
    return dict(json.loads(suggest(*arguments, "--format", "json").stdout))


# ---- what it says


def test_the_autoverkoper_of_the_guide() -> None:
    result = suggest(COLLEGE, *AUTOVERKOPER)
    assert result.exit_code == 0
    assert result.stdout.count("\nvoorstel ") == 3
    assert "  · past bij Autoverkoper: HV/K/9, 10 en 11\n" in result.stdout
    assert result.stdout.endswith("\nalles doorzocht: niets scoort hoger\n")


def test_the_autoverkoper_of_now() -> None:
    result = suggest(PROFIEL, "--programma", "MET", "--leerweg", "KB", "--doel", "verkoopadviseur mobiliteit")
    assert result.exit_code == 0
    assert "keuzevak K/EO/01, 05 en 06" in result.stdout


def test_a_route_goes_on_with_a_plan_for_what_has_no_place_yet() -> None:
    result = suggest(COLLEGE, "--route", "Kevin", "-k", "1")
    assert "  stond nog niet vast, kan zo:\n    leerjaar 3 periode 1: stage" in result.stdout
    assert "  er hoeft niets bij\n" in result.stdout


def test_niveau_3_takes_two_steps_from_bb() -> None:
    """Row 20."""
    result = suggest(COLLEGE, "--route", "Autoverkoper in BB", "--format", "concise", "-k", "1")
    told = "Autoverkoper is niveau 3; met BB begin je op niveau 2: twee stappen dus"
    assert result.stdout.splitlines()[0] == told


def test_a_line_each() -> None:
    lines = suggest(COLLEGE, *AUTOVERKOPER, "--format", "concise").stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "voorstel 1",
        "voorstel 2",
        "voorstel 3",
        "alles doorzocht",
    ]


def test_fewer_are_there_than_were_asked(tmp_path: Path) -> None:
    school = written(
        tmp_path / "school.lob", NONE.partition("regel lassen")[0] + NONE[NONE.index("route ") :]
    )
    result = suggest(school)
    assert result.stdout.count("\nvoorstel ") == 1
    assert "meer routes die echt verschillen en hier dichtbij komen zijn er niet" in result.stdout


def test_wishes_count() -> None:
    plain, cooking = (
        suggest(COLLEGE, *AUTOVERKOPER[:4], *more, "-k", "1").stdout for more in ((), ("--graag", "Koken"))
    )
    assert 'keuzemodule "Koken voor een groep"' in cooking
    assert "interesse koken" in cooking
    assert 'keuzemodule "Koken voor een groep"' not in plain
    assert "Een feest" in suggest(COLLEGE, *AUTOVERKOPER[:4], "-k", "1").stdout
    assert "liever niet" not in suggest(COLLEGE, *AUTOVERKOPER[:4], "--niet", "koken", "-k", "1").stdout


def test_a_kenmerk_that_nothing_has_is_told() -> None:
    result = suggest(COLLEGE, *AUTOVERKOPER, "--graag", "tuinieren", "-k", "1")
    assert "niets van wat de school je aanbiedt heeft het kenmerk `tuinieren`" in result.stdout


def test_what_had_to_change_is_told_with_why() -> None:
    result = suggest(COLLEGE, *GEEN_MODULE, "-k", "1")
    assert result.exit_code == 0
    assert '\n  gaat weg: keuzemodule "Lassen"\n' in result.stdout
    assert '\n  was afgewezen en komt er toch bij: keuzemodule "Je eigen bedrijf starten"\n' in result.stdout
    assert (
        "niet alles wat gekozen is kon blijven, want dit gaat niet samen\n  ✗ netwerk-module" in result.stdout
    )


def test_it_speaks_english() -> None:
    result = suggest(COLLEGE, *AUTOVERKOPER, "--lang", "en")
    assert "suggestion 1: valid" in result.stdout
    assert "everything searched: nothing scores higher" in result.stdout
    assert "voorstel" not in result.stdout


# ---- how it ends


def test_without_a_route_it_ends_with_3_and_says_why(tmp_path: Path) -> None:
    result = suggest(written(tmp_path / "school.lob", NONE))
    assert result.exit_code == 3
    assert "dit gaat niet samen\n  ✗ lassen  Iedereen last\n" in result.stdout
    assert "  ✗ veilig  Niemand last zonder helm\n" in result.stdout
    assert result.stdout.endswith("alles doorzocht: er is geen route waarin elke regel klopt\n")


def test_without_time_it_ends_with_4() -> None:
    result = suggest(COLLEGE, *AUTOVERKOPER, "--seconds", "0")
    assert result.exit_code == 4
    assert result.stdout.endswith("gestopt na 0 seconden: misschien is er beters\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--programma", "VT"), "--programma en --leerweg"),
        (("--route", "Kevin", "--programma", "VT", "--leerweg", "KB"), "--programma en --leerweg"),
        (
            ("--programma", "XX", "--leerweg", "KB"),
            "geen programma dat de school aanbiedt heet `XX`; wel `VT`",
        ),
        (("--programma", "NE", "--leerweg", "KB"), "geen programma dat de school aanbiedt heet `NE`"),
        (("--programma", "VT", "--leerweg", "GL"), "de school heeft geen leerweg `GL`; wel `BB`, `KB`"),
        (("--route", "Kevin", "--doel", "Astronaut"), "geen doel heet `Astronaut`; wel `Autoverkoper`"),
        (("--route", "Niemand"), "geen route heet `Niemand`"),
        ((), "noem een route met --route"),
        ((*AUTOVERKOPER, "-k", "0"), "-k"),
        ((*AUTOVERKOPER, "--seconds", "-1"), "--seconds"),
    ],
)
def test_what_is_not_asked_right_ends_with_2(arguments: tuple[str, ...], told: str) -> None:
    result = suggest(COLLEGE, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr


# ---- the contract


@pytest.mark.parametrize(
    "arguments",
    [
        (COLLEGE, *AUTOVERKOPER),
        (COLLEGE, "--route", "Autoverkoper in BB"),
        (COLLEGE, *GEEN_MODULE),
        (COLLEGE, *AUTOVERKOPER, "--seconds", "0"),
        (PROFIEL, "--route", "Noor Verzonnen"),
    ],
)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_json_is_as_the_schema_says(arguments: tuple[str | Path, ...], lang: str) -> None:
    Draft202012Validator(json.loads(schema_json("suggestions"))).validate(as_json(*arguments, "--lang", lang))


def test_json_tells_what_the_text_tells() -> None:
    told = as_json(COLLEGE, *AUTOVERKOPER)
    assert (told["searched"], told["doel"], told["conflict"]) == ("complete", "Autoverkoper", None)
    first = told["suggestions"][0]
    assert "HV/K/9 in leerjaar 4 periode 1" in first["choices"]
    assert first["verdict"] == "geldig"
    assert (first["score"]["eenheden"], first["score"]["eenheden_total"]) == (5, 5)
    assert "past bij Autoverkoper: HV/K/9, 10 en 11" in first["because"]
    assert "HV/K/12" in first["closes"]
    assert first["dropped"] == first["moved"] == first["returned"] == []


def test_json_of_no_route_has_the_clash(tmp_path: Path) -> None:
    told = as_json(written(tmp_path / "school.lob", NONE))
    assert told["suggestions"] == []
    assert told["conflict"]["rules"] == ["lassen", "veilig"]


# ---- what it loads


@pytest.mark.parametrize(
    "arguments", [("--version",), ("check", COLLEGE), ("validate", COLLEGE, "--route", "Kevin")]
)
def test_only_suggestions_load_highs(arguments: tuple[str | Path, ...], tmp_path: Path) -> None:
    script = tmp_path / "sitecustomize.py"
    script.write_text(
        "import atexit, sys\natexit.register(lambda: print('highspy' in sys.modules, file=sys.stderr))\n"
    )
    assert run(*arguments, PYTHONPATH=f"{tmp_path}:{':'.join(_paths())}").stderr.endswith("False\n")
    more = run("suggest", COLLEGE, *AUTOVERKOPER, PYTHONPATH=f"{tmp_path}:{':'.join(_paths())}")
    assert more.stderr.endswith("True\n")


def _paths() -> list[str]:
    root = Path(__file__).parents[2]
    return [str(root), str(root / "cli")]
