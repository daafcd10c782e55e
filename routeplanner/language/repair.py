"""What a repair of a line is: a change, and how likely it is; and where a line stops making sense."""

from __future__ import annotations

import re
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f'’\-]*")
PIECE = re.compile(r"\"[^\"]*\"|[“„”][^”“\"]*[”“\"]|#.*|[^\W_][\w\u0300-\u036f'’\-/&.]*|\S")
SPACE = " \t\u00a0\u202f"


class Edit(NamedTuple):
    """Replace `start` to `end` of the line by `text`."""

    start: int
    end: int
    text: str

    def apply(self, line: str) -> str:
        """Return the line after the change."""
        return line[: self.start] + self.text + line[self.end :]


class Trouble(NamedTuple):
    """Where a line stops making sense: the offset, what stands there and what could have."""

    start: int
    end: int
    expected: tuple[str, ...]
    """Names of terminals, sorted."""


class Repair(NamedTuple):
    """A change that could make a line readable."""

    cost: tuple[int, int]
    code: str
    """Of the finding, with its variant after a point: `RP104.anders`."""
    edit: Edit
    missing: str = ""
    """Where the change only stands for something that is missing: its terminal. Nobody can know the word itself."""
