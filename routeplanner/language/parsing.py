"""The one home of lark: a line becomes a tree."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from routeplanner.language import tables

__all__ = ["Node", "Token", "Tree", "UnexpectedCharacters", "UnexpectedInput", "UnexpectedToken"]

Node: TypeAlias = Tree[Token]

_MAX_REMEMBERED = 200
"""Of a longer line the tree is not kept: it takes much space, and no text has many of them twice."""


@lru_cache(maxsize=1)
def parser() -> Lark:
    """Return the parser of one line."""
    return tables.load()


def parse(line: str) -> Node | None:
    """Return the tree of a line that has no errors, None for an empty one; places count from its start."""
    return _remembered(line) if len(line) <= _MAX_REMEMBERED else _parse(line)


@lru_cache(maxsize=1 << 14)
def _remembered(line: str) -> Node | None:
    return _parse(line)


def _parse(line: str) -> Node | None:
    tree: Node = parser().parse(line)
    child = tree.children[0] if tree.children else None
    return child if isinstance(child, Tree) else None


def tokens_of(tree: Node) -> list[Token]:
    """Return the tokens directly under a node."""
    return [child for child in tree.children if isinstance(child, Token)]


def trees_of(tree: Node) -> Iterator[Node]:
    """Yield the nodes directly under a node."""
    return (child for child in tree.children if isinstance(child, Tree))
