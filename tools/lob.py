"""The official part of the language as data, and how it is written: one layout, no choices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEERWEGEN = ("BB", "KB", "GL", "TL")

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9&]*(?:/[A-Za-z0-9]+)+(?:[.\-][A-Za-z0-9]+)*")
_LOS_WOORD = re.compile(r"[^\W\d_][\w’'\-&]*")


class Toetsing(StrEnum):
    """How one unit is examined in one leerweg."""

    CE = "CE"
    SE = "SE"
    CE_EN_SE = "CE+SE"
    DEELS_CE = "deels CE"
    ONBEKEND = "onbekend"


class Soort(StrEnum):
    """The word a unit begins with."""

    EENHEID = "eenheid"
    MODULE = "module"
    KEUZEVAK = "keuzevak"


@dataclass(frozen=True)
class Eenheid:
    """An exameneenheid, a profielmodule or a beroepsgericht keuzevak.

    Args:
        toetsing: for each leerweg that has the unit; a leerweg that is not named does not have it.
        voorkomen: 2 for the second unit with the same code in one programme.
        keuze: the unit may be left out.
        afgeleid: inferred from the source, not read in it.
    """

    soort: Soort
    code: str
    titel: str
    toetsing: dict[str, Toetsing]
    voorkomen: int = 1
    keuze: bool = False
    sectordeel: str | None = None
    afgeleid: bool = False
    opmerkingen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Uitstroomprofiel:
    """A direction within an intersectoraal programme, with the units that belong to it alone."""

    naam: str
    leerwegen: tuple[str, ...]
    eenheden: tuple[str, ...]


@dataclass(frozen=True)
class Programma:
    """An examenprogramma, and the file that it fills.

    Args:
        pad: of its file, below `curricula/`.
        geldig: the schooljaren for whose cohorts the text was read.
        gelezen: the dates of the texts that were read; empty where they are not known.
        volledig: False where only some of its units were read.
        toelichting: lines of comment above the programme, for whoever completes it.
    """

    pad: str
    id: str
    titel: str
    soort: str
    sectoren: tuple[str, ...]
    geldig: str
    gelezen: str
    bron: str
    gecontroleerd: str
    eenheden: tuple[Eenheid, ...]
    volledig: bool = True
    uitstroomprofielen: tuple[Uitstroomprofiel, ...] = ()
    afgeleid: bool = False
    opmerkingen: tuple[str, ...] = ()
    toelichting: tuple[str, ...] = ()


def render(programma: Programma) -> str:
    """Return the text of a programme's file."""
    regels = [
        *(f"# {regel}" for regel in programma.toelichting),
        f"programma {programma.id} {tekst(programma.titel)}",
        *_ingesprongen(2, _programma_eigenschappen(programma)),
        "",
    ]
    for uitstroomprofiel in programma.uitstroomprofielen:
        regels += _uitstroomprofiel(uitstroomprofiel)
    for eenheid in programma.eenheden:
        regels += _eenheid(eenheid)
    return "\n".join(regels) + "\n"


def code(naam: str) -> str:
    """Return a code as the language writes it: bare where it looks like one, else quoted."""
    return naam if _CODE.fullmatch(naam) else tekst(naam)


def tekst(woorden: str) -> str:
    """Return words in straight quotes.

    Raises:
        ValueError: a quote or a line end inside the words would end the text early.
    """
    if re.search(r'["“”„\r\n]', woorden):
        raise ValueError(f"a text cannot hold a quote or a line end: {woorden!r}")
    return f'"{woorden}"'


def _programma_eigenschappen(programma: Programma) -> Iterator[str]:
    yield f"soort: {programma.soort}"
    if programma.sectoren:
        yield f"sector: {', '.join(map(_waarde, programma.sectoren))}"
    if not programma.volledig:
        yield "volledig: nee"
    yield f"geldig: {programma.geldig}"
    if programma.gelezen:
        yield f"gelezen: {programma.gelezen}"
    yield f"bron: {tekst(programma.bron)}"
    yield f"gecontroleerd op: {programma.gecontroleerd}"
    if programma.afgeleid:
        yield "afgeleid: ja"
    for opmerking in programma.opmerkingen:
        yield f"opmerking: {tekst(opmerking)}"


def _uitstroomprofiel(uitstroomprofiel: Uitstroomprofiel) -> Iterator[str]:
    yield f"  uitstroomprofiel {tekst(uitstroomprofiel.naam)}"
    yield f"    leerwegen: {', '.join(uitstroomprofiel.leerwegen)}"
    yield f"    eenheden: {', '.join(map(code, uitstroomprofiel.eenheden))}"


def _eenheid(eenheid: Eenheid) -> Iterator[str]:
    voorkomen = f" ({eenheid.voorkomen})" if eenheid.voorkomen > 1 else ""
    yield f"  {eenheid.soort} {code(eenheid.code)}{voorkomen} {tekst(eenheid.titel)}"
    yield from _ingesprongen(4, _eenheid_eigenschappen(eenheid))


def _eenheid_eigenschappen(eenheid: Eenheid) -> Iterator[str]:
    yield from _toetsing(eenheid.toetsing)
    if eenheid.keuze:
        yield "keuze: ja"
    if eenheid.sectordeel:
        yield f"sectordeel: {tekst(eenheid.sectordeel)}"
    if eenheid.afgeleid:
        yield "afgeleid: ja"
    if eenheid.opmerkingen:
        yield f"opmerking: {tekst(' '.join(eenheid.opmerkingen))}"


def _toetsing(toetsing: dict[str, Toetsing]) -> Iterator[str]:
    sleutels = {
        "CE": (Toetsing.CE, Toetsing.CE_EN_SE),
        "ook SE": (Toetsing.CE_EN_SE,),
        "SE": (Toetsing.SE,),
        "deels CE": (Toetsing.DEELS_CE,),
        "leerwegen": (Toetsing.ONBEKEND,),
    }
    for sleutel, soorten in sleutels.items():
        leerwegen = [leerweg for leerweg in LEERWEGEN if toetsing.get(leerweg) in soorten]
        if leerwegen and sleutel == "leerwegen":
            yield "toetsing: onbekend"
        if leerwegen:
            yield f"{sleutel}: {', '.join(leerwegen)}"


def _waarde(woorden: str) -> str:
    return woorden if _LOS_WOORD.fullmatch(woorden) else tekst(woorden)


def _ingesprongen(diepte: int, regels: Iterable[str]) -> Iterator[str]:
    return (" " * diepte + regel for regel in regels)
