"""How wide a text will be, estimated: nobody knows which font the reader has."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WIDTHS = {
    **dict.fromkeys("ijl'’|", 0.24),
    **dict.fromkeys(" fIt.,:;!/", 0.3),
    **dict.fromkeys('r()[]-"“”', 0.36),
    **dict.fromkeys("cksvxyzJ", 0.53),
    **dict.fromkeys("mwMW@%…→", 1.0),
}
"""In em: those of Helvetica and Arial, a little on the wide side."""
_UPPER, _LOWER, _WIDE, _OTHER = 0.73, 0.58, 1.1, 0.8
_BOLD = 1.07
"""How much wider bold is."""
_VOWELS = "aeiouyàáäèéëïíöóüú"
_CONSONANT = re.compile(r"[b-df-hj-np-tv-xz]")
_ONE_SOUND = ("ch", "sh", "ph", "th", "ij", "qu")
"""Letters that stay together."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is about, in the unit of its size; rather too wide than too narrow."""
    return sum(map(_em, text)) * size * (_BOLD if bold else 1)


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return a text that fits, with `…` at its end where not all of it did."""
    left, full = room - width("…", size, bold=bold), room
    end = 0
    for at, sign in enumerate(text):
        taken = width(sign, size, bold=bold)
        left, full = left - taken, full - taken
        if full < 0:
            return text[:end].rstrip() + "…"
        if left >= 0:
            end = at + 1
    return text


@lru_cache(4096)  # a figure is drawn after every click, with nearly the same texts
def wrapped(text: str, room: float, size: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """Return a text in lines that fit, at most so many; the last ends in `…` where not all of it did."""
    lines: list[str] = []
    rest = _words(text)
    while rest and len(lines) < most - 1:
        count = _fitting(rest, room, size, bold=bold)
        line = "".join(rest[:count]).strip()
        rest = rest[count:]
        if width(line, size, bold=bold) > room:  # one long word
            line, left = _broken(line, room, size, bold=bold)
            space = " " if rest and not left.endswith(("-", "/")) else ""
            rest = [f"{left}{space}", *rest] if left else rest
        lines.append(cut(line, room, size, bold=bold))
    if rest:
        lines.append(cut("".join(rest).strip(), room, size, bold=bold))
    return tuple(lines)


def _words(text: str) -> list[str]:
    """Return the pieces between which a text can be broken: after a space or `-`, or a word and `/` (no code)."""
    return (
        re.split(r"(?:(?<=[ -])|(?<=\w{4}/))(?=[^ /,.;:)-])", " ".join(text.split())) if text.strip() else []
    )


def _fitting(words: list[str], room: float, size: float, *, bold: bool) -> int:
    """Return how many of these words fit on a line; at least one."""
    left = room
    for count, word in enumerate(words):
        if width(word.rstrip(), size, bold=bold) > left:
            return max(count, 1)
        left -= width(word, size, bold=bold)
    return len(words)


def _broken(word: str, room: float, size: float, *, bold: bool) -> tuple[str, str]:
    """Return a long word in two, the first as long as fits; all of it where it can be broken nowhere."""
    fitting = [at for at in _breaks(word) if width(f"{word[:at]}-", size, bold=bold) <= room]
    return (f"{word[: fitting[-1]]}-", word[fitting[-1] :]) if fitting else (word, "")


def _breaks(word: str) -> list[int]:
    """Return where a Dutch word may be broken: before a consonant that starts a syllable."""
    low = word.casefold()
    return [
        at
        for at in range(3, len(low) - 2)
        if _CONSONANT.match(low[at]) and low[at + 1] in _VOWELS and low[at - 1 : at + 1] not in _ONE_SOUND
    ]


@lru_cache(2048)
def _em(sign: str) -> float:
    known = _WIDTHS.get(sign)
    if known is not None:
        return known
    if unicodedata.category(sign).startswith("M"):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return _WIDE
    if sign.isupper():
        return _UPPER
    return _LOWER if sign.islower() or sign.isdecimal() else _OTHER
