"""An independent solver agrees on what is possible, what is the least that is missing, and what is open."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from oracle.comparing import load
from oracle.generate import world_of
from second.cpsat import SecondOpinion

import routeplanner as rp
from routeplanner.engine.joint import kept
from routeplanner.engine.options import Status, options
from routeplanner.engine.verdict import Verdict
from routeplanner.model.curriculum import Curriculum

RULES = Path(__file__).parents[2] / "rules"
SCHOOLS = {name: rp.load(RULES / name) for name in ("voorbeeldcollege", "profielschool")}
ROUTES = [(school, route) for school, curriculum in SCHOOLS.items() for route in curriculum.routes]
WORLDS = 12_500 if os.environ.get("ROUTEPLANNER_CAMPAIGN") == "1" else 250
"""Per chunk, each with eight routes."""
CHUNKS = 10
SEED = 7_000_000


@pytest.mark.parametrize(("school", "route"), ROUTES)
def test_the_routes_of_the_schools(school: str, route: str):
    curriculum = SCHOOLS[school]
    verdict = rp.judge(curriculum, curriculum.routes[route])
    agree_on_verdict(verdict)
    agree_on_options(verdict)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_generated_routes(chunk: int, tmp_path: Path):
    seen = 0
    for seed in range(SEED + chunk * WORLDS, SEED + (chunk + 1) * WORLDS):
        seen += _world(load(world_of(seed), tmp_path))
    assert seen > WORLDS * 7


def _world(curriculum: Curriculum) -> int:
    routes = list(curriculum.routes.values()) if curriculum.ok else []
    for route in routes:
        agree_on_verdict(rp.judge(curriculum, route))
    return len(routes)


def agree_on_verdict(verdict: Verdict) -> None:
    """Assert that the verdict is what the second opinion says of the same problem."""
    selection, problem = verdict.selection, verdict.problem
    fixed = [literal for literals in kept(selection, problem) for literal in literals]
    added = [literal for keuze, literal in problem.choices.items() if keuze not in selection.gekozen]
    least = SecondOpinion(problem).least(fixed, added)
    said = "ongeldig" if least is None else "onvolledig" if least else "geldig"
    assert verdict.verdict == said
    if verdict.plan is not None:
        assert len(verdict.plan.added) == least


def agree_on_options(verdict: Verdict) -> None:
    """Assert that what is open, forced and closed is what the second opinion says."""
    selection, problem = verdict.selection, verdict.problem
    fixed = [literal for literals in kept(selection, problem) for literal in literals]
    second = SecondOpinion(problem)
    for option in options(selection, problem):
        if option.status is not Status.CHOSEN:
            literal = problem.choices[option.keuze]
            can = second.possible([*fixed, literal])
            must = can and not second.possible([*fixed, -literal])
            said = Status.FORCED if must else Status.OPEN if can else Status.CLOSED
            assert option.status is said, option.keuze
