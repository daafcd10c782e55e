import pytest
from engine.judging import pupil, route_of, states

from routeplanner import api
from routeplanner.dossier.feeding import Fed, feed
from routeplanner.dossier.records_lob import Ervaring, Soort, Staat

ASKS = """
regel netwerk
  minstens één activiteit met competentie netwerken

regel stages
  minstens 2 weken stage
"""


def fed(*ervaringen: Ervaring, sentences: tuple[str, ...] = ()) -> Fed:
    curriculum = pupil(*sentences, more=ASKS)
    return feed(curriculum, route_of(curriculum, "Leerling"), ervaringen)


def stage(  # what the test is about may be given
    staat: Staat,
    *,
    keuze: str | None = 'stage "Kijken"',
    leerjaar: int | None = None,
    periode: int | None = None,
) -> Ervaring:
    return Ervaring(
        leerling="1",
        soort=Soort.STAGE,
        naam="Bij de garage",
        keuze=keuze,
        staat=staat,
        leerjaar=leerjaar,
        periode=periode,
    )


def job(naam: str = "Krantenwijk", *competenties: str, **known: int) -> Ervaring:
    return Ervaring(
        leerling="1",
        soort=Soort.EIGEN,
        naam=naam,
        competenties=competenties,
        staat=Staat.BEZIG,
        minuten=known.get("minuten"),
        leerjaar=known.get("leerjaar"),
        periode=known.get("periode"),
    )


def chosen(found: Fed) -> dict[str, tuple[int | None, tuple[int, ...]]]:
    return {str(one.keuze): (one.leerjaar, one.perioden) for one in found.route.gekozen}


def standing(found: Fed) -> dict[str, str]:
    return states(api.validate(found.curriculum, found.route))


def test_a_job_makes_a_rule_of_the_school_voldaan() -> None:
    assert standing(fed())["netwerk"] == "overtreden"
    assert standing(fed(job("Krantenwijk", "netwerken")))["netwerk"] == "voldaan"


def test_a_stage_makes_a_rule_of_the_school_voldaan() -> None:
    assert standing(fed())["stages"] == "open"
    assert standing(fed(stage(Staat.GEPLAND)))["stages"] == "voldaan"


@pytest.mark.parametrize("staat", Staat)
def test_only_what_is_afgerond_is_afgerond(staat: Staat) -> None:
    found = fed(stage(staat))
    assert list(chosen(found)) == ['stage "Kijken"']
    assert [str(keuze) for keuze in found.route.afgerond] == (
        ['stage "Kijken"'] if staat is Staat.AFGEROND else []
    )


def test_a_draft_goes_before_a_plan_and_a_fact_before_a_draft() -> None:
    declined = ('zonder stage "Kijken"',)
    assert chosen(fed(stage(Staat.GEPLAND), sentences=declined)) == {}
    done = fed(stage(Staat.AFGEROND), sentences=declined)
    assert list(chosen(done)) == ['stage "Kijken"']
    assert done.route.afgewezen == ()


def test_the_place_of_a_fact_goes_before_that_of_a_draft() -> None:
    placed = ('loopt stage "Kijken" in leerjaar 3 periode 1',)
    there = {"leerjaar": 4, "periode": 2}
    assert chosen(fed(stage(Staat.GEPLAND, **there), sentences=placed)) == {'stage "Kijken"': (3, (1,))}
    assert chosen(fed(stage(Staat.BEZIG, **there), sentences=placed)) == {'stage "Kijken"': (4, (2,))}
    assert chosen(fed(stage(Staat.BEZIG), sentences=placed)) == {'stage "Kijken"': (3, (1,))}


def test_a_plan_gives_a_place_where_the_draft_has_none() -> None:
    found = fed(stage(Staat.GEPLAND, leerjaar=4, periode=2), sentences=('loopt stage "Kijken"',))
    assert chosen(found) == {'stage "Kijken"': (4, (2,))}


@pytest.mark.parametrize(
    ("leerjaar", "periode", "place"),
    [(2, 1, (None, ())), (3, None, (3, ())), (3, 9, (3, ())), (3, 0, (3, ())), (3, 4, (3, (4,)))],
)
def test_what_was_done_outside_the_years_of_the_school_has_no_place(
    leerjaar: int, periode: int | None, place: tuple[int | None, tuple[int, ...]]
) -> None:
    found = fed(stage(Staat.AFGEROND, leerjaar=leerjaar, periode=periode))
    assert chosen(found) == {'stage "Kijken"': place}


def test_a_choice_that_no_text_has_is_told() -> None:
    found = fed(stage(Staat.AFGEROND, keuze='stage "Verdwenen"'), stage(Staat.BEZIG, keuze="??"))
    assert found.unknown == ('stage "Verdwenen"', "??")
    assert chosen(found) == {}


def test_what_is_no_choice_adds_nothing() -> None:
    found = fed(stage(Staat.AFGEROND, keuze=None))
    assert (chosen(found), found.unknown) == ({}, ())


def test_jobs_of_one_name_are_one() -> None:
    found = fed(job("Krantenwijk", "netwerken", minuten=60), job("krantenwijk", "werkexploratie", minuten=30))
    assert list(chosen(found)) == ['activiteit "Krantenwijk"']
    own = found.curriculum.aanbod["activiteit", "krantenwijk"]
    assert (own.kenmerken.competenties, own.minuten) == (("netwerken", "werkexploratie"), 90)


def test_a_choice_is_known_by_its_name_alone() -> None:
    assert list(chosen(fed(stage(Staat.GEPLAND, keuze="kijken")))) == ['stage "Kijken"']


def test_without_experiences_nothing_changes() -> None:
    curriculum = pupil('loopt stage "Kijken"', more=ASKS)
    route = route_of(curriculum, "Leerling")
    assert feed(curriculum, route, ()) == Fed(curriculum, route, ())
