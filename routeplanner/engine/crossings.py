"""Routes that one text allows and another does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from routeplanner.engine.beside import beside
from routeplanner.engine.cases import Case
from routeplanner.engine.compiled import Compiled
from routeplanner.engine.encoding import Cost
from routeplanner.engine.limits import LimitReachedError, OutOfTimeError, limit
from routeplanner.engine.normal import Problem
from routeplanner.engine.solve import Solver
from routeplanner.engine.verdict import Oordeel, Verdict, judge
from routeplanner.model.curriculum import Curriculum, Route
from routeplanner.model.rules import Keuze, KeuzeSoort

_TRIES = 20
"""Routes that are judged before the answer is: not known."""
_SHORTEST = 2.0
"""Seconds for the shortest such route; after that any one will do."""


@dataclass(frozen=True)
class Crossing:
    """A route that is geldig in one text and not in the other."""

    case: Case
    lost: bool
    """Whether it is the old text that allows it; else the new one."""
    route: Route
    rules: tuple[str, ...]
    """The rules of the other text that it does not meet."""


def crossing(here: Compiled, there: Compiled, *, lost: bool) -> Crossing | None:
    """Return a route that the one text allows and the other does not, the shortest; None where there is none.

    Raises:
        LimitReachedError: It is not known within the limit.
    """
    found = False
    for true in _answers(here, there):
        found = True
        route = here.route(true)
        if judge(here.curriculum, route).oordeel is not Oordeel.GELDIG:
            continue
        oordeel, rules = judged(there.curriculum, route)
        if oordeel in (Oordeel.ONGELDIG, Oordeel.ONVOLLEDIG):
            return Crossing(here.case, lost, route, rules)
    if found:
        raise OutOfTimeError
    return None


def judged(curriculum: Curriculum, route: Route) -> tuple[Oordeel, tuple[str, ...]]:
    """Return the verdict on a route, with the rules that make it so; of what a text does not know: ongeldig."""
    if not all(_is_known(curriculum, gekozen.keuze) for gekozen in route.gekozen):
        return Oordeel.ONGELDIG, ("aanbod",)
    verdict = judge(curriculum, route)
    return verdict.oordeel, causes(verdict)


def causes(verdict: Verdict) -> tuple[str, ...]:
    """Return the rules that keep a route from being geldig."""
    return tuple(rule.id for rule in (verdict.broken or verdict.open))


def _is_known(curriculum: Curriculum, keuze: Keuze) -> bool:
    if keuze.eenheid is None:
        known = {(aanbod.soort, aanbod.naam) for aanbod in curriculum.aanbod.values()}
        return keuze.soort is KeuzeSoort.VAK or (keuze.soort.value, keuze.naam) in known
    if keuze.soort is KeuzeSoort.VERDIEPING:
        return any(deel.naam == keuze.naam for deel in curriculum.verdiepingen(keuze.eenheid))
    return keuze.eenheid in curriculum.eenheden


def _answers(here: Compiled, there: Compiled) -> Iterator[frozenset[int]]:
    """Yield routes that the one text allows and the other seems to forbid, first those that it surely does."""
    for sure in (True, False):
        joined = beside(here.problem, there.problem, sure=sure)
        yield from _shortest(joined, here)


def _shortest(joined: Problem, here: Compiled) -> Iterator[frozenset[int]]:
    addable = [v for k, v in joined.choices.items() if k not in here.selection.gekozen]
    try:
        with limit(_SHORTEST):
            solver = Solver(joined, [Cost(v, 1) for v in addable], first=True)
            found = [true for _, true in solver.best((), _TRIES)]
    except LimitReachedError:
        true = Solver(joined).model(())
        found = [] if true is None else [true]
    yield from found
