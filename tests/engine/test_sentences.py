"""`docs/nl/betekenis.md`, "Verplicht, nooit, vereist" and "Telt niet dubbel"."""

import pytest
from engine.judging import stand

LASSEN = 'kiest keuzemodule "Lassen"'
FEEST = 'kiest keuzemodule "Feest"'
EHBO = 'kiest keuzemodule "EHBO"'
WEBSITE = 'kiest keuzemodule "Website"'
DE_LASSEN, DE_FEEST = 'de keuzemodule "Lassen"', 'de keuzemodule "Feest"'
DE_EHBO, DE_WEBSITE = 'de keuzemodule "EHBO"', 'de keuzemodule "Website"'


# ---- verplicht and nooit


def test_verplicht_asks_for_each_of_the_things() -> None:
    regel = f"verplicht {DE_LASSEN} en {DE_FEEST}"
    assert stand(regel, LASSEN, FEEST) == "voldaan"
    assert stand(regel, LASSEN) == "open"


def test_verplicht_is_broken_by_declining() -> None:
    assert stand(f"verplicht {DE_LASSEN}", 'zonder keuzemodule "Lassen"') == "overtreden"


def test_verplicht_is_broken_where_it_is_not_on_offer() -> None:
    assert stand("verplicht HV/K/11") == "overtreden"


def test_a_groep_is_there_with_one_of_its_choices() -> None:
    assert stand("verplicht groep handel", "verbreedt met HV/K/10") == "voldaan"


def test_all_verdiepingen_of_a_unit_are_there_with_one_of_them() -> None:
    assert stand("verplicht verdieping van VT/K/9", 'verdiept VT/K/9 met "Licht"') == "voldaan"


def test_nooit_holds_while_none_of_the_things_is_there() -> None:
    assert stand(f"nooit {DE_LASSEN} en {DE_FEEST}", EHBO) == "voldaan"


def test_nooit_is_broken_by_any_of_the_things() -> None:
    assert stand(f"nooit {DE_LASSEN} en {DE_FEEST}", FEEST) == "overtreden"


# ---- vereist


VEREIST = f"{DE_LASSEN} en {DE_FEEST} vereist {DE_EHBO} en {DE_WEBSITE}"


def test_vereist_asks_nothing_without_its_left() -> None:
    assert stand(VEREIST, 'zonder keuzemodule "EHBO"') == "voldaan"


@pytest.mark.parametrize("chosen", [LASSEN, FEEST])
def test_vereist_asks_for_its_right_with_any_of_its_left(chosen: str) -> None:
    assert stand(VEREIST, chosen) == "open"


def test_vereist_asks_for_each_of_its_right() -> None:
    assert stand(VEREIST, LASSEN, EHBO) == "open"
    assert stand(VEREIST, LASSEN, EHBO, WEBSITE) == "voldaan"


def test_vereist_adds_nothing() -> None:
    assert stand(VEREIST, LASSEN, 'zonder keuzemodule "EHBO"') == "overtreden"


def test_vereist_of_a_unit_that_is_done_whole_holds() -> None:
    assert stand("VT/K/12 vereist VT/K/9") == "voldaan"


@pytest.mark.parametrize(
    ("chosen", "how"), [((LASSEN,), "open"), ((LASSEN, FEEST), "voldaan"), ((FEEST,), "voldaan")]
)
def test_vereist_with_a_count(chosen: tuple[str, ...], how: str) -> None:
    assert stand(f"{DE_LASSEN} vereist minstens twee keuzemodules", *chosen) == how


# ---- niet samen met


SAMEN = f"{DE_LASSEN} en {DE_FEEST} niet samen met {DE_EHBO} en {DE_WEBSITE}"


@pytest.mark.parametrize("pair", [(LASSEN, EHBO), (LASSEN, WEBSITE), (FEEST, EHBO)])
def test_niet_samen_met_forbids_one_of_each(pair: tuple[str, str]) -> None:
    assert stand(SAMEN, *pair) == "overtreden"


@pytest.mark.parametrize("pair", [(LASSEN, FEEST), (EHBO, WEBSITE)])
def test_niet_samen_met_allows_one_side(pair: tuple[str, str]) -> None:
    assert stand(SAMEN, *pair) == "voldaan"


# ---- als … dan …


def test_als_asks_nothing_where_it_does_not_hold() -> None:
    assert stand(f"als {DE_LASSEN} dan verplicht {DE_FEEST}", 'zonder keuzemodule "Feest"') == "voldaan"


def test_als_asks_where_it_holds() -> None:
    assert stand(f"als {DE_LASSEN} dan verplicht {DE_FEEST}", LASSEN) == "open"
    assert stand(f"als {DE_LASSEN} dan verplicht {DE_FEEST}", LASSEN, FEEST) == "voldaan"


def test_als_with_several_things_needs_them_all() -> None:
    regel = f"als {DE_LASSEN} en {DE_FEEST} dan nooit {DE_EHBO}"
    assert stand(regel, LASSEN, EHBO) == "voldaan"
    assert stand(regel, LASSEN, FEEST, EHBO) == "overtreden"


