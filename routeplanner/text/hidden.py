"""Characters that make a text look like another text: those nobody sees, and letters that look like others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from types import MappingProxyType

from routeplanner.text.diagnostic import Diagnostic, Fix, found
from routeplanner.text.source import Source, Span

_MAX_TOLD = 20
"""Of one file."""

# Never seen: controls, marks of direction, fillers, tags, halves of a surrogate pair.
_NEVER = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\uffa0\ufff9-\ufffb\ud800-\udfff\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Joiners and variation selectors belong in an emoji and in some scripts, not beside a Latin letter.
_LATIN = "\x00-\u024f"
# A byte-order mark may start a line, where files were put together; it is passed over with the white space.
_HIDDEN = re.compile(
    r"(?:\A|(?<=[\r\n]))[ \t\u00a0\u202f\ufeff]+"
    f"|([{_NEVER}\ufeff]|[\u200c\u200d](?![^{_LATIN}])|(?<![^{_LATIN}])[\u200c\u200d]|(?<=[{_LATIN}])[\ufe00-\ufe0f])"
)

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
_MIXED = re.compile(f"[{''.join(_LIKE)}]")
_WORD = re.compile(r"[^\W\d_]+")
_ASCII = re.compile("[A-Za-z]")


def hidden(source: Source) -> list[Diagnostic]:
    """Return a finding for each of the first characters that are not seen, or not for what they are."""
    if source.text.isascii() and source.text.isprintable():
        return []
    return [*islice(_unseen(source), _MAX_TOLD), *islice(_lookalikes(source), _MAX_TOLD)]


def _unseen(source: Source) -> Iterator[Diagnostic]:
    for match in _HIDDEN.finditer(source.text):
        if match[1] is not None:
            span = Span(source, match.start(), match.end())
            yield found("RP005", span, sign=f"U+{ord(match[0]):04X}", fixes=[Fix(span, "")])


def _lookalikes(source: Source) -> Iterator[Diagnostic]:
    """Tell of words in which one letter is of another alphabet: `VТ` with a Cyrillic Т."""
    text = source.text
    if text.isascii() or _MIXED.search(text) is None:
        return
    for word in _WORD.finditer(text):
        strange = None if word[0].isascii() else _MIXED.search(word[0])
        if strange is not None and _ASCII.search(word[0]):
            span = Span(source, word.start() + strange.start(), word.start() + strange.end())
            yield found(
                "RP005",
                span,
                variant="lijkt-op",
                sign=f"U+{ord(strange[0]):04X}",
                letter=_LIKE[strange[0]],
                fixes=[Fix(span, _LIKE[strange[0]])],
            )
