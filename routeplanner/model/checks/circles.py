"""RP301, RP302: sentences that ask for one another in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from routeplanner.model.checks.subject import Checked
from routeplanner.model.rules import Keuze, Verband
from routeplanner.text.diagnostic import Diagnostic, found, label


def circle_of_vereist(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of a circle in `vereist`: nothing in it can be chosen first."""
    yield from _circle(checked, "RP301", "vereist")


def circle_in_time(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of a circle in `vóór`."""
    yield from _circle(checked, "RP302", "vóór")


def _circle(checked: Checked, code: str, soort: str) -> Iterator[Diagnostic]:
    sentences: dict[tuple[Keuze, Keuze], Verband] = {}
    graph: dict[Keuze, set[Keuze]] = {}
    for regel in checked.curriculum.regels.values():
        for zin in regel.zinnen:
            if isinstance(zin, Verband) and zin.soort == soort:
                for first, second in _edges(zin):
                    graph.setdefault(first, set()).add(second)
                    sentences.setdefault((first, second), zin)
    try:
        TopologicalSorter(
            {
                node: sorted(after, key=str)
                for node, after in sorted(graph.items(), key=lambda item: str(item[0]))
            }
        ).prepare()
    except CycleError as error:
        circle: list[Keuze] = list(reversed(error.args[1]))
        zinnen = [sentences[pair] for pair in pairwise(circle) if pair in sentences]
        zinnen.sort(key=lambda zin: zin.span.key)
        shown = " → ".join(f"`{keuze}`" for keuze in circle)
        related = [label(zin.span, "ook-in-de-kring") for zin in zinnen[1:]]
        yield found(code, zinnen[0].span, circle=shown, related=related)


def _edges(zin: Verband) -> Iterator[tuple[Keuze, Keuze]]:
    """Yield what surely needs what: a side that leaves a choice (a groep) makes no circle by itself."""
    for left in zin.links:
        for right in zin.rechts:
            if len(left.keuzes) == 1 and len(right.keuzes) == 1:
                yield left.keuzes[0], right.keuzes[0]
