"""The formatter: a text in the one layout, proven to say the same.

Words and comments are never lost and what stands between quotation marks never changes: only white
space, indentation, blank lines, and the spelling of words that the language knows more than one of.
"""

from __future__ import annotations

from typing import NamedTuple

from routeplanner.language.format_proof import ABOUT_LAYOUT, says_the_same
from routeplanner.language.format_rows import BOM, rows
from routeplanner.language.reading import Reading, read_blocks
from routeplanner.text.codes import Severity
from routeplanner.text.diagnostic import Diagnostic, in_order
from routeplanner.text.reading import MAX_BYTES, from_text
from routeplanner.text.source import Source

_STAND_IN_THE_WAY = ("RP0", "RP1")


class Formatted(NamedTuple):
    """What the formatter made of a file."""

    text: str | None
    """The text in the one layout; None where nothing may be written."""
    diagnostics: tuple[Diagnostic, ...]
    """Without a text: what stands in the way, none if only the proof failed. With a text: where the
    old layout suggested another structure than the text has, which the new layout no longer shows."""
    changed: bool
    """Whether the text differs from what is on disk."""
    proven: bool = True
    """False if it could not be shown that the text says the same: a fault of the formatter."""


def format_text(source: Source) -> Formatted:
    """Return the text of a file in the one layout, or why it cannot be laid out."""
    reading, problems = _read(source)
    if reading is None or problems:
        return Formatted(None, problems, changed=False)
    text = _lay_out(source, reading)
    if text == source.text:
        return Formatted(text, (), changed=False)
    if not _proven(source, reading, text):
        return Formatted(None, (), changed=False, proven=False)
    remarks = in_order(d for d in reading.diagnostics if d.code in ABOUT_LAYOUT)
    return Formatted(text, remarks, changed=True)


def _read(source: Source) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
    """Return what a source says, and the errors that keep it from being laid out."""
    checked, problems = from_text(source.text, source.path)
    if checked is None:
        return None, tuple(problems)
    reading = read_blocks(source)
    found = (d for d in (*problems, *reading.diagnostics) if d.severity is Severity.ERROR)
    return reading, in_order(d for d in found if d.code.startswith(_STAND_IN_THE_WAY))


def _lay_out(source: Source, reading: Reading) -> str:
    ending = _line_ending(source.text)
    lines = [row.text + ending for row in rows(source, reading.blocks)]
    return (BOM if source.text.startswith(BOM) else "") + "".join(lines)


def _line_ending(text: str) -> str:
    r"""Return the line ending that most lines of a text have: \n or \r\n."""
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"


def _proven(source: Source, reading: Reading, text: str) -> bool:
    """Tell whether a new layout can be read, says the same and would not be changed again."""
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        return False
    again = Source(source.path, text)
    its, problems = _read(again)
    if its is None or problems:
        return False
    return says_the_same(source, reading, again, its) and _lay_out(again, its) == text
