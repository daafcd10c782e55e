"""Two problems of the same pupil as one: the rules of the one hold, and those of the other do not all."""

from __future__ import annotations

from collections.abc import Iterable

from routeplanner.engine.normal import TRUE, Constraint, Lit, Problem
from routeplanner.engine.opposites import broken_ways, copied, own_variables
from routeplanner.engine.timing import PLACED

_FORBIDDEN = "daar niet"
_PLACED_THERE = "daar geplaatst"


def beside(here: Problem, there: Problem, *, sure: bool) -> Problem:
    """Return the one problem with, as a rule, that the same choices and places do not meet the other.

    Args:
        here: The problem whose rules hold.
        there: The one of which some rule does not; where a rule says the same as in `here` it is not looked at.
        sure: Whether a rule with variables of its own is left out too; else it may only seem to be broken.
    """
    fresh = copied(here)
    names = _names(fresh, here, there)
    own = own_variables(there) if sure else set()
    held = {_plain(constraint) for constraint in here.constraints}
    ways: list[Constraint] = []
    for constraint in there.constraints:
        renamed = _renamed(constraint, names)
        if constraint.rule == PLACED:
            fresh.bound(_PLACED_THERE, renamed.terms, renamed.low, renamed.high, renamed.guard)
        elif _plain(renamed) not in held and not own & set(constraint.variables):
            ways.append(renamed)
    gone = [literal for keuze, literal in here.choices.items() if keuze not in there.choices]
    fresh.demand(_FORBIDDEN, fresh.any_of((*gone, *broken_ways(fresh, _FORBIDDEN, ways))))
    return fresh


def _names(fresh: Problem, here: Problem, there: Problem) -> dict[int, Lit]:
    """Return the literal of each variable of the other problem; what is the same in both is one variable."""
    names: dict[int, Lit] = {TRUE: TRUE}
    names |= {variable: here.choices.get(keuze, -TRUE) for keuze, variable in there.choices.items()}
    timed = {keuze for keuze, _ in here.places}
    for place, variable in there.places.items():
        names[variable] = here.places.get(place, -TRUE) if place[0] in timed else fresh.variable()
    names |= _own_names(fresh, here, there)
    known = {conjunction.literals: conjunction.variable for conjunction in here.conjunctions}
    for conjunction in there.conjunctions:  # each is made of what was there before it
        literals = tuple(sorted(_named(literal, names) for literal in conjunction.literals))
        if literals not in known:
            known[literals] = fresh.variable()
            fresh.conjunctions.append(conjunction._replace(variable=known[literals], literals=literals))
        names[conjunction.variable] = known[literals]
    return names


def _own_names(fresh: Problem, here: Problem, there: Problem) -> dict[int, Lit]:
    """Return the literals of variables that rules have of their own: of rules that have as many, one by one."""
    mine, theirs = _own(here), _own(there)
    names: dict[int, Lit] = {}
    for rule, variables in theirs.items():
        same = mine.get(rule, ())
        fitting = same if len(same) == len(variables) else [fresh.variable() for _ in variables]
        names |= dict(zip(variables, fitting, strict=True))
    return names


def _own(problem: Problem) -> dict[str, list[int]]:
    """Return the variables of its own of each rule, in the order in which they are made."""
    derived = {conjunction.variable: conjunction.literals for conjunction in problem.conjunctions}
    free = own_variables(problem) - set(derived)
    found: dict[str, set[int]] = {}
    for constraint in problem.constraints:
        found.setdefault(constraint.rule, set()).update(free & _reached(constraint.variables, derived))
    return {rule: sorted(variables) for rule, variables in found.items() if variables}


def _reached(variables: Iterable[int], derived: dict[int, tuple[Lit, ...]]) -> set[int]:
    """Return these variables with those that they are made of."""
    waiting, seen = list(variables), set()
    while waiting:
        variable = waiting.pop()
        if variable not in seen:
            seen.add(variable)
            waiting.extend(map(abs, derived.get(variable, ())))
    return seen


def _plain(constraint: Constraint) -> tuple[object, ...]:
    guard, terms = frozenset(constraint.guard), tuple(sorted(constraint.terms))
    return guard, terms, constraint.low, constraint.high


def _named(literal: Lit, names: dict[int, Lit]) -> Lit:
    return names[literal] if literal > 0 else -names[-literal]


def _renamed(constraint: Constraint, names: dict[int, Lit]) -> Constraint:
    return constraint._replace(
        guard=tuple(_named(literal, names) for literal in constraint.guard),
        terms=tuple((weight, _named(literal, names)) for weight, literal in constraint.terms),
    )
