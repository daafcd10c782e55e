"""Generated texts that can be read without an error: every construct of the language, in any layout.

`document(seeded(7))` is a text as a tree; `neat` gives it as the formatter must write it, `careless`
as people may have typed, pasted or mailed it. The two share no code with the formatter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from generators import signs
from generators.headers import HEADERS
from generators.properties import Lines
from generators.signs import COMMENTS
from generators.things import Signs

from routeplanner.language.vocabulary import BLOKKEN

BOM = "\ufeff"
INDENTS = ("", "", "  ", "    ", "\t", "\u00a0 ", "          ", "\ufeff")
ENDINGS = ("\n", "\n", "\r\n")


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - chance that can be had again


class Remarks(NamedTuple):
    """The comments and blank lines before a line or the end of the file."""

    under: tuple[str, ...] = ()
    """Right under the line above; only before a header."""
    loose: tuple[tuple[str, ...], ...] = ()
    """Between blank lines; only before a header."""
    above: tuple[str, ...] = ()
    """Right above the line."""
    blank: bool = False
    """Whether the author left a blank line where that is free."""


class Line(NamedTuple):
    """A header, property or sentence."""

    signs: Signs
    remarks: Remarks = Remarks()
    tail: str = ""
    """The comment at its end."""


@dataclass
class Block:
    soort: str
    kop: Line
    members: list[Line] = field(default_factory=list)
    children: list[Block] = field(default_factory=list)


@dataclass
class Document:
    blocks: list[Block]
    end: Remarks
    bom: bool
    ending: str


# ---- making one


def document(rng: Random) -> Document:
    """Return a small text: one to three blocks that stand by themselves."""
    maker = _Maker(rng)
    blocks = [maker.block(kind) for kind in maker.kinds()]
    return Document(blocks, maker.remarks(), rng.random() < 0.1, rng.choice(ENDINGS))


class _Maker:
    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._lines = Lines(rng)

    def kinds(self) -> Iterator[str]:
        """Yield kinds of blocks that can stand by themselves, in this order."""
        above = ""
        for _ in range(self._rng.choice((1, 1, 1, 1, 2, 3))):
            kind = self._rng.choice(_TOP)
            # a keuzevak right after a programme is one of the programme's
            if not (kind == "keuzevak" and above == "programma"):
                yield kind
                above = kind

    def block(self, kind: str, depth: int = 0) -> Block:
        kop = Line(HEADERS[kind](self._lines), self.remarks(), self._tail())
        children = [self.block(child, depth + 1) for child in self._children(kind)]
        return Block(kind, kop, self._members(kind), children)

    def _children(self, kind: str) -> list[str]:
        """Return kinds of blocks within; an eindterm after a deeltaak would be the deeltaak's."""
        kinds = [kind_ for kind_, blok in BLOKKEN.items() if kind in blok.ouders]
        chosen = [self._rng.choice(kinds) for _ in range(self._rng.choice((0, 0, 1, 2)))] if kinds else []
        if chosen.count("verkennend_deel") > 1:
            chosen.pop()
        return sorted(chosen, key=lambda child: child == "deeltaak")

    def _members(self, kind: str) -> list[Line]:
        blok = BLOKKEN[kind]
        chance = max(0.1, 1.3 / max(1, len(blok.sleutels)))
        keys = [key for key in blok.sleutels.values() if self._rng.random() < chance]
        keys += [key for key in keys if key.lijst and self._rng.random() < 0.2]
        lines = [self._lines.property(key, school=kind == "school") for key in keys]
        lines += self._sentences(blok.zinnen) if blok.zinnen else []
        self._rng.shuffle(lines)
        return [Line(line, Remarks(above=self._comments(0.05)), self._tail()) for line in lines]

    def _sentences(self, kind: str) -> list[Signs]:
        lines: dict[str, Signs] = {}
        for number in range(self._rng.choice((1, 1, 2))):
            line = self._lines.sentence(kind)
            # of some sentences a block holds one
            once = line[0].neat in _ONCE
            lines[line[0].neat if once else str(number)] = line
        return list(lines.values())

    def remarks(self) -> Remarks:
        loose = [self._comments(1.0) for _ in range(self._rng.choice((0, 0, 0, 0, 0, 1, 2)))]
        blank = self._rng.random() < 0.3
        return Remarks(self._comments(0.1), tuple(loose), self._comments(0.1), blank)

    def _comments(self, chance: float) -> tuple[str, ...]:
        if self._rng.random() >= chance:
            return ()
        return tuple(self._rng.choice(COMMENTS) for _ in range(self._rng.randint(1, 2)))

    def _tail(self) -> str:
        return self._rng.choice(COMMENTS) if self._rng.random() < 0.1 else ""


_ONCE = frozenset({"volgt", "gegeven", "verwacht"})
_TOP = tuple(kind for kind, blok in BLOKKEN.items() if not blok.ouders or "" in blok.ouders)


# ---- writing it


class Placed(NamedTuple):
    """A line with what decides its layout."""

    line: Line
    soort: str
    depth: int
    is_kop: bool


