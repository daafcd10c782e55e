"""One mistake is one message: what only follows from another finding is not told, and what is the same is told once.

Nothing is left out without an error that stands: who mends that one sees the rest, if it is still there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from routeplanner.language.files import Project
from routeplanner.language.spelling import like
from routeplanner.language.vocabulary import BLOKKEN, fold, sleutel_van
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.places import Places, Stretch
from routeplanner.text.codes import Severity
from routeplanner.text.diagnostic import Diagnostic, found, in_order, label, say
from routeplanner.text.source import Span

_MAX_PLACES = 5
"""Other places that are shown of one finding."""
_FEW = 2
"""Codes of a kind of which none is known: with more they are of a programme that is not there."""
_UNREAD = frozenset({"RP001", "RP002", "RP003", "RP004", "RP006", "RP007", "RP008", "RP112"})
"""A text is not there, or not all of it: any name may stand in it."""
_NAMELESS = frozenset({"RP201", "RP203", "RP205", "RP212", "RP322"})
"""A name, code or programme that nothing has."""
_UNITS = frozenset({"eenheid", "module", "keuzevak"})
_OF_THE_SCHOOL = frozenset({"RP303", "RP304", "RP306", "RP318", "RP319"})
"""Rest on what the school says it offers."""
_OF_A_BLOCK = frozenset(
    {
        *("RP202", "RP210", "RP216", "RP303", "RP304", "RP305", "RP306", "RP308", "RP310", "RP313"),
        *("RP315", "RP318", "RP319", "RP320", "RP321", "RP325", "RP326"),
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
    findings = _without_same_line(findings)
    doubts = _Doubts(findings, places)
    findings = _without_unread(findings, lost, unread=unread)
    findings = _one_per_name(findings, _heads(curriculum))
    findings = _with_lost_headers(findings, project, places)
    return in_order(doubts.kept(findings))


# ---- a line that could not be read


def _without_same_line(findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Leave out what is said of the words of a line that itself could not be read."""
    broken = {_line(d.span) for d in findings if d.code.startswith("RP1") and d.severity is Severity.ERROR}
    return tuple(d for d in findings if d.code < "RP2" or _line(d.span) not in broken)


def _line(span: Span) -> tuple[str, int]:
    return span.source.path, span.source.line_number(span.start)


# ---- names that nothing has


def _without_unread(
    findings: Sequence[Diagnostic], lost: frozenset[str], *, unread: bool
) -> tuple[Diagnostic, ...]:
    """Leave out the names that may stand in a text or header that could not be read."""
    if unread:
        return tuple(d for d in findings if d.code not in _NAMELESS and d.code != "RP202")
    unknown = [d for d in findings if d.code == "RP205"]
    if unknown:  # which unit is meant depends on the programme
        findings = [d for d in findings if d.code != "RP202"]
    gone = {fold(str(d.params["name"])) for d in unknown if not d.fixes}
    twice = [d for d in findings if d.code == "RP204"][:_MAX_PLACES]
    return tuple(
        d
        for d in findings
        if not (_kinds(d) & lost or _is_of_one_of(d, gone) or any(_is_name_of_other(d, two) for two in twice))
    )


def _is_name_of_other(diagnostic: Diagnostic, double: Diagnostic) -> bool:
    """Tell whether a name that nothing has was probably that of one of two things of the same name."""
    if diagnostic.code not in ("RP201", "RP203"):
        return False
    name = str(diagnostic.params["code" if diagnostic.code == "RP201" else "name"])
    return str(double.params["kind"]) in _kinds(diagnostic) and like(name, str(double.params["name"]))


def _kinds(diagnostic: Diagnostic) -> frozenset[str]:
    """Return the kinds of block that could have the name that a finding is about."""
    match diagnostic.code:
        case "RP201":
            return _UNITS
        case "RP203":
            kind = str(diagnostic.params["kind"])
            return frozenset({kind, "advies"} if kind == "regel" else {kind})
        case "RP202" | "RP205":
            return frozenset({"programma"})
        case "RP212" | "RP322":
            return frozenset({"invulling", "verdiepend_deel"})
        case "RP209" if diagnostic.variant == "lesuur":
            return frozenset({"school"})
    return frozenset()


def _is_of_one_of(diagnostic: Diagnostic, programmes: set[str]) -> bool:
    """Tell whether an unknown code may be of one of these programmes, of which nothing is there."""
    if not programmes or diagnostic.code != "RP201":
        return False
    parts = fold(str(diagnostic.params["code"])).split("/")
    return not diagnostic.fixes or not programmes.isdisjoint(parts[:2])


