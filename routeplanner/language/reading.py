"""A Source becomes blocks: every line is read by itself, then given its place by its first word."""

from __future__ import annotations

import re
from typing import NamedTuple

from routeplanner.language.diagnosing import diagnose
from routeplanner.language.layout import LayoutWatch
from routeplanner.language.lines import LineReader, Said
from routeplanner.language.mending import (
    MAX_LINE,
    Mend,
    Trouble,
    mend,
    mend_property,
    trouble_of,
)
from routeplanner.language.parsing import UnexpectedInput, parse
from routeplanner.language.spelling import like, nearest_of
from routeplanner.language.syntax import ROUTEZINNEN, VOORBEELDZINNEN, Block, Eigenschap, Kop, Zin
from routeplanner.language.vocabulary import BLOKKEN, SLEUTELS, fold, sleutel_van
from routeplanner.text.diagnostic import Diagnostic, Fix, Label, Say, found, label, say
from routeplanner.text.source import Line, Source, Span

MAX_BROKEN = 200
"""Lines of one file that may be unreadable before reading on makes no sense."""
_NAMES = re.compile(r"\"([^\"]*)\"|[“„”]([^”“\"]*)[”“\"]|([^\W_][\w\-/&.]*)")
_FIRST_WORD = re.compile(r"\s*([^\W\d_][\w\-]*)")


class Reading(NamedTuple):
    """What a source says."""

    blocks: tuple[Block, ...]
    """The blocks that stand by themselves, in order."""
    diagnostics: tuple[Diagnostic, ...]
    unsure: frozenset[str]
    """Folded names in lines that could not be read: who refers to them may well be right."""


