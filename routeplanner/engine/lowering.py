"""Rules and a pupil's choices become one Problem. Source: `docs/nl/betekenis.md`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from routeplanner.engine.counting import counted, counts, stretches, weight
from routeplanner.engine.lowering_everywhere import lower_everywhere, lower_order
from routeplanner.engine.normal import Lit, Problem
from routeplanner.engine.replacing import Replacement, things
from routeplanner.engine.scope import Scope
from routeplanner.engine.selection import Onderdeel, Selection
from routeplanner.engine.timing import Timing
from routeplanner.model.rules import (
    Gebod,
    Keuze,
    Maat,
    NietDubbel,
    Regel,
    Regelzin,
    Telling,
    Verband,
    Verwijzing,
    Voorwaarde,
)


def lower(selection: Selection, scope: Scope) -> Problem:
    """Return the problem of one pupil under the rules that must hold, and those that hold everywhere.

    A rule that is not checked has no constraints: nobody can say that it is broken.
    """
    problem = Problem()
    for onderdeel in selection.onderdelen.values():
        if onderdeel.neembaar or onderdeel.keuze in selection.gekozen:
            problem.choices[onderdeel.keuze] = problem.variable()
    timing = Timing(selection, problem)
    lower_everywhere(selection, problem, timing)
    lowering = _Lowering(selection, problem, timing, scope)
    for regel in scope.must_hold:
        for zin in regel.zinnen:
            lowering.add(zin, regel)
    lower_order(selection, problem, timing)
    return problem


class _Lowering:
    def __init__(self, selection: Selection, problem: Problem, timing: Timing, scope: Scope) -> None:
        self._selection = selection
        self._problem = problem
        self._timing = timing
        self._scope = scope
        self._replacements = scope.replacements(hard=True)
        self._members = [selection.onderdelen[keuze] for keuze in problem.choices]
        self._parts: dict[object, list[int]] = {}
        for index, keuze in enumerate(problem.choices):
            self._parts.setdefault(keuze.eenheid or keuze, []).append(index)

    def add(self, zin: Regelzin, regel: Regel) -> None:
        match zin:
            case Telling():
                self._telling(zin, regel, ())
            case Gebod():
                self._gebod(zin, regel.id, ())
            case Verband():
                self._verband(zin, regel)
            case Voorwaarde():
                self._voorwaarde(zin, regel)
            case NietDubbel():
                self._niet_dubbel(zin, regel)

    # ---- things

    def _thing(self, thing: frozenset[Keuze]) -> Lit:
        return self._problem.any_of(self._problem.choice(keuze) for keuze in sorted(thing, key=str))

    def _things(self, verwijzingen: Sequence[Verwijzing]) -> list[Lit]:
        return [self._thing(thing) for thing in things(verwijzingen)]

    def _active(self, replacement: Replacement) -> Lit:
        return self._problem.all_of(self._thing(thing) for thing in replacement.links)

    def _asked(self, thing: frozenset[Keuze]) -> Lit:
        """Return a literal that is true when a thing is there, or something counts for it."""
        instead = (self._active(r) for r in self._replacements if any(thing & other for other in r.rechts))
        return self._problem.any_of((self._thing(thing), *instead))

    # ---- sentences

    def _gebod(self, zin: Gebod, rule: str, guard: tuple[Lit, ...]) -> None:
        for thing in things(zin.dingen):
            if zin.soort == "verplicht":
                self._problem.demand(rule, self._asked(thing), guard)
            else:
                self._problem.forbid(rule, (*guard, self._thing(thing)))

    def _verband(self, zin: Verband, regel: Regel) -> None:
        left, right = self._things(zin.links), self._things(zin.rechts)
        match zin.soort:
            case "vereist":
                guard = (self._problem.any_of(left),)
                if zin.telling is not None:
                    self._telling(zin.telling, regel, guard)
                for thing in things(zin.rechts):
                    self._problem.demand(regel.id, self._asked(thing), guard)
            case "niet samen met":
                for one, other in product(left, right):
                    self._problem.forbid(regel.id, (one, other))
            case "in plaats van":
                for other in right:
                    self._problem.forbid(regel.id, (*left, other))
            case "vóór":
                self._order(zin, regel.id)

    def _order(self, zin: Verband, rule: str) -> None:
        """Add that each choice on the left comes in an earlier periode than each on the right."""
        for one in (keuze for verwijzing in zin.links for keuze in verwijzing.keuzes):
            for other in (keuze for verwijzing in zin.rechts for keuze in verwijzing.keuzes):
                if one != other:
                    self._timing.before(rule, one, other, strict=True)

    def _voorwaarde(self, zin: Voorwaarde, regel: Regel) -> None:
        if zin.doelen and self._selection.route.doel not in zin.doelen:
            return
        guard = self._things(zin.als)
        if zin.telling is not None:
            fails = self._problem.variable()
            self._fails(zin.telling, regel, fails)
            guard.append(-fails)
        if isinstance(zin.dan, Telling):
            self._telling(zin.dan, regel, tuple(guard))
        else:
            self._gebod(zin.dan, regel.id, tuple(guard))

    def _fails(self, telling: Telling, regel: Regel, fails: Lit) -> None:
        """Add that, where `fails` is true, a count lies outside its bounds somewhere (or nobody can say)."""
        per_stretch, unknown = self._terms(telling, regel.bereik.leerjaren)
        ways: list[Lit] = [*unknown]
        for terms in per_stretch:
            if telling.laag is not None:
                way = self._problem.variable()
                ways.append(way)
                less = [*terms, *self._bonus(telling, regel)]
                self._problem.bound(regel.id, less, high=telling.laag - 1, guard=(fails, way))
            if telling.hoog is not None:
                way = self._problem.variable()
                ways.append(way)
                self._problem.bound(regel.id, terms, low=telling.hoog + 1, guard=(fails, way))
        self._problem.demand(regel.id, self._problem.any_of(ways), guard=(fails,))

    # ---- counting

    def _telling(self, zin: Telling, regel: Regel, guard: tuple[Lit, ...]) -> None:
        per_stretch, unknown = self._terms(zin, regel.bereik.leerjaren)
        known = tuple(-literal for literal in unknown)  # a minimum is only asked where every size is known
        for terms in per_stretch:
            if zin.hoog is not None:
                self._problem.bound(regel.id, terms, high=zin.hoog, guard=guard)
            if zin.laag is not None:
                more = [*terms, *self._bonus(zin, regel)]
                self._problem.bound(regel.id, more, low=zin.laag, guard=(*guard, *known))

    def _terms(
        self, zin: Telling, leerjaren: tuple[int, ...]
    ) -> tuple[list[list[tuple[int, Lit]]], list[Lit]]:
        """Return, per stretch of time, the weights that count there, and the choices without a known size."""
        members = list(filter(counted(zin, self._selection), self._among(zin)))
        known = [(o, w) for o in members if (w := weight(o, zin.maat)) is not None]
        unknown = [self._problem.choice(o.keuze) for o in members if weight(o, zin.maat) is None]
        if not zin.per and not leerjaren:
            return [[(w, self._problem.choice(o.keuze)) for o, w in known]], unknown
        within = [s or frozenset() for s in stretches(self._selection.cellen, zin.per, leerjaren)]
        unsized = [o.keuze for o in members if weight(o, zin.maat) is None]
        unknown = [x for keuze in unsized for stretch in within for x in self._timing.within(keuze, stretch)]
        return [
            [
                (w, literal)
                for o, w in known
                for literal in self._timing.within(o.keuze, stretch or frozenset())
            ]
            for stretch in within
        ], unknown

    def _among(self, zin: Telling) -> list[Onderdeel]:
        """Return what a sentence may count: where it names things, these and the parts of their units."""
        if not zin.van:
            return self._members
        named = {keuze.eenheid or keuze for verwijzing in zin.van for keuze in verwijzing.keuzes}
        return [self._members[i] for i in sorted(i for one in named for i in self._parts.get(one, ()))]

    def _bonus(self, zin: Telling, regel: Regel) -> list[tuple[int, Lit]]:
        """Return the things that are not in the route but for which something else counts, one each."""
        if zin.maat is not Maat.AANTAL or zin.per or regel.bereik.leerjaren:
            return []
        found: dict[frozenset[Keuze], list[Lit]] = {}
        for replacement in self._replacements:
            for thing in replacement.rechts:
                if any(counts(self._selection.named(keuze), zin, self._selection) for keuze in thing):
                    found.setdefault(thing, []).append(self._active(replacement))
        return [
            (1, self._problem.all_of((-self._thing(thing), self._problem.any_of(ways))))
            for thing, ways in found.items()
        ]

    # ---- telt niet dubbel

    def _niet_dubbel(self, zin: NietDubbel, regel: Regel) -> None:
        """Add variables for which count each choice counts for, at most one of them."""
        tellingen = [telling for _, telling in self._scope.sharing(zin, regel)]
        sums: list[list[tuple[int, Lit]]] = [[] for _ in tellingen]
        unknown: list[Lit] = []
        for onderdeel in self._members:
            homes = [i for i, t in enumerate(tellingen) if counts(onderdeel, t, self._selection)]
            choice = self._problem.choice(onderdeel.keuze)
            used = []
            for home in homes:
                size = weight(onderdeel, tellingen[home].maat)
                if size is None:
                    unknown.append(choice)
                    continue
                counted = self._problem.variable()
                self._problem.forbid(regel.id, (counted, -choice))
                sums[home].append((size, counted))
                used.append((1, counted))
            if len(used) > 1:
                self._problem.bound(regel.id, used, high=1)
        for telling, terms in zip(tellingen, sums, strict=True):
            self._problem.bound(regel.id, terms, low=telling.laag, guard=[-literal for literal in unknown])
