"""How values are kept in a column: the same in SQLite and in PostgreSQL."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from sqlalchemy import Dialect, String, Text
from sqlalchemy.types import TypeDecorator

ID = 32
"""Signs in an id, with room for ids that others made."""
NAAM = 200
"""Signs in a name."""
WOORD = 40
"""Signs in one of our own words, or in a code."""
TEKST = 20_000
"""Signs in what someone writes."""
DOCUMENT = 1_000_000
"""Signs in a draft of a route."""

E = TypeVar("E", bound=StrEnum)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, as text that sorts as time does."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what is kept."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what was kept."""
        return None if value is None else datetime.fromisoformat(value)


class Namen(TypeDecorator[tuple[str, ...]]):
    """Several names or words, in their order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what is kept."""
        return json.dumps(list(value or ()), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what was kept."""
        return tuple(json.loads(value or "[]"))


class Woord(TypeDecorator[E], Generic[E]):
    """One of the words of a list."""

    impl = String(WOORD)
    cache_ok = True

    def __init__(self, words: type[E]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what is kept."""
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what was kept."""
        return None if value is None else self.words(value)
