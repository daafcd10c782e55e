"""The list of codes. A code is never reused; each has a page `codes/RPnnn-slug.md`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple


class Severity(Enum):
    """How bad a finding is; only an error makes `check` fail, unless `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(NamedTuple):
    """One kind of finding."""

    id: str
    slug: str
    severity: Severity

    @property
    def page(self) -> str:
        """The file name of its page."""
        return f"{self.id}-{self.slug}.md"


_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_LIST = (
    # the RP0xx codes are about the file
    Code("RP001", "bestand-onleesbaar", _ERROR),
    Code("RP002", "geen-gewoon-bestand", _ERROR),
    Code("RP003", "bestand-te-groot", _ERROR),
    Code("RP004", "geen-utf-8", _ERROR),
    Code("RP005", "verborgen-teken", _ERROR),
    Code("RP006", "gebruik-niet-gevonden", _ERROR),
    Code("RP007", "gebruik-buiten-het-project", _ERROR),
    Code("RP008", "te-veel-bestanden", _ERROR),
    Code("RP009", "projectbestand-onleesbaar", _ERROR),
    Code("RP010", "niets-te-lezen", _WARNING),
    # the RP1xx codes are about the sentence
    Code("RP101", "onbekend-begin", _ERROR),
    Code("RP102", "onverwacht-woord", _ERROR),
    Code("RP103", "aanhalingsteken-mist", _ERROR),
    Code("RP104", "tikfout", _ERROR),
    Code("RP105", "hier-mist-iets", _ERROR),
    Code("RP106", "hier-staat-iets-te-veel", _ERROR),
    Code("RP107", "of-in-een-lijst", _ERROR),
    Code("RP108", "nummer-zonder-code", _ERROR),
    Code("RP109", "reeks-klopt-niet", _ERROR),
    Code("RP110", "getal-te-groot", _ERROR),
    Code("RP111", "regel-te-lang", _ERROR),
    Code("RP112", "te-veel-fouten", _ERROR),
    Code("RP113", "hoort-bij-een-ander-blok", _ERROR),
    Code("RP114", "zin-op-de-verkeerde-plek", _ERROR),
    Code("RP115", "geen-blok-erboven", _ERROR),
    Code("RP116", "kop-ontbreekt", _ERROR),
    # the RP2xx codes are about names and properties
    Code("RP201", "onbekende-code", _ERROR),
    Code("RP202", "code-in-meer-programmas", _ERROR),
    Code("RP203", "onbekende-naam", _ERROR),
    Code("RP204", "dubbele-naam", _ERROR),
    Code("RP205", "onbekend-programma", _ERROR),
    Code("RP206", "onbekende-eigenschap", _ERROR),
    Code("RP207", "eigenschap-hoort-hier-niet", _ERROR),
    Code("RP208", "eigenschap-dubbel", _ERROR),
    Code("RP209", "waarde-klopt-niet", _ERROR),
    Code("RP210", "eigenschap-ontbreekt", _ERROR),
    Code("RP211", "woord-niet-in-de-lijst", _ERROR),
    Code("RP212", "onbekende-verdieping", _ERROR),
    Code("RP213", "dit-kun-je-niet-tellen", _ERROR),
    Code("RP214", "hier-kan-dit-niet-staan", _ERROR),
    Code("RP215", "zo-verwijs-je-niet", _ERROR),
    Code("RP216", "route-volgt-niets", _ERROR),
    Code("RP217", "meer-dan-een-school", _ERROR),
    Code("RP218", "tweede-begin", _ERROR),
    # the RP3xx codes are about is it well-formed?
    Code("RP301", "kring-van-vereist", _ERROR),
    Code("RP302", "kring-in-de-tijd", _ERROR),
    Code("RP303", "se-niet-gedekt", _ERROR),
    Code("RP304", "ce-gesplitst", _ERROR),
    Code("RP305", "zinnen-spreken-elkaar-tegen", _ERROR),
    Code("RP306", "niet-in-het-aanbod", _ERROR),
    Code("RP307", "ontheffing-verlopen", _WARNING),
    Code("RP308", "ontheffing-overbodig", _WARNING),
    Code("RP309", "ontheffing-van-de-wet", _ERROR),
    Code("RP310", "voorbeeld-zonder-verwachting", _ERROR),
    Code("RP311", "inspringing-misleidt", _WARNING),
    Code("RP312", "witregel-in-een-blok", _WARNING),
    Code("RP313", "regel-zonder-zin", _ERROR),
    Code("RP314", "latere-zin-wint", _NOTE),
    Code("RP315", "bron-ontbreekt", _ERROR),
    Code("RP316", "niet-gecontroleerd-staat-alleen", _ERROR),
    Code("RP317", "grens-kan-niet", _ERROR),
    Code("RP318", "leerjaar-of-periode-bestaat-niet", _ERROR),
    Code("RP319", "eenheid-niet-in-de-leerweg", _ERROR),
    Code("RP320", "niet-in-deze-periode", _WARNING),
    Code("RP321", "verwachting-kan-niet", _ERROR),
    Code("RP322", "niets-om-te-verdiepen", _ERROR),
    Code("RP323", "dekt-iets-anders", _ERROR),
    Code("RP324", "staat-er-al", _WARNING),
    Code("RP325", "ce-en-se-tegelijk", _ERROR),
    Code("RP326", "eenheid-zonder-leerweg", _WARNING),
    Code("RP327", "jaar-niet-gelezen", _WARNING),
)

CODES: Mapping[str, Code] = MappingProxyType({code.id: code for code in _LIST})
