"""A Source becomes blocks: every line is read by itself, then given its place by its first word."""

from __future__ import annotations

from typing import NamedTuple

from routeplanner.language.diagnosing import diagnose
from routeplanner.language.homes import names_in
from routeplanner.language.lines import LineReader, Said
from routeplanner.language.mending import (
    MAX_LINE,
    Budget,
    Mend,
    Trouble,
    mend,
    mend_member,
    mend_property,
    trouble_of,
)
from routeplanner.language.parsing import Node, UnexpectedInput, parse, tokens_of
from routeplanner.language.structure import Structure, Suspect
from routeplanner.language.syntax import Block, Eigenschap, Kop
from routeplanner.language.vocabulary import BLOKKEN, SLEUTELS, fold, sleutel_van
from routeplanner.text.diagnostic import Diagnostic, found
from routeplanner.text.hidden import Seen, as_seen
from routeplanner.text.source import Line, Source, Span

__all__ = ["MAX_BROKEN", "Reading", "read_blocks"]

MAX_BROKEN = 200
"""Lines of one file that may be unreadable before reading on makes no sense."""


class Reading(NamedTuple):
    """What a source says."""

    blocks: tuple[Block, ...]
    """The blocks that stand by themselves, in order."""
    diagnostics: tuple[Diagnostic, ...]
    unsure: frozenset[str]
    """Folded names in lines that could not be read: who refers to them may well be right."""
    headless: frozenset[str] = frozenset()
    """Kinds of block of which one lost its header, which has been told: any name of that kind may be its."""
    suspects: tuple[Suspect, ...] = ()
    """Lines that went into the block above, but may belong to one that lost its header."""


def read_blocks(source: Source) -> Reading:
    """Return the blocks of a source; what could not be read is told, and all the rest is there."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._diagnostics: list[Diagnostic] = []
        self._lines = LineReader(source, self._diagnostics)
        self._structure = Structure(self._diagnostics)
        self._broken = 0
        self._budget = Budget()

    def read(self) -> Reading:
        for number, line in enumerate(self._source.lines, 1):
            if self._broken >= MAX_BROKEN:
                span = Span(self._source, line.start, line.end)
                self._diagnostics.append(found("RP112", span, most=MAX_BROKEN))
                break
            self._line(line, number)
        structure = self._structure
        return Reading(
            tuple(structure.top),
            tuple(self._diagnostics),
            frozenset(structure.unsure),
            frozenset(structure.headless),
            tuple(structure.suspects),
        )

    def _line(self, line: Line, number: int) -> None:
        raw = Span(self._source, line.start, line.end)
        if line.end - line.start > MAX_LINE and not raw.text.isspace():
            self._too_long(line)
            return
        seen = as_seen(raw)
        text = seen.text
        if not text or text.isspace():
            self._structure.blank = True
            return
        try:
            tree = parse(text)
        except UnexpectedInput as error:
            trouble = trouble_of(text, error)
            self._mended(
                line, seen, trouble, mend(text, trouble, self._structure.context(text), self._budget)
            )
            return
        if tree is not None:
            told = len(self._diagnostics)
            said = self._lines.read(tree, line.start, seen.span if seen.places else None)
            sure = len(self._diagnostics) == told
            mended = self._second_look(said, tree, seen, number)
            if mended is None:
                self._structure.place(said, line, text, sure=sure)
                self._structure.blank = False
            else:
                self._mended(line, seen, _whole(text), mended)

    def _too_long(self, line: Line) -> None:
        self._broken += 1
        span = Span(self._source, line.start, line.start + MAX_LINE)
        self._diagnostics.append(found("RP111", span, most=MAX_LINE))
        self._structure.give_up(span.text)
        self._structure.blank = False

    def _second_look(self, said: Said, tree: Node, seen: Seen, number: int) -> Mend | None:
        """Return how a line that can be read is yet another one with a mistake in it."""
        text = seen.text
        if isinstance(said, Eigenschap):
            if fold(said.sleutel.value) in SLEUTELS:
                return None
            key_end = tokens_of(tree)[0].end_pos or 0
            return mend_property(text, key_end, self._structure.context(text), self._budget)
        if isinstance(said, Kop) and "" in (BLOKKEN[said.soort].ouders or ("",)):
            following = self._source.line_text(number + 1) if number < len(self._source.lines) else ""
            if self._structure.shown_inside(said, text, following) and not _starts_block(said, following):
                mended = mend_member(text, self._structure.context(text), self._budget)
                if mended is not None and mended.sure and self._takes(mended, seen):
                    return mended
        return None

    def _takes(self, mended: Mend, seen: Seen) -> bool:
        """Tell whether a mended line can go into the block that is open."""
        told = len(self._diagnostics)
        takes = self._structure.takes(self._read_mended(mended, seen))
        del self._diagnostics[told:]
        return takes

    def _mended(self, line: Line, seen: Seen, trouble: Trouble, mended: Mend | None) -> None:
        """Tell what is wrong with a line, and read it as it was probably meant."""
        text = seen.text
        self._broken += 1
        context = self._structure.context(text)
        self._diagnostics.append(diagnose(seen, trouble, mended, context))
        if mended is None:
            self._structure.give_up(text)
        elif not mended.sure and not _is_clearly_header(mended):
            self._structure.give_up(text, header=mended.tree.data in BLOKKEN)
        else:
            told = len(self._diagnostics)
            self._structure.unsure.update(names_in(text))
            said = self._read_mended(mended, seen)
            if mended.missing and isinstance(said, Kop):
                said = said.without_stand_ins()
                self._structure.forget_name(said)
            sure = not mended.missing and len(self._diagnostics) == told
            self._structure.place(said, line, text, sure=sure)
            del self._diagnostics[told:]  # one mistake is one message
        self._structure.blank = False

    def _read_mended(self, mended: Mend, seen: Seen) -> Said:
        def place(start: int, end: int) -> Span:
            first, last = mended.place(start, end)
            return seen.span(first, max(first, last))

        return self._lines.read(mended.tree, seen.stretch.start, place)


def _starts_block(kop: Kop, following: str) -> bool:
    """Tell whether the next line is a property of the block that a header starts: then it is a header."""
    key, colon, _ = following.partition(":")
    return bool(colon) and sleutel_van(kop.soort, key.strip()) is not None


def _is_clearly_header(mended: Mend) -> bool:
    """Tell whether of a line with something wrong further on it is clear what block starts there."""
    return mended.tree.data in BLOKKEN and mended.edit.start > len(mended.text) - len(mended.text.lstrip())


def _whole(text: str) -> Trouble:
    """Return the words of a line as its trouble."""
    return Trouble(len(text) - len(text.lstrip()), len(text.rstrip()), ())
