"""A linked curriculum as text: what there is, or one thing with every place that refers to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from routeplanner.model.curriculum import Curriculum, Exameneenheid, Invulling, School
from routeplanner.model.quantities import KLOKUUR, Gezag, Minuten, Toetsing
from routeplanner.model.rules import EenheidId
from routeplanner.present.excerpt import Mark, edge_width, excerpt
from routeplanner.present.mentions import Found, by_source, find, mentions
from routeplanner.present.pieces import Piece, Row, Style
from routeplanner.present.signs import shown, width
from routeplanner.present.words import Words
from routeplanner.text.source import Span

Table = Sequence[tuple[str, str]]


def overview(curriculum: Curriculum, words: Words) -> Iterator[Row]:
    """Yield everything that has a name, kind by kind."""
    if curriculum.school is not None:
        yield from _school(curriculum.school, words)
    for key, table in _tables(curriculum, words):
        if table:
            yield (Piece(words.phrase(f"toon.{key}"), Style.SENTENCE),)
            yield from _columns(table)
            yield ()


def one(curriculum: Curriculum, name: str, words: Words) -> Iterator[Row]:
    """Yield all that goes by this code or name, with every place that refers to it."""
    for found in find(curriculum, name):
        yield (Piece(shown(found.title), Style.SENTENCE),)
        if isinstance(found.meant, EenheidId):
            yield from _toetsing(curriculum.eenheden[found.meant])
        yield from _excerpts([found.span], "^", "-->")
        yield from _mentions(curriculum, found, words)
        yield ()


def _toetsing(eenheid: Exameneenheid) -> Iterator[Row]:
    """Yield how a unit is examined, with the leerwegen: `CE: BB, KB`, as the language writes it."""
    for toetsing in Toetsing:
        leerwegen = [weg.value for weg in eenheid.leerwegen if eenheid.toetsing[weg] is toetsing]
        if leerwegen:
            word = "toetsing onbekend" if toetsing is Toetsing.ONBEKEND else toetsing.value
            yield (Piece(f"  {word}: {', '.join(leerwegen)}"),)


def _mentions(curriculum: Curriculum, found: Found, words: Words) -> Iterator[Row]:
    if found.meant is None:
        return
    spans = [span for span in mentions(curriculum, found.meant) if span != found.span]
    sentence = words.count("toon.plaatsen", len(spans)) if spans else words.phrase("toon.nergens")
    yield (Piece(sentence),)
    yield from _excerpts(spans, "-", ":::")


def _excerpts(spans: Sequence[Span], sign: str, arrow: str) -> Iterator[Row]:
    style = Style.NOTE if sign == "^" else Style.RELATED
    for path, (source, places) in by_source(spans).items():
        marks = [Mark(span, sign, style) for span in places]
        edge = edge_width(marks)
        yield (Piece(f"{'':{edge}}{arrow} ", Style.EDGE), Piece(f"{shown(path)}:{marks[0].line}"))
        yield from excerpt(source, marks, edge)


def _school(school: School, words: Words) -> Iterator[Row]:
    yield (Piece(shown(school.naam), Style.SENTENCE),)
    year = f"{school.schooljaar}-{school.schooljaar + 1}" if school.schooljaar else "?"
    leerwegen = ", ".join(leerweg.value for leerweg in school.leerwegen)
    yield (Piece("  " + words.phrase("toon.school", year=year, leerwegen=leerwegen)),)
    yield ()


def _tables(curriculum: Curriculum, words: Words) -> Iterator[tuple[str, Table]]:
    yield (
        "programmas",
        [
            (p.id, f"{p.titel} ({words.count('toon.eenheden', len(p.eenheden))})")
            for p in curriculum.programmas.values()
        ],
    )
    yield "invullingen", [(str(id_), _names_in(i)) for id_, i in curriculum.invullingen.items()]
    yield (
        "aanbod",
        [(f'{a.soort} "{a.naam}"', _size(a.minuten, a.weken, words)) for a in curriculum.aanbod.values()],
    )
    yield "doelen", [(doel.naam, doel.soort) for doel in curriculum.doelen.values()]
    yield "groepen", [(groep.id, groep.titel or "") for groep in curriculum.groepen.values()]
    for gezag in Gezag:
        yield (
            f"regels-{gezag.value}",
            [(r.id, r.titel or "") for r in curriculum.regels.values() if r.gezag is gezag],
        )
    yield (
        "routes",
        [
            (route.naam, f"{route.programma} {route.leerweg.value if route.leerweg else ''}")
            for route in curriculum.routes.values()
        ],
    )


def _names_in(invulling: Invulling) -> str:
    return ", ".join(str(deel.naam) for deel in invulling.verdiepend)


def _size(minuten: Minuten | None, weken: int | None, words: Words) -> str:
    if weken is not None:
        return words.count("toon.weken", weken)
    if minuten is None:
        return ""
    hours, rest = divmod(minuten, KLOKUUR)
    parts = [words.count("toon.uren", hours)] if hours else []
    return " ".join([*parts, words.count("toon.minuten", rest)] if rest else parts)


def _columns(table: Table) -> Iterator[Row]:
    widest = max(width(shown(name)) for name, _ in table)
    for name, about in table:
        name_ = shown(name)
        gap = " " * max(widest - width(name_), 0)
        yield (Piece(f"  {name_}{gap}  {shown(about)}".rstrip()),)
