"""What the README shows is what happens. `python tests/docs/test_readme.py` renews the transcripts in it."""

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from transcripts import Transcript, transcripts, with_outputs

import routeplanner as rp

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
HERE = ROOT / "tests/docs/readme"
COMMANDS = list(transcripts(README))


def output_of(transcript: Transcript) -> str:
    command = [sys.executable, "-m", "routeplanner_cli", *transcript.arguments]
    where = HERE if any((HERE / one).is_file() for one in transcript.arguments) else ROOT
    done = subprocess.run(command, cwd=where, capture_output=True, text=True, encoding="utf-8", check=False)
    for flag, out in pairwise(transcript.arguments):
        if flag == "-o":
            (where / out).unlink()
    return done.stdout + done.stderr


def test_there_are_transcripts() -> None:
    assert len(COMMANDS) >= 4


@pytest.mark.parametrize("transcript", COMMANDS, ids=lambda t: f"line-{t.line}")
def test_a_transcript_is_what_happens(transcript: Transcript) -> None:
    assert output_of(transcript) == transcript.output


def test_the_library_example_runs() -> None:
    code = re.search(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert code is not None
    done = subprocess.run(
        [sys.executable, "-c", code[1]], cwd=ROOT, capture_output=True, text=True, check=True
    )
    verdict, *chosen = done.stdout.splitlines()
    assert verdict == "geldig ['dossier']"
    assert {"HV/K/9", "HV/K/10", "HV/K/11"} <= set(chosen)


def test_the_lob_example_is_of_the_language() -> None:
    block = re.search(r"```lob\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert block is not None
    assert all(
        line.strip() in (ROOT / "rules/voorbeeldcollege/routes.lob").read_text("utf-8")
        for line in block[1].splitlines()
    )
    assert rp.load(ROOT / "rules/voorbeeldcollege").ok


if __name__ == "__main__":
    README.write_text(with_outputs(README, [output_of(transcript) for transcript in COMMANDS]), "utf-8")
