"""Console blocks of a page: each command with what it should print."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Transcript(NamedTuple):
    """A command of `routeplanner` in a page."""

    arguments: tuple[str, ...]
    output: str
    line: int
    """Where the command stands, from 1."""


def transcripts(page: Path) -> Iterator[Transcript]:
    """Yield the commands of a page that run the program."""
    text = page.read_text("utf-8")
    for block in BLOCK.finditer(text):
        start = block.start(1)
        for part in re.split(r"^(?=\$ )", block[1], flags=re.MULTILINE):
            command, _, output = part.partition("\n")
            if command.startswith("$ routeplanner"):
                line = text.count("\n", 0, start) + 1
                yield Transcript(tuple(shlex.split(command)[2:]), output, line)
            start += len(part)


def with_outputs(page: Path, outputs: list[str]) -> str:
    """Return the page with these outputs behind its commands, in order."""
    fresh = iter(outputs)

    def block(match: re.Match[str]) -> str:
        parts = re.split(r"^(?=\$ )", match[1], flags=re.MULTILINE)
        return "```console\n" + "".join(_renewed(part, fresh) for part in parts) + "```"

    return BLOCK.sub(block, page.read_text("utf-8"))


def _renewed(part: str, fresh: Iterator[str]) -> str:
    command = part.partition("\n")[0]
    return f"{command}\n{next(fresh)}" if command.startswith("$ routeplanner") else part
