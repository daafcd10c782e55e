"""The grammar itself: without conflicts, the same line by line as in one piece, and shipped as it is."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from bench.school import school
from lark import Lark, Token, Tree

from routeplanner import api
from routeplanner.language import tables
from routeplanner.language.parsing import Node, parse
from routeplanner.language.vocabulary import BLOKKEN

ROOT = Path(__file__).parents[2]
EXAMPLES = Path(__file__).with_name("examples.lob")
SHIPPED = tables.TABLES.read_bytes()
STARTS = ("zin", "bestand")
TEXTS = {
    "examples": EXAMPLES.read_text("utf-8"),
    "school": school(1_000),
    **{
        str(path.relative_to(ROOT)): path.read_text("utf-8")
        for folder in ("curricula", "rules")
        for path in sorted((ROOT / folder).rglob("*.lob"))
    },
}


@cache
def built(start: str) -> Lark:
    return tables.build(start)


# ---- without conflicts


@pytest.mark.parametrize("start", STARTS)
def test_there_are_no_conflicts(start: str) -> None:
    """Strict: no choice is left to lark, neither between rules nor between words."""
    tables.build(start, strict=True)


def test_a_conflict_would_be_seen() -> None:
    with pytest.raises(Exception, match=r"conflict|collision"):
        Lark('start: a | b\na: "x"\nb: "x"', parser="lalr", strict=True)


@pytest.mark.parametrize("start", STARTS)
def test_every_rule_and_word_is_of_use(start: str) -> None:
    parser = built(start)
    used = {symbol.name for rule in parser.rules for symbol in rule.expansion} | set(parser.ignore_tokens)
    assert {terminal.name for terminal in parser.terminals} <= used


# ---- the examples


def test_the_examples_are_right() -> None:
    """They use every block and sentence; a mistake in one would make the tests below say less."""
    found = api.check([EXAMPLES], op=date(2010, 1, 1)).diagnostics
    assert [(d.code, d.span.text) for d in found] == []


def test_the_examples_have_every_rule() -> None:
    names = {rule.alias or rule.origin.name for rule in built("zin").rules}
    named = {name for name in names if not name.startswith("_") and name not in ("zin", "ding", "naamding")}
    assert named - {str(tree.data) for tree in trees("examples")} == set()


def test_the_examples_have_every_word() -> None:
    seen = {token.type for tree in trees("examples") for token in tree.scan_values(lambda _: True)}
    words = {terminal.name for terminal in built("zin").terminals} - set(built("zin").ignore_tokens)
    # an article is not kept, and 'of' is read only to be refused
    assert words - seen == {"_LIDWOORD", "OF", "EN_OF"}


def test_the_examples_have_every_property() -> None:
    seen = {str(tree.children[0]) for tree in trees("examples") if tree.data == "eigenschap"}
    assert {key for blok in BLOKKEN.values() for key in blok.sleutels} - seen == set()


def trees(name: str) -> Iterator[Tree[Token]]:
    for line in lines(TEXTS[name]):
        tree = parse(line)
        if tree is not None:
            yield from tree.iter_subtrees()


# ---- line by line


@pytest.mark.parametrize("name", TEXTS)
def test_line_by_line_is_the_same_as_in_one_piece(name: str) -> None:
    text = TEXTS[name]
    whole = [plain(tree) for tree in built("bestand").parse(text).children if isinstance(tree, Tree)]
    by_line = [plain(tree) for line in lines(text) if (tree := parse(line)) is not None]
    assert by_line == whole
    assert by_line


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_with_any_line_ending(ending: str) -> None:
    text = TEXTS["examples"].replace("\n", ending)
    whole = [plain(tree) for tree in built("bestand").parse(text).children if isinstance(tree, Tree)]
    assert whole == [plain(tree) for line in lines(TEXTS["examples"]) if (tree := parse(line)) is not None]


def lines(text: str) -> list[str]:
    return text.split("\n")


def plain(tree: Node) -> object:
    """Return a tree without places."""
    return [
        str(tree.data),
        *(plain(child) if isinstance(child, Tree) else (child.type, str(child)) for child in tree.children),
    ]


# ---- the shipped tables


def test_the_shipped_tables_are_those_of_the_grammar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If not: `python hatch_build.py`."""
    monkeypatch.setattr(tables, "TABLES", tmp_path / "tables.bin")
    tables.write_tables()
    assert tables.TABLES.read_bytes() == SHIPPED


@pytest.mark.parametrize("name", ["examples", "school"])
def test_the_shipped_tables_read_what_the_grammar_reads(name: str) -> None:
    loaded, fresh = tables.load(), built("zin")
    for line in lines(TEXTS[name]):
        assert plain(loaded.parse(line)) == plain(fresh.parse(line))


@pytest.mark.parametrize(
    "data", [None, b"", b"geen tabellen", SHIPPED[:-1], SHIPPED[1:], b"\0" * len(SHIPPED)]
)
def test_tables_that_do_not_fit_are_never_used(
    data: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "TABLES", tmp_path / "tables.bin")
    if data is not None:
        tables.TABLES.write_bytes(data)
    assert tables._read_tables() is None
    assert tables.load().parse("verplicht VT/K/9")


def test_tables_of_another_grammar_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tables._read_tables() is not None
    (tmp_path / "grammar.lark").write_text(tables.GRAMMAR.read_text("utf-8") + "\n// anders\n", "utf-8")
    monkeypatch.setattr(tables, "GRAMMAR", tmp_path / "grammar.lark")
    assert tables._read_tables() is None


def test_tables_of_another_lark_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lark.__version__", "0.0.0")
    assert tables._read_tables() is None
