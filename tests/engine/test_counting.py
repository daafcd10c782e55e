"""`docs/nl/betekenis.md`, "Tellen": what a counting sentence counts, and how it stands."""

import pytest
from engine.judging import SCHOOL, stand

LASSEN = 'kiest keuzemodule "Lassen"'
FEEST = 'kiest keuzemodule "Feest"'
EHBO = 'kiest keuzemodule "EHBO"'
WEBSITE = 'kiest keuzemodule "Website"'
HANDEL = "verbreedt met HV/K/9 en 10"  # 32 and 28 uur
GEEN_ANDERE = 'zonder keuzemodule "Feest", keuzemodule "EHBO" en keuzemodule "Website"'


# ---- bounds


def test_minstens_holds_from_its_number() -> None:
    assert stand("minstens twee keuzemodules", LASSEN, FEEST) == "voldaan"


def test_minstens_is_open_while_there_is_more_to_choose() -> None:
    assert stand("minstens twee keuzemodules", LASSEN) == "open"


def test_minstens_is_broken_when_there_is_no_more_to_choose() -> None:
    assert stand("minstens twee keuzemodules", LASSEN, GEEN_ANDERE) == "overtreden"


def test_minstens_is_broken_when_there_is_too_little_to_choose() -> None:
    assert stand("minstens vijf keuzemodules", LASSEN) == "overtreden"


def test_hoogstens_holds_up_to_its_number() -> None:
    assert stand("hoogstens twee keuzemodules", LASSEN, FEEST) == "voldaan"


def test_hoogstens_is_broken_above_it() -> None:
    assert stand("hoogstens één keuzemodule", LASSEN, FEEST) == "overtreden"


@pytest.mark.parametrize(
    ("chosen", "how"),
    [((LASSEN,), "open"), ((LASSEN, FEEST), "voldaan"), ((LASSEN, FEEST, EHBO), "overtreden")],
)
def test_precies_is_both(chosen: tuple[str, ...], how: str) -> None:
    assert stand("precies twee keuzemodules", *chosen) == how


@pytest.mark.parametrize("hours", ["tussen 60 en 80", "tussen 40 en 60"])
def test_tussen_includes_both_bounds(hours: str) -> None:
    assert stand(f"{hours} uur verbreding", HANDEL) == "voldaan"


def test_tussen_is_open_below() -> None:
    assert stand("tussen 62 en 80 uur verbreding", HANDEL) == "open"


def test_a_bound_that_no_set_of_additions_can_hit_is_broken() -> None:
    # what is left is a verdieping of 10 uur
    assert stand("precies 65 uur verbreding", HANDEL, "zonder HV/K/12") == "overtreden"


def test_a_bound_that_one_set_of_additions_hits_is_open() -> None:
    assert stand("precies 70 uur verbreding", HANDEL, "zonder HV/K/12") == "open"


# ---- what is counted


@pytest.mark.parametrize(
    ("what", "count"),
    [
        ("verdiepingen", 2),
        ("verbredingen", 3),
        ("eenheden", 16),
        ("keuzemodules", 2),
        ("stages", 2),
        ("activiteiten", 1),
        ("keuzevakken", 0),
        ("modules", 0),
        ("uur verdieping", 28),
        ("uur verbreding", 70),
        ("uur maatwerk", 98),
        ("uur keuzemodules", 32),
        ("weken stage", 6),
    ],
)
def test_each_quantity(what: str, count: int) -> None:
    chosen = (
        "verdiept VT/K/9",
        'verbreedt met HV/K/9, 10 en verdieping "Reclame" van HV/K/10',
        LASSEN,
        FEEST,
        'loopt stage "Kijken"',
        'loopt stage "Werken"',
        'kiest activiteit "Dossier"',
    )
    regel = f"minstens {count} {what}\nhoogstens {count} {what}"
    assert stand(regel, *chosen) == "voldaan"


PROFIEL = """
programma PA "Profiel A"
  soort: profiel

  module P/PA/01 "Een"
    CE: KB
  keuzevak K/PA/01 "Eigen"
    SE: KB

programma PB "Profiel B"
  soort: profiel

  module P/PB/01 "Ander"
    CE: KB
  module P/PB/02 "Nog een"
    CE: KB
  keuzevak K/PB/01 "Vreemd"
    SE: KB
"""
SCHOOL_NU = """
school "Nu"
  schooljaar: 2026-2027
  biedt aan: PA, PB
  leerwegen: KB
  leerjaren: 3, 4
  perioden: 4
"""


