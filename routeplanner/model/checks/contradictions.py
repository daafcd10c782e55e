"""RP305: sentences that contradict each other on sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

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
        for ranked, others, both_hold in ((lows, highs, _leave_no_room), (highs, lows, _have_no_room))
        for bound, one in ranked
        if (other := _strictest(counted, bound, one, others, both_hold)) is not None
    }
    for one, other in sorted({(min(pair), max(pair)) for pair in pairs}):
        yield counted[one][1], counted[other][1]


def _strictest(
    counted: Sequence[tuple[Regel, Telling]],
    bound: int,
    one: int,
    others: Sequence[tuple[int, int]],
    both_hold: Callable[[tuple[Regel, Telling], tuple[Regel, Telling]], bool],
) -> int | None:
    """Return the strictest bound that leaves no room beside this one, for some pupil that has both."""
    for opposite, other in others[:_MAX_TRIES]:
        if bound + opposite >= 0:
            return None
        if one != other and both_hold(counted[one], counted[other]):
            return other
    return None


def _leave_no_room(low: tuple[Regel, Telling], high: tuple[Regel, Telling]) -> bool:
    """Tell whether all that a minimum counts is counted by a maximum too, for some pupil that has both."""
    mine, theirs = low[0].bereik, high[0].bereik
    covered = not theirs.leerjaren or (mine.leerjaren and set(mine.leerjaren) <= set(theirs.leerjaren))
    return mine.raakt(theirs) and bool(covered or low[1].per)


def _have_no_room(high: tuple[Regel, Telling], low: tuple[Regel, Telling]) -> bool:
    return _leave_no_room(low, high)


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