def _heads(curriculum: Curriculum) -> frozenset[str]:
    return frozenset(_head(id_.code) for id_ in curriculum.eenheden)


def _head(code: str) -> str:
    """Return a code without its last number: VT/K of VT/K/9."""
    return fold(code).rpartition("/")[0]


def _one_per_name(findings: Sequence[Diagnostic], heads: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Tell of each unknown name once, with the other places where it stands."""
    groups: dict[object, list[Diagnostic]] = {}
    lists: set[object] = set()
    parts = {d.params["code"] for d in findings if d.code == "RP212"}
    findings = [d for d in findings if d.code != "RP322" or d.params["code"] not in parts]
    for place, finding in enumerate(findings):
        if finding.code == "RP201":
            code = str(finding.params["code"])
            run = (*_line(finding.span), _head(code))
            if finding.span.text[:1].isdecimal() and run in lists:
                continue  # only a number, after a code that was told: `YT/K/9, 12` is one mistake
            lists.add(run)
        groups.setdefault(_name(finding, heads) or place, []).append(finding)
    return tuple(_together(group) for group in groups.values())


def _name(diagnostic: Diagnostic, heads: frozenset[str]) -> tuple[str, ...]:
    """Return what is unknown: a name, or all codes of a kind of which none is there."""
    if diagnostic.code == "RP304":
        return ("RP304", str(diagnostic.params["code"]))
    if diagnostic.code not in _NAMELESS:
        return ()
    code = str(diagnostic.params.get("code", ""))
    if diagnostic.code == "RP201" and _head(code) and _head(code) not in heads:
        return ("RP201", "head", _head(code))
    return (diagnostic.code, *(fold(str(value)) for _, value in sorted(diagnostic.params.items())))


def _together(group: Sequence[Diagnostic]) -> Diagnostic:
    first, *others = group
    related = [label(other.span, "ook-hier") for other in others[:_MAX_PLACES]]
    if len({str(diagnostic.params) for diagnostic in group}) > _FEW:
        unused = first.help is not None and first.help.key.startswith("gebruik-")
        help_ = first.help if unused else say("gebruik-mist")
        first = replace(first, help=help_, fixes=())  # no slip, but a text that is not there
        group = ()
    fixes = dict.fromkeys(fix for diagnostic in group for fix in diagnostic.fixes)
    return replace(first, related=(*first.related, *related), fixes=tuple(fixes))


# ---- a header that is gone


def _with_lost_headers(
    findings: Sequence[Diagnostic], project: Project, places: Places
) -> tuple[Diagnostic, ...]:
    """Tell of an unknown name, and of lines that could be its block, as one mistake: one header explains one name."""
    lost = [*_suspected(project), *_odd_lines(findings)]
    if not lost:
        return tuple(findings)
    explained: dict[int, tuple[_Lost, Diagnostic]] = {}
    for place, finding in enumerate(findings):
        header = next((h for h in lost if h.kinds & _kinds(finding)), None)
        if header is not None and finding.code in ("RP201", "RP203") and not finding.fixes:
            lost.remove(header)
            explained[place] = (header, finding)
    fresh = [finding for place, finding in enumerate(findings) if place not in explained]
    for header, finding in explained.values():
        line = _line(header.span)
        about = [d for d in fresh if _line(d.span) == line]
        fresh = [d for d in fresh if _line(d.span) != line]
        fresh.append(_lost_header(header.span, finding, about, places))
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
            yield _Lost(finding.span, _UNITS)


def _lost_header(span: Span, finding: Diagnostic, told: Sequence[Diagnostic], places: Places) -> Diagnostic:
    """Return what is told of a line, with the header that it misses."""
    related = [label(finding.span, "hier-wordt-het-genoemd")]
    help_ = say("zet-deze-kop", text=_header(span, finding, places))
    if not told or told[0].code == "RP312":
        return found("RP116", span, related=related, help=help_)
    return replace(told[0], related=(*told[0].related, *related), help=told[0].help or help_)


def _header(span: Span, finding: Diagnostic, places: Places) -> str:
    """Return the header of a block that has the name of which nothing is there."""
    if finding.code == "RP203":
        return f"{BLOKKEN[str(finding.params['kind'])].kop} {finding.span.text}"
    stretch = places.around(span)
    soort = stretch.block.soort if stretch and stretch.block.soort in _UNITS else "eenheid"
    return f"{soort} {finding.params['code']}"


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
        about_nothing = {d.span for d in findings if d.code == "RP310"}
        for finding in findings:
            if finding.code == "RP216" and finding.span in about_nothing:
                continue  # a voorbeeld that is about no route: that has been told
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
