"""The JSON contract of an analysis, version 1; see contract.py."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from routeplanner.engine.analyse import Analysis
from routeplanner.engine.cases import Case
from routeplanner.engine.findings import Finding
from routeplanner.engine.selection import Cel
from routeplanner.model.curriculum import Curriculum, Route
from routeplanner.present.analysis import finding_text
from routeplanner.present.contract_parts import Model, as_json
from routeplanner.present.verdicts import placed
from routeplanner.present.words import Words


class CaseContract(Model):
    """A kind of pupil."""

    programma: str
    leerweg: Literal["BB", "KB", "GL", "TL"]
    uitstroomprofiel: str | None
    doel: str | None
    """Only where a rule names it; null: any other goal, or none."""


class FindingContract(Model):
    """One thing that was found."""

    kind: Literal["empty", "looser", "dead", "no-choice", "nobody", "redundant", "forced"]
    severity: Literal["error", "warning", "note"]
    message: str
    cases: list[CaseContract]
    """For whom; empty: for all."""
    rules: list[str]
    """The rules that it is about; of looser the school's and the law's."""
    because: list[str]
    """The rules that make it so; not one of them can be missed."""
    choices: list[str]
    witness: list[str] | None
    """The choices of a route that shows it, beside what is mandatory."""


class NumberContract(Model):
    """How many routes there are for a kind of pupil."""

    case: CaseContract
    count: str = Field(pattern="^[0-9]+$")
    """A text: it may be larger than a number in JSON holds."""
    exact: bool
    """If not, there are at least so many."""


class UndecidedContract(Model):
    """What was not known within the limit."""

    case: CaseContract | None
    what: str
    """`route`, `law`, `options`, or the id of a rule."""


class AnalysisContract(Model):
    """What was found in a text."""

    schema_: Literal["routeplanner/analysis/1"] = Field(default="routeplanner/analysis/1", alias="schema")
    findings: list[FindingContract]
    numbers: list[NumberContract]
    undecided: list[UndecidedContract]


def analysis_json(analysis: Analysis, words: Words) -> str:
    """Return an analysis as JSON."""
    curriculum = analysis.curriculum
    return as_json(
        AnalysisContract(
            findings=[_finding(finding, curriculum, words) for finding in analysis.findings],
            numbers=[
                NumberContract(case=case_json(case, curriculum), count=str(number.value), exact=number.exact)
                for case, number in analysis.numbers
            ],
            undecided=[
                UndecidedContract(case=case_json(one.case, curriculum) if one.case else None, what=one.what)
                for one in analysis.undecided
            ],
        )
    )


def case_json(case: Case, curriculum: Curriculum) -> CaseContract:
    """Return a kind of pupil as the contracts have it."""
    return CaseContract(
        programma=case.programma,
        leerweg=case.leerweg.value,
        uitstroomprofiel=case.uitstroomprofiel,
        doel=None if case.doel is None else curriculum.doelen[case.doel].naam,
    )


def route_json(route: Route) -> list[str]:
    """Return the choices of a route beside what is mandatory, each with its place."""
    return [
        f"{g.keuze}{placed(Cel(g.leerjaar, g.perioden[0]) if g.leerjaar is not None and g.perioden else None)}"
        for g in route.gekozen
    ]


def _finding(finding: Finding, curriculum: Curriculum, words: Words) -> FindingContract:
    return FindingContract.model_validate(
        {
            "kind": finding.kind.value,
            "severity": finding.severity,
            "message": finding_text(finding, words),
            "cases": [case_json(case, curriculum) for case in finding.cases],
            "rules": list(finding.rules),
            "because": list(finding.because),
            "choices": [str(keuze) for keuze in finding.choices],
            "witness": None if finding.witness is None else route_json(finding.witness),
        }
    )
