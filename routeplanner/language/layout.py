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
        self._top_indent: int | None = None
        """How far the last block that stands by itself was indented."""
        self._told: Block | None = None
        self.flat = False
        """Whether the lines of the present block stand as far to the left as its header: then layout says nothing."""

    def header(self, kop: Kop, line: Line, text: str, *, depth: int) -> None:
        """Note where a block starts; `depth` counts the blocks it stands in."""
        indent = indent_of(text)
        if depth == 0:
            if self._top_indent is not None and indent > self._top_indent:
                span = Span(kop.span.source, line.start, kop.span.start)
                self._diagnostics.append(found("RP311", span, variant="kop"))
            self._top_indent = indent
        self._header_indent = indent
        self.flat = False

    def member(self, block: Block, line: Line, text: str, *, after_blank: bool) -> None:
        """Note a line that belongs to `block`, as the text says; told once per block."""
        outside = indent_of(text) <= self._header_indent
        self.flat = self.flat or outside
        misleads = outside and self._header_indent > (self._top_indent or 0)
        if self._told is block or not (after_blank or misleads):
            return
        span = Span(block.kop.span.source, line.start + len(text) - len(text.lstrip()), line.end)
        related = [label(block.kop.span, "hoort-nu-bij")]
        self._diagnostics.append(found("RP312" if after_blank else "RP311", span, related=related))
        self._told = block

    def withdraw(self, block: Block) -> None:
        """Take back what was told of a block: more is known of it now."""
        if self._told is block:
            places = (n for n in reversed(range(len(self._diagnostics))) if self._is_about(n, block))
            place = next(places, None)
            if place is not None:
                del self._diagnostics[place]

    def _is_about(self, place: int, block: Block) -> bool:
        diagnostic = self._diagnostics[place]
        where = [other.span for other in diagnostic.related]
        return diagnostic.code in ("RP311", "RP312") and where == [block.kop.span]

    def stands_outside(self, text: str) -> bool:
        """Tell whether a line stands as far to the left as the header of the present block, and its lines do not."""
        return not self.flat and indent_of(text) <= self._header_indent

    def stands_inside(self, text: str) -> bool:
        """Tell whether a line stands further to the right than a block that stands by itself."""
        return indent_of(text) > (self._top_indent or 0)


def indent_of(text: str) -> int:
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
