"""Whether a line that reads also makes sense: the grammar takes any word where only a few are right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from routeplanner.language.parsing import Node, Token, UnexpectedInput, parse, tokens_of, trees_of
from routeplanner.language.spelling import keyword_set
from routeplanner.language.vocabulary import (
    ANDERE_SLEUTELS,
    BLOKKEN,
    LEERWEGEN,
    OORDELEN,
    Shape,
    fold,
    sleutel_van,
)

GETELD = frozenset(
    {
        *("verdiepingen", "verbredingen", "keuzevakken", "modules", "eenheden", "exameneenheden", "vakken"),
        *("verdieping", "verbreding", "keuzevak", "module", "eenheid", "vak", "maatwerk"),
        *("keuzemodules", "stages", "activiteiten", "keuzemodule", "stage", "activiteit"),
    }
)
"""What a sentence can count."""
LISTS_OF_THINGS = frozenset({Shape.CODES, Shape.KEUZES})
STAND_IN = "xxx"
"""Stands for a word that is missing: it fits everywhere."""
_CODE_INSIDE = re.compile(r"[A-Za-z0-9&]+/[A-Za-z0-9]+/[0-9]")
_HEADERS = frozenset(blok.kop for blok in BLOKKEN.values())
_LEERWEGEN = frozenset(map(fold, LEERWEGEN))
_OF_A_REGEL = frozenset(
    {
        *("telling", "vereist", "uitsluiting", "vervanging", "volgorde", "gelijk", "verplicht", "nooit"),
        *("voorwaarde", "enkel", "ongecontroleerd"),
    }
)
_OF_A_ROUTE = frozenset(
    {"volgt", "verdiept", "verdiept_niet", "verbreedt", "kiest", "kiest_vak", "loopt", "zonder"}
)
_SENTENCES = {
    "": frozenset[str](),
    "regel": _OF_A_REGEL,
    "route": _OF_A_ROUTE,
    "voorbeeld": _OF_A_ROUTE | {"gegeven", "verwacht_oordeel", "verwacht_telling"},
}


class Context(NamedTuple):
    """Where a line stands."""

    soort: str | None = None
    """The kind of block that is open; empty where none is, None where that cannot be told."""
    inside: bool = False
    """Whether the layout shows the line as one of that block."""


def plausible(tree: Node, text: str, context: Context) -> bool:
    """Tell whether a line makes sense where it stands, and each of its words where that stands."""
    if any(token.type == "STRING" and not _is_name(token) for token in _tokens(tree)):
        return False
    data, soort = str(tree.data), context.soort
    if data == "eigenschap":
        return _is_key(str(tree.children[0]), soort) and _plausible_property(tree, text)
    if data in BLOKKEN:
        fits = (not context.inside or soort in BLOKKEN[data].ouders) and _names_a_file(tree) == (
            data == "gebruik"
        )
    else:
        fits = soort is None or (soort != "" and data in _SENTENCES[BLOKKEN[soort].zinnen])
    return fits and all(_RULES.get(str(node.data), _anything)(node) for node in tree.iter_subtrees())


def _is_key(key: str, soort: str | None) -> bool:
    return soort is None or (soort != "" and sleutel_van(soort, key) is not None)


def _tokens(tree: Node) -> Iterator[Token]:
    for node in tree.iter_subtrees():
        yield from tokens_of(node)


def _is_name(token: Token) -> bool:
    inside = token[1:-1]
    room = bool(inside) and inside == inside.strip() and inside[-1] not in ",:"
    return room and not _CODE_INSIDE.search(inside)


# ---- sentences and headers


def _names_a_file(tree: Node) -> bool:
    return any(token.type == "STRING" and token.endswith(('.lob"', ".lob”")) for token in tokens_of(tree))


def _anything(_node: Node) -> bool:
    return True


def _is_code(node: Node) -> bool:
    """Tell whether a text in the place of a code is not a piece of a sentence that got between quotes."""
    return not any(
        token.type == "STRING" and not keyword_set().isdisjoint(map(fold, token[1:-1].split()))
        for token in tokens_of(node)
    )


def _ends_in_number(node: Node) -> bool:
    """Tell whether a range goes on to a number, and not to a whole code."""
    return all(token.type not in ("CODE", "STRING") for token in tokens_of(node)[1:])


def _last_is(*words: str) -> Callable[[Node], bool]:
    return lambda node: fold(_words(node)[-1]) in (STAND_IN, *words)


def _words(node: Node) -> list[str]:
    return [str(token) for token in tokens_of(node) if token.type not in ("INT", "TELWOORD")]


def _is_programme(node: Node) -> bool:
    """Tell whether what stands in the place of a programme is not a keyword; `MET` and `EN` are programmes."""
    return all(
        second.isupper() or fold(second) not in keyword_set()
        for first, second in pairwise(tokens_of(node))
        if first.type in ("UIT", "VOLGT")
    )


def _follows(node: Node) -> bool:
    leerwegen = [second for first, second in pairwise(tokens_of(node)) if first.type == "LEERWEG"]
    return _is_programme(node) and all(fold(leerweg) in (STAND_IN, *_LEERWEGEN) for leerweg in leerwegen)


def _expects(node: Node) -> bool:
    tokens = tokens_of(node)
    met = [second for first, second in pairwise(tokens) if first.type == "MET"]
    return fold(tokens[1]) in (STAND_IN, *OORDELEN) and all(
        fold(word) in (STAND_IN, "voorbehoud") for word in met
    )


_UNIT = frozenset({"code", "nummer", "reeks", "codereeks", "verkennend_van", "verdieping_van"})
_OFFER = frozenset({"de_keuzemodule", "het_keuzevak", "de_module", "de_activiteit"})


def _speaks_of(*kinds: str) -> Callable[[Node], bool]:
    """Return a test that the things in a sentence are of these kinds: one walks a stage, and chooses a module."""
    return lambda node: all(
        thing.data in kinds
        for things in trees_of(node)
        if things.data == "dingen"
        for thing in trees_of(things)
    )


_RULES: Mapping[str, Callable[[Node], bool]] = {
    "code": _is_code,
    "het_keuzevak": _is_code,
    "de_module": _is_code,
    "namen": lambda node: all(
        fold(token) not in keyword_set() - _HEADERS for token in tokens_of(node) if token.type == "WOORD"
    ),
    "grootheid": _last_is(*GETELD),
    "per": _last_is("leerjaar", "periode"),
    "met": _last_is("kenmerk", "kenmerken", "competentie", "competenties"),
    "elders": _last_is("programma"),
    "herkomst": _is_programme,
    "volgt": _follows,
    "kiest": _speaks_of(*_UNIT, *_OFFER),
    "loopt": _speaks_of("de_stage"),
    "verdiept": _speaks_of(*_UNIT),
    "verdiept_niet": _speaks_of(*_UNIT),
    "verbreedt": _speaks_of(*_UNIT),
    "verwacht_oordeel": _expects,
}


# ---- properties


@lru_cache(maxsize=1)
def _shapes() -> Mapping[str, frozenset[Shape]]:
    """Return the shapes that a property of this folded name has, in any block."""
    shapes: dict[str, set[Shape]] = {}
    for blok in BLOKKEN.values():
        for sleutel in blok.sleutels.values():
            shapes.setdefault(fold(sleutel.naam), set()).add(sleutel.shape)
    for other, naam in ANDERE_SLEUTELS.items():
        shapes.setdefault(other, set()).update(shapes[fold(naam)])
    return {naam: frozenset(found) for naam, found in shapes.items()}


def _plausible_property(tree: Node, text: str) -> bool:
    values = [tokens_of(value) for value in trees_of(tree)]
    shapes = shapes_of(str(tree.children[0]))
    if shapes & LISTS_OF_THINGS:
        return _lists_things(text[text.index(":") + 1 :])
    return any(_FITS[shape](values) for shape in shapes)


def _lists_things(value: str) -> bool:
    try:
        tree = parse(f"verplicht {value}")
    except UnexpectedInput:
        return False
    return tree is not None and all(map(_is_code, tree.iter_subtrees()))


def shapes_of(key: str) -> frozenset[Shape]:
    """Return the shapes that a property of this name has, in any block."""
    return _shapes().get(fold(key), frozenset())


def _each(*types: str) -> Callable[[Sequence[list[Token]]], bool]:
    """Return a test that each value is one token of these types."""
    return lambda values: all(len(value) == 1 and value[0].type in types for value in values)


def _words_only(values: Sequence[list[Token]]) -> bool:
    return len(values) == 1 and all(token.type == "WOORD" for token in values[0])


def _one_text(values: Sequence[list[Token]]) -> bool:
    return len(values) == 1 and _each("STRING")(values)


def _leerwegen(values: Sequence[list[Token]]) -> bool:
    return _each("WOORD")(values) and all(fold(value[0]) in _LEERWEGEN for value in values)


def _dated(*types: str) -> Callable[[Sequence[list[Token]]], bool]:
    return lambda values: len(values) == 1 and {t.type for t in values[0]} <= {*types, "TM", "WOORD"}


_FITS: Mapping[Shape, Callable[[Sequence[list[Token]]], bool]] = {
    Shape.TEKST: _one_text,
    Shape.TEKSTEN: _each("STRING"),
    Shape.NAMEN: _each("STRING", "WOORD"),
    Shape.REGELS: _each("STRING", "WOORD"),
    Shape.WOORD: _words_only,
    Shape.JA_NEE: _words_only,
    Shape.LEERWEGEN: _leerwegen,
    Shape.PROGRAMMAS: _each("WOORD", "CODE", "STRING"),
    Shape.GETAL: _each("INT", "WOORD"),
    Shape.GETALLEN: lambda values: all({t.type for t in value} <= {"INT", "TM", "WOORD"} for value in values),
    Shape.SCHOOLJAAR: _each("SCHOOLJAAR"),
    Shape.SCHOOLJAREN: _dated("SCHOOLJAAR"),
    Shape.DATUM: _each("DATUM"),
    Shape.DATUMS: _dated("DATUM"),
    Shape.DUUR: lambda values: len(values) == 1 and len(values[0]) == 2,  # noqa: PLR2004 - a number and a unit
}
