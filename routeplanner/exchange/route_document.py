"""A route as a document: what the page keeps of a draft, and what other programs send.

A choice is written as in the language. A code can stand in several programmes, so that of a unit the programme is
told beside it; without it the pupil's own programme is meant, and else the only one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from routeplanner.engine.selection import select
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum, Gekozen, Route
from routeplanner.model.quantities import Leerweg
from routeplanner.model.rules import Keuze, KeuzeSoort

Text = Annotated[str, StringConstraints(max_length=300)]
_MOST = 500
"""Choices and words that a document can hold of a kind."""


class _Model(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, use_attribute_docstrings=True
    )


class ChoiceDocument(_Model):
    """One choice."""

    choice: Text
    programma: Text | None = None
    """Of a unit: the programme that it is of."""
    leerjaar: int | None = Field(default=None, ge=1, le=6)
    perioden: list[int] = Field(default=[], max_length=12)


class RouteDocument(_Model):
    """A route: who follows what, and what is chosen beside the mandatory units."""

    schema_: Literal["routeplanner/route/1"] = Field(default="routeplanner/route/1", alias="schema")
    naam: Text = ""
    programma: Text
    leerweg: Literal["BB", "KB", "GL", "TL"]
    uitstroomprofiel: Text | None = None
    doel: Text | None = None
    interesses: list[Text] = Field(default=[], max_length=_MOST)
    liever_niet: list[Text] = Field(default=[], max_length=_MOST)
    schooljaar: int | None = Field(default=None, ge=2000, le=2100)
    """The year in which the cohort starts."""
    gekozen: list[ChoiceDocument] = Field(default=[], max_length=_MOST)
    afgewezen: list[ChoiceDocument] = Field(default=[], max_length=_MOST)
    afgerond: list[ChoiceDocument] = Field(default=[], max_length=_MOST)


@dataclass(frozen=True)
class ReadRoute:
    """The route of a document, and what of it the texts do not know."""

    route: Route
    unknown: tuple[str, ...]
    """Choices and a goal that the texts do not have (any more), as they were written."""


def from_route(route: Route) -> RouteDocument:
    """Return the document of a route."""
    return RouteDocument(
        naam=route.naam,
        programma=route.programma,
        leerweg=(route.leerweg or Leerweg.BB).value,
        uitstroomprofiel=route.uitstroomprofiel,
        doel=route.doel,
        interesses=list(route.interesses),
        liever_niet=list(route.liever_niet),
        schooljaar=route.schooljaar,
        gekozen=[
            _choice(gekozen.keuze).model_copy(
                update={"leerjaar": gekozen.leerjaar, "perioden": list(gekozen.perioden)}
            )
            for gekozen in route.gekozen
        ],
        afgewezen=[_choice(keuze) for keuze in route.afgewezen],
        afgerond=[_choice(keuze) for keuze in route.afgerond],
    )


def as_text(document: RouteDocument) -> str:
    """Return a document as JSON, without what is left as it is."""
    return document.model_dump_json(by_alias=True, exclude_defaults=True)


def from_text(text: str) -> RouteDocument:
    """Return the document that a JSON text holds.

    Raises:
        pydantic.ValidationError: It holds none.
    """
    return RouteDocument.model_validate_json(text)


def read_route(curriculum: Curriculum, document: RouteDocument) -> ReadRoute:
    """Return the route that a document tells, linked with the texts; what they do not know is left out."""
    programma = curriculum.programmas.get(fold(document.programma))
    doel = None if document.doel is None else fold(document.doel)
    known_goal = doel if doel in curriculum.doelen else None
    bare = replace(
        Route.new(
            programma=programma.id if programma else document.programma,
            leerweg=document.leerweg,
            naam=document.naam,
            doel=known_goal,
            interesses=document.interesses,
            liever_niet=document.liever_niet,
        ),
        uitstroomprofiel=document.uitstroomprofiel,
        schooljaar=document.schooljaar,
    )
    finder = _Finder(curriculum, bare)
    route = replace(
        bare,
        gekozen=tuple(
            Gekozen(keuze, one.leerjaar, tuple(one.perioden), None, bare.span)
            for keuze, one in finder.known(document.gekozen)
        ),
        afgewezen=tuple(keuze for keuze, _ in finder.known(document.afgewezen)),
        afgerond=tuple(keuze for keuze, _ in finder.known(document.afgerond)),
    )
    goal = [document.doel] if document.doel is not None and known_goal is None else []
    return ReadRoute(route, (*goal, *dict.fromkeys(finder.unknown)))


class _Finder:
    """Finds choices by how they are written: first among what this pupil can take, then anywhere."""

    def __init__(self, curriculum: Curriculum, route: Route) -> None:
        self._mine: dict[str, list[Keuze]] = {}
        for keuze in select(curriculum, route).onderdelen:
            self._mine.setdefault(fold(str(keuze)), []).append(keuze)
        self._curriculum = curriculum
        self._programma = route.programma
        self.unknown: list[str] = []

    def known(self, documents: Sequence[ChoiceDocument]) -> Iterator[tuple[Keuze, ChoiceDocument]]:
        """Yield each choice that is known, once."""
        seen = set()
        for document in documents:
            keuze = self._one(document)
            if keuze is None:
                self.unknown.append(document.choice)
            elif keuze not in seen:
                seen.add(keuze)
                yield keuze, document

    def _one(self, document: ChoiceDocument) -> Keuze | None:
        mine = self._mine.get(fold(document.choice), ())
        found = self._of(mine, document) or self._of(self._anywhere(document.choice), document)
        return found[0] if found else None

    def _of(self, keuzes: Iterable[Keuze], document: ChoiceDocument) -> list[Keuze]:
        """Return those of the programme that is told, or else of the pupil's own, or else the only one."""
        told = list(keuzes)
        wanted = document.programma or self._programma
        named = [k for k in told if k.eenheid is not None and fold(k.eenheid.programma) == fold(wanted)]
        if named or (document.programma is not None and any(k.eenheid is not None for k in told)):
            return named
        return told if len(told) == 1 else []

    def _anywhere(self, written: str) -> tuple[Keuze, ...]:
        folded = fold(written)
        return tuple(keuze for keuze in _every(self._curriculum) if fold(str(keuze)) == folded)


def _every(curriculum: Curriculum) -> Iterator[Keuze]:
    """Yield whatever any pupil could choose of units."""
    for unit in curriculum.eenheden.values():
        yield Keuze(KeuzeSoort.VERKENNEND, unit.id)
        for deel in curriculum.verdiepingen(unit.id):
            yield Keuze(KeuzeSoort.VERDIEPING, deel.eenheid, deel.naam)


def _choice(keuze: Keuze) -> ChoiceDocument:
    programma = keuze.eenheid.programma if keuze.eenheid is not None else None
    return ChoiceDocument(choice=str(keuze), programma=programma)
