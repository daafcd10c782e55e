"""The verdict on a route: how every rule stands, and what that makes together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from routeplanner.engine import vakken
from routeplanner.engine.clashes import Clash
from routeplanner.engine.everywhere import EVERYWHERE, INFERRED, judge_everywhere
from routeplanner.engine.joint import SECONDS, Plan, shares_places
from routeplanner.engine.lowering import lower
from routeplanner.engine.normal import Problem
from routeplanner.engine.repairs import Repair, repaired, repairs
from routeplanner.engine.scope import Scope, cohort_of, scope_of
from routeplanner.engine.selection import Selection, select
from routeplanner.engine.sentences import Judge
from routeplanner.engine.solve import Solver
from routeplanner.engine.standing import RuleState, Stand, worst
from routeplanner.engine.together import Outcome, Together
from routeplanner.model.curriculum import Curriculum, Ontheffing, Route
from routeplanner.model.quantities import Gezag, Toetsing
from routeplanner.model.rules import EenheidId, KeuzeSoort, Regel


class Oordeel(Enum):
    """What is said of a route."""

    GELDIG = "geldig"
    ONVOLLEDIG = "onvolledig"
    ONGELDIG = "ongeldig"
    ONBESLIST = "onbeslist"


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing that changes no verdict: a key for its wording, and what it is about."""

    key: str
    params: tuple[tuple[str, str], ...]


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
    limit: str | None
    """Why it is onbeslist: `tijd`, `plaatsing`, or `samen` (open rules were not judged together)."""

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
    def broken(self) -> tuple[RuleState, ...]:
        """The rules that make the route ongeldig: those that are overtreden, or else those that clash."""
        if self.together is not None and self.oordeel is Oordeel.ONGELDIG:
            return tuple(rule for rule in self.rules if rule.id in self.together.rules)
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


def judge(
    curriculum: Curriculum,
    route: Route,
    *,
    op: date | None = None,
    together: bool = True,
    seconds: float = SECONDS,
) -> Verdict:
    """Return the verdict on a route.

    Args:
        curriculum: The texts that hold for it.
        route: The route.
        op: The day on which exceptions are judged; without it the last day of the school's schooljaar.
        together: Whether open rules are judged together; if not, a route with any is onbeslist.
        seconds: How long judging together may take; past it the route is onbeslist.
    """
    selection = select(curriculum, route)
    scope = scope_of(selection, op=op)
    problem = lower(selection, scope)
    return judge_selected(selection, scope, problem, together=together, seconds=seconds)


def judge_selected(  # noqa: PLR0913 - a route, and the parts of it that are known already
    selection: Selection,
    scope: Scope,
    problem: Problem,
    *,
    together: bool = True,
    seconds: float = SECONDS,
    solver: Callable[[], Solver] | None = None,
    held: Collection[str] = (),
) -> Verdict:
    """Return the verdict on a route of which the rules and their form are known.

    Args:
        selection: The route.
        scope: Its rules.
        problem: These rules in the form that searches read.
        together: As for `judge`.
        seconds: As for `judge`.
        solver: Gives a solver for the problem that other routes ask too, where it is needed.
        held: Rules that are known to be voldaan.
    """
    judged = Judge(selection, scope)
    everywhere = _everywhere(selection, held)
    rules = (*everywhere, *(_rule(regel, scope, judged, held) for regel in scope.regels))
    oordeel, limit = _apart(rules)
    joint = None
    if together and _needs_more(selection, problem, oordeel):
        joint = Together(selection, problem, seconds=seconds, solver=solver() if solver else None)
        oordeel, limit = _OUTCOMES[joint.outcome]
    return Verdict(
        oordeel=oordeel,
        rules=rules,
        selection=selection,
        problem=problem,
        together=joint,
        notes=tuple(dict.fromkeys(_notes(selection))),
        reservations=tuple(dict.fromkeys(_reservations(selection, rules))),
        exceptions=scope.exceptions,
        limit=limit,
    )


_OUTCOMES = {
    Outcome.MET: (Oordeel.GELDIG, None),
    Outcome.CAN_BE_MET: (Oordeel.ONVOLLEDIG, None),
    Outcome.CANNOT_BE_MET: (Oordeel.ONGELDIG, None),
    Outcome.NOT_KNOWN: (Oordeel.ONBESLIST, "tijd"),
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
        OutOfTimeError: The limit was reached.
    """
    selection, problem = verdict.selection, verdict.problem
    whole = repairs(selection, problem, most, seconds=seconds)
    partly = repairs(selection, problem, most, unfinished=True, seconds=seconds)
    shortest = whole[0].size if whole else 0
    found = [*whole, *(repair for repair in partly if repair.size < shortest)]
    mended = (Mended(r, judge(selection.curriculum, repaired(selection.route, r)).oordeel) for r in found)
    return tuple(m for m in mended if m.oordeel in (Oordeel.GELDIG, Oordeel.ONVOLLEDIG))


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


def _rule(regel: Regel, scope: Scope, judged: Judge, held: Collection[str]) -> RuleState:
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


def _notes(selection: Selection) -> Iterator[Note]:
    for onderdeel in selection.chosen():
        id_ = onderdeel.keuze.eenheid
        if id_ is None or not onderdeel.verbreding:
            continue
        unit = selection.curriculum.eenheden[id_]
        if id_.programma == selection.route.programma:
            leerwegen = ", ".join(leerweg.value for leerweg in unit.leerwegen)
            yield _note("andere-leerweg", id_, leerwegen=leerwegen)
        elif onderdeel.keuze.soort is KeuzeSoort.VERKENNEND:
            ce = [w for w, mark in unit.toetsing.items() if mark in (Toetsing.CE, Toetsing.CE_EN_SE)]
            if ce:
                yield _note("ce-elders", id_, leerwegen=", ".join(leerweg.value for leerweg in ce))


def _note(key: str, id_: EenheidId, **params: str) -> Note:
    return Note(key, (("code", str(id_)), ("programma", id_.programma), *params.items()))


def _is_inferred(rule: RuleState) -> bool:
    """Tell whether a rule is our own inference; of one that holds everywhere it matters only when broken."""
    if rule.regel is None:
        return rule.id in INFERRED and rule.stand is Stand.OVERTREDEN
    return rule.regel.afgeleid and rule.hard


def _reservations(selection: Selection, rules: tuple[RuleState, ...]) -> Iterator[Note]:
    for rule in rules:
        if rule.regel is not None and vakken.are_unknown(selection, rule.regel):
            yield Note("vakken", ())  # one for all of these rules together
        elif rule.stand is Stand.NIET_GECONTROLEERD:
            yield Note("regel", (("rule", rule.id),))
        elif _is_inferred(rule):
            yield Note("afgeleid", (("rule", rule.id),))
    cohort, programma = cohort_of(selection), selection.programma
    if programma is not None and not programma.volledig:
        yield Note("volledig", (("programma", programma.id),))
    if programma is not None and cohort is not None and not programma.geldig.omvat(cohort):
        yield Note("cohort", (("programma", programma.id), ("year", f"{cohort}-{cohort + 1}")))
    for onderdeel in selection.chosen():
        id_ = onderdeel.keuze.eenheid
        if id_ is not None and selection.leerweg is not None:
            mark = selection.curriculum.eenheden[id_].toetsing.get(selection.leerweg)
            if mark is Toetsing.ONBEKEND:
                yield Note("toetsing", (("code", str(id_)), ("programma", id_.programma)))
