"""What a route adds up to."""

from engine.judging import selected

from routeplanner.engine.totals import total, totals
from routeplanner.model.rules import Grootheid, Maat


def sums(*sentences: str) -> dict[str, tuple[int, int]]:
    """Each total that is shown: what is known, and how many parts are not."""
    return {found.naam: (found.waarde, found.onbekend) for found in totals(selected(*sentences))}


def test_what_is_nothing_is_not_shown() -> None:
    assert sums() == {}


def test_each_total_of_a_route() -> None:
    chosen = (
        "verdiept VT/K/9",
        "verbreedt met HV/K/9",
        'kiest keuzemodule "Lassen"',
        'loopt stage "Kijken"',
        'kiest activiteit "Dossier"',
        "kiest vak economie",
    )
    assert sums(*chosen) == {
        "verdiepingen": (2, 0),
        "uur verdieping": (28 * 60, 0),
        "verbredingen": (1, 0),
        "uur verbreding": (32 * 60, 0),
        "uur maatwerk": (60 * 60, 0),
        "keuzemodules": (1, 0),
        "stages": (1, 0),
        "weken stage": (2, 0),
        "activiteiten": (1, 0),
        "vakken": (1, 0),
    }


def test_what_has_no_known_hours_is_told_apart() -> None:
    assert sums("verbreedt met HV/K/9 en 12")["uur verbreding"] == (32 * 60, 1)


def test_a_total_that_is_nothing_can_be_asked_for() -> None:
    found = total(selected(), Grootheid.VERBREDING, Maat.MINUTEN)
    assert (found.naam, found.waarde, found.onbekend) == ("uur verbreding", 0, 0)
