"""Where something is spoken of: every place in a curriculum that means a unit, or a choice by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import NamedTuple, TypeAlias

from routeplanner.language.spelling import nearest_of
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.rules import EenheidId, Keuze, KeuzeSoort
from routeplanner.text.source import Source, Span

Meant: TypeAlias = EenheidId | Keuze | tuple[str, str]
"""A unit, a verdieping, or the kind and folded name of an offer."""


class Found(NamedTuple):
    """Something that a name means."""

    meant: Meant | None
    """What other places can refer to; None for what only has a place of its own."""
    span: Span
    title: str
    names: tuple[str, ...]
    """The code or name by which it goes, and how a sentence calls it."""


def find(curriculum: Curriculum, name: str) -> list[Found]:
    """Return all that goes by this code or name, in the order of the curriculum."""
    folded = fold(name)
    return [found for found in _all(curriculum) if folded in map(fold, found.names)]


def nearly(curriculum: Curriculum, name: str) -> str | None:
    """Return the code or name that this one is a slip of, if one is nearer than all others."""
    return nearest_of(name, {known for found in _all(curriculum) for known in found.names})


def _all(curriculum: Curriculum) -> Iterator[Found]:
    for id_, unit in curriculum.eenheden.items():
        yield Found(id_, unit.span, f"{id_} {unit.titel}", (str(id_),))
    for key, aanbod in curriculum.aanbod.items():
        called = f'{aanbod.soort} "{aanbod.naam}"'
        yield Found(key, aanbod.span, called, (aanbod.naam, called))
    for id_, invulling in curriculum.invullingen.items():
        for deel in invulling.verdiepend:
            keuze = Keuze(KeuzeSoort.VERDIEPING, id_, deel.naam)
            names = (str(deel.naam), f'verdieping "{deel.naam}"', str(keuze))
            yield Found(keuze, deel.span, str(keuze), names)
    others = (
        *((p.id, p.span, p.titel) for p in curriculum.programmas.values()),
        *((r.id, r.span, r.titel or "") for r in curriculum.regels.values()),
        *((g.id, g.span, g.titel or "") for g in curriculum.groepen.values()),
        *((v.naam, v.span, "") for v in curriculum.verbredingen),
        *((d.naam, d.span, "") for d in curriculum.doelen.values()),
        *((r.naam, r.span, "") for r in curriculum.routes.values()),
    )
    for naam, span, titel in others:
        yield Found(None, span, f"{naam} {titel}".strip(), (naam,))


def mentions(curriculum: Curriculum, meant: Meant) -> list[Span]:
    """Return the places that refer to it, in the order of the files."""
    parts: Iterable[object] = (
        *curriculum.invullingen.values(),
        *curriculum.verbredingen,
        *curriculum.doelen.values(),
        *curriculum.groepen.values(),
        *curriculum.regels.values(),
        *curriculum.routes.values(),
        *(voorbeeld.verwachtingen for voorbeeld in curriculum.voorbeelden),
    )
    spans = {span.key: span for part in parts for span in _spans(part, meant, None)}
    return [spans[key] for key in sorted(spans)]


def by_source(spans: Iterable[Span]) -> Mapping[str, tuple[Source, list[Span]]]:
    """Return places per file, in the order in which they come."""
    files: dict[str, tuple[Source, list[Span]]] = {}
    for span in spans:
        files.setdefault(span.source.path, (span.source, []))[1].append(span)
    return files


def _spans(thing: object, meant: Meant, near: Span | None) -> Iterator[Span]:
    """Yield the nearest place around each thing that is what is meant; the model is a few levels deep."""
    if _is(thing, meant):
        if near is not None:
            yield near
        return
    span = getattr(thing, "span", None)
    near = span if isinstance(span, Span) else near
    for part in _parts(thing):
        yield from _spans(part, meant, near)


def _is(thing: object, meant: Meant) -> bool:
    if isinstance(thing, EenheidId) or isinstance(meant, Keuze):
        return thing == meant
    named = isinstance(thing, Keuze) and thing.eenheid is None and thing.naam is not None
    return named and (thing.soort.value, fold(thing.naam)) == meant  # type: ignore[attr-defined]


def _parts(thing: object) -> Iterator[object]:
    if isinstance(thing, Span | Enum | str):
        return
    if isinstance(thing, tuple):
        yield from thing
    elif is_dataclass(thing):
        for part in fields(thing):
            yield getattr(thing, part.name)