def profiel(regel: str, *sentences: str) -> str:
    return stand(regel, *sentences, volgt="PA in leerweg KB", more=PROFIEL, school=SCHOOL_NU)


def test_a_module_as_keuzevak_counts_as_keuzevak_and_as_module() -> None:
    module = "kiest module P/PB/01 als keuzevak"
    assert profiel("precies één keuzevak", module) == "voldaan"
    assert profiel("precies één module", module) == "voldaan"


def test_the_modules_of_the_own_profiel_count_as_neither() -> None:
    assert profiel("hoogstens 0 keuzevakken") == "voldaan"
    assert profiel("hoogstens 0 modules") == "voldaan"


def test_uit_a_programme_counts_what_is_of_it() -> None:
    assert profiel("minstens één keuzevak uit PB", "kiest keuzevak K/PA/01") == "open"
    assert profiel("minstens één keuzevak uit PB", "kiest keuzevak K/PB/01") == "voldaan"


def test_uit_een_ander_programma_counts_what_is_not_of_the_own() -> None:
    assert profiel("minstens één keuzevak uit een ander programma", "kiest keuzevak K/PA/01") == "open"
    assert profiel("minstens één keuzevak uit een ander programma", "kiest keuzevak K/PB/01") == "voldaan"


def test_a_module_counts_among_the_modules_that_are_named() -> None:
    module = "kiest module P/PB/01 als keuzevak"
    assert profiel("minstens één keuzevak van P/PB/01 t/m 02", module) == "voldaan"
    assert profiel("hoogstens 0 keuzevakken van P/PB/02", module) == "voldaan"


# ---- with a kenmerk or a competentie


def test_met_kenmerk_counts_what_has_it() -> None:
    assert stand("minstens twee keuzemodules met kenmerk mensen", FEEST, LASSEN) == "open"


def test_met_kenmerk_of_several_is_any_of_them() -> None:
    assert stand("minstens drie keuzemodules met kenmerk techniek, mensen", LASSEN, FEEST, EHBO) == "voldaan"


def test_met_competentie_counts_what_has_it() -> None:
    assert stand("minstens één keuzemodule met competentie netwerken", LASSEN) == "open"
    assert stand("minstens één keuzemodule met competentie netwerken", FEEST) == "voldaan"


def test_kenmerk_and_competentie_hold_together() -> None:
    both = "minstens één keuzemodule met kenmerk mensen met competentie werkexploratie"
    assert stand(both, FEEST, LASSEN, EHBO) == "overtreden"


def test_a_kenmerk_is_the_same_with_capitals() -> None:
    assert stand("minstens één keuzemodule met kenmerk Techniek", LASSEN) == "voldaan"


# ---- van


def test_a_kind_van_a_unit_counts_its_parts_of_that_kind() -> None:
    assert stand("precies twee verdiepingen van VT/K/9", "verdiept VT/K/9") == "voldaan"


def test_a_kind_van_a_unit_counts_no_part_of_another_unit() -> None:
    assert stand("minstens één verdieping van VT/K/12", "verdiept VT/K/9") == "open"


def test_without_a_kind_only_the_named_things_count() -> None:
    assert stand("hoogstens één van VT/K/9, HV/K/9", "verdiept VT/K/9") == "voldaan"


def test_verbredingen_of_a_unit_are_all_its_parts() -> None:
    chosen = 'verbreedt met HV/K/10 en verdieping "Reclame" van HV/K/10'
    assert stand("precies twee verbredingen van HV/K/10", chosen) == "voldaan"


def test_a_groep_is_what_it_holds() -> None:
    assert stand("minstens twee verbredingen van groep handel", HANDEL) == "voldaan"
    assert stand("minstens twee van groep handel", HANDEL) == "voldaan"


# ---- per leerjaar, per periode, leerjaar


def test_per_leerjaar_the_bound_holds_in_each() -> None:
    both = (f"{LASSEN} in leerjaar 3", f"{FEEST} in leerjaar 3")
    spread = (f"{LASSEN} in leerjaar 3", f"{FEEST} in leerjaar 4")
    assert stand("hoogstens één keuzemodule per leerjaar", *both) == "overtreden"
    assert stand("hoogstens één keuzemodule per leerjaar", *spread) == "voldaan"


