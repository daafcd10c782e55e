"""Signs that people type for others: a dash for t/m, a long dash in a year, a mark a letter too early."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routeplanner.language.quoting import shifted_marks
from routeplanner.language.repair import SPACE, Edit, Repair, Trouble

_LIKELY = 10
"""The cost of these: nothing is likelier."""
_SIGNS = {
    "–": (" t/m ",),
    "—": (" t/m ",),
    "-": (" t/m ",),
    ";": (",", ":"),
    "=": (":",),
    "&": (" en ",),
    "+": (" en ",),
    "：": (":",),
    "，": (",",),
    ".": ("",),
    "!": ("",),
    "•": ("",),
}
_DASHED = re.compile(r"[0-9]+(?:[-–—][0-9]+)+")
_YEAR_OR_DATE = re.compile(r"[0-9]{4}[-–—][0-9]{4}|[0-9]{4}[-–—][0-9]{1,2}[-–—][0-9]{1,2}")


def wrong_signs(line: str, trouble: Trouble) -> Iterator[Repair]:
    """Yield another sign for the one that stands there: `;` for a comma, a dash for t/m or in a year."""
    yield from _shifted_marks(line)
    for match in _DASHED.finditer(line):
        if match.start() <= trouble.start < match.end() and _YEAR_OR_DATE.fullmatch(match[0]):
            yield Repair(
                (_LIKELY, 0), "RP104", Edit(match.start(), match.end(), re.sub("[–—]", "-", match[0]))
            )
            return
    either = re.compile(r"en\s*/\s*of(?!\w)", re.IGNORECASE).match(line, trouble.start)
    if either:
        yield Repair((_LIKELY, 0), "RP107", Edit(either.start(), either.end(), "en"))
    for order, other in enumerate(_SIGNS.get(line[trouble.start : trouble.start + 1], ())):
        start, end = trouble.start, trouble.start + 1
        if other.startswith(" "):
            start, end = len(line[:start].rstrip(SPACE)), len(line) - len(line[end:].lstrip(SPACE))
        yield Repair((_LIKELY, order), "RP104", Edit(start, end, other))


def _shifted_marks(line: str) -> Iterator[Repair]:
    """Yield a name whose quotation mark stands a letter too early or too late: `"Kevi"n`."""
    for start, end, text in shifted_marks(line):
        yield Repair((_LIKELY, start), "RP104", Edit(start, end, text))
