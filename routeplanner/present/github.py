"""Findings as annotations of a GitHub workflow: commands in what a step prints."""

from __future__ import annotations

from collections.abc import Sequence

from routeplanner.present.signs import shown
from routeplanner.present.words import Words
from routeplanner.text.codes import Severity
from routeplanner.text.diagnostic import Diagnostic

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(diagnostics: Sequence[Diagnostic], words: Words) -> str:
    """Return one command per finding, each on its own line."""
    return "".join(_command(diagnostic, words) for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic, words: Words) -> str:
    source = diagnostic.span.source
    start, end = source.position(diagnostic.span.start), source.position(diagnostic.span.end)
    properties = {
        "file": shown(source.path),
        "line": start.line,
        "endLine": end.line,
        "col": start.column,
        "endColumn": end.column,
        "title": diagnostic.code,
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    sentences = [words.message(diagnostic)]
    if diagnostic.help is not None:
        sentences.append(words.help(diagnostic.help))
    data = _data("\n".join(shown(sentence) for sentence in sentences))
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{data}\n"


def _data(text: str) -> str:
    """Return a text in which nothing ends the command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return a text in which nothing ends the property either."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
