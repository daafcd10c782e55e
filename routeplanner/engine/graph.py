"""The only home of networkx: what hangs together in a text. Goals, units and their parts, what needs what.

An edge points to what is needed or comes first: from a goal to a unit that fits it, from a verdieping to what it
deepens, from what requires to what is required, from what is later to what is earlier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import NamedTuple, TypeAlias

import networkx as nx

from routeplanner.engine.everywhere import WHOLE
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum, Doel
from routeplanner.model.rules import (
    EenheidId,
    Gebod,
    Keuze,
    KeuzeSoort,
    Regel,
    Verband,
    Verwijzing,
    Voorwaarde,
)


class DoelNode(NamedTuple):
    """A goal, by its folded name."""

    doel: str


Node: TypeAlias = Keuze | EenheidId | DoelNode


class EdgeKind(Enum):
    """Why one thing points to another."""

    PAST_BIJ = "past bij"
    DEEL = "deel"
    """A part of a unit points to its unit, and the unit to the whole that is chosen first."""
    VERDIEPT = "verdiept"
    VEREIST = "vereist"
    LATER = "later dan"


_NEEDED = (EdgeKind.VEREIST, EdgeKind.VERDIEPT)


class Edge(NamedTuple):
    """One thing that points to another, and the rule that says so."""

    start: Node
    end: Node
    kind: EdgeKind
    regel: Regel | None
    """None: it holds everywhere, or the goal or the unit says so itself."""
    keuze_uit: int
    """How many things there are of which one is enough; 1: this one is needed."""


class Samenhang:
    """How the things of a text hang together.

    Args:
        curriculum: The text.
        regels: The rules that count, such as those of one pupil; without them all that must hold.
    """

    def __init__(self, curriculum: Curriculum, regels: Iterable[Regel] | None = None) -> None:
        counted = (r for r in curriculum.regels.values() if r.hard) if regels is None else regels
        self.edges = tuple(dict.fromkeys(_edges(curriculum, counted)))
        self._needs = _graph(edge for edge in self.edges if edge.kind in _NEEDED and edge.keuze_uit == 1)
        self._first = _graph(
            edge for edge in self.edges if edge.kind in (*_NEEDED, EdgeKind.LATER) and edge.keuze_uit == 1
        )
        self._all = _graph(edge for edge in self.edges if edge.kind is not EdgeKind.LATER)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Everything that hangs together with something, in the order of the text."""
        return tuple(dict.fromkeys(node for edge in self.edges for node in (edge.start, edge.end)))

    def needs(self, keuze: Keuze) -> tuple[Keuze, ...]:
        """Return all that a choice needs, directly or through what it needs."""
        return self._in_order(nx.descendants(self._needs, keuze) if keuze in self._needs else ())

    def unlocks(self, keuze: Keuze) -> tuple[Keuze, ...]:
        """Return all that cannot be chosen without a choice."""
        return self._in_order(nx.ancestors(self._needs, keuze) if keuze in self._needs else ())

    def _in_order(self, keuzes: Iterable[Node]) -> tuple[Keuze, ...]:
        some = set(keuzes)
        return tuple(node for node in self.nodes if node in some and isinstance(node, Keuze))

    def distance(self, doel: Doel | str, eenheid: EenheidId) -> int | None:
        """Return in how many steps a unit is reached from a goal; None where it has nothing to do with it.

        1: the unit fits the goal; 2: such a unit needs it; and so on.
        """
        return self.distances(doel).get(eenheid)

    def distances(self, doel: Doel | str) -> Mapping[Node, int]:
        """Return in how many steps everything is reached that can be reached from a goal; see `distance`."""
        start = DoelNode(fold(doel if isinstance(doel, str) else doel.naam))
        if start not in self._all:
            return {}
        steps = nx.single_source_dijkstra_path_length(self._all, start)
        return {node: int(number) for node, number in steps.items()}

    def order(self) -> tuple[Keuze, ...]:
        """Return the choices that something is said of, what comes first or is needed before the rest.

        Choices in a circle stand together, as no order is right for them.
        """
        place = {node: index for index, node in enumerate(self.nodes)}
        knots = nx.condensation(self._first.reverse())
        members = {knot: sorted(knots.nodes[knot]["members"], key=place.__getitem__) for knot in knots}
        ordered = nx.lexicographical_topological_sort(knots, key=lambda knot: place[members[knot][0]])
        return tuple(node for knot in ordered for node in members[knot] if isinstance(node, Keuze))

    def circles(self) -> tuple[tuple[Keuze, ...], ...]:
        """Return the sets of choices that each come, or are needed, before each other."""
        place = {node: index for index, node in enumerate(self.nodes)}
        knots = [knot for knot in nx.strongly_connected_components(self._first) if len(knot) > 1]
        told = sorted(
            (sorted(knot, key=place.__getitem__) for knot in knots), key=lambda knot: place[knot[0]]
        )
        return tuple(tuple(node for node in knot if isinstance(node, Keuze)) for knot in told)


