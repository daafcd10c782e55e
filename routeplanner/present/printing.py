"""A page to print, as data: the web renders it as HTML, pdf.py as PDF. All of it is text, and no markup.

A page has a title, facts about whose it is, and sections. A section has a heading (perhaps empty) and blocks;
what a block is stands in its `kind`, also in the plain data that `as_data` makes of it for templates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any, ClassVar, TypeAlias, TypeVar

from routeplanner.present.markup import neutral
from routeplanner.present.words import Words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or a few."""

    kind: ClassVar[str] = "paragraph"
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list, a sentence each."""

    kind: ClassVar[str] = "items"
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts, each with what it is: `leerweg`, `KB`."""

    kind: ClassVar[str] = "facts"
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; each row has a cell per heading, and its first cell heads the row."""

    kind: ClassVar[str] = "table"
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, with what it shows in words."""

    kind: ClassVar[str] = "picture"
    svg: str
    """Markup, and the only one in a page; every text in it is escaped already."""
    alt: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Room for names, signatures and a date."""

    kind: ClassVar[str] = "signatures"
    who: tuple[str, ...]
    date: str
    """The word for the date."""


Block: TypeAlias = Paragraph | Items | Facts | Table | Picture | Signatures


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under one heading."""

    key: str
    """What it is about, for who places or leaves out sections: `figuur`, `wanneer`, …"""
    heading: str
    """Empty: none."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PrintPage:
    """All that is to be printed."""

    lang: str
    """`nl` or `en`."""
    title: str
    day: date
    """The day on the page."""
    facts: Facts
    sections: tuple[Section, ...]
    footer: str


def as_data(page: PrintPage) -> dict[str, Any]:
    """Return a page as dicts, lists and texts, each block with its `kind`; the day as `2026-11-24`."""
    return asdict(page) | {
        "day": page.day.isoformat(),
        "sections": [
            {**asdict(section), "blocks": [{"kind": block.kind, **asdict(block)} for block in section.blocks]}
            for section in page.sections
        ],
    }


def cleaned(thing: T) -> T:
    """Return a page, or a part of one, in which no text steers, hides or turns the reading order."""
    if isinstance(thing, str):
        return neutral(thing)  # type: ignore[return-value]
    if isinstance(thing, tuple):
        return tuple(cleaned(part) for part in thing)  # type: ignore[return-value]
    if isinstance(thing, Picture):
        return replace(thing, alt=neutral(thing.alt))
    if is_dataclass(thing) and not isinstance(thing, type):
        changed: Mapping[str, object] = {f.name: cleaned(getattr(thing, f.name)) for f in fields(thing)}
        return replace(thing, **changed)
    return thing


def sentence(text: str) -> str:
    """Return a text as a sentence that stands on its own, with a capital and a full stop."""
    closed = text if text.endswith((".", "!", "?", "…")) else f"{text}."
    return f"{closed[:1].upper()}{closed[1:]}"


def capitalised(text: str) -> str:
    """Return a text with a capital, as a heading has it."""
    return f"{text[:1].upper()}{text[1:]}"


def day_text(day: date, words: Words) -> str:
    """Return a day as it is written out: `24 november 2026`."""
    return words.phrase("datum", day=day.day, month=words.phrase(f"maand.{day.month}"), year=day.year)


def section(key: str, heading: str, *blocks: Block) -> Section:
    """Return a section, its heading with a capital."""
    return Section(key, capitalised(heading), blocks)


def facts(pairs: Iterable[tuple[str, str]]) -> Facts:
    """Return facts, what each is with a capital."""
    return Facts(tuple((capitalised(name), value) for name, value in pairs))


def items(texts: Sequence[str]) -> Items:
    """Return a list of sentences."""
    return Items(tuple(sentence(text) for text in texts))
