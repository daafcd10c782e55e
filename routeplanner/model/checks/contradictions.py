"""RP305: sentences that contradict each other on sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from routeplanner.model.checks.subject import Checked
from routeplanner.model.rules import Gebod, Keuze, Regel, Regelzin, Telling, Verband
from routeplanner.text.diagnostic import Diagnostic, found, label

_MAX_TRIES = 100
"""Bounds that one bound is held against, the strictest first."""


def contradictory_bounds(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of `minstens 5` and `hoogstens 3` of the same, where some pupil falls under both."""
    groups: dict[object, list[tuple[Regel, Telling]]] = {}
    for regel, zin in _sentences(checked):
        if isinstance(zin, Telling):
            groups.setdefault(_what(zin), []).append((regel, zin))
    for counted in groups.values():
        for one, other in _clashes(counted):
            first, second = sorted((one, other), key=lambda zin: zin.span.key)
            related = [label(first.span, "dit-zegt-iets-anders")]
            yield found("RP305", second.span, one=first.span.text, other=second.span.text, related=related)


def _clashes(counted: Sequence[tuple[Regel, Telling]]) -> Iterator[tuple[Telling, Telling]]:
    """Yield pairs of bounds that clash: each bound that does with the strictest of the others, once."""
    lows = sorted(((-zin.laag, i) for i, (_, zin) in enumerate(counted) if zin.laag is not None))
    highs = sorted(((zin.hoog, i) for i, (_, zin) in enumerate(counted) if zin.hoog is not None))
    pairs = {
        (one, other)
        for ranked, others in ((lows, highs), (highs, lows))
        for bound, one in ranked
        if (other := _strictest(counted, bound, one, others)) is not None
    }
    for one, other in sorted({(min(pair), max(pair)) for pair in pairs}):
        yield counted[one][1], counted[other][1]


def _strictest(
    counted: Sequence[tuple[Regel, Telling]], bound: int, one: int, others: Sequence[tuple[int, int]]
) -> int | None:
    """Return the strictest bound that leaves no room beside this one, for some pupil that has both."""
    for opposite, other in others[:_MAX_TRIES]:
        if bound + opposite >= 0:
            return None
        if one != other and counted[one][0].bereik.raakt(counted[other][0].bereik):
            return other
    return None


def contradictory_orders(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of `verplicht X` with `nooit X`, and of `A vereist B` with `A niet samen met B`."""
    said: dict[tuple[str, object], tuple[Regel, Regelzin]] = {}
    opposite = {
        "verplicht": "nooit",
        "nooit": "verplicht",
        "vereist": "niet samen met",
        "niet samen met": "vereist",
    }
    for regel, zin in _sentences(checked):
        for soort, about in _orders(zin):
            earlier = said.get((opposite[soort], about))
            if earlier is not None and earlier[0].bereik.raakt(regel.bereik):
                related = [label(earlier[1].span, "dit-zegt-iets-anders")]
                yield found("RP305", zin.span, one=earlier[1].span.text, other=zin.span.text, related=related)
            said.setdefault((soort, about), (regel, zin))


def _sentences(checked: Checked) -> Iterator[tuple[Regel, Regelzin]]:
    """Yield the sentences of the rules that must hold."""
    for regel in checked.curriculum.regels.values():
        if regel.hard:
            for zin in regel.zinnen:
                yield regel, zin


def _what(zin: Telling) -> object:
    """Return what is counted: the same for two sentences that count the same."""
    van = frozenset(keuze for verwijzing in zin.van for keuze in verwijzing.keuzes)
    return (zin.maat, zin.grootheid, zin.per, zin.kenmerken, zin.competenties, zin.uit, zin.elders, van)


def _orders(zin: Regelzin) -> Iterator[tuple[str, object]]:
    if isinstance(zin, Gebod):
        for verwijzing in zin.dingen:
            if len(verwijzing.keuzes) == 1:
                yield zin.soort, verwijzing.keuzes[0]
    elif isinstance(zin, Verband) and zin.soort in ("vereist", "niet samen met"):
        for pair in _pairs(zin):
            yield zin.soort, pair


def _pairs(zin: Verband) -> Iterator[tuple[Keuze, Keuze]]:
    if len(zin.links) == 1 and len(zin.links[0].keuzes) == 1:
        for right in zin.rechts:
            if len(right.keuzes) == 1:
                yield zin.links[0].keuzes[0], right.keuzes[0]
