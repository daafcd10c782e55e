"""What can still be chosen beside some choices, told by a few answers and what is near them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from routeplanner.engine.everywhere import WHOLE
from routeplanner.engine.normal import Constraint, Lit, Problem
from routeplanner.engine.optimise import Best, Bound, Optimiser
from routeplanner.engine.selection import Cel, Selection
from routeplanner.model.rules import Keuze, KeuzeSoort

_ROUNDS = 20
"""Questions to the optimiser before the answer is: not known."""


def still_possible(
    selection: Selection, added: Collection[Keuze], met: Best, problem: Problem, optimiser: Optimiser
) -> frozenset[Keuze] | None:
    """Return what can be chosen beside the route and what is added; None where it takes too many questions.

    Most things can be added to an answer that is known, or stand there in the place of another. For the rest
    each question is for what was not seen yet, as much at once as comes easily: with no answer nothing is left.

    Args:
        selection: The route.
        added: What is in every answer beside it.
        met: An answer with all of that.
        problem: The rules of the route.
        optimiser: Where answers can be asked.

    Raises:
        OutOfTimeError: The limit was reached.
    """
    left = {o.keuze: problem.choices[o.keuze] for o in selection.open() if o.keuze not in added}
    near = _Near(problem, {*selection.gekozen, *added})
    there = Bound([(1, problem.choices[keuze]) for keuze in added], len(added), None)
    found: set[Keuze] = set()
    true: frozenset[int] | None = met.true
    for _ in range(_ROUNDS):
        if true is None:
            return frozenset(found)
        new = {keuze for keuze, literal in left.items() if literal in true}
        new |= set(near.reach(true, left.keys() - new))
        found |= new
        left = {keuze: literal for keuze, literal in left.items() if keuze not in new}
        true = optimiser.some(list(left.values()), [there]) if left else None
    return None


class _Near:
    """Finds what can be added to an answer, or stand in the place of something in it, in some periode."""

    def __init__(self, problem: Problem, fixed: Collection[Keuze]) -> None:
        self._problem = problem
        self._fixed = fixed
        self._uses = _Uses(problem)
        self._places: dict[Keuze, dict[Cel, Lit]] = {keuze: {} for keuze in problem.choices}
        for (keuze, cel), literal in problem.places.items():
            self._places[keuze][cel] = literal

    def reach(self, true: Collection[Lit], wanted: Collection[Keuze]) -> Iterator[Keuze]:
        answer = _Answer(self._problem, self._uses, true)
        choices = self._problem.choices
        free = [keuze for keuze, lit in choices.items() if lit in true and keuze not in self._fixed]
        for keuze in wanted:
            ways = self._ways(keuze, free, true)
            if any(answer.allows(flips) for flips in ways) or self._with_its_unit(keuze, free, answer):
                yield keuze

    def _with_its_unit(self, keuze: Keuze, free: Sequence[Keuze], answer: _Answer) -> bool:
        """Tell whether a deepening can come together with what it deepens."""
        if keuze.soort is not KeuzeSoort.VERDIEPING:
            return False
        wholes = (Keuze(soort, keuze.eenheid) for soort in WHOLE)
        ways = [
            flips
            for whole in wholes
            if whole in self._places and self._problem.choices[whole] not in answer.true
            for flips in self._ways(whole, free, answer.true)
            if answer.allows(flips)
        ]
        deeper = list(self._ways(keuze, (), answer.true))
        return any(answer.allows((*flips, *more)) for flips in ways for more in deeper)

    def _ways(self, keuze: Keuze, free: Sequence[Keuze], true: Collection[Lit]) -> Iterator[tuple[Lit, ...]]:
        """Yield what changes when a choice is added, or comes in the place of one of its kind that is free."""
        choice, places = self._problem.choices[keuze], self._places[keuze]
        alone = [(choice, place) for place in places.values()] if places else [(choice,)]
        yield from alone
        for rival in free:
            if rival.soort is not keuze.soort:
                continue
            gone = self._problem.choices[rival]
            stood = {cel: place for cel, place in self._places[rival].items() if place in true}
            if not stood:
                yield from ((*way, gone) for way in alone)
            for cel, place in stood.items():
                if cel in places:
                    yield choice, places[cel], gone, place


class _Use(NamedTuple):
    """That a constraint has a variable in its sum or (weight 0) in its guard."""

    constraint: int
    weight: int
    positive: bool


class _Uses:
    """Where the variables of a problem are used."""

    def __init__(self, problem: Problem) -> None:
        self.of: dict[Lit, list[_Use]] = {}
        self.together: dict[Lit, list[tuple[Lit, bool]]] = {}
        """The conjunctions that a variable is in, and whether as itself."""
        for index, constraint in enumerate(problem.constraints):
            for literal in constraint.guard:
                self.of.setdefault(abs(literal), []).append(_Use(index, 0, literal > 0))
            for weight, literal in constraint.terms:
                self.of.setdefault(abs(literal), []).append(_Use(index, weight, literal > 0))
        for variable, literals in problem.conjunctions:
            for literal in literals:
                self.together.setdefault(abs(literal), []).append((variable, literal > 0))


class _Answer:
    """An answer of which it is quick to tell whether a small change is an answer too."""

    def __init__(self, problem: Problem, uses: _Uses, true: Collection[Lit]) -> None:
        self._constraints = problem.constraints
        self._uses = uses
        self.true = true
        self._totals = [sum(w for w, lit in c.terms if self._is(lit)) for c in problem.constraints]
        self._off = [sum(not self._is(lit) for lit in c.guard) for c in problem.constraints]
        self._wrong = {v: sum(not self._is(lit) for lit in lits) for v, lits in problem.conjunctions}

    def _is(self, literal: Lit) -> bool:
        return (abs(literal) in self.true) == (literal > 0)

    def allows(self, flips: Collection[Lit]) -> bool:
        """Tell whether every rule holds with these variables the other way round."""
        totals: dict[int, int] = {}
        off: dict[int, int] = {}
        for variable in self._flipped(flips):
            for index, weight, positive in self._uses.of.get(variable, ()):
                on = (variable not in self.true) == positive
                if weight:
                    totals[index] = totals.get(index, 0) + (weight if on else -weight)
                else:
                    off[index] = off.get(index, 0) + (-1 if on else 1)
        return all(self._is_met(index, totals, off) for index in totals.keys() | off.keys())

    def _flipped(self, flips: Collection[Lit]) -> Iterator[Lit]:
        """Yield these and the conjunctions that turn with them, each after the ones that it is made of."""
        heap = list(flips)
        heapify(heap)
        wrong: dict[Lit, int] = {}
        last = 0
        while heap:
            variable = heappop(heap)
            if variable == last:
                continue
            last = variable
            if variable not in flips:
                holds = self._wrong[variable] + wrong[variable] == 0
                if holds == (variable in self.true):
                    continue
            yield variable
            for other, positive in self._uses.together.get(variable, ()):
                on = (variable not in self.true) == positive
                wrong[other] = wrong.get(other, 0) + (-1 if on else 1)
                heappush(heap, other)

    def _is_met(self, index: int, totals: Mapping[int, int], off: Mapping[int, int]) -> bool:
        if self._off[index] + off.get(index, 0):
            return True
        constraint: Constraint = self._constraints[index]
        total = self._totals[index] + totals.get(index, 0)
        return (constraint.low is None or total >= constraint.low) and (
            constraint.high is None or total <= constraint.high
        )
