"""Best answers, against trying everything."""

from __future__ import annotations

import time
from random import Random

import pytest
from engine.small_problems import answers, free, is_answer, made_up, value

from routeplanner.engine.limits import OutOfTimeError
from routeplanner.engine.normal import Problem
from routeplanner.engine.optimise import Bound, Optimiser

SECONDS = 20.0


@pytest.mark.parametrize("seed", range(150))
def test_the_best_is_the_best_of_all_there_are(seed: int) -> None:
    problem, sums, fixed = made_up(seed)
    expected = min(
        (tuple(value(terms, true) for terms in sums) for true in answers(problem, fixed)), default=None
    )
    best = Optimiser(problem, fixed, seconds=SECONDS).best(sums)
    assert (best and best.values) == expected
    assert best is None or (best.proven and is_answer(problem, best.true))


@pytest.mark.parametrize("seed", range(150))
def test_after_the_best_the_best_within_bounds_is_found_too(seed: int) -> None:
    problem, sums, fixed = made_up(seed)
    optimiser = Optimiser(problem, fixed, seconds=SECONDS)
    first = optimiser.best(sums)
    if first is None:
        assert not list(answers(problem, fixed))
        return
    other = [(1, -v if v in first.true else v) for v in range(2, problem.size + 1)]
    for distance in (0, 1, 3):
        there = [true for true in answers(problem, fixed) if value(other, true) >= distance]
        expected = min((tuple(value(terms, true) for terms in sums) for true in there), default=None)
        best = optimiser.best(sums, [Bound(other, distance, None)])
        assert (best and best.values) == expected
        assert best is None or (best.proven and is_answer(problem, best.true))


def test_the_made_up_problems_are_of_all_kinds() -> None:
    found = [len(list(answers(problem, fixed))) for problem, _, fixed in map(made_up, range(150))]
    assert sum(not count for count in found) > 15
    assert sum(count > 20 for count in found) > 30


def test_what_is_asked_first_matters_most() -> None:
    problem = Problem()
    one, other = free(problem, 2)
    problem.bound("r", [(1, one), (1, other)], low=1)
    best = Optimiser(problem, (), seconds=SECONDS).best([[(1, one)], [(9, other)]])
    assert best is not None
    assert best.values == (0, 9)


def test_a_bound_holds_for_one_question() -> None:
    problem = Problem()
    one, other = free(problem, 2)
    optimiser = Optimiser(problem, (), seconds=SECONDS)
    sums = [[(1, one), (1, other)]]
    for _ in range(2):
        bound = optimiser.best(sums, [Bound([(1, one), (1, other)], 1, None)])
        assert bound is not None
        assert bound.values == (1,)
        unbound = optimiser.best(sums)
        assert unbound is not None
        assert unbound.values == (0,)


def test_after_a_question_without_an_answer_the_next_has_one() -> None:
    problem = Problem()
    (one,) = free(problem, 1)
    optimiser = Optimiser(problem, (), seconds=SECONDS)
    assert optimiser.best([[(1, one)]], [Bound([(1, one)], 2, None)]) is None
    assert optimiser.best([[(-1, one)]]) is not None


def test_a_number_can_be_as_high_as_it_may() -> None:
    problem = Problem()
    optimiser = Optimiser(problem, (), seconds=SECONDS)
    number = optimiser.number(7)
    best = optimiser.best([[(-1, number)]])
    assert best is not None
    assert best.values == (-7,)


def test_without_sums_there_is_still_an_answer() -> None:
    problem = Problem()
    (one,) = free(problem, 1)
    problem.demand("r", one)
    best = Optimiser(problem, (), seconds=SECONDS).best([])
    assert best is not None
    assert one in best.true


@pytest.mark.parametrize("huge", [10**9, 60 * 999_999_999])
def test_sums_too_large_for_numbers_with_a_point_are_right(huge: int) -> None:
    problem = Problem()
    one, other, third = free(problem, 3)
    problem.bound("most", [(huge, one), (1, other), (1, third)], high=1)
    best = Optimiser(problem, (), seconds=SECONDS).best([[(-1, one), (-1, other), (-1, third)]])
    assert best is not None
    assert best.values == (-1,)


def test_a_bound_that_is_too_large_is_never_proven() -> None:
    problem = Problem()
    one, other = free(problem, 2)
    problem.bound("least", [(10**12 + 1, one), (10**12, other)], low=10**12 + 1)
    best = Optimiser(problem, (), seconds=SECONDS).best([[(1, one)]])
    assert best is not None
    assert not best.proven
    assert is_answer(problem, best.true)


def test_without_time_there_is_no_answer() -> None:
    problem = Problem()
    (one,) = free(problem, 1)
    with pytest.raises(OutOfTimeError):
        Optimiser(problem, (), seconds=0).best([[(1, one)]])


def test_a_search_that_explodes_ends_at_its_limit() -> None:
    problem, random = Problem(), Random(1)  # noqa: S311 - a test
    items = free(problem, 60)
    for _ in range(6):  # market split: hard for every solver of this kind
        weights = [random.randrange(100) for _ in items]
        problem.bound("half", zip(weights, items, strict=True), low=sum(weights) // 2, high=sum(weights) // 2)
    start = time.monotonic()
    with pytest.raises(OutOfTimeError):
        Optimiser(problem, (), seconds=0.3).best([[(1, item) for item in items]])
    assert time.monotonic() - start < 5


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    problem = Problem()
    (one,) = free(problem, 1)
    Optimiser(problem, (), seconds=SECONDS).best([[(1, one)]])
    assert capfd.readouterr() == ("", "")
