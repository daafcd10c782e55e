"""Asks the product and the oracle the same, and says where they differ."""

from __future__ import annotations

import tempfile
from pathlib import Path

from oracle import oracle
from oracle.generate import world_of
from oracle.shrink import shrunk
from oracle.words import to_text
from oracle.world import Route, World

from routeplanner import api
from routeplanner.model.curriculum import Curriculum

Answer = tuple[str, dict[str, str]]


def load(world: World, folder: Path) -> Curriculum:
    """Return what the product makes of the text of a world."""
    path = folder / "wereld.lob"
    path.write_text(to_text(world), encoding="utf-8")
    return api.load(path)


def judged(curriculum: Curriculum, route: Route) -> Answer:
    """Return the verdict of the product, and the states of its rules."""
    verdict = api.judge(curriculum, curriculum.routes[route.naam.lower()], seconds=60)
    return verdict.verdict, {rule.id: rule.state for rule in verdict.rules}


def compare(seed: int, folder: Path, *, explain: bool = True) -> tuple[int, list[str]]:
    """Return how many pairs the world of a seed gave, and what the two judge differently.

    A world whose text has errors gives none, and a route with too much to try is left out.
    """
    world = world_of(seed)
    curriculum = load(world, folder)
    expected = {
        route: answer for route in world.routes if curriculum.ok and (answer := _expected(world, route))
    }
    wrong = [route for route, answer in expected.items() if judged(curriculum, route) != answer]
    if not wrong:
        return len(expected), []
    return len(expected), [explained(seed, world, wrong[0]) if explain else f"seed {seed}"]


def _expected(world: World, route: Route) -> Answer | None:
    try:
        return oracle.judge(world, route)
    except oracle.TooLarge:
        return None


def explained(seed: int, world: World, route: Route) -> str:
    """Return the first difference in as small a text as was found."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = sorted(differences(world, route, folder))[:1]
        world, route = shrunk(world, route, lambda w, r: differences(w, r, folder) >= set(first))
        product, expected = judged(load(world, folder), route), oracle.judge(world, route)
    answers = f"product: {_shown(product)}\noracle:  {_shown(expected)}"
    return f"seed {seed}, {first}\n{answers}\n\n{to_text(world)}"


def differences(world: World, route: Route, folder: Path) -> set[tuple[str, str, str]]:
    """Return the rules with different states; without any, the verdict where that differs."""
    curriculum = load(world, folder)
    if not curriculum.ok:
        return set()
    product, expected = judged(curriculum, route), _expected(world, route)
    if expected is None:
        return set()
    states = (
        (rule, product[1].get(rule, ""), expected[1].get(rule, "")) for rule in product[1] | expected[1]
    )
    rules = {(rule, one, other) for rule, one, other in states if one != other}
    return rules or ({("oordeel", product[0], expected[0])} if product[0] != expected[0] else set())


def _shown(answer: Answer) -> str:
    notable = (f"{rule} {state}" for rule, state in sorted(answer[1].items()) if state != oracle.VOLDAAN)
    return ", ".join([answer[0], *notable])
