"""Findings in SARIF 2.1.0, the form in which code hosts and editors exchange them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from routeplanner.present import pages
from routeplanner.present.signs import shown
from routeplanner.present.words import Words
from routeplanner.text.codes import CODES
from routeplanner.text.diagnostic import Diagnostic, Fix
from routeplanner.text.source import Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(diagnostics: Sequence[Diagnostic], words: Words) -> str:
    """Return a log with one run."""
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    driver = {
        "name": "routeplanner",
        "semanticVersion": version("routeplanner"),
        "rules": [_rule(code, words) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, codes, words) for diagnostic in diagnostics],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _rule(code: str, words: Words) -> dict[str, Any]:
    about = CODES[code]
    rule: dict[str, Any] = {
        "id": code,
        "name": "".join(word.capitalize() for word in about.slug.split("-")),
        "defaultConfiguration": {"level": about.severity.value},
    }
    page = pages.load(code)
    if page is not None:
        rule["shortDescription"] = {"text": page.title}
        rule["help"] = {"text": pages.plain(page, words), "markdown": pages.markdown(page, words)}
    return rule


def _result(diagnostic: Diagnostic, codes: Sequence[str], words: Words) -> dict[str, Any]:
    sentences = [words.message(diagnostic)]
    if diagnostic.help is not None:
        sentences.append(words.help(diagnostic.help))
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": diagnostic.severity.value,
        "message": {"text": "\n".join(shown(sentence) for sentence in sentences)},
        "locations": [_location(diagnostic.span)],
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            _location(related.span) | {"id": number, "message": {"text": shown(words.label(related.say))}}
            for number, related in enumerate(diagnostic.related)
        ]
    if diagnostic.fixes:
        result["fixes"] = [_fix(fix) for fix in diagnostic.fixes]
    return result


def _location(span: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(span)}, "region": _region(span)}}


def _fix(fix: Fix) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(fix.span), "insertedContent": {"text": fix.text}}
    change = {"artifactLocation": {"uri": _uri(fix.span)}, "replacements": [replacement]}
    return {"artifactChanges": [change]}


def _region(span: Span) -> dict[str, int]:
    start, end = span.source.position(span.start), span.source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _uri(span: Span) -> str:
    path = PurePath(span.source.path)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix(), errors="surrogateescape")
