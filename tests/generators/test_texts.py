"""The generated texts hold all that the language has; else the laws that are tried on them say little."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import get_args

import pytest
from generators.signs import KEYS, SYNONYMS
from generators.texts import Document, careless, document, neat, seeded

from routeplanner.language import syntax, tables
from routeplanner.language.parsing import parse, parser
from routeplanner.language.reading import Reading, read_blocks
from routeplanner.language.syntax import Block
from routeplanner.language.vocabulary import ANDERE_SLEUTELS, BLOKKEN
from routeplanner.text.source import Source

COUNT = 4_000
SPACE = re.compile(r"[ \t\u00a0\u202f]+")


@cache
def documents() -> tuple[tuple[Document, str], ...]:
    made = []
    for seed in range(COUNT):
        rng = seeded(seed)
        text = document(rng)
        made.append((text, careless(text, rng)))
    return tuple(made)


@cache
def lines() -> tuple[str, ...]:
    return tuple(line for _, text in documents() for line in re.split(r"\r\n|\n|\r", text) if line.strip())


@cache
def folded_lines() -> frozenset[str]:
    return frozenset(SPACE.sub(" ", unicodedata.normalize("NFC", line).lower()) for line in lines())


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(read_blocks(Source("x.lob", text)) for _, text in documents())


def blocks() -> Iterator[Block]:
    waiting = [block for reading in readings() for block in reading.blocks]
    while waiting:
        block = waiting.pop()
        yield block
        waiting += block.kinderen


def test_every_kind_of_block() -> None:
    assert {block.soort for block in blocks()} == set(BLOKKEN)


def test_every_block_in_every_block_that_takes_it() -> None:
    pairs = {(block.soort, child.soort) for block in blocks() for child in block.kinderen}
    assert pairs == {(above, blok.soort) for blok in BLOKKEN.values() for above in blok.ouders if above}


def test_every_property_of_every_block() -> None:
    keys = {(block.soort, line.sleutel.value) for block in blocks() for line in block.eigenschappen}
    assert keys == {(blok.soort, key) for blok in BLOKKEN.values() for key in blok.sleutels}


def test_every_kind_of_sentence() -> None:
    assert {type(zin) for block in blocks() for zin in block.zinnen} == set(get_args(syntax.Zin))


def test_every_kind_of_thing() -> None:
    lists = [
        zin for block in blocks() for zin in block.zinnen if isinstance(zin, syntax.Verplicht | syntax.Kiest)
    ]
    kinds = {ding.kind for zin in lists for ding in zin.dingen}
    named = {"keuzemodule", "keuzevak", "module", "stage", "activiteit", "doel", "groep"}
    assert kinds == named | {"code", "verkennend", "verdieping"}


# Read so that the checker can say what to write instead; a whole text takes the line endings.
_NEVER = {"OF", "EN_OF", "_NL"}


def test_every_terminal() -> None:
    seen = {token.type for line in lines() for token in parser().parse_interactive(line).iter_parse()}
    built = tables.build()
    assert seen == {terminal.name for terminal in built.terminals} - set(built.ignore_tokens) - _NEVER


def test_every_rule_of_the_grammar() -> None:
    trees = [tree for tree in map(parse, lines()) if tree]
    rules = tables.build().rules
    # a rule with a `?` or an alias leaves a node only where it has no alias or more than one part
    names = {str(rule.alias or rule.origin.name) for rule in rules if rule.alias or not rule.options.expand1}
    assert {str(node.data) for tree in trees for node in tree.iter_subtrees()} == {
        name for name in names if not name.startswith("_") and name not in ("zin", "los_dingen")
    }


@pytest.mark.parametrize("synonym", [way for sign in SYNONYMS for way in (sign.neat, *sign.others)])
def test_every_synonym(synonym: str) -> None:
    word = re.compile(rf"(?<!\w){re.escape(unicodedata.normalize('NFC', synonym))}(?!\w)")
    assert any(word.search(line) for line in folded_lines())


@pytest.mark.parametrize("key", [way for ways in KEYS.values() for way in ways])
def test_every_other_name_of_a_property(key: str) -> None:
    assert any(re.match(rf"[ \ufeff]*{re.escape(key)} ?:", line) for line in folded_lines())


def test_the_names_of_properties_are_those_of_the_vocabulary() -> None:
    ours = {(way.replace("’", "'"), key) for key, ways in KEYS.items() for way in ways}
    assert ours == {*ANDERE_SLEUTELS.items(), ("leerjaren", "leerjaar")}


@pytest.mark.parametrize(
    "sign", [*'\t\u00a0\u202f\ufeff“”„"#\r\n', "\r\n", "e\u0301", "( 2", "9/2010", "K/9", "k/9"]
)
def test_every_sign_that_people_type(sign: str) -> None:
    assert any(sign in text for _, text in documents())


_PLACES = {
    "on top": r"\A(?:\ufeff)?#",
    "at the end of a line": r"\S  #",
    "by itself": r"\n\n#.*\n\n",
    "above a block": r"\n\n#.*\n\w",
    "above a line in a block": r"\n  #.*\n  \w",
    "deeper": r"\n    #",
    "under a block": r"\n  \w.*\n  #.*\n\n\w",
    "at the end": r"\n#.*\n\Z",
}


@pytest.mark.parametrize("place", _PLACES)
def test_comments_in_every_place(place: str) -> None:
    assert any(re.search(_PLACES[place], neat(text)) for text, _ in documents())


def test_the_same_seed_gives_the_same_text() -> None:
    rng = seeded(7)
    assert careless(document(rng), rng) == documents()[7][1]
