"""Diagnostic: a finding as a code and parameters; sentences are made last, in `present/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from routeplanner.text.codes import CODES, Severity
from routeplanner.text.source import Span


class Say(NamedTuple):
    """Something to say: the key of a wording and what to fill in."""

    key: str
    params: Mapping[str, str | int]


class Label(NamedTuple):
    """Another place that matters, and why."""

    span: Span
    say: Say


class Fix(NamedTuple):
    """Replace what stands at `span` by `text`; known to lead to a text that is right there."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. Two findings with the same code, place and parameters are the same."""

    code: str
    span: Span
    variant: str = ""
    params: Mapping[str, str | int] = field(default_factory=dict)
    related: tuple[Label, ...] = ()
    help: Say | None = None
    fixes: tuple[Fix, ...] = ()

    @property
    def severity(self) -> Severity:
        """How bad it is: fixed per code."""
        return CODES[self.code].severity

    @property
    def message(self) -> Say:
        """The sentence: a code has one wording, or one per variant."""
        return Say(f"{self.code}.{self.variant}" if self.variant else self.code, self.params)

    @property
    def identity(self) -> tuple[object, ...]:
        """Equal for the same finding about the same text, also when read twice."""
        return (*self.span.key, self.code, self.variant, tuple(sorted(self.params.items())))


def found(  # noqa: PLR0913 - a finding has this many parts; all but two are optional
    code: str,
    span: Span,
    /,
    *,
    variant: str = "",
    related: Iterable[Label] = (),
    help: Say | None = None,  # noqa: A002 - the word people know for it
    fixes: Iterable[Fix] = (),
    **params: Any,  # noqa: ANN401 - texts and numbers; spelled out it would refuse a dict of them
) -> Diagnostic:
    """Return a Diagnostic; the parameters of its sentence (texts and numbers) are the keyword arguments."""
    return Diagnostic(code, span, variant, params, tuple(related), help, tuple(fixes))


def say(key: str, /, **params: str | int) -> Say:
    """Return something to say."""
    return Say(key, params)


def label(span: Span, key: str, /, **params: str | int) -> Label:
    """Return a label for another place."""
    return Label(span, Say(key, params))


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return each finding once, sorted by file and place."""
    unique = {diagnostic.identity: diagnostic for diagnostic in diagnostics}
    return tuple(sorted(unique.values(), key=lambda d: (*d.span.key, d.code, d.variant)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any finding is an error."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
