"""The profielen since 2016: modules and keuzevakken of SLO's open data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypedDict

from from_programmes import bestandsnaam, met_hoofdletter
from lob import Eenheid, Programma, Soort, Toetsing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aantekeningen import Aantekeningen

# SLO says inside a title what a keuzevak deepens.
_VERDIEPING = re.compile(r"\s*\(dit keuzevak is een verdieping van ([^)]*)\)\.?$", re.IGNORECASE)


class Module(TypedDict):
    """A profielmodule in `slo_profiles.json`."""

    prefix: str
    title: str
    niveaus_moduletaak: list[str]
    niveaus_eindtermen: list[str]


class Keuzevak(TypedDict):
    """A record of a keuzevak in `slo_profiles.json`."""

    prefix: str
    title: str
    niveaus_keuzevaktaak: list[str]
    niveaus_eindtermen: list[str]


class Profiel(TypedDict):
    """A profiel in `slo_profiles.json`."""

    prefix: str
    official_name: str
    modules: list[Module]
    keuzevakken: list[Keuzevak]


def programmas(profielen: Iterable[Profiel], aantekeningen: Aantekeningen) -> Iterator[Programma]:
    """Return the profielen with their modules and keuzevakken."""
    return (_profiel(profiel, aantekeningen) for profiel in profielen)


def _profiel(profiel: Profiel, aantekeningen: Aantekeningen) -> Programma:
    soort = aantekeningen.soorten["profiel"]
    noot = aantekeningen.noot(profiel["official_name"])
    return Programma(
        pad=f"2016/{bestandsnaam(profiel['official_name'])}.lob",
        id=profiel["prefix"],
        titel=met_hoofdletter(profiel["official_name"]),
        soort="profiel",
        sectoren=(),
        geldig=soort.geldig,
        gelezen=soort.gelezen,
        bron=soort.bron,
        gecontroleerd=aantekeningen.gecontroleerd,
        eenheden=(*map(_module, profiel["modules"]), *_keuzevakken(profiel["keuzevakken"])),
        opmerkingen=noot.opmerkingen,
    )


def _module(module: Module) -> Eenheid:
    taak, eindtermen = module["niveaus_moduletaak"], module["niveaus_eindtermen"]
    return Eenheid(
        soort=Soort.MODULE,
        code=module["prefix"],
        titel=module["title"],
        toetsing=dict.fromkeys(taak, Toetsing.CE),
        opmerkingen=tuple(_tegenspraak(taak, eindtermen)),
    )


def _keuzevakken(records: list[Keuzevak]) -> Iterator[Eenheid]:
    """Return one keuzevak for each code: the record with niveaus counts, another is noted."""
    for code in dict.fromkeys(record["prefix"] for record in records):
        gelijk = [record for record in records if record["prefix"] == code]
        gelijk.sort(key=lambda record: not record["niveaus_keuzevaktaak"])
        yield _keuzevak(gelijk[0], gelijk[1:])


def _keuzevak(record: Keuzevak, dubbel: list[Keuzevak]) -> Eenheid:
    taak, eindtermen = record["niveaus_keuzevaktaak"], record["niveaus_eindtermen"]
    return Eenheid(
        soort=Soort.KEUZEVAK,
        code=record["prefix"],
        titel=_VERDIEPING.sub("", record["title"]),
        toetsing=dict.fromkeys(taak or eindtermen, Toetsing.SE),
        afgeleid=not taak,
        opmerkingen=(
            *_verdieping(record["title"]),
            *_tegenspraak(taak, eindtermen),
            *map(_dubbel, dubbel),
        ),
    )


def _verdieping(titel: str) -> Iterator[str]:
    if gevonden := _VERDIEPING.search(titel):
        yield f"Volgens de titel bij SLO een verdieping van {gevonden[1]}."


def _tegenspraak(taak: list[str], eindtermen: list[str]) -> Iterator[str]:
    if not taak:
        yield "SLO noemt geen niveau; de leerwegen zijn afgeleid uit de eindtermen."
    elif taak != eindtermen:
        yield (
            f"SLO spreekt zichzelf tegen: volgens de taak {_opsomming(taak)}, volgens de eindtermen "
            f"{_opsomming(eindtermen)}. Hier geldt de taak."
        )


def _dubbel(record: Keuzevak) -> str:
    return (
        "SLO heeft deze code twee keer; het andere record heeft geen niveau, en eindtermen voor "
        f"{_opsomming(record['niveaus_eindtermen'])}."
    )


def _opsomming(woorden: list[str]) -> str:
    return " en ".join(filter(None, [", ".join(woorden[:-1]), woorden[-1]]))
