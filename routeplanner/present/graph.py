"""How the things of a text hang together, for people: what fits a goal, what needs what, what a choice opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from routeplanner.engine.graph import DoelNode, Edge, EdgeKind, Node, Samenhang
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.rules import Keuze
from routeplanner.present.pieces import Piece, Row, Style
from routeplanner.present.signs import shown
from routeplanner.present.words import Words


class Named:
    """What the things of a text are called; a code of several programmes with the programme behind it."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._times = Counter(id_.code for id_ in curriculum.eenheden)

    def of(self, node: Node) -> str:
        """Return the name of a goal, a unit or a choice as the language writes it."""
        if isinstance(node, DoelNode):
            return f'doel "{self._curriculum.doelen[node.doel].naam}"'
        id_ = node.eenheid if isinstance(node, Keuze) else node
        double = id_ is not None and self._times[id_.code] > 1
        return f"{node} uit {id_.programma}" if id_ is not None and double else str(node)


def graph_rows(curriculum: Curriculum, samenhang: Samenhang, words: Words) -> Iterator[Row]:
    """Yield what fits which goal, what needs or follows what, what a choice opens, and circles if there are."""
    named = Named(curriculum)
    sections: dict[str, list[Row]] = {
        "doelen": list(_goals(curriculum, samenhang, named, words)),
        "eerst": [_edge(edges, named, words) for edges in _together(samenhang)],
        "opent": list(_opened(samenhang, named)),
        "kringen": list(_circles(samenhang, named)),
    }
    if not any(sections.values()):
        yield (Piece(words.phrase("samenhang.geen")),)
    for number, (key, rows) in enumerate((key, rows) for key, rows in sections.items() if rows):
        if number:
            yield ()
        yield (Piece(words.phrase(f"samenhang.{key}"), Style.SENTENCE),)
        yield from rows


def _goals(curriculum: Curriculum, samenhang: Samenhang, named: Named, words: Words) -> Iterator[Row]:
    for key, doel in curriculum.doelen.items():
        steps: dict[int, list[str]] = {}
        for id_ in (node for node in samenhang.nodes if not isinstance(node, Keuze | DoelNode)):
            distance = samenhang.distance(key, id_)
            if distance is not None:
                steps.setdefault(distance, []).append(named.of(id_))
        if steps:
            yield (
                Piece(f"  {shown(doel.naam)}", Style.SENTENCE),
                Piece(f"  {shown(', '.join(steps.pop(1)))}"),
            )
        for number, units in sorted(steps.items()):
            said = words.phrase("samenhang.stap", steps=number, choices=", ".join(units))
            yield (Piece(f"      {shown(said)}"),)


def _together(samenhang: Samenhang) -> Iterator[list[Edge]]:
    """Yield the edges that rules make, those of one choice by one rule together."""
    found: dict[tuple[Node, EdgeKind, str], list[Edge]] = {}
    for edge in samenhang.edges:
        if edge.regel is not None:
            found.setdefault((edge.start, edge.kind, edge.regel.id), []).append(edge)
    yield from found.values()


def _edge(edges: list[Edge], named: Named, words: Words) -> Row:
    first = edges[0]
    key = "vereist" if first.kind is EdgeKind.VEREIST else "later"
    needed = [named.of(edge.end) for edge in edges]
    said = words.phrase(
        f"samenhang.{key}",
        choice=named.of(first.start),
        needed=words.listed(needed, "of" if first.keuze_uit > 1 else "en"),
    )
    rule = first.regel.id if first.regel is not None else ""
    return (Piece(f"  {shown(said)}"), Piece(f"  ({shown(rule)})", Style.EDGE))


def _opened(samenhang: Samenhang, named: Named) -> Iterator[Row]:
    for keuze in samenhang.order():
        opened = samenhang.unlocks(keuze)
        if opened:
            yield (Piece(f"  {shown(named.of(keuze))} → {shown(', '.join(map(named.of, opened)))}"),)


def _circles(samenhang: Samenhang, named: Named) -> Iterator[Row]:
    for circle in samenhang.circles():
        yield (Piece(f"  {shown(', '.join(map(named.of, circle)))}", Style.ERROR),)
