"""The keywords as people write them, and which word a mistyped one was meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

from routeplanner.language.parsing import parser
from routeplanner.language.vocabulary import fold


def like(word: str, known: str) -> bool:
    """Tell whether a word is probably this known one, mistyped."""
    return slips(fold(word), fold(known)) is not None


def slips(word: str, known: str) -> int | None:
    """Return the number of typing slips between two words, None where it is too many to be a slip."""
    most = 1 if len(known) <= 4 else 2 if len(known) <= 8 else 3  # noqa: PLR2004 - longer words bear more slips
    count = OSA.distance(word, known, score_cutoff=most)
    return count if count <= most else None


def nearest_of(word: str, known: tuple[str, ...]) -> str | None:
    """Return the known word that this one is a slip of, if one is nearer than all others."""
    near = sorted((OSA.distance(fold(word), fold(other)), other) for other in known if like(word, other))
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return near[0][1]


@lru_cache(maxsize=1)
def texts() -> dict[str, tuple[str, ...]]:
    """Return the keyword of each terminal that is one, as people write it, the usual one first."""
    words = {terminal.name: _keyword_of(terminal.pattern.value) for terminal in parser().terminals}
    return {name: (word,) for name, word in words.items() if word} | _WRITTEN


_WRITTEN = {
    "VERKENNEND_DEEL": ("verkennend deel",),
    "UIT_EEN_ANDER": ("uit een ander",),
    "MINSTENS": ("minstens", "ten minste", "minimaal"),
    "HOOGSTENS": ("hoogstens", "ten hoogste", "maximaal"),
    "PRECIES": ("precies", "exact"),
    "UUR": ("uur", "uren"),
    "WEKEN": ("weken", "week"),
    "VOOR": ("vóór",),
    "_LIDWOORD": ("de", "het"),
    "TM": ("t/m",),
}


def _keyword_of(pattern: str) -> str:
    """Return the one word that a terminal stands for, or nothing."""
    match = re.match(r"\(\?i:([a-z]+)\)", pattern)
    return match[1] if match else ""


@lru_cache(maxsize=1)
def keywords() -> tuple[str, ...]:
    """Return every keyword of one word, in a fixed order."""
    words = {word for texts in texts().values() for word in texts if " " not in word and "/" not in word}
    return tuple(sorted(words))


@lru_cache(maxsize=1)
def two_words() -> tuple[str, ...]:
    """Return the keywords of more than one word."""
    return (
        "verkennend deel",
        "verdiepend deel",
        "in plaats van",
        "niet samen met",
        "telt als",
        "uit een ander",
    )


@lru_cache(maxsize=1)
def line_starts() -> frozenset[str]:
    """Return the keywords that a line can start with."""
    state = parser().parse_interactive("").accepts()  # type: ignore[no-untyped-call]
    return frozenset(text for name in state for text in texts().get(name, ()))


def expected_texts(expected: Iterable[str]) -> tuple[str, ...]:
    """Return the keywords and signs that these terminals stand for, as people write them."""
    written = {text for name in expected for text in texts().get(name, ())[:1]}
    kinds = {_SAID[name] for name in expected if name in _SAID}
    return (*sorted(kinds), *sorted(written))


_SAID = {
    "STRING": "…naam",
    "CODE": "…code",
    "INT": "…getal",
    "WOORD": "…woord",
    "KOMMA": "…komma",
    "DUBBELE_PUNT": "…dubbele-punt",
}
