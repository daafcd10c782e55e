"""Why something cannot be: the smallest sets of rules and choices that cannot hold together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from routeplanner.engine.hitting import first_hitting
from routeplanner.engine.joint import kept
from routeplanner.engine.limits import LimitReachedError
from routeplanner.engine.normal import Lit, Problem
from routeplanner.engine.selection import Selection
from routeplanner.engine.solve import Solver
from routeplanner.engine.timing import PLACED
from routeplanner.model.rules import Keuze, in_order

_MAX_TRIES = 2_000
"""Sets of rules that are tried for a smaller clash."""


@dataclass(frozen=True)
class Clash:
    """Rules and choices that cannot hold together; without any one of them the others can.

    One that was found as a limit came may hold more than is needed.
    """

    rules: tuple[str, ...]
    choices: tuple[Keuze, ...]
    declined: tuple[Keuze, ...]
    smallest: bool
    """Whether no clash has fewer rules; False where the search for one was cut off."""


def clashes(
    selection: Selection,
    problem: Problem,
    most: int = 1,
    *,
    wanted: Collection[Lit] = (),
) -> tuple[Clash, ...]:
    """Return minimal clashes of a route, the smallest first; none where everything can hold.

    Args:
        selection: The route.
        problem: Its rules.
        most: How many at most.
        wanted: What should be true beside what the route says: it is not counted as a part of the clash.

    Raises:
        LimitReachedError: The limit that holds now was reached before there was any.
    """
    search = _Search(selection, problem, Solver(problem), wanted)
    core = search.core()
    if core is None:
        return ()
    found: list[Clash] = []
    try:
        for rules, smallest in search.rule_sets(core[1]):
            found.append(search.clash(rules, search.needed(rules), smallest=smallest))
            if len(found) == most:
                break
    except LimitReachedError:
        found = found or [search.clash(core[1], core[0], smallest=False)]
    return tuple(sorted(found, key=lambda clash: (len(clash.rules), clash.rules)))


def smallest_rules(selection: Selection, problem: Problem, solver: Solver) -> tuple[str, ...] | None:
    """Return the rules of the smallest clash of a route, as `clashes` does; None where that is not certain.

    Args:
        selection: The route, of which something clashes.
        problem: Its rules.
        solver: One for this problem, that may have answered for other routes: it does not matter for the answer.

    Raises:
        LimitReachedError: The limit that holds now was reached before there was any.
    """
    search = _Search(selection, problem, solver)
    core = search.core()
    rules, certain = ((), False) if core is None else next(search.rule_sets(core[1]))
    return rules if certain else None


class _Search:
    def __init__(
        self, selection: Selection, problem: Problem, solver: Solver, wanted: Collection[Lit] = ()
    ) -> None:
        self._solver = solver
        self._problem = problem
        chosen, declined, elsewhere = kept(selection, problem)
        taken = {abs(literal) for literal in wanted}
        self._wanted = tuple(wanted)
        self._fixed = tuple(x for x in (*chosen, *declined, *elsewhere) if abs(x) not in taken)
        self._rules = tuple(sorted(set(problem.rules) - {PLACED}))

    def core(self) -> tuple[tuple[Lit, ...], tuple[str, ...]] | None:
        """Return literals and rules that cannot hold together, more than are needed; None where all can."""
        return self._core(self._rules)

    def rule_sets(self, first: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], bool]]:
        """Yield minimal clashing sets of rules, the first the smallest; each with whether that is certain.

        After the first, others are found by doing without one rule of each that was found: every minimal
        set lacks some rule of every other.
        """
        smallest, certain = self._smaller(self._minimal(first))
        yield smallest, certain
        seen = {smallest}
        waiting = [frozenset({rule}) for rule in smallest]
        tried = set(waiting)
        while waiting:
            without = waiting.pop(0)
            core = self._core([rule for rule in self._rules if rule not in without])
            if core is None:
                continue
            rules = self._minimal(core[1])
            if rules not in seen:
                seen.add(rules)
                yield rules, certain
            for more in (without | {rule} for rule in rules):
                if more not in tried:
                    tried.add(more)
                    waiting.append(more)

    def clash(self, rules: tuple[str, ...], literals: Collection[Lit], *, smallest: bool) -> Clash:
        """Return the clash of these rules with what of the route is true or not true in it."""
        names = {literal: keuze for keuze, literal in self._problem.choices.items()}
        return Clash(
            rules,
            tuple(sorted((names[x] for x in literals if x in names), key=in_order)),
            tuple(sorted((names[-x] for x in literals if -x in names), key=in_order)),
            smallest,
        )

    # ---- sets of rules

    def _core(self, rules: Iterable[str]) -> tuple[tuple[Lit, ...], tuple[str, ...]] | None:
        found = self._solver.core((*self._fixed, *self._wanted), (*rules, PLACED))
        return None if found is None else (found[0], tuple(sorted(set(found[1]) - {PLACED})))

    def _impossible(self, literals: Iterable[Lit], rules: Iterable[str]) -> bool:
        return self._solver.model((*literals, *self._wanted), frozenset((*rules, PLACED))) is None

    def _minimal(self, rules: tuple[str, ...]) -> tuple[str, ...]:
        needed = rules
        for rule in rules:
            fewer = tuple(other for other in needed if other != rule)
            if self._impossible(self._fixed, fewer):
                needed = fewer
        return needed

    def _smaller(self, rules: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
        """Return the smallest clashing set, the first by id among those, and whether that is certain.

        Rules that were seen to hold together tell that a clash has some rule outside them: what is tried is
        the smallest set with one such rule for each of them.
        """
        left_out: list[frozenset[int]] = []
        try:
            for _ in range(_MAX_TRIES):
                found = first_hitting(left_out, len(rules))
                some = None if found is None else tuple(self._rules[index] for index in found)
                if some is None or (len(some), some) >= (len(rules), rules):
                    return rules, True
                together = self._held_with(some)
                if together is None:
                    return some, True
                left_out.append(
                    frozenset(index for index, rule in enumerate(self._rules) if rule not in together)
                )
        except LimitReachedError:
            return rules, False
        return rules, False

    def _held_with(self, rules: Iterable[str]) -> frozenset[str] | None:
        """Return as many rules as can be held together with these; None where not even these can."""
        held = self._followed(rules)
        if held is None:
            return None
        for rule in self._rules:
            if rule not in held:
                held |= self._followed((*held, rule)) or frozenset()
        return held

    def _followed(self, rules: Iterable[str]) -> frozenset[str] | None:
        """Return the rules that some answer to these happens to follow; None where there is no answer."""
        wanted = frozenset((*rules, PLACED))
        true = self._solver.model((*self._fixed, *self._wanted), wanted)
        return None if true is None else frozenset(self._rules) - self._problem.broken_by(true)

    # ---- what of the route matters

    def needed(self, rules: tuple[str, ...]) -> tuple[Lit, ...]:
        """Return what of the route these rules clash with: no part of it can be missed."""
        core = self._core(rules)
        needed = [x for x in (core[0] if core else self._fixed) if x not in self._wanted]
        for literal in tuple(needed):
            fewer = [other for other in needed if other != literal]
            if self._impossible(fewer, rules):
                needed = fewer
        return tuple(needed)