def placed(text: Document) -> list[Placed]:
    """Return the lines of a text in order."""
    return [line for block in text.blocks for line in _placed(block, 0)]


def _placed(block: Block, depth: int) -> Iterator[Placed]:
    yield Placed(block.kop, block.soort, depth, is_kop=True)
    for member in block.members:
        yield Placed(member, block.soort, depth + 1, is_kop=False)
    for child in block.children:
        yield from _placed(child, depth + 1)


def _apart(before: Placed, after: Placed) -> bool:
    """Tell whether a blank line must stand before a header."""
    if after.depth:
        return before.soort == "programma"
    return not before.soort == after.soort == "gebruik"


def _inside(before: Placed) -> int:
    """Return the depth at which more of the block of this line would stand."""
    return before.depth + (before.is_kop and before.soort != "gebruik")


def neat(text: Document, ending: str = "\n") -> str:
    """Return a text as the formatter must write it."""
    lines: list[str] = []
    before: Placed | None = None
    for place in placed(text):
        line = place.line
        lines += _neat_remarks(before, place, line.remarks)
        tail = f"  {line.tail}" if line.tail else ""
        lines.append("  " * place.depth + signs.neat(line.signs) + tail)
        before = place
    lines += _neat_remarks(before, None, text.end._replace(above=()))
    return (BOM if text.bom else "") + "".join(line + ending for line in lines)


def _neat_remarks(before: Placed | None, after: Placed | None, remarks: Remarks) -> Iterator[str]:
    if after is not None and not after.is_kop:
        yield from ("  " * after.depth + comment for comment in remarks.above)
        return
    under, loose, above, blank = remarks if before is not None else _on_top(remarks)
    if before is not None:
        yield from ("  " * _inside(before) + comment for comment in under)
    depth = after.depth if after is not None else 0
    chunks = [*loose, above] if after is not None else [*loose]
    apart = bool(under or loose)
    if before is not None and after is not None:
        apart = apart or blank or _apart(before, after)
    for number, chunk in enumerate(chunks):
        if number or (before is not None and apart):
            yield ""
        yield from ("  " * depth + comment for comment in chunk)


def _on_top(remarks: Remarks) -> Remarks:
    """Return the remarks before the first line: there is nothing that a comment could be right under."""
    under, loose, above, blank = remarks
    return Remarks((), (under, *loose) if under else loose, above, blank)


def careless(text: Document, rng: Random) -> str:
    """Return a text as people may write it, with most lines ended as the document says."""
    lines = list(_careless_lines(text, rng))
    lines[0] = lines[0].lstrip(BOM)
    odd = rng.sample(range(len(lines)), (len(lines) - 1) // 3) if rng.random() < 0.2 else []
    endings = [text.ending] * len(lines)
    for number in odd:
        # a \r before an empty line would make one line ending of two
        endings[number] = rng.choice(("\r\n", "\n", "\r" if all(lines[number + 1 : number + 2]) else "\n"))
    if rng.random() < 0.2 and len(lines) - len(odd) > len(odd) + 1:
        endings[-1] = ""
    ended = [line + ending for line, ending in zip(lines, endings, strict=True)]
    return (BOM if text.bom else "") + "".join(ended)


def _careless_lines(text: Document, rng: Random) -> Iterator[str]:
    before: Placed | None = None
    for place in placed(text):
        remarks = list(_careless_remarks(before, place, place.line.remarks, rng))
        # right under another block, further to the right: that would be read as a mistake
        touches = place.is_kop and place.depth == 0 and all(line.strip() for line in remarks)
        indent = rng.choice(("", BOM) if touches else INDENTS)
        tail = rng.choice(("", " ", "\t", "    ")) + place.line.tail if place.line.tail else ""
        yield from remarks
        yield (
            indent + signs.careless(place.line.signs, rng) + tail + rng.choice(("", "", " ", "\t", "\u00a0"))
        )
        before = place
    yield from _careless_remarks(before, None, text.end._replace(above=()), rng)


def _careless_remarks(
    before: Placed | None, after: Placed | None, remarks: Remarks, rng: Random
) -> Iterator[str]:
    under, loose, above, blank = remarks
    if after is not None and not after.is_kop:
        yield from _blanks(rng, 0)
        for comment in above:
            yield from (_comment(comment, rng), *_blanks(rng, 0))
        return
    if before is None:
        under, loose, above, blank = _on_top(remarks)
    yield from (_comment(comment, rng) for comment in under)
    for group in loose:
        yield from (*_blanks(rng, 1), *(_comment(comment, rng) for comment in group))
    if after is None:
        yield from _blanks(rng, 0)
        return
    needed = bool(under or loose or blank)
    free = before is None or _apart(before, after)
    yield from _blanks(rng, int(needed)) if needed or free else ()
    yield from (_comment(comment, rng) for comment in above)


def _blanks(rng: Random, least: int) -> list[str]:
    return [rng.choice(("", "", " ", "\t", "\u00a0")) for _ in range(least + rng.choice((0, 0, 0, 1, 2)))]


def _comment(comment: str, rng: Random) -> str:
    return rng.choice(INDENTS) + comment + rng.choice(("", "", "  ", "\t"))
