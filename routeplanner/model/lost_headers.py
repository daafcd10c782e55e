"""A block that lost its header: its lines are in another block, and its name is unknown. That is one mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import NamedTuple

from routeplanner.language.files import Project
from routeplanner.language.vocabulary import BLOKKEN, sleutel_van
from routeplanner.model.places import Places
from routeplanner.model.unknown_names import UNITS, kinds_of, line_of
from routeplanner.text.diagnostic import Diagnostic, found, label, say
from routeplanner.text.source import Span

_MAX_LOST = 50
"""Headers that are looked for: with more of them gone the names do not tell which."""


def with_lost_headers(
    findings: Sequence[Diagnostic], project: Project, places: Places
) -> tuple[Diagnostic, ...]:
    """Tell of an unknown name, and of lines that could be its block, as one mistake: one header explains one name."""
    lost = list(islice(chain(_suspected(project), _odd_lines(findings)), _MAX_LOST))
    if not lost:
        return tuple(findings)
    explained: dict[int, tuple[_Lost, Diagnostic]] = {}
    for place, finding in enumerate(findings):
        header = next((h for h in lost if h.kinds & kinds_of(finding)), None)
        if header is not None and finding.code in ("RP201", "RP203") and not finding.fixes:
            lost.remove(header)
            explained[place] = (header, finding)
    fresh = [finding for place, finding in enumerate(findings) if place not in explained]
    for header, finding in explained.values():
        line = line_of(header.span)
        told = next((d for d in fresh if line_of(d.span) == line and d.code != "RP312"), None)
        fresh = [d for d in fresh if d is not told and (d.code != "RP312" or line_of(d.span) != line)]
        fresh.append(_lost_header(header.span, finding, told, places))
    return tuple(fresh)


class _Lost(NamedTuple):
    """A line that may be the first of a block without its header."""

    span: Span
    kinds: frozenset[str]
    """The kinds of block that it can be of."""


def _suspected(project: Project) -> Iterator[_Lost]:
    """Yield the lines after a white line that went into the block above."""
    for file in project.files:
        for suspect in file.reading.suspects:
            yield _Lost(suspect.span, suspect.kinds)


def _odd_lines(findings: Iterable[Diagnostic]) -> Iterator[_Lost]:
    """Yield the lines that fit badly in the block that they are in."""
    for finding in findings:
        if finding.code in ("RP207", "RP208"):
            key = str(finding.params["key"])
            kinds = frozenset(kind for kind in BLOKKEN if sleutel_van(kind, key) is not None)
            yield _Lost(finding.span, kinds)
        elif finding.code == "RP325":
            yield _Lost(finding.span, UNITS)


def _lost_header(span: Span, finding: Diagnostic, told: Diagnostic | None, places: Places) -> Diagnostic:
    """Return what is told of a line, with the header that it misses."""
    related = [label(finding.span, "hier-wordt-het-genoemd")]
    help_ = say("zet-deze-kop", text=_header(span, finding, places))
    if told is None:
        return found("RP116", span, related=related, help=help_)
    return replace(told, related=(*told.related, *related), help=told.help or help_)


def _header(span: Span, finding: Diagnostic, places: Places) -> str:
    """Return the header of a block that has the name of which nothing is there."""
    if finding.code == "RP203":
        return f"{BLOKKEN[str(finding.params['kind'])].kop} {finding.span.text}"
    stretch = places.around(span)
    soort = stretch.block.soort if stretch and stretch.block.soort in UNITS else "eenheid"
    return f"{soort} {finding.params['code']}"
