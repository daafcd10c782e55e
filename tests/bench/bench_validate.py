"""How long a check and a verdict take: `nox -s bench`, or with pytest -s and python_files=bench_*.py."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.timing import ROOT, median, program

from routeplanner import api
from routeplanner.engine.selection import select

CURRICULA, RULES = ROOT / "curricula", ROOT / "rules"
COLLEGE = RULES / "voorbeeldcollege"
ROUTES = 1_000

MODULES = {
    "Lassen": (1, 2, 3, 4),
    "Je eigen bedrijf starten": (1, 2),
    "Beeld en media": (2, 3, 4),
    "Het veiligheidscertificaat (VCA)": (3, 4),
    "Een website bouwen": (1, 2, 3, 4),
    "Een feest organiseren": (1, 2),
    "Eerste hulp (EHBO)": (1, 2, 3, 4),
    "Koken voor een groep": (1, 2, 3, 4),
    "Sport en spel begeleiden": (3, 4),
    "Fietsen repareren": (2, 3, 4),
}
"""With the periods in which they are given."""
BREDER = {"VT": ("HV/K/9", "HV/K/10", "HV/K/11", "HV/K/12", "HA/K/4"), "ZW": ("HA/K/4",), "HA": ()}
DIEPER = {"VT": ("VT/K/9", "VT/K/12"), "ZW": ("ZW/K/4", "ZW/K/8", "ZW/K/9"), "HA": ("HA/K/4",)}


def routes(number: int) -> Iterator[str]:
    """Yield pupils of the voorbeeldcollege, the same every time: some geldig, some not, some not finished."""
    rng = random.Random(20091123)  # noqa: S311 - for a bench
    for n in range(number):
        programma = rng.choice(tuple(BREDER))
        lines = [f'route "Leerling {n}"', f"  volgt {programma} in leerweg {rng.choice(('BB', 'KB'))}"]
        lines += [f"  verbreedt met {code}" for code in BREDER[programma] if rng.random() < 0.3]
        lines += [f"  verdiept {code}" for code in DIEPER[programma] if rng.random() < 0.1]
        lines += modules(rng)
        lines += ['  loopt stage "Oriënterende stage" in leerjaar 3'] if rng.random() < 0.8 else []
        yield "\n".join(lines) + "\n"


def modules(rng: random.Random) -> Iterator[str]:
    """Yield the choice of a keuzemodule in most periods, each where it is given."""
    chosen: set[str] = set()
    for periode in range(1, 5):
        given = [name for name, perioden in MODULES.items() if periode in perioden and name not in chosen]
        if rng.random() < 0.9:
            name = rng.choice(given)
            chosen.add(name)
            yield f'  kiest keuzemodule "{name}" in leerjaar 3 periode {periode}'


@pytest.fixture(scope="module")
def college(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench") / "college"
    shutil.copytree(COLLEGE, folder)
    (folder / "leerlingen.lob").write_text("\n".join(routes(ROUTES)), "utf-8")
    return folder


def test_check() -> None:
    print()
    files = len([*CURRICULA.rglob("*.lob"), *RULES.rglob("*.lob")])
    median(f"check of all curricula and rules ({files} files)", lambda: api.check([CURRICULA, RULES]))
    median("the same, as a process", lambda: program("check", "curricula", "rules"))


def test_one_route() -> None:
    print()
    median("load the voorbeeldcollege", lambda: api.load(COLLEGE))
    curriculum = api.load(COLLEGE)
    route = curriculum.routes["autoverkoper"]
    empty = next(v.route for v in curriculum.voorbeelden if v.naam == "Een lege route")
    median("select one route, warm", lambda: select(curriculum, route))
    median("validate one route, warm", lambda: api.judge(curriculum, route), times=21)
    median("validate one that is not finished, warm", lambda: api.judge(curriculum, empty), times=21)
    validate = ("validate", "rules/voorbeeldcollege", "--route", "Autoverkoper")
    median("validate one route, cold (a process)", lambda: program(*validate))


def test_all_routes(college: Path) -> None:
    print()
    curriculum = api.load(college)
    every = [*curriculum.routes.values()]
    verdicts = [api.judge(curriculum, route).verdict for route in every]
    print("verdicts:", {word: verdicts.count(word) for word in sorted(set(verdicts))})
    name = f"validate --all of {len(every)} routes"
    median(f"load them ({ROUTES} generated routes)", lambda: api.load(college), times=3)
    median(f"{name}, warm", lambda: [api.judge(curriculum, r) for r in every], times=3, each=len(every))
    median(f"{name}, cold (a process)", lambda: program("validate", college, "--all"), times=3)
