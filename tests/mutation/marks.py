"""What each piece of a good line is, so that a mistake of a kind can be made in a piece where it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from routeplanner.language.parsing import Node, Token, parse
from routeplanner.language.syntax import Block
from routeplanner.language.vocabulary import BLOKKEN, Shape, sleutel_van

_VALUES = {"WOORD", "STRING", "CODE", "INT", "NUMMERLETTER", "DECIMAAL", "SCHOOLJAAR", "DATUM"}
_SIGNS = {"KOMMA": "comma", "DUBBELE_PUNT": "colon", "TM": "tm", "LPAR": "sign", "RPAR": "sign", "EN": "en"}
_NUMBERS = {"INT", "DECIMAAL", "SCHOOLJAAR", "DATUM", "NUMMERLETTER"}
_DECLARED_BY_CODE = {"programma", "eenheid", "module", "keuzevak", "deeltaak", "eindterm"}
_CLOSED = {Shape.WOORD, Shape.JA_NEE, Shape.LEERWEGEN}
_REFERS = {Shape.PROGRAMMAS, Shape.REGELS, Shape.CODES, Shape.KEUZES}
_CLOSED_AFTER = {"LEERWEG", "PER", "VERWACHT", "UIT_EEN_ANDER"}
_ARTICLE = re.compile(r"(?<![\w\"])(?:de|het)(?= )")


class Mark(NamedTuple):
    """A piece of a line; `role` says what it is.

    keyword, key, closed (a word of a closed list), name (refers), declared, code (refers), declared-code,
    number, text, word (free), comma, colon, en, tm, sign.
    """

    role: str
    start: int
    end: int
    text: str


def marks_of(line: str, block: Block) -> list[Mark]:
    """Return the pieces of a line that belongs to a block (or starts it), in order."""
    tree = parse(line)
    if tree is None:
        return []
    tokens = list(tree.scan_values(lambda _: True))
    roles = _roles(str(tree.data), tokens, block)
    found = [
        Mark(role, t.start_pos or 0, t.end_pos or 0, str(t)) for role, t in zip(roles, tokens, strict=True)
    ]
    articles = [Mark("keyword", m.start(), m.end(), m[0]) for m in _ARTICLE.finditer(_bare(line, tree))]
    return sorted((*found, *articles), key=lambda mark: mark.start)


def _bare(line: str, tree: Node) -> str:
    return "" if tree.data == "eigenschap" else re.sub(r'"[^"]*"|#.*', lambda m: "_" * len(m[0]), line)


def _roles(data: str, tokens: list[Token], block: Block) -> Iterator[str]:
    if data == "eigenschap":
        return _of_property(tokens, block)
    return _of_header(data, tokens) if data in BLOKKEN else _of_sentence(data, tokens)


def _of_header(data: str, tokens: list[Token]) -> Iterator[str]:
    named = False
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type not in ("WOORD", "STRING", "CODE"):
            yield _plain(token)
        elif named:
            after_uit = before is not None and before.type == "UIT"
            yield "name" if data == "ontheffing" or after_uit else "text"
        else:
            named = True
            yield _name_of_header(data, token)


def _name_of_header(data: str, token: Token) -> str:
    if data == "invulling":
        return "code"
    if data in ("gebruik", "ontheffing"):
        return "name"
    if data in _DECLARED_BY_CODE:
        return "declared-code"
    return "text" if data in ("voorbeeld", "verbreding", "school") or token.type == "CODE" else "declared"


def _of_property(tokens: list[Token], block: Block) -> Iterator[str]:
    sleutel = sleutel_van(block.soort, str(tokens[0]))
    assert sleutel is not None, tokens[0]
    closed = bool(sleutel.woorden) or sleutel.shape in _CLOSED
    refers = sleutel.shape in _REFERS or sleutel.naam == "doel"
    for token in tokens:
        if token.type == "SLEUTEL":
            yield "key"
        elif token.type not in _VALUES:
            yield _plain(token)
        elif token.type == "CODE":
            yield "code" if sleutel.shape in (Shape.CODES, Shape.KEUZES) else "name"
        elif token.type in _NUMBERS:
            yield "number"
        else:
            yield "closed" if closed else _value(token, sleutel.shape, refers=refers)


def _value(token: Token, shape: Shape, *, refers: bool) -> str:
    """Return the role of a word or text; in a list of choices the words between the names are keywords."""
    if shape in (Shape.CODES, Shape.KEUZES) and token.type == "WOORD" and str(token) in _THINGS:
        return "keyword"
    if shape in (Shape.SCHOOLJAREN, Shape.DUUR):
        return "keyword"
    return "name" if refers else "text" if token.type == "STRING" else "word"


_THINGS = {
    "keuzemodule",
    "stage",
    "activiteit",
    "groep",
    "verdieping",
    "van",
    "uit",
    "verkennend",
    "deel",
    "keuzevak",
}


def _of_sentence(data: str, tokens: list[Token]) -> Iterator[str]:
    namen = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        kind = before.type if before is not None else ""
        if token.type == "CODE":
            yield "name" if kind in ("VOLGT", "UIT") else "code"
        elif token.type == "STRING":
            yield "text" if kind == "BIJ" else "name"
        elif token.type != "WOORD":
            yield _plain(token)
        elif kind in ("GROEP", "UIT", "VOLGT", "VAK"):
            yield "name"
        elif data.startswith("verwacht") and kind == "MET":
            yield "closed"
        elif (
            kind in ("DOOR", "KOMMA", "EN")
            or (kind == "MET" and data == "enkel")
            or (kind == "WOORD" and namen)
        ):
            yield "closed" if namen == "competentie" else "name"
        else:
            namen = str(token) if kind == "MET" else namen
            yield "closed"


def _plain(token: Token) -> str:
    return "number" if token.type in _NUMBERS else _SIGNS.get(token.type, "keyword")
