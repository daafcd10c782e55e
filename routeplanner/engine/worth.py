"""What is known of each choice before any route is made: what is unsure, and what is near to the goal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from routeplanner.engine.counting import counts, weight
from routeplanner.engine.score import Worth, wens_of
from routeplanner.engine.selection import Onderdeel, Selection
from routeplanner.model.rules import Keuze, Regel, Regelzin, Telling, Verband, Voorwaarde

if TYPE_CHECKING:
    from routeplanner.engine.graph import Node

NEAREST = 3
"""What a part of a unit of the goal counts for; each step of `vereist` further it is one less."""


def worth_of(selection: Selection, regels: Iterable[Regel]) -> Worth:
    """Return what is known of the choices of a route under the rules that it must meet."""
    asked = tuple(regels)
    return Worth(unsure(selection, asked), nearness(selection, asked))


def unsure(selection: Selection, regels: Iterable[Regel]) -> frozenset[Keuze]:
    """Return the choices of which no size is known while a rule asks for a minimum of it.

    A rule that cannot be checked anyway, for something in the route has no known size, is left out.
    """
    found: set[Keuze] = set()
    for telling in (telling for regel in regels for zin in regel.zinnen for telling in _minima(zin)):
        sizeless = [o for o in selection.onderdelen.values() if weight(o, telling.maat) is None]
        unknown = {o.keuze for o in sizeless if counts(o, telling, selection)}
        if unknown.isdisjoint(selection.gekozen):
            found |= unknown
    return frozenset(found)


def _minima(zin: Regelzin) -> Iterator[Telling]:
    """Yield the counts of a sentence that ask for at least something."""
    parts: tuple[object, ...] = (zin,)
    if isinstance(zin, Verband):
        parts = (zin.telling,)
    elif isinstance(zin, Voorwaarde):
        parts = (zin.dan,)
    return (part for part in parts if isinstance(part, Telling) and part.laag)


def nearness(selection: Selection, regels: Iterable[Regel]) -> Mapping[Keuze, int]:
    """Return what each choice counts for that is near to the goal of a pupil.

    A part of a unit of the goal counts for NEAREST, what such a unit asks for one less, and so on. What is
    mandatory is left out: nobody chooses it.

    Args:
        selection: The route.
        regels: The rules that it must meet.
    """
    wens = wens_of(selection)
    if wens.doel is None or not wens.eenheden:
        return {}
    from routeplanner.engine.graph import Samenhang  # only who has a goal waits for it

    steps = Samenhang(selection.curriculum, regels).distances(wens.doel)
    free = (onderdeel for onderdeel in selection.onderdelen.values() if not onderdeel.verplicht)
    found = {onderdeel.keuze: NEAREST + 1 - _steps(onderdeel, steps) for onderdeel in free}
    return {keuze: number for keuze, number in found.items() if number > 0}


def _steps(onderdeel: Onderdeel, steps: Mapping[Node, int]) -> int:
    """Return how far something is: itself, or its unit where that is nearer."""
    known = (steps.get(node) for node in (onderdeel.keuze, onderdeel.keuze.eenheid) if node is not None)
    return min((number for number in known if number is not None), default=NEAREST + 1)
