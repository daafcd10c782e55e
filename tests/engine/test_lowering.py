"""Rules in the normal form say what they say one by one, to the minute and to the piece."""

from engine.judging import SCHOOL, judged, pupil, route_of

from routeplanner import api
from routeplanner.api import Curriculum

LESUUR = 49
"""Minutes that have no divisor in common with an hour, so that hours and lesuren can differ by one minute."""
ROOSTER = SCHOOL.replace(
    "  perioden: 4\n",
    f"  perioden: 4\n  weken per periode: 8\n  lesuur: {LESUUR} minuten\n  lesuren per week: 5\n",
    1,
)
"""With room for 40 lesuren in each periode."""


def status(curriculum: Curriculum, choice: str) -> str:
    """Return how a choice stands for the one pupil."""
    with api.Planner(curriculum, route_of(curriculum, "Leerling")) as planner:
        return next(o.status.value for o in planner.options() if str(o.keuze) == choice)


def beside_nine_hours(lesuren: int) -> str:
    """Return how a deepening of nine hours stands beside a module of some lesuren in the only periode for both."""
    school = ROOSTER.replace(
        'deel "Uitlijnen": 12 uur', 'deel "Uitlijnen": 9 uur\n    leerjaar: 4\n    perioden: 1'
    )
    more = f'keuzemodule "Vol": {lesuren} lesuur'
    curriculum = pupil('kiest keuzemodule "Vol" in leerjaar 4 periode 1', school=school, more=more)
    return status(curriculum, 'verdieping "Uitlijnen" van VT/K/8')


def test_what_fits_a_periode_is_open() -> None:
    assert beside_nine_hours(28) == "open"


def test_what_is_a_minute_too_long_is_closed() -> None:
    assert 9 * 60 + 29 * LESUUR == 40 * LESUUR + 1
    assert beside_nine_hours(29) == "closed"


def test_what_is_there_itself_does_not_count_once_more_for_what_counts_as_it() -> None:
    rules = """
regel gelijk
  de activiteit "Zomerwerk" telt als de stage "Kijken"

regel twee
  minstens twee stages

regel dossier
  verplicht de activiteit "Dossier"
"""
    curriculum = pupil('loopt stage "Kijken"', 'kiest activiteit "Zomerwerk"', more=rules)
    plan = judged(curriculum, "Leerling").plan
    assert plan is not None
    assert list(map(str, plan.added)) == ['stage "Werken"', 'activiteit "Dossier"']
