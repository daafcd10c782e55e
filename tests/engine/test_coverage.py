"""A rule that no voorbeeld would miss: taking it away changes what comes of none, tried one by one."""

from dataclasses import replace

import pytest
from engine.judging import bundled

from routeplanner.api import Curriculum
from routeplanner.engine.coverage import coverage
from routeplanner.engine.examples import run

SCHOOL = bundled("voorbeeldcollege")


def tried_one_by_one(curriculum: Curriculum) -> list[str]:
    was = [(o.klopt, o.beslist, o.verschillen) for o in run(curriculum)]
    missed = []
    for key, regel in curriculum.regels.items():
        regels = {other: one for other, one in curriculum.regels.items() if other != key}
        without = replace(curriculum, regels=regels)
        if regel.hard and [(o.klopt, o.beslist, o.verschillen) for o in run(without)] == was:
            missed.append(regel.id)
    return missed


@pytest.mark.parametrize("which", [slice(0, 5), slice(5, 10), slice(20, 26), slice(40, 50)])
def test_it_is_what_trying_one_by_one_gives(which: slice) -> None:
    some = replace(SCHOOL, voorbeelden=SCHOOL.voorbeelden[which])
    missed = [regel.id for regel in coverage(some, tuple(run(some))).missed]
    assert missed == tried_one_by_one(some)
    assert missed


@pytest.mark.parametrize("school", ["voorbeeldcollege", "profielschool"])
def test_every_rule_of_a_bundled_school_is_looked_after(school: str) -> None:
    curriculum = bundled(school)
    found = coverage(curriculum, tuple(run(curriculum)))
    assert found.regels
    assert found.missed == ()


def test_what_is_advice_is_not_asked_for() -> None:
    ids = {regel.id for regel in coverage(SCHOOL, ()).regels}
    assert "maatwerk-max" in ids
    assert not ids & {"dossier", "buurt"}
