"""What lines say becomes blocks: each gets its place by its first word, never by layout.

A line that cannot have its place is told, and the lines that would follow it are left out: they never
join the block above silently.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from routeplanner.language.homes import first_words, fits, header_kinds, home_of, homes, is_there, names_in
from routeplanner.language.layout import LayoutWatch, indent_of
from routeplanner.language.lines import Said
from routeplanner.language.odd_properties import misplaced, near_keys, unknown
from routeplanner.language.open_blocks import OpenBlocks
from routeplanner.language.plausible import Context
from routeplanner.language.syntax import (
    Block,
    Eigenschap,
    Gegeven,
    Kop,
    VerwachtOordeel,
    Volgt,
    Zin,
)
from routeplanner.language.vocabulary import BLOKKEN, SLEUTELS, Sleutel, fold, sleutel_van
from routeplanner.text.diagnostic import Diagnostic, found, label, say
from routeplanner.text.source import Line, Span

_ONCE = (Volgt, Gegeven, VerwachtOordeel)
"""Sentences that a block holds one of."""
_ONCE_PART = "verkennend_deel"
"""The part that a block holds one of."""


class Suspect(NamedTuple):
    """A line after a white line that went into the block above it, but may belong to one that lost its header."""

    span: Span
    kinds: frozenset[str]
    """The kinds of block that it could stand in."""
    block: Block
    before: tuple[int, int]
    """How many properties and sentences the block had."""


class Structure:
    """Puts the lines of one source in their blocks."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        self._diagnostics = diagnostics
        self._layout = LayoutWatch(diagnostics)
        self._open = OpenBlocks()
        self._lost = False
        """Whether lines belong to no block until the next header; that has been told."""
        self._odd: Block | None = None
        """The block of the last line that did not belong where it stood: told once, not per line."""
        self._odd_homes: frozenset[str] = frozenset()
        """The kinds of block that this line does belong in."""
        self._sure = True
        """Whether it is known what the present line says."""
        self.blank = False
        """Whether the line before was empty."""
        self.top: list[Block] = []
        self.unsure: set[str] = set()
        """Folded names in lines that have no place."""
        self.headless: set[str] = set()
        """Kinds of block that one without a header can be of."""
        self.suspects: list[Suspect] = []

    def place(self, said: Said, line: Line, text: str, *, sure: bool = True) -> None:
        """Put a line in its block; of one that is not sure only the place counts, and not what it says."""
        self._sure = sure
        if isinstance(said, Kop):
            self._kop(said, line, text)
        elif self._lost:
            self.unsure.update(names_in(text))
        elif not self._open:
            self._diagnostics.append(found("RP115", said.span))
            self.headless.update(homes(said))
            self._lose(0)
        elif isinstance(said, Eigenschap):
            self._eigenschap(said, self._open.last, line, text)
        else:
            self._zin(said, self._open.last, line, text)

    def give_up(self, text: str, *, header: bool | None = None) -> None:
        """Leave a line unread; if it is, or looks like, a header, what follows is not the block above's."""
        self.unsure.update(names_in(text))
        kept = None if header is False else self._kept(text, header=bool(header))
        if kept is not None:
            self._lose(kept)
        elif self._open:
            self._open.last.heel = False

    def context(self, text: str) -> Context:
        """Return where a line stands."""
        if self._lost or not self._open:
            return Context(None if self._lost else "")
        return Context(self._open.last.soort, inside=self._open.shows_inside(text))

    def forget_name(self, kop: Kop) -> None:
        """Note that the name of a block could not be read."""
        self.headless.add(kop.soort)

    def takes(self, said: Said) -> bool:
        """Tell whether a line can go into the block that is open."""
        if self._lost or not self._open or isinstance(said, Kop):
            return False
        block = self._open.last
        if isinstance(said, Eigenschap):
            sleutel = sleutel_van(block.soort, said.sleutel.value)
            return sleutel is not None and not is_there(block, sleutel)
        return fits(said, block)

    def shown_inside(self, kop: Kop, text: str, following: str) -> bool:
        """Tell whether the layout shows a header as one line of the block above, where it cannot stand."""
        if self._lost or not self._open or self._open.parent_of(kop) is not None:
            return False
        indented = self._open.shows_inside(text) and self._layout.stands_inside(text)
        return indented and not self.blank and indent_of(following) <= indent_of(text)

    # ---- headers

    def _kop(self, kop: Kop, line: Line, text: str) -> None:
        parent = self._open.parent_of(kop)
        ouders = BLOKKEN[kop.soort].ouders
        of_lost = self._lost and not self.headless.isdisjoint(ouders)
        if parent is None and ouders and ("" not in ouders or of_lost):
            self._orphan(kop, text)
            return
        if parent is not None and self._again_after_blank(kop, self._open.blocks[parent]):
            self.unsure.update(names_in(text))
            self._lose(parent)
            return
        self._open.cut(0 if parent is None else parent + 1)
        block = Block(kop, [], [], [])
        (self._open.last.kinderen if self._open else self.top).append(block)
        self._layout.header(kop, line, text, depth=len(self._open))
        self._open.push(block, text)
        self._lost = False
        self._odd = None

    def _orphan(self, kop: Kop, text: str) -> None:
        """Tell once that a block has no parent; its lines, and the orphans after it, are left out."""
        self.unsure.update(names_in(text))
        blok = BLOKKEN[kop.soort]
        told = self._odd in self._open.blocks and not self._odd_homes.isdisjoint(blok.ouders)
        if not self._lost and not told:
            self.headless.update(ouder for ouder in blok.ouders if ouder)
            parent = next(BLOKKEN[ouder].kop for ouder in blok.ouders if ouder)
            above = [label(self.top[-1].kop.span, "dit-staat-erboven")] if self.top else []
            self._diagnostics.append(
                found(
                    "RP113",
                    first_words(kop.span, len(blok.kop.split())),
                    block=blok.kop,
                    parent=parent,
                    related=above,
                )
            )
        self._lose(len(self._open))

    def _again_after_blank(self, kop: Kop, parent: Block) -> bool:
        """Tell that a part which a block has once is there again, after a white line: a header is missing."""
        if kop.soort != _ONCE_PART or all(child.soort != kop.soort for child in parent.kinderen):
            return False
        if self.blank:
            self._header_missing(kop.span, parent, {parent.soort})
        return self.blank or any(map(self._lost_header_before, (parent, *parent.kinderen)))

    # ---- properties

    def _eigenschap(self, said: Eigenschap, block: Block, line: Line, text: str) -> None:
        key = said.sleutel
        sleutel = sleutel_van(block.soort, key.value)
        if sleutel is None:
            self._odd_property(said, block)
        elif is_there(block, sleutel):
            self._again(said, block, sleutel)
        else:
            self._belongs(said, block, line, text)
            usual = key.value == sleutel.naam
            self._keep(said if usual else said._replace(sleutel=key._replace(value=sleutel.naam)), block)

    def _again(self, said: Eigenschap, block: Block, sleutel: Sleutel) -> None:
        if self._misses_header(said, block) or self._lost_header_before(block) or self._odd is block:
            return
        first = next(block.alle(sleutel.naam)).sleutel.span
        related = [label(first, "hier-staat-de-eerste")]
        self._diagnostics.append(found("RP208", said.sleutel.span, key=sleutel.naam, related=related))
        self._odd = block

    def _odd_property(self, said: Eigenschap, block: Block) -> None:
        if self._misses_header(said, block):
            return
        if fold(said.sleutel.value) in SLEUTELS:
            self._misplaced(said, block)
        else:
            self._unknown(said, block)

    def _misplaced(self, said: Eigenschap, block: Block) -> None:
        if self._odd is not block:
            self._odd_homes = frozenset(homes(said))
            self._diagnostics.append(misplaced(said, block))
        self._odd = block

    def _unknown(self, said: Eigenschap, block: Block) -> None:
        """Tell of a property that no block has; one that is near to one of this block is read as that."""
        near = near_keys(said, block)
        if len(near) == 1:
            self._keep(said._replace(sleutel=said.sleutel._replace(value=near[0])), block)
        else:
            block.heel = False
        self._diagnostics.append(unknown(said, block, near))

    # ---- sentences

    def _zin(self, zin: Zin, block: Block, line: Line, text: str) -> None:
        if fits(zin, block):
            again = isinstance(zin, _ONCE) and any(isinstance(other, type(zin)) for other in block.zinnen)
            if again and (self._misses_header(zin, block) or self._lost_header_before(block)):
                return
            self._belongs(zin, block, line, text)
            self._keep(zin, block)
        elif not self._misses_header(zin, block):
            related = [label(block.kop.span, "bij-dit-blok")]
            home, kop = home_of(zin), BLOKKEN[block.soort].kop
            self._diagnostics.append(found("RP114", zin.span, home=home, block=kop, related=related))
            self.headless.update(homes(zin))
            self._lose(self._open.before(homes(zin)))

    def _keep(self, said: Eigenschap | Zin, block: Block) -> None:
        if not self._sure:
            block.heel = False
        elif isinstance(said, Eigenschap):
            block.eigenschappen.append(said)
        else:
            block.zinnen.append(said)

    def _belongs(self, said: Eigenschap | Zin, block: Block, line: Line, text: str) -> None:
        self._layout.member(block, line, text, after_blank=self.blank)
        if self.blank:
            before = (len(block.eigenschappen), len(block.zinnen))
            self.suspects.append(Suspect(said.span, frozenset(homes(said)), block, before))

    # ---- lost

    def _misses_header(self, said: Eigenschap | Zin, block: Block) -> bool:
        """Tell, after a white line, that this starts a block whose first line is not there."""
        if self.blank:
            self._header_missing(said.span, block, homes(said))
            self._lose(self._open.before(homes(said)))
        return self.blank

    def _lost_header_before(self, block: Block) -> bool:
        """Tell that a block lost its header where, after a white line, lines went into the block above it.

        Known only now, as one of them stands in that block already; they are taken out of it.
        """
        if not self.suspects or self.suspects[-1].block is not block:
            return False
        span, kinds, _, (properties, sentences) = self.suspects.pop()
        del block.eigenschappen[properties:]
        del block.zinnen[sentences:]
        self._layout.withdraw(block)
        self._header_missing(span, block, kinds)
        self._lose(self._open.before(kinds))
        return True

    def _header_missing(self, span: Span, block: Block, kinds: Iterable[str]) -> None:
        kinds = sorted(set(kinds))
        self.headless.update(kinds)
        related = [label(block.kop.span, "hoort-nu-bij")]
        likely = [blok for blok in BLOKKEN.values() if blok.soort in kinds]
        alike = len(likely) == 1 or {blok.zinnen for blok in likely} in ({"regel"}, {"route"}, {"voorbeeld"})
        help_ = say("zet-een-kop", home=likely[0].kop) if alike else None
        self._diagnostics.append(found("RP116", span, related=related, help=help_))

    def _kept(self, text: str, *, header: bool) -> int | None:
        """Return how many open blocks go on after an unreadable line that looks like a header; None if it does not."""
        kinds = header_kinds(text)
        if kinds:
            self.headless.update({"gebruik"} & set(kinds))
            return self._open.before(kinds)
        if header or (self._open and self._layout.stands_outside(text)):
            return self._open.further_left(text)
        return None

    def _lose(self, kept: int) -> None:
        """Let the next lines belong to no block; a header may still belong to one of the first so many."""
        self._open.cut(kept)
        self._lost = True
