from pathlib import Path

import pytest

GOOD = 'programma VT "Voertuigentechniek"\n  soort: afdelingsprogramma\n'
BAD = 'programma VT "Voertuigentechniek"\n  soort: afdelingsprogrma\n'
# an ontheffing that has expired is a warning
WARNED = """\
programma VT "Voertuigentechniek"
  soort: afdelingsprogramma

  eenheid VT/K/1 "De wereld van de mobiliteit"
    SE: BB

regel klein
  nooit VT/K/1

route "Kevin"
  volgt VT in leerweg BB

ontheffing klein voor route "Kevin"
  reden: "Vakkanjerwedstrijd"
  door: "teamleider"
  tot: 2010-07-31
"""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return written(tmp_path / "good.lob", GOOD)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    return written(tmp_path / "bad.lob", BAD)


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    return written(tmp_path / "warned.lob", WARNED)


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path
