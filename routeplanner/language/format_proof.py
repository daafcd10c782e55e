"""The proof that a text in another layout says the same: nothing is written without it.

Shares no code with the formatter. It reads both texts with the parser of the language and compares
what came out of it twice: word by word with the comments between, and as blocks. Two words are the
same here where the language says so (`ten minste` and `minstens`), and only there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import zip_longest
from types import MappingProxyType
from typing import TypeAlias

from routeplanner.language.parsing import Token, parser
from routeplanner.language.reading import Reading
from routeplanner.language.syntax import Atom, Block, Grootheid, Omvang
from routeplanner.language.vocabulary import ANDERE_SLEUTELS, fold
from routeplanner.text.source import Source, Span

Sign: TypeAlias = tuple[str, str]

# White space as the grammar has it.
_SPACE = " \t\u00a0\u202f\ufeff"
ABOUT_LAYOUT = frozenset({"RP311", "RP312"})
"""Codes of findings that another layout takes away."""


def says_the_same(one: Source, its: Reading, other: Source, others: Reading) -> bool:
    """Tell whether two texts have the same words and comments in the same order, and say the same."""
    return _same_words(one, other) and _same_meaning(its, others)


# ---- word by word


def _same_words(one: Source, other: Source) -> bool:
    return all(
        a is not None and b is not None and (a == b or _signs(a) == _signs(b))
        for a, b in zip_longest(_content(one), _content(other))
    )


def _content(source: Source) -> Iterator[str]:
    """Yield the lines that hold anything, without the white space around them."""
    for line in source.lines:
        text = source.text[line.start : line.end].strip(_SPACE)
        if text and not text.isspace():
            yield text


@lru_cache(maxsize=1 << 12)
def _signs(line: str) -> tuple[Sign, ...]:
    """Return what a line holds: every token the parser is fed, and the comment."""
    tokens = list(parser().parse_interactive(line).iter_parse())
    end = (tokens[-1].end_pos or 0) if tokens else 0
    return (*map(_sign, tokens), ("comment", line[end:].lstrip(_SPACE).rstrip()))


def _sign(token: Token) -> Sign:
    """Return a token as the language compares it."""
    compare = _COMPARED.get(token.type)
    if compare is not None:
        return compare(str(token))
    # all other terminals are one keyword: which one is all that there is to know
    return (token.type, "")


def _exact(kind: str) -> Callable[[str], Sign]:
    return lambda text: (kind, text)


def _folded(kind: str) -> Callable[[str], Sign]:
    return lambda text: (kind, _compared(text))


def _compared(text: str) -> str:
    """Return the form in which words compare: NFC and casefold."""
    return unicodedata.normalize("NFC", text).casefold()


def _one_year(text: str) -> str:
    return text.replace("/", "-")


def _one_number(text: str) -> str:
    return _compared(text).replace("één", "een")


def _one_key(folded: str) -> str:
    return "leerjaar" if folded == "leerjaren" else ANDERE_SLEUTELS.get(folded, folded)


_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "uur": "uur",
        "uren": "uur",
        "klokuur": "uur",
        "klokuren": "uur",
        "lesuur": "lesuur",
        "lesuren": "lesuur",
        "week": "weken",
        "weken": "weken",
    }
)
_ATOMS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"schooljaar": _one_year, "telwoord": _one_number}
)
_COMPARED: Mapping[str, Callable[[str], Sign]] = MappingProxyType(
    {
        "STRING": lambda text: ("STRING", text[1:-1]),
        "INT": _exact("INT"),
        "DECIMAAL": _exact("DECIMAAL"),
        "DATUM": _exact("DATUM"),
        "SCHOOLJAAR": lambda text: ("SCHOOLJAAR", _one_year(text)),
        "CODE": _folded("CODE"),
        "NUMMERLETTER": _folded("NUMMERLETTER"),
        "WOORD": _folded("WOORD"),
        "TELWOORD": lambda text: ("TELWOORD", _one_number(text)),
        "UIT_EEN_ANDER": lambda text: ("UIT_EEN_ANDER", fold(text)),
        "SLEUTEL": lambda text: ("SLEUTEL", _one_key(fold(text))),
        # a lesuur has another length than an uur
        "UUR": lambda text: ("UUR", _UNITS[fold(text)]),
        "KOMMA": lambda _text: ("KOMMA", ""),
        "EN": lambda _text: ("KOMMA", ""),
    }
)


# ---- as blocks


def _same_meaning(one: Reading, other: Reading) -> bool:
    return _codes(one) == _codes(other) and _meaning(one.blocks) == _meaning(other.blocks)


def _codes(reading: Reading) -> list[str]:
    return [d.code for d in reading.diagnostics if d.code not in ABOUT_LAYOUT]


def _meaning(said: object) -> object:
    """Return what the parser made of a text, without places; as deep as blocks and sentences nest."""
    if isinstance(said, Atom):
        return _atom(said)
    if isinstance(said, Block):
        return tuple([_meaning(part) for part in (said.kop, said.eigenschappen, said.zinnen, said.kinderen)])
    if isinstance(said, Omvang | Grootheid) and said.maat:
        said = said._replace(maat=_one_unit(said.maat))
    if isinstance(said, tuple | list):
        kind = type(said).__name__
        return (kind, *[_meaning(part) for part in said if not isinstance(part, Span)])
    return said


def _atom(atom: Atom) -> Sign:
    if atom.kind == "tekst":
        return (atom.kind, atom.value)
    compare = _ATOMS.get(atom.kind, _compared)
    return (atom.kind, compare(atom.value))


def _one_unit(maat: Atom) -> Atom:
    return maat._replace(value=_UNITS[fold(maat.value)])
