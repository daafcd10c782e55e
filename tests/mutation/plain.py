"""Things without their places, so that two readings of a text can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache

from routeplanner.language.syntax import Atom
from routeplanner.language.vocabulary import fold
from routeplanner.model.rules import EenheidId
from routeplanner.text.source import Span

_AS_THEY_ARE = (str, int, type(None), EenheidId, Enum)


def plain(thing: object) -> object:
    """Return a thing as nested tuples of what it says; names compare as they do in the language."""
    if isinstance(thing, Span):
        return None
    if isinstance(thing, _AS_THEY_ARE):
        return thing
    if isinstance(thing, Atom):
        return ("atom", thing.kind, fold(thing.value))
    if isinstance(thing, tuple | list):
        return (type(thing).__name__ if hasattr(thing, "_fields") else "", *map(plain, thing))
    return _plain_parts(thing)


def _plain_parts(thing: object) -> object:
    if isinstance(thing, Mapping):
        return tuple((key, plain(value)) for key, value in thing.items())
    if is_dataclass(thing):
        return (type(thing).__name__, *(plain(getattr(thing, name)) for name in _fields(type(thing))))
    return thing


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Return what a thing says; not whether all of it could be read."""
    return tuple(field.name for field in fields(kind) if field.name != "heel")


def renamed(thing: object, old: str, new: str) -> object:
    """Return nested tuples with every text folded, and the one text in the place of the other."""
    if isinstance(thing, str):
        return new if fold(thing) == old else fold(thing)
    return tuple(renamed(part, old, new) for part in thing) if isinstance(thing, tuple) else thing
