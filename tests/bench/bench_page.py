"""How fast the page is: the start, the first load, a click, and a class of thirty that clicks."""

import gzip
import random
import statistics
import time
from pathlib import Path

import pytest
from bench.measuring import ROOT
from browser.server import serving
from web.pupils import Pupil, class_of

SCHOOLS = ("voorbeeldcollege", "profielschool")
ASSETS = ("/static/page.css", "/static/htmx-2.0.11.min.js", "/static/icon.svg")
PROGRAMME = {"voorbeeldcollege": "VT", "profielschool": "MET"}


def quantiles(taken: list[float]) -> str:
    cut = statistics.quantiles(taken, n=100, method="inclusive")
    return f"p50 {cut[49]:.0f} ms, p99 {cut[98]:.0f} ms, most {max(taken):.0f} ms of {len(taken)}"


@pytest.mark.parametrize("school", SCHOOLS)
def test_start_and_first_load(tmp_path: Path, school: str) -> None:
    taken = []
    for number in range(5):
        folder = tmp_path / str(number)
        folder.mkdir()
        began = time.perf_counter()
        with serving(ROOT / "rules" / school, folder) as server:
            told = time.perf_counter()
            pupil = Pupil(server.address, 0)
            home = len(pupil.ask("GET", "/")[2])
            taken.append(((told - began) * 1000, (time.perf_counter() - began) * 1000))
            if number == 0:
                assets = sum(len(pupil.ask("GET", path)[2]) for path in ASSETS)
                form = {"programma": PROGRAMME[school], "leerweg": "KB", "naam": "Proef"}
                place = pupil.ask("POST", "/leerling", form)[1]
                page = len(pupil.ask("GET", place)[2])
                print(
                    f"\n{school}: first load {(home + assets) / 1024:.1f} KB, of which the page {home / 1024:.1f}; "
                    f"a conversation {page / 1024:.1f} KB more (target 60 KB)"
                )
    told, answered = (statistics.median(column) for column in zip(*taken, strict=True))
    print(
        f"{school}: the address after {told:.0f} ms, the first page after {answered:.0f} ms (target 500 ms)"
    )


@pytest.mark.parametrize("school", SCHOOLS)
def test_one_pupil(tmp_path: Path, school: str) -> None:
    with serving(ROOT / "rules" / school, tmp_path) as server:
        pupil = Pupil(server.address, 0)
        taken: list[float] = []
        for number in range(6):
            form = {"naam": "Proef", "programma": PROGRAMME[school], "leerweg": "KB"}
            pupil.draft = pupil.ask("POST", "/leerling", form)[1]
            pupil.page = pupil.text(pupil.draft)
            chance = random.Random(number)  # noqa: S311 - what a pupil clicks is no secret
            for _ in range(6):
                pupil.click(chance)
        taken += pupil.taken
        print(f"\n{school}: from a click to the new state {quantiles(taken)} (target 100 ms)")
        print(f"{school}: a new state is {len(gzip.compress(pupil.page.encode())) / 1024:.1f} KB")
        assert pupil.wrong == []


def test_a_class_of_thirty(tmp_path: Path) -> None:
    with serving(ROOT / "rules/voorbeeldcollege", tmp_path) as server:
        present = class_of(server.address, pupils=30, clicks=10, think=1.0)
    print(f"\n30 pupils who think a second: {quantiles([ms for one in present for ms in one.taken])}")
    assert [fault for one in present for fault in one.wrong] == []
