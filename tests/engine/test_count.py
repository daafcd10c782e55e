"""A number of routes is what enumeration gives."""

from itertools import product
from pathlib import Path

import pytest

import routeplanner as rp
from routeplanner.engine.cases import cases
from routeplanner.engine.compiled import Compiled
from routeplanner.engine.count import _components, count_routes
from routeplanner.engine.encoding import Cost
from routeplanner.engine.following import MAX_STATES
from routeplanner.engine.joint import kept
from routeplanner.engine.limits import limit
from routeplanner.engine.lowering import lower
from routeplanner.engine.normal import Problem
from routeplanner.engine.same_places import with_enough_places
from routeplanner.engine.scope import scope_of
from routeplanner.engine.selection import select
from routeplanner.engine.solve import Solver
from routeplanner.model.rules import KeuzeSoort

ROOT = Path(__file__).parents[2]
SCHOOL = rp.load(ROOT / "rules/voorbeeldcollege")
FEW = 3_000


def enumerated(problem: Problem, fixed: list[int]) -> int:
    solver = Solver(problem, [Cost(literal, 0) for literal in problem.choices.values()])
    return len(list(solver.best(fixed, FEW + 1)))


@pytest.mark.parametrize("name", list(SCHOOL.routes))
def test_the_number_is_what_enumeration_gives(name: str) -> None:
    route = SCHOOL.routes[name]
    selection = select(SCHOOL, route)
    problem = lower(selection, scope_of(selection))
    fixed = [literal for literals in kept(selection, problem) for literal in literals]
    number = count_routes(problem, fixed)
    assert number.exact
    assert min(number.value, FEW + 1) == enumerated(problem, fixed)


def test_free_choices_multiply() -> None:
    problem = Problem()
    for n in range(40):
        problem.choices[n] = problem.variable()  # type: ignore[index]  # any key will do here
    assert count_routes(problem).value == 2**40


@pytest.mark.parametrize(("low", "high"), list(product((None, 2, 3), (None, 3, 5))))
def test_bounds_count_the_sets_between_them(low: int | None, high: int | None) -> None:
    problem = Problem()
    literals = [problem.variable() for _ in range(6)]
    problem.choices.update(enumerate(literals))  # type: ignore[arg-type]  # any key will do here
    problem.bound("r", [(1, literal) for literal in literals], low, high)
    sums = [sum(bits) for bits in product((0, 1), repeat=6)]
    assert count_routes(problem).value == sum((low or 0) <= n <= (6 if high is None else high) for n in sums)


def test_what_can_never_be_counts_for_nothing() -> None:
    problem = Problem()
    problem.choices[0] = problem.variable()  # type: ignore[index]  # any key will do here
    problem.demand("r", -1)
    assert count_routes(problem).value == 0


@pytest.mark.parametrize("school", ["voorbeeldcollege", "profielschool"])
def test_following_states_and_enumerating_give_the_same(school: str) -> None:
    curriculum = rp.load(ROOT / "rules" / school)
    checked = 0
    for case in list(cases(curriculum))[:2]:
        problem = Compiled(curriculum, case).problem
        for component in _components(with_enough_places(problem), frozenset()):
            sets = component._enumerated()
            if sets is not None:
                assert component.count(soon=MAX_STATES) == sets
                checked += 1
    assert checked > 5


@pytest.mark.parametrize("name", ["noor verzonnen"])
def test_places_that_are_the_same_change_no_number(name: str) -> None:
    curriculum = rp.load(ROOT / "rules/profielschool")
    selection = select(curriculum, curriculum.routes[name])
    problem = lower(selection, scope_of(selection))
    fixed = [literal for literals in kept(selection, problem) for literal in literals]
    keuzevakken = [v for k, v in problem.choices.items() if k.soort is KeuzeSoort.KEUZEVAK]
    others = [v for v in problem.choices.values() if v not in keuzevakken[:12]]
    fixed += [-literal for literal in others if literal not in fixed and -literal not in fixed]
    fewer = with_enough_places(problem, fixed)
    assert len(fewer.places) < len(problem.places)
    assert 1 < enumerated(fewer, fixed) == enumerated(problem, fixed) < FEW


def test_past_its_time_there_are_at_least_so_many() -> None:
    problem = Problem()
    for n in range(9):
        problem.choices[n] = problem.variable()  # type: ignore[index]  # any key will do here
    problem.bound("r", [(1, literal) for literal in list(problem.choices.values())[:4]], low=1)
    with limit(0.0):
        assert count_routes(problem).exact is False
