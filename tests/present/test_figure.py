"""The figure of a route: which blocks there are, in which rows, and how they are drawn."""

import pytest
from engine.judging import bundled, linked, route_of, selected

from routeplanner import api
from routeplanner.model.quantities import Minuten
from routeplanner.present.figure import Box, Figure, Row, figure_of, figure_text, hours, subtitle
from routeplanner.present.words import Words

WORDS = Words()


def figure(*sentences: str, volgt: str = "VT in leerweg KB") -> Figure:
    return figure_of(selected(*sentences, volgt=volgt))


def row(key: str, *sentences: str, volgt: str = "VT in leerweg KB") -> tuple[Box, ...]:
    (found,) = (row for row in figure(*sentences, volgt=volgt).rows if row.key == key)
    return found.boxes


def of_school(school: str, route: str) -> Figure:
    curriculum = bundled(school)
    return figure_of(api.select(curriculum, route_of(curriculum, route)))


# ---- rows and blocks


def test_a_route_without_choices_is_its_programme() -> None:
    assert [row.key for row in figure().rows] == ["programma"]


def test_the_rows_from_top_to_bottom() -> None:
    chosen = (
        "verdiept VT/K/9",
        "verbreedt met HV/K/9",
        'kiest keuzemodule "Lassen"',
        'loopt stage "Kijken"',
        'kiest activiteit "Dossier"',
        "kiest vak economie",
    )
    assert [row.key for row in figure(*chosen).rows] == [
        "verbreding",
        "verdieping",
        "programma",
        "keuzemodules",
        "stages",
        "activiteiten",
        "vakken",
    ]


def test_keuzevakken_have_a_row_whatever_programme_they_are_of() -> None:
    keys = [row.key for row in of_school("profielschool", "Mila Verzonnen").rows]
    assert keys == ["programma", "keuzevakken", "stages", "activiteiten", "vakken"]


def test_a_module_as_keuzevak_stands_among_the_keuzevakken() -> None:
    (row,) = (row for row in of_school("profielschool", "Mila Verzonnen").rows if row.key == "keuzevakken")
    assert [box.name for box in row.boxes] == ["K/EO/05", "P/ZW/03", "K/EO/06", "P/ZW/04"]


@pytest.mark.parametrize(("leerweg", "mark"), [("BB", "CE"), ("KB", "SE")])
def test_a_unit_of_the_programme_has_its_mark(leerweg: str, mark: str) -> None:
    boxes = row("programma", volgt=f"VT in leerweg {leerweg}")
    assert next(box.note for box in boxes if box.name == "VT/K/8") == mark


@pytest.mark.parametrize(
    ("says", "mark"),
    [
        ("CE: KB", "CE"),
        ("CE: KB\n    ook SE: KB", "CE en SE"),
        ("deels CE: KB", "deels CE"),
        ("toetsing: onbekend\n    leerwegen: KB", "?"),
    ],
)
def test_every_mark(says: str, mark: str) -> None:
    text = f"""
programma XX "X"
  soort: afdelingsprogramma

  eenheid XX/K/1 "Een"
    {says}

route "Leerling"
  volgt XX in leerweg KB
"""
    curriculum = linked(text)
    (row,) = figure_of(api.select(curriculum, route_of(curriculum, "Leerling"))).rows
    assert [box.note for box in row.boxes] == [mark]


def test_a_unit_of_another_programme_has_its_title_and_size() -> None:
    (box,) = row("verbreding", "verbreedt met HV/K/9 in leerjaar 4")
    assert (box.name, box.title, box.note) == ("HV/K/9", "Verkopen", "32 uur, lj 4")


def test_a_verdieping_has_its_own_name() -> None:
    (box,) = row("verdieping", 'verdiept VT/K/12 met "Kleppen" in leerjaar 3 periode 2')
    assert (box.name, box.title, box.note) == ("VT/K/12", "Kleppen", "20 uur, lj 3 p2")


def test_a_stage_is_in_weeks() -> None:
    (box,) = row("stages", 'loopt stage "Kijken"')
    assert (box.name, box.note) == ("Kijken", "2 weken")


def test_what_has_no_known_size_has_none() -> None:
    (box,) = row("verbreding", "verbreedt met HV/K/12")
    assert box.note == ""


def test_choices_stand_in_the_order_of_time() -> None:
    chosen = (
        'kiest keuzemodule "Lassen" in leerjaar 4 periode 1',
        'kiest keuzemodule "Feest" in leerjaar 3 periode 4',
        'kiest keuzemodule "EHBO" in leerjaar 3 periode 1',
    )
    assert [box.name for box in row("keuzemodules", *chosen)] == ["EHBO", "Feest", "Lassen"]


def test_what_is_done_is_marked() -> None:
    done = [box.name for box in row("programma", "afgerond: VT/K/1, 7") if box.done]
    assert done == ["VT/K/1", "VT/K/7"]


# ---- the line under the name


def test_the_goal_stands_behind_the_programme() -> None:
    assert subtitle(selected('doel: "Verkopen"')) == "Voertuigentechniek (VT), KB → Verkopen"


def test_without_a_goal_there_is_only_the_programme() -> None:
    assert subtitle(selected()) == "Voertuigentechniek (VT), KB"


# ---- as text


def drawn(*boxes: Box) -> list[str]:
    return figure_text(Figure("Naam", "", (Row("programma", boxes),)), WORDS).splitlines()[4:]


def test_a_block() -> None:
    assert drawn(Box("VT/K/1", "", "SE", done=False)) == [
        "┌────────┐",
        "│ VT/K/1 │",
        "│ SE     │",
        "└────────┘",
    ]


def test_blocks_side_by_side_share_a_wall() -> None:
    assert drawn(Box("A", "", "", done=False), Box("B", "", "", done=False)) == [
        "┌───┬───┐",
        "│ A │ B │",
        "└───┴───┘",
    ]


def test_a_line_that_is_empty_in_every_block_is_left_out() -> None:
    assert len(drawn(Box("A", "Titel", "", done=False))) == 4


def test_blocks_that_do_not_fit_go_on_below() -> None:
    boxes = [Box(f"Keuzemodule {n}", "", "", done=False) for n in range(10)]
    lines = drawn(*boxes)
    assert max(map(len, lines)) <= 78
    assert sum(line.startswith("┌") for line in lines) == 3


def test_a_long_title_is_cut_off() -> None:
    (_, _, title, _) = drawn(Box("A", "Een titel van meer dan vierentwintig tekens", "", done=False))
    assert title == "│ Een titel van meer dan … │"


def test_what_is_done_is_explained() -> None:
    assert drawn(Box("A", "", "", done=True))[-1] == WORDS.phrase("figuur.afgerond")


def test_what_is_not_done_needs_no_explaining() -> None:
    assert drawn(Box("A", "", "", done=False))[-1] == "└───┘"


def test_no_line_ends_in_a_space() -> None:
    text = figure_text(of_school("voorbeeldcollege", "Kevin"), WORDS)
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "0 uur"), (60, "1 uur"), (1440, "24 uur"), (450, "7,5 uur"), (50, "50 min"), (6, "0,1 uur")],
)
def test_hours_are_exact(minutes: int, text: str) -> None:
    assert hours(Minuten(minutes)) == text
