"""The JSON contract of the normal form of one pupil's problem, version 1; see contract.py."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from routeplanner.engine.normal import Problem
from routeplanner.engine.selection import Selection
from routeplanner.model.rules import Regel
from routeplanner.present.constraints import Group, groups
from routeplanner.present.contract_parts import Model, Place, as_json, place_of
from routeplanner.present.words import Words


class TermContract(Model):
    """Something that counts for its weight where it is true."""

    weight: int
    what: str
    """A choice as the language writes it, with its place where the place counts; or a combination of these."""


class ConstraintContract(Model):
    """With all of the guard true, the sum of the weights lies between the bounds."""

    guard: list[str]
    terms: list[TermContract]
    low: int | None
    high: int | None


class RuleContract(Model):
    """The constraints of one rule."""

    id: str
    place: Place | None
    """Null: a rule that holds everywhere."""
    constraints: list[ConstraintContract]


class ConstraintsContract(Model):
    """The problem of one pupil. Sums are in minutes, weeks or pieces."""

    schema_: Literal["routeplanner/constraints/1"] = Field(
        default="routeplanner/constraints/1", alias="schema"
    )
    route: str
    programma: str
    leerweg: Literal["BB", "KB", "GL", "TL"] | None
    choices: list[str]
    rules: list[RuleContract]


def constraints_json(selection: Selection, problem: Problem, words: Words) -> str:
    """Return a problem as JSON."""
    route = selection.route
    return as_json(
        ConstraintsContract(
            route=route.naam,
            programma=route.programma,
            leerweg=route.leerweg.value if route.leerweg else None,
            choices=[str(keuze) for keuze in problem.choices],
            rules=[_rule(group) for group in groups(selection, problem, words)],
        )
    )


def _rule(group: Group) -> RuleContract:
    return RuleContract(
        id=group.rule,
        place=_place(group.regel),
        constraints=[
            ConstraintContract(
                guard=list(line.guard),
                terms=[TermContract(weight=weight, what=name) for weight, name in line.terms],
                low=line.low,
                high=line.high,
            )
            for line in group.lines
        ],
    )


def _place(regel: Regel | None) -> Place | None:
    return None if regel is None else place_of(regel.span)
