"""What the lists of the law and of SLO say of every unit, read without any code of the program."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from differential.changes import LEERWEGEN, Fact, Facts, Key

DATA = Path(__file__).parents[3] / "shared" / "data"
"""Beside the repository; where it is not, only the digest guards the facts."""


def of_the_law() -> tuple[Facts, dict[str, str]]:
    """Return the units of 2007, and of which kind each programme is."""
    facts, kinds = {}, {}
    for lijst in _json("programmes-2007/programmes_2007.json"):
        programma = lijst["programma"].casefold()
        kinds[programma] = "beroep" if lijst["beroepsgericht"] else "avo"
        for rij in lijst["units"]:
            key = Key(programma, rij["code"], rij["occurrence"])
            facts[key] = Fact(rij["title"], shown(dict(_marks(rij["toetsing"]))))
    return facts, kinds


def choices_of_the_law() -> dict[Key, tuple[bool, str]]:
    """Return of each unit of a beroepsgericht programme whether it is a choice, and of which sectordeel."""
    return {
        Key(lijst["programma"].casefold(), rij["code"], rij["occurrence"]): (
            rij.get("keuze", False),
            rij.get("sectordeel", "").removeprefix("Sectordeel "),
        )
        for lijst in _json("programmes-2007/programmes_2007.json")
        if lijst["beroepsgericht"]
        for rij in lijst["units"]
    }


def titles_of_slo() -> dict[str, str]:
    """Return what SLO calls the text of each profiel."""
    return {profiel["prefix"]: profiel["title"] for profiel in _json("slo/profiel.json")}


def _marks(toetsing: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """Yield leerweg and mark; GL/TL is one column, and an X is a unit of which the text has no mark."""
    for column, mark in toetsing.items():
        if mark is not None:
            yield from ((leerweg, {"X": "onbekend"}.get(mark, mark)) for leerweg in column.split("/"))


def of_landbouw() -> tuple[Facts, dict[str, str]]:
    """Return the units of landbouw that are CE; the second title of a code is its second occurrence."""
    leerwegen: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for rij in _json("programmes-2007/landbouw_ce_2008.json")["units"]:
        programma = rij["programma"].replace("–", "-").casefold()
        leerwegen[programma, rij["code"], rij["title"]].add(rij["leerweg"])
    seen: Counter[tuple[str, str]] = Counter()
    facts = {}
    for (programma, code, titel), found in leerwegen.items():
        seen[programma, code] += 1
        facts[Key(programma, code, seen[programma, code])] = Fact(titel, shown(dict.fromkeys(found, "CE")))
    return facts, {programma: "landbouw" for programma, _, _ in leerwegen}


def of_slo() -> tuple[Facts, dict[str, str]]:
    """Return the modules and keuzevakken; of two records of one code the one with niveaus counts."""
    facts: Facts = {}
    profielen = list(_json("slo/profiel.json"))
    for soort, mark in (("module", "CE"), ("keuzevak", "SE")):
        records, taken = _by_id(soort), _by_id(f"{soort}taak")
        for profiel in profielen:
            for id_ in profiel[f"examenprogramma_bg_{soort}_id"]:
                record = records[id_]
                tasks = (taken[task] for task in record[f"examenprogramma_bg_{soort}taak_id"])
                toetsing = shown(dict.fromkeys(_levels(tasks), mark))
                key = Key(profiel["prefix"], record["prefix"], 1)
                if key not in facts or toetsing:
                    facts[key] = Fact(record["title"], toetsing)
    return facts, {profiel["prefix"]: "profiel" for profiel in profielen}


def _by_id(name: str) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in _json(f"slo/{name}.json")}


def _levels(tasks: Iterable[Mapping[str, Any]]) -> set[str]:
    # The names of the niveaus of the upper years: 3501 is BB, 3502 KB, 3503 GL.
    leerwegen = {"3501": "BB", "3502": "KB", "3503": "GL"}
    prefixes = {id_: record["prefix"] for id_, record in _by_id("niveaus").items()}
    return {leerwegen[prefixes[id_]] for task in tasks for id_ in task.get("niveau_id", ())}


def shown(marks: Mapping[str, str]) -> str:
    """Return marks per leerweg as one text."""
    return ", ".join(f"{leerweg} {marks[leerweg]}" for leerweg in LEERWEGEN if leerweg in marks)


def _json(path: str) -> Any:  # noqa: ANN401 - what a file holds, its reader knows
    return json.loads((DATA / path).read_text("utf-8"))
