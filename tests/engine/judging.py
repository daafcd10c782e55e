"""Texts for tests: linked in memory, beside official programmes or a bundled school, and judged."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from routeplanner import api
from routeplanner.api import Curriculum, Route, Verdict
from routeplanner.engine.selection import Selection
from routeplanner.language.files import File, Files, Project
from routeplanner.language.reading import read_blocks
from routeplanner.language.vocabulary import fold
from routeplanner.model.linking import link
from routeplanner.text.source import Source

ROOT = Path(__file__).parents[2]

PROFIELEN = tuple(
    path.relative_to(ROOT / "curricula").as_posix()
    for folder in ("2016", "2007/avo")
    for path in sorted((ROOT / "curricula" / folder).glob("*.lob"))
)
"""The profielen, the algemene vakken and the rules of today."""
TECHNIEK = ("2007/voertuigentechniek.lob", "2007/handel-en-verkoop.lob")
SCHOOL = """
school "Testschool"
  schooljaar: 2009-2010
  biedt aan: VT, HV
  leerwegen: BB, KB
  leerjaren: 3, 4
  perioden: 4

invulling VT/K/8
  verkennend deel: 32 uur
  verdiepend deel "Uitlijnen": 12 uur

invulling VT/K/9
  verkennend deel: 24 uur
  verdiepend deel "Rijhulp": 16 uur
    kenmerken: elektronica
    competenties: werkexploratie
    perioden: 2, 3
  verdiepend deel "Licht": 12 uur
    kenmerken: elektronica, auto's

invulling VT/K/12
  verkennend deel: 28 uur
  verdiepend deel "Kleppen": 20 uur

invulling HV/K/9
  verkennend deel: 32 uur

invulling HV/K/10
  verkennend deel: 28 uur
  verdiepend deel "Reclame": 10 uur

verbreding "Handel voor techniek"
  programma: VT
  uit: HV/K/9, 10, 12
  ook verdiepend: ja

keuzemodule "Lassen": 16 uur
  kenmerken: techniek
  competenties: werkexploratie

keuzemodule "Feest": 16 uur
  kenmerken: techniek, mensen
  competenties: netwerken

keuzemodule "EHBO": 16 uur
  kenmerken: mensen
  perioden: 1, 2

keuzemodule "Website": 16 uur
  leerjaar: 3

stage "Kijken": 2 weken
  soort: oriënterend

stage "Werken": 4 weken
  soort: beroepsvoorbereidend

activiteit "Dossier": 6 uur
  soort: eigen

activiteit "Zomerwerk"
  soort: eigen

doel "Verkopen"
  soort: beroep

groep handel
  bevat: HV/K/9, 10, 12
"""
"""A school where pupils of VT in KB and BB have all kinds of things to choose."""


def linked(text: str, *used: str, op: date | None = None) -> Curriculum:
    """Return a text linked with official programmes, by their path in `curricula`."""
    return _linked((_file("school.lob", text), *map(_official, used)), op)


def bundled(school: str, text: str = "", *, op: date | None = None) -> Curriculum:
    """Return a school of `rules`, with a text added to it."""
    return _linked((*_school(school), _file("extra.lob", text)), op)


def judged(curriculum: Curriculum, name: str, *, op: date | None = None) -> Verdict:
    """Return the verdict on a route, or on the route of a voorbeeld."""
    return api.judge(curriculum, route_of(curriculum, name), op=op)


def route_of(curriculum: Curriculum, name: str) -> Route:
    examples = (voorbeeld.route for voorbeeld in curriculum.voorbeelden)
    routes = (*curriculum.routes.values(), *examples)
    return next(route for route in routes if fold(route.naam) == fold(name))


def pupil(
    *sentences: str, volgt: str = "VT in leerweg KB", more: str = "", school: str = SCHOOL
) -> Curriculum:
    """Return a school with one pupil, whose route has these sentences after `volgt`, and more text."""
    lines = "\n".join(f"  {sentence}" for sentence in (f"volgt {volgt}", *sentences))
    curriculum = linked(f'{school}\n{more}\n\nroute "Leerling"\n{lines}\n', *TECHNIEK)
    wrong = errors(curriculum)
    assert not wrong, wrong
    return curriculum


def selected(
    *sentences: str, volgt: str = "VT in leerweg KB", more: str = "", school: str = SCHOOL
) -> Selection:
    """Return what the one pupil of a school can choose and has chosen."""
    curriculum = pupil(*sentences, volgt=volgt, more=more, school=school)
    return api.select(curriculum, route_of(curriculum, "Leerling"))


def stand(
    regel: str, *sentences: str, volgt: str = "VT in leerweg KB", more: str = "", school: str = SCHOOL
) -> str:
    """Return how a rule with these lines stands for the pupil with these sentences."""
    lines = "\n".join(f"  {line.strip()}" for line in regel.splitlines())
    curriculum = pupil(*sentences, volgt=volgt, more=f"{more}\n\nregel r\n{lines}", school=school)
    return states(judged(curriculum, "Leerling"))["r"]


def states(verdict: Verdict) -> dict[str, str]:
    """Return how each rule stands, by its id."""
    return {rule.id: rule.state for rule in verdict.rules}


def unmet(verdict: Verdict) -> dict[str, str]:
    """Return how each rule that must hold stands, where it is not voldaan."""
    return {rule.id: rule.state for rule in verdict.rules if rule.hard and rule.state != "voldaan"}


def broken(verdict: Verdict) -> list[str]:
    """Return the ids of the rules that are overtreden, each by itself."""
    return sorted(rule.id for rule in verdict.rules if rule.hard and rule.state == "overtreden")


def reserved(verdict: Verdict) -> list[tuple[str, ...]]:
    """Return the reservations: what kind, and about what."""
    return [(note.key, *(value for _, value in note.params)) for note in verdict.reservations]


def noted(verdict: Verdict) -> list[tuple[str, ...]]:
    """Return the notes: what kind, and about what."""
    return [(note.key, *(value for _, value in note.params)) for note in verdict.notes]


def errors(curriculum: Curriculum) -> list[str]:
    """Return what is wrong in a text, save what a layout in one string cannot but have."""
    layout = ("RP311", "RP312", "RP314", "RP320")
    return [f"{d.code} {d.span.text}" for d in curriculum.diagnostics if d.code not in layout]


def _linked(files: tuple[File, ...], op: date | None) -> Curriculum:
    found = tuple(diagnostic for file in files for diagnostic in file.reading.diagnostics)
    return link(Project("test", files, found), op=op)


def _file(name: str, text: str) -> File:
    source = Source(name, text)
    return File(Path(name), source, read_blocks(source))


@cache
def _official(path: str) -> File:
    return _file(path, (ROOT / "curricula" / path).read_text("utf-8"))


@cache
def _school(name: str) -> tuple[File, ...]:
    (project,) = Files().projects([ROOT / "rules" / name])
    return project.files
