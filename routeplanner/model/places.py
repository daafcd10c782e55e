"""Which block a place of a text is in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from routeplanner.language.files import Project
from routeplanner.language.syntax import Block
from routeplanner.text.source import Span


class Stretch(NamedTuple):
    """A block with all that stands in it, up to the next block beside it or beside one that it is in."""

    path: str
    start: int
    end: int
    block: Block


class Places:
    """The blocks of a project, by place."""

    def __init__(self, project: Project) -> None:
        self._project = project

    @cached_property
    def _stretches(self) -> dict[str, list[Stretch]]:
        return {
            file.source.path: list(
                _stretches(file.source.path, file.reading.blocks, len(file.source.text) + 1)
            )
            for file in self._project.files
        }

    def around(self, span: Span) -> Stretch | None:
        """Return the innermost block that a place is in: the last that starts before it."""
        stretches = self._stretches.get(span.source.path, [])
        place = bisect_right(stretches, span.start, key=lambda stretch: stretch.start)
        return stretches[place - 1] if place else None

    def of_kind(self, soort: str) -> list[Stretch]:
        """Return every block of a kind."""
        return [s for stretches in self._stretches.values() for s in stretches if s.block.soort == soort]


def _stretches(path: str, blocks: Sequence[Block], end: int) -> Iterable[Stretch]:
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        stop = following.kop.span.start if following else end
        yield Stretch(path, block.kop.span.start, stop, block)
        yield from _stretches(path, block.kinderen, stop)
