"""The programmes of 2007 (BWBR0022061, bijlage 2), and what is known of landbouw (BWBR0024712)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NotRequired, TypedDict

from lob import LEERWEGEN, Eenheid, Programma, Soort, Toetsing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aantekeningen import Aantekeningen, Programmasoort

_SOORTEN = {
    "afdeling": "afdelingsprogramma",
    "intrasectoraal": "intrasectoraal",
    "intersectoraal": "intersectoraal",
    "algemeen vak": "algemeen vak",
}
# The list's X: the unit belongs to the leerweg, and the text has no CE mark for the programme at all.
_MERKEN = {"CE": Toetsing.CE, "SE": Toetsing.SE, "X": Toetsing.ONBEKEND}
# Footnote marks and markup that the list kept in a title, and a code written before it.
_ROMMEL = re.compile(r"\s*[¹²³]+$|\s*\[\d+\]$|</?sub>|^[A-Z0-9]+/[KV]/\d+ ")


class Rij(TypedDict):
    """A unit in `programmes_2007.json`, as far as it is used."""

    code: str
    occurrence: int
    title: str
    toetsing: dict[str, str | None]
    keuze: NotRequired[bool]
    sectordeel: NotRequired[str]


class Lijst(TypedDict):
    """A programme in `programmes_2007.json`."""

    paragraaf: str
    programma: str
    beroepsgericht: bool
    soort: str
    sector: str | None
    units: list[Rij]


class Landbouwrij(TypedDict):
    """A unit of `landbouw_ce_2008.json` in one leerweg."""

    programma: str
    leerweg: str
    code: str
    title: str


def programmas(lijsten: Iterable[Lijst], aantekeningen: Aantekeningen) -> Iterator[Programma]:
    """Return the beroepsgerichte programmes and the algemene vakken of 2007."""
    return (_programma(lijst, aantekeningen) for lijst in lijsten)


def landbouw(rijen: Iterable[Landbouwrij], aantekeningen: Aantekeningen) -> Iterator[Programma]:
    """Return the programmes of the sector landbouw, with the units that are CE."""
    per_programma: dict[str, list[Landbouwrij]] = defaultdict(list)
    for rij in rijen:
        per_programma[rij["programma"].replace("–", "-")].append(rij)
    for naam, van_programma in per_programma.items():
        yield _landbouwprogramma(naam, van_programma, aantekeningen)


def bestandsnaam(naam: str) -> str:
    """Return a name as the name of a file: lower case, with hyphens."""
    return re.sub(r"[^\w]+", "-", naam.casefold()).strip("-")


def met_hoofdletter(naam: str) -> str:
    """Return a name that begins with a capital and is else unchanged."""
    return naam[:1].upper() + naam[1:]


def titel(ruw: str) -> str:
    """Return a title without the footnote marks, markup and code that the list left in it."""
    return _ROMMEL.sub("", ruw)


def _programma(lijst: Lijst, aantekeningen: Aantekeningen) -> Programma:
    naam = lijst["programma"]
    soort = _programmasoort(lijst, aantekeningen)
    noot = aantekeningen.noot(naam)
    map_ = "2007" if lijst["beroepsgericht"] else "2007/avo"
    return Programma(
        pad=f"{map_}/{bestandsnaam(naam)}.lob",
        id=aantekeningen.ids[naam],
        titel=met_hoofdletter(naam),
        soort=_SOORTEN[lijst["soort"]],
        sectoren=_sectoren(lijst["sector"]),
        geldig=noot.geldig or soort.geldig,
        gelezen=soort.gelezen,
        bron=_bron(lijst["paragraaf"], soort),
        gecontroleerd=aantekeningen.gecontroleerd,
        eenheden=_eenheden(lijst, aantekeningen),
        uitstroomprofielen=noot.uitstroomprofielen,
        afgeleid=noot.afgeleid,
        opmerkingen=(*soort.opmerkingen, *noot.opmerkingen),
        toelichting=soort.toelichting,
    )


def _programmasoort(lijst: Lijst, aantekeningen: Aantekeningen) -> Programmasoort:
    later = aantekeningen.soorten["later"]
    if lijst["programma"] in later.programmas:
        return later
    return aantekeningen.soorten["beroepsgericht" if lijst["beroepsgericht"] else "avo"]


def _bron(paragraaf: str, soort: Programmasoort) -> str:
    return "; ".join(filter(None, [f"BWBR0022061, bijlage 2, {paragraaf}", soort.artikel]))


def _sectoren(sector: str | None) -> tuple[str, ...]:
    """Return the sectors of a programme; the list joins them with a plus, a slash or `of`."""
    return tuple(re.split(r" \+ |/| of ", sector)) if sector else ()


def _eenheden(lijst: Lijst, aantekeningen: Aantekeningen) -> tuple[Eenheid, ...]:
    naam = lijst["programma"]
    altijd_se = aantekeningen.altijd_se["beroepsgericht" if lijst["beroepsgericht"] else "avo"]
    kolom = {kolom.van: kolom.naar for kolom in aantekeningen.kolommen if naam in kolom.programmas}
    eenheden = (_eenheid(rij, kolom) for rij in lijst["units"])
    return tuple(
        _ook_se(eenheid) if eenheid.code.endswith(altijd_se) else eenheid
        for eenheid in aantekeningen.toegepast(naam, eenheden)
    )


def _eenheid(rij: Rij, kolom: dict[str, tuple[str, ...]]) -> Eenheid:
    sectordeel = rij.get("sectordeel")
    return Eenheid(
        soort=Soort.EENHEID,
        code=rij["code"],
        titel=titel(rij["title"]),
        toetsing=_toetsing(rij["toetsing"], kolom),
        voorkomen=rij["occurrence"],
        keuze=rij.get("keuze", False),
        sectordeel=sectordeel.removeprefix("Sectordeel ") if sectordeel else None,
    )


def _toetsing(merken: dict[str, str | None], kolom: dict[str, tuple[str, ...]]) -> dict[str, Toetsing]:
    """Return the marks per leerweg; the list has GL and TL of an algemeen vak in one column, GL/TL."""
    uit: dict[str, Toetsing] = {}
    for leerwegen, merk in merken.items():
        if merk is not None:
            uit |= dict.fromkeys(kolom.get(leerwegen, leerwegen.split("/")), _MERKEN[merk])
    return uit


def _ook_se(eenheid: Eenheid) -> Eenheid:
    """Return a unit that the schoolexamen covers although it is CE.

    Source: Regeling examenprogramma's voortgezet onderwijs, bijlage 2, 2.0 (Leeswijzer), text of 2015-05-09.
    """
    ook = {Toetsing.CE: Toetsing.CE_EN_SE}
    return replace(
        eenheid, toetsing={leerweg: ook.get(merk, merk) for leerweg, merk in eenheid.toetsing.items()}
    )


def _landbouwprogramma(naam: str, rijen: list[Landbouwrij], aantekeningen: Aantekeningen) -> Programma:
    soort = aantekeningen.soorten["landbouw"]
    noot = aantekeningen.noot(naam)
    return Programma(
        pad=f"2007/landbouw/{bestandsnaam(naam)}.lob",
        id=aantekeningen.ids[naam],
        titel=naam,
        soort=noot.soort or "afdelingsprogramma",
        sectoren=("landbouw",),
        geldig=soort.geldig,
        gelezen=soort.gelezen,
        bron=soort.bron,
        gecontroleerd=aantekeningen.gecontroleerd,
        eenheden=aantekeningen.toegepast(naam, _landbouweenheden(rijen)),
        volledig=soort.volledig,
        afgeleid=True,
        opmerkingen=(*soort.opmerkingen, *noot.opmerkingen),
        toelichting=soort.toelichting,
    )


def _landbouweenheden(rijen: list[Landbouwrij]) -> Iterator[Eenheid]:
    """Return one unit for each code and title; the second title of a code is its second occurrence."""
    leerwegen: dict[tuple[str, str], list[str]] = defaultdict(list)
    for rij in rijen:
        leerwegen[rij["code"], rij["title"]].append(rij["leerweg"])
    gezien: dict[str, int] = defaultdict(int)
    for (code, naam), van_eenheid in leerwegen.items():
        gezien[code] += 1
        toetsing = {leerweg: Toetsing.CE for leerweg in LEERWEGEN if leerweg in van_eenheid}
        yield Eenheid(Soort.EENHEID, code, naam, toetsing, voorkomen=gezien[code])
