"""The one spelling of each word: of what the language knows several ways to write, one is chosen.

Names are the author's: programmes, groups, rules and words of their own stay as written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from routeplanner.language.vocabulary import LEERWEGEN, Shape, Sleutel, fold


class Word(NamedTuple):
    """A token and what its spelling depends on."""

    kind: str
    """The name of its terminal."""
    text: str
    rule: str
    last: bool = False
    """Whether it is the last separator of its list."""


ONE_OF = "één van"
"""Stands for the rule of a list of which one is enough: `met kenmerk a, b`."""
SEPARATORS = frozenset({"KOMMA", "EN"})
# The letter in '3a' too: official codes have `ITI/3a` as well as `EC/K/4B`.
_AS_WRITTEN = frozenset({"INT", "DECIMAAL", "DATUM", "NUMMERLETTER"})
_LISTS = frozenset(
    {
        Shape.TEKSTEN,
        Shape.NAMEN,
        Shape.LEERWEGEN,
        Shape.CODES,
        Shape.KEUZES,
        Shape.PROGRAMMAS,
        Shape.GETALLEN,
        Shape.REGELS,
    }
)
_OF_CODES = frozenset({Shape.CODES, Shape.KEUZES})
_OF_TIME = frozenset({Shape.SCHOOLJAAR, Shape.SCHOOLJAREN})
_OF_NUMBERS = _OF_TIME | {Shape.DATUM, Shape.DATUMS, Shape.DUUR, Shape.GETAL, Shape.GETALLEN, Shape.JA_NEE}
# What a list of codes may hold besides codes.
_NAMED = frozenset({"keuzemodule", "keuzevak", "module", "stage", "activiteit", "doel", "groep"})
_THINGS = _NAMED | {"de", "het", "verkennend", "deel", "verdieping", "van", "uit"}
_BEFORE_A_NAME = frozenset({"uit", "groep"})
_PROGRAMME_NAMES = frozenset({"programma", "volgt", "herkomst"})
_FIXED_WORDS = frozenset({"grootheid", "per", "met", "elders", "verwacht_oordeel"})

Spell = Callable[[Word, Word, Sleutel | None], str]


def spelled(word: Word, previous: Word, sleutel: Sleutel | None) -> str:
    """Return a word in its one spelling, given the word before it and the property that the line gives."""
    spell = _SPELLINGS.get(word.kind)
    if spell is not None:
        return spell(word, previous, sleutel)
    # all other terminals are one keyword, and bear its name
    return word.text if word.kind in _AS_WRITTEN else word.kind.lower()


def _fixed(text: str) -> Spell:
    return lambda _word, _previous, _sleutel: text


def _string(word: Word, _previous: Word, _sleutel: Sleutel | None) -> str:
    # typographic quotes cannot hold a straight one, so this never ends a text early
    return f'"{word.text[1:-1]}"'


def _separator(word: Word, previous: Word, sleutel: Sleutel | None) -> str:
    """Commas between the values of a property; in a sentence `en` before the last of a list that means all of it."""
    if word.rule == ONE_OF:
        return ","
    if word.rule != "eigenschap":
        return "en" if word.last else ","
    return "en" if word.kind == "EN" and _is_one_value(previous, sleutel) else ","


def _is_one_value(previous: Word, sleutel: Sleutel | None) -> bool:
    """Tell whether `en` after a word may mean one value: `zorg en welzijn`, `natuur- en scheikunde`."""
    if sleutel is None or sleutel.shape not in _LISTS:
        return True
    # and a comma after '2,5' would make other numbers of it
    number = previous.kind == "DECIMAAL"
    return number or previous.text.endswith("-") or any(" en " in woord for woord in sleutel.woorden)


def _key(word: Word, _previous: Word, sleutel: Sleutel | None) -> str:
    # a property of other blocks stays as written, but for its spaces
    return sleutel.naam if sleutel else _composed(" ".join(word.text.split()))


def _plain_word(word: Word, previous: Word, sleutel: Sleutel | None) -> str:
    if word.rule in _FIXED_WORDS:
        return _composed(word.text.lower())
    if previous.kind == "LEERWEG":
        return _leerweg(word.text)
    if word.rule == "waarde" and sleutel is not None:
        return _value(word.text, previous.text, sleutel)
    return _composed(word.text)


def _value(text: str, previous: str, sleutel: Sleutel) -> str:
    """Return a word of a value: a word of the language in its one spelling, a name as written."""
    if sleutel.shape is Shape.LEERWEGEN:
        return _leerweg(text)
    if sleutel.shape in _OF_NUMBERS:
        return _composed(text.lower())
    if sleutel.shape in _OF_CODES:
        is_name = fold(text) not in _THINGS or fold(previous) in _BEFORE_A_NAME
        return _composed(text) if is_name else fold(text)
    known = {fold(part): part for woord in sleutel.woorden for part in woord.split()}
    return known.get(fold(text), _composed(text))


def _leerweg(text: str) -> str:
    return text.upper() if text.upper() in LEERWEGEN else _composed(text)


def _code(word: Word, previous: Word, sleutel: Sleutel | None) -> str:
    """Return a code in capitals; the letter after a number as written: `ITI/2a` but `EC/K/4B`."""
    if not _is_code(word, previous, sleutel):
        return word.text
    return _CAPITALS.sub(lambda match: match[0].upper(), word.text)


_CAPITALS = re.compile(r"\b[A-Za-z][A-Za-z0-9]*")


def _is_code(word: Word, previous: Word, sleutel: Sleutel | None) -> bool:
    """Tell whether what looks like a code is one: `auto/motor` may well be someone's interest."""
    if word.rule == "waarde":
        of_codes = sleutel is not None and sleutel.shape in _OF_CODES and fold(previous.text) != "uit"
        return of_codes and word.text.isascii()
    return word.rule not in _PROGRAMME_NAMES and word.text.isascii()


