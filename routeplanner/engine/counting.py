"""A counting sentence for one route. Source: `docs/nl/betekenis.md`, "Tellen"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from routeplanner.engine.limits import check
from routeplanner.engine.placing import Item, UndecidedError, cells_of, fits
from routeplanner.engine.replacing import Replacement, active, can_add
from routeplanner.engine.selection import Cel, Onderdeel, Selection
from routeplanner.engine.standing import Stand
from routeplanner.language.vocabulary import fold
from routeplanner.model.rules import Grootheid, Keuze, KeuzeSoort, Maat, Telling

_SOORT = {
    Grootheid.KEUZEMODULE: (KeuzeSoort.KEUZEMODULE,),
    Grootheid.STAGE: (KeuzeSoort.STAGE,),
    Grootheid.ACTIVITEIT: (KeuzeSoort.ACTIVITEIT,),
    Grootheid.VAK: (KeuzeSoort.VAK,),
    Grootheid.MODULE: (KeuzeSoort.MODULE,),
    Grootheid.KEUZEVAK: (KeuzeSoort.KEUZEVAK, KeuzeSoort.MODULE),
    Grootheid.EENHEID: (KeuzeSoort.VERKENNEND,),
}


_MAX_TRIES = 2_000
"""Ways to let things stand for others that are looked at before the answer is: not decided."""


class Count:
    """One counting sentence for one route: what counts, how much, and how it stands."""

    def __init__(
        self,
        selection: Selection,
        telling: Telling,
        leerjaren: tuple[int, ...],
        replacements: Sequence[Replacement] = (),
    ) -> None:
        self._selection = selection
        self._telling = telling
        self._leerjaren = leerjaren
        self._replacements = replacements
        self._tries = 0
        self._items: dict[Keuze, Item] = {}
        self.members = list(filter(counted(telling, selection), selection.chosen()))
        self._stretches = list(stretches(selection.cellen, telling.per, leerjaren))

    @property
    def amount(self) -> int:
        """What the route has, in minutes, weeks or pieces; what is not known counts as none."""
        return sum(weight(o, self._telling.maat) or 0 for o in self.members if self._surely_here(o))

    def amounts(self) -> tuple[dict[int, list[int]], int]:
        """Return what each stretch of time surely has, by its leerjaar, and what may stand in several."""
        per: dict[int, list[int]] = {}
        found = [0] * len(self._stretches)
        loose = 0
        for onderdeel in self.members:
            gewicht, plekken = self._item(onderdeel)
            if len(plekken) > 1:
                loose += gewicht
            elif plekken[0] >= 0:
                found[plekken[0]] += gewicht
        for stretch, amount in zip(self._stretches, found, strict=True):
            per.setdefault(min(stretch).leerjaar if stretch else 0, []).append(amount)
        return per, loose

    def _surely_here(self, onderdeel: Onderdeel) -> bool:
        return not self._leerjaren or all(
            cel.leerjaar in self._leerjaren for cel in cells_of(self._selection, onderdeel)
        )

    def stand(self) -> Stand:
        """Return how the sentence stands.

        Raises:
            UndecidedError: There are too many ways to place things.
        """
        known = [o for o in self.members if weight(o, self._telling.maat) is not None]
        fits_still = self._holds(known, (), self._telling.hoog, None)
        if any(map(self._may_be_any_size, self.members)):
            return Stand.NIET_GECONTROLEERD if fits_still else Stand.OVERTREDEN
        if self._holds(known, (), self._telling.hoog, self._low(self._bonus)):
            return Stand.VOLDAAN
        optional = list(filter(counted(self._telling, self._selection), self._selection.open()))
        if fits_still and any(map(self._may_be_any_size, optional)):
            return Stand.OPEN
        return Stand.OPEN if self._can_hold(known, optional) else Stand.OVERTREDEN

    def holds_wherever(self) -> bool | None:
        """Tell whether the bounds hold wherever things come to stand; None where nobody can say."""
        least, most = self._extremes(self.members)
        low, high = self._low(self._bonus) or 0, self._telling.hoog
        if high is not None and max(most, default=0) > high:
            return False
        if any(map(self._may_be_any_size, self.members)):
            return None
        return all(amount >= low for amount in least)

    def can_exceed(self) -> bool:
        """Tell whether additions can bring a sum above the maximum, or make that nobody can say."""
        optional = list(filter(counted(self._telling, self._selection), self._selection.open()))
        _, most = self._extremes([*self.members, *optional])
        high = self._telling.hoog
        return any(map(self._may_be_any_size, optional)) or (high is not None and max(most, default=0) > high)

    # ---- sums

    def _may_be_any_size(self, onderdeel: Onderdeel) -> bool:
        """Tell whether something without a known size can stand where it counts."""
        sized = weight(onderdeel, self._telling.maat) is not None
        return not sized and any(place >= 0 for place in self._item(onderdeel).plekken)

    def _extremes(self, onderdelen: Iterable[Onderdeel]) -> tuple[list[int], list[int]]:
        """Return per stretch the least and the most that can stand in it; what is not known counts as none."""
        least, most = [0] * len(self._stretches), [0] * len(self._stretches)
        for item in map(self._item, onderdelen):
            for plek in item.plekken:
                if plek >= 0:
                    most[plek] += item.gewicht
                    least[plek] += item.gewicht if len(item.plekken) == 1 else 0
        return least, most

    @property
    def _bonus(self) -> int:
        return len(self._replaced(self._selection.gekozen.keys()))

    def _low(self, bonus: int) -> int | None:
        low = self._telling.laag
        return None if low is None else max(0, low - bonus)

    def _holds(
        self, fixed: Iterable[Onderdeel], optional: Iterable[Onderdeel], high: int | None, low: int | None
    ) -> bool:
        here = [self._item(o) for o in fixed]
        more = [self._item(o) for o in optional]
        return fits(here, more, len(self._stretches), low, high)

    def _item(self, onderdeel: Onderdeel) -> Item:
        if onderdeel.keuze not in self._items:
            self._items[onderdeel.keuze] = self._make_item(onderdeel)
        return self._items[onderdeel.keuze]

    def _make_item(self, onderdeel: Onderdeel) -> Item:
        if self._stretches == [None]:
            return Item(weight(onderdeel, self._telling.maat) or 0, (0,))
        found = cells_of(self._selection, onderdeel)
        places = [
            [i for i, stretch in enumerate(self._stretches) if stretch is None or cel in stretch] or [-1]
            for cel in found
        ]
        plekken = tuple(sorted({place for options in places for place in options}))
        return Item(weight(onderdeel, self._telling.maat) or 0, plekken)

    def _can_hold(self, known: list[Onderdeel], optional: list[Onderdeel]) -> bool:
        """Tell whether additions of a known size can bring the sum between the bounds."""
        optional = [o for o in optional if weight(o, self._telling.maat) is not None]
        if self._holds(known, optional, self._telling.hoog, self._telling.laag):
            return True
        return any(self._holds_replaced(known, optional, added) for added in self._ways_to_replace())

    def _ways_to_replace(self) -> Iterator[frozenset[Keuze]]:
        """Yield the sets of additions that bring a replacement about, the empty set for those there are."""
        possible = [r for r in self._replacements if self._bonus_of(r)]
        for size in range(len(possible) + 1):
            for some in combinations(possible, size):
                self._try()
                added = [can_add(self._selection, r) for r in some]
                if all(option is not None for option in added):
                    yield frozenset(keuze for option in added for keuze in option or ())

    def _holds_replaced(
        self, known: list[Onderdeel], optional: list[Onderdeel], added: frozenset[Keuze]
    ) -> bool:
        have = {*self._selection.gekozen, *added}
        replaced = self._replaced(have)
        if not replaced:
            return False
        fixed = known + [o for o in optional if o.keuze in added]
        for size in range(len(replaced), 0, -1):
            for used in combinations(replaced, size):
                self._try()
                # what stands for a thing counts only while nothing of that thing is in the route
                closed = {keuze for thing in used for keuze in thing}
                rest = [o for o in optional if o.keuze not in added and o.keuze not in closed]
                if not closed & added and self._holds(fixed, rest, self._telling.hoog, self._low(size)):
                    return True
        return False

    def _try(self) -> None:
        check()
        self._tries += 1
        if self._tries > _MAX_TRIES:
            raise UndecidedError

    # ---- things that something else stands for

    def _replaced(self, have: Iterable[Keuze]) -> list[frozenset[Keuze]]:
        """Return the asked things that are not in the route but for which something else counts."""
        keuzes = set(have)
        found: dict[frozenset[Keuze], None] = {}
        for replacement in self._replacements:
            if active(replacement, keuzes):
                for thing in self._bonus_of(replacement):
                    if not thing & keuzes:
                        found[thing] = None
        return list(found)

    def _bonus_of(self, replacement: Replacement) -> list[frozenset[Keuze]]:
        """Return the things of a replacement of which some choice would count here."""
        telling = self._telling
        if telling.maat is not Maat.AANTAL or telling.laag is None or telling.per or self._leerjaren:
            return []
        return [
            thing
            for thing in replacement.rechts
            if any(counts(self._selection.named(keuze), telling, self._selection) for keuze in thing)
        ]


def stretches(
    cellen: Iterable[Cel], per: str | None, leerjaren: tuple[int, ...]
) -> Iterator[frozenset[Cel] | None]:
    """Yield the stretches of time for each of which the bounds hold; None is all of time."""
    within = [cel for cel in cellen if not leerjaren or cel.leerjaar in leerjaren]
    if per == "periode":
        yield from (frozenset({cel}) for cel in within)
    elif per == "leerjaar":
        for year in dict.fromkeys(cel.leerjaar for cel in within):
            yield frozenset(cel for cel in within if cel.leerjaar == year)
    elif leerjaren:
        yield frozenset(within)
    else:
        yield None


def weight(onderdeel: Onderdeel, maat: Maat) -> int | None:
    """Return how much something counts for; None where that is not known."""
    if maat is Maat.AANTAL:
        return 1
    return onderdeel.minuten if maat is Maat.MINUTEN else onderdeel.weken


def counts(onderdeel: Onderdeel, telling: Telling, selection: Selection) -> bool:
    """Tell whether something is of the kind that a sentence counts."""
    return counted(telling, selection)(onderdeel)


def counted(telling: Telling, selection: Selection) -> Callable[[Onderdeel], bool]:
    """Return what tells whether something is of the kind that a sentence counts."""
    named = {keuze for verwijzing in telling.van for keuze in verwijzing.keuzes}
    whole = {keuze.eenheid for keuze in named if keuze.soort is not KeuzeSoort.VERDIEPING and keuze.eenheid}

    is_of, kenmerken, competenties = _is_of(telling.grootheid), telling.kenmerken, telling.competenties
    elsewhere = (None, selection.route.programma)

    def is_counted(onderdeel: Onderdeel) -> bool:
        return (
            (not telling.van or is_among(onderdeel))
            and is_of(onderdeel)
            and (not kenmerken or _has_any(onderdeel.kenmerken.kenmerken, kenmerken))
            and (not competenties or _has_any(onderdeel.kenmerken.competenties, competenties))
            and (telling.uit is None or onderdeel.programma == telling.uit)
            and (not telling.elders or onderdeel.programma not in elsewhere)
        )

    def is_among(onderdeel: Onderdeel) -> bool:
        if telling.grootheid is not None and onderdeel.keuze.eenheid in whole:
            return True
        return onderdeel.keuze in named

    return is_counted


def _is_of(grootheid: Grootheid | None) -> Callable[[Onderdeel], bool]:
    """Return what tells whether something is of a kind; it is asked of everything that a pupil can choose."""
    match grootheid:
        case None:
            return lambda _: True
        case Grootheid.VERDIEPING:
            return lambda onderdeel: onderdeel.verdieping
        case Grootheid.VERBREDING:
            return lambda onderdeel: onderdeel.verbreding
        case Grootheid.MAATWERK:
            return lambda onderdeel: onderdeel.verdieping or onderdeel.verbreding
    kinds = _SOORT[grootheid]
    return lambda onderdeel: onderdeel.keuze.soort in kinds


def _has_any(mine: Iterable[str], asked: tuple[str, ...]) -> bool:
    return any(fold(one) in asked for one in mine)
