"""Answers next to an answer, against trying everything; and what is seen with their help."""

from __future__ import annotations

import pytest
from engine.small_problems import answers, made_up

from routeplanner.engine.nearby import Nearby
from routeplanner.engine.normal import Problem
from routeplanner.engine.solve import Solver

SEEDS = range(200)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_found_is_an_answer(seed: int) -> None:
    problem, _, fixed = made_up(seed)
    every = set(answers(problem, fixed))
    nearby = Nearby(problem)
    for true in every:
        here = set(true)
        first = True
        for changed in nearby.around(true, fixed, free_of(problem)):
            found = here ^ set(changed)
            assert frozenset(found) in every
            if first:  # the others are next to this one, which has no more than it needs
                here, first = found, False
        assert {v for v in here if v in free_of(problem)} <= true


def test_most_answers_have_others_next_to_them() -> None:
    found = expected = 0
    for seed in SEEDS:
        problem, _, fixed = made_up(seed)
        every = list(answers(problem, fixed))
        for true in every[:3]:
            expected += sum(any((v in other) != (v in true) for other in every) for v in free_of(problem))
            found += sum(1 for _ in nearby_of(problem, true, fixed))
    assert found > expected / 2


def nearby_of(problem: Problem, true: frozenset[int], fixed: list[int]) -> list[tuple[int, ...]]:
    return list(Nearby(problem).around(true, fixed, free_of(problem)))[1:]


@pytest.mark.parametrize("seed", SEEDS)
def test_all_that_can_be_is_seen(seed: int) -> None:
    problem, _, fixed = made_up(seed)
    every = list(answers(problem, fixed))
    seen = Solver(problem, rich=True).seen(fixed, free_of(problem))
    variables = free_of(problem)
    assert seen.true == {v for v in variables if any(v in true for true in every)}
    assert seen.false == {v for v in variables if any(v not in true for true in every)}


def free_of(problem: Problem) -> list[int]:
    """Return the variables that are not made of others."""
    made = {conjunction.variable for conjunction in problem.conjunctions}
    return [v for v in range(2, problem.size + 1) if v not in made]
