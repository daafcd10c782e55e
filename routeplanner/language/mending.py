"""A line that cannot be read: find the one small change after which it can, and say it.

The change is tried on the parser before anyone is told: a hint is always a text that reads. The
mended line also keeps its place in the structure, so that one mistake is one message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from routeplanner.language.parsing import (
    Node,
    UnexpectedCharacters,
    UnexpectedInput,
    UnexpectedToken,
    parse,
)
from routeplanner.language.plausible import Context, plausible
from routeplanner.language.quoting import MARKS, OPENING, content, is_open, places_for_mark, straightened
from routeplanner.language.repair import PIECE, Edit, Repair, Trouble
from routeplanner.language.repairs import repairs
from routeplanner.language.spelling import line_starts, near_of, slips
from routeplanner.language.vocabulary import SLEUTELS, fold

__all__ = [
    "MAX_LINE",
    "Budget",
    "Edit",
    "Mend",
    "Trouble",
    "mend",
    "mend_member",
    "mend_property",
    "trouble_of",
]

MAX_LINE = 1_000
"""A longer line is not read at all (RP111)."""
_MAX_TRIES = 80
"""Changes that are tried on one line."""
_MAX_TRIED = 16_000
"""Characters that are read in trying them: a long line gets fewer tries, not more time."""
MAX_TRIED = 300_000
"""Characters that are read in trying for one file: with more mistakes than that the rest gets no hints."""


_TO_THINK = 5
"""Times that a line is read over to find out what may be tried on it."""


class Budget:
    """How much may still be tried."""

    def __init__(self, most: int = MAX_TRIED) -> None:
        self.left = most


class Mend(NamedTuple):
    """A change that makes a line readable."""

    code: str
    edit: Edit
    text: str
    """The line after it."""
    tree: Node
    sure: bool
    """Whether it is the one likely change; if not it serves the structure only."""
    missing: str = ""
    """The terminal of a name, code or number that is missing: nobody can know the word itself."""

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the mended line stood in the line as written."""
        return self._back(start), self._back(end)

    def _back(self, offset: int) -> int:
        edit = self.edit
        if offset <= edit.start:
            return offset
        grown = len(edit.text) - (edit.end - edit.start)
        return (
            max(edit.start, offset - grown)
            if offset >= edit.start + len(edit.text)
            else min(offset, edit.end)
        )


def trouble_of(line: str, error: UnexpectedInput) -> Trouble:
    """Return where and why the line could not be read."""
    expected: set[str] = set()
    if isinstance(error, UnexpectedToken):
        expected = set(error.accepts)
        token = error.token
        if token.type == "$END":
            end = len(content(line))
            return Trouble(end, end, tuple(sorted(expected)))
        return Trouble(token.start_pos or 0, token.end_pos or 0, tuple(sorted(expected)))
    if isinstance(error, UnexpectedCharacters):
        expected = set(error.allowed or ())
    start: int = error.pos_in_stream  # type: ignore[assignment]
    piece = PIECE.match(line, start)
    return Trouble(start, piece.end() if piece else start + 1, tuple(sorted(expected)))


def mend(line: str, trouble: Trouble, context: Context, budget: Budget) -> Mend | None:
    """Return the likeliest small change that makes the line readable where it stands, if there is one."""
    if is_open(line):
        return _likeliest(line, _marks(line), context, budget)
    straight = _likeliest(line, _other_marks(line), context, budget)
    return straight or _likeliest(line, repairs(line, trouble), context, budget)


def mend_property(line: str, key_end: int, context: Context, budget: Budget) -> Mend | None:
    """Return how a line that reads as an unknown property is a header or sentence with one mistake.

    `verkenend deel: 24 uur` is one, and so are `stage: "Snuffelen"` and `stage Snuffelen: 2 weken`.
    """
    mended = _likeliest(line, _not_a_key(line, key_end), context, budget)
    return mended if mended is not None and mended.sure else None


def mend_value(start: str, value: str) -> Mend | None:
    """Return the one small change after which a value can be read as the rest of a sentence that starts so."""
    try:
        parse(start + value)
    except UnexpectedInput as error:
        mended = mend(start + value, trouble_of(start + value, error), Context(), Budget(_MAX_TRIED))
        if mended is not None and mended.sure and not mended.missing and mended.text.startswith(start):
            return mended
    return None


def mend_member(line: str, context: Context, budget: Budget) -> Mend | None:
    """Return how a line that reads as a header is, with one word or sign more, a line of the block above."""
    return _likeliest(line, _one_more(line), context, budget)