def test_per_leerjaar_a_minimum_is_asked_in_each() -> None:
    assert stand("minstens één keuzemodule per leerjaar", f"{LASSEN} in leerjaar 3") == "open"


def test_per_periode_the_bound_holds_in_each() -> None:
    same = (f"{LASSEN} in leerjaar 3 periode 1", f"{FEEST} in leerjaar 3 periode 1")
    other = (f"{LASSEN} in leerjaar 3 periode 1", f"{FEEST} in leerjaar 4 periode 1")
    assert stand("hoogstens één keuzemodule per periode", *same) == "overtreden"
    assert stand("hoogstens één keuzemodule per periode", *other) == "voldaan"


def test_with_leerjaar_only_what_stands_in_it_counts() -> None:
    assert stand("hoogstens 0 keuzemodules\nleerjaar: 3", f"{LASSEN} in leerjaar 4") == "voldaan"
    assert stand("hoogstens 0 keuzemodules\nleerjaar: 3", f"{LASSEN} in leerjaar 3") == "overtreden"


def test_what_has_no_place_may_stand_where_it_suits() -> None:
    assert stand("precies één keuzemodule per leerjaar", LASSEN, FEEST) == "voldaan"


def test_what_has_half_a_place_may_stand_in_the_rest_of_it() -> None:
    both = (f"{LASSEN} in leerjaar 3", f"{FEEST} in leerjaar 3 periode 1")
    assert stand("hoogstens één keuzemodule per periode", *both) == "voldaan"


def test_what_has_no_place_stands_only_where_it_is_given() -> None:
    # Website is given in leerjaar 3
    assert stand("hoogstens 0 keuzemodules\nleerjaar: 3", WEBSITE) == "overtreden"


def test_an_addition_counts_only_where_it_is_given() -> None:
    without = 'zonder keuzemodule "Lassen", keuzemodule "Feest" en keuzemodule "EHBO"'
    assert stand("minstens één keuzemodule\nleerjaar: 4", without) == "overtreden"
    assert stand("minstens één keuzemodule\nleerjaar: 3", without) == "open"


def test_a_place_of_several_periods_is_one_of_them() -> None:
    both = (f"{LASSEN} in leerjaar 3 periode 1 en 2", f"{FEEST} in leerjaar 3 periode 1")
    assert stand("hoogstens één keuzemodule per periode", *both) == "voldaan"


# ---- what has no known size


def test_with_unknown_hours_a_sum_is_not_checked() -> None:
    assert stand("hoogstens 100 uur verbreding", "verbreedt met HV/K/12") == "niet gecontroleerd"


def test_with_unknown_hours_a_minimum_is_not_checked() -> None:
    assert stand("minstens 20 uur verbreding", "verbreedt met HV/K/12") == "niet gecontroleerd"


def test_known_hours_that_pass_the_maximum_break_it_all_the_same() -> None:
    assert stand("hoogstens 30 uur verbreding", "verbreedt met HV/K/9 en 12") == "overtreden"


def test_unknown_hours_do_not_matter_to_a_count() -> None:
    assert stand("hoogstens één verbreding", "verbreedt met HV/K/12") == "voldaan"


def test_unknown_hours_of_what_does_not_count_do_not_matter() -> None:
    assert stand("hoogstens 0 uur verdieping", "verbreedt met HV/K/12") == "voldaan"


# ---- exact sums


def test_lesuren_are_summed_exactly() -> None:
    school = SCHOOL.replace("  perioden: 4\n", "  perioden: 4\n  lesuur: 50 minuten\n", 1)
    school = school.replace('"Kleppen": 20 uur', '"Kleppen": 7 lesuur')  # 350 minuten
    assert stand("precies 7 lesuren verdieping", "verdiept VT/K/12", school=school) == "voldaan"
    assert stand("hoogstens 5 uur verdieping", "verdiept VT/K/12", school=school) == "overtreden"


def test_half_hours_are_summed_exactly() -> None:
    school = SCHOOL.replace('"Kleppen": 20 uur', '"Kleppen": 7,5 uur')
    assert stand("precies 7,5 uur verdieping", "verdiept VT/K/12", school=school) == "voldaan"
