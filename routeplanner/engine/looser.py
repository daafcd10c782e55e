"""Where a school's bound is looser than the law's on the same quantity and scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from routeplanner.engine.compiled import Compiled
from routeplanner.engine.findings import Finding, Kind
from routeplanner.engine.opposites import opposite
from routeplanner.engine.standing import Stand
from routeplanner.engine.verdict import judge
from routeplanner.model.quantities import Gezag
from routeplanner.model.rules import Keuze, Regel, Telling


class _Bound(NamedTuple):
    regel: Regel
    telling: Telling


def looser(compiled: Compiled) -> Iterator[Finding]:
    """Yield the bounds of the school that are looser than the law's, each with a route that only it allows.

    Raises:
        LimitReachedError: The limit was reached.
    """
    for school, law in _pairs(compiled.regels):
        others = [rule for rule in compiled.rules if rule not in (law.id, school.id)]
        true = compiled.opposed.model((), (*others, school.id, opposite(law.id)))
        if true is None:  # the other bound of the same rule, or another rule, may be stricter
            true = compiled.opposed.model((), (*_unnamed(others, compiled), school.id, opposite(law.id)))
        if true is None:
            continue
        route = compiled.route(true)
        states = {rule.id: rule.stand for rule in judge(compiled.curriculum, route, together=False).rules}
        if states[school.id] is Stand.VOLDAAN and states[law.id] in (Stand.OPEN, Stand.OVERTREDEN):
            yield Finding(Kind.LOOSER, (compiled.case,), (school.id, law.id), (), (), route)


def _unnamed(rules: Sequence[str], compiled: Compiled) -> list[str]:
    """Return the rules that hold everywhere."""
    named = {regel.id for regel in compiled.regels}
    return [rule for rule in rules if rule not in named]


def _pairs(regels: Sequence[Regel]) -> Iterator[tuple[Regel, Regel]]:
    """Yield each rule of the school with the rule of the law that it is looser than."""
    bounds = [_Bound(regel, zin) for regel in regels for zin in regel.zinnen if isinstance(zin, Telling)]
    pairs = {
        (mine.regel.id, law.regel.id): (mine.regel, law.regel)
        for law in bounds
        if law.regel.gezag is Gezag.WET
        for mine in bounds
        if mine.regel.gezag is Gezag.SCHOOL and _quantity(mine) == _quantity(law)
        if _is_looser(mine.telling, law.telling)
    }
    yield from pairs.values()


def _is_looser(mine: Telling, law: Telling) -> bool:
    """Tell whether a bound is there on the same side and lets through more; silence is no contradiction."""
    low = mine.laag is not None and law.laag is not None and mine.laag < law.laag
    return low or (mine.hoog is not None and law.hoog is not None and mine.hoog > law.hoog)


def _quantity(bound: _Bound) -> tuple[object, ...]:
    """Return what is counted, and over which time."""
    zin = bound.telling
    among: frozenset[Keuze] = frozenset(keuze for verwijzing in zin.van for keuze in verwijzing.keuzes)
    where = (zin.per, frozenset(bound.regel.bereik.leerjaren))
    which = (frozenset(zin.kenmerken), frozenset(zin.competenties), zin.uit, zin.elders, among)
    return (zin.maat, zin.grootheid, *where, *which)
