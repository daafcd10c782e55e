"""Where each block of the figure stands: the programme as a wall, and on it, brick on brick, what was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from routeplanner.model.rules import EenheidId, KeuzeSoort
from routeplanner.present.drawing import GAP, MARGIN, Brick, Drawing, Ruler, Said, Text, brick, placed
from routeplanner.present.figure import Box, Figure, Row
from routeplanner.present.figure_words import described, kind_of, name_of, notes, whole_text
from routeplanner.present.markup import neutral
from routeplanner.present.text_width import cut, wrapped
from routeplanner.present.words import Words

_LEAST = 124.0
"""How narrow a block can be and still hold its words."""
_FEWEST = 3
"""Columns, where there is room: fewer would make the blocks of a short programme very wide."""
_TITLE, _SUBTITLE, _LABEL = 19.0, 13.0, 12.0
_ON_TOP = ("verbreding", "keuzevakken")
"""Rows that stand on the programme, from top to bottom; a verdieping stands on its own unit."""
_BESIDE = ("keuzemodules", "stages", "activiteiten", "vakken")
_SPACE = 12.0
"""Between one row and the label of the next."""


@dataclass(frozen=True, slots=True)
class _Pile:
    """A block, and what stands on it."""

    base: Brick
    upon: tuple[Brick, ...]


class _Wall:
    """Bricks laid from top to bottom; it holds what was laid so far."""

    def __init__(self, figure: Figure, words: Words, width: float) -> None:
        self.figure = figure
        self.words = words
        self.inner = width - 2 * MARGIN
        self.columns = _columns(figure, self.inner)
        self.brick = (self.inner - GAP * (self.columns - 1)) / self.columns
        """How wide a block is."""
        self.based = {_unit(box) for box in _boxes(figure) if not _is_deepening(box)} - {None}
        """The units with a block of their own: on these their verdiepingen stand."""
        self.upon = _deepenings(figure)
        """The verdiepingen that have no place yet, by unit."""
        self.y = MARGIN
        self.bricks: list[Brick] = []
        self.texts: list[Text] = []
        self.rulers: list[Ruler] = []

    def heading(self) -> None:
        """Lay the name of the route, and under it what it follows and where it goes."""
        for text, size, bold in ((self.figure.title, _TITLE, True), (self.figure.subtitle, _SUBTITLE, False)):
            for line in wrapped(neutral(text), self.inner, size, 3, bold=bold):
                self.y += size * 1.25
                self.texts.append(Text(MARGIN, self.y - size * 0.25, line, size, bold))
        self.y += _SPACE / 2

    def caption(self, text: str) -> None:
        """Lay a line that says what the blocks near it are."""
        for line in wrapped(neutral(text), self.inner, _LABEL, 3, bold=True):
            self.y += _LABEL * 1.4
            self.texts.append(Text(MARGIN, self.y - _LABEL * 0.4, line, _LABEL, bold=True))

    def band(self, rows: Sequence[Row]) -> None:
        """Lay the blocks of rows that fit side by side, or of one, under a label for each row."""
        self.y += _SPACE + _LABEL * 1.4
        column = 0
        for row in rows:
            text = neutral(self.words.phrase(f"figuur.{row.key}"))
            taken = min(len(self._bases(row)), self.columns)
            line = cut(text, taken * (self.brick + GAP) - GAP, _LABEL, bold=True)
            self.texts.append(Text(self._x(column), self.y - _LABEL * 0.4, line, _LABEL, bold=True))
            column += taken
        self.row(rows)

    def row(self, rows: Sequence[Row]) -> None:
        """Lay the blocks of rows one after the other, each with what stands on it."""
        piles = [pile for row in rows for pile in self._piles(row)]
        for start in range(0, len(piles), self.columns):
            self._course(piles[start : start + self.columns])

    def ground(self) -> None:
        """Lay the line that the wall stands on."""
        self.y += GAP
        self.rulers.append(Ruler(MARGIN, self.y, MARGIN + self.inner, self.y))
        self.y += GAP / 2

    def fitting(self, rows: Iterable[Row]) -> Iterator[list[Row]]:
        """Yield rows in groups that fit side by side."""
        group: list[Row] = []
        for row in rows:
            count = sum(len(self._bases(one)) for one in (*group, row))
            if group and count > self.columns:
                yield group
                group = []
            if self._bases(row):
                group.append(row)
        if group:
            yield group

    def _bases(self, row: Row) -> list[Box]:
        """Return the blocks of a row that stand on no other."""
        return [box for box in row.boxes if not _is_deepening(box) or _unit(box) not in self.based]

    def _piles(self, row: Row) -> list[_Pile]:
        return [self._pile(row, box) for box in self._bases(row)]

    def _pile(self, row: Row, box: Box) -> _Pile:
        upon = [] if _is_deepening(box) else self.upon.pop(_unit(box), [])
        return _Pile(self._brick(row, box), tuple(self._brick(*one) for one in upon))

    def _x(self, column: int) -> float:
        return MARGIN + column * (self.brick + GAP)

    def _brick(self, row: Row, box: Box) -> Brick:
        kind = kind_of(row, box)
        said = Said(name_of(row, box, self.words), box.about, notes(box, self.words))
        return brick(said, box, kind, whole_text(row, box, self.words), self.brick)

    def _course(self, piles: Sequence[_Pile]) -> None:
        """Lay blocks side by side; what stands on them comes first, level by level."""
        levels = max(len(pile.upon) for pile in piles)
        for level in range(levels, 0, -1):
            self._level([pile.upon[level - 1] if len(pile.upon) >= level else None for pile in piles])
        self._level([pile.base for pile in piles])

    def _level(self, bricks: Sequence[Brick | None]) -> None:
        height = max(one.height for one in bricks if one is not None)
        for column, one in enumerate(bricks):
            if one is not None:
                self.bricks.append(placed(one, self._x(column), self.y, height))
        self.y += height + GAP


def figure_layout(figure: Figure, words: Words, width: float, *, heading: bool = True) -> Drawing:
    """Return where everything of the figure stands in a drawing of this width; its height follows."""
    wall = _Wall(figure, words, width)
    if heading:
        wall.heading()
    for band in wall.fitting(_rows(figure, *_ON_TOP)):
        wall.band(band)
    for row in _rows(figure, "programma"):
        wall.row([row])
        wall.ground()
        wall.caption(words.phrase("figuur.eigen", programme=_programme(figure, words)))
    for band in wall.fitting(_rows(figure, "verdieping", *_BESIDE)):
        wall.band(band)
    if any(one.done for one in wall.bricks):
        wall.y += _SPACE / 2
        wall.caption(words.phrase("figuur.vinkje"))
    height = wall.y + MARGIN
    return Drawing(
        figure.title or words.phrase("figuur.naamloos"),
        described(figure, words),
        width,
        height,
        tuple(wall.bricks),
        tuple(wall.texts),
        tuple(wall.rulers),
    )


def _rows(figure: Figure, *keys: str) -> Iterator[Row]:
    return (row for key in keys for row in figure.rows if row.key == key)


def _programme(figure: Figure, words: Words) -> str:
    return figure.subtitle.partition(" → ")[0] or words.phrase("figuur.programma")


def _columns(figure: Figure, inner: float) -> int:
    """Return in how many columns the programme makes the fullest wall."""
    most = max(1, int((inner + GAP) // (_LEAST + GAP)))
    count = sum(len(row.boxes) for row in _rows(figure, "programma"))
    if count <= most:
        return max(count, min(most, _FEWEST))
    rows = -(-count // most)
    return -(-count // rows)


def _deepenings(figure: Figure) -> dict[EenheidId | None, list[tuple[Row, Box]]]:
    """Return the verdiepingen by their unit."""
    found: dict[EenheidId | None, list[tuple[Row, Box]]] = {}
    for row in figure.rows:
        for box in row.boxes:
            if _is_deepening(box):
                found.setdefault(_unit(box), []).append((row, box))
    return found


def _boxes(figure: Figure) -> Iterator[Box]:
    return (box for row in figure.rows for box in row.boxes)


def _is_deepening(box: Box) -> bool:
    return box.onderdeel is not None and box.onderdeel.keuze.soort is KeuzeSoort.VERDIEPING


def _unit(box: Box) -> EenheidId | None:
    return box.onderdeel.keuze.eenheid if box.onderdeel is not None else None
