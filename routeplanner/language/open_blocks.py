"""The blocks that a line can still belong to."""

from __future__ import annotations

from collections.abc import Iterable

from routeplanner.language.layout import indent_of
from routeplanner.language.syntax import Block, Kop
from routeplanner.language.vocabulary import BLOKKEN


class OpenBlocks:
    """The chain of open blocks, outermost first."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._indents: list[int] = []

    def __len__(self) -> int:
        return len(self.blocks)

    @property
    def last(self) -> Block:
        """The innermost block; there must be one."""
        return self.blocks[-1]

    def push(self, block: Block, text: str) -> None:
        """Open a block whose header is this line."""
        self.blocks.append(block)
        self._indents.append(indent_of(text))

    def cut(self, kept: int) -> None:
        """Close all but the first so many."""
        del self.blocks[kept:]
        del self._indents[kept:]

    def parent_of(self, kop: Kop) -> int | None:
        """Return which of the blocks a header belongs in."""
        ouders = BLOKKEN[kop.soort].ouders
        places = [place for place, block in enumerate(self.blocks) if block.soort in ouders]
        return places[-1] if places else None

    def before(self, kinds: Iterable[str]) -> int:
        """Return how many of the blocks go on where a block of one of these kinds starts."""
        ouders = {ouder for kind in kinds for ouder in BLOKKEN[kind].ouders}
        return max((n for n, block in enumerate(self.blocks, 1) if block.soort in ouders), default=0)

    def further_left(self, text: str) -> int:
        """Return how many of the blocks have a header that is less indented than this line."""
        return sum(indent < indent_of(text) for indent in self._indents)

    def shows_inside(self, text: str) -> bool:
        """Tell whether the layout shows a line as one of the innermost block."""
        return indent_of(text) > self._indents[-1]
