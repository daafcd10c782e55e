"""Rules for many routes at once, in bits: what plain evaluation says of each."""

import random
from pathlib import Path

import pytest
from oracle.comparing import load
from oracle.generate import world_of

from routeplanner import api
from routeplanner.engine.bulk import WORD, columns, findings
from routeplanner.engine.cohort import Problems
from routeplanner.engine.normal import TRUE, Problem
from routeplanner.engine.scope import scope_of
from routeplanner.engine.selection import select
from routeplanner.engine.standing import Stand
from routeplanner.model.rules import Keuze, KeuzeSoort

SEEDS = range(8_000_000, 8_000_200)
BROKEN = (Stand.OVERTREDEN, Stand.OPEN)


def problem_by_chance(rng: random.Random) -> tuple[Problem, list[Keuze]]:
    problem = Problem()
    keuzes = [Keuze(KeuzeSoort.ACTIVITEIT, None, str(n)) for n in range(rng.randint(1, 12))]
    for keuze in keuzes:
        problem.choices[keuze] = problem.variable()
    literals = [*problem.choices.values(), *(-v for v in problem.choices.values()), TRUE, -TRUE]
    for _ in range(rng.randint(0, 4)):
        literals.append(problem.all_of(rng.choices(literals, k=rng.randint(1, 3))))
    for number in range(rng.randint(1, 8)):
        terms = [(rng.randint(-90, 900), rng.choice(literals)) for _ in range(rng.randint(0, 9))]
        low, high = (rng.choice((None, rng.randint(-200, 3000))) for _ in range(2))
        problem.bound(str(number % 5), terms, low, high, rng.sample(literals, k=rng.randint(0, 2)))
    return problem, keuzes


@pytest.mark.parametrize("seed", range(200))
def test_bits_say_what_plain_evaluation_says(seed: int):
    rng = random.Random(seed)  # noqa: S311 - chance that can be had again
    problem, keuzes = problem_by_chance(rng)
    routes = [
        rng.sample(keuzes, k=rng.randint(0, len(keuzes))) for _ in range(rng.choice((1, 63, 64, 65, 200)))
    ]
    found = findings(problem, columns(problem, routes), len(routes))
    assert found.undecided == ()
    rules = frozenset(problem.rules)
    assert found.held() == [rules - problem.broken_by(_true(problem, route)) for route in routes]
    assert found.counts() == {rule: sum(rule not in held for held in found.held()) for rule in rules}


def _true(problem: Problem, route: list[Keuze]) -> set[int]:
    true = {TRUE, *(problem.choices[keuze] for keuze in route)}
    for conjunction in problem.conjunctions:
        if all((abs(literal) in true) == (literal > 0) for literal in conjunction.literals):
            true.add(conjunction.variable)
    return true


def test_more_routes_than_are_evaluated_at_a_time():
    rng = random.Random(1)  # noqa: S311 - chance that can be had again
    problem, keuzes = problem_by_chance(rng)
    few = [rng.sample(keuzes, k=rng.randint(0, len(keuzes))) for _ in range(WORD)]
    many = few * 5_000
    held = findings(problem, columns(problem, few), len(few)).held()
    assert findings(problem, columns(problem, many), len(many)).held() == held * 5_000


def test_a_rule_that_places_things_is_not_decided():
    problem = Problem()
    keuze = Keuze(KeuzeSoort.ACTIVITEIT, None, "Een")
    problem.choices[keuze] = problem.variable()
    place = problem.variable()
    problem.bound("waar", [(1, place), (1, problem.choices[keuze])], low=1)
    problem.demand("hoe dan ook", problem.choices[keuze])
    found = findings(problem, columns(problem, [[keuze], []]), 2)
    assert found.undecided == ("waar",)
    assert found.held() == [frozenset({"hoe dan ook"}), frozenset()]


def test_bits_say_what_each_rule_says_by_itself(tmp_path: Path):
    """A rule that bits find broken is overtreden or open, and one that they find kept is neither."""
    decided = broken = 0
    for curriculum in (load(world_of(seed), tmp_path) for seed in SEEDS):
        problems = Problems()
        for route in curriculum.routes.values() if curriculum.ok else ():
            selection = select(curriculum, route)
            problem = problems.of(selection, scope_of(selection))
            found = findings(problem, columns(problem, [selection.gekozen.keys()]), 1)
            (held,) = found.held()
            states = {rule.id: rule.stand for rule in api.judge(curriculum, route).rules}
            for rule in found.broken:
                assert (states[rule] in BROKEN) == (rule not in held), (curriculum.sources[0].text, rule)
                decided, broken = decided + 1, broken + (rule not in held)
    assert decided > broken > 1_000
