"""What the contracts share: how a model is strict, and how a place is told."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from routeplanner.text.source import Span


class Model(BaseModel):
    """Frozen, and nothing beside what is described; the text of an error never repeats what was given."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, use_attribute_docstrings=True
    )


class Position(Model):
    """A place in a file, in code points."""

    line: int = Field(ge=1)
    """Counted from 1."""
    column: int = Field(ge=1)
    """Counted from 1."""
    offset: int = Field(ge=0)
    """From the start of the file, counted from 0."""


class Place(Model):
    """A stretch of a file."""

    file: str
    start: Position
    end: Position
    """Not included."""


def place_of(span: Span) -> Place:
    """Return where a stretch of text stands."""
    start, end = (span.source.position(offset)._asdict() for offset in (span.start, span.end))
    return Place(file=clean(span.source.path), start=Position(**start), end=Position(**end))


def clean(text: str) -> str:
    """Return a text that UTF-8 can hold: the name of a file need not be one."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def as_json(model: BaseModel) -> str:
    """Return a model of a contract as JSON, with a line ending."""
    return model.model_dump_json(by_alias=True, indent=2) + "\n"
