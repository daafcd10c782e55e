"""What people found out about the lists: ids, dates, and where a list and the law's own table differ.

The facts stand in `aantekeningen.toml`, each with its reason; this module only reads them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lob import Eenheid, Soort, Toetsing, Uitstroomprofiel

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True)
class Programmasoort:
    """What holds for all programmes of one list."""

    geldig: str
    volledig: bool = True
    gelezen: str = ""
    bron: str = ""
    artikel: str = ""
    programmas: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    toelichting: tuple[str, ...] = ()


@dataclass(frozen=True)
class Programmanoot:
    """What holds for some programmes, on top of their list."""

    namen: tuple[str, ...]
    geldig: str = ""
    soort: str = ""
    afgeleid: bool = False
    opmerkingen: tuple[str, ...] = ()
    uitstroomprofielen: tuple[Uitstroomprofiel, ...] = ()


@dataclass(frozen=True)
class Kolom:
    """A table of one column that the list has under the wrong leerweg."""

    programmas: tuple[str, ...]
    van: str
    naar: tuple[str, ...]


@dataclass(frozen=True)
class Eenheidnoot:
    """What the list has wrong or does not say about units; `None` leaves it as the list has it."""

    programmas: tuple[str, ...]
    codes: tuple[str, ...]
    voorkomen: int = 1
    vervalt: bool = False
    titel: str | None = None
    toetsing: dict[str, Toetsing] | None = None
    keuze: bool | None = None
    afgeleid: bool = False
    opmerking: str = ""

    def verbeter(self, eenheid: Eenheid) -> Eenheid:
        """Return the unit as the law's table has it."""
        return replace(
            eenheid,
            titel=eenheid.titel if self.titel is None else self.titel,
            toetsing=eenheid.toetsing if self.toetsing is None else self.toetsing,
            keuze=eenheid.keuze if self.keuze is None else self.keuze,
            afgeleid=eenheid.afgeleid or self.afgeleid,
            opmerkingen=(*eenheid.opmerkingen, *filter(None, [self.opmerking])),
        )


@dataclass(frozen=True)
class Aanvulling:
    """A unit that the table has and the list has not."""

    programma: str
    na: str
    eenheid: Eenheid


@dataclass(frozen=True)
class Aantekeningen:
    """All of `aantekeningen.toml`."""

    gecontroleerd: str
    altijd_se: dict[str, str]
    ids: dict[str, str]
    soorten: dict[str, Programmasoort]
    programmas: tuple[Programmanoot, ...]
    kolommen: tuple[Kolom, ...]
    eenheden: tuple[Eenheidnoot, ...]
    aanvullingen: tuple[Aanvulling, ...]

    def noot(self, programma: str) -> Programmanoot:
        """Return all that is noted about one programme."""
        noten = [noot for noot in self.programmas if programma in noot.namen]
        return Programmanoot(
            namen=(programma,),
            geldig=next((noot.geldig for noot in noten if noot.geldig), ""),
            soort=next((noot.soort for noot in noten if noot.soort), ""),
            afgeleid=any(noot.afgeleid for noot in noten),
            opmerkingen=tuple(opmerking for noot in noten for opmerking in noot.opmerkingen),
            uitstroomprofielen=tuple(profiel for noot in noten for profiel in noot.uitstroomprofielen),
        )

    def toegepast(self, programma: str, eenheden: Iterable[Eenheid]) -> tuple[Eenheid, ...]:
        """Return the units of a programme as the law's tables have them."""
        uit: list[Eenheid] = []
        for eenheid in eenheden:
            noten = self._noten(programma, eenheid)
            if any(noot.vervalt for noot in noten):
                continue
            for noot in noten:
                eenheid = noot.verbeter(eenheid)  # noqa: PLW2901  # the notes add up
            uit.append(eenheid)
            uit += self._vervolg(programma, eenheid.code)
        return tuple(uit)

    def _noten(self, programma: str, eenheid: Eenheid) -> list[Eenheidnoot]:
        return [
            noot
            for noot in self.eenheden
            if programma in noot.programmas
            and eenheid.code in noot.codes
            and eenheid.voorkomen == noot.voorkomen
        ]

    def _vervolg(self, programma: str, na: str) -> list[Eenheid]:
        uit: list[Eenheid] = []
        for aanvulling in self.aanvullingen:
            if aanvulling.programma == programma and aanvulling.na == na:
                uit.append(aanvulling.eenheid)
                uit += self._vervolg(programma, aanvulling.eenheid.code)
        return uit


def read(pad: Path) -> Aantekeningen:
    """Return the notes of a TOML file."""
    tabel = tomllib.loads(pad.read_text(encoding="utf-8"))
    return Aantekeningen(
        gecontroleerd=tabel["gecontroleerd"],
        altijd_se=tabel["altijd_se"],
        ids=tabel["ids"],
        soorten={naam: Programmasoort(**_tupels(rij)) for naam, rij in tabel["soorten"].items()},
        programmas=tuple(_programmanoot(rij) for rij in tabel["programma"]),
        kolommen=tuple(Kolom(**_zonder_waarom(rij)) for rij in tabel["kolom"]),
        eenheden=tuple(_eenheidnoot(rij) for rij in tabel["eenheid"]),
        aanvullingen=tuple(_aanvulling(rij) for rij in tabel["aanvulling"]),
    )


def _programmanoot(rij: dict[str, Any]) -> Programmanoot:
    profielen = tuple(Uitstroomprofiel(**_tupels(profiel)) for profiel in rij.pop("uitstroomprofielen", []))
    return Programmanoot(**_tupels(rij), uitstroomprofielen=profielen)


def _eenheidnoot(rij: dict[str, Any]) -> Eenheidnoot:
    toetsing = rij.pop("toetsing", None)
    return Eenheidnoot(**_zonder_waarom(rij), toetsing=None if toetsing is None else _toetsing(toetsing))


def _aanvulling(rij: dict[str, Any]) -> Aanvulling:
    eenheid = Eenheid(Soort.EENHEID, rij["code"], rij["titel"], _toetsing(rij["toetsing"]))
    return Aanvulling(rij["programma"], rij["na"], eenheid)


def _toetsing(rij: dict[str, str]) -> dict[str, Toetsing]:
    return {leerweg: Toetsing(toetsing) for leerweg, toetsing in rij.items()}


def _zonder_waarom(rij: dict[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in _tupels(rij).items() if naam != "waarom"}


def _tupels(rij: dict[str, Any]) -> dict[str, Any]:
    return {naam: tuple(waarde) if isinstance(waarde, list) else waarde for naam, waarde in rij.items()}
