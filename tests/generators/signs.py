"""The smallest pieces of a generated text: how the formatter must write each, and how people may write it.

Shares nothing with the formatter but the language: what is the same word is said here once more.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from random import Random
from typing import NamedTuple


class Sign(NamedTuple):
    """One word, name, code, number or mark."""

    neat: str
    """As the formatter must write it."""
    others: tuple[str, ...] = ()
    """Other ways to write it that mean the same."""
    care: str = "exact"
    """What else may differ: `case`, `letters` (composed or not), `quotes`, or nothing (`exact`)."""


def keyword(neat: str, *others: str) -> Sign:
    return Sign(neat, others, "case")


def name(neat: str) -> Sign:
    """A word of the author's own."""
    return Sign(neat, (), "letters")


def text(content: str) -> Sign:
    return Sign(f'"{content}"', (), "quotes")


def exact(neat: str) -> Sign:
    return Sign(neat)


COMMA = Sign(",", ("en",), "case")
LAST = Sign("en", (",",), "case")
COLON = exact(":")

MINSTENS = keyword("minstens", "ten minste", "tenminste", "minimaal")
HOOGSTENS = keyword("hoogstens", "ten hoogste", "tenhoogste", "maximaal")
PRECIES = keyword("precies", "exact")
UUR = keyword("uur", "uren", "klokuur", "klokuren")
LESUUR = keyword("lesuur", "lesuren")
WEKEN = keyword("weken", "week")
WEEK = keyword("week", "weken")
EEN = keyword("één", "een", "e\u0301e\u0301n")
VOOR_IN_TIJD = keyword("vóór", "voor", "vóor", "voór", "vo\u0301o\u0301r")
VOOR_ROUTE = keyword("voor", "vóór")
VERKENNEND_DEEL = keyword("verkennend deel", "verkennende deel", "verkennend delen", "verkennende delen")

SYNONYMS = (
    *(MINSTENS, HOOGSTENS, PRECIES, UUR, LESUUR, WEKEN, WEEK, EEN),
    *(VOOR_IN_TIJD, VOOR_ROUTE, VERKENNEND_DEEL),
)

KEYS = {
    "leerwegen": ("leerweg",),
    "programma": ("programma's", "programma’s"),
    "perioden": ("periode",),
    "competenties": ("competentie",),
    "kenmerken": ("kenmerk",),
    "interesses": ("interesse",),
    "opmerking": ("opmerkingen",),
    "eenheden": ("eenheid",),
    "leerjaar": ("leerjaren",),
}
"""Other ways to write the name of a property."""

TELWOORDEN = tuple(
    keyword(word)
    for word in ("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
)

# A code, and how careless people write it; the letter after a number is the author's.
CODES = tuple(
    Sign(neat, (careless,))
    for neat, careless in (
        ("HV/K/9", "hv/k/9"),
        ("VT/K/12", "Vt/K/12"),
        ("HA/K/4", "ha/K/4"),
        ("B/K/3", "b/k/3"),
        ("K/EO/01", "k/eo/01"),
        ("P/MET/02", "p/met/02"),
        ("NASK1/V/2", "nask1/v/2"),
        ("T&L/K/6", "t&l/k/6"),
        ("TGL/I/1", "tgl/i/1"),
        ("GS/V/10", "gs/V/10"),
    )
)
ODD_CODES = (
    Sign("ITI/2a", ("iti/2a",)),
    Sign("EC/K/4B", ("ec/k/4B",)),
    Sign("K/EO/03/1.1", ("k/eo/03/1.1",)),
    Sign("P/BWI/01/01-02", ("p/bwi/01/01-02",)),
    Sign("EC/K/5a.2b", ("ec/k/5a.2b",)),
)
"""Codes that no range starts from."""

LEERWEGEN = tuple(map(keyword, ("BB", "KB", "GL", "TL")))
# Some are words of the language too. `uit EN` can only stand in a sentence: in a list `en` parts two values.
PROGRAMMES = tuple(map(exact, ("VT", "timmeren", "bouw-breed", "T&L", "MET", "Timmeren", "TGL/x", "EN")))
WORDS = tuple(
    map(
        name,
        (
            *("verkoop", "elektronica", "auto's", "auto’s", "T&L", "oriëntatie", "één-module-per-periode"),
            *("Klepsturing", "vier-modules", "maatwerk-max", "crème", "voertuigen", "week", "uren"),
        ),
    )
)
TEXTS = (
    *("Lassen", "Je eigen bedrijf starten", "CAD: plattegrond in 3D", "Het veiligheidscertificaat (VCA)"),
    *("Oriënterende stage", "a # b", "t/m, en/of", "“krullen” in een tekst", "laag „zo", "Gm3"),
    *("twee  spaties", "\ttab", "e\u0301e\u0301n", "harde\u00a0spatie", "", " ", "regel x: 'y'"),
    *("10 % & meer <b>", "ﬁn 🚲"),
)
COMMENTS = (
    *("# zie de gids", "#kort", "#", '# met "tekst" en “krullen”', "# regel x", "## kop ##", "#\tna een tab"),
    *("# HV/K/9 , 10", "# e\u0301 en é", "#   ingesprongen", "# https://voorbeeld.nl/#a"),
)

GAPS = (" ", " ", " ", "  ", "\t", "\u00a0", "\u202f", " \t ")


def loose(sign: Sign, rng: Random) -> str:
    """Return a sign as someone might write it."""
    written = rng.choice((sign.neat, *sign.others))
    if sign.care == "quotes":
        return _quoted(sign.neat[1:-1], rng)
    if sign.care == "case":
        written = " ".join(written.split(" "))
        written = rng.choice((str, str, str.upper, str.capitalize, str.lower, str.title))(written)
        written = "".join(rng.choice(GAPS) if sign_ == " " else sign_ for sign_ in written)
    if sign.care in ("case", "letters") and rng.random() < 0.1:
        return unicodedata.normalize("NFD", written)
    return written


def _quoted(content: str, rng: Random) -> str:
    first, last = rng.choice(('""', '""', "“”", "„”", '“"', "„“", "””"))
    if first != '"' and any(mark in content for mark in "“”"):
        first = last = '"'
    return f"{first}{content}{last}"


def neat(signs: Sequence[Sign]) -> str:
    """Return a line as the formatter must write it."""
    line = ""
    for sign in signs:
        tight = not line or sign.neat in {",", ":"}
        line += sign.neat if tight else f" {sign.neat}"
    return line


def careless(signs: Sequence[Sign], rng: Random) -> str:
    """Return a line as someone might write it."""
    line = ""
    for sign in signs:
        written = loose(sign, rng)
        may_touch = not line or line[-1] in ',:)"“”' or written[0] in ',:("“„”'
        line += ("" if may_touch and rng.random() < 0.4 else rng.choice(GAPS) if line else "") + written
    return line
