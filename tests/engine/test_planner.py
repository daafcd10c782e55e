"""A conversation: whatever is clicked, the planner says what it would say of that route from the start."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from engine.judging import SCHOOL as GUIDE
from engine.judging import pupil, route_of
from oracle.comparing import load
from oracle.generate import world_of

import routeplanner as rp
from routeplanner.engine.calling import meant
from routeplanner.engine.options import options
from routeplanner.engine.planner import NotOfferedError, Planner, UnknownChoiceError
from routeplanner.engine.suggest import suggest
from routeplanner.model.curriculum import Curriculum, Route
from routeplanner.model.quantities import Leerweg
from routeplanner.model.rules import Keuze, KeuzeSoort

ROOT = Path(__file__).parents[2]
SCHOOL = rp.load(ROOT / "rules/voorbeeldcollege")
START = replace(SCHOOL.routes["autoverkoper"], gekozen=(), afgewezen=())
WORLDS = 5_000 if os.environ.get("ROUTEPLANNER_CAMPAIGN") == "1" else 60
CLICKS = 6


def test_a_click_changes_the_route_and_can_be_undone_and_redone() -> None:
    with Planner(SCHOOL, START) as gesprek:
        gesprek.choose("HV/K/9")
        after = gesprek.route
        assert "HV/K/9" in [str(one.keuze) for one in after.gekozen]
        assert gesprek.undo()
        assert gesprek.route == START
        assert gesprek.redo()
        assert gesprek.route == after
        assert not gesprek.redo()


def test_suggestions_after_clicks_and_questions_are_those_of_the_route_alone() -> None:
    with Planner(SCHOOL, START) as gesprek:
        gesprek.options()
        gesprek.choose("HV/K/9")
        said, alone = gesprek.suggest(3), suggest(SCHOOL, gesprek.route, 3)
        assert len(said.found) == len(alone.found) == 3
        for one, other in zip(said.found, alone.found, strict=True):
            assert (one.added, one.places, one.score) == (other.added, other.places, other.score)
            assert (one.redenen, one.closes) == (other.redenen, other.closes)


def test_of_some_choices_is_said_what_is_said_of_all() -> None:
    gesprek = Planner(SCHOOL, START)
    gesprek.choose("HV/K/9")
    every = gesprek.options()
    some = {option.keuze for option in every[::3]}
    assert gesprek.options(some) == tuple(option for option in every if option.keuze in some)


def test_a_new_click_forgets_what_was_undone() -> None:
    gesprek = Planner(SCHOOL, START)
    gesprek.choose("HV/K/9")
    gesprek.undo()
    gesprek.choose("HV/K/10")
    assert not gesprek.redo()


def test_what_nothing_is_called_is_told() -> None:
    with pytest.raises(UnknownChoiceError, match="HV/K/99"):
        Planner(SCHOOL, START).choose("HV/K/99")


def test_a_choice_goes_by_its_name_or_code_alone() -> None:
    gesprek = Planner(SCHOOL, START)
    lassen = next(keuze for keuze in gesprek.selection.onderdelen if keuze.naam == "Lassen")
    for words in ("Lassen", "lassen", 'keuzemodule "Lassen"'):
        assert gesprek.why(words).keuze == lassen


def test_what_was_probably_meant_is_told() -> None:
    with pytest.raises(UnknownChoiceError) as told:
        Planner(SCHOOL, START).choose('keuzemodule "Lasen"')
    assert list(map(str, told.value.likely)) == ['keuzemodule "Lassen"']


def test_a_name_of_two_choices_is_told_with_both() -> None:
    keuzes = (Keuze(KeuzeSoort.STAGE, naam="Techniek"), Keuze(KeuzeSoort.KEUZEMODULE, naam="Techniek"))
    assert meant(keuzes, "techniek") == keuzes
    assert meant(keuzes, 'stage "Techniek"') == keuzes[:1]


def test_what_this_pupil_can_never_take_has_no_reason() -> None:
    gesprek = Planner(SCHOOL, replace(START, leerweg=Leerweg.BB))
    never = next(k for k, o in gesprek.selection.onderdelen.items() if not o.neembaar)
    with pytest.raises(NotOfferedError) as told:
        gesprek.why(never)
    assert told.value.why.key == "ce"


@pytest.mark.parametrize(
    ("choice", "more", "volgt", "key", "params"),
    [
        ("Uitlijnen", "", "VT in leerweg BB", "ce", {"programma": "VT", "leerweg": "BB"}),
        (
            "Gemengd",
            'keuzemodule "Gemengd"\n  leerwegen: BB',
            "VT in leerweg KB",
            "leerwegen",
            {"leerwegen": "BB"},
        ),
        (
            "Apart",
            'keuzemodule "Apart"\n  programma: HV',
            "VT in leerweg KB",
            "programmas",
            {"programmas": "HV"},
        ),
        ("HV/K/11", "", "VT in leerweg KB", "niet-open", {"unit": "HV/K/11"}),
        ("VT/K/1", "", "HV in leerweg KB", "niet-open", {"programma": "HV"}),
    ],
)
def test_what_is_not_on_offer_says_why(
    choice: str, more: str, volgt: str, key: str, params: dict[str, str]
) -> None:
    curriculum = pupil(more=more, volgt=volgt)
    gesprek = Planner(curriculum, route_of(curriculum, "Leerling"))
    with pytest.raises(NotOfferedError) as told:
        gesprek.why(choice)
    why = told.value.why
    assert (why.key, {**dict(why.params), **params}) == (key, dict(why.params))


def test_a_verdiepend_deel_that_is_not_opened_says_that_the_rest_is() -> None:
    curriculum = pupil(school=GUIDE.replace("  ook verdiepend: ja\n", ""))
    with pytest.raises(NotOfferedError) as told:
        Planner(curriculum, route_of(curriculum, "Leerling")).why("Reclame")
    assert (told.value.why.key, told.value.why.params[0]) == ("alleen-verkennend", ("unit", "HV/K/10"))


def test_a_place_that_is_clicked_matters_to_what_comes_after() -> None:
    """The verdiepende delen of a unit come after it: with the unit in the last periode they can come nowhere else."""
    gesprek = Planner(SCHOOL, START)
    gesprek.options()
    gesprek.choose("VT/K/9", leerjaar=4, periode=4)
    fresh = rp.judge(SCHOOL, gesprek.route)
    assert gesprek.options() == options(fresh.selection, fresh.problem)


@pytest.mark.parametrize("seed", range(WORLDS))
def test_any_clicks_say_what_a_fresh_start_says(seed: int, tmp_path: Path) -> None:
    curriculum = load(world_of(9_000_000 + seed), tmp_path)
    rng = Random(seed)  # noqa: S311 - the same clicks each time
    for route in list(curriculum.routes.values())[:2] if curriculum.ok else ():
        click(curriculum, route, rng)


def click(curriculum: Curriculum, route: Route, rng: Random) -> None:
    gesprek = Planner(curriculum, route)
    for _ in range(CLICKS):
        somewhere(gesprek, rng)
        fresh = rp.judge(curriculum, gesprek.route)
        assert gesprek.verdict().verdict == fresh.verdict
        assert gesprek.options() == options(fresh.selection, fresh.problem)


def somewhere(gesprek: Planner, rng: Random) -> None:
    """Click on something."""
    keuze = rng.choice(list(gesprek.selection.onderdelen))
    match rng.randrange(6):
        case 0:
            gesprek.undo()
        case 1:
            gesprek.redo()
        case 2:
            gesprek.decline(keuze)
        case 3:
            gesprek.choose(keuze, leerjaar=rng.choice((3, 4)), periode=rng.choice((None, 1, 2)))
        case _:
            gesprek.choose(keuze)


def test_planners_in_several_threads_do_not_touch_each_other() -> None:
    routes = list(SCHOOL.routes.values())

    def talk(route: Route) -> list[object]:
        gesprek = Planner(SCHOOL, route)
        return [gesprek.verdict().verdict, gesprek.options(), gesprek.count()]

    alone = [talk(route) for route in routes]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(talk, routes * 3)) == alone * 3
