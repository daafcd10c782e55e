"""RP301, RP302: sentences that ask for one another in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias

from routeplanner.model.checks.subject import Checked
from routeplanner.model.rules import Keuze, Verband, Verwijzing
from routeplanner.text.diagnostic import Diagnostic, found, label
from routeplanner.text.source import Span

_Node: TypeAlias = Keuze | int
"""A choice, or a sentence by its number."""


def circle_of_vereist(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of a circle in `vereist`: nothing in it can be chosen first."""
    yield from _circle(checked, "RP301", "vereist")


def circle_in_time(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of a circle in `vóór`."""
    yield from _circle(checked, "RP302", "vóór")


def _circle(checked: Checked, code: str, soort: str) -> Iterator[Diagnostic]:
    zinnen = [
        zin
        for regel in checked.curriculum.regels.values()
        for zin in regel.zinnen
        if isinstance(zin, Verband) and zin.soort == soort
    ]
    try:
        TopologicalSorter(_graph(zinnen)).prepare()
    except CycleError as error:
        around: list[_Node] = list(reversed(error.args[1]))[:-1]
        first = min((node for node in around if isinstance(node, int)), key=lambda i: zinnen[i].span.key)
        start = around.index(first) - 1
        circle = [node for node in (*around[start:], *around[:start]) if isinstance(node, Keuze)]
        shown = " → ".join(f"`{keuze}`" for keuze in (*circle, circle[0]))
        others = sorted(
            {zinnen[node].span for node in around if isinstance(node, int) and node != first}, key=_key
        )
        yield found(
            code,
            zinnen[first].span,
            circle=shown,
            related=[label(span, "ook-in-de-kring") for span in others],
        )


def _graph(zinnen: Sequence[Verband]) -> dict[_Node, list[_Node]]:
    """Return what surely needs what: each choice on the left the sentence, the sentence each on the right.

    A side that leaves a choice (a groep) makes no circle by itself.
    """
    graph: dict[_Node, list[_Node]] = {}
    for number, zin in enumerate(zinnen):
        for left in _certain(zin.links):
            graph.setdefault(left, []).append(number)
        graph[number] = list(_certain(zin.rechts))
    return graph


def _certain(side: Sequence[Verwijzing]) -> Iterator[Keuze]:
    return (verwijzing.keuzes[0] for verwijzing in side if len(verwijzing.keuzes) == 1)


def _key(span: Span) -> tuple[str, int, int]:
    return span.key
