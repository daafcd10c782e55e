"""The JSON contract of what came of the voorbeelden, version 1; see contract.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import Field

from routeplanner.engine.coverage import Coverage
from routeplanner.engine.examples import Uitkomst
from routeplanner.model.rules import Regel
from routeplanner.present.contract_parts import Model, as_json, clean
from routeplanner.present.examples import difference_text
from routeplanner.present.words import Words
from routeplanner.text.source import Span


class ExampleContract(Model):
    """What came of one voorbeeld."""

    name: str
    file: str
    line: int
    state: Literal["klopt", "fout", "onbeslist"]
    differences: list[str]
    """What was expected and did not come true, a sentence each."""


class RuleContract(Model):
    """A rule of the school that must hold."""

    id: str
    file: str
    line: int
    missed: bool
    """Whether no voorbeeld would miss it: without it every one comes out the same."""


class ExamplesContract(Model):
    """What came of the voorbeelden."""

    schema_: Literal["routeplanner/examples/1"] = Field(default="routeplanner/examples/1", alias="schema")
    examples: list[ExampleContract]
    coverage: list[RuleContract] | None
    """Null unless it was asked for."""


def examples_json(outcomes: Sequence[Uitkomst], coverages: Iterable[Coverage] | None, words: Words) -> str:
    """Return what came of voorbeelden as JSON, with the rules that they look after."""
    return as_json(
        ExamplesContract(
            examples=[_example(outcome, words) for outcome in outcomes],
            coverage=None
            if coverages is None
            else [_rule(regel, coverage) for coverage in coverages for regel in coverage.regels],
        )
    )


def _example(outcome: Uitkomst, words: Words) -> ExampleContract:
    file, line = _place(outcome.voorbeeld.span)
    return ExampleContract(
        name=outcome.voorbeeld.naam,
        file=file,
        line=line,
        state="klopt" if outcome.klopt else "fout" if outcome.beslist else "onbeslist",
        differences=[difference_text(verschil, words) for verschil in outcome.verschillen],
    )


def _rule(regel: Regel, coverage: Coverage) -> RuleContract:
    file, line = _place(regel.span)
    return RuleContract(id=regel.id, file=file, line=line, missed=regel in coverage.missed)


def _place(span: Span) -> tuple[str, int]:
    return clean(span.source.path), span.source.position(span.start).line
