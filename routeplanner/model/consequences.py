"""One mistake is one message: what only follows from another finding is not told, and what is the same is told once.

Nothing is left out without an error that stands: who mends that one sees the rest, if it is still there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain

from routeplanner.language.files import Project
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.lost_headers import with_lost_headers
from routeplanner.model.places import Places, Stretch
from routeplanner.model.unknown_names import NAMELESS, heads_of, line_of, one_per_name, without_unread
from routeplanner.text.codes import Severity
from routeplanner.text.diagnostic import Diagnostic, in_order

_UNREAD = frozenset({"RP001", "RP002", "RP003", "RP004", "RP006", "RP007", "RP008", "RP112"})
"""A text is not there, or not all of it: any name may stand in it."""
_OF_WORDS = frozenset({"RP006", "RP007"})
"""Rest on the words of a line, as all from RP2 on do."""
_OF_THE_SCHOOL = frozenset({"RP303", "RP304", "RP306", "RP318", "RP319", "RP327"})
"""Rest on what the school says it offers."""
_OF_A_BLOCK = frozenset(
    {
        *("RP202", "RP210", "RP216", "RP303", "RP304", "RP305", "RP306", "RP308", "RP310", "RP313"),
        *("RP315", "RP318", "RP319", "RP320", "RP321", "RP325", "RP326", "RP327"),
    }
)
"""Rest on all that stands in a block: with an error in it they may be untrue."""


def told_once(
    diagnostics: Iterable[Diagnostic], project: Project, curriculum: Curriculum
) -> tuple[Diagnostic, ...]:
    """Return the findings in order, each mistake once."""
    findings = in_order(diagnostics)
    if not findings:
        return findings
    places = Places(project)
    lost = frozenset(chain.from_iterable(file.reading.headless for file in project.files))
    if not places.of_kind("school") and any(d.code.startswith("RP1") for d in findings):
        lost |= {"school"}
    unread = "gebruik" in lost or any(d.code in _UNREAD for d in findings)
    findings = _without_guesses(_without_same_line(findings))
    doubts = _Doubts(findings, places)
    findings = without_unread(findings, lost, unread=unread)
    findings = one_per_name(findings, heads_of(curriculum))
    findings = with_lost_headers(findings, project, places)
    return in_order(doubts.kept(findings))


# ---- a line that could not be read


def _without_same_line(findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Leave out what is said of the words of a line that itself could not be read."""
    broken = {line_of(d.span) for d in findings if d.code.startswith("RP1") and d.severity is Severity.ERROR}
    return tuple(
        d for d in findings if (d.code not in _OF_WORDS and d.code < "RP2") or line_of(d.span) not in broken
    )


def _without_guesses(findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Tell of a value that is no list, and was read as one with a name that nothing has, once: that was no list."""
    values = {d.span.key for d in findings if d.code == "RP209"}
    names = {d.span.key: d for d in findings if d.code in NAMELESS and d.span.key in values}
    return tuple(
        replace(d, help=names[d.span.key].help, fixes=names[d.span.key].fixes)
        if d.code == "RP209" and d.span.key in names
        else d
        for d in findings
        if d.code not in NAMELESS or d.span.key not in names
    )


# ---- a block with an error in it


class _Doubts:
    """Which findings rest on a block that has an error in it."""

    def __init__(self, findings: Sequence[Diagnostic], places: Places) -> None:
        self._places = places
        errors = [d for d in findings if d.severity is Severity.ERROR and not d.code.startswith("RP0")]
        self._all_errors = _by_path(errors)
        self._errors = _by_path(d for d in errors if not d.code.startswith("RP3"))

    def kept(self, findings: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the findings that stand by themselves."""
        for finding in findings:
            if self._is_lost_part(finding):
                continue
            if not any(self._has_other(stretch, finding) for stretch in self._rests_on(finding)):
                yield finding

    @cached_property
    def _lost_parts(self) -> frozenset[str]:
        """The folded names of verdiepende delen in an invulling with an error: its unit may be another."""
        return frozenset(
            fold(part.kop.naam.value)
            for stretch in self._places.of_kind("invulling")
            if self._has_error(stretch)
            for part in stretch.block.kinderen
            if part.kop.naam is not None
        )

    def _is_lost_part(self, finding: Diagnostic) -> bool:
        if finding.code == "RP212":
            return fold(str(finding.params["name"])) in self._lost_parts
        return finding.code == "RP322" and bool(self._lost_parts)

    def _has_error(self, stretch: Stretch) -> bool:
        errors = self._all_errors.get(stretch.path, [])
        return bisect_left(errors, stretch.start) < bisect_left(errors, stretch.end)

    def _rests_on(self, finding: Diagnostic) -> Iterator[Stretch]:
        if finding.code in _OF_A_BLOCK:
            for span in (finding.span, *(other.span for other in finding.related)):
                stretch = self._places.around(span)
                if stretch is not None:
                    yield stretch
        if finding.code in _OF_THE_SCHOOL:
            yield from self._school

    @cached_property
    def _school(self) -> list[Stretch]:
        return self._places.of_kind("school")

    def _has_other(self, stretch: Stretch, finding: Diagnostic) -> bool:
        errors = self._errors.get(stretch.path, [])
        within = errors[bisect_left(errors, stretch.start) : bisect_left(errors, stretch.end)]
        mine = finding.span.start if finding.span.source.path == stretch.path else -1
        return any(start != mine for start in within)


def _by_path(findings: Iterable[Diagnostic]) -> dict[str, list[int]]:
    """Return where findings start, in order."""
    starts: dict[str, list[int]] = {}
    for finding in findings:
        either = finding.related if finding.code == "RP204" else ()  # which of the two is wrong nobody knows
        for span in (finding.span, *(other.span for other in either)):
            starts.setdefault(span.source.path, []).append(span.start)
    return {path: sorted(places) for path, places in starts.items()}
