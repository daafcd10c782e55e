"""How long suggestions take: `nox -s bench`, or with pytest -s and python_files=bench_*.py."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from bench.timing import ROOT, median, program

import routeplanner as rp
from routeplanner import api
from routeplanner.model.curriculum import Curriculum

SCHOOLS = {
    "voorbeeldcollege": {"programma": "VT", "leerweg": "KB", "doel": "Autoverkoper"},
    "profielschool": {"programma": "MET", "leerweg": "KB", "doel": "Verkoopadviseur mobiliteit"},
}
LARGE = 787
"""Choices of a school with all keuzevakken there are."""
HEAD = """gebruik "curricula/2007/voertuigentechniek.lob"

school "Groot College"
  schooljaar: 2009-2010
  biedt aan: VT
  leerwegen: BB, KB
  leerjaren: 3, 4
  perioden: 4

doel "Maker"
  soort: beroep
  kenmerken: kenmerk-1, kenmerk-2

regel genoeg
  tussen 60 en 120 activiteiten
"""


def large(folder: Path) -> Curriculum:
    """Return a school with LARGE activities in overlapping groups of which each pupil takes a few hours."""
    random = Random(1)  # noqa: S311 - a bench
    names = [f'activiteit "Activiteit {number}"' for number in range(LARGE)]
    text = [HEAD]
    text += [
        f"{name}: {random.randint(1, 20)} uur\n  soort: eigen\n  kenmerken: kenmerk-{random.randint(1, 30)}\n"
        for name in names
    ]
    for number in range(12):
        some = random.sample(names, 100)
        members = "".join(f"  bevat: {', '.join(some[at : at + 10])}\n" for at in range(0, 100, 10))
        text.append(f'groep groep-{number} "Groep {number}"\n{members}')
        text.append(f"regel regel-{number}\n  tussen 20 en 60 uur activiteiten van groep groep-{number}\n")
    path = folder / "school.lob"
    path.write_text("\n".join(text), "utf-8")
    return rp.load(path)


@pytest.mark.parametrize("name", SCHOOLS)
def test_a_bundled_school(name: str) -> None:
    print()
    path, pupil = ROOT / "rules" / name, SCHOOLS[name]
    curriculum, route = rp.load(path), rp.Route.new(**pupil)
    shown = [word for key, value in pupil.items() for word in (f"--{key}", value)]
    median(f"{name}: best completion, warm", lambda: api.suggest(curriculum, route, 1))
    median(f"{name}: three that differ, warm", lambda: api.suggest(curriculum, route, 3))
    median(f"{name}: three that differ, cold (a process)", lambda: program("suggest", path, *shown))


def test_a_large_school(tmp_path: Path) -> None:
    print()
    curriculum = large(tmp_path)
    assert curriculum.ok
    route = rp.Route.new(programma="VT", leerweg="KB", doel="Maker")
    for most in (1, 3):
        found = api.suggest(curriculum, route, most, seconds=20)
        median(
            f"{LARGE} choices: {most}, warm", lambda most=most: api.suggest(curriculum, route, most), times=3
        )
        print(
            f"  found {len(found.found)}, {'everything searched' if found.complete else 'stopped at the limit'}"
        )
