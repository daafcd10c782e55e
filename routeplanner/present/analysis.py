"""What an analysis found, for people: few lines, the worst first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from routeplanner.engine.analyse import Analysis
from routeplanner.engine.count import Number
from routeplanner.engine.findings import Finding, Kind
from routeplanner.engine.selection import select
from routeplanner.model.curriculum import Curriculum, Route
from routeplanner.model.rules import Regel
from routeplanner.present.cases import cases_text, rest_text
from routeplanner.present.pieces import Piece, Row, Style
from routeplanner.present.signs import shown
from routeplanner.present.words import Words

_SIGNS = {
    Kind.EMPTY: ("✗", Style.ERROR),
    Kind.LOOSER: ("✗", Style.ERROR),
    Kind.FORCED: ("·", Style.NOTE),
}
_WARNING = ("!", Style.WARNING)
_NOBODY = "–"
"""Where there are no pupils of a programme in a leerweg, or where it is not known whether there is a route."""
_UNREADABLE = 10**15


def analysis_rows(analysis: Analysis, words: Words) -> Iterator[Row]:
    """Yield what was found, then the numbers of routes, then what is undecided."""
    findings = _joined(analysis.findings)
    if not findings and not analysis.undecided:
        yield (Piece("✓ ", Style.HELP), Piece(words.phrase("analyse.niets")))
    for finding in findings:
        yield from _finding(finding, analysis, words)
    if analysis.numbers:
        yield ()
        yield (Piece(words.phrase("analyse.aantal"), Style.SENTENCE),)
        yield from _numbers(analysis, words)
    for said in _undecided(analysis, words):
        yield (Piece("? ", Style.WARNING), Piece(shown(said)))


def _joined(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with those that differ only in the choice that they are about as one."""
    same: dict[Finding, list[Finding]] = {}
    for finding in findings:
        key = replace(finding, choices=()) if finding.kind in (Kind.DEAD, Kind.FORCED) else finding
        same.setdefault(key, []).append(finding)
    return [replace(key, choices=tuple(k for one in them for k in one.choices)) for key, them in same.items()]


def finding_text(finding: Finding, words: Words) -> str:
    """Return a finding in one sentence, without for whom it is."""
    key = f"analyse.{finding.kind.value}"
    if finding.kind is Kind.REDUNDANT and not finding.because:
        key = "analyse.redundant.vanzelf"
    return words.phrase(
        key,
        rule=finding.rules[0] if finding.rules else "",
        law=finding.rules[-1] if finding.rules else "",
        because=_named(finding.because, words),
        count=len(finding.choices),
        choices=", ".join(map(str, finding.choices)),
    )


def _named(rules: Sequence[str], words: Words) -> str:
    return words.listed([f"`{rule}`" for rule in rules])


def _finding(finding: Finding, analysis: Analysis, words: Words) -> Iterator[Row]:
    sign, style = _SIGNS.get(finding.kind, _WARNING)
    curriculum = analysis.curriculum
    every = len(finding.cases) in (0, len(analysis.numbers))
    who = "" if every else f" ({cases_text(finding.cases, curriculum, words)})"
    said = shown(finding_text(finding, words))
    yield (Piece(f"{sign} ", style), Piece(said, Style.SENTENCE), Piece(shown(who), Style.EDGE))
    if finding.kind in (Kind.EMPTY, Kind.DEAD, Kind.FORCED):
        said = words.phrase("analyse.want", rules=_named(finding.because, words))
        yield (Piece(f"    {shown(said)}"),)
    if finding.kind is Kind.EMPTY and finding.choices:
        yield (
            Piece(f"    {shown(words.phrase('analyse.met', choices=', '.join(map(str, finding.choices))))}"),
        )
    if finding.kind is Kind.LOOSER and finding.witness is not None:
        rule, law = finding.rules
        choices = route_text(curriculum, finding.witness)
        said = words.phrase("analyse.route", rule=rule, law=law, choices=choices)
        yield (Piece(f"    {shown(said)}"),)
    about = finding.because if finding.kind is Kind.EMPTY else finding.rules
    for place in _places(about, curriculum):
        yield (Piece("    --> ", Style.EDGE), Piece(place))


def route_text(curriculum: Curriculum, route: Route) -> str:
    """Return what a route adds to what is mandatory."""
    onderdelen = select(curriculum, route).onderdelen
    added = [gekozen.keuze for gekozen in route.gekozen if not onderdelen[gekozen.keuze].verplicht]
    return ", ".join(map(str, added))


def _places(rules: Sequence[str], curriculum: Curriculum) -> Iterator[str]:
    """Yield where rules stand; what holds everywhere stands nowhere."""
    for rule in rules:
        for regel in curriculum.regels.values():
            if regel.id == rule:
                yield place_of(regel)


def place_of(regel: Regel) -> str:
    """Return where a rule stands: `regels.lob:41`."""
    source = regel.span.source
    return f"{shown(source.path)}:{source.position(regel.span.start).line}"


def _numbers(analysis: Analysis, words: Words) -> Iterator[Row]:
    table: dict[str, dict[str, str]] = {}
    for case, number in analysis.numbers:
        name = f"{case.programma}{rest_text(case, analysis.curriculum, words)}"
        table.setdefault(shown(name), {})[case.leerweg.value] = number_text(number, words)
    leerwegen = dict.fromkeys(leerweg for numbers in table.values() for leerweg in numbers)
    widths = {leerweg: max(len(n.get(leerweg, _NOBODY)) for n in table.values()) for leerweg in leerwegen}
    widest = max(map(len, table))
    for name, numbers in table.items():
        cells = (f"{lw}  {numbers.get(lw, _NOBODY):>{widths[lw]}}" for lw in leerwegen)
        yield (Piece(f"  {name:{widest}}  {'   '.join(cells)}".rstrip()),)


def number_text(number: Number, words: Words) -> str:
    """Return a number of routes: `1.936`, `minstens 1.936`, or how large it is where nobody would read it."""
    grouped = f"{number.value:,}".replace(",", ".")
    if number.value >= _UNREADABLE:
        grouped = words.phrase("analyse.ruim", power=len(str(number.value)) - 1)
    return grouped if number.exact else words.phrase("analyse.minstens", count=grouped)


def _undecided(analysis: Analysis, words: Words) -> Iterator[str]:
    """Yield what was not known within the limit: the same question for several pupils, and all rules, as one."""
    rules = [one.what for one in analysis.undecided if one.case is None]
    for what in dict.fromkeys(one.what for one in analysis.undecided if one.case is not None):
        cases = [one.case for one in analysis.undecided if one.case is not None and one.what == what]
        who = cases_text(cases, analysis.curriculum, words)
        yield words.phrase(f"analyse.onbeslist.{what}", who=who)
    if rules:
        yield words.phrase("analyse.onbeslist.rule", rules=_named(rules, words))
