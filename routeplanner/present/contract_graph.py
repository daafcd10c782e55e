"""The JSON contract of how things hang together, version 1; see contract.py."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from routeplanner.engine.graph import DoelNode, Node, Samenhang
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.rules import Keuze
from routeplanner.present.contract_parts import Model, as_json
from routeplanner.present.graph import Named


class NodeContract(Model):
    """A goal, a unit, or a choice."""

    name: str
    kind: Literal["doel", "eenheid", "keuze"]


class EdgeContract(Model):
    """One thing that points to what it needs, fits, is a part of, or comes after."""

    start: int
    """By its place in the list of nodes."""
    end: int
    kind: Literal["past bij", "deel", "verdiept", "vereist", "later dan"]
    rule: str | None
    """Null: it holds everywhere, or the goal or the unit says so itself."""
    one_of: int
    """How many things there are of which one is enough; 1: this one is needed."""


class GraphContract(Model):
    """How the things of a text hang together."""

    schema_: Literal["routeplanner/graph/1"] = Field(default="routeplanner/graph/1", alias="schema")
    nodes: list[NodeContract]
    edges: list[EdgeContract]
    order: list[int]
    """The choices, what comes first or is needed before the rest."""
    circles: list[list[int]]


def graph_json(curriculum: Curriculum, samenhang: Samenhang) -> str:
    """Return how things hang together as JSON."""
    named = Named(curriculum)
    place = {node: index for index, node in enumerate(samenhang.nodes)}
    return as_json(
        GraphContract(
            nodes=[NodeContract(name=named.of(node), kind=_kind(node)) for node in samenhang.nodes],
            edges=[
                EdgeContract(
                    start=place[edge.start],
                    end=place[edge.end],
                    kind=edge.kind.value,
                    rule=edge.regel.id if edge.regel is not None else None,
                    one_of=edge.keuze_uit,
                )
                for edge in samenhang.edges
            ],
            order=[place[keuze] for keuze in samenhang.order()],
            circles=[[place[keuze] for keuze in circle] for circle in samenhang.circles()],
        )
    )


def _kind(node: Node) -> Literal["doel", "eenheid", "keuze"]:
    if isinstance(node, DoelNode):
        return "doel"
    return "keuze" if isinstance(node, Keuze) else "eenheid"