# ---- trying


def _likeliest(line: str, options: Iterable[Repair], context: Context, budget: Budget) -> Mend | None:
    """Return the likeliest change that reads and makes sense; not sure where another is as likely."""
    if budget.left <= 0:
        return None
    budget.left -= _TO_THINK * len(line)
    best: Mend | None = None
    cost = (0, 0)
    spare: Mend | None = None
    tries = min(_MAX_TRIES, 1 + _MAX_TRIED // (len(line) + 1))
    for repair in islice(sorted(options, key=lambda option: option.cost), tries):
        if best is not None and repair.cost > cost:
            break
        budget.left -= len(line)
        tried = _try(line, repair)
        if tried is None:
            continue
        if not plausible(tried.tree, tried.text, context):
            spare = spare or tried._replace(sure=False)
        elif best is None:
            best, cost = tried, repair.cost
        elif tried.tree != best.tree:
            return best._replace(sure=False)
    return best or spare


def _try(line: str, repair: Repair) -> Mend | None:
    text = repair.edit.apply(line)
    try:
        tree = parse(text)
    except UnexpectedInput:
        return None
    return (
        None
        if tree is None
        else Mend(repair.code, repair.edit, text, tree, sure=True, missing=repair.missing)
    )


# ---- what is tried before and beside the small repairs


def _marks(line: str) -> Iterator[Repair]:
    """Yield places for the quotation mark that is missing; at last, the line without the lone one."""
    for order, place in enumerate(places_for_mark(line)):
        yield Repair((0, order), "RP103", Edit(place, place, OPENING))
    for index, sign in enumerate(line):
        if sign in MARKS:
            yield Repair((1, index), "RP106", Edit(index, index + 1, ""))


def _other_marks(line: str) -> Iterator[Repair]:
    """Yield the line with quotation marks in the place of signs like them."""
    straight = straightened(line)
    if straight is not None:
        start = next(i for i, (a, b) in enumerate(zip(line, straight, strict=False)) if a != b)
        kept = next(i for i, (a, b) in enumerate(zip(line[::-1], straight[::-1], strict=False)) if a != b)
        yield Repair((0, 0), "RP103", Edit(start, len(line) - kept, straight[start : len(straight) - kept]))


_VERKENNEND = frozenset({"verkennen", "verkennend", "verkenning", "verkenningsdeel", "het verkennend deel"})
_VERDIEPEND = re.compile(
    r"(verdiepend deel|verdiepend(?!\s+deel\b)|verdieping|verdiepen|verdiepingsdeel)\s+(.+)", re.IGNORECASE
)


def _not_a_key(line: str, key_end: int) -> Iterator[Repair]:
    key = line[:key_end]
    lead = len(key) - len(key.lstrip())
    colon = line.index(":", key_end)
    if slips(fold(key), "verkennend deel") is not None or fold(key) in _VERKENNEND:
        yield Repair((0, 0), "RP104" if lead else "RP101", Edit(lead, key_end, "verkennend deel"))
    part = _VERDIEPEND.match(key, lead)
    if part is not None:
        name_ = f"{OPENING}{part[2].strip()}{OPENING}"
        yield (
            Repair((0, 0), "RP103", Edit(part.start(2), key_end, name_))
            if part[1].lower() == "verdiepend deel"
            else Repair((0, 0), "RP104.anders", Edit(lead, key_end, f"verdiepend deel {name_}"))
        )
    first, _, name = key[lead:].partition(" ")
    if name and not near_of(key, SLEUTELS):
        yield Repair((3, 0), "RP106", Edit(lead, key_end - len(name.lstrip()), ""))
    if fold(first) not in line_starts():
        return
    if name:
        quoted = Edit(key_end - len(name), key_end, f"{OPENING}{name.strip()}{OPENING}")
        yield Repair((0, 0), "RP103", quoted)
    yield Repair((1, 0), "RP106", Edit(key_end, colon + 1, ""))
    yield Repair((2, 0), "RP105", Edit(key_end, colon, f"{OPENING}…{OPENING}"), "STRING")


def _one_more(line: str) -> Iterator[Repair]:
    start = len(line) - len(line.lstrip())
    end = PIECE.match(line, start)
    if end is not None:
        yield Repair((0, 0), "RP105", Edit(end.end(), end.end(), ":"))
    for word in sorted(line_starts()):
        yield Repair((1, 0), "RP105", Edit(start, start, f"{word} "))
