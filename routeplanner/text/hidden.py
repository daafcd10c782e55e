"""Characters that make a text look like another: those nobody sees, and letters that look like others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from types import MappingProxyType

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
    lead = 0
    for match in _UNSEEN.finditer(source.text):
        sign, place = match[0], match.start()
        if sign == _MARK and place >= lead:
            lead = _end_of_lead(source, place)
        if (sign == _MARK and place < lead) or _belongs(source.text, place):
            continue
        span = Span(source, place, place + 1)
        yield found("RP005", span, sign=f"U+{ord(sign):04X}", fixes=[Fix(span, "")])


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
        return before > _END_OF_LATIN and after > _END_OF_LATIN
    return _SELECTORS.match(text, place) is not None and not (before.isalpha() and before <= _END_OF_LATIN)


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
