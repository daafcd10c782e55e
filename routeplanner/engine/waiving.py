"""Ontheffingen: which hold for a route on a day, which rules they lift, and which lift nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum, Ontheffing, Route
from routeplanner.model.quantities import Gezag


def exceptions_of(curriculum: Curriculum, route: Route, op: date | None) -> Iterator[Ontheffing]:
    """Yield what is waived for a route on a day; without one on the day of the check.

    A voorbeeld has those of the route that it starts from. A wet is not the school's to waive.
    """
    day = op or curriculum.op
    for ontheffing in curriculum.ontheffingen:
        regel = curriculum.regels.get(ontheffing.regel)
        if ontheffing.route != fold(route.van or route.naam) or regel is None or regel.gezag is Gezag.WET:
            continue
        if ontheffing.tot is None or day is None or day <= ontheffing.tot:
            yield ontheffing


def lifted(curriculum: Curriculum, exceptions: Iterable[Ontheffing]) -> frozenset[str]:
    """Return the folded ids of the rules that do not hold: those named, and the richtlijnen they took over.

    A richtlijn that another rule takes over as well stays.
    """
    regels = curriculum.regels
    named = {ontheffing.regel for ontheffing in exceptions}
    taken = {id_ for key in named if key in regels for id_ in regels[key].neemt_over}
    kept = {id_ for key, regel in regels.items() if key not in named for id_ in regel.neemt_over}
    richtlijnen = {id_ for id_ in taken - kept if regels[id_].gezag is Gezag.RICHTLIJN}
    return frozenset(named | richtlijnen)
