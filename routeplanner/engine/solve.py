"""The only home of clingo: is there a way to make a problem's rules true, which, and if not, why not.

Every rule has a selector and every fixed choice is an assumption, so that one grounded problem answers
all questions: which rules hold and what is fixed differs per question, never the program.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from routeplanner.engine.encoding import COSTS, ENCODING, FIRST, Cost, cost_facts, facts
from routeplanner.engine.limits import CancelledError, LimitReachedError, OutOfTimeError, check, left
from routeplanner.engine.nearby import Around, Nearby
from routeplanner.engine.normal import Lit, Problem

if TYPE_CHECKING:
    import clingo

_OPTIONS = ("--warn=none", "--seed=1", "--models=0")
_WEIGHING = ("--opt-mode=optN", "--project=project")
# answers with much in them show more at once; enumeration by backtracking has answers that take half a minute
_RICH = ("--sign-def=pos", "--enum-mode=record")
_SLICE = 0.05
"""Seconds between two looks at the limit while clingo searches."""
_TERMS_A_SECOND = 250_000
"""About how much of a problem clingo takes in; that part of its work cannot be stopped."""


class TooHardError(Exception):
    """So many conflicts were met that another way of searching is better."""


class Seen(NamedTuple):
    """What was seen of some variables in all answers together."""

    true: frozenset[int]
    """True in some answer."""
    false: frozenset[int]
    """False in some answer."""


class Solver:
    """Answers questions about one problem. Not for several threads at once: each has its own.

    Args:
        problem: What is solved.
        costs: Where given, answers are the cheapest; a solver has one list of costs.
        first: Whether among the cheapest only those count that come first in the list.
        conflicts: How many the search for the cheapest may meet before it is given up; it then works from below.
        rich: Whether answers have much in them: then `seen` needs fewer.

    Raises:
        LimitReachedError: Within the limit that holds now it cannot even be begun.
    """

    def __init__(
        self,
        problem: Problem,
        costs: Sequence[Cost] = (),
        *,
        first: bool = False,
        conflicts: int | None = None,
        rich: bool = False,
    ) -> None:
        import clingo  # only who asks something waits for it

        _check_size(problem)
        self._rules = {rule: index for index, rule in enumerate(problem.rules)}
        self._problem = problem
        self._weighs = bool(costs)
        below = () if conflicts is None else ("--opt-strategy=usc", f"--solve-limit={conflicts}")
        self._control = clingo.Control(
            [*_OPTIONS, *below, *(_WEIGHING if costs else ()), *(_RICH if rich else ())]
        )
        self._control.add(
            "base", [], "".join((ENCODING, COSTS if costs else "", *facts(problem, self._rules)))
        )
        if costs:
            self._control.add("base", [], "".join((COSTS, FIRST if first else "", *cost_facts(costs))))
        self._control.ground([("base", [])])
        check()
        self._atoms = self._atoms_of("t")
        self._selectors = self._atoms_of("act")
        by_signature = self._control.symbolic_atoms.by_signature("t", 1)
        self._variables = {atom.symbol: atom.symbol.arguments[0].number for atom in by_signature}

    @cached_property
    def _nearby(self) -> Nearby:
        return Nearby(self._problem)

    def _atoms_of(self, name: str) -> dict[int, int]:
        atoms = self._control.symbolic_atoms.by_signature(name, 1)
        return {atom.symbol.arguments[0].number: atom.literal for atom in atoms}

    # ---- questions

    def model(self, fixed: Iterable[Lit], rules: Collection[str] | None = None) -> frozenset[int] | None:
        """Return the true variables of an answer in which these literals are true; None where there is none.

        Args:
            fixed: Literals that must be true.
            rules: The rules that must hold; all of them without it.

        Raises:
            LimitReachedError: The limit that holds now was reached.
        """
        found: list[frozenset[int]] = []
        assumptions = self._assumptions(fixed, rules)
        if assumptions is None:
            return None
        with self._control.solve(assumptions=assumptions, yield_=True, async_=True) as handle:
            self._wait(handle)
            model = handle.model()
            if model is not None:
                found.append(self._true_in(model))
        return found[0] if found else None

    def seen(self, fixed: Iterable[Lit], variables: Collection[int]) -> Seen:
        """Return which of these free variables can be true, and which can be false, with these literals true.

        One search, in which every answer must show something new; that there is no more proves all the rest.
        Most is seen in answers next to those of the search.

        Raises:
            LimitReachedError: The limit that holds now was reached.
        """
        fixed = tuple(fixed)
        assumptions = self._assumptions(fixed, None)
        atoms = {variable: self._atoms[variable] for variable in variables if variable in self._atoms}
        never_true, never_false = set(atoms), set(atoms)
        around = Around(self._nearby, fixed)
        if assumptions is not None:
            with self._control.solve(assumptions=assumptions, yield_=True, async_=True) as handle:
                self._wait(handle)
                while (model := handle.model()) is not None:
                    true = self._true_in(model)
                    never_true -= true
                    never_false &= true
                    around.look(true, never_true, never_false)
                    new = [*(atoms[v] for v in never_true), *(-atoms[v] for v in never_false)]
                    model.context.add_clause(new)  # holds in this search only
                    handle.resume()
                    self._wait(handle)
        return Seen(frozenset(atoms.keys() - never_true), frozenset(atoms.keys() - never_false))

    def best(self, fixed: Iterable[Lit], most: int = 1) -> Iterator[tuple[int, frozenset[int]]]:
        """Yield up to `most` of the cheapest answers, each with its cost.

        Raises:
            LimitReachedError: The limit that holds now was reached.
        """
        assumptions = self._assumptions(fixed, None)
        found: dict[frozenset[int], int] = {}
        if assumptions is None:
            return
        with self._control.solve(assumptions=assumptions, yield_=True, async_=True) as handle:
            while len(found) < most:
                self._wait(handle)
                model = handle.model()
                if model is None:
                    break
                if model.optimality_proven or not self._weighs:
                    found.setdefault(self._true_in(model), model.cost[0] if model.cost else 0)
                handle.resume()
            handle.cancel()
        yield from ((cost, true) for true, cost in found.items())

    def number(self, fixed: Iterable[Lit], most: int) -> int:
        """Return how many of the cheapest answers there are, up to `most`.

        Raises:
            LimitReachedError: The limit that holds now was reached.
        """
        assumptions = self._assumptions(fixed, None)
        number = 0
        if assumptions is None:
            return number
        with self._control.solve(assumptions=assumptions, yield_=True, async_=True) as handle:
            self._wait(handle)
            while number < most and (model := handle.model()) is not None:
                number += model.optimality_proven or not self._weighs
                handle.resume()
                self._wait(handle)
            handle.cancel()
        return number

    def cheapest(self, fixed: Iterable[Lit]) -> tuple[frozenset[int], bool] | None:
        """Return the true variables of the cheapest answer, and whether that is proven; None where there is none.

        Raises:
            LimitReachedError: The limit that holds now was reached before any answer was found.
            TooHardError: More conflicts were met than may be.
        """
        assumptions = self._assumptions(fixed, None)
        found: frozenset[int] | None = None
        if assumptions is None:
            return None
        with self._control.solve(assumptions=assumptions, yield_=True, async_=True) as handle:
            try:
                self._wait(handle)
                while (model := handle.model()) is not None:
                    found = self._true_in(model)
                    if model.optimality_proven or not self._weighs:
                        return found, True
                    handle.resume()
                    self._wait(handle)
                if not handle.get().exhausted:
                    raise TooHardError
            except LimitReachedError:
                if found is None:
                    raise
                return found, False
        return None if found is None else (found, True)

    def core(
        self, fixed: Iterable[Lit], rules: Collection[str]
    ) -> tuple[tuple[Lit, ...], tuple[str, ...]] | None:
        """Return fixed literals and rules that cannot hold together; None where all of them can.

        What comes back is enough, but need not be small.

        Raises:
            LimitReachedError: The limit that holds now was reached.
        """
        wanted = {self._program_literal(literal): literal for literal in fixed}
        if None in wanted:
            return tuple(literal for key, literal in wanted.items() if key is None)[:1], ()
        assumptions = self._assumptions(wanted.values(), rules)
        if assumptions is None:
            return None
        with self._control.solve(assumptions=assumptions, yield_=True, async_=True) as handle:
            self._wait(handle)
            if handle.model() is not None:
                return None
            core = set(handle.core())
        by_selector = {self._selectors[self._rules[rule]]: rule for rule in rules if rule in self._rules}
        literals = tuple(literal for key, literal in wanted.items() if key in core)
        return literals, tuple(rule for key, rule in by_selector.items() if key in core)

    # ---- clingo's own

    def _assumptions(self, fixed: Iterable[Lit], rules: Collection[str] | None) -> list[int] | None:
        assumptions = []
        for literal in fixed:
            known = self._program_literal(literal)
            if known is None:
                return None
            assumptions.append(known)
        for rule, index in self._rules.items():
            selector = self._selectors.get(index)
            if selector is not None:
                assumptions.append(selector if rules is None or rule in rules else -selector)
        return assumptions

    def _program_literal(self, literal: Lit) -> int | None:
        """Return clingo's literal; None for what can never be true."""
        atom = self._atoms.get(abs(literal))
        if atom is None:  # not in the program: never true
            return None if literal > 0 else 1
        return atom if literal > 0 else -atom

    def _wait(self, handle: clingo.SolveHandle) -> None:
        try:
            while not handle.wait(min(_SLICE, max(0.0, left()))):
                check()
        except (LimitReachedError, CancelledError):
            handle.cancel()
            raise

    def _true_in(self, model: clingo.Model) -> frozenset[int]:
        return frozenset(self._variables[symbol] for symbol in model.symbols(shown=True))


def _check_size(problem: Problem) -> None:
    """Refuse what would not be taken in before the limit."""
    check()
    terms = sum(len(c.terms) + len(c.guard) + 2 for c in problem.constraints)
    terms += sum(len(c.literals) + 1 for c in problem.conjunctions) + problem.size
    if terms / _TERMS_A_SECOND > left():
        raise OutOfTimeError
