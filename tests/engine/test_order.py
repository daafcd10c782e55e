"""`docs/nl/betekenis.md`: "A vóór B"."""

from engine.judging import stand

EERST = 'de keuzemodule "Lassen" vóór de stage "Werken"'


def placed(module: str, stage: str) -> str:
    return stand(EERST, f'kiest keuzemodule "Lassen"{module}', f'loopt stage "Werken"{stage}')


def test_an_earlier_periode_holds() -> None:
    assert placed(" in leerjaar 3 periode 1", " in leerjaar 3 periode 2") == "voldaan"


def test_the_same_periode_does_not() -> None:
    assert placed(" in leerjaar 3 periode 2", " in leerjaar 3 periode 2") == "overtreden"


def test_a_later_periode_does_not() -> None:
    assert placed(" in leerjaar 3 periode 3", " in leerjaar 3 periode 2") == "overtreden"


def test_leerjaren_come_before_perioden() -> None:
    assert placed(" in leerjaar 3 periode 4", " in leerjaar 4 periode 1") == "voldaan"
    assert placed(" in leerjaar 4 periode 1", " in leerjaar 3 periode 4") == "overtreden"


def test_what_has_no_place_may_stand_anywhere() -> None:
    assert placed("", " in leerjaar 3 periode 2") == "voldaan"
    assert placed(" in leerjaar 3 periode 2", "") == "voldaan"
    assert placed("", "") == "voldaan"


def test_before_the_first_periode_there_is_no_place() -> None:
    assert placed("", " in leerjaar 3 periode 1") == "overtreden"


def test_after_the_last_periode_there_is_no_place() -> None:
    assert placed(" in leerjaar 4 periode 4", "") == "overtreden"


def test_within_one_leerjaar_there_is_room_for_both() -> None:
    assert placed(" in leerjaar 3", " in leerjaar 3") == "voldaan"


def test_what_has_no_place_stands_where_it_is_given() -> None:
    # EHBO is given in periode 1 and 2
    regel = 'de stage "Werken" vóór de keuzemodule "EHBO"'
    late = 'loopt stage "Werken" in leerjaar 4 periode 2'
    assert stand(regel, 'kiest keuzemodule "EHBO"', late) == "overtreden"


def test_without_both_it_asks_nothing() -> None:
    assert stand(EERST, 'loopt stage "Werken" in leerjaar 3 periode 1') == "voldaan"


def test_each_of_the_left_comes_before_each_of_the_right() -> None:
    regel = 'de keuzemodule "Lassen" en de keuzemodule "Feest" vóór de stage "Werken"'
    chosen = (
        'kiest keuzemodule "Lassen" in leerjaar 3 periode 1',
        'kiest keuzemodule "Feest" in leerjaar 3 periode 3',
        'loopt stage "Werken" in leerjaar 3 periode 2',
    )
    assert stand(regel, *chosen) == "overtreden"
