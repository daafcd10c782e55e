"""Things without their places, so that two readings of a text can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from routeplanner.language.syntax import Atom
from routeplanner.language.vocabulary import fold
from routeplanner.model.rules import EenheidId
from routeplanner.text.source import Span


def plain(thing: object) -> object:  # noqa: PLR0911 - one per kind of thing
    """Return a thing as nested tuples of what it says; names compare as they do in the language."""
    if isinstance(thing, Span):
        return None
    if isinstance(thing, Atom):
        return ("atom", thing.kind, fold(thing.value))
    if isinstance(thing, EenheidId | Enum):
        return thing
    if isinstance(thing, Mapping):
        return tuple((key, plain(value)) for key, value in thing.items())
    if isinstance(thing, tuple | list):
        return (type(thing).__name__ if hasattr(thing, "_fields") else "", *map(plain, thing))
    if is_dataclass(thing):
        return (
            type(thing).__name__,
            *(plain(getattr(thing, f.name)) for f in fields(thing) if f.name != "heel"),
        )
    return thing


def renamed(thing: object, old: str, new: str) -> object:
    """Return nested tuples with every text folded, and the one text in the place of the other."""
    if isinstance(thing, str):
        return new if fold(thing) == old else fold(thing)
    return tuple(renamed(part, old, new) for part in thing) if isinstance(thing, tuple) else thing
