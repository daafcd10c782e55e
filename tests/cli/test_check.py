import json
from pathlib import Path

import pytest
from cli.running import invoke

from routeplanner.present.reports import FORMATS


def test_a_good_text_ends_with_0(good: Path) -> None:
    result = invoke("check", good)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "alles in orde: 1 bestand\n")


def test_a_bad_text_ends_with_1(bad: Path) -> None:
    assert invoke("check", bad).exit_code == 1


def test_findings_go_to_stdout_and_the_rest_to_stderr(bad: Path) -> None:
    result = invoke("check", bad)
    assert "fout[RP211]" in result.stdout
    assert result.stderr == "= meer uitleg: routeplanner explain RP211\n1 fout in 1 bestand\n"


def test_a_warning_ends_with_0(warned: Path) -> None:
    result = invoke("check", warned, "--op", "2010-08-01")
    assert "waarschuwing[RP307]" in result.stdout
    assert result.exit_code == 0


def test_a_warning_ends_with_1_when_it_must_be_strict(warned: Path) -> None:
    assert invoke("check", warned, "--op", "2010-08-01", "--strict").exit_code == 1


def test_the_day_of_the_check_can_be_given(warned: Path) -> None:
    assert invoke("check", warned, "--op", "2010-07-31", "--strict").exit_code == 0


def test_a_folder_is_all_its_texts(good: Path, bad: Path) -> None:
    assert good.parent == bad.parent
    assert invoke("check", good.parent).exit_code == 1


def test_without_a_path_it_is_this_folder(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bad.parent)
    assert "bad.lob:2:10" in invoke("check", "--format", "concise").stdout


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_tells_of_the_same_finding(form: str, bad: Path) -> None:
    result = invoke("check", bad, "--format", form)
    assert "RP211" in result.stdout
    assert result.exit_code == 1


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_json_is_json_also_without_findings(form: str, good: Path) -> None:
    result = invoke("check", good, "--format", form)
    assert json.loads(result.stdout)
    assert result.stderr == ""


def test_it_speaks_english(bad: Path) -> None:
    result = invoke("check", bad, "--lang", "en")
    assert "error[RP211] `afdelingsprogrma` does not fit `soort`" in result.stdout
    assert result.stderr.endswith("1 error in 1 file\n")


def test_it_speaks_the_language_of_the_environment(bad: Path) -> None:
    assert "error[RP211]" in invoke("check", bad, ROUTEPLANNER_LANG="en").stdout


def test_the_option_wins_from_the_environment(bad: Path) -> None:
    assert "fout[RP211]" in invoke("check", bad, "--lang", "nl", ROUTEPLANNER_LANG="en").stdout


def test_a_language_before_the_command(bad: Path) -> None:
    assert "error[RP211]" in invoke("--lang", "en", "check", bad).stdout


def test_what_is_no_terminal_gets_no_colour(bad: Path) -> None:
    assert "\x1b" not in invoke("check", bad).output


def test_a_path_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    result = invoke("check", tmp_path / "weg.lob")
    assert result.exit_code == 2
    assert "weg.lob` bestaat niet" in result.stderr


@pytest.mark.parametrize("arguments", [["--format", "xml"], ["--op", "morgen"], ["--lang", "fr"], ["--nee"]])
def test_what_is_not_asked_right_ends_with_2(arguments: list[str], good: Path) -> None:
    assert invoke("check", good, *arguments).exit_code == 2
