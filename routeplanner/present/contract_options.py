"""The JSON contracts of options and of why, version 1; see contract.py."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from routeplanner.engine.clashes import Clash
from routeplanner.engine.count import Number
from routeplanner.engine.options import Option, Reason
from routeplanner.engine.repairs import Repair
from routeplanner.model.rules import KeuzeSoort
from routeplanner.present.contract_parts import Model, as_json
from routeplanner.present.verdicts import placed

State = Literal["chosen", "forced", "open", "closed"]


class OptionContract(Model):
    """How it stands with one choice."""

    choice: str
    part: Literal["verkennend", "verdieping"] | None
    """Of a unit: which part."""
    state: State
    because: list[str]
    """`afgewezen` where the route itself declines it; ask `why` for the rules."""


class OptionsContract(Model):
    """Every choice of a pupil."""

    schema_: Literal["routeplanner/options/1"] = Field(default="routeplanner/options/1", alias="schema")
    options: list[OptionContract]


class ClashContract(Model):
    """Rules and choices that cannot hold together."""

    rules: list[str]
    choices: list[str]
    declined: list[str]
    smallest: bool


class ChangeContract(Model):
    """A change after which the choice can be made."""

    add: list[str]
    drop: list[str]
    move: list[str]


class WhyContract(Model):
    """Why a choice is closed or forced."""

    schema_: Literal["routeplanner/why/1"] = Field(default="routeplanner/why/1", alias="schema")
    choice: str
    state: State
    conflicts: list[ClashContract]
    repairs: list[ChangeContract]


class CountContract(Model):
    """How many geldige routes there are."""

    schema_: Literal["routeplanner/count/1"] = Field(default="routeplanner/count/1", alias="schema")
    count: str = Field(pattern="^[0-9]+$")
    """A text: it may be larger than a number in JSON holds."""
    exact: bool
    """If not, there are at least so many."""


def count_json(number: Number) -> str:
    """Return a number of routes as JSON."""
    return as_json(CountContract(count=str(number.value), exact=number.exact))


def options_json(options: Sequence[Option]) -> str:
    """Return options as JSON."""
    return as_json(OptionsContract(options=[_option(option) for option in options]))


def why_json(found: Reason) -> str:
    """Return a reason as JSON."""
    return as_json(
        WhyContract(
            choice=str(found.keuze),
            state=found.status.value,
            conflicts=[clash_of(clash) for clash in found.clashes],
            repairs=[_change(repair) for repair in found.repairs],
        )
    )


def _option(option: Option) -> OptionContract:
    parts = {KeuzeSoort.VERKENNEND: "verkennend", KeuzeSoort.VERDIEPING: "verdieping"}
    return OptionContract.model_validate(
        {
            "choice": str(option.keuze),
            "part": parts.get(option.keuze.soort),
            "state": option.status.value,
            "because": ["afgewezen"] if option.declined else [],
        }
    )


def clash_of(clash: Clash) -> ClashContract:
    """Return a clash as the contract has it."""
    choices, declined = ([str(keuze) for keuze in side] for side in (clash.choices, clash.declined))
    return ClashContract(rules=list(clash.rules), choices=choices, declined=declined, smallest=clash.smallest)


def _change(repair: Repair) -> ChangeContract:
    return ChangeContract(
        add=[str(keuze) for keuze in repair.add],
        drop=[str(keuze) for keuze in repair.drop],
        move=[f"{keuze}{placed(cel)}" for keuze, cel in repair.move],
    )
