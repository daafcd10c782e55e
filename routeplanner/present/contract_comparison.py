"""The JSON contract of a comparison, version 1; see contract.py."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from routeplanner.engine.compare import Comparison
from routeplanner.engine.crossings import Crossing
from routeplanner.engine.same_rules import Changed
from routeplanner.model.rules import Regel
from routeplanner.present.contract_analysis import CaseContract, case_json, route_json
from routeplanner.present.contract_parts import Model, as_json, clean

VerdictWord = Literal["geldig", "onvolledig", "ongeldig", "onbeslist"]


class RuleTextContract(Model):
    """A rule as it stands in one text."""

    id: str
    file: str
    line: int
    sentences: list[str]


class ChangedContract(Model):
    """A rule that differs."""

    id: str
    old: RuleTextContract | None
    """Null: the rule is new."""
    new: RuleTextContract | None
    """Null: the rule is gone."""
    matters: bool
    """False: it says something else, and with what is on offer in the new text that makes no difference."""


class CrossingContract(Model):
    """A route that one text allows and the other does not."""

    case: CaseContract
    lost: bool
    """Whether the old text allows it; else the new one."""
    choices: list[str]
    """Beside what is mandatory."""
    rules: list[str]
    """The rules of the other text that it does not meet."""


class FlipContract(Model):
    """A route with another verdict."""

    route: str
    before: VerdictWord
    after: VerdictWord
    rules: list[str]
    """The rules that did it."""


class UndecidedContract(Model):
    """For whom it was not known within the limit whether there is such a route."""

    case: CaseContract
    lost: bool


class ComparisonContract(Model):
    """What changes between two texts."""

    schema_: Literal["routeplanner/comparison/1"] = Field(default="routeplanner/comparison/1", alias="schema")
    same: bool
    rules: list[ChangedContract]
    gone: list[CaseContract]
    come: list[CaseContract]
    routes: list[CrossingContract]
    flips: list[FlipContract]
    undecided: list[UndecidedContract]
    unjudged: list[str]
    """Routes of which it was not known within the limit what one of the texts says of them."""


def comparison_json(comparison: Comparison) -> str:
    """Return a comparison as JSON."""
    old, new = comparison.old, comparison.new
    return as_json(
        ComparisonContract(
            same=comparison.same,
            rules=[_changed(changed) for changed in comparison.rules],
            gone=[case_json(case, old) for case in comparison.gone],
            come=[case_json(case, new) for case in comparison.come],
            routes=[_crossing(crossing, comparison) for crossing in comparison.crossings],
            flips=[
                FlipContract(
                    route=flip.route.naam,
                    before=flip.before.value,
                    after=flip.after.value,
                    rules=list(flip.rules),
                )
                for flip in comparison.flips
            ],
            undecided=[
                UndecidedContract(case=case_json(case, old), lost=lost) for case, lost in comparison.undecided
            ],
            unjudged=[route.naam for route in comparison.unjudged],
        )
    )


def _changed(changed: Changed) -> ChangedContract:
    return ChangedContract(
        id=changed.id, old=_text(changed.old), new=_text(changed.new), matters=changed.matters
    )


def _text(regel: Regel | None) -> RuleTextContract | None:
    if regel is None:
        return None
    source = regel.span.source
    return RuleTextContract(
        id=regel.id,
        file=clean(source.path),
        line=source.position(regel.span.start).line,
        sentences=[zin.span.text for zin in regel.zinnen],
    )


def _crossing(crossing: Crossing, comparison: Comparison) -> CrossingContract:
    curriculum = comparison.old if crossing.lost else comparison.new
    return CrossingContract(
        case=case_json(crossing.case, curriculum),
        lost=crossing.lost,
        choices=route_json(crossing.route),
        rules=list(crossing.rules),
    )
