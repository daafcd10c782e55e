"""The verdict on a route: how every rule stands, and what that makes together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from threading import Event

from routeplanner.engine.clashes import Clash
from routeplanner.engine.everywhere import EVERYWHERE, judge_everywhere
from routeplanner.engine.joint import Plan, shares_places
from routeplanner.engine.limits import SECONDS, LimitReachedError, limit
from routeplanner.engine.lowering import lower
from routeplanner.engine.normal import Problem
from routeplanner.engine.notes import Note, notes_on, reservations_on
from routeplanner.engine.repairs import Repair, repaired, repairs
from routeplanner.engine.scope import Scope, scope_of
from routeplanner.engine.selection import Selection, select
from routeplanner.engine.sentences import Judge
from routeplanner.engine.solve import Solver
from routeplanner.engine.standing import RuleState, Stand, worst
from routeplanner.engine.together import Outcome, Together
from routeplanner.engine.waiving import lifted
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum, Ontheffing, Route
from routeplanner.model.quantities import Gezag
from routeplanner.model.rules import Regel


class Oordeel(Enum):
    """What is said of a route."""

    GELDIG = "geldig"
    ONVOLLEDIG = "onvolledig"
    ONGELDIG = "ongeldig"
    ONBESLIST = "onbeslist"


@dataclass(frozen=True)
class Verdict:
    """What is said of one route, with how every rule stands."""

    oordeel: Oordeel
    rules: tuple[RuleState, ...]
    selection: Selection
    problem: Problem = field(repr=False)
    """Every rule that must hold, in the form that searches read."""
    together: Together | None = field(repr=False)
    """Where rules were judged together: what came of it."""
    notes: tuple[Note, ...]
    reservations: tuple[Note, ...]
    """Why `geldig` is not plain: what nobody could check."""
    exceptions: tuple[Ontheffing, ...]
    """Those that hold for this route, each with its reason."""
    reached: str | None
    """Why it is onbeslist without judging rules together."""

    @property
    def verdict(self) -> str:
        """The word for it."""
        return self.oordeel.value

    @property
    def plan(self) -> Plan | None:
        """Where rules were judged together and can be met: a way to do it."""
        return self.together.plan if self.together is not None else None

    @property
    def clash(self) -> Clash | None:
        """Where each rule could be met alone but not together: the smallest clash."""
        return self.together.clash if self.together is not None else None

    @property
    def limit(self) -> str | None:
        """Why it is onbeslist, or not known which clash is the smallest or which way to finish the shortest.

        `tijd`, `geheugen` or `plaatsing`; for onbeslist also `samen` (open rules were not judged together).
        """
        return self.together.limit if self.together is not None else self.reached

    @property
    def broken(self) -> tuple[RuleState, ...]:
        """The rules that make the route ongeldig: those that are overtreden, or else those that clash."""
        clashing = self.together.rules if self.together is not None else None
        if clashing is not None:
            return tuple(rule for rule in self.rules if rule.id in clashing)
        return tuple(rule for rule in self.rules if rule.hard and rule.stand is Stand.OVERTREDEN)

    @property
    def open(self) -> tuple[RuleState, ...]:
        """The rules that must hold and do not yet."""
        return tuple(rule for rule in self.rules if rule.hard and rule.stand is Stand.OPEN)

    @property
    def advice(self) -> tuple[RuleState, ...]:
        """The advice, and the guidance, that the route does not follow."""
        unmet = (Stand.OVERTREDEN, Stand.OPEN)
        return tuple(rule for rule in self.rules if not rule.hard and rule.stand in unmet)


def judge(  # noqa: PLR0913 - a question and its limits
    curriculum: Curriculum,
    route: Route,
    *,
    op: date | None = None,
    together: bool = True,
    seconds: float = SECONDS,
    memory: int | None = None,
    cancelled: Event | None = None,
    like: Selection | None = None,
) -> Verdict:
    """Return the verdict on a route.

    Args:
        curriculum: The texts that hold for it.
        route: The route.
        op: The day on which exceptions are judged; without it the day on which the texts were checked.
        together: Whether open rules are judged together; if not, a route with any is onbeslist.
        seconds: How long it may take; past it what is not known yet is onbeslist.
        memory: How many bytes more it may take; past it the same.
        cancelled: Set by another thread, it ends the search.
        like: Another route in the same texts, as for `select`.

    Raises:
        CancelledError: It was cancelled.
    """
    selection = select(curriculum, route, like)
    scope = scope_of(selection, op=op)
    with limit(seconds, memory=memory, cancelled=cancelled):
        verdict = judge_selected(selection, scope, lambda: lower(selection, scope), together=together)
        _ = verdict.limit  # all of it is looked for now, within the limits
    return verdict


def judge_selected(  # noqa: PLR0913 - a route, and the parts of it that are known already
    selection: Selection,
    scope: Scope,
    problem_of: Callable[[], Problem],
    *,
    together: bool = True,
    seconds: float = SECONDS,
    solver: Callable[[], Solver] | None = None,
    held: Collection[str] = (),
) -> Verdict:
    """Return the verdict on a route, within the limit that holds now.

    Args:
        selection: The route.
        scope: Its rules.
        problem_of: Gives these rules in the form that searches read.
        together: As for `judge`.
        seconds: How long each question may take that is asked of the verdict later.
        solver: Gives a solver for the problem that is asked for other routes too, where one is needed.
        held: Rules that are known to be voldaan.
    """
    rules = stands(selection, scope, held)
    oordeel, reached = _apart(rules)
    joint, problem = None, Problem()
    try:
        problem = problem_of()
        if together and _needs_more(selection, problem, oordeel):
            shared = solver() if solver else None
            joint = Together(selection, problem, seconds=seconds, solver=shared)
            oordeel = _OUTCOMES[joint.outcome]
    except LimitReachedError as error:
        if oordeel is not Oordeel.ONGELDIG:
            oordeel, reached = Oordeel.ONBESLIST, error.limit
    return Verdict(
        oordeel=oordeel,
        rules=rules,
        selection=selection,
        problem=problem,
        together=joint,
        notes=tuple(dict.fromkeys((*notes_on(selection), *_needless(selection, scope)))),
        reservations=tuple(dict.fromkeys(reservations_on(selection, rules))),
        exceptions=scope.exceptions,
        reached=reached,
    )


def stands(selection: Selection, scope: Scope, held: Collection[str] = ()) -> tuple[RuleState, ...]:
    """Return how every rule stands by itself; those that are known to be voldaan are `held`."""
    judged = Judge(selection, scope)
    everywhere = _everywhere(selection, held)
    return (*everywhere, *(_rule(regel, scope, judged, held) for regel in scope.regels))


_OUTCOMES = {
    Outcome.MET: Oordeel.GELDIG,
    Outcome.CAN_BE_MET: Oordeel.ONVOLLEDIG,
    Outcome.CANNOT_BE_MET: Oordeel.ONGELDIG,
    Outcome.NOT_KNOWN: Oordeel.ONBESLIST,
}


def _needs_more(selection: Selection, problem: Problem, oordeel: Oordeel) -> bool:
    """Tell whether rules have to be judged together too, after each was judged apart."""
    if oordeel is Oordeel.GELDIG:
        return shares_places(selection, problem)
    return oordeel is not Oordeel.ONGELDIG


@dataclass(frozen=True, slots=True)
class Mended:
    """A repair, and what is said of the route after it."""

    repair: Repair
    oordeel: Oordeel


def repairs_of(verdict: Verdict, most: int = 10, *, seconds: float = SECONDS) -> tuple[Mended, ...]:
    """Return the smallest changes that make a route geldig, then those that leave it to be finished.

    Each has been judged again; what is afgerond stays.

    Raises:
        LimitReachedError: The limit was reached.
    """
    with limit(seconds):
        return tuple(_mended(verdict, most))


def _mended(verdict: Verdict, most: int) -> Iterator[Mended]:
    selection, problem = verdict.selection, verdict.problem
    whole = repairs(selection, problem, most)
    partly = repairs(selection, problem, most, unfinished=True)
    shortest = whole[0].size if whole else 0
    found = [*whole, *(repair for repair in partly if repair.size < shortest)]
    for repair in found:
        oordeel = judge(selection.curriculum, repaired(selection.route, repair)).oordeel
        if oordeel in (Oordeel.GELDIG, Oordeel.ONVOLLEDIG):
            yield Mended(repair, oordeel)


def _apart(rules: tuple[RuleState, ...]) -> tuple[Oordeel, str | None]:
    standen = {rule.stand for rule in rules if rule.hard}
    if Stand.OVERTREDEN in standen:
        return Oordeel.ONGELDIG, None
    if Stand.ONBESLIST in standen:
        return Oordeel.ONBESLIST, "plaatsing"
    if Stand.OPEN in standen:
        return Oordeel.ONBESLIST, "samen"
    return Oordeel.GELDIG, None


# ---- rules


def _rule(regel: Regel, scope: Scope, judged: Judge, held: Collection[str] = ()) -> RuleState:
    is_held = regel.id in held
    zinnen = tuple((z.span, Stand.VOLDAAN if is_held else judged.stand(z, regel)) for z in regel.zinnen)
    stand = worst(s for _, s in zinnen) if scope.is_checked(regel) else Stand.NIET_GECONTROLEERD
    return RuleState(regel.id, stand, regel.hard, regel.gezag, regel, zinnen, tuple(judged.bedragen(regel)))


def _everywhere(selection: Selection, held: Collection[str]) -> Iterator[RuleState]:
    for id_ in EVERYWHERE:
        stand, keuzes = (Stand.VOLDAAN, ()) if id_ in held else judge_everywhere(selection, id_)
        choices = tuple(str(keuze) for keuze in keuzes)
        yield RuleState(id_, stand, hard=True, gezag=Gezag.WET, regel=None, choices=choices)


# ---- what else is worth knowing


def _needless(selection: Selection, scope: Scope) -> Iterator[Note]:
    """Yield the exceptions from rules that the route, as it is, would meet without them."""
    if not scope.exceptions:
        return
    whole = scope_of(selection, waive=False)
    judged = Judge(selection, whole)
    for ontheffing in scope.exceptions:
        keys = lifted(selection.curriculum, [ontheffing])
        standen = {_rule(regel, whole, judged).stand for regel in whole.regels if fold(regel.id) in keys}
        if standen == {Stand.VOLDAAN}:
            yield Note("ontheffing-overbodig", (("rule", ontheffing.regel),))
