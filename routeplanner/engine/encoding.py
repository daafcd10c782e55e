"""A problem as a logic program: facts, and the few rules that are the same for every problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from routeplanner.engine.normal import TRUE, Lit, Problem

ENCODING = """
{ t(V) : free(V) }.
t(V) :- always(V).
t(D) :- conj(D); t(V) : both(D,V); not t(V) : none(D,V).
fires(C) :- con(C,R); act(R); t(V) : if(C,V); not t(V) : unless(C,V).
:- fires(C), low(C,L), #sum { W,V,1 : term(C,V,W), t(V); W,V,0 : anti(C,V,W), not t(V) } < L.
:- fires(C), high(C,H), #sum { W,V,1 : term(C,V,W), t(V); W,V,0 : anti(C,V,W), not t(V) } > H.
{ act(R) : con(_,R) }.
#show t/1.
"""
COSTS = """
#project t(V) : cost(V,_).
#project t(V) : saving(V,_).
#minimize { W@2,V : cost(V,W), t(V); W@2,V : saving(V,W), not t(V) }.
"""
FIRST = """
#minimize { O@1,V : cost(V,_), order(V,O), t(V); O@1,V : saving(V,_), order(V,O), not t(V) }.
"""


class Cost(NamedTuple):
    """What it costs that a literal is true; among answers that cost the same the first in order is best."""

    literal: Lit
    weight: int


def facts(problem: Problem, rules: Mapping[str, int]) -> Iterator[str]:
    """Yield a problem as facts; its rules and constraints are numbers in them."""
    derived = {conjunction.variable for conjunction in problem.conjunctions}
    yield f"always({TRUE})."
    yield from (f"free({v})." for v in range(TRUE + 1, problem.size + 1) if v not in derived)
    for conjunction in problem.conjunctions:
        yield f"conj({conjunction.variable})."
        for literal in conjunction.literals:
            yield f"{'both' if literal > 0 else 'none'}({conjunction.variable},{abs(literal)})."
    for index, constraint in enumerate(problem.constraints):
        yield f"con({index},{rules[constraint.rule]})."
        for literal in constraint.guard:
            yield f"{'if' if literal > 0 else 'unless'}({index},{abs(literal)})."
        for weight, literal in constraint.terms:
            yield f"{'term' if literal > 0 else 'anti'}({index},{abs(literal)},{weight})."
        if constraint.low is not None:
            yield f"low({index},{constraint.low})."
        if constraint.high is not None:
            yield f"high({index},{constraint.high})."


def cost_facts(costs: Sequence[Cost]) -> Iterator[str]:
    """Yield what answers cost as facts."""
    for order, cost in enumerate(costs):
        yield f"{'cost' if cost.literal > 0 else 'saving'}({abs(cost.literal)},{cost.weight})."
        yield f"order({abs(cost.literal)},{order + 1})."
