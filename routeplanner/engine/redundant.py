"""Rules of the school that do nothing: they hold for nobody, or the others already say what they say."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from routeplanner.engine.compiled import Compiled
from routeplanner.engine.findings import Finding, Kind
from routeplanner.engine.limits import LimitReachedError
from routeplanner.engine.opposites import apparent, opposite, own_variables
from routeplanner.engine.scope import scope_of
from routeplanner.engine.selection import select
from routeplanner.engine.standing import Stand
from routeplanner.engine.timing import PLACED
from routeplanner.engine.verdict import stands
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.quantities import Gezag
from routeplanner.model.rules import NietDubbel, Regel, Verband

_BROKEN = (Stand.OPEN, Stand.OVERTREDEN)


class Redundancy:
    """Sees one kind of pupil after another, and which rules make a difference for any of them."""

    def __init__(self, curriculum: Curriculum) -> None:
        named = {key for regel in curriculum.regels.values() for key in _counted_apart(regel)}
        self._rules = {
            regel.id: regel
            for key, regel in curriculum.regels.items()
            if regel.hard and regel.gezag is not Gezag.WET and regel.zinnen and regel.gecontroleerd
            if key not in named and not _replaces(regel)
        }
        self._holds: dict[str, bool] = dict.fromkeys(self._rules, False)
        self._unseen: set[str] = set()
        """Those that hold for pupils who have no route: without a route no rule makes a difference."""
        self._matters: set[str] = set()
        self._because: dict[str, dict[str, None]] = {rule: {} for rule in self._rules}
        self._unsure: set[str] = set()

    @property
    def undecided(self) -> tuple[str, ...]:
        """The rules of which it was not known, within the limit, whether they make a difference."""
        return tuple(rule for rule in self._rules if rule in self._unsure - self._matters - self._unseen)

    def skip(self) -> None:
        """Leave some pupils out: what makes no difference for the others may make one for these."""
        self._unsure.update(self._rules)

    def see(self, compiled: Compiled, *, possible: bool) -> None:
        """Look for routes of these pupils that one rule forbids and all others allow; there need be none at all."""
        for rule in (regel.id for regel in compiled.regels if regel.id in self._rules):
            self._holds[rule] = True
            if not possible:
                self._unseen.add(rule)
            elif rule not in self._matters and rule in compiled.rules:
                try:
                    self._try(rule, compiled)
                except LimitReachedError:
                    self._unsure.add(rule)

    def _try(self, rule: str, compiled: Compiled) -> None:
        others = [other for other in compiled.rules if other != rule]
        known = [other for other in self._because[rule] if other in others]
        if known and compiled.opposed.model((), (*known, PLACED, apparent(rule))) is None:
            return  # for the same reason as for other pupils
        true = compiled.opposed.model((), (*others, opposite(rule)))
        if true is not None and _is_broken(rule, others, true, compiled):
            self._matters.add(rule)
            return
        wanted = (*others, apparent(rule))
        if compiled.opposed.model((), wanted) is None:
            because = compiled.because((), wanted, solver=compiled.opposed)
            self._because[rule].update(dict.fromkeys(one for one in because if one in others))
        elif any(_is_broken(rule, others, true, compiled) for true in _attempts(rule, wanted, compiled)):
            self._matters.add(rule)
        else:
            self._unsure.add(rule)

    def findings(self) -> Iterator[Finding]:
        """Yield what is left: rules that made a difference for nobody."""
        for rule, holds in self._holds.items():
            if rule in self._unsure or rule in self._matters or rule in self._unseen:
                continue
            if not holds:
                yield Finding(Kind.NOBODY, (), (rule,), (), ())
            else:
                yield Finding(Kind.REDUNDANT, (), (rule,), tuple(self._because[rule]), ())


def _attempts(rule: str, wanted: Collection[str], compiled: Compiled) -> Iterator[frozenset[int]]:
    """Yield answers in which a rule with variables of its own seems to be broken, without help of these."""
    problem = compiled.problem
    free = own_variables(problem) - {conjunction.variable for conjunction in problem.conjunctions}
    mine = [v for c in problem.constraints if c.rule == rule for v in c.variables]
    helping = tuple(-variable for variable in dict.fromkeys(mine) if variable in free)
    for choice in dict.fromkeys(v for v in mine if v in set(problem.choices.values())):
        true = compiled.opposed.model((*helping, choice), wanted)
        if true is not None:
            yield true


def _is_broken(rule: str, others: Collection[str], true: Collection[int], compiled: Compiled) -> bool:
    """Tell whether a route breaks this rule and keeps the others, evaluated plainly."""
    selection = select(compiled.curriculum, compiled.route(true), compiled.selection)
    states = {state.id: state.stand for state in stands(selection, scope_of(selection))}
    kept = all(states[other] not in _BROKEN for other in others if other != PLACED)
    return states[rule] in _BROKEN and kept


def _counted_apart(regel: Regel) -> Iterator[str]:
    for zin in regel.zinnen:
        if isinstance(zin, NietDubbel):
            yield from zin.regels


def _replaces(regel: Regel) -> bool:
    """Tell whether other rules read this one: without it they say something else."""
    kinds = [zin.soort for zin in regel.zinnen if isinstance(zin, Verband)]
    return "in plaats van" in kinds or "telt als" in kinds
