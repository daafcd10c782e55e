"""Which columns a block of a timeline takes: its periodes, its whole leerjaar, or none yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from routeplanner.engine.selection import Cel
from routeplanner.present.figure import Box, Figure, Row


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block over neighbouring columns, both included."""

    row: Row
    box: Box
    first: int
    last: int


def columns_of(figure: Figure) -> tuple[Cel, ...]:
    """Return the periodes in order: those of the school, and others that a choice names."""
    named = {
        Cel(box.plaats.leerjaar, periode)
        for row in figure.rows
        for box in row.boxes
        if box.plaats.leerjaar is not None
        for periode in box.plaats.perioden or (1,)
    }
    return tuple(sorted(cel for cel in {*figure.cellen, *named} if cel.leerjaar > 0))


def stretches(row: Row, columns: Sequence[Cel]) -> Iterator[Stretch]:
    """Yield where the blocks of a row stand; one in periodes apart stands there more than once."""
    for box in row.boxes:
        for first, last in _runs(_taken(box, columns)):
            yield Stretch(row, box, first, last)


def unplaced(row: Row, columns: Sequence[Cel]) -> tuple[Box, ...]:
    """Return the blocks of a row that have no place in time yet."""
    return tuple(box for box in row.boxes if not _taken(box, columns))


def lanes(standing: Sequence[Stretch]) -> list[list[Stretch]]:
    """Return blocks in as few lanes as it takes for none to cover another, first come first served."""
    found: list[list[Stretch]] = []
    for one in sorted(standing, key=lambda stretch: (stretch.first, stretch.last)):
        free = next((lane for lane in found if lane[-1].last < one.first), None)
        if free is None:
            found.append([one])
        else:
            free.append(one)
    return found


def _taken(box: Box, columns: Sequence[Cel]) -> list[int]:
    leerjaar, perioden = box.plaats.leerjaar, box.plaats.perioden
    return [
        index
        for index, cel in enumerate(columns)
        if cel.leerjaar == leerjaar and (not perioden or cel.periode in perioden)
    ]


def _runs(indices: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each row of neighbours."""
    for _, run in groupby(enumerate(indices), key=lambda pair: pair[1] - pair[0]):
        found = [index for _, index in run]
        yield found[0], found[-1]
