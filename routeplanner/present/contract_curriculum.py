"""The JSON contract of a linked curriculum: `routeplanner/curriculum/1`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from routeplanner.model import curriculum as model
from routeplanner.model.rules import Keuze, Regel
from routeplanner.present.contract_parts import Model, Place, place_of


class Unit(Model):
    """An exam unit: an eenheid, a module of a profiel, or a keuzevak."""

    code: str
    occurrence: int = Field(ge=1)
    """2 for the second unit with this code in one programme."""
    soort: str
    """eenheid, module or keuzevak."""
    title: str
    toetsing: dict[str, str]
    """CE, SE, CE en SE, deels CE or onbekend, per leerweg that has the unit."""
    optional: bool
    """Whether a pupil may leave it out."""
    place: Place


class Programma(Model):
    """An exam programme with its units."""

    id: str
    title: str
    soort: str
    bron: list[str]
    units: list[Unit]
    place: Place


class School(Model):
    """What a school offers in one schooljaar."""

    name: str
    schooljaar: int
    """The year in which it starts."""
    programmas: list[str]
    leerwegen: list[str]
    place: Place


class Part(Model):
    """A verkennend deel (without a name) or a verdiepend deel of a unit."""

    programma: str
    code: str
    name: str | None
    minutes: int | None
    place: Place


class Offer(Model):
    """A keuzemodule, stage or activiteit."""

    soort: str
    """keuzemodule, stage or activiteit."""
    name: str
    minutes: int | None
    weeks: int | None
    place: Place


class Sentence(Model):
    """A sentence of a rule, as its author wrote it."""

    text: str
    place: Place


class Rule(Model):
    """A regel or an advies."""

    id: str
    title: str | None
    hard: bool
    """Whether breaking it makes a route ongeldig."""
    gezag: Literal["wet", "richtlijn", "school"]
    bron: list[str]
    omdat: str | None
    sentences: list[Sentence]
    place: Place


class Route(Model):
    """The route of a pupil as written: what is added to the mandatory units, and what is declined."""

    name: str
    programma: str
    leerweg: str | None
    doel: str | None
    chosen: list[str]
    """Choices as the language writes them."""
    declined: list[str]
    done: list[str]
    place: Place


class CurriculumContract(Model):
    """What `routeplanner show` prints: everything that was read, linked."""

    schema_: Literal["routeplanner/curriculum/1"] = Field(default="routeplanner/curriculum/1", alias="schema")
    ok: bool
    """Whether no error was found in it."""
    school: School | None
    programmas: list[Programma]
    parts: list[Part]
    offers: list[Offer]
    rules: list[Rule]
    routes: list[Route]


def from_curriculum(curriculum: model.Curriculum) -> CurriculumContract:
    """Return a curriculum as the contract has it."""
    invullingen = curriculum.invullingen.values()
    delen = [deel for i in invullingen for deel in (i.verkennend, *i.verdiepend) if deel is not None]
    return CurriculumContract(
        ok=curriculum.ok,
        school=_school(curriculum.school) if curriculum.school else None,
        programmas=[_programma(programma) for programma in curriculum.programmas.values()],
        parts=[_part(deel) for deel in delen],
        offers=[_offer(aanbod) for aanbod in curriculum.aanbod.values()],
        rules=[_rule(regel) for regel in curriculum.regels.values()],
        routes=[_route(route) for route in curriculum.routes.values()],
    )


def _school(school: model.School) -> School:
    return School(
        name=school.naam,
        schooljaar=school.schooljaar,
        programmas=list(school.programmas),
        leerwegen=[leerweg.value for leerweg in school.leerwegen],
        place=place_of(school.span),
    )


def _programma(programma: model.Programma) -> Programma:
    return Programma(
        id=programma.id,
        title=programma.titel,
        soort=programma.soort,
        bron=list(programma.bron),
        units=[_unit(eenheid) for eenheid in programma.eenheden],
        place=place_of(programma.span),
    )


def _unit(eenheid: model.Exameneenheid) -> Unit:
    return Unit(
        code=eenheid.id.code,
        occurrence=eenheid.id.voorkomen,
        soort=eenheid.soort,
        title=eenheid.titel,
        toetsing={leerweg.value: toetsing.value for leerweg, toetsing in eenheid.toetsing.items()},
        optional=eenheid.keuze,
        place=place_of(eenheid.span),
    )


def _part(deel: model.Deel) -> Part:
    return Part(
        programma=deel.eenheid.programma,
        code=str(deel.eenheid),
        name=deel.naam,
        minutes=deel.minuten,
        place=place_of(deel.span),
    )


def _offer(aanbod: model.Aanbod) -> Offer:
    return Offer(
        soort=aanbod.soort,
        name=aanbod.naam,
        minutes=aanbod.minuten,
        weeks=aanbod.weken,
        place=place_of(aanbod.span),
    )


def _rule(regel: Regel) -> Rule:
    return Rule(
        id=regel.id,
        title=regel.titel,
        hard=regel.hard,
        gezag=regel.gezag.value,
        bron=list(regel.bron),
        omdat=regel.omdat,
        sentences=[Sentence(text=zin.span.text, place=place_of(zin.span)) for zin in regel.zinnen],
        place=place_of(regel.span),
    )


def _route(route: model.Route) -> Route:
    return Route(
        name=route.naam,
        programma=route.programma,
        leerweg=route.leerweg.value if route.leerweg else None,
        doel=route.doel,
        chosen=_choices(gekozen.keuze for gekozen in route.gekozen),
        declined=_choices(route.afgewezen),
        done=_choices(route.afgerond),
        place=place_of(route.span),
    )


def _choices(keuzes: Iterable[Keuze]) -> list[str]:
    return [str(keuze) for keuze in keuzes]
