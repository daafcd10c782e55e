"""Where a line is at home: the kinds of block that it can stand in, and what it names."""

from __future__ import annotations

import re

from routeplanner.language.spelling import like
from routeplanner.language.syntax import ROUTEZINNEN, VOORBEELDZINNEN, Block, Eigenschap, Zin
from routeplanner.language.vocabulary import BLOKKEN, Sleutel, fold, sleutel_van
from routeplanner.text.source import Span

_FIRST_WORD = re.compile(r"\s*([^\W\d_][\w\-]*)")
_NAMES = re.compile(r"\"([^\"]*)\"|[“„”]([^”“\"]*)[”“\"]|([^\W_][\w\-/&.]*)")


def names_in(text: str) -> set[str]:
    """Return every folded word, code and text of a line."""
    return {fold(next(group for group in m.groups() if group is not None)) for m in _NAMES.finditer(text)}


def header_kinds(text: str) -> list[str]:
    """Return the kinds of block that a line may be the header of, by a first word that is like theirs."""
    match = _FIRST_WORD.match(text)
    return [blok.soort for blok in BLOKKEN.values() if match and like(match[1], blok.kop.split()[0])]


def first_words(span: Span, count: int) -> Span:
    """Return the place of the first words of a line."""
    words = list(re.finditer(r"[^\s:]+", span.text))[:count]
    return span._replace(end=span.start + words[-1].end()) if words else span


def is_there(block: Block, sleutel: Sleutel) -> bool:
    """Tell whether a property that can stand in a block once stands there."""
    return not sleutel.lijst and next(block.alle(sleutel.naam), None) is not None


def home_of(zin: Zin) -> str:
    """Return the kind of block that a sentence is one of: `regel`, `route` or `voorbeeld`."""
    if isinstance(zin, ROUTEZINNEN):
        return "route"
    return "voorbeeld" if isinstance(zin, VOORBEELDZINNEN) else "regel"


def fits(zin: Zin, block: Block) -> bool:
    """Tell whether a sentence can stand in a block."""
    allowed, home = BLOKKEN[block.soort].zinnen, home_of(zin)
    return allowed == home or (allowed == "voorbeeld" and home == "route")


def homes(said: Eigenschap | Zin) -> list[str]:
    """Return the kinds of block that a line could stand in."""
    if isinstance(said, Eigenschap):
        return [kind for kind in BLOKKEN if sleutel_van(kind, said.sleutel.value) is not None]
    home = home_of(said)
    return [blok.soort for blok in BLOKKEN.values() if blok.zinnen == home]
