"""The words of the language beside the grammar: which blocks there are, and which properties they take.

The one list that the checker, the formatter, the editors and the reference read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple


class Shape(Enum):
    """What the value of a property looks like."""

    TEKST = "tekst"
    TEKSTEN = "teksten"
    NAMEN = "namen"
    WOORD = "woord"
    JA_NEE = "ja-nee"
    LEERWEGEN = "leerwegen"
    CODES = "codes"
    """Exam units, as in `HV/K/9 t/m 12`."""
    KEUZES = "keuzes"
    """Anything a pupil can choose: units, verdiepingen, keuzemodules, stages."""
    PROGRAMMAS = "programmas"
    GETAL = "getal"
    GETALLEN = "getallen"
    SCHOOLJAAR = "schooljaar"
    SCHOOLJAREN = "schooljaren"
    """`vanaf 2009-2010`, `2009-2010 t/m 2011-2012`."""
    DATUM = "datum"
    DATUMS = "datums"
    """A date, or `2010-08-01 t/m 2015-05-09`."""
    DUUR = "duur"
    """`50 minuten`."""
    REGELS = "regels"


class Sleutel(NamedTuple):
    """A property that a block takes."""

    naam: str
    shape: Shape
    woorden: tuple[str, ...] = ()
    """Where the value is one of a closed list: the list."""
    lijst: bool = False
    """Whether it may stand there more than once; the lines then add up."""
    verplicht: bool = False


class Blok(NamedTuple):
    """A kind of block: the words it starts with, where it stands and what it holds."""

    soort: str
    kop: str
    ouders: tuple[str, ...]
    sleutels: Mapping[str, Sleutel]
    zinnen: str = ""
    """Which sentences stand in it: those of a `regel`, a `route` or a `voorbeeld`."""


LEERWEGEN = ("BB", "KB", "GL", "TL")
LEERWEG_ANDERS = MappingProxyType(
    {
        **dict.fromkeys(
            ("basis", "bbl", "basisberoeps", "basisberoepsgericht", "basisberoepsgerichte"), "BB"
        ),
        **dict.fromkeys(
            ("kader", "kbl", "kaderberoeps", "kaderberoepsgericht", "kaderberoepsgerichte"), "KB"
        ),
        **dict.fromkeys(("gemengd", "gemengde"), "GL"),
        **dict.fromkeys(("theoretisch", "theoretische", "mavo"), "TL"),
    }
)
"""What people call a leerweg: not read, but known to be meant."""
SOORTEN_PROGRAMMA = ("afdelingsprogramma", "intrasectoraal", "intersectoraal", "profiel", "algemeen vak")
SECTOREN = ("techniek", "economie", "zorg en welzijn", "landbouw", "intersectoraal")
COMPETENTIES = ("kwaliteitenreflectie", "motievenreflectie", "werkexploratie", "loopbaansturing", "netwerken")
# Source: the SLO-handreiking says capaciteitenreflectie, later texts kwaliteitenreflectie: both are read.
COMPETENTIE_EERDER = MappingProxyType({"capaciteitenreflectie": "kwaliteitenreflectie"})
SOORTEN_STAGE = ("oriënterend", "beroepsvoorbereidend")
SOORTEN_ACTIVITEIT = ("avo", "eigen", "school")
SOORTEN_DOEL = ("beroep", "opleiding", "sector")
GEZAG = ("wet", "richtlijn", "school")
STATUS = ("wet", "AMvB", "ministeriële regeling", "richtlijn", "indicatief")
OORDELEN = ("geldig", "onvolledig", "ongeldig", "onbeslist")


def _sleutels(*items: Sleutel) -> Mapping[str, Sleutel]:
    return MappingProxyType({item.naam: item for item in items})


def _nodig(sleutel: Sleutel) -> Sleutel:
    return sleutel._replace(verplicht=True)


_OPMERKING = Sleutel("opmerking", Shape.TEKSTEN, lijst=True)
_BRON = Sleutel("bron", Shape.TEKSTEN, lijst=True)
_EERDER = Sleutel("heette eerder", Shape.NAMEN, lijst=True)
_AFGELEID = Sleutel("afgeleid", Shape.JA_NEE)
_GECONTROLEERD = Sleutel("gecontroleerd op", Shape.DATUM)
_GELEZEN = Sleutel("gelezen", Shape.DATUMS)
_GELDIG = Sleutel("geldig", Shape.SCHOOLJAREN)
_LEERWEGEN = Sleutel("leerwegen", Shape.LEERWEGEN, lijst=True)
_PROGRAMMA = Sleutel("programma", Shape.PROGRAMMAS, lijst=True)
_LEERJAAR = Sleutel("leerjaar", Shape.GETALLEN, lijst=True)
_PERIODEN = Sleutel("perioden", Shape.GETALLEN, lijst=True)
_COMPETENTIES = Sleutel("competenties", Shape.NAMEN, COMPETENTIES, lijst=True)
_KENMERKEN = Sleutel("kenmerken", Shape.NAMEN, lijst=True)
_INHOUD = Sleutel("inhoud", Shape.NAMEN, lijst=True)
_PLAATSEN = Sleutel("plaatsen", Shape.GETAL)
_LOKAAL = Sleutel("lokaal", Shape.TEKST)

_HERKOMST = (_BRON, _GECONTROLEERD, _GELEZEN, _AFGELEID, _OPMERKING)
_WANNEER = (_LEERJAAR, _PERIODEN)
_KLEUR = (_COMPETENTIES, _KENMERKEN, _INHOUD)
_VOOR_WIE = (_LEERWEGEN, _PROGRAMMA)

_EENHEID = _sleutels(
    Sleutel("CE", Shape.LEERWEGEN),
    Sleutel("SE", Shape.LEERWEGEN),
    Sleutel("ook SE", Shape.LEERWEGEN),
    Sleutel("deels CE", Shape.LEERWEGEN),
    Sleutel("toetsing", Shape.WOORD, ("onbekend",)),
    Sleutel("leerwegen", Shape.LEERWEGEN),
    Sleutel("keuze", Shape.JA_NEE),
    Sleutel("sectordeel", Shape.TEKST),
    *_HERKOMST,
    *_KLEUR,
    *_WANNEER,
    _GELDIG,
    _EERDER,
    _PLAATSEN,
)
_DEEL = (*_KLEUR, *_WANNEER, _PLAATSEN, _LOKAAL, _LEERWEGEN, _OPMERKING)
_REGEL = _sleutels(
    Sleutel("omdat", Shape.TEKST),
    Sleutel("gezag", Shape.WOORD, GEZAG),
    Sleutel("status", Shape.WOORD, STATUS),
    *_HERKOMST,
    Sleutel("vindplaats", Shape.TEKSTEN, lijst=True),
    _GELDIG,
    *_VOOR_WIE,
    _LEERJAAR,
    Sleutel("doel", Shape.NAMEN, lijst=True),
    Sleutel("schooljaar", Shape.SCHOOLJAREN),
    Sleutel("neemt over", Shape.REGELS, lijst=True),
    _EERDER,
)
_ROUTE = (
    Sleutel("doel", Shape.TEKST),
    Sleutel("interesses", Shape.NAMEN, lijst=True),
    Sleutel("liever niet", Shape.NAMEN, lijst=True),
    Sleutel("afgerond", Shape.KEUZES, lijst=True),
    Sleutel("schooljaar", Shape.SCHOOLJAAR),
    _OPMERKING,
)
_TOP: tuple[str, ...] = ()

_BLOKKEN = (
    Blok("gebruik", "gebruik", _TOP, _sleutels()),
    Blok(
        "programma",
        "programma",
        _TOP,
        _sleutels(
            _nodig(Sleutel("soort", Shape.WOORD, SOORTEN_PROGRAMMA)),
            Sleutel("sector", Shape.NAMEN, SECTOREN, lijst=True),
            Sleutel("volledig", Shape.JA_NEE),
            _GELDIG,
            _LEERWEGEN,
            *_HERKOMST,
            _EERDER,
        ),
    ),
    Blok(
        "uitstroomprofiel",
        "uitstroomprofiel",
        ("programma",),
        _sleutels(_nodig(Sleutel("eenheden", Shape.CODES, lijst=True)), _LEERWEGEN, *_HERKOMST),
    ),
    Blok("eenheid", "eenheid", ("programma",), _EENHEID),
    Blok("module", "module", ("programma",), _EENHEID),
    Blok("keuzevak", "keuzevak", ("programma", ""), _EENHEID),
    Blok("deeltaak", "deeltaak", ("eenheid", "module", "keuzevak"), _sleutels(*_HERKOMST)),
    Blok("eindterm", "eindterm", ("deeltaak", "eenheid", "module", "keuzevak"), _sleutels(*_HERKOMST)),
    Blok(
        "school",
        "school",
        _TOP,
        _sleutels(
            _nodig(Sleutel("schooljaar", Shape.SCHOOLJAAR)),
            _nodig(Sleutel("biedt aan", Shape.PROGRAMMAS, lijst=True)),
            _nodig(Sleutel("leerwegen", Shape.LEERWEGEN, lijst=True)),
            Sleutel("keuzevakken", Shape.CODES, lijst=True),
            Sleutel("leerjaren", Shape.GETALLEN, lijst=True),
            Sleutel("perioden", Shape.GETAL),
            Sleutel("weken per periode", Shape.GETAL),
            Sleutel("lesuur", Shape.DUUR),
            Sleutel("lesuren per week", Shape.GETAL),
            _OPMERKING,
        ),
    ),
    Blok("invulling", "invulling", _TOP, _sleutels(*_KLEUR, _OPMERKING)),
    Blok(
        "verkennend_deel",
        "verkennend deel",
        ("invulling",),
        _sleutels(Sleutel("dekt", Shape.CODES, lijst=True), *_DEEL),
    ),
    Blok("verdiepend_deel", "verdiepend deel", ("invulling",), _sleutels(*_DEEL, _EERDER)),
    Blok("keuzemodule", "keuzemodule", _TOP, _sleutels(*_DEEL, _PROGRAMMA, _EERDER)),
    Blok(
        "stage",
        "stage",
        _TOP,
        _sleutels(_nodig(Sleutel("soort", Shape.WOORD, SOORTEN_STAGE)), *_DEEL, _PROGRAMMA, _EERDER),
    ),
    Blok(
        "activiteit",
        "activiteit",
        _TOP,
        _sleutels(
            _nodig(Sleutel("soort", Shape.WOORD, SOORTEN_ACTIVITEIT)),
            Sleutel("vak", Shape.NAMEN),
            *_DEEL,
            _PROGRAMMA,
            _EERDER,
        ),
    ),
    Blok(
        "doel",
        "doel",
        _TOP,
        _sleutels(
            _nodig(Sleutel("soort", Shape.WOORD, SOORTEN_DOEL)),
            Sleutel("niveau", Shape.GETAL),
            Sleutel("crebo", Shape.GETALLEN),
            Sleutel("past bij", Shape.CODES, lijst=True),
            _KENMERKEN,
            *_HERKOMST,
            _EERDER,
        ),
    ),
    Blok(
        "groep",
        "groep",
        _TOP,
        _sleutels(_nodig(Sleutel("bevat", Shape.KEUZES, lijst=True)), _OPMERKING, _EERDER),
    ),
    Blok(
        "verbreding",
        "verbreding",
        _TOP,
        _sleutels(
            *_VOOR_WIE,
            _nodig(Sleutel("uit", Shape.CODES, lijst=True)),
            Sleutel("ook verdiepend", Shape.JA_NEE),
            _LEERJAAR,
            _OPMERKING,
        ),
    ),
    Blok("regel", "regel", _TOP, _REGEL, "regel"),
    Blok("advies", "advies", _TOP, _REGEL, "regel"),
    Blok(
        "ontheffing",
        "ontheffing",
        _TOP,
        _sleutels(
            _nodig(Sleutel("reden", Shape.TEKST)),
            _nodig(Sleutel("door", Shape.TEKST)),
            Sleutel("tot", Shape.DATUM),
            _OPMERKING,
        ),
    ),
    Blok("route", "route", _TOP, _sleutels(*_ROUTE, _EERDER), "route"),
    Blok("voorbeeld", "voorbeeld", _TOP, _sleutels(*_ROUTE), "voorbeeld"),
)

BLOKKEN: Mapping[str, Blok] = MappingProxyType({blok.soort: blok for blok in _BLOKKEN})

# Other ways people write a property; the formatter writes the name that the list above has.
ANDERE_SLEUTELS: Mapping[str, str] = MappingProxyType(
    {
        "leerweg": "leerwegen",
        "programma's": "programma",
        "periode": "perioden",
        "competentie": "competenties",
        "kenmerk": "kenmerken",
        "interesse": "interesses",
        "opmerkingen": "opmerking",
        "eenheid": "eenheden",
    }
)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return the form in which words and names compare: NFC, casefold, one kind of apostrophe and space."""
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("’", "'").split())


SLEUTELS: frozenset[str] = frozenset(
    {fold(name) for blok in _BLOKKEN for name in blok.sleutels} | set(ANDERE_SLEUTELS)
)
"""Every property of any block, folded."""


@lru_cache(maxsize=1 << 12)
def sleutel_van(blok: str, naam: str) -> Sleutel | None:
    """Return the property that a block takes under this name, however it is written."""
    sleutels = BLOKKEN[blok].sleutels
    folded = fold(naam)
    for known in (naam, folded, ANDERE_SLEUTELS.get(folded, "")):
        if known in sleutels:
            return sleutels[known]
    if folded == "leerjaren" and "leerjaar" in sleutels:
        return sleutels["leerjaar"]
    return next((sleutel for sleutel in sleutels.values() if fold(sleutel.naam) == folded), None)
