"""Each kind of sentence for one route. Source: `docs/nl/betekenis.md`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import product

from routeplanner.engine.counting import Count, counts, weight
from routeplanner.engine.limits import LimitReachedError, check
from routeplanner.engine.placing import MAX_STATES, UndecidedError, cells_of
from routeplanner.engine.replacing import Replacement, can_add, stands_in, things
from routeplanner.engine.scope import Scope
from routeplanner.engine.selection import Onderdeel, Selection
from routeplanner.engine.standing import Bedrag, Stand, worst
from routeplanner.model.rules import (
    Gebod,
    Keuze,
    NietDubbel,
    NietGecontroleerd,
    Regel,
    Regelzin,
    Telling,
    Verband,
    Verwijzing,
    Voorwaarde,
)


class Judge:
    """Judges the sentences of rules for one route, each by itself."""

    def __init__(self, selection: Selection, scope: Scope) -> None:
        self._selection = selection
        self._scope = scope
        self._addable = {onderdeel.keuze for onderdeel in selection.open()}

    def stand(self, zin: Regelzin, regel: Regel) -> Stand:
        """Return how one sentence of a rule stands."""
        try:
            check()
            return self._stand(zin, regel)
        except LimitReachedError:
            return Stand.ONBESLIST

    def bedragen(self, regel: Regel) -> Iterator[Bedrag]:
        """Yield what the counting sentences of a rule found, as far as there is time."""
        with suppress(LimitReachedError):
            for zin in regel.zinnen:
                check()
                if isinstance(zin, Telling):
                    yield self._bedrag(zin, self._count(zin, regel))

    def _bedrag(self, zin: Telling, count: Count) -> Bedrag:
        if zin.per is None:
            return Bedrag(zin.maat, count.amount, zin.span)
        amounts, loose = count.amounts()
        per = tuple((leerjaar, tuple(found)) for leerjaar, found in amounts.items() if leerjaar)
        return Bedrag(zin.maat, count.amount, zin.span, per, loose)

    def _stand(self, zin: Regelzin, regel: Regel) -> Stand:
        match zin:
            case Telling():
                return self._count(zin, regel).stand()
            case Gebod():
                return self._gebod(zin, regel)
            case Verband():
                return self._verband(zin, regel)
            case Voorwaarde():
                return self._voorwaarde(zin, regel)
            case NietDubbel():
                return self._niet_dubbel(zin, regel)
            case NietGecontroleerd():
                return Stand.NIET_GECONTROLEERD

    def _count(self, zin: Telling, regel: Regel) -> Count:
        return Count(self._selection, zin, regel.bereik.leerjaren, self._replacements(regel))

    def _replacements(self, regel: Regel) -> tuple[Replacement, ...]:
        return self._scope.replacements(hard=regel.hard)

    # ---- what is there, what can come

    def _there(self, thing: frozenset[Keuze]) -> bool:
        return any(keuze in self._selection.gekozen for keuze in thing)

    def _any_there(self, verwijzingen: Sequence[Verwijzing]) -> bool:
        return any(self._there(thing) for thing in things(verwijzingen))

    def _asked(self, thing: frozenset[Keuze], regel: Regel) -> Stand:
        """Return how it stands with a thing that is asked for."""
        replacements = self._replacements(regel)
        if self._there(thing) or stands_in(thing, replacements, self._selection.gekozen):
            return Stand.VOLDAAN
        if thing & self._addable:
            return Stand.OPEN
        for replacement in replacements:
            if (
                any(thing & other for other in replacement.rechts)
                and can_add(self._selection, replacement) is not None
            ):
                return Stand.OPEN
        return Stand.OVERTREDEN

    # ---- sentences

    def _gebod(self, zin: Gebod, regel: Regel) -> Stand:
        if zin.soort == "verplicht":
            return worst(self._asked(thing, regel) for thing in things(zin.dingen))
        return Stand.OVERTREDEN if self._any_there(zin.dingen) else Stand.VOLDAAN

    def _verband(self, zin: Verband, regel: Regel) -> Stand:  # noqa: PLR0911 - one per kind of sentence
        match zin.soort:
            case "vereist":
                if not self._any_there(zin.links):
                    return Stand.VOLDAAN
                if zin.telling is not None:
                    return self._count(zin.telling, regel).stand()
                return worst(self._asked(thing, regel) for thing in things(zin.rechts))
            case "niet samen met":
                clash = self._any_there(zin.links) and self._any_there(zin.rechts)
                return Stand.OVERTREDEN if clash else Stand.VOLDAAN
            case "in plaats van":
                replaced = all(self._there(thing) for thing in things(zin.links))
                return Stand.OVERTREDEN if replaced and self._any_there(zin.rechts) else Stand.VOLDAAN
            case "vóór":
                return self._order(zin)
        return Stand.VOLDAAN  # `telt als` asks nothing by itself

    def _order(self, zin: Verband) -> Stand:
        """Return whether what stands on the left can all come in an earlier periode."""
        for left, right in product(_chosen(zin.links, self._selection), _chosen(zin.rechts, self._selection)):
            if left != right and not self._can_precede(left, right):
                return Stand.OVERTREDEN
        return Stand.VOLDAAN

    def _can_precede(self, left: Keuze, right: Keuze) -> bool:
        onderdelen = self._selection.onderdelen
        earliest = min(cells_of(self._selection, onderdelen[left]), default=None)
        latest = max(cells_of(self._selection, onderdelen[right]), default=None)
        return earliest is None or latest is None or earliest < latest

    def _voorwaarde(self, zin: Voorwaarde, regel: Regel) -> Stand:
        condition = self._condition(zin, regel)
        if condition is False:
            return Stand.VOLDAAN
        dan = zin.dan
        stand = self._count(dan, regel).stand() if isinstance(dan, Telling) else self._gebod(dan, regel)
        if condition is None and stand is not Stand.VOLDAAN:
            return Stand.NIET_GECONTROLEERD
        if (
            stand is Stand.OVERTREDEN
            and zin.telling is not None
            and self._count(zin.telling, regel).can_exceed()
        ):
            return Stand.OPEN  # then the condition no longer holds
        return stand

    def _condition(self, zin: Voorwaarde, regel: Regel) -> bool | None:
        """Return whether the condition holds; None where nobody can say."""
        if zin.doelen and self._selection.route.doel not in zin.doelen:
            return False
        if not all(self._there(thing) for thing in things(zin.als)):
            return False
        return zin.telling is None or self._count(zin.telling, regel).holds_wherever()

    # ---- telt niet dubbel

    def _niet_dubbel(self, zin: NietDubbel, regel: Regel) -> Stand:
        tellingen = [telling for _, telling in self._scope.sharing(zin, regel)]
        if self._divides(tellingen, with_additions=False):
            return Stand.VOLDAAN
        if self._has_unsized(self._selection.chosen(), tellingen):
            return Stand.NIET_GECONTROLEERD
        if self._has_unsized(self._selection.open(), tellingen):
            return Stand.OPEN
        return Stand.OPEN if self._divides(tellingen, with_additions=True) else Stand.OVERTREDEN

    def _has_unsized(self, onderdelen: Iterable[Onderdeel], tellingen: Sequence[Telling]) -> bool:
        """Tell whether the size of something that counts for one of these is not known."""
        pairs = product(onderdelen, tellingen)
        return any(counts(o, t, self._selection) and weight(o, t.maat) is None for o, t in pairs)

    def _divides(self, tellingen: Sequence[Telling], *, with_additions: bool) -> bool:
        """Tell whether things can be divided over the counts so that each reaches its minimum."""
        selection = self._selection
        lows = [telling.laag or 0 for telling in tellingen]
        states = {tuple(0 for _ in lows)}
        pool = [*selection.chosen(), *(selection.open() if with_additions else ())]
        for onderdeel in pool:
            homes = [i for i, t in enumerate(tellingen) if counts(onderdeel, t, selection)]
            check()
            after = set(states)
            for state, home in product(states, homes):
                amount = state[home] + (weight(onderdeel, tellingen[home].maat) or 0)
                after.add((*state[:home], min(amount, lows[home]), *state[home + 1 :]))
            if len(after) > MAX_STATES:
                raise UndecidedError
            states = after
        return tuple(lows) in states


def _chosen(verwijzingen: Sequence[Verwijzing], selection: Selection) -> list[Keuze]:
    return [keuze for verwijzing in verwijzingen for keuze in verwijzing.keuzes if keuze in selection.gekozen]
