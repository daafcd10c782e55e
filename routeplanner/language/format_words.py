"""One line in the one spelling: every word of it stays, each is written in one way.

Works on the tokens of the line with the rule each stands in; what lies between two tokens is only
white space and a comment, so nothing can get lost unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from routeplanner.language.format_spelling import ONE_OF, SEPARATORS, Word, spelled
from routeplanner.language.parsing import Node, Token, parse, tokens_of
from routeplanner.language.vocabulary import SLEUTELS, Sleutel, fold, sleutel_van

SPACE = " \t\u00a0\u202f\ufeff"
"""White space as the grammar has it."""


class Written(NamedTuple):
    """A line without its indentation."""

    text: str
    """Empty where the line is only a comment."""
    comment: str
    """From its `#` on; empty where there is none."""


@lru_cache(maxsize=1 << 13)
def write(line: str, blok: str) -> Written:
    """Return a readable line in the one spelling; `blok` is the kind of block it belongs to."""
    tree = parse(line)
    if tree is None:
        return Written("", _comment(line))
    if tree.data == "eigenschap" and fold(str(tree.children[0])) not in SLEUTELS:
        # no block has such a property: what the line was meant to be is not known, so neither is its spelling
        return Written(line.strip(SPACE).rstrip(), "")
    words, rest = _words(line, tree)
    return Written(_joined(words, _sleutel(tree, blok)), _comment(rest))


def _comment(rest: str) -> str:
    return rest[rest.index("#") :].rstrip() if "#" in rest else ""


def _sleutel(tree: Node, blok: str) -> Sleutel | None:
    """Return the property that a line gives, None where the block takes none of that name."""
    return sleutel_van(blok, str(tree.children[0])) if tree.data == "eigenschap" and blok else None


# ---- the words of a line

# What the grammar leaves out of the tree; a comment goes on to the end of the line.
_LEFT_OUT = re.compile(r"#.*|(?P<LIDWOORD>[^\W\d_]+)")


def _words(line: str, tree: Node) -> tuple[list[Word], str]:
    """Return every word of the line in order, and what stands after the last."""
    words: list[Word] = []
    at = 0
    for token, rule, last in _tokens(tree):
        start, end = token.start_pos or 0, token.end_pos or 0
        words += _left_out(line[at:start])
        words.append(Word(token.type, str(token), rule, last))
        at = end
    words += _left_out(line[at:])
    return words, line[at:]


def _tokens(tree: Node, of: str = "") -> Iterator[tuple[Token, str, bool]]:
    """Yield the tokens of a tree with their rule; as deep as the grammar, which does not nest."""
    rule = str(tree.data)
    if rule == "namen" and of == "met":
        rule = ONE_OF
    separators = [token for token in tokens_of(tree) if token.type in SEPARATORS]
    for child in tree.children:
        if isinstance(child, Token):
            yield child, rule, bool(separators) and child is separators[-1]
        else:
            yield from _tokens(child, rule)


def _left_out(gap: str) -> list[Word]:
    if not gap or gap.isspace():
        return []
    return [Word(m.lastgroup, m[0], "") for m in _LEFT_OUT.finditer(gap) if m.lastgroup]


_TIGHT_BEFORE = frozenset(",:)")


def _joined(words: list[Word], sleutel: Sleutel | None) -> str:
    """Return the words in the one spelling with one space between, none before `,` `:` `)` and after `(`."""
    text = ""
    previous = Word("", "", "")
    for word in words:
        written = spelled(word, previous, sleutel)
        tight = not text or written in _TIGHT_BEFORE or previous.kind == "LPAR"
        text += written if tight else f" {written}"
        previous = word
    return text