def _graph(edges: Iterable[Edge]) -> nx.DiGraph[Node]:
    graph: nx.DiGraph[Node] = nx.DiGraph()
    for edge in edges:
        steps = 0 if edge.kind is EdgeKind.DEEL else 1
        old = graph.get_edge_data(edge.start, edge.end, {"weight": steps})["weight"]
        graph.add_edge(edge.start, edge.end, weight=min(steps, old))
    return graph


# ---- what a text says


def _edges(curriculum: Curriculum, regels: Iterable[Regel]) -> Iterator[Edge]:
    for key, doel in curriculum.doelen.items():
        for id_ in doel.past_bij:
            yield Edge(DoelNode(key), id_, EdgeKind.PAST_BIJ, None, 1)
    for id_, invulling in curriculum.invullingen.items():
        whole = _whole(curriculum, id_)
        for deel in invulling.verdiepend:
            yield Edge(Keuze(KeuzeSoort.VERDIEPING, id_, deel.naam), whole, EdgeKind.VERDIEPT, None, 1)
    needed = list(_of_rules(regels))
    yield from needed
    said = {node for edge in needed for node in edge[:2]}
    units = [id_ for doel in curriculum.doelen.values() for id_ in doel.past_bij]
    units += [keuze.eenheid for keuze in said if isinstance(keuze, Keuze) and keuze.eenheid is not None]
    for id_ in dict.fromkeys(units):
        yield Edge(id_, _whole(curriculum, id_), EdgeKind.DEEL, None, 1)
        yield Edge(_whole(curriculum, id_), id_, EdgeKind.DEEL, None, 1)


def _whole(curriculum: Curriculum, id_: EenheidId) -> Keuze:
    """Return the choice of a whole unit: as keuzevak where it is one, else its verkennend deel."""
    unit = curriculum.eenheden.get(id_)
    keuzevak = unit is not None and unit.soort == "keuzevak"
    kinds = [soort for soort in WHOLE if (soort is KeuzeSoort.KEUZEVAK) == keuzevak]
    return Keuze(kinds[0], id_)


def _of_rules(regels: Iterable[Regel]) -> Iterator[Edge]:
    for regel in regels:
        for zin in regel.zinnen:
            match zin:
                case Verband(soort="vereist"):
                    yield from _between(zin.links, zin.rechts, EdgeKind.VEREIST, regel)
                case Verband(soort="vóór"):
                    yield from _later(zin, regel)
                case Voorwaarde(als=(_,), telling=None, dan=Gebod(soort="verplicht") as dan):
                    yield from _between(zin.als, dan.dingen, EdgeKind.VEREIST, regel)


def _between(
    left: Iterable[Verwijzing], right: Iterable[Verwijzing], kind: EdgeKind, regel: Regel
) -> Iterator[Edge]:
    rights = tuple(right)
    for start in (keuze for verwijzing in left for keuze in verwijzing.keuzes):
        for verwijzing in rights:
            for end in verwijzing.keuzes:
                if start != end:
                    yield Edge(start, end, kind, regel, len(verwijzing.keuzes))


def _later(zin: Verband, regel: Regel) -> Iterator[Edge]:
    """Yield that each on the right is later than each on the left."""
    for start in (keuze for verwijzing in zin.rechts for keuze in verwijzing.keuzes):
        for end in (keuze for verwijzing in zin.links for keuze in verwijzing.keuzes):
            if start != end:
                yield Edge(start, end, EdgeKind.LATER, regel, 1)
