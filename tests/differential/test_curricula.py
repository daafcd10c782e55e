"""0 differences with the law's tables and SLO's lists: codes, titles, leerwegen, CE and SE.

Where the lists are not at hand, a digest of the facts guards them.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from differential.changes import ADDED, CHANGES, LEERWEGEN, Fact, Facts, Key, changed
from differential.lists import (
    DATA,
    choices_of_the_law,
    of_landbouw,
    of_slo,
    of_the_law,
    shown,
    titles_of_slo,
)

import routeplanner as rp
from routeplanner.api import Curriculum
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Exameneenheid, Programma
from routeplanner.model.quantities import Leerweg, Toetsing

ROOT = Path(__file__).parents[2]
DIGEST = Path(__file__).with_name("curricula_digest.json")

with_the_lists = pytest.mark.skipif(not DATA.is_dir(), reason="the lists are not beside the repository")


@cache
def loaded(year: str) -> Curriculum:
    curriculum = rp.load(ROOT / "curricula" / year)
    assert curriculum.ok
    return curriculum


@cache
def programmas() -> dict[str, Programma]:
    """Return every official programme by its file in `curricula`, each once."""
    return {
        programma.span.source.path.partition("curricula/")[2]: programma
        for year in ("2007", "2016")
        for programma in loaded(year).programmas.values()
    }


def units() -> Iterator[tuple[Programma, Exameneenheid]]:
    return ((programma, unit) for programma in programmas().values() for unit in programma.eenheden)


def key_of(programma: Programma, unit: Exameneenheid) -> Key:
    name = programma.id if programma.soort == "profiel" else fold(programma.titel)
    return Key(name, unit.id.code, unit.id.voorkomen)


def fact_of(unit: Exameneenheid) -> Fact:
    return Fact(unit.titel, shown({leerweg.value: mark.value for leerweg, mark in unit.toetsing.items()}))


@cache
def listed() -> tuple[Facts, list[str]]:
    """Return what the lists say after every intended change, and the reasons that changed nothing."""
    facts: Facts = {}
    kinds: dict[str, str] = {}
    for found, of_kind in (of_the_law(), of_landbouw(), of_slo()):
        facts |= found
        kinds |= of_kind
    after, idle = changed(facts, kinds)
    return after, [f"{change.programmas} {change.codes}: {change.waarom}" for change in idle]


# ---- against the lists


@with_the_lists
def test_every_unit_is_as_the_lists_have_it() -> None:
    ours = {key_of(programma, unit): fact_of(unit) for programma, unit in units()}
    theirs = listed()[0]
    different = [
        (key, theirs.get(key), ours.get(key))
        for key in sorted({*ours, *theirs})
        if ours.get(key) != theirs.get(key)
    ]
    assert different == []


@with_the_lists
def test_every_intended_difference_is_still_one() -> None:
    assert listed()[1] == []


@with_the_lists
def test_an_added_unit_is_not_in_the_lists() -> None:
    assert set(ADDED) & {*of_the_law()[0], *of_landbouw()[0], *of_slo()[0]} == set()


@with_the_lists
def test_what_a_pupil_chooses_within_a_programme_is_as_the_list_has_it() -> None:
    theirs = choices_of_the_law()
    ours = {key_of(programma, unit): (unit.keuze, unit.sectordeel or "") for programma, unit in units()}
    del theirs[Key("bouwtechniek-schilderen", "BT/K/23", 2)]  # it went into the first of that code
    assert {key: ours[key] for key in theirs} == theirs


@with_the_lists
def test_every_profiel_has_the_title_of_slo() -> None:
    titles = titles_of_slo()
    profielen = {p.id: fold(p.titel) for p in programmas().values() if p.soort == "profiel"}
    assert set(profielen) == set(titles)
    assert [id_ for id_, titel in profielen.items() if not fold(titles[id_]).endswith(titel)] == []


@with_the_lists
def test_the_lists_are_as_long_as_their_sources_say() -> None:
    law, slo = of_the_law(), of_slo()
    beroep = [key for key in law[0] if law[1][key.programma] == "beroep"]
    assert (len({key.programma for key in beroep}), len(beroep)) == (28, 555)
    assert Counter(key.code[0] for key in slo[0]) == {"P": 40, "K": 155}


def test_every_intended_difference_has_a_reason() -> None:
    reasons = [*(change.waarom for change in CHANGES), *(why for _, why in ADDED.values())]
    assert [why for why in reasons if len(why) < 20] == []


# ---- against the digest


def marks(unit: Exameneenheid) -> list[list[str]]:
    words = {Toetsing.CE_EN_SE: "CE+SE"}
    return [
        [leerweg, words.get(mark, mark.value)]
        for leerweg in LEERWEGEN
        if (mark := unit.toetsing.get(Leerweg(leerweg))) is not None
    ]


def line(programma: Programma, unit: Exameneenheid) -> str:
    fact = [programma.id, unit.id.code, unit.id.voorkomen, unit.titel, marks(unit)]
    return json.dumps(fact, ensure_ascii=False, separators=(",", ":"))


def digest_of(programma: Programma) -> dict[str, Any]:
    lines = sorted(line(programma, unit) for unit in programma.eenheden)
    sha256 = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    return {"id": programma.id, "eenheden": len(lines), "sha256": sha256}


def test_every_programme_is_as_its_digest_says() -> None:
    expected = json.loads(DIGEST.read_text("utf-8"))["programmas"]
    assert {path: digest_of(programma) for path, programma in programmas().items()} == expected


def test_there_are_as_many_units_as_the_digest_says() -> None:
    soorten = Counter(unit.soort for _, unit in units())
    assert json.loads(DIGEST.read_text("utf-8"))["totaal"] == {
        "programmas": len(programmas()),
        "eenheden": soorten["eenheid"],
        "modules": soorten["module"],
        "keuzevakken": soorten["keuzevak"],
    }


def test_a_line_of_the_digest_holds_every_fact() -> None:
    programma = programmas()["2007/voertuigentechniek.lob"]
    assert line(programma, programma.eenheden[0]) == (
        '["VT","VT/K/1",1,"De wereld van de mobiliteit",[["BB","SE"],["KB","SE"],["GL","SE"]]]'
    )
