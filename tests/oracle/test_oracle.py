"""The oracle against worlds made by hand, and the product against the oracle."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from oracle import oracle
from oracle.cases import CASES
from oracle.comparing import compare, judged, load
from oracle.everywhere import INGEBOUWD
from oracle.generate import world_of
from oracle.kept import KEPT
from oracle.sentences import Geval
from oracle.words import to_text
from oracle.world import Route, Telling, World

HAND_MADE = CASES | KEPT
CHUNK = 500
"""Pairs of a route and its world."""
CHUNKS = 2_000 if os.environ.get("ROUTEPLANNER_CAMPAIGN") == "1" else 40
SEEDS = 10_000
"""Seeds that a chunk may use."""
VOLDAAN, OPEN, OVERTREDEN, ONGECONTROLEERD = "voldaan", "open", "overtreden", "niet gecontroleerd"


@pytest.mark.parametrize("naam", HAND_MADE)
def test_the_oracle_says_of_a_world_what_anybody_would(naam: str):
    world, oordeel, *expected = HAND_MADE[naam]
    found, standen = oracle.judge(world, world.routes[0])
    by_state = [
        {r for r, s in standen.items() if s == state} for state in (OVERTREDEN, OPEN, ONGECONTROLEERD)
    ]
    assert (found, *by_state) == (oordeel, *expected)


@pytest.mark.parametrize("naam", HAND_MADE)
def test_the_product_says_so_too(naam: str, tmp_path: Path):
    world = HAND_MADE[naam].world
    curriculum = load(world, tmp_path)
    assert curriculum.ok, curriculum.diagnostics
    assert judged(curriculum, world.routes[0]) == oracle.judge(world, world.routes[0]), to_text(world)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_the_product_judges_as_the_oracle_does(chunk: int, tmp_path: Path):
    pairs = worlds = refused = 0
    wrong: list[str] = []
    for seed in range(chunk * SEEDS, (chunk + 1) * SEEDS):
        found, differing = compare(seed, tmp_path, explain=not wrong)
        pairs, worlds, refused = pairs + found, worlds + 1, refused + (not found)
        wrong += differing
        if pairs >= CHUNK:
            break
    assert not wrong, f"{len(wrong)} worlds judged differently\n\n" + "\n".join(wrong)
    assert refused <= worlds * 0.1


@pytest.mark.parametrize("module", ["world", "pupil", "sentences", "everywhere", "oracle"])
def test_the_oracle_shares_no_code_with_the_product(module: str):
    assert "import routeplanner" not in (text := Path(__file__).with_name(f"{module}.py").read_text("utf-8"))
    assert "from routeplanner" not in text


def test_the_worlds_have_something_of_everything():
    standen, oordelen = _shares(range(250))
    for soort, possible in _POSSIBLE.items():
        total = sum(standen[soort].values())
        assert total > 100, soort
        assert set(standen[soort]) <= set(possible), soort
        for stand in possible:
            assert standen[soort][stand] >= 0.005 * total, (soort, stand, standen[soort])
    total = sum(oordelen.values())
    least = {"geldig": 0.2, "onvolledig": 0.1, "ongeldig": 0.2, "samen ongeldig": 0.01}
    for oordeel, share in least.items():
        assert oordelen[oordeel] >= share * total, oordelen


_YES_NO = (VOLDAAN, OVERTREDEN)
_ALL = (VOLDAAN, OPEN, OVERTREDEN, ONGECONTROLEERD)
_POSSIBLE = {
    "telling van aantal": _ALL[:3],
    "telling van minuten": _ALL,
    "telling van weken": _ALL,
    "telling met plaats": _ALL,
    "Verplicht": _ALL[:3],
    "Nooit": _YES_NO,
    "Vereist": _ALL,
    "NietSamen": _YES_NO,
    "InPlaatsVan": _YES_NO,
    "TeltAls": (VOLDAAN,),
    "Voor": _YES_NO,
    "Als": _ALL,
    "NietDubbel": _ALL,
    "NietGecontroleerd": (ONGECONTROLEERD,),
    **dict.fromkeys(INGEBOUWD, _YES_NO),
    "verkennen-verplicht": _ALL[:3],
    "past-in-de-weken": (VOLDAAN, OVERTREDEN, ONGECONTROLEERD),
}


def _shares(seeds: range) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """Return the states of each kind of sentence, and the verdicts; those of rules that clash apart."""
    standen: dict[str, Counter[str]] = {soort: Counter() for soort in _POSSIBLE}
    oordelen: Counter[str] = Counter()
    for world in map(world_of, seeds):
        for route in world.routes:
            geval = Geval(world, route)
            for eis in oracle.eisen_van(geval):
                standen[_soort(eis)][oracle.stand(geval, eis)] += 1
            with suppress(oracle.TooLarge):
                oordelen[_oordeel(world, route)] += 1
    return standen, oordelen


def _oordeel(world: World, route: Route) -> str:
    oordeel, standen = oracle.judge(world, route)
    return "samen " + oordeel if oordeel == "ongeldig" and OVERTREDEN not in standen.values() else oordeel


def _soort(eis: oracle.Eis) -> str:
    if eis.zin is None:
        return eis.regel
    if isinstance(eis.zin, Telling):
        placed = eis.zin.per or eis.in_leerjaar
        return "telling met plaats" if placed else f"telling van {eis.zin.maat}"
    return type(eis.zin).__name__
