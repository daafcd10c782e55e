"""Where each block of the timeline stands: a column per periode, a row per kind, and what has no place yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from routeplanner.engine.selection import Cel
from routeplanner.present.drawing import GAP, MARGIN, Brick, Drawing, Ruler, Said, Text, brick, placed
from routeplanner.present.figure import Box, Figure, Row
from routeplanner.present.figure_words import described, kind_of, mark_text, name_of, size_of, whole_text
from routeplanner.present.markup import neutral
from routeplanner.present.text_width import cut, wrapped
from routeplanner.present.timeline import Stretch, columns_of, lanes, stretches, unplaced
from routeplanner.present.words import Words

_GUTTER = 116.0
"""Room at the left for what a row is; a narrow timeline has it above the row instead."""
_ROOMY = 560.0
"""From this width on there is room for a gutter."""
_LEAST = 88.0
"""How narrow a column can be."""
_TITLE, _SUBTITLE, _LABEL = 19.0, 13.0, 12.0
_SPACE = 10.0
_KINDS = (
    "verdieping",
    "verbreding",
    "keuzevakken",
    "keuzemodules",
    "stages",
    "activiteiten",
    "vakken",
    "programma",
)
_THROUGHOUT = ("vakken", "programma")
"""Kinds that run on through the years: without a periode they are no work for anyone."""


@dataclass(frozen=True, slots=True)
class _Panel:
    """Columns that stand side by side: all of them, or in a narrow drawing those of one leerjaar."""

    columns: tuple[Cel, ...]
    offset: int
    """The index of its first column among all."""
    loose: bool
    """Whether it has a last column for what has no place yet."""

    @property
    def count(self) -> int:
        return len(self.columns) + int(self.loose)


class _Sheet:
    """A timeline from top to bottom; it holds what was laid so far."""

    def __init__(self, figure: Figure, words: Words, width: float) -> None:
        self.figure = figure
        self.words = words
        self.width = width
        self.left = MARGIN + (_GUTTER if width >= _ROOMY else 0)
        self.inner = width - self.left - MARGIN
        self.columns = columns_of(figure)
        self.y = MARGIN
        self.bricks: list[Brick] = []
        self.texts: list[Text] = []
        self.rulers: list[Ruler] = []

    def heading(self) -> None:
        """Lay the name of the route, and under it what it follows and where it goes."""
        for text, size, bold in ((self.figure.title, _TITLE, True), (self.figure.subtitle, _SUBTITLE, False)):
            for line in wrapped(neutral(text), self.width - 2 * MARGIN, size, 3, bold=bold):
                self.y += size * 1.25
                self.texts.append(Text(MARGIN, self.y - size * 0.25, line, size, bold))
        self.y += _SPACE

    def panel(self, panel: _Panel) -> None:
        """Lay the heads of the columns, and under them a row per kind."""
        wide = (self.inner + GAP) / panel.count - GAP
        self._heads(panel, wide)
        top = self.y
        for row in self._rows():
            here = [s for s in stretches(row, self.columns) if self._is_in(s, panel)]
            loose = unplaced(row, self.columns) if panel.loose and row.key not in _THROUGHOUT else ()
            if here or loose:
                self._row(row, panel, [*self._shifted(here, panel), *self._loose(row, loose, panel)], wide)
        self._rulers(panel, wide, top)
        self.y += _SPACE

    def unplaced(self) -> None:
        """Lay what has no place yet below all columns, where it could not have a column of its own."""
        waiting = [(row, unplaced(row, self.columns)) for row in self._rows() if row.key not in _THROUGHOUT]
        if not any(boxes for _, boxes in waiting):
            return
        self.caption(self.words.phrase("tijdlijn.geen-plek"), MARGIN, self.width - 2 * MARGIN)
        count = max(1, int((self.inner + GAP) // (_LEAST * 1.5 + GAP)))
        panel = _Panel((), 0, loose=False)
        wide = (self.inner + GAP) / count - GAP
        for row, boxes in waiting:
            standing = [Stretch(row, box, i % count, i % count) for i, box in enumerate(boxes)]
            if standing:
                self._row(row, panel, standing, wide)
        self.y += _SPACE

    def throughout(self) -> None:
        """Lay what runs on and has no periode of its own as one bar below all columns."""
        for row in self._rows():
            boxes = unplaced(row, self.columns)
            if row.key in _THROUGHOUT and boxes:
                said = self.words.listed(
                    [f"{box.name} {mark_text(box, self.words)}".strip() for box in boxes]
                )
                whole = "; ".join(whole_text(row, box, self.words) for box in boxes)
                told = Said(self._bar_name(row), said, (self.words.phrase("tijdlijn.los"),), most=99)
                done = all(box.done for box in boxes)
                one = brick(told, replace(boxes[0], done=done), row.key, whole, self.inner)
                self._tag(row.key)
                self.bricks.append(placed(one, self.left, self.y, one.height))
                self.y += one.height + GAP

    # ---- parts

    def _rows(self) -> Iterator[Row]:
        return (row for key in _KINDS for row in self.figure.rows if row.key == key)

    def _bar_name(self, row: Row) -> str:
        programme = self.figure.subtitle.partition(" → ")[0] if row.key == "programma" else ""
        return programme or self.words.phrase(f"figuur.{row.key}")

    def _heads(self, panel: _Panel, wide: float) -> None:
        for leerjaar, group in groupby(enumerate(panel.columns), key=lambda pair: pair[1].leerjaar):
            indices = [index for index, _ in group]
            text = self.words.phrase("plaats.leerjaar", leerjaar=leerjaar)
            self.caption(text, self._x(indices[0], wide), len(indices) * (wide + GAP), down=False)
        self.y += _LABEL * 1.5
        for index, cel in enumerate(panel.columns):
            text = self.words.phrase("plaats.periode", perioden=str(cel.periode))
            self.caption(text, self._x(index, wide), wide, bold=False, down=False)
        if panel.loose:
            text = self.words.phrase("tijdlijn.geen-plek")
            self.caption(text, self._x(len(panel.columns), wide), wide, down=False)
        self.y += _LABEL * 1.5 + 2

    def caption(self, text: str, x: float, room: float, *, bold: bool = True, down: bool = True) -> None:
        """Lay a line of text."""
        line = cut(neutral(text), room, _LABEL, bold=bold)
        self.texts.append(Text(x, self.y + _LABEL, line, _LABEL, bold))
        if down:
            self.y += _LABEL * 1.5

    def _tag(self, key: str) -> None:
        """Say what a row is: in the gutter, or above the row where there is none."""
        gutter = self.left > MARGIN
        room = _GUTTER - GAP if gutter else self.inner
        if gutter:
            self.y += 4
        self.caption(self.words.phrase(f"figuur.{key}"), MARGIN, room, down=not gutter)
        if gutter:
            self.y -= 4

    def _x(self, column: int, wide: float) -> float:
        return self.left + column * (wide + GAP)

    def _is_in(self, stretch: Stretch, panel: _Panel) -> bool:
        return panel.offset <= stretch.first < panel.offset + len(panel.columns)

    def _shifted(self, standing: Sequence[Stretch], panel: _Panel) -> Iterator[Stretch]:
        for one in standing:
            yield replace(one, first=one.first - panel.offset, last=one.last - panel.offset)

    def _loose(self, row: Row, boxes: Sequence[Box], panel: _Panel) -> Iterator[Stretch]:
        column = len(panel.columns)
        return (Stretch(row, box, column, column) for box in boxes)

    def _row(self, row: Row, panel: _Panel, standing: Sequence[Stretch], wide: float) -> None:
        self._tag(row.key)
        for lane in lanes(standing):
            bricks = [self._brick(one, panel, wide) for one in lane]
            height = max(one.height for one in bricks)
            for stretch, one in zip(lane, bricks, strict=True):
                self.bricks.append(placed(one, self._x(stretch.first, wide), self.y, height))
            self.y += height + GAP
        self.y += _SPACE - GAP

    def _brick(self, stretch: Stretch, panel: _Panel, wide: float) -> Brick:
        row, box = stretch.row, stretch.box
        notes = [mark_text(box, self.words) or size_of(box, self.words)]
        if panel.columns and box.plaats.leerjaar is not None and not box.plaats.perioden:
            notes.append(self.words.phrase("tijdlijn.ergens"))
        said = Said(name_of(row, box, self.words), box.about, tuple(note for note in notes if note))
        room = (stretch.last - stretch.first + 1) * (wide + GAP) - GAP
        return brick(said, box, kind_of(row, box), whole_text(row, box, self.words), room)

    def _rulers(self, panel: _Panel, wide: float, top: float) -> None:
        """Lay a faint line before each periode, and a clear one before each leerjaar and what has no place."""
        years = [cel.leerjaar for cel in panel.columns]
        for column in range(1, panel.count):
            clear = column == len(years) or years[column] != years[column - 1]
            x = self._x(column, wide) - GAP / 2
            start = top - (2 if clear else 1) * _LABEL * 1.5
            self.rulers.append(Ruler(x, start, x, self.y - _SPACE, clear=clear))


def timeline_layout(figure: Figure, words: Words, width: float, *, heading: bool = True) -> Drawing:
    """Return where everything of the timeline stands in a drawing of this width; its height follows."""
    sheet = _Sheet(figure, words, width)
    if heading:
        sheet.heading()
    panels = _panels(sheet)
    for panel in panels:
        sheet.panel(panel)
    if not any(panel.loose for panel in panels):
        sheet.unplaced()
    sheet.throughout()
    if any(one.done for one in sheet.bricks):
        sheet.y += _SPACE / 2
        sheet.caption(words.phrase("figuur.vinkje"), MARGIN, width - 2 * MARGIN)
    return Drawing(
        figure.title or words.phrase("figuur.naamloos"),
        described(figure, words),
        width,
        sheet.y + MARGIN,
        tuple(sheet.bricks),
        tuple(sheet.texts),
        tuple(sheet.rulers),
    )


def _panels(sheet: _Sheet) -> list[_Panel]:
    """Return all columns side by side where there is room for them, else those of each leerjaar apart."""
    columns = sheet.columns
    waiting = any(unplaced(row, columns) for row in sheet.figure.rows if row.key not in _THROUGHOUT)
    whole = _Panel(columns, 0, loose=waiting)
    if whole.count and (sheet.inner + GAP) / whole.count - GAP >= _LEAST:
        return [whole]
    panels = []
    for _, group in groupby(enumerate(columns), key=lambda pair: pair[1].leerjaar):
        pairs = list(group)
        panels.append(_Panel(tuple(cel for _, cel in pairs), pairs[0][0], loose=False))
    return panels
