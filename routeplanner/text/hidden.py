"""Characters that make a text look like another: those nobody sees, and letters that look like others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from routeplanner.text.diagnostic import Diagnostic, Fix, found
from routeplanner.text.source import Source, Span

_MAX_TOLD = 20
"""Of one file."""

# Controls, marks of direction, fillers, tags, halves of a surrogate pair, and the three that may be right.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_MARK = "\ufeff"
_JOINERS = "\u200c\u200d"
_SELECTORS = re.compile("[\ufe00-\ufe0f]")
_LEAD = re.compile("[ \t\u00a0\u202f\ufeff]*")
_KEYCAPS = "0123456789#*"
_END_OF_LATIN = "\u024f"

# Letters of other alphabets that look like a Latin one, with the Latin one.
_LIKE = MappingProxyType(
    dict(
        zip(
            "АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
            "ABEKMHOPCTYXIJSaeopcyxijsABEZHIKMNOPTYXo",
            strict=True,
        )
    )
)
_STRANGE = re.compile(f"[{''.join(_LIKE)}]")
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+")


def hidden(source: Source) -> list[Diagnostic]:
    """Return a finding for each of the first characters that are not seen, or not for what they are."""
    return [*islice(_unseen(source), _MAX_TOLD), *islice(_lookalikes(source), _MAX_TOLD)]


def _unseen(source: Source) -> Iterator[Diagnostic]:
    for place in _places(source, 0, len(source.text)):
        span = Span(source, place, place + 1)
        yield found("RP005", span, sign=f"U+{ord(span.text):04X}", fixes=[Fix(span, "")])


def _places(source: Source, start: int, end: int) -> Iterator[int]:
    """Yield where in a stretch a character stands that nobody sees."""
    lead = 0
    for match in _UNSEEN.finditer(source.text, start, end):
        sign, place = match[0], match.start()
        if sign == _MARK and place >= lead:
            lead = _end_of_lead(source, place)
        if not ((sign == _MARK and place < lead) or _belongs(source.text, place)):
            yield place


def _end_of_lead(source: Source, place: int) -> int:
    """Return where the white space ends that the line of this place starts with.

    A byte-order mark may stand in it, where files were put together; it is passed over like a space.
    """
    line = source.lines[source.line_number(place) - 1]
    match = _LEAD.match(source.text, line.start, line.end)
    return match.end() if match else place


def _belongs(text: str, place: int) -> bool:
    """Tell whether an unseen character has its use here: in an emoji, or a script that needs it."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if text[place] in _JOINERS:
        return (_is_seen(before) or _SELECTORS.match(before) is not None) and _is_seen(after)
    if _SELECTORS.match(text, place):
        return _is_seen(before) or (before in _KEYCAPS and before != "")
    return False


def _is_seen(sign: str) -> bool:
    """Tell whether this is a character that is seen, and not a Latin one."""
    return sign > _END_OF_LATIN and _UNSEEN.match(sign) is None


def _lookalikes(source: Source) -> Iterator[Diagnostic]:
    """Tell of words in which one letter is of another alphabet: `VТ` with a Cyrillic Т."""
    text = source.text
    if text.isascii() or _STRANGE.search(text) is None:
        return
    for word in _WORD.finditer(text):
        strange = None if word[0].isascii() else _STRANGE.search(word[0])
        if strange is not None and _LATIN.search(word[0]):
            span = Span(source, word.start() + strange.start(), word.start() + strange.end())
            yield found(
                "RP005",
                span,
                variant="lijkt-op",
                sign=f"U+{ord(strange[0]):04X}",
                letter=_LIKE[strange[0]],
                fixes=[Fix(span, _LIKE[strange[0]])],
            )


# ---- a text as people see it


class Seen(NamedTuple):
    """A stretch of text as people see it: nothing hidden, and the letters that it seems to have."""

    text: str
    stretch: Span
    places: tuple[int, ...] | None
    """Where each of its characters stands in the source; None where nothing is hidden."""

    def span(self, start: int, end: int) -> Span:
        """Return where a part of it stands in the source."""
        source, first, last = self.stretch
        if self.places is None:
            return Span(source, first + start, first + end)
        places = (*self.places, last)
        begin = places[min(start, len(self.places))]
        return Span(source, begin, places[end - 1] + 1 if start < end <= len(self.places) else begin)


def as_seen(stretch: Span) -> Seen:
    """Return a stretch of text as people see it."""
    source, start, end = stretch
    text = stretch.text
    if _UNSEEN.search(text) is None and (text.isascii() or _STRANGE.search(text) is None):
        return Seen(text, stretch, None)
    gone = frozenset(_places(source, start, end))
    kept = tuple(place for place in range(start, end) if place not in gone)
    seen = "".join(source.text[place] for place in kept)
    return Seen(_WORD.sub(_in_latin, seen), stretch, kept)


def _in_latin(word: re.Match[str]) -> str:
    """Return a word with Latin letters for those that look like them, where it has Latin letters too."""
    return _STRANGE.sub(lambda sign: _LIKE[sign[0]], word[0]) if _LATIN.search(word[0]) else word[0]
