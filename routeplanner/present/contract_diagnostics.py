"""The JSON contract of findings: `routeplanner/diagnostics/1`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import Field

from routeplanner.present.contract_parts import Model, Place, clean, place_of
from routeplanner.present.words import Words
from routeplanner.text import diagnostic as text
from routeplanner.text.source import Span


class Related(Place):
    """Another place that matters to a finding."""

    message: str
    """Why it matters."""


class Fix(Place):
    """A change that puts the text right at this place."""

    text: str
    """What is to stand there."""


class Diagnostic(Place):
    """One finding."""

    code: str = Field(pattern="^RP[0-9]{3}$")
    """A code keeps its meaning for ever."""
    severity: Literal["error", "warning", "note"]
    message: str
    """One sentence, in the language that was asked for."""
    related: list[Related]
    help: str | None
    """What to do about it, where that is known."""
    fixes: list[Fix]


class Diagnostics(Model):
    """What `routeplanner check` found, in order of file and place."""

    schema_: Literal["routeplanner/diagnostics/1"] = Field(
        default="routeplanner/diagnostics/1", alias="schema"
    )
    diagnostics: list[Diagnostic]


def from_diagnostics(diagnostics: Sequence[text.Diagnostic], words: Words) -> Diagnostics:
    """Return findings as the contract has them."""
    return Diagnostics(diagnostics=[from_diagnostic(diagnostic, words) for diagnostic in diagnostics])


def from_diagnostic(diagnostic: text.Diagnostic, words: Words) -> Diagnostic:
    """Return a finding as the contract has it."""
    return Diagnostic(
        code=diagnostic.code,
        severity=diagnostic.severity.value,
        message=clean(words.message(diagnostic)),
        **_where(diagnostic.span),
        related=[Related(message=clean(words.label(r.say)), **_where(r.span)) for r in diagnostic.related],
        help=None if diagnostic.help is None else clean(words.help(diagnostic.help)),
        fixes=[Fix(text=fix.text, **_where(fix.span)) for fix in diagnostic.fixes],
    )


def _where(span: Span) -> dict[str, Any]:
    place = place_of(span)
    return {"file": place.file, "start": place.start, "end": place.end}
