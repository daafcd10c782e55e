"""Many routes judged at once: the same as one by one, to the letter."""

from pathlib import Path

import pytest
from oracle.comparing import load
from oracle.generate import world_of

from routeplanner import api
from routeplanner.engine import cohort
from routeplanner.engine.cohort import Problems
from routeplanner.engine.lowering import lower
from routeplanner.engine.scope import scope_of
from routeplanner.engine.selection import select
from routeplanner.present.contract_verdict import verdicts_json
from routeplanner.present.verdicts import verdict_row
from routeplanner.present.words import Words

SEEDS = range(7_000_000, 7_000_060)
COLLEGE = Path(__file__).parents[2] / "rules" / "voorbeeldcollege"


@pytest.fixture(scope="module")
def curricula(tmp_path_factory: pytest.TempPathFactory) -> list[api.Curriculum]:
    folder = tmp_path_factory.mktemp("worlds")
    loaded = [load(world_of(seed), folder) for seed in SEEDS]
    return [api.load(COLLEGE), *(curriculum for curriculum in loaded if curriculum.ok)]


@pytest.mark.parametrize("many", [1, 1_000])
def test_routes_together_are_judged_as_each_is_alone(
    many: int, curricula: list[api.Curriculum], monkeypatch: pytest.MonkeyPatch
):
    """With all in bits where they can be, and with none."""
    monkeypatch.setattr(cohort, "_MANY", many)
    words = Words("nl")
    for curriculum in curricula:
        routes = curriculum.routes.values()
        alone = [api.judge(curriculum, route) for route in routes]
        together = list(api.judge_all(curriculum, routes))
        assert [verdict_row(v, words) for v in together] == [verdict_row(v, words) for v in alone]
        assert verdicts_json(together, words) == verdicts_json(alone, words)


def test_a_problem_is_shared_only_where_it_is_the_same(curricula: list[api.Curriculum]):
    shared = 0
    for curriculum in curricula:
        problems = Problems()
        given = set()
        for route in curriculum.routes.values():
            selection = select(curriculum, route)
            scope = scope_of(selection)
            problem = problems.of(selection, scope)
            shared += id(problem) in given
            given.add(id(problem))
            assert problem == lower(selection, scope)
    assert shared > 0
