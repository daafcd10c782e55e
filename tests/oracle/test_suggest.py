"""Suggestions against trying everything: none is better than the first, and each is geldig to the oracle too."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from oracle import oracle, suggesting
from oracle.comparing import load
from oracle.generate import world_of
from oracle.words import to_text
from oracle.world import Route, World

from routeplanner.engine.repairs import repairs
from routeplanner.engine.suggest import suggest
from routeplanner.engine.suggestion import Suggestions
from routeplanner.engine.verdict import Oordeel, judge
from routeplanner.model import curriculum as model

CHUNKS = 100 if os.environ.get("ROUTEPLANNER_CAMPAIGN") == "1" else 4
SEEDS = 20
"""Per chunk."""
SECONDS = 20.0


class Differs(Exception):  # noqa: N818 - it is no error of the test
    """What was suggested is not what it should be."""


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_nothing_is_better_than_the_first_and_all_are_geldig(chunk: int, tmp_path: Path) -> None:
    seen: Counter[str] = Counter()
    for seed in range(chunk * SEEDS, (chunk + 1) * SEEDS):
        world = world_of(seed)
        curriculum = load(world, tmp_path)
        for route in world.routes if curriculum.ok else ():
            try:
                seen[compared(seed, curriculum, world, route)] += 1
            except Differs as difference:
                pytest.fail(f"seed {seed}, route {route.naam}: {difference}\n{to_text(world)}")
    assert seen["best"] > SEEDS
    assert seen["changed"] > SEEDS // 4
    assert seen["none"] > SEEDS // 4


def compared(seed: int, curriculum: model.Curriculum, world: World, route: Route) -> str:
    """Return what kind of answer was right.

    Raises:
        Differs: It was not right.
    """
    try:
        ways = list(suggesting.finished(world, route))
    except oracle.TooLarge:
        return "too much to try"
    wens = suggesting.wens_of(seed, world)
    texts, mine = suggesting.wishing(curriculum, route, wens)
    found = suggest(texts, mine, seconds=SECONDS)
    wrong = next(complaints(texts, world, route, found), None)
    if wrong is not None:
        raise Differs(wrong)
    strict = [suggestion for suggestion in found.found if not suggestion.score.weg]
    if not ways:
        if strict:
            raise Differs("it can be finished, although the oracle finds no way")
        return "changed" if found.found else "none"
    ongewis = suggesting.without_size(texts, mine)
    best = min(ways, key=lambda way: suggesting.score_of(world, route, way, wens, ongewis))
    score = suggesting.score_of(world, route, best, wens, ongewis)
    if strict and suggesting.score_told(strict[0].score) == score:
        return "best"
    raise Differs(f"{best.gekozen} has {score}, but {strict[:1]} was given, with {wens}")


def complaints(texts: model.Curriculum, world: World, route: Route, found: Suggestions) -> Iterator[str]:
    """Yield what no suggestion may be, whatever is best."""
    if not found.complete:
        yield "the search was not finished"
    for suggestion in found.found:
        if judge(texts, suggestion.route).oordeel is not Oordeel.GELDIG:
            yield f"{suggestion} is not geldig"
        if not suggesting.is_geldig(world, suggesting.suggested(world, route, suggestion)):
            yield f"{suggestion} is not geldig to the oracle"
        if set(found.selection.route.afgerond) & {*suggestion.dropped, *suggestion.moved}:
            yield f"{suggestion} takes back what is afgerond"
    if found.found and found.found[0].score.weg:
        verdict = judge(texts, found.selection.route, together=False)
        least = repairs(verdict.selection, verdict.problem, 1, unfinished=True)[0].size
        if found.found[0].score.weg != least:
            yield f"{least} changes are enough, and not {found.found[0].score.weg}"
    if (found.clash is None) != (bool(found.found) and not found.found[0].score.weg):
        yield "a clash is told where there is none, or not told"
