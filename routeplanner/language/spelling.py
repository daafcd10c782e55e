"""The keywords as people write them, and which word a mistyped one was meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from routeplanner.language.parsing import parser
from routeplanner.language.vocabulary import fold

# ---- words that are alike


class Nearness(NamedTuple):
    """How far a word is from what was meant; the smaller, the likelier."""

    slips: int
    oddity: int
    """Of one slip: 0 two letters swapped or one doubled, 1 a letter left out or another, 2 one too many."""


def nearness(word: str, known: str) -> Nearness | None:
    """Return how near a word is to a known one (both folded), None where it is too far to be a slip."""
    most = 1 if len(known) <= 4 else 2 if len(known) <= 8 else 3  # noqa: PLR2004 - longer words bear more slips
    count = OSA.distance(word, known, score_cutoff=most)
    return Nearness(count, _oddity(word, known) if count == 1 else 1) if count <= most else None


def _oddity(word: str, known: str) -> int:
    if len(word) > len(known):
        doubled = any(word[i] == word[i + 1] and word[:i] + word[i + 1 :] == known for i in range(len(known)))
        return 0 if doubled else 2
    return 0 if len(word) == len(known) and sorted(word) == sorted(known) else 1


def slips(word: str, known: str) -> int | None:
    """Return the number of typing slips between two words, None where it is too many to be a slip."""
    near = nearness(word, known)
    return None if near is None else near.slips


def like(word: str, known: str) -> bool:
    """Tell whether a word is probably this known one, mistyped."""
    return nearness(fold(word), fold(known)) is not None


def near_of(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known words that this one is most likely a slip of: more than one where they are as near."""
    near = [(found, other) for other in known if (found := nearness(fold(word), fold(other))) is not None]
    best = min((found for found, _ in near), default=None)
    return tuple(sorted(other for found, other in near if found == best))


def nearest_of(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that this one is a slip of, if one is nearer than all others."""
    near = near_of(word, known)
    return near[0] if len(near) == 1 else None


def nearest_name(word: str, known: Iterable[str]) -> str | None:
    """Return the name that was meant; of a short one most must be right, as others may well exist."""
    found = nearest_of(word, known)
    if found is None:
        return None
    near = nearness(fold(word), fold(found))
    sure = near is not None and (near.oddity == 0 or near.slips * 3 <= max(len(word), len(found)))
    return found if sure else None


# ---- the keywords


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
    "UUR": ("uur", "uren", "lesuur", "lesuren"),
    "WEKEN": ("weken", "week"),
    "VOOR": ("vóór", "voor"),
    "_LIDWOORD": ("de", "het"),
    "TM": ("t/m",),
    "TELWOORD": (
        *("één", "een", "twee", "drie", "vier", "vijf", "zes"),
        *("zeven", "acht", "negen", "tien", "elf", "twaalf"),
    ),
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
def keyword_set() -> frozenset[str]:
    """Return every keyword of one word."""
    return frozenset(keywords())


def two_words() -> Sequence[str]:
    """Return the keywords of more than one word."""
    return (
        "verkennend deel",
        "verdiepend deel",
        "in plaats van",
        "niet samen met",
        "telt als",
        "uit een ander",
        "ten minste",
        "ten hoogste",
    )


@lru_cache(maxsize=1)
def line_starts() -> frozenset[str]:
    """Return the keywords that a line can start with."""
    state = parser().parse_interactive("").accepts()  # type: ignore[no-untyped-call]
    return frozenset(text for name in state for text in texts().get(name, ()))


def expected_texts(expected: Iterable[str]) -> tuple[str, ...]:
    """Return the keywords and signs that these terminals stand for, as people write them."""
    texts = {text for name in expected if name not in _SAID for text in _texts_of(name)}
    kinds = {_SAID[name] for name in expected if name in _SAID}
    return (*sorted(kinds), *sorted(texts))


def _texts_of(name: str) -> tuple[str, ...]:
    return texts().get(name, ())[:1]


_SAID = {
    "STRING": "…naam",
    "CODE": "…code",
    "INT": "…getal",
    "TELWOORD": "…getal",
    "WOORD": "…woord",
    "KOMMA": "…komma",
    "DUBBELE_PUNT": "…dubbele-punt",
}
