"""What of a route is in its problem itself: with the same of it, two routes have the same problem.

What is chosen is not: a search fixes that. Only what others may not choose is, and what stands where.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from routeplanner.engine.everywhere import WHOLE
from routeplanner.engine.placing import given_cells, put_cells
from routeplanner.engine.scope import Scope
from routeplanner.engine.selection import Selection
from routeplanner.model.rules import Keuze, KeuzeSoort


def own_of(selection: Selection) -> Hashable:
    """Return all that `lower` reads of what a route has chosen."""
    return tuple(_own(selection))  # in order: of what is not on offer, the order is that of its choices too


def key_of(selection: Selection, scope: Scope) -> Hashable:
    """Return all that the lowering of a route reads of it."""
    route = selection.route
    waived = tuple(ontheffing.regel for ontheffing in scope.exceptions)
    pupil = (route.programma, route.leerweg, route.uitstroomprofiel, route.doel, route.schooljaar, waived)
    return pupil, selection.cellen, own_of(selection)


def _own(selection: Selection) -> Iterator[Hashable]:
    """Yield what is not on offer to the pupil, what has an order in time now, and what stands elsewhere."""
    for keuze, plaats in selection.gekozen.items():
        onderdeel = selection.onderdelen[keuze]
        if not onderdeel.neembaar:
            yield keuze
        if plaats.leerjaar is None and not plaats.perioden:
            continue
        if _has_order(keuze):
            yield keuze, "placed"
        put = put_cells(selection, onderdeel)
        if not set(put) & set(given_cells(selection, onderdeel)):
            yield keuze, put


def _has_order(keuze: Keuze) -> bool:
    return keuze.soort is KeuzeSoort.VERDIEPING or keuze.soort in WHOLE
