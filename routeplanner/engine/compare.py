"""What changes between two texts: rules that mean something else, routes lost and won, verdicts that flip."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from routeplanner.engine.cases import Case, cases
from routeplanner.engine.compiled import Compiled
from routeplanner.engine.crossings import Crossing, crossing, judged
from routeplanner.engine.limits import LimitReachedError, check, limit
from routeplanner.engine.same_rules import Changed, changed_rules
from routeplanner.engine.verdict import Oordeel
from routeplanner.model.curriculum import Curriculum, Route

SECONDS = 60.0
"""How long a comparison may take, unless the caller says otherwise."""


@dataclass(frozen=True)
class Flip:
    """A route on which the two texts have another verdict."""

    route: Route
    before: Oordeel
    after: Oordeel
    rules: tuple[str, ...]
    """The rules that did it: those in the way now, or else those that were."""


@dataclass(frozen=True)
class Comparison:
    """What changes between two texts."""

    old: Curriculum
    new: Curriculum
    rules: tuple[Changed, ...]
    gone: tuple[Case, ...]
    """Pupils that only the old text has."""
    come: tuple[Case, ...]
    """Pupils that only the new text has."""
    crossings: tuple[Crossing, ...]
    """Of each kind of pupil a route lost and one won, where there are."""
    flips: tuple[Flip, ...]
    undecided: tuple[tuple[Case, bool], ...]
    """For whom it was not known within the limit whether a route is lost (True) or won (False)."""
    unjudged: tuple[Route, ...]
    """Routes of which it was not known within the limit what one of the texts says of them."""

    @property
    def same(self) -> bool:
        """Whether nothing was found that changes."""
        return not (self.rules or self.gone or self.come or self.crossings or self.flips)

    @property
    def complete(self) -> bool:
        """Whether everything was known within the limit."""
        return not (self.undecided or self.unjudged)


def compare(
    old: Curriculum, new: Curriculum, routes: Iterable[Route] = (), *, seconds: float = SECONDS
) -> Comparison:
    """Return what changes between two texts.

    Args:
        old: The one text; neither has errors.
        new: The other.
        routes: Routes that are judged by both, beside the routes and voorbeelden of the old text.
        seconds: The limit; what is not known by then is undecided.
    """
    before, after = (tuple(cases(curriculum)) for curriculum in (old, new))
    both = [case for case in before if case in after]
    mine = [*old.routes.values(), *(voorbeeld.route for voorbeeld in old.voorbeelden)]
    crossings: list[Crossing] = []
    undecided: list[tuple[Case, bool]] = []
    with limit(seconds):
        rules = tuple(changed_rules(old, new, after))
        flips, unjudged = _flips(old, new, [*mine, *routes])
        for case, lost in product(both, (True, False)):
            try:
                check()
                found = _crossing(old, new, case, lost=lost)
            except LimitReachedError:
                undecided.append((case, lost))
            else:
                crossings.extend([found] if found is not None else [])
    return Comparison(
        old=old,
        new=new,
        rules=rules,
        gone=tuple(case for case in before if case not in after),
        come=tuple(case for case in after if case not in before),
        crossings=tuple(crossings),
        flips=flips,
        undecided=tuple(undecided),
        unjudged=unjudged,
    )


def _crossing(old: Curriculum, new: Curriculum, case: Case, *, lost: bool) -> Crossing | None:
    here, there = (Compiled(curriculum, case) for curriculum in ((old, new) if lost else (new, old)))
    return crossing(here, there, lost=lost)


def _flips(
    old: Curriculum, new: Curriculum, routes: Iterable[Route]
) -> tuple[tuple[Flip, ...], tuple[Route, ...]]:
    """Return the verdicts that flip, and the routes of which a verdict was not known within the limit."""
    flips: list[Flip] = []
    unjudged: list[Route] = []
    for route in routes:
        was, hindered = judged(old, route)
        now, hinders = judged(new, route)
        if Oordeel.ONBESLIST in (was, now):
            unjudged.append(route)
        elif was is not now:
            fresh = tuple(rule for rule in hinders if rule not in hindered)
            flips.append(Flip(route, was, now, fresh or hinders or hindered))
    return tuple(flips), tuple(unjudged)
