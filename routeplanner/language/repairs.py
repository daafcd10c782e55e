"""The small changes that could make a line readable, each with how likely it is.

Only which changes there are stands here; `mending.py` tries them. A cost has two parts: the kind of
mistake, then what is likelier among mistakes of that kind (mostly: nearer to where the line stops
making sense).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, product

from routeplanner.language.everyday import everyday
from routeplanner.language.plausible import GETELD, STAND_IN
from routeplanner.language.quoting import CLOSING, OPENING, content
from routeplanner.language.repair import PIECE, SPACE, WORD, Edit, Repair, Trouble
from routeplanner.language.signs import wrong_signs
from routeplanner.language.spelling import (
    keyword_set,
    keywords,
    line_starts,
    nearness,
    texts,
    two_words,
)
from routeplanner.language.vocabulary import BLOKKEN, SLEUTELS, fold

# What is likely first; a wrong sign is likelier still. Between these the number of slips or the kind of piece is added.
_SLIP, _FILLER, _PUNCTUATION = 20, 28, 30
_NAME_MISSES, _KEYWORD_MISSES, _UNQUOTED, _MORE_SLIPS, _TOO_MUCH = 38, 40, 44, 50, 70


def repairs(line: str, trouble: Trouble) -> Iterator[Repair]:
    """Yield every small change that could make the line readable, in no order."""
    yield from wrong_signs(line, trouble)
    yield from everyday(line, trouble)
    yield from _keywords(line, trouble)
    yield from _of_more_words(line, trouble)
    yield from _torn(line, trouble)
    yield from _joined(line, trouble)
    yield from _punctuated(line, trouble)
    yield from _inserted(line, trouble)
    yield from _missing(line, trouble)
    yield from _unquoted(line, trouble)
    yield from _deleted(line, trouble)


# ---- words


def _pieces(line: str, trouble: Trouble) -> list[re.Match[str]]:
    """Return the words that may be mistyped: the first of the line, and the last four up to the trouble."""
    words = [m for m in PIECE.finditer(line) if m.start() <= trouble.start and WORD.fullmatch(m[0])]
    return list(dict.fromkeys((*words[:1], *words[-4:])))


def _word_code(line: str, start: int) -> str:
    return "RP104" if line[:start].strip() else "RP101"


def _keywords(line: str, trouble: Trouble) -> Iterator[Repair]:
    """Yield every keyword in the place of a word like it."""
    for piece in _pieces(line, trouble):
        word = fold(piece[0])
        for keyword in keywords():
            near = nearness(word, keyword)
            if near is not None and near.slips:
                cost = _SLIP + near.oddity if near.slips == 1 else _MORE_SLIPS + 10 * (near.slips - 2)
                cost += _KEYWORD_MISSES - _SLIP if word in keyword_set() else 0  # it may well be right
                edit = Edit(piece.start(), piece.end(), keyword)
                yield Repair((cost, trouble.start - piece.start()), _word_code(line, piece.start()), edit)


def _of_more_words(line: str, trouble: Trouble) -> Iterator[Repair]:
    """Yield a keyword of more than one word in the place of as many words, or of fewer, that are like it."""
    pieces = [m for m in WORD.finditer(line) if m.start() <= trouble.end]
    for known in two_words():
        size = known.count(" ") + 1
        for at, count in product(range(len(pieces)), range(1, size + 1)):
            window = pieces[at : at + count]
            start, end = window[0].start(), window[-1].end()
            near = nearness(fold(line[start:end]), known)
            if near is not None and near.slips == 1 and end >= trouble.start and len(window) == count:
                yield Repair((_SLIP + near.oddity, 0), _word_code(line, start), Edit(start, end, known))


def _torn(line: str, trouble: Trouble) -> Iterator[Repair]:
    """Yield a word of the language for two that it was torn into: `keuze module`."""
    next_ = len(line) - len(line[trouble.end :].lstrip(SPACE))  # the trouble may be the first of the two
    words = [m for m in PIECE.finditer(line) if WORD.fullmatch(m[0]) and m.start() <= next_]
    for first, second in pairwise(words):
        whole = fold(first[0] + second[0])
        if whole in keyword_set() | GETELD and line[first.end() : second.start()].isspace():
            edit = Edit(first.start(), second.end(), whole)
            cost = (_SLIP, trouble.start - first.start())
            yield Repair(cost, _word_code(line, first.start()), edit)


def _joined(line: str, trouble: Trouble) -> Iterator[Repair]:
    """Yield two words for one that they were joined to: `inleerjaar`, `nietsamen met`."""
    for piece in _pieces(line, trouble):
        word = piece[0]
        cost = (_SLIP, trouble.start - piece.start())
        code = _word_code(line, piece.start())
        for at in range(2, len(word) - 1):
            first, rest = fold(word[:at]), fold(word[at:])
            if first in keyword_set() and (at > 2 or rest in keyword_set()):  # noqa: PLR2004 - `in`, `en`, `de`
                yield Repair(cost, code, Edit(piece.start(), piece.end(), f"{word[:at]} {word[at:]}"))


# ---- too little


def _punctuated(line: str, trouble: Trouble) -> Iterator[Repair]:
    """Yield a colon or comma that could have stood before the trouble."""
    before = len(line[: trouble.start].rstrip(SPACE))
    if before and "DUBBELE_PUNT" in trouble.expected:
        yield Repair((_PUNCTUATION, 0), "RP105", Edit(before, before, ":"))
    if before and "KOMMA" in trouble.expected and trouble.start < len(content(line)):
        # between two words it is as likely that one of them is too many
        words = WORD.match(line, trouble.start) and WORD.fullmatch(line[:before].rsplit(maxsplit=1)[-1])
        yield Repair((_TOO_MUCH if words else _PUNCTUATION, 0), "RP105", Edit(before, before, ","))
    if "VAN" in trouble.expected and "/" in line[trouble.start : trouble.end]:
        yield Repair((_PUNCTUATION - 1, 0), "RP105", _before(line, trouble, "van"))
    yield from _colon_after_key(line)


def _colon_after_key(line: str) -> Iterator[Repair]:
    """Yield a colon after the words that are the name of a property."""
    words = list(WORD.finditer(line))
    for count in (3, 2, 1):
        if len(words) < count or line[: words[0].start()].strip():
            continue
        end = words[count - 1].end()
        if fold(line[words[0].start() : end]) in SLEUTELS:
            yield Repair((_PUNCTUATION, 3 - count), "RP105", Edit(end, end, ":"))


_SEPARATORS = frozenset({"EN", "OF", "EN_OF", "TM", "KOMMA", "TELWOORD"})


def _inserted(line: str, trouble: Trouble) -> Iterator[Repair]:
    """Yield a keyword that could have stood before the trouble."""
    for terminal in trouble.expected:
        if terminal not in _SEPARATORS:
            # after `uit` comes any name: as likely as that the word there is one too many
            cost = _TOO_MUCH if terminal == "UIT" else _KEYWORD_MISSES
            for text in texts().get(terminal, ())[:1]:
                yield Repair((cost, 0), "RP105", _before(line, trouble, text))
    yield from _inserted_in_front(line, trouble)


def _inserted_in_front(line: str, trouble: Trouble) -> Iterator[Repair]:
    """Yield a word that a line can start with before the first word; a header only where that starts nothing itself."""
    start = len(line) - len(line.lstrip())
    first = PIECE.match(line, start)
    if trouble.start == start or first is None:
        return
    starts_something = fold(first[0]) in line_starts()
    for text in sorted(line_starts()):
        if not (starts_something and text.split()[0] in _HEADERS):
            yield Repair((_KEYWORD_MISSES, 0), "RP105", Edit(start, start, f"{text} "))


_HEADERS = frozenset(blok.kop.split()[0] for blok in BLOKKEN.values())


def _before(line: str, trouble: Trouble, text: str) -> Edit:
    at = trouble.start
    if at < len(content(line)):
        return Edit(at, at, f"{text} ")
    return Edit(at, at, f" {text}")


_STAND_INS = {"WOORD": STAND_IN, "CODE": "X/1", "STRING": '"…"', "INT": "1"}


def _missing(line: str, trouble: Trouble) -> Iterator[Repair]:
    """Yield something in the place of a name, code or number that is missing before the trouble.

    Or before the keyword before it, where that was taken for the name: `verdiept VT/K/9 met in leerjaar 3`.
    """
    for order, (terminal, text) in enumerate(_STAND_INS.items()):
        if terminal in trouble.expected:
            yield Repair((_NAME_MISSES, order), "RP105", _before(line, trouble, text), terminal)
    pieces = [m for m in PIECE.finditer(line, 0, trouble.start) if fold(m[0]) in keyword_set()]
    if pieces and not line[pieces[-1].end() : trouble.start].strip():
        at = pieces[-1].start()
        for order, (terminal, text) in enumerate(_STAND_INS.items()):
            yield Repair((_NAME_MISSES + 1, order), "RP105", Edit(at, at, f"{text} "), terminal)


def _unquoted(line: str, trouble: Trouble) -> Iterator[Repair]:
    """Yield the words at the trouble with quotation marks around them, where a name was expected."""
    if "STRING" not in trouble.expected or not line[: trouble.start].strip():
        return
    for count, piece in enumerate(re.finditer(r"[^\s:,\"“”„]+", line[trouble.start :])):
        end = trouble.start + piece.end()
        edit = Edit(trouble.start, end, f"{OPENING}{line[trouble.start : end]}{CLOSING}")
        yield Repair((_UNQUOTED, count), "RP103", edit)


# ---- too much

_FILLERS = frozenset(
    {
        *("ook", "dan", "maar", "wel", "alle", "alleen", "die", "dat", "deze", "dit", "een", "er"),
        *("nog", "dus", "is", "zijn", "wordt", "moet", "mag", "kan", "graag", "altijd", "nu", "zo"),
        *("hier", "gewoon", "steeds", "toch", "even", "graag", "liefst", "per se"),
    }
)
"""Words that people put in a sentence and that change nothing in it; no denials."""


def _deleted(line: str, trouble: Trouble) -> Iterator[Repair]:
    """Yield the line without a word that stands in the way: there, or in the place of another."""
    pieces = [m for m in PIECE.finditer(line) if m.start() <= trouble.start and not m[0].startswith("#")]
    for piece in pieces[-3:]:
        start, end = _with_space(line, piece)
        word = fold(piece[0])
        doubled = word in (fold(line[:start]).split(" ")[-1], fold(line[end:]).split(" ")[0])
        cost = _FILLER if word in _FILLERS or (doubled and WORD.fullmatch(piece[0])) else _TOO_MUCH
        yield Repair((cost, 0), "RP106", Edit(start, end, ""))


def _with_space(line: str, piece: re.Match[str]) -> tuple[int, int]:
    """Return where a piece starts and ends with the space that goes with it: before it, or after the first word."""
    start = len(line[: piece.start()].rstrip(SPACE))
    if start:
        return start, piece.end()
    return piece.start(), len(line) - len(line[piece.end() :].lstrip(SPACE))
