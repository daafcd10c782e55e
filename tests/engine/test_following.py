"""Following what decisions leave open counts the same sets of choices as trying every value of every variable."""

from random import Random

import pytest
from engine.small_problems import answers, made_up

from routeplanner.engine.following import Following, TooManyStatesError
from routeplanner.engine.normal import TRUE, Conjunction, Problem


def following(problem: Problem, order: list[int], counted: set[int], fixed: list[int]) -> Following:
    constraints = [constraint for constraint in problem.constraints if constraint.variables]
    return Following(order, counted, problem.conjunctions, constraints, fixed)


@pytest.mark.parametrize("seed", range(200))
def test_following_is_trying_everything(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - a test
    problem, _, fixed = made_up(seed)
    whole = [conjunction.variable for conjunction in problem.conjunctions]
    order = [variable for variable in range(TRUE + 1, problem.size + 1) if variable not in whole]
    random.shuffle(order)
    counted = set(order[: random.randint(1, len(order))])
    random.shuffle(order)
    number = len({true & counted for true in answers(problem, fixed)})
    assert following(problem, [*order, *whole], counted, fixed).number() == number


def test_more_states_than_may_be_are_not_followed() -> None:
    problem = Problem()
    order = [problem.variable() for _ in range(12)]
    problem.bound("r", [(1 << n, literal) for n, literal in enumerate(order)], high=2_000)
    assert following(problem, order, set(order), []).number() == 2_001
    with pytest.raises(TooManyStatesError):
        following(problem, order, set(order), []).number(most=100)


def test_a_conjunction_is_what_its_literals_are() -> None:
    problem = Problem(4, {}, {}, [Conjunction(4, (2, -3))])
    problem.demand("r", -4)
    assert following(problem, [2, 3, 4], {2, 3}, []).number() == 3
    assert following(problem, [2, 3, 4], {2, 3}, [2]).number() == 1
