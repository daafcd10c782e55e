"""What a whole text allows and forbids, for every kind of pupil: no routes, no choice, rules that do nothing.

That something exists is only said with a route that was evaluated plainly, that something cannot be only with the
rules that clash. What a limit cut off is undecided, and said to be so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from routeplanner.engine.cases import Case, cases
from routeplanner.engine.clashes import clashes
from routeplanner.engine.compiled import Compiled
from routeplanner.engine.count import Number, Shape, count_routes
from routeplanner.engine.counting import counts
from routeplanner.engine.findings import Finding, Kind
from routeplanner.engine.limits import LimitReachedError, check, limit
from routeplanner.engine.looser import looser
from routeplanner.engine.options import Status, survey
from routeplanner.engine.redundant import Redundancy
from routeplanner.engine.verdict import Oordeel
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.rules import Keuze, Maat, Regel, Telling

SECONDS = 60.0
"""How long an analysis may take, unless the caller says otherwise."""


class Undecided(NamedTuple):
    """What was not known within the limit."""

    case: Case | None
    what: str
    """`route` (is there any), `options`, or a rule of which it is not known whether it makes a difference."""


@dataclass(frozen=True)
class Analysis:
    """What was found in a text."""

    curriculum: Curriculum
    findings: tuple[Finding, ...]
    """The worst first."""
    numbers: tuple[tuple[Case, Number], ...]
    """How many routes there are, for each kind of pupil."""
    undecided: tuple[Undecided, ...]


def analyse(curriculum: Curriculum, *, seconds: float = SECONDS) -> Analysis:
    """Return what is wrong, dead, forced and redundant in a text, and how many routes there are.

    Args:
        curriculum: The text; it has no errors.
        seconds: The limit; what is not known by then is undecided, and of numbers that there are more.
    """
    with limit(seconds):
        return _analysed(curriculum)


def _analysed(curriculum: Curriculum) -> Analysis:
    redundancy = Redundancy(curriculum)
    pupils: list[_Pupil] = []
    undecided: list[Undecided] = []
    for case in cases(curriculum):
        try:
            check()
            pupils.append(_Pupil(Compiled(curriculum, case), redundancy))
        except LimitReachedError:
            undecided.append(Undecided(case, "route"))
            redundancy.skip()
    found = (*_together(one for pupil in pupils for one in pupil.findings), *redundancy.findings())
    order = list(Kind)
    undecided += [one for pupil in pupils for one in pupil.undecided]
    known: dict[Shape, Number] = {}
    numbers = [(pupil.case, pupil.number(known)) for pupil in pupils if pupil.possible is not None]
    return Analysis(
        curriculum,
        tuple(sorted(found, key=lambda finding: order.index(finding.kind))),
        tuple(numbers),
        (*undecided, *(Undecided(None, rule) for rule in redundancy.undecided)),
    )


def _together(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings that are the same but for whom they are about as one, with its first route."""
    same: dict[Finding, list[Finding]] = {}
    for finding in findings:
        same.setdefault(replace(finding, cases=(), witness=None), []).append(finding)
    for them in same.values():
        yield replace(them[0], cases=tuple(case for one in them for case in one.cases))


class _Pupil:
    """What is found for one kind of pupil."""

    possible: bool | None = None
    """Whether there is a route; None: not decided."""

    def __init__(self, compiled: Compiled, redundancy: Redundancy) -> None:
        self._compiled = compiled
        self.case = compiled.case
        self.findings: list[Finding] = []
        self.undecided: list[Undecided] = []
        self._look("route", self._routes())
        self._look("law", looser(compiled))
        if self.possible:
            self._look("options", self._options())
        redundancy.see(compiled, possible=bool(self.possible))

    def _look(self, what: str, findings: Iterator[Finding]) -> None:
        try:
            check()
            self.findings.extend(findings)
        except LimitReachedError:
            self.undecided.append(Undecided(self.case, what))

    def number(self, known: dict[Shape, Number]) -> Number:
        """Return how many routes there are."""
        if not self.possible:
            return Number(0, exact=True)
        return count_routes(self._compiled.problem, known=known)

    def _routes(self) -> Iterator[Finding]:
        compiled = self._compiled
        true = compiled.solver.model(())
        if true is not None:
            if compiled.judged(true).oordeel is Oordeel.GELDIG:
                self.possible = True
            else:
                self.undecided.append(Undecided(self.case, "route"))
            return
        (clash, *_) = clashes(compiled.selection, compiled.problem)
        self.possible = False
        yield Finding(Kind.EMPTY, (self.case,), (), clash.rules, clash.choices)

    def _options(self) -> Iterator[Finding]:
        compiled = self._compiled
        statuses = {o.keuze: o.status for o in survey(compiled.selection, compiled.problem, compiled.solver)}
        possible = [keuze for keuze, status in statuses.items() if status is not Status.CLOSED]
        forced = {keuze for keuze, status in statuses.items() if status is Status.FORCED}
        for regel, keuzes in self._without_choice(possible, forced):
            forced -= set(keuzes)
            yield self._clash(Kind.NO_CHOICE, keuzes, regel.id)
        for keuze, status in statuses.items():
            if status is Status.CLOSED:
                yield self._clash(Kind.DEAD, (keuze,))
            elif keuze in forced:
                yield self._clash(Kind.FORCED, (keuze,))

    def _clash(self, kind: Kind, keuzes: tuple[Keuze, ...], *rules: str) -> Finding:
        """Return a finding with the rules that make it so, for the first of these choices."""
        compiled = self._compiled
        literal = compiled.problem.choices[keuzes[0]]
        wanted = (literal if kind is Kind.DEAD else -literal,)
        because = compiled.because(wanted, compiled.rules, solver=compiled.solver)
        return Finding(kind, (self.case,), rules, because, keuzes)

    def _without_choice(
        self, possible: Iterable[Keuze], forced: Collection[Keuze]
    ) -> Iterator[tuple[Regel, tuple[Keuze, ...]]]:
        """Yield the rules that ask for as many as there can be, with these."""
        selection = self._compiled.selection
        for regel in self._compiled.regels:
            for zin in regel.zinnen:
                if not isinstance(zin, Telling) or zin.maat is not Maat.AANTAL or not zin.laag:
                    continue
                counted = [k for k in possible if counts(selection.onderdelen[k], zin, selection)]
                asked = tuple(keuze for keuze in counted if keuze in forced)
                if asked and len(counted) == zin.laag and set(counted) <= {*asked, *selection.gekozen}:
                    yield regel, asked