def read_blocks(source: Source) -> Reading:
    """Return the blocks of a source; what could not be read is told, and all the rest is there."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._diagnostics: list[Diagnostic] = []
        self._lines = LineReader(source, self._diagnostics)
        self._layout = LayoutWatch(self._diagnostics)
        self._top: list[Block] = []
        self._open: list[Block] = []
        """The chain of blocks that a line can still belong to, outermost first."""
        self._lost = True
        """Whether lines belong to no block until the next header; that has been told."""
        self._unsure: set[str] = set()
        self._broken = 0
        self._blank = False
        self._odd: Block | None = None
        """The block of the last line that did not belong where it stood: told once, not per line."""

    def read(self) -> Reading:
        self._lost = False
        for line in self._source.lines:
            if self._broken >= MAX_BROKEN:
                self._tell("RP112", self._span(line), most=MAX_BROKEN)
                break
            self._read_line(line)
        return Reading(tuple(self._top), tuple(self._diagnostics), frozenset(self._unsure))

    # ---- one line

    def _read_line(self, line: Line) -> None:
        text = self._source.text[line.start : line.end]
        if not text or text.isspace():
            self._blank = True
            return
        if len(text) > MAX_LINE:
            self._broken += 1
            self._tell("RP111", Span(self._source, line.start, line.start + MAX_LINE), most=MAX_LINE)
            self._give_up(text[:MAX_LINE])
            return
        try:
            tree = parse(text)
        except UnexpectedInput as error:
            self._mend_line(line, text, trouble_of(text, error))
            self._blank = False
            return
        if tree is not None:
            self._place(self._lines.read(tree, line.start), line, text)
            self._blank = False

    def _mend_line(self, line: Line, text: str, trouble: Trouble) -> None:
        self._broken += 1
        mended = mend(text, trouble)
        self._diagnostics.append(diagnose(self._source, line, trouble, mended))
        if mended is None:
            self._give_up(text)
        else:
            self._unsure.update(_names_in(text))
            self._place(self._read_mended(mended, line), line, text)

    def _read_mended(self, mended: Mend, line: Line) -> Said:
        def place(start: int, end: int) -> Span:
            first, last = mended.place(start, end)
            return Span(self._source, line.start + first, line.start + max(first, last))

        return self._lines.read(mended.tree, line.start, place)

    def _give_up(self, text: str) -> None:
        """Leave a line unread; if it looks like a header, what follows is not the block above's."""
        self._unsure.update(_names_in(text))
        match = _FIRST_WORD.match(text)
        if match and any(like(match[1], blok.kop.split()[0]) for blok in BLOKKEN.values()):
            self._lose()
        elif self._open:
            self._open[-1].heel = False

    # ---- its place

    def _place(self, said: Said, line: Line, text: str) -> None:
        if isinstance(said, Kop):
            self._place_kop(said, line, text)
        elif self._lost:
            self._unsure.update(_names_in(text))
        elif isinstance(said, Eigenschap):
            self._place_eigenschap(said, line, text)
        else:
            self._place_zin(said, line, text)

    def _place_kop(self, kop: Kop, line: Line, text: str) -> None:
        ouders = BLOKKEN[kop.soort].ouders
        block = Block(kop, [], [], [])
        while self._open and self._open[-1].soort not in ouders:
            self._open.pop()
        if self._open:
            self._open[-1].kinderen.append(block)
        elif not ouders or "" in ouders:
            self._top.append(block)
        else:
            self._orphan(kop, text)
            return
        self._layout.header(kop, line, text, depth=len(self._open))
        self._open.append(block)
        self._lost = False
        self._odd = None

    def _orphan(self, kop: Kop, text: str) -> None:
        """Tell once that a block has no parent; its lines, and the orphans after it, are left out."""
        self._unsure.update(_names_in(text))
        if not self._lost:
            blok = BLOKKEN[kop.soort]
            parent = next(BLOKKEN[ouder].kop for ouder in blok.ouders if ouder)
            above = [label(self._top[-1].kop.span, "dit-staat-erboven")] if self._top else []
            span = Span(self._source, kop.span.start, kop.span.start + len(kop.span.text.split()[0]))
            self._tell("RP113", span, block=blok.kop, parent=parent, related=above)
        self._lose()

    def _place_eigenschap(self, said: Eigenschap, line: Line, text: str) -> None:
        key = said.sleutel
        block = self._open[-1] if self._open else None
        sleutel = sleutel_van(block.soort, key.value) if block else None
        if block is None or sleutel is None:
            self._unknown_property(said, block, line, text)
            return
        earlier = next(block.alle(sleutel.naam), None)
        if earlier is not None and not sleutel.lijst:
            if not self._header_missing(said.span, block) and self._odd is not block:
                related = [label(earlier.sleutel.span, "hier-staat-de-eerste")]
                self._tell("RP208", key.span, key=sleutel.naam, related=related)
                self._odd = block
            return
        self._belongs(block, line, text)
        block.eigenschappen.append(said._replace(sleutel=key._replace(value=sleutel.naam)))

    def _unknown_property(self, said: Eigenschap, block: Block | None, line: Line, text: str) -> None:
        """Tell what a line with an unknown property is: a header with a typo, or a property that is not there."""
        key = said.sleutel
        mended = None
        if fold(key.value) not in SLEUTELS:
            mended = mend_property(text, key.span.end - line.start)
        # a change after which it is a property still would explain nothing, and could be made again and again
        if mended is not None and mended.tree.data != "eigenschap":
            self._broken += 1
            trouble = Trouble(*_relative(key.span, line), ())
            self._diagnostics.append(diagnose(self._source, line, trouble, mended))
            self._place(self._read_mended(mended, line), line, text)
        elif block is None:
            self._no_block(key.span)
        else:
            self._odd_property(said, block)

    def _odd_property(self, said: Eigenschap, block: Block) -> None:
        key = said.sleutel
        if self._header_missing(said.span, block):
            return
        known = BLOKKEN[block.soort].sleutels
        if fold(key.value) in SLEUTELS:
            if self._odd is not block:
                homes = [b.kop for b in BLOKKEN.values() if sleutel_van(b.soort, key.value)]
                related = [label(block.kop.span, "bij-dit-blok")]
                help_ = say("hoort-bij", blocks=", ".join(homes[:4]))
                self._tell(
                    "RP207",
                    key.span,
                    key=key.value,
                    block=BLOKKEN[block.soort].kop,
                    related=related,
                    help=help_,
                )
            self._odd = block
            return
        nearest = nearest_of(key.value, tuple(known))
        if nearest is None:
            self._tell("RP206", key.span, key=key.value, block=BLOKKEN[block.soort].kop, help=_keys_of(block))
            return
        fix = [Fix(key.span, nearest)]
        self._tell(
            "RP206",
            key.span,
            key=key.value,
            block=BLOKKEN[block.soort].kop,
            help=say("bedoelde-je", text=nearest),
            fixes=fix,
        )
        if known[nearest].lijst or next(block.alle(nearest), None) is None:
            block.eigenschappen.append(said._replace(sleutel=key._replace(value=nearest)))

    def _place_zin(self, zin: Zin, line: Line, text: str) -> None:
        home = _home_of(zin)
        if not self._open:
            self._no_block(zin.span)
            return
        block = self._open[-1]
        allowed = BLOKKEN[block.soort].zinnen
        if allowed == home or (allowed == "voorbeeld" and home == "route"):
            self._belongs(block, line, text)
            block.zinnen.append(zin)
        elif not self._header_missing(zin.span, block, home):
            related = [label(block.kop.span, "bij-dit-blok")]
            self._tell("RP114", zin.span, home=home, block=BLOKKEN[block.soort].kop, related=related)
            self._lose()

    def _belongs(self, block: Block, line: Line, text: str) -> None:
        self._layout.member(block, line, text, after_blank=self._blank)

    def _header_missing(self, span: Span, block: Block, home: str = "") -> bool:
        """Tell, after a blank line, that this starts a block whose first line is not there."""
        if not self._blank:
            return False
        related = [label(block.kop.span, "hoort-nu-bij")]
        help_ = say("zet-een-kop", home=home) if home else None
        self._tell("RP116", span, related=related, help=help_)
        self._lose()
        return True

    def _no_block(self, span: Span) -> None:
        self._tell("RP115", span)
        self._lose()

    def _lose(self) -> None:
        self._open.clear()
        self._lost = True

    # ---- telling

    def _span(self, line: Line) -> Span:
        return Span(self._source, line.start, line.end)

    def _tell(  # noqa: PLR0913 - passes a finding on
        self,
        code: str,
        span: Span,
        *,
        variant: str = "",
        related: list[Label] | None = None,
        help: Say | None = None,  # noqa: A002 - as in found()
        fixes: list[Fix] | None = None,
        **params: str | int,
    ) -> None:
        finding = found(
            code, span, variant=variant, related=related or (), help=help, fixes=fixes or (), **params
        )
        self._diagnostics.append(finding)


def _names_in(text: str) -> set[str]:
    return {fold(next(group for group in m.groups() if group is not None)) for m in _NAMES.finditer(text)}


def _home_of(zin: Zin) -> str:
    if isinstance(zin, ROUTEZINNEN):
        return "route"
    return "voorbeeld" if isinstance(zin, VOORBEELDZINNEN) else "regel"


def _relative(span: Span, line: Line) -> tuple[int, int]:
    return span.start - line.start, span.end - line.start


def _keys_of(block: Block) -> Say:
    keys = [f"`{key}`" for key in BLOKKEN[block.soort].sleutels]
    return say("wel-bekend", keys=", ".join(keys)) if keys else say("geen-eigenschappen")