def test_als_a_count() -> None:
    regel = f"als minstens twee keuzemodules dan nooit {DE_EHBO}"
    assert stand(regel, EHBO) == "voldaan"
    assert stand(regel, EHBO, LASSEN) == "overtreden"


def test_als_a_maximum_can_still_be_left_behind() -> None:
    # with one keuzemodule more the condition no longer holds
    regel = f"als hoogstens twee keuzemodules dan nooit {DE_EHBO}"
    assert stand(regel, EHBO, LASSEN) == "open"
    nothing_left = 'zonder keuzemodule "Feest" en keuzemodule "Website"'
    assert stand(regel, EHBO, LASSEN, nothing_left) == "overtreden"


def test_als_the_goal_of_the_pupil() -> None:
    regel = f'als het doel "Verkopen" dan verplicht {DE_LASSEN}'
    assert stand(regel, 'zonder keuzemodule "Lassen"') == "voldaan"
    assert stand(regel, 'doel: "Verkopen"') == "open"


def test_dan_a_count() -> None:
    regel = 'als het doel "Verkopen" dan minstens twee verbredingen van groep handel'
    assert stand(regel, 'doel: "Verkopen"', "verbreedt met HV/K/9") == "open"
    assert stand(regel, 'doel: "Verkopen"', "verbreedt met HV/K/9 en 10") == "voldaan"


def test_als_a_sum_that_is_not_known_is_not_checked() -> None:
    regel = f"als minstens 20 uur verbreding dan verplicht {DE_LASSEN}"
    assert stand(regel, "verbreedt met HV/K/12") == "niet gecontroleerd"


def test_als_a_sum_that_is_not_known_does_not_matter_where_the_rest_holds() -> None:
    regel = f"als minstens 20 uur verbreding dan verplicht {DE_LASSEN}"
    assert stand(regel, "verbreedt met HV/K/12", LASSEN) == "voldaan"


# ---- telt niet dubbel


DUBBEL = """minstens één keuzemodule met kenmerk techniek
minstens één keuzemodule met kenmerk mensen
telt niet dubbel"""


def test_without_it_one_choice_counts_twice() -> None:
    assert stand(DUBBEL.replace("telt niet dubbel", ""), FEEST) == "voldaan"


def test_one_choice_does_not_count_twice() -> None:
    assert stand(DUBBEL, FEEST) == "open"


def test_two_choices_are_divided_so_that_both_counts_are_met() -> None:
    # Feest is both; Lassen is techniek only, so Feest must count for mensen
    assert stand(DUBBEL, FEEST, LASSEN) == "voldaan"


def test_it_is_broken_when_no_addition_can_help() -> None:
    none_left = 'zonder keuzemodule "Lassen" en keuzemodule "EHBO"'
    assert stand(DUBBEL, FEEST, none_left) == "overtreden"


def test_hours_are_divided_too() -> None:
    regel = """minstens 16 uur keuzemodules met kenmerk techniek
    minstens 16 uur keuzemodules met kenmerk mensen
    telt niet dubbel"""
    assert stand(regel, FEEST) == "open"
    assert stand(regel, FEEST, EHBO) == "voldaan"


def test_it_may_be_about_another_rule() -> None:
    more = "regel mensen\n  minstens één keuzemodule met kenmerk mensen"
    regel = "minstens één keuzemodule met kenmerk techniek\ntelt niet dubbel met mensen"
    assert stand(regel, FEEST, more=more) == "open"
    assert stand(regel, FEEST, LASSEN, more=more) == "voldaan"


# ---- niet gecontroleerd, and several sentences


def test_niet_gecontroleerd_is_not_checked() -> None:
    assert stand("niet gecontroleerd") == "niet gecontroleerd"


@pytest.mark.parametrize(
    ("sentences", "how"),
    [
        (("nooit VT/K/9", f"verplicht {DE_LASSEN}"), "overtreden"),
        ((f"verplicht {DE_LASSEN}", "hoogstens 100 uur verbreding"), "open"),
        (("verplicht VT/K/9", "hoogstens 100 uur verbreding"), "niet gecontroleerd"),
        (("verplicht VT/K/9", "minstens één verbreding"), "voldaan"),
    ],
)
def test_a_rule_stands_as_the_worst_of_its_sentences(sentences: tuple[str, ...], how: str) -> None:
    assert stand("\n".join(sentences), "verbreedt met HV/K/12") == how


def test_too_many_ways_to_divide_are_not_all_tried() -> None:
    more = "\n\n".join(f'keuzemodule "M{n}": {2**n} uur\n  kenmerken: a, b, c' for n in range(12))
    counts = "\n".join(f"minstens 1500 uur keuzemodules met kenmerk {kenmerk}" for kenmerk in "abc")
    chosen = (f'kiest keuzemodule "M{n}"' for n in range(12))
    assert stand(f"{counts}\ntelt niet dubbel", *chosen, more=more) == "onbeslist"
