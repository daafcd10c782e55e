"""Promises about the repository as a whole."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:root|work|home/\w+|Users/\w+)/")
# Written so that this file does not hold what it looks for.
REGISTRY = re.compile(
    r"pypi[.]org|pythonhosted[.]org|npmjs[.](?:org|com)|deb[.]debian[.]org|jsdelivr[.]net|unpkg[.]com"
    r"|--(?:extra-)?index[-]url|--find[-]links|\bindex_url\s*="
)

HEAVY = {"networkx", "clingo", "highspy", "numpy", "sqlalchemy", "starlette", "pygls"}

LOOK_AGAIN = 300
TOO_LONG = 400


def tracked() -> list[Path]:
    """What a clone holds, and what is about to be committed."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    files = [ROOT / name for name in names.split("\0") if name]
    return sorted({file for file in files if file.is_file()})


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    files = tracked()
    assert files, "nothing was looked at"
    return [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for file in files
        for number, line in enumerate(file.read_bytes().decode("utf-8", "replace").splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_holds_a_path_of_one_machine() -> None:
    assert lines_with(MACHINE_PATH) == []


def test_no_file_names_a_package_registry() -> None:
    assert lines_with(REGISTRY) == []


def test_locks_pin_every_package_with_hashes() -> None:
    for lock in ("dev", "run"):
        text = (ROOT / f"requirements/{lock}.lock").read_text("utf-8").replace("\\\n", " ")
        pins = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
        assert pins
        loose = [pin for pin in pins if not re.match(r"[a-z0-9._-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", pin)]
        assert loose == []


def test_no_source_file_is_too_long() -> None:
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text("utf-8").splitlines())
        for file in tracked()
        if file.suffix == ".py" and file.relative_to(ROOT).parts[0] in {"routeplanner", "cli"}
    }
    assert lengths, "nothing was looked at"
    print("look again:", {name: length for name, length in lengths.items() if length > LOOK_AGAIN})
    assert {name: length for name, length in lengths.items() if length > TOO_LONG} == {}


IMPORT = "import routeplanner"
HELP = """
import routeplanner_cli
sys.argv = ["routeplanner", "--help"]
sys.stdout, stdout = sys.stderr, sys.stdout
try:
    routeplanner_cli.main()
except SystemExit as stop:
    assert not stop.code, stop.code
sys.stdout = stdout
"""


@pytest.mark.parametrize("code", [IMPORT, HELP], ids=["import", "help"])
def test_a_cold_start_loads_nothing_heavy(code: str) -> None:
    program = f"import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    loaded = {name.partition(".")[0] for name in json.loads(done.stdout)}
    assert "routeplanner" in loaded
    assert loaded & HEAVY == set()


@pytest.mark.parametrize("command", ["check", "fmt", "show"])
def test_what_reads_texts_loads_nothing_heavy(command: str) -> None:
    arguments = [
        command,
        *(["--check"] if command == "fmt" else []),
        str(ROOT / "rules" / "voorbeeldcollege"),
    ]
    program = f"""
import json, sys
from routeplanner_cli import main
sys.argv[1:] = {arguments!r}
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print()
print(json.dumps(list(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    loaded = {name.partition(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}
    assert "lark" in loaded
    assert loaded & HEAVY == set()
