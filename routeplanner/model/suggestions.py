"""What was meant by a name that nothing has: said only where it is probable, and right in that place."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from routeplanner.language.official import Home, head_of, homes_of_code, homes_of_programme
from routeplanner.language.quoting import quoted_as
from routeplanner.language.spelling import near_of, nearest_of, slips
from routeplanner.language.vocabulary import fold
from routeplanner.text.diagnostic import Fix, Say, say
from routeplanner.text.source import Span

MAX_SHOWN = 6
_MAX_COMPARED = 1_000_000
"""Known names that unknown ones are held against: after that no name gets a hint any more."""
_SHORT = 3
"""A word no longer than this is no part of another, as `jaar` is of `leerjaar`."""
_MAX_SLIPS = 2
"""In a code."""


class Suggestions:
    """Finds what was meant, and compares no more than a text of any size can bear."""

    def __init__(self) -> None:
        self._compared = 0

    def may_compare(self, count: int) -> bool:
        """Tell whether a name may be held against this many more."""
        self._compared += count
        return self._compared <= _MAX_COMPARED

    def name(self, word: str, known: Collection[str]) -> str | None:
        """Return the one known name that is near."""
        return nearest_of(word, known) if self.may_compare(len(known)) else None

    @staticmethod
    def code(code: str, known: Iterable[str]) -> str | None:
        """Return the one known code that is nearest; where several are as near it is a guess, and None."""
        codes = {fold(other): other for other in known}
        near = process.extract(
            fold(code), list(codes), scorer=OSA.distance, score_cutoff=_MAX_SLIPS, limit=None
        )
        likely = [(other, distance) for other, distance, _ in near if _same_head(fold(code), other)]
        best = min((distance for _, distance in likely), default=0)
        nearest = [other for other, distance in likely if distance == best]
        return codes[nearest[0]] if len(nearest) == 1 else None


def _same_head(code: str, other: str) -> bool:
    """Tell whether two codes are of one programme but for a slip in it: HV/K/9 is no slip of VT/K/9."""
    mine, theirs = head_of(code).split("/"), head_of(other).split("/")
    if len(mine[0]) == 1 and mine[0] != theirs[0]:
        return False  # K/EO/01 is a keuzevak and P/EO/01 a module: both may well be meant
    return len(mine) != len(theirs) or all(
        slips(one, two) is not None for one, two in zip(mine, theirs, strict=True)
    )


# ---- a text that is not used


class Loaded(NamedTuple):
    """The programmes that are there, and how the codes of their units start; all folded."""

    programmas: Collection[str]
    heads: Collection[str]

    def of_code(self, code: str) -> Say | None:
        """Return the `gebruik` that is missing, where units with such a code are in a bundled text only."""
        head = head_of(fold(code))
        return self._missing(homes_of_code(code)) if head and head not in self.heads else None

    def of_programme(self, name: str) -> Say | None:
        """Return the `gebruik` of a programme that is in a bundled text only."""
        return self._missing(homes_of_programme(name))

    def starts_like(self, code: str) -> bool:
        """Tell whether some unit has a code of the same programme, as far as the code shows."""
        first, slash, _ = fold(code).partition("/")
        return not slash or any(head == first or head.startswith(f"{first}/") for head in self.heads)

    def _missing(self, homes: Iterable[Home]) -> Say | None:
        paths = {home.path for home in homes if home.programma not in self.programmas}
        if len(paths) == 1:
            return say("gebruik-dit", path=paths.pop())
        return say("gebruik-mist") if paths else None


# ---- help and fix


def hint(nearest: str | None, span: Span, *, quoted: bool = False) -> dict[str, Any]:
    """Return the help and fix of a name that was meant."""
    if nearest is None:
        return {}
    text = f'"{nearest}"' if quoted else quoted_as(span.text, nearest)
    return {"help": say("bedoelde-je", text=nearest), "fixes": [Fix(span, text)]}


def hint_of(word: str, words: Collection[str], span: Span) -> dict[str, Any]:
    """Return the help and fix for a word that is not in a list: those that are near, or all of it."""
    longer = tuple(known for known in words if len(word) > _SHORT and fold(known).endswith(fold(word)))
    near = tuple(near_of(word, words) or longer or words)
    if len(near) == 1:
        return hint(near[0], span)
    return {"help": say("kies-uit", words=listed(near, most=len(near)))}


def listed(names: Iterable[str], most: int = MAX_SHOWN) -> str:
    """Return the first names of a list, each in backticks."""
    return ", ".join(f"`{name}`" for name in list(names)[:most])
