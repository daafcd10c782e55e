"""Names, codes and programmes that nothing has: each told once, and not where the text that has it may be unread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from routeplanner.language.spelling import like
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum
from routeplanner.text.diagnostic import Diagnostic, label, say
from routeplanner.text.source import Span

UNITS = frozenset({"eenheid", "module", "keuzevak"})
NAMELESS = frozenset({"RP201", "RP203", "RP205", "RP212", "RP322"})
"""A name, code or programme that nothing has."""
_MAX_PLACES = 5
"""Other places that are shown of one finding."""
_FEW = 2
"""Codes of a kind of which none is known: with more they are of a programme that is not there."""


def line_of(span: Span) -> tuple[str, int]:
    """Return the file and line in which a place is."""
    return span.source.path, span.source.line_number(span.start)


def without_unread(
    findings: Sequence[Diagnostic], lost: frozenset[str], *, unread: bool
) -> tuple[Diagnostic, ...]:
    """Leave out the names that may stand in a text or header that could not be read."""
    if unread:
        return tuple(d for d in findings if d.code not in NAMELESS and d.code != "RP202")
    unknown = [d for d in findings if d.code == "RP205"]
    if unknown:  # which unit is meant depends on the programme
        findings = [d for d in findings if d.code != "RP202"]
    gone = {fold(str(d.params["name"])) for d in unknown if not d.fixes}
    twice = [d for d in findings if d.code == "RP204"][:_MAX_PLACES]
    return tuple(
        d
        for d in findings
        if not (
            kinds_of(d) & lost or _is_of_one_of(d, gone) or any(_is_name_of_other(d, two) for two in twice)
        )
    )


def _is_name_of_other(diagnostic: Diagnostic, double: Diagnostic) -> bool:
    """Tell whether a name that nothing has was probably that of one of two things of the same name."""
    if diagnostic.code not in ("RP201", "RP203"):
        return False
    name = str(diagnostic.params["code" if diagnostic.code == "RP201" else "name"])
    return str(double.params["kind"]) in kinds_of(diagnostic) and like(name, str(double.params["name"]))


def kinds_of(diagnostic: Diagnostic) -> frozenset[str]:
    """Return the kinds of block that could have the name that a finding is about."""
    match diagnostic.code:
        case "RP201":
            return UNITS
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


def heads_of(curriculum: Curriculum) -> frozenset[str]:
    """Return how the codes of the units that are there start: VT/K of VT/K/9."""
    return frozenset(_head(id_.code) for id_ in curriculum.eenheden)


def _head(code: str) -> str:
    """Return a code without its last number: VT/K of VT/K/9."""
    return fold(code).rpartition("/")[0]


def one_per_name(findings: Sequence[Diagnostic], heads: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Tell of each unknown name once, with the other places where it stands."""
    groups: dict[object, list[Diagnostic]] = {}
    lists: set[object] = set()
    parts = {d.params["code"] for d in findings if d.code == "RP212"}
    findings = [d for d in findings if d.code != "RP322" or d.params["code"] not in parts]
    for place, finding in enumerate(findings):
        if finding.code == "RP201":
            code = str(finding.params["code"])
            run = (*line_of(finding.span), _head(code))
            if finding.span.text[:1].isdecimal() and run in lists:
                continue  # only a number, after a code that was told: `YT/K/9, 12` is one mistake
            lists.add(run)
        groups.setdefault(_name(finding, heads) or place, []).append(finding)
    return tuple(_together(group) for group in groups.values())


def _name(diagnostic: Diagnostic, heads: frozenset[str]) -> tuple[str, ...]:
    """Return what is unknown: a name, or all codes of a kind of which none is there."""
    if diagnostic.code == "RP304":
        return ("RP304", str(diagnostic.params["code"]))
    if diagnostic.code not in NAMELESS:
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
