"""What lines say becomes blocks: each gets its place by its first word, never by layout.

A line that cannot have its place is told, and the lines that would follow it are left out: they never
join the block above silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from routeplanner.language.layout import LayoutWatch, indent_of
from routeplanner.language.lines import Said
from routeplanner.language.plausible import Context
from routeplanner.language.spelling import like, near_of
from routeplanner.language.syntax import (
    ROUTEZINNEN,
    VOORBEELDZINNEN,
    Block,
    Eigenschap,
    Gegeven,
    Kop,
    VerwachtOordeel,
    Volgt,
    Zin,
)
from routeplanner.language.vocabulary import BLOKKEN, SLEUTELS, Sleutel, fold, sleutel_van
from routeplanner.text.diagnostic import Diagnostic, Fix, Label, Say, found, label, say
from routeplanner.text.source import Line, Span

_NAMES = re.compile(r"\"([^\"]*)\"|[“„”]([^”“\"]*)[”“\"]|([^\W_][\w\-/&.]*)")
_FIRST_WORD = re.compile(r"\s*([^\W\d_][\w\-]*)")
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
        self._open: list[Block] = []
        """The chain of blocks that a line can still belong to, outermost first."""
        self._indents: list[int] = []
        """How far each of these was indented."""
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
            self._tell("RP115", said.span)
            self.headless.update(_homes(said))
            self._lose(0)
        elif isinstance(said, Eigenschap):
            self._eigenschap(said, self._open[-1], line, text)
        else:
            self._zin(said, self._open[-1], line, text)

    def give_up(self, text: str, *, header: bool | None = None) -> None:
        """Leave a line unread; if it is, or looks like, a header, what follows is not the block above's."""
        self.unsure.update(names_in(text))
        kept = None if header is False else self._kept(text, header=bool(header))
        if kept is not None:
            self._lose(kept)
        elif self._open:
            self._open[-1].heel = False

    def context(self, text: str) -> Context:
        """Return where a line stands."""
        if self._lost or not self._open:
            return Context(None if self._lost else "")
        return Context(self._open[-1].soort, inside=indent_of(text) > self._indents[-1])

    def forget_name(self, kop: Kop) -> None:
        """Note that the name of a block could not be read."""
        self.headless.add(kop.soort)

    def takes(self, said: Said) -> bool:
        """Tell whether a line can go into the block that is open."""
        if self._lost or not self._open or isinstance(said, Kop):
            return False
        block = self._open[-1]
        if isinstance(said, Eigenschap):
            sleutel = sleutel_van(block.soort, said.sleutel.value)
            return sleutel is not None and not _is_there(block, sleutel)
        return _fits(said, block)

    def shown_inside(self, kop: Kop, text: str, following: str) -> bool:
        """Tell whether the layout shows a header as one line of the block above, where it cannot stand."""
        if self._lost or not self._open or self._parent_of(kop) is not None:
            return False
        indented = indent_of(text) > self._indents[-1] and self._layout.stands_inside(text)
        return indented and not self.blank and indent_of(following) <= indent_of(text)

    # ---- headers

    def _parent_of(self, kop: Kop) -> int | None:
        """Return which of the open blocks a header belongs in."""
        ouders = BLOKKEN[kop.soort].ouders
        places = [place for place, block in enumerate(self._open) if block.soort in ouders]
        return places[-1] if places else None

    def _kop(self, kop: Kop, line: Line, text: str) -> None:
        parent = self._parent_of(kop)
        ouders = BLOKKEN[kop.soort].ouders
        of_lost = self._lost and not self.headless.isdisjoint(ouders)
        if parent is None and ouders and ("" not in ouders or of_lost):
            self._orphan(kop, text)
            return
        if parent is not None and self._again_after_blank(kop, self._open[parent]):
            self.unsure.update(names_in(text))
            self._lose(parent)
            return
        self._cut(0 if parent is None else parent + 1)
        block = Block(kop, [], [], [])
        (self._open[-1].kinderen if self._open else self.top).append(block)
        self._layout.header(kop, line, text, depth=len(self._open))
        self._open.append(block)
        self._indents.append(indent_of(text))
        self._lost = False
        self._odd = None

    def _orphan(self, kop: Kop, text: str) -> None:
        """Tell once that a block has no parent; its lines, and the orphans after it, are left out."""
        self.unsure.update(names_in(text))
        blok = BLOKKEN[kop.soort]
        told = self._odd in self._open and not self._odd_homes.isdisjoint(blok.ouders)
        if not self._lost and not told:
            self.headless.update(ouder for ouder in blok.ouders if ouder)
            parent = next(BLOKKEN[ouder].kop for ouder in blok.ouders if ouder)
            above = [label(self.top[-1].kop.span, "dit-staat-erboven")] if self.top else []
            self._tell(
                "RP113",
                _first_words(kop.span, len(blok.kop.split())),
                block=blok.kop,
                parent=parent,
                related=above,
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
        elif _is_there(block, sleutel):
            self._again(said, block, sleutel)
        else:
            self._belongs(said, block, line, text)
            self._keep(said._replace(sleutel=key._replace(value=sleutel.naam)), block)

    def _again(self, said: Eigenschap, block: Block, sleutel: Sleutel) -> None:
        if self._misses_header(said, block) or self._lost_header_before(block) or self._odd is block:
            return
        first = next(block.alle(sleutel.naam)).sleutel.span
        related = [label(first, "hier-staat-de-eerste")]
        self._tell("RP208", said.sleutel.span, key=sleutel.naam, related=related)
        self._odd = block

    def _odd_property(self, said: Eigenschap, block: Block) -> None:
        if self._misses_header(said, block):
            return
        if fold(said.sleutel.value) in SLEUTELS:
            self._misplaced(said, block)
        else:
            self._unknown(said, block)

    def _misplaced(self, said: Eigenschap, block: Block) -> None:
        key = said.sleutel
        if self._odd is not block:
            self._odd_homes = frozenset(_homes(said))
            homes = [BLOKKEN[kind].kop for kind in _homes(said)]
            kop = BLOKKEN[block.soort].kop
            related = [label(block.kop.span, "bij-dit-blok")]
            help_ = say("hoort-bij", blocks=", ".join(homes[:4]))
            self._tell("RP207", key.span, key=key.value, block=kop, related=related, help=help_)
        self._odd = block

    def _unknown(self, said: Eigenschap, block: Block) -> None:
        """Tell of a property that no block has; one that is near to one of this block is read as that."""
        key = said.sleutel
        blok = BLOKKEN[block.soort]
        free = [naam for naam, sleutel in blok.sleutels.items() if not _is_there(block, sleutel)]
        near = near_of(key.value, free)
        if len(near) == 1:
            help_: Say = say("bedoelde-je", text=near[0])
            self._keep(said._replace(sleutel=key._replace(value=near[0])), block)
        else:
            help_ = _one_of(near) if near else _keys_of(block)
            block.heel = False
        fixes = [Fix(key.span, near[0])] if len(near) == 1 else []
        self._tell("RP206", key.span, key=key.value, block=blok.kop, help=help_, fixes=fixes)

    # ---- sentences

    def _zin(self, zin: Zin, block: Block, line: Line, text: str) -> None:
        if _fits(zin, block):
            again = isinstance(zin, _ONCE) and any(isinstance(other, type(zin)) for other in block.zinnen)
            if again and (self._misses_header(zin, block) or self._lost_header_before(block)):
                return
            self._belongs(zin, block, line, text)
            self._keep(zin, block)
        elif not self._misses_header(zin, block):
            related = [label(block.kop.span, "bij-dit-blok")]
            home, kop = _home_of(zin), BLOKKEN[block.soort].kop
            self._tell("RP114", zin.span, home=home, block=kop, related=related)
            self.headless.update(_homes(zin))
            self._lose(self._parents_of(_homes(zin)))

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
            self.suspects.append(Suspect(said.span, frozenset(_homes(said)), block, before))

    # ---- lost

    def _misses_header(self, said: Eigenschap | Zin, block: Block) -> bool:
        """Tell, after a white line, that this starts a block whose first line is not there."""
        if self.blank:
            self._header_missing(said.span, block, _homes(said))
            self._lose(self._parents_of(_homes(said)))
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
        self._lose(self._parents_of(kinds))
        return True

    def _header_missing(self, span: Span, block: Block, kinds: Iterable[str]) -> None:
        kinds = sorted(set(kinds))
        self.headless.update(kinds)
        related = [label(block.kop.span, "hoort-nu-bij")]
        likely = [blok for blok in BLOKKEN.values() if blok.soort in kinds]
        alike = len(likely) == 1 or {blok.zinnen for blok in likely} in ({"regel"}, {"route"}, {"voorbeeld"})
        help_ = say("zet-een-kop", home=likely[0].kop) if alike else None
        self._tell("RP116", span, related=related, help=help_)

    def _parents_of(self, kinds: Iterable[str]) -> int:
        """Return how many of the open blocks can go on where a block of one of these kinds starts."""
        ouders = {ouder for kind in kinds for ouder in BLOKKEN[kind].ouders}
        return max((n for n, block in enumerate(self._open, 1) if block.soort in ouders), default=0)

    def _kept(self, text: str, *, header: bool) -> int | None:
        """Return how many open blocks go on after an unreadable line that looks like a header; None if it does not."""
        match = _FIRST_WORD.match(text)
        kinds = [blok.soort for blok in BLOKKEN.values() if match and like(match[1], blok.kop.split()[0])]
        if kinds:
            self.headless.update({"gebruik"} & set(kinds))
            return self._parents_of(kinds)
        if header or (self._open and self._layout.stands_outside(text)):
            return sum(indent < indent_of(text) for indent in self._indents)
        return None

    def _lose(self, kept: int) -> None:
        """Let the next lines belong to no block; a header may still belong to one of the first so many."""
        self._cut(kept)
        self._lost = True

    def _cut(self, kept: int) -> None:
        del self._open[kept:]
        del self._indents[kept:]

    # ---- telling

    def _tell(
        self,
        code: str,
        span: Span,
        *,
        related: Iterable[Label] = (),
        help: Say | None = None,  # noqa: A002 - as in found()
        fixes: Iterable[Fix] = (),
        **params: Any,  # noqa: ANN401 - as in found()
    ) -> None:
        self._diagnostics.append(found(code, span, related=related, help=help, fixes=fixes, **params))


def names_in(text: str) -> set[str]:
    """Return every folded word, code and text of a line."""
    return {fold(next(group for group in m.groups() if group is not None)) for m in _NAMES.finditer(text)}


def _first_words(span: Span, count: int) -> Span:
    """Return the place of the first words of a line."""
    words = list(re.finditer(r"[^\s:]+", span.text))[:count]
    return span._replace(end=span.start + words[-1].end()) if words else span


def _is_there(block: Block, sleutel: Sleutel) -> bool:
    """Tell whether a property that can stand in a block once stands there."""
    return not sleutel.lijst and next(block.alle(sleutel.naam), None) is not None


def _home_of(zin: Zin) -> str:
    if isinstance(zin, ROUTEZINNEN):
        return "route"
    return "voorbeeld" if isinstance(zin, VOORBEELDZINNEN) else "regel"


def _fits(zin: Zin, block: Block) -> bool:
    allowed, home = BLOKKEN[block.soort].zinnen, _home_of(zin)
    return allowed == home or (allowed == "voorbeeld" and home == "route")


def _homes(said: Eigenschap | Zin) -> list[str]:
    """Return the kinds of block that a line could stand in."""
    if isinstance(said, Eigenschap):
        return [kind for kind in BLOKKEN if sleutel_van(kind, said.sleutel.value) is not None]
    home = _home_of(said)
    return [blok.soort for blok in BLOKKEN.values() if blok.zinnen == home]


def _one_of(words: Iterable[str]) -> Say:
    return say("kies-uit", words=", ".join(f"`{word}`" for word in words))


def _keys_of(block: Block) -> Say:
    keys = [f"`{key}`" for key in BLOKKEN[block.soort].sleutels]
    return say("wel-bekend", keys=", ".join(keys)) if keys else say("geen-eigenschappen")
