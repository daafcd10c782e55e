"""The generated files are the same bytes wherever they are made."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Into a folder of the test: the tree's own tables are in use by other tests.
PROGRAM = """
import runpy, shutil, sys
from pathlib import Path
source, target = map(Path, sys.argv[1:])
for name in ("tables.py", "grammar.lark"):
    shutil.copyfile(source / name, target / name)
runpy.run_path(str(target / "tables.py"))["write_tables"]()
"""


def tables(seed: str, target: Path) -> bytes:
    target.mkdir()
    command = [sys.executable, "-c", PROGRAM, str(ROOT / "routeplanner/language"), str(target)]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": seed})
    return (target / "tables.bin").read_bytes()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_parser_tables_do_not_depend_on_the_hash_seed(seed: str, tmp_path: Path) -> None:
    assert tables("0", tmp_path / "0") == tables(seed, tmp_path / seed)
