"""The structure of a text as its layout shows it: an independent reader that looks at white space only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from routeplanner.language.files import Project
from routeplanner.language.syntax import Block
from routeplanner.text.source import Source


def shows_what_it_says(text: str, project: Project, path: Path) -> bool:
    """Tell whether every line that stands in a block stands in the block that the layout shows."""
    file = next(file for file in project.files if file.path == path)
    read = dict(_parents(file.source, file.reading.blocks, 0))
    seen = _by_indentation(text.splitlines())
    return all(seen[line] == parent for line, parent in read.items() if parent)


def _parents(source: Source, blocks: Sequence[Block], parent: int) -> Iterator[tuple[int, int]]:
    """Yield each line with the line of the block that it was read into, 0 for none."""
    for block in blocks:
        number = source.line_number(block.kop.span.start)
        yield number, parent
        for said in (*block.eigenschappen, *block.zinnen):
            yield source.line_number(said.span.start), number
        yield from _parents(source, block.kinderen, number)


def _by_indentation(lines: Sequence[str]) -> dict[int, int]:
    """Return for each line the nearest line above it that is less indented, 0 for none."""
    parents: dict[int, int] = {}
    open_: list[tuple[int, int]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        while open_ and open_[-1][0] >= indent:
            open_.pop()
        parents[number] = open_[-1][1] if open_ else 0
        open_.append((indent, number))
    return parents
