"""RP305: sentences that contradict each other on sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice, product
from typing import TypeAlias

from routeplanner.model.checks.subject import Checked
from routeplanner.model.rules import (
    Gebod,
    Grootheid,
    Keuze,
    Maat,
    Regel,
    Regelzin,
    Telling,
    Verband,
    Verwijzing,
)
from routeplanner.text.diagnostic import Diagnostic, found, label

_Said: TypeAlias = tuple[Regel, Regelzin]
_OF_ANY_KIND = frozenset({Grootheid.VERBREDING, Grootheid.MAATWERK, Grootheid.EENHEID})
_MAX_TRIES = 100
"""Sentences that one sentence is held against; of bounds the strictest first."""


def contradictory_bounds(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of `minstens 5` and `hoogstens 3` of the same, where some pupil falls under both."""
    groups: dict[object, list[tuple[Regel, Telling]]] = {}
    for regel, zin in _sentences(checked):
        if isinstance(zin, Telling):
            groups.setdefault(_what(zin), []).append((regel, zin))
    substituted = tuple(_substituted(checked))
    for counted in groups.values():
        for one, other in _clashes(counted, substituted):
            first, second = sorted((one, other), key=lambda zin: zin.span.key)
            related = [label(first.span, "dit-zegt-iets-anders")]
            yield found("RP305", second.span, one=first.span.text, other=second.span.text, related=related)


def _substituted(checked: Checked) -> Iterator[Verwijzing]:
    """Yield the things for which others can count: at a minimum they do, at a maximum they do not."""
    for regel in checked.curriculum.regels.values():
        for zin in regel.zinnen:
            if isinstance(zin, Verband) and zin.soort in ("telt als", "in plaats van"):
                yield from zin.rechts


def _needed(regel: Regel, zin: Telling, substituted: Sequence[Verwijzing]) -> int:
    """Return how many a minimum asks for at least, when as many as can be are replaced by others.

    Source: docs/nl/betekenis.md, "Verplicht, nooit, vereist": nothing is replaced in a sum, or in a part of the time.
    """
    low = zin.laag or 0
    if zin.maat is not Maat.AANTAL or zin.per or regel.bereik.leerjaren:
        return low
    return low - sum(_may_count(zin, thing) for thing in substituted)


def _may_count(zin: Telling, thing: Verwijzing) -> bool:
    """Tell whether a count may count a thing that others stand for; only where it cannot be so that is certain."""
    if zin.grootheid is None:
        counted = {keuze for verwijzing in zin.van for keuze in verwijzing.keuzes}
        return not counted.isdisjoint(thing.keuzes)
    word = zin.grootheid.value
    kinds = {keuze.soort for keuze in thing.keuzes}
    return zin.grootheid in _OF_ANY_KIND or any(word.startswith(kind.value) for kind in kinds)


def _clashes(
    counted: Sequence[tuple[Regel, Telling]], substituted: Sequence[Verwijzing]
) -> Iterator[tuple[Telling, Telling]]:
    """Yield pairs of bounds that clash: each bound that does with the strictest of the others, once."""
    lows = sorted(
        (-_needed(regel, zin, substituted), i)
        for i, (regel, zin) in enumerate(counted)
        if zin.laag is not None
    )
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
    sentences = list(_sentences(checked))
    for pair in chain(_opposite(sentences), _excluded(sentences)):
        first, second = sorted((zin.span for _, zin in pair), key=lambda span: span.key)
        related = [label(first, "dit-zegt-iets-anders")]
        yield found("RP305", second, one=first.text, other=second.text, related=related)


def _opposite(sentences: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Yield each order with the first that says the opposite."""
    orders: dict[tuple[str, Keuze], _Said] = {}
    opposite = {"verplicht": "nooit", "nooit": "verplicht"}
    for said in sentences:
        for soort, keuze in _orders(said[1]):
            earlier = orders.get((opposite[soort], keuze))
            if earlier is not None and _for_some_pupil(earlier, said):
                yield earlier, said
            orders.setdefault((soort, keuze), said)


def _excluded(sentences: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Yield each `A vereist B` with a `niet samen met` that has A on one side and B on the other."""
    sides: dict[Keuze, dict[tuple[int, bool], None]] = {}
    for number, (_, zin) in enumerate(sentences):
        if isinstance(zin, Verband) and zin.soort == "niet samen met":
            for is_left, side in ((True, zin.links), (False, zin.rechts)):
                for keuze in _certain(side):
                    sides.setdefault(keuze, {})[number, is_left] = None
    for said in sentences:
        for keuze, needed in _needs(said[1]):
            across = sides.get(needed, {})
            near = islice(sides.get(keuze, ()), _MAX_TRIES)
            clashing = (sentences[number] for number, is_left in near if (number, not is_left) in across)
            other = next((other for other in clashing if _for_some_pupil(said, other)), None)
            if other is not None:
                yield said, other


def _for_some_pupil(one: _Said, other: _Said) -> bool:
    """Tell whether some pupil falls under both."""
    return one[0].bereik.raakt(other[0].bereik)


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


def _orders(zin: Regelzin) -> Iterator[tuple[str, Keuze]]:
    if isinstance(zin, Gebod):
        yield from ((zin.soort, keuze) for keuze in _certain(zin.dingen))


def _needs(zin: Regelzin) -> Iterator[tuple[Keuze, Keuze]]:
    """Yield what cannot do without what; several on the left need it together only."""
    if isinstance(zin, Verband) and zin.soort == "vereist" and len(zin.links) == 1:
        yield from product(_certain(zin.links), _certain(zin.rechts))


def _certain(side: Iterable[Verwijzing]) -> Iterator[Keuze]:
    """Yield the things that leave no choice, as a groep does."""
    return (verwijzing.keuzes[0] for verwijzing in side if len(verwijzing.keuzes) == 1)
