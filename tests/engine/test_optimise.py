"""Best answers, against trying everything."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from itertools import product
from random import Random

import pytest

from routeplanner.engine.limits import OutOfTimeError
from routeplanner.engine.normal import TRUE, Lit, Problem
from routeplanner.engine.optimise import Bound, Optimiser
from routeplanner.engine.rows import Term

SECONDS = 20.0


def free(problem: Problem, count: int) -> list[Lit]:
    return [problem.variable() for _ in range(count)]


def value(terms: Iterable[Term], true: frozenset[int]) -> int:
    return sum(weight for weight, literal in terms if (abs(literal) in true) == (literal > 0))


def answers(problem: Problem, fixed: Iterable[Lit] = ()) -> Iterator[frozenset[int]]:
    """Yield every answer, by trying them all."""
    derived = {conjunction.variable for conjunction in problem.conjunctions}
    variables = [v for v in range(2, problem.size + 1) if v not in derived]
    for values in product((False, True), repeat=len(variables)):
        true = {TRUE, *(v for v, on in zip(variables, values, strict=True) if on)}
        for variable, literals in problem.conjunctions:
            if all((abs(lit) in true) == (lit > 0) for lit in literals):
                true.add(variable)
        found = frozenset(true)
        if all((abs(lit) in found) == (lit > 0) for lit in fixed) and is_answer(problem, found):
            yield found


def is_answer(problem: Problem, true: frozenset[int]) -> bool:
    for _, guard, terms, low, high in problem.constraints:
        if all((abs(lit) in true) == (lit > 0) for lit in guard):
            total = value(terms, true)
            if (low is not None and total < low) or (high is not None and total > high):
                return False
    return True


def made_up(seed: int) -> tuple[Problem, list[list[Term]], list[Lit]]:
    """Return a small problem, two sums, and what is fixed."""
    random = Random(seed)  # noqa: S311 - a test
    problem = Problem()
    variables = free(problem, 7)

    def literals(most: int) -> list[Lit]:
        return [random.choice((1, -1)) * v for v in random.sample(variables, random.randint(1, most))]

    for _ in range(2):
        variables.append(abs(problem.all_of(literals(3))))
    for _ in range(random.randint(2, 7)):
        terms = [(random.choice((1, 1, 2, 15, 60)), literal) for literal in literals(4)]
        most = sum(weight for weight, _ in terms)
        low = random.choice((None, random.randint(0, most)))
        high = random.choice((None, random.randint(low or -1, most + 1)))
        problem.bound("r", terms, low, high, guard=literals(2) if random.random() < 0.6 else ())
    sums = [[(random.randint(-3, 9), literal) for literal in literals(5)] for _ in range(2)]
    return problem, sums, literals(1) if random.random() < 0.3 else []


@pytest.mark.parametrize("seed", range(150))
def test_the_best_is_the_best_of_all_there_are(seed: int) -> None:
    problem, sums, fixed = made_up(seed)
    expected = min(
        (tuple(value(terms, true) for terms in sums) for true in answers(problem, fixed)), default=None
    )
    best = Optimiser(problem, fixed, seconds=SECONDS).best(sums)
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
