"""Asks every question of the bench about one school, in a process of its own: `python asking.py 787`.

Prints JSON: per question the milliseconds of processor time of each asking, for the engine and for peers.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TypeVar

import numpy as np
from bench.choices import school_of
from bench.peers import CpSat, consequences

from routeplanner import api
from routeplanner.engine.analyse import analyse
from routeplanner.engine.bulk import WORD, columns, findings
from routeplanner.engine.cases import cases
from routeplanner.engine.clashes import _Search
from routeplanner.engine.cohort import judge_all
from routeplanner.engine.count import count_routes
from routeplanner.engine.joint import finish, kept
from routeplanner.engine.limits import LimitReachedError, limit
from routeplanner.engine.lowering import lower
from routeplanner.engine.normal import TRUE, Lit, Problem
from routeplanner.engine.options import Option, Status
from routeplanner.engine.planner import Planner
from routeplanner.engine.scope import scope_of
from routeplanner.engine.selection import Selection, select
from routeplanner.engine.solve import Solver
from routeplanner.model.curriculum import Gekozen
from routeplanner.model.rules import Keuze

SECONDS = 20.0
MINUTE = 60.0
CONVERSATIONS, CLICKS = 3, 6
ON_SCREEN = 25
MILLION = 1_000_000
ROUTE = '\nroute "Leerling"\n  volgt EO in leerweg KB\n'
LARGE = 5_000
"""From so many choices on, some peers take minutes and are left out."""
Taken = dict[str, list[float]]
T = TypeVar("T")


class Asking:
    """One school, and what its questions took."""

    def __init__(self, size: int, folder: Path) -> None:
        self.size = size
        self.taken: Taken = {}
        self.facts: dict[str, float] = {}
        self.path = folder / f"school-{size}.lob"
        self.path.write_text(school_of(size) + ROUTE, "utf-8")
        self.rng = Random(size)  # noqa: S311 - for a bench

    def time(
        self,
        name: str,
        work: Callable[..., T],
        *arguments: object,
        times: int = 1,
        scale: float = 1.0,
        seconds: float = SECONDS,
    ) -> T | None:
        """Keep the processor time of some work; what passes its limit counts as that limit."""
        found = None
        for _ in range(times):
            began = time.process_time()
            try:
                with limit(seconds):
                    found = work(*arguments)
            except LimitReachedError:
                self.facts[f"unanswered: {name}"] = self.facts.get(f"unanswered: {name}", 0) + 1
            self.taken.setdefault(name, []).append((time.process_time() - began) * 1000 * scale)
        return found

    def ask(self) -> None:
        """Ask everything."""
        self._load()
        self.facts["MB with the school"] = _megabytes()
        self._bulk()
        self._all()
        self._click()
        self._best()
        self._analysis()

    def _load(self) -> None:
        self.time("read and link the text", lambda: api.load(self.path), times=3)
        curriculum = self.curriculum = api.load(self.path)
        self.route = curriculum.routes["leerling"]
        selection = self.selection = select(curriculum, self.route)
        self.time("what a pupil can choose", lambda: select(curriculum, self.route), times=3)
        scope = scope_of(selection)
        self.time("the normal form", lambda: lower(selection, scope), times=3)
        problem = self.problem = lower(selection, scope)
        self.time("clingo: the same facts grounded", lambda: Solver(problem), times=3)
        self.facts |= {
            "choices": len(problem.choices),
            "rules": len(problem.rules),
            "constraints": len(problem.constraints),
        }

    # ---- many routes

    def _bulk(self) -> None:
        problem = self.problem
        words = -(-MILLION // WORD)
        chosen = _random_columns(len(problem.choices), words, self.size)
        self.time("a million routes in bits", lambda: findings(problem, chosen, MILLION), times=3)
        found = findings(problem, chosen, MILLION)
        read = sum(len(c.terms) + len(c.guard) for c in problem.constraints if c.rule in found.broken)
        self.facts |= {
            "rules in bits": len(found.broken),
            "columns read per route": read,
            "broken per route": sum(found.counts().values()) / MILLION,
        }
        routes = [_true(problem, chosen, number) for number in range(100)]
        name = "plain Python: a million routes"
        self.time(name, lambda: [problem.broken_by(true) for true in routes], scale=MILLION / len(routes))
        keuzes = list(problem.choices)
        some = [self.rng.sample(keuzes, k=8) for _ in range(10_000)]
        self.time("10,000 routes put in columns", lambda: columns(problem, some))

        self.facts["MB with a million routes in columns"] = _megabytes()

    def _all(self) -> None:
        many = list(_routes(self.curriculum, self.problem, self.rng, 200))
        self.time(
            "validate, each of 200 together", lambda: list(judge_all(self.curriculum, many)), scale=1 / 200
        )
        few = many[:10]
        self.time(
            "validate, each of 10 alone",
            lambda: [api.judge(self.curriculum, r).verdict for r in few],
            scale=0.1,
        )

    # ---- clicks

    def _click(self) -> None:
        cpsat = CpSat(self.problem) if self.size < LARGE else None
        clingo = Solver(self.problem)
        conversations, clicks = (1, 2) if self.size > LARGE else (CONVERSATIONS, CLICKS)
        for _ in range(conversations):
            planners = [Planner(self.curriculum, self.route, seconds=SECONDS) for _ in range(2)]
            options = planners[0].options()
            planners[1].options(())
            for _ in range(clicks):
                still = [option.keuze for option in options if option.status is Status.OPEN]
                if not still:
                    break
                keuze = self.rng.choice(still)
                on_screen = set(self.rng.sample([option.keuze for option in options], k=ON_SCREEN))
                options = self.time("click, all options", _clicked, planners[0], keuze) or options
                self.time("click, options on screen", _clicked, planners[1], keuze, on_screen)
                if cpsat is not None:
                    fixed = _fixed(planners[0].selection, self.problem)
                    self.time("clingo brave and cautious, all options", _consequences, clingo, fixed)
            selection = planners[0].selection
            if cpsat is not None:
                self._peers(cpsat, _fixed(selection, self.problem))
            closed = [option.keuze for option in options if option.status is Status.CLOSED]
            for keuze in self.rng.sample(closed, k=min(1 if self.size > LARGE else 4, len(closed))):
                self._clash(cpsat, selection, self.problem.choices[keuze])

    def _peers(self, cpsat: CpSat, fixed: list[Lit]) -> None:
        some = self.rng.sample(list(self.problem.choices.values()), k=2)
        scale = len(self.problem.choices) / len(some)
        self.time(
            "CP-SAT probing, all options", lambda: [cpsat.possible((*fixed, v)) for v in some], scale=scale
        )

    def _clash(self, cpsat: CpSat | None, selection: Selection, literal: Lit) -> None:
        search = _Search(selection, self.problem, Solver(self.problem, rich=True), (literal,))
        self.time("one clash of choices", search.needed, search._rules)
        self.time("one clash with rules", lambda: next(search.rule_sets((search.core() or ((), ()))[1])))
        if cpsat is not None:
            fixed = [*_fixed(selection, self.problem), literal]
            self.time("CP-SAT, one clash of choices", cpsat.clash, fixed)

    # ---- what is best

    def _best(self) -> None:
        problem, selection = self.problem, self.selection
        self.time("the best completion", lambda: finish(selection, problem), times=3)
        if self.size < LARGE:
            costly = [v for k, v in problem.choices.items() if k not in selection.gekozen]
            cpsat, fixed = CpSat(problem), _fixed(selection, problem)
            self.time("CP-SAT, the best completion", lambda: cpsat.fewest(fixed, costly), times=2)
        found = self.time("three that differ", lambda: api.suggest(self.curriculum, self.route), times=3)
        if found is not None:
            self.facts["found of three that differ"] = len(found.found)
        self.facts["MB before the count"] = _megabytes()
        self.time("count", lambda: count_routes(problem, _fixed(selection, problem)))

    # ---- the whole text

    def _analysis(self) -> None:
        """Analyse the text: every kind of pupil, one after the other."""
        if self.size > LARGE:
            return
        kinds = self.facts["kinds of pupils"] = len(tuple(cases(self.curriculum)))
        self.time("analyse, for every kind of pupil", lambda: analyse(self.curriculum), seconds=MINUTE)
        whole = self.taken["analyse, for every kind of pupil"][0]
        self.taken["analyse, for one kind of pupil"] = [whole / kinds]


def _consequences(solver: Solver, fixed: list[Lit]) -> None:
    consequences(solver, fixed, "brave")
    consequences(solver, fixed, "cautious")


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _clicked(planner: Planner, keuze: Keuze, among: Collection[Keuze] | None = None) -> tuple[Option, ...]:
    planner.choose(keuze)
    return planner.options(among)


def _fixed(selection: Selection, problem: Problem) -> list[Lit]:
    return [literal for literals in kept(selection, problem) for literal in literals]


def _random_columns(choices: int, words: int, seed: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint64]]:
    """Return columns in which one choice of 16 is made."""
    rng = np.random.default_rng(seed)
    found = rng.integers(0, 2**64, size=(choices, words), dtype=np.uint64)
    for _ in range(3):
        found &= rng.integers(0, 2**64, size=(choices, words), dtype=np.uint64)
    return found


def _true(
    problem: Problem, chosen: np.ndarray[tuple[int, ...], np.dtype[np.uint64]], number: int
) -> set[int]:
    bits = chosen[:, number // WORD] >> np.uint64(number % WORD) & np.uint64(1)
    true = {TRUE, *(v for v, bit in zip(problem.choices.values(), bits.tolist(), strict=True) if bit)}
    for conjunction in problem.conjunctions:
        if all((abs(literal) in true) == (literal > 0) for literal in conjunction.literals):
            true.add(conjunction.variable)
    return true


def _routes(curriculum: api.Curriculum, problem: Problem, rng: Random, number: int) -> Iterator[api.Route]:
    """Yield routes with some choices, not all of them right."""
    base = curriculum.routes["leerling"]
    for _ in range(number):
        some = rng.sample(list(problem.choices), k=rng.randint(0, 8))
        yield replace(base, gekozen=tuple(Gekozen(keuze, None, (), None, base.span) for keuze in some))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        asking = Asking(int(sys.argv[1]), Path(name))
        asking.ask()
    asking.facts["MB at most"] = _megabytes()
    json.dump([asking.taken, asking.facts], sys.stdout)
