"""The opposite of a rule in the normal form: met where one of its constraints is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from routeplanner.engine.normal import TRUE, Constraint, Lit, Problem


def opposite(rule: str) -> str:
    """Return the id of what holds only where a rule is broken, and by no more than it says of choices and places."""
    return f"niet {rule}"


def apparent(rule: str) -> str:
    """Return the id of what holds wherever a rule is broken, and where a rule that divides things seems to be.

    Such a rule has variables of its own (which count a choice counts for): a bad value of these alone breaks its
    constraints. Where this cannot hold, the rule cannot be broken; where it can, judge what was found again.
    """
    return f"misschien niet {rule}"


def with_opposites(problem: Problem, rules: Iterable[str]) -> Problem:
    """Return a problem with, beside every rule, the opposites of each of these.

    A rule and its opposite cannot both hold: always say which rules must.
    """
    fresh = copied(problem)
    own = own_variables(problem)
    for rule in rules:
        mine = [constraint for constraint in problem.constraints if constraint.rule == rule]
        sure = [constraint for constraint in mine if not own & set(constraint.variables)]
        for id_, constraints in ((opposite(rule), sure), (apparent(rule), mine)):
            fresh.demand(id_, fresh.any_of(broken_ways(fresh, id_, constraints)))
    return fresh


def copied(problem: Problem) -> Problem:
    """Return a problem that can be added to without changing this one."""
    fresh = Problem(problem.size, dict(problem.choices), dict(problem.places))
    fresh.conjunctions.extend(problem.conjunctions)
    fresh.constraints.extend(problem.constraints)
    return fresh


def broken_ways(fresh: Problem, id_: str, constraints: Iterable[Constraint]) -> Iterator[Lit]:
    """Add a variable for each way to break one of these, true only where it is broken so."""
    for constraint in constraints:
        for above, below in ((None, constraint.low), (constraint.high, None)):
            if above is None and below is None:
                continue
            way = fresh.variable()
            for literal in constraint.guard:
                fresh.demand(id_, literal, guard=(way,))
            low = None if above is None else above + 1
            high = None if below is None else below - 1
            fresh.bound(id_, constraint.terms, low, high, guard=(way,))
            yield way


def own_variables(problem: Problem) -> set[int]:
    """Return the variables that say nothing of what is chosen or where it stands."""
    known = {TRUE, *problem.choices.values(), *problem.places.values()}
    derived = {conjunction.variable for conjunction in problem.conjunctions}
    own = set(range(1, problem.size + 1)) - known - derived
    for conjunction in problem.conjunctions:  # each is made of what was there before it
        if any(abs(literal) in own for literal in conjunction.literals):
            own.add(conjunction.variable)
    return own
