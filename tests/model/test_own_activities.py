from dataclasses import replace

import pytest
from engine.judging import pupil, route_of, states

from routeplanner import api
from routeplanner.api import Curriculum, Route
from routeplanner.model.curriculum import Gekozen
from routeplanner.model.own_activities import EigenActiviteit, own_choice, with_own_activities
from routeplanner.model.quantities import Minuten

ASKS = """
regel netwerk
  minstens één activiteit met competentie netwerken

regel uren
  minstens 10 uur activiteiten
"""
# `Zomerwerk` stands in the texts of this school, without a competentie
JOB = EigenActiviteit("Krantenwijk", ("netwerken",), Minuten(600))


def chosen(curriculum: Curriculum, *names: str) -> Route:
    route = route_of(curriculum, "Leerling")
    return replace(
        route,
        gekozen=tuple(Gekozen(own_choice(curriculum, name), None, (), None, route.span) for name in names),
    )


def standing(eigen: EigenActiviteit, *names: str) -> dict[str, str]:
    curriculum = with_own_activities(pupil(more=ASKS), [eigen])
    return states(api.validate(curriculum, chosen(curriculum, *names)))


def test_a_rule_that_asks_for_a_competentie_counts_what_a_pupil_does_outside_school() -> None:
    before = pupil(more=ASKS)
    assert states(api.validate(before, chosen(before)))["netwerk"] == "overtreden"
    assert standing(JOB)["netwerk"] == "open"
    assert standing(JOB, "Krantenwijk")["netwerk"] == "voldaan"
    assert standing(replace(JOB, competenties=("werkexploratie",)), "Krantenwijk")["netwerk"] == "overtreden"


@pytest.mark.parametrize("competentie", ["Netwerken", " netwerken "])
def test_a_competentie_is_a_competentie_however_it_is_written(competentie: str) -> None:
    assert standing(replace(JOB, competenties=(competentie,)), "krantenwijk")["netwerk"] == "voldaan"


def test_an_older_word_for_a_competentie() -> None:
    curriculum = with_own_activities(
        pupil(more="regel r\n  minstens één activiteit met competentie kwaliteitenreflectie"),
        [EigenActiviteit("Krantenwijk", ("capaciteitenreflectie",))],
    )
    assert states(api.validate(curriculum, chosen(curriculum, "Krantenwijk")))["r"] == "voldaan"


def test_what_the_school_offers_under_that_name_counts_as_the_school_says() -> None:
    own = EigenActiviteit("zomerwerk", ("netwerken",))
    curriculum = pupil(more=ASKS)
    assert with_own_activities(curriculum, [own]).aanbod == curriculum.aanbod
    assert states(api.validate(curriculum, chosen(curriculum, "zomerwerk")))["netwerk"] == "overtreden"


def test_the_texts_stay_as_they_are() -> None:
    curriculum = pupil(more=ASKS)
    assert with_own_activities(curriculum, []) == curriculum
    assert set(with_own_activities(curriculum, [JOB]).aanbod) - set(curriculum.aanbod) == {
        ("activiteit", "krantenwijk")
    }


def test_nothing_the_school_offers_is_refused_for_it() -> None:
    assert standing(JOB, "Krantenwijk")["aanbod"] == "voldaan"