def _schooljaar(word: Word, _previous: Word, sleutel: Sleutel | None) -> str:
    of_time = sleutel is not None and sleutel.shape in _OF_TIME
    return word.text.replace("/", "-") if of_time else word.text


def _telwoord(word: Word, _previous: Word, _sleutel: Sleutel | None) -> str:
    folded = fold(word.text)
    return "één" if folded == "een" else folded


def _uur(word: Word, _previous: Word, _sleutel: Sleutel | None) -> str:
    # a klokuur is an uur; a lesuur is the school's own, another length
    return "lesuur" if fold(word.text).startswith("les") else "uur"


def _weken(_week: Word, previous: Word, _sleutel: Sleutel | None) -> str:
    one = fold(previous.text).lstrip("0") in {"1", "één", "een"}
    return "week" if one else "weken"


def _voor(word: Word, _previous: Word, _sleutel: Sleutel | None) -> str:
    return "voor" if word.rule == "ontheffing" else "vóór"


def _elders(word: Word, _previous: Word, _sleutel: Sleutel | None) -> str:
    # 'een ander programma', 'een andere leerweg': which is right depends on the noun
    return "uit een andere" if fold(word.text).endswith("e") else "uit een ander"


_SPELLINGS: Mapping[str, Spell] = MappingProxyType(
    {
        "STRING": _string,
        "KOMMA": _separator,
        "EN": _separator,
        "SLEUTEL": _key,
        "WOORD": _plain_word,
        "CODE": _code,
        "SCHOOLJAAR": _schooljaar,
        "TELWOORD": _telwoord,
        "UUR": _uur,
        "WEKEN": _weken,
        "VOOR": _voor,
        "UIT_EEN_ANDER": _elders,
        "VERKENNEND_DEEL": _fixed("verkennend deel"),
        "TM": _fixed("t/m"),
        "UIT_EN": _fixed("uit EN"),
        "DUBBELE_PUNT": _fixed(":"),
        "LPAR": _fixed("("),
        "RPAR": _fixed(")"),
        "LIDWOORD": lambda word, _previous, _sleutel: word.text.lower(),
    }
)

# As in the grammar: a word that could only be composed into something else stays as it is.
_PLAIN = re.compile(r"[^\W\d_][\w\u0300-\u036f'’\-&]*(?: [^\W\d_][\w\u0300-\u036f'’\-]*)*")


def _composed(text: str) -> str:
    """Return the words in composed letters (NFC)."""
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    return composed if _PLAIN.fullmatch(composed) else text
