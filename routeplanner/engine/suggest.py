"""The best routes for a pupil that really differ from each other; what is best is written in `score.py`.

In what each next suggestion differs from the earlier ones is told in `differing.py`. It comes close to the best on
what matters most (MARGIN).
Every suggestion is judged by itself: one that is not geldig is never given.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache, cached_property
from types import MappingProxyType

from routeplanner.engine.clashes import Clash, clashes
from routeplanner.engine.differing import differs, kinds
from routeplanner.engine.joint import Plan, finished, kept, outside
from routeplanner.engine.limits import SECONDS, LimitReachedError, OutOfTimeError, check, limit
from routeplanner.engine.lowering import lower
from routeplanner.engine.normal import Lit
from routeplanner.engine.optimise import Best, Bound, Optimiser
from routeplanner.engine.placing import put_cells
from routeplanner.engine.reasons import Reden, needs, notes, wishes
from routeplanner.engine.rows import Term, rows_of
from routeplanner.engine.scheduling import Scheduler
from routeplanner.engine.scope import scope_of
from routeplanner.engine.score import in_plan, score_of, sums_of
from routeplanner.engine.selection import Cel, Selection, select
from routeplanner.engine.solve import Solver
from routeplanner.engine.suggestion import Known, Suggestion, Suggestions
from routeplanner.engine.verdict import Oordeel, Verdict, judge, judge_selected
from routeplanner.engine.worth import worth_of
from routeplanner.model.curriculum import Curriculum, Route
from routeplanner.model.rules import Keuze

MARGIN: Mapping[str, int] = MappingProxyType({"houden": 0, "eenheden": 1, "kenmerken": 2})
"""How much less than the best a suggestion may have."""

_KEPT = 3
"""What is kept of the time to plan and judge the last answer, in times that one verdict takes."""


def suggest(  # noqa: PLR0913 - a question, its limits, and what is known already
    curriculum: Curriculum,
    route: Route,
    most: int = 3,
    *,
    op: date | None = None,
    seconds: float = SECONDS,
    known: Known | None = None,
) -> Suggestions:
    """Return the best routes that can be made of a route, and that really differ.

    Args:
        curriculum: The texts that hold for it.
        route: What is chosen, declined and done stays so, as far as that can; see `score.py`.
        most: How many at most.
        op: The day on which exceptions are judged.
        seconds: The limit on the whole of it.
        known: What was made for this route before.
    """
    start = time.monotonic()
    with limit(seconds):
        selection = known.selection if known else select(curriculum, route)
        scope = scope_of(selection, op=op)
        verdict = judge_selected(
            selection, scope, lambda: known.problem if known else lower(selection, scope), together=False
        )
        solver = known.solver if known else cache(lambda: Solver(verdict.problem, rich=True))
        try:
            check()
            search = _Search(verdict, op, solver, until=start + seconds, cost=time.monotonic() - start)
        except LimitReachedError:
            return Suggestions(
                most, verdict.selection, (), complete=False, seconds=seconds, notes=(), clash=None
            )
        found = tuple([search.explained(plain) for plain in list(search.run(most))])
    return Suggestions(
        most, search.selection, found, search.proven, seconds, tuple(notes(search.selection)), search.clash
    )


class _Search:
    """Looks for suggestions for one route.

    Args:
        verdict: What is said of the route as it is.
        op: The day on which exceptions are judged.
        solver: Gives one for the problem, where it is needed.
        until: When there is no time any more, on the monotonic clock.
        cost: The seconds that one verdict takes: with less left none is begun.
    """

    def __init__(
        self,
        verdict: Verdict,
        op: date | None,
        solver: Callable[[], Solver],
        *,
        until: float,
        cost: float,
    ) -> None:
        self.selection = verdict.selection
        self._open = tuple(rule.id for rule in (*verdict.broken, *verdict.open))
        self._op = op
        self._solver = solver
        self._until = until
        self._cost = cost
        self._problem = verdict.problem
        self._worth = worth_of(self.selection, scope_of(self.selection, op=op).must_hold)
        self._scheduler = Scheduler(self.selection, self._problem)
        self._rows = tuple(rows_of(self._problem))
        self._optimiser = Optimiser(self._problem, (), seconds=0, rows=self._rows)
        self._sums: dict[str, list[Term]] = {}
        self._strict = True
        self.proven = True
        self.clash: Clash | None = None

    def run(self, most: int) -> Iterator[Suggestion]:
        """Yield suggestions, the best first, not yet explained.

        Whether nothing is better is in `proven` after it.
        """
        met: list[Best] = []
        try:
            best = self._first()
            while best is not None and len(met) < most:
                met.append(best)
                suggestion = self._suggestion(best)
                if suggestion is not None:
                    yield suggestion
                best = self._next(met) if len(met) < most else None
        except OutOfTimeError:
            self.proven = False

    # ---- answers

    def _first(self) -> Best | None:
        """Return the best route in which all that was chosen stays; without any, the best nearest to it."""
        chosen, declined, elsewhere = kept(self.selection, self._problem)
        best = self._ask((*chosen, *declined, *elsewhere), [])
        if best is None:
            self._strict = False
            best = self._ask(*self._as_little((*chosen, *declined)))
            self.clash = self._why(self.selection.route if best is not None else _done(self.selection.route))
        return best

    def _why(self, route: Route) -> Clash | None:
        """Return the smallest clash of a route; None where there is no time left to find one."""
        try:
            verdict = self._judge(route, together=False)
            with limit(_left(self._until)):
                found = clashes(verdict.selection, verdict.problem)
        except OutOfTimeError:
            return None
        if not found:  # the two solvers do not agree, so neither is believed
            self.proven = False
            return None
        return found[0]

    def _as_little(self, said: Iterable[Lit]) -> tuple[list[Lit], list[Term]]:
        """Return what is fixed where not all that was said can stay, and what it costs to change the rest."""
        done = set(self.selection.route.afgerond)
        moved = tuple(outside(self.selection, self._problem))
        fixed = [self._problem.choices[k] for k in self.selection.gekozen if k in done]
        fixed += [-literal for (keuze, _), literal in moved if keuze in done]
        changes = [(1, -literal) for literal in said]
        changes += [(1, literal) for (keuze, _), literal in moved if keuze not in done]
        return fixed, changes

    def _ask(self, fixed: Iterable[Lit], changes: list[Term]) -> Best | None:
        seconds = _left(self._until - _KEPT * self._cost)
        self._optimiser = Optimiser(self._problem, fixed, seconds=seconds, rows=self._rows)
        self._sums = sums_of(self.selection, self._problem, self._optimiser, changes, self._worth)
        return self._optimiser.best(tuple(self._sums.values()))

    def _next(self, met: Sequence[Best]) -> Best | None:
        """Return the best that differs from all that were met; in anything where not in what counts most."""
        most = {name: self._value(met[0], name) + margin for name, margin in MARGIN.items()}
        near = [Bound(self._sums[name], None, high) for name, high in most.items()]
        for counted in kinds(self.selection, self._problem):
            others = [differs(self.selection, self._problem, other, counted) for other in met]
            bounds = [*near, *(bound for other in others for bound in other)]
            best = self._optimiser.best(tuple(self._sums.values()), bounds)
            if best is not None:
                return best
        return None

    def _value(self, best: Best, name: str) -> int:
        return best.values[list(self._sums).index(name)]

    # ---- one suggestion

    def _suggestion(self, best: Best) -> Suggestion | None:
        """Return an answer as a suggestion; None where it is not geldig when judged by itself."""
        before, choices = self.selection, self._problem.choices
        added = self._in_plan(k for k, lit in choices.items() if lit in best.true and k not in before.gekozen)
        dropped = tuple(keuze for keuze in before.gekozen if choices[keuze] not in best.true)
        places, certain = self._scheduler.plan(best.true, until=self._until)
        self.proven = self.proven and best.proven and certain
        route = finished(_without(before.route, dropped), Plan(added, places))
        verdict = self._judge(route)
        if verdict.oordeel is not Oordeel.GELDIG:
            self.proven = False
            return None
        after = verdict.selection
        return Suggestion(
            added=added,
            dropped=dropped,
            returned=tuple(keuze for keuze in added if keuze in before.route.afgewezen),
            moved=tuple(self._moved(places)),
            places={k: cel for k, cel in places.items() if not before.onderdelen[k].verplicht},
            proposed=self._in_plan(self._proposed(places)),
            score=score_of(before, after, self._worth, weg=self._value(best, "houden")),
            redenen=(),
            closes=None,
            verdict=verdict,
        )

    def explained(self, plain: Suggestion) -> Suggestion:
        """Return a suggestion with its reasons and with what it closes, as far as there is time for it."""
        redenen = tuple(self._redenen(plain.verdict.selection, plain.added))
        return replace(plain, redenen=redenen, closes=self._closes(plain.added))

    def _judge(self, route: Route, *, together: bool = True) -> Verdict:
        left = _left(self._until)
        if left < self._cost:
            raise OutOfTimeError
        curriculum, like = self.selection.curriculum, self.selection
        return judge(curriculum, route, op=self._op, together=together, seconds=left, like=like)

    def _moved(self, places: Mapping[Keuze, Cel]) -> Iterator[Keuze]:
        for keuze in self.selection.gekozen:
            put = put_cells(self.selection, self.selection.onderdelen[keuze])
            if keuze in places and places[keuze] not in put:
                yield keuze

    def _proposed(self, places: Mapping[Keuze, Cel]) -> Iterator[Keuze]:
        for onderdeel in self.selection.chosen():
            floating = len(put_cells(self.selection, onderdeel)) > 1
            if floating and not onderdeel.verplicht and onderdeel.keuze in places:
                yield onderdeel.keuze

    def _redenen(self, after: Selection, added: Iterable[Keuze]) -> Iterator[Reden]:
        found = tuple(wishes(self.selection, after))
        yield from found
        told = {keuze for reden in found if reden.key != "liever-niet" for keuze in reden.keuzes}
        rest = [keuze for keuze in added if keuze not in told]
        with suppress(OutOfTimeError):
            yield from needs(after, rest, self._open, self._problem, self._optimiser)

    def _closes(self, added: Sequence[Keuze]) -> tuple[Keuze, ...] | None:
        """Return what could be chosen and can not any more."""
        if not self._strict:
            return ()  # nothing was possible before
        try:
            with limit(_left(self._until)):
                return self._in_plan(self._possible - self._still_possible(added) - set(added))
        except LimitReachedError:
            return None

    def _in_plan(self, keuzes: Iterable[Keuze]) -> tuple[Keuze, ...]:
        programma = self.selection.route.programma
        return tuple(sorted(keuzes, key=lambda keuze: in_plan(keuze, programma)))

    @cached_property
    def _possible(self) -> frozenset[Keuze]:
        """What can be chosen beside the route as it is."""
        return self._still_possible(())

    def _still_possible(self, added: Sequence[Keuze]) -> frozenset[Keuze]:
        choices = self._problem.choices
        fixed = [literal for literals in kept(self.selection, self._problem) for literal in literals]
        asked = {o.keuze: choices[o.keuze] for o in self.selection.open() if o.keuze not in added}
        seen = self._solver().seen([*fixed, *(choices[keuze] for keuze in added)], list(asked.values()))
        return frozenset(keuze for keuze, literal in asked.items() if literal in seen.true)


def _left(until: float) -> float:
    return max(0.0, until - time.monotonic())


def _done(route: Route) -> Route:
    """Return the route with only what is done."""
    done = tuple(gekozen for gekozen in route.gekozen if gekozen.keuze in route.afgerond)
    return replace(route, gekozen=done, afgewezen=())


def _without(route: Route, dropped: Sequence[Keuze]) -> Route:
    """Return the route without some choices: declined, or what is mandatory would come back."""
    return replace(
        route,
        gekozen=tuple(gekozen for gekozen in route.gekozen if gekozen.keuze not in dropped),
        afgewezen=tuple(dict.fromkeys((*route.afgewezen, *dropped))),
    )
