"""What the product answers about a route, beside its verdict, is what trying everything gives."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from oracle import oracle
from oracle import world as w
from oracle.answers import pairs, wrong
from oracle.comparing import judged, load
from oracle.generate import world_of
from oracle.words import to_text
from oracle.world import World

CAMPAIGN = os.environ.get("ROUTEPLANNER_CAMPAIGN") == "1"
CHUNKS, CHUNK = (1_000, 500) if CAMPAIGN else (40, 500)
"""Routes of which every answer is looked at."""
SEEDS = 100_000
"""Seeds that a chunk may use."""


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_answer_is_right(chunk: int, tmp_path: Path):
    done = 0
    for seed in range(chunk * SEEDS + 50_000, (chunk + 1) * SEEDS):
        world = world_of(seed)
        for pair in pairs(world, tmp_path):
            with suppress(oracle.TooLarge):
                assert list(wrong(pair)) == [], f"seed {seed}, {pair.route.naam}\n{to_text(world)}"
                done += 1
        if done >= CHUNK:
            return
    pytest.fail(f"only {done} routes were looked at")


@pytest.mark.parametrize("chunk", range(CHUNKS // 10))
def test_a_rule_that_must_hold_never_makes_a_route_better(chunk: int, tmp_path: Path):
    """A rule that lets something count for something else is a part of the rule that it softens."""
    done = 0
    for seed in range(chunk * SEEDS + 80_000, (chunk + 1) * SEEDS):
        world = world_of(seed)
        for without in _fewer(world):
            done += _none_better(without, world, tmp_path)
        if done >= CHUNK:
            return
    pytest.fail(f"only {done} routes were looked at")


_ORDER = ("ongeldig", "onvolledig", "geldig")


def _fewer(world: World) -> Iterator[World]:
    """Yield the world without one of its rules, for each that only asks for more."""
    for regel in world.regels:
        softens = regel.neemt_over or any(isinstance(z, w.InPlaatsVan | w.TeltAls) for z in regel.zinnen)
        named = any(
            regel.id in z.regels for r in world.regels for z in r.zinnen if isinstance(z, w.NietDubbel)
        )
        taken = any(regel.id in other.neemt_over for other in world.regels)
        if not (softens or named or taken):
            yield replace(world, regels=tuple(other for other in world.regels if other is not regel))


def _none_better(without: World, world: World, folder: Path) -> int:
    (folder / "more").mkdir(exist_ok=True)
    less, more = load(without, folder), load(world, folder / "more")
    if not (less.ok and more.ok):
        return 0
    for route in world.routes:
        before, after = judged(less, route)[0], judged(more, route)[0]
        assert _ORDER.index(after) <= _ORDER.index(before), f"{route.naam}\n{to_text(world)}"
    return len(world.routes)
