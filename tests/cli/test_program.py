import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli.running import clean_environment, command, invoke, run
from routeplanner_cli.program import COMMANDS, language

LAZY = {"rich", "pydantic", "lark", "rapidfuzz", "networkx", "importlib.resources", "routeplanner.api"}


def loaded(*arguments: str) -> set[str]:
    """The modules that a run of the program loads, most of them by the name of their package."""
    program = (
        "import sys, json, io; from routeplanner_cli.program import run\n"
        f"ended = run({list(arguments)!r})\n"
        "print(json.dumps([ended, *sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    ended, *modules = json.loads(done.stdout.splitlines()[-1])
    assert ended == 0
    return {*modules, *(module.partition(".")[0] for module in modules)}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_the_program_itself_loads_nothing_heavy(option: str) -> None:
    modules = loaded(option)
    assert "routeplanner" in modules
    assert modules & LAZY == set()


def test_check_loads_only_what_it_needs(good: Path) -> None:
    modules = loaded("check", str(good))
    assert "routeplanner.api" in modules
    assert modules & {"rich", "pydantic", "networkx"} == set()


def test_help_names_every_command() -> None:
    output = invoke("--help").stdout
    assert [line.split()[0] for line in output.partition("Opdrachten:\n")[2].splitlines()] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    result = invoke(name, "--help")
    assert result.exit_code == 0
    assert "--lang" in result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_english(name: str) -> None:
    output = run(name, "--lang", "en", "--help").stdout
    assert output.startswith(f"Usage: routeplanner {name} [OPTIONS]")
    assert "The language: Dutch or English." in output


def test_what_click_says_is_dutch() -> None:
    result = run("chekc")
    assert result.returncode == 2
    assert result.stderr.endswith("Fout: er is geen opdracht 'chekc'.\n")


def test_what_click_says_is_english_where_asked() -> None:
    assert run("chekc", "--lang=en").stderr.endswith("Error: No such command 'chekc'.\n")


def test_without_a_command_there_is_help() -> None:
    result = invoke()
    assert result.exit_code == 2
    assert "Opdrachten:" in result.output


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ([], {}, "nl"),
        (["check", "--lang", "en"], {}, "en"),
        (["--lang=en"], {}, "en"),
        ([], {"ROUTEPLANNER_LANG": "en"}, "en"),
        (["--lang", "nl"], {"ROUTEPLANNER_LANG": "en"}, "nl"),
        (["--lang", "fr"], {}, "nl"),
        (["--lang"], {}, "nl"),
    ],
)
def test_the_language(arguments: list[str], environment: dict[str, str], lang: str) -> None:
    assert language(arguments, environment) == lang


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_any_locale_gets_utf_8(locale: str, tmp_path: Path) -> None:
    (tmp_path / "a.lob").write_text("één\n", "utf-8")
    result = run("check", ".", cwd=tmp_path, LC_ALL=locale, PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert "`één`" in result.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_a_name_that_is_not_utf_8_is_shown(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b.lob")).write_text("x\n", "utf-8")
    for form in ("full", "concise", "json", "github", "sarif"):
        result = run("check", tmp_path, "--format", form)
        assert (result.returncode, result.stderr.count("Traceback")) == (1, 0)
        assert "\x1b" not in result.stdout


def test_a_reader_that_stops_reading_is_no_error(bad: Path) -> None:
    with subprocess.Popen(
        command(["check", bad]), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=clean_environment()
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read().decode()
    assert "Traceback" not in said
    assert "BrokenPipeError" not in said


def test_a_long_output_whose_reader_stops_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.lob").write_text("x\n" * 190, "utf-8")
    with subprocess.Popen(
        command(["check", tmp_path]), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=clean_environment()
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        said = process.stderr.read().decode()
    assert "Traceback" not in said
    assert "BrokenPipeError" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
@pytest.mark.parametrize("arguments", [["check"], ["--help"]])
def test_a_full_disk_is_told(arguments: list[str], bad: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command(arguments), cwd=bad.parent, stdout=full, stderr=subprocess.PIPE, check=False, text=True
        )
    assert done.returncode == 2
    assert "de uitvoer is niet te schrijven" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
def test_ctrl_c_ends_quietly(tmp_path: Path) -> None:
    # reading waits on this: a command that never ends by itself
    start = (
        "import time, sys; import routeplanner.api as api\n"
        "def check(*_, **__): print('ready', flush=True); time.sleep(60)\n"
        "api.check = check\nfrom routeplanner_cli.program import run\n"
        f"sys.exit(run(['check', {str(tmp_path)!r}]))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", start], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
    assert said.strip() == ""
    assert process.returncode == 130
