"""What makes one route better than another, in whole numbers only.

What the pupil has chosen stays, and what was declined stays out. Only where no route can be made of that, as
little of it as possible goes, moves or comes back. Among the routes that are left, in this order:

1. **the units of the goal**: the more units of its `past bij` are in the route, the better.
2. **the kenmerken of the goal**: each chosen thing with a kenmerk counts once for it, up to ENOUGH for each
   kenmerk: three things about selling show a seller, a fourth takes the room of something else.
3. **interests**: counted in the same way, minus every chosen thing with a kenmerk that the pupil likes not.
4. **certainty**: the fewer things without a known size are added where a rule asks for a minimum of it, the
   better. Such a rule can not be checked any more, which is no way to meet it.
5. **change**: the fewer things are added, the better.
6. **nearness**: what must be there anyway had better be near to the goal: a part of one of its units, else what
   such a unit asks for, else what that asks for; see `worth.py`.
7. **kinship**: and it had better have kenmerken of the goal or interests, beyond ENOUGH too.
What is equal in all of these is in the order of kinds, with the own programme first, and of codes: the least
sum of places in that order. That says what is chosen. When it is done:

8. **load**: the fewer minutes the busiest periode has, the better, and then the earlier. What the pupil chose
   and takes lessons counts; the units that everyone does are left out. What has no known hours counts as the
   largest of its kind. The load never decides what is chosen: else what is small would always win.

What is mandatory counts for 1 only: nobody chooses it, so it says nothing of a wish.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from routeplanner.engine.normal import Lit, Problem
from routeplanner.engine.optimise import Optimiser
from routeplanner.engine.placing import put_cells
from routeplanner.engine.rows import Term
from routeplanner.engine.selection import Cel, Onderdeel, Selection
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Doel
from routeplanner.model.quantities import KLOKUUR, Minuten
from routeplanner.model.rules import (
    EenheidId,
    Keuze,
    KeuzeSoort,
    in_order,
)

ENOUGH = 3
"""Things with one kenmerk that count for it."""
_KINDS = tuple(KeuzeSoort)


@dataclass(frozen=True, slots=True)
class Wens:
    """What a pupil wants; the words are folded."""

    doel: Doel | None
    interesses: tuple[str, ...]
    liever_niet: tuple[str, ...]

    @property
    def eenheden(self) -> tuple[EenheidId, ...]:
        """The units that go with the goal."""
        return tuple(dict.fromkeys(self.doel.past_bij)) if self.doel else ()

    @property
    def kenmerken(self) -> tuple[str, ...]:
        """The kenmerken of the goal."""
        return tuple(dict.fromkeys(map(fold, self.doel.kenmerken))) if self.doel else ()

    @property
    def words(self) -> tuple[str, ...]:
        """The kenmerken of the goal and the interests."""
        return tuple(dict.fromkeys((*self.kenmerken, *self.interesses)))


def wens_of(selection: Selection) -> Wens:
    """Return what the pupil of a route wants."""
    route = selection.route
    doel = selection.curriculum.doelen.get(route.doel) if route.doel is not None else None
    return Wens(doel, _words(route.interesses), _words(route.liever_niet))


def _words(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(fold, words)))


def in_plan(keuze: Keuze, programma: str) -> tuple[object, ...]:
    """Return what sorts choices by kind, as people plan them; then the own programme first; then by code."""
    elsewhere = keuze.eenheid is not None and keuze.eenheid.programma != programma
    return _KINDS.index(keuze.soort), elsewhere, in_order(keuze)


def has(onderdeel: Onderdeel, word: str) -> bool:
    """Tell whether something that a pupil chooses has a kenmerk."""
    return not onderdeel.verplicht and word in map(fold, onderdeel.kenmerken.kenmerken)


def serves(onderdeel: Onderdeel, wens: Wens) -> bool:
    """Tell whether something has to do with the goal or with an interest."""
    return onderdeel.keuze.eenheid in wens.eenheden or any(has(onderdeel, word) for word in wens.words)


def sizes(selection: Selection) -> Mapping[Keuze, Minuten]:
    """Return the minutes of what takes lessons and is chosen; see the module on what has no known hours."""
    own = [o for o in selection.onderdelen.values() if o.kost_lessen and not o.verplicht]
    largest: dict[KeuzeSoort, Minuten] = {}
    for onderdeel in own:
        if onderdeel.minuten is not None:
            known = largest.get(onderdeel.keuze.soort, onderdeel.minuten)
            largest[onderdeel.keuze.soort] = max(known, onderdeel.minuten)
    return {o.keuze: o.minuten if o.minuten is not None else largest.get(o.keuze.soort, KLOKUUR) for o in own}


# ---- of one route


class Worth(NamedTuple):
    """What is known of choices before any route is made; see `worth.py`."""

    ongewis: frozenset[Keuze]
    """Those of which no size is known while a rule asks for a minimum of it."""
    nabij: Mapping[Keuze, int]
    """What those that are near to the goal count for."""


_NONE = Worth(frozenset(), MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Score:
    """The score of one route; the levels are those of the module, in order."""

    weg: int
    """How much of what the pupil said had to change: things dropped, moved or taken back."""
    eenheden: int
    """Units of the goal in the route."""
    eenheden_van: int
    """Units of the goal."""
    kenmerken: int
    """Times that a kenmerk of the goal is met, up to ENOUGH for each."""
    interesses: int
    """Times that an interest is met, up to ENOUGH for each."""
    liever_niet: int
    """Chosen things with a kenmerk that the pupil likes not."""
    ongewis: int
    """Things that are added without a known size, where a rule asks for a minimum of it."""
    erbij: int
    """Things that are added."""
    nabij: int
    """What all chosen things count for that are near to the goal."""
    verwant: int
    """Times that a chosen thing has a kenmerk of the goal or an interest, however many there are."""
    drukste: Minuten
    """Minutes in the busiest periode, of what is chosen and has a place."""
    onbekend: int
    """How many of these have no known hours."""


def score_of(
    before: Selection,
    after: Selection,
    worth: Worth = _NONE,
    *,
    weg: int = 0,
) -> Score:
    """Return the score of a route, seen from the route that it was made of.

    Args:
        before: The route that it was made of.
        after: The route.
        worth: What is known of the choices.
        weg: How much of what the pupil said had to change.
    """
    wens = wens_of(before)
    chosen = list(after.chosen())
    there = {onderdeel.keuze.eenheid for onderdeel in chosen}
    added = [keuze for keuze in after.gekozen if keuze not in before.gekozen]
    load = _load(after)
    return Score(
        weg=weg,
        eenheden=sum(id_ in there for id_ in wens.eenheden),
        eenheden_van=len(wens.eenheden),
        kenmerken=_met(chosen, wens.kenmerken),
        interesses=_met(chosen, wens.interesses),
        liever_niet=sum(any(has(o, word) for word in wens.liever_niet) for o in chosen),
        ongewis=sum(keuze in worth.ongewis for keuze in added),
        erbij=len(added),
        nabij=sum(worth.nabij.get(o.keuze, 0) for o in chosen),
        verwant=sum(has(o, word) for o in chosen for word in wens.words),
        drukste=Minuten(max(load.values(), default=0)),
        onbekend=sum(
            o.kost_lessen and not o.verplicht and o.minuten is None and _cel(after, o) is not None
            for o in chosen
        ),
    )


def _met(chosen: list[Onderdeel], words: tuple[str, ...]) -> int:
    return sum(min(ENOUGH, sum(has(o, word) for o in chosen)) for word in words)


def _load(selection: Selection) -> Mapping[Cel, int]:
    size = sizes(selection)
    load: dict[Cel, int] = {}
    for onderdeel in selection.chosen():
        cel = _cel(selection, onderdeel)
        if cel is not None and onderdeel.keuze in size:
            load[cel] = load.get(cel, 0) + size[onderdeel.keuze]
    return load


def _cel(selection: Selection, onderdeel: Onderdeel) -> Cel | None:
    """Return the one periode in which the route puts something; None where it says less."""
    put = put_cells(selection, onderdeel)
    return put[0] if len(put) == 1 else None


# ---- of all routes: sums of which less is better


def sums_of(
    selection: Selection,
    problem: Problem,
    optimiser: Optimiser,
    changes: list[Term],
    worth: Worth,
) -> dict[str, list[Term]]:
    """Return the sum of each level, the one that matters most first, and last the order of codes.

    Args:
        selection: The route that suggestions start from.
        problem: Its rules.
        optimiser: Where the variables are made that the sums need.
        changes: What changes of what the route says, each a term that is true when it does.
        worth: What is known of the choices.
    """
    sums = _Sums(selection, problem, optimiser)
    return {
        "houden": changes,
        "eenheden": sums.units(),
        "kenmerken": sums.met(sums.wens.kenmerken),
        "interesses": [*sums.met(sums.wens.interesses), *sums.disliked()],
        "ongewis": [(1, literal) for keuze, literal in sums.addable.items() if keuze in worth.ongewis],
        "erbij": [(1, literal) for literal in sums.addable.values()],
        "nabij": [(-number, problem.choice(keuze)) for keuze, number in worth.nabij.items()],
        "verwant": [(-1, literal) for word in sums.wens.words for literal in sums.having(word)],
        "code": [*sums.late(), *sums.early_gone()],
    }


class _Sums:
    def __init__(self, selection: Selection, problem: Problem, optimiser: Optimiser) -> None:
        self._selection = selection
        self._problem = problem
        self._optimiser = optimiser
        self.wens = wens_of(selection)
        self.addable: dict[Keuze, Lit] = {
            keuze: literal for keuze, literal in problem.choices.items() if keuze not in selection.gekozen
        }

    def units(self) -> list[Term]:
        found = []
        for id_ in self.wens.eenheden:
            parts = [literal for keuze, literal in self._problem.choices.items() if keuze.eenheid == id_]
            found.append(self._at_most(1, parts))
        return found

    def met(self, words: tuple[str, ...]) -> list[Term]:
        return [self._at_most(ENOUGH, self.having(word)) for word in words]

    def _at_most(self, most: int, literals: list[Lit]) -> Term:
        """Return a term that is lower by one for each of these that is true, up to a number of them."""
        counted = self._optimiser.number(most)
        self._optimiser.bound([(1, counted), *((-1, literal) for literal in literals)], high=0)
        return -1, counted

    def having(self, word: str) -> list[Lit]:
        onderdelen = self._selection.onderdelen
        return [lit for keuze, lit in self._problem.choices.items() if has(onderdelen[keuze], word)]

    def disliked(self) -> Iterator[Term]:
        literals = dict.fromkeys(lit for word in self.wens.liever_niet for lit in self.having(word))
        yield from ((1, literal) for literal in literals)

    def late(self) -> Iterator[Term]:
        """Yield what is added, the more the later it comes in order."""
        for rank, keuze in enumerate(self._in_order(self.addable), start=1):
            yield rank, self.addable[keuze]

    def early_gone(self) -> Iterator[Term]:
        """Yield what was chosen and goes, the more the earlier it comes in order."""
        chosen = self._in_order(k for k in self._problem.choices if k not in self.addable)
        for rank, keuze in enumerate(reversed(chosen), start=1):
            yield rank, -self._problem.choices[keuze]

    def _in_order(self, keuzes: Iterable[Keuze]) -> list[Keuze]:
        return sorted(keuzes, key=lambda keuze: in_plan(keuze, self._selection.route.programma))
