"""Small made-up problems, and all the answers to one, by trying everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from random import Random

from routeplanner.engine.normal import TRUE, Lit, Problem
from routeplanner.engine.rows import Term


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
