"""Every question to the planner, for a pupil of each bundled school. Milliseconds of processor time; target 50."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bench.measuring import ROOT, timed

import routeplanner as rp
from routeplanner import api
from routeplanner.engine.options import Option, Status
from routeplanner.engine.planner import Planner
from routeplanner.model.rules import Keuze

SCHOOLS = {
    "voorbeeldcollege": {"programma": "VT", "leerweg": "KB", "doel": "Autoverkoper"},
    "profielschool": {"programma": "MET", "leerweg": "KB", "doel": "Verkoopadviseur mobiliteit"},
}


@pytest.mark.parametrize("name", SCHOOLS)
def test_a_bundled_school(name: str) -> None:
    curriculum = rp.load(ROOT / "rules" / name)
    route = rp.Route.new(**SCHOOLS[name])
    options = api.planner(curriculum, route).options()
    chosen = next(option.keuze for option in options if option.status is Status.OPEN)
    closed = _closed(options)
    questions: dict[str, Callable[[Planner], object]] = {
        "the first verdict": lambda planner: planner.verdict(),
        "verdict after a click": lambda planner: planner.choose(chosen),
        "the best completion": lambda planner: planner.verdict().plan,
        "options": lambda planner: planner.options(),
        "why": lambda planner: planner.why(closed),
        "count": lambda planner: planner.count(),
        "suggest, one": lambda planner: planner.suggest(1),
        "suggest, three": lambda planner: planner.suggest(3),
    }
    print(f"\n{name}: {len(options)} choices")
    for question, ask in questions.items():
        planners: list[Planner] = []

        def begin(question: str = question, planners: list[Planner] = planners) -> None:
            """Begin a conversation: what was asked before in one is only told again."""
            planners.append(Planner(curriculum, route))
            if question != "the first verdict":
                planners[-1].options()

        taken = timed(lambda ask=ask, planners=planners: ask(planners[-1]), before=begin)
        print(f"  {question:<24} {taken.processor:>8.1f} ms cpu {taken.wall:>8.1f} ms")


def _closed(options: tuple[Option, ...]) -> Keuze:
    """Return a choice that is closed for this pupil; where none is, the first that can be made."""
    return next(option.keuze for option in (*(o for o in options if o.status is Status.CLOSED), *options))
