"""Layout is not structure; this tells where it suggests another structure than the text has."""

from __future__ import annotations

from routeplanner.language.syntax import Block, Kop
from routeplanner.text.diagnostic import Diagnostic, found, label
from routeplanner.text.source import Line, Span

_TAB = 4


class LayoutWatch:
    """Watches the indentation and blank lines of one source while it is read."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        self._diagnostics = diagnostics
        self._header_indent = 0
        self._top_indent = 0
        self._told: Block | None = None

    def header(self, kop: Kop, line: Line, text: str, *, depth: int) -> None:
        """Note where a block starts; `depth` counts the blocks it stands in."""
        indent = _indent(text)
        if depth == 0:
            if indent > self._top_indent:
                span = Span(kop.span.source, line.start, kop.span.start)
                self._diagnostics.append(found("RP311", span, variant="kop"))
            self._top_indent = indent
        self._header_indent = indent

    def member(self, block: Block, line: Line, text: str, *, after_blank: bool) -> None:
        """Note a line that belongs to `block`, as the text says; told once per block."""
        if self._told is block:
            return
        misleads = 0 < self._header_indent and _indent(text) <= self._header_indent
        if not after_blank and not misleads:
            return
        span = Span(block.kop.span.source, line.start + len(text) - len(text.lstrip()), line.end)
        related = [label(block.kop.span, "hoort-nu-bij")]
        self._diagnostics.append(found("RP312" if after_blank else "RP311", span, related=related))
        self._told = block


def _indent(text: str) -> int:
    """Return the width of the white space in front, in columns."""
    width = 0
    for sign in text:
        if sign == "\t":
            width += _TAB - width % _TAB
        elif sign.isspace() or sign == "\ufeff":
            width += sign != "\ufeff"
        else:
            break
    return width
