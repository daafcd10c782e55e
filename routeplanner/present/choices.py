"""What is still possible, and why not, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from routeplanner.engine.clashes import Clash
from routeplanner.engine.options import Option, Reason, Status
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.rules import Keuze
from routeplanner.present.pieces import Piece, Row, Style
from routeplanner.present.signs import shown
from routeplanner.present.verdicts import repair_text
from routeplanner.present.words import Words

_SIGNS = {
    Status.CHOSEN: ("●", Style.HELP),
    Status.FORCED: ("◆", Style.WARNING),
    Status.OPEN: ("○", Style.PLAIN),
    Status.CLOSED: ("✗", Style.ERROR),
}


def option_rows(options: Sequence[Option], curriculum: Curriculum, words: Words) -> Iterator[Row]:
    """Yield the choices by how they stand, each group under its heading."""
    for status in Status:
        mine = [option for option in options if option.status is status]
        if mine:
            yield (Piece(words.phrase(f"keuze.{status.value}"), Style.SENTENCE),)
            for option in mine:
                yield _option(option, curriculum, words)
            yield ()


def _option(option: Option, curriculum: Curriculum, words: Words) -> Row:
    sign, style = _SIGNS[option.status]
    why = words.phrase("keuze.afgewezen") if option.declined else ""
    return (Piece(f"  {sign} ", style), Piece(_named(option.keuze, curriculum)), Piece(why, Style.EDGE))


def _named(keuze: Keuze, curriculum: Curriculum) -> str:
    """Return a choice with the title of its unit, where it is the unit that is chosen."""
    unit = curriculum.eenheden.get(keuze.eenheid) if keuze.eenheid is not None else None
    title = f"  {unit.titel}" if unit is not None and keuze.naam is None else ""
    return shown(f"{keuze}{title}")


def reason_rows(found: Reason, curriculum: Curriculum, words: Words) -> Iterator[Row]:
    """Yield why a choice is closed or forced, and the smallest changes that would open it."""
    sign, style = _SIGNS[found.status]
    said = words.phrase(f"waarom.{found.status.value}", choice=str(found.keuze))
    yield (Piece(f"{sign} ", style), Piece(shown(said), Style.SENTENCE))
    for number, clash in enumerate(found.clashes):
        yield ()
        yield (Piece(words.phrase("waarom.of" if number else "waarom.want"), Style.SENTENCE),)
        yield from clash_rows(clash, curriculum, words)
    if found.repairs:
        yield ()
        yield (Piece(words.phrase("waarom.wel"), Style.SENTENCE),)
        for repair in found.repairs:
            yield (Piece("  · ", Style.HELP), Piece(shown(repair_text(repair, words))))


def clash_rows(clash: Clash, curriculum: Curriculum, words: Words) -> Iterator[Row]:
    """Yield the rules and the choices that cannot hold together."""
    for id_ in clash.rules:
        yield from _rule(id_, curriculum, words)
    yield from _listed(words.phrase("waarom.met"), clash.choices)
    yield from _listed(words.phrase("waarom.zonder"), clash.declined)


def _rule(id_: str, curriculum: Curriculum, words: Words) -> Iterator[Row]:
    regel = next((regel for regel in curriculum.regels.values() if regel.id == id_), None)
    title = (regel.titel or "") if regel else words.phrase(f"regel.{id_}")
    yield (Piece("  ✗ ", Style.ERROR), Piece(id_, Style.SENTENCE), Piece(f"  {shown(title)}"))
    for zin in regel.zinnen if regel else ():
        yield (Piece(f"      {shown(zin.span.text)}"),)


def _listed(heading: str, keuzes: Iterable[Keuze]) -> Iterator[Row]:
    for keuze in keuzes:
        yield (Piece(f"      {heading} ", Style.EDGE), Piece(shown(str(keuze))))
