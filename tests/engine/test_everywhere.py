"""`docs/nl/betekenis.md`, "Regels die overal gelden"."""

import pytest
from engine.judging import SCHOOL, judged, pupil

from routeplanner.engine.everywhere import EVERYWHERE
from routeplanner.engine.standing import RuleState
from routeplanner.model.rules import INGEBOUWD

ROOSTER = SCHOOL.replace(
    "  perioden: 4\n",
    "  perioden: 4\n  weken per periode: 8\n  lesuur: 60 minuten\n  lesuren per week: 5\n",
    1,
)
"""With room for 40 uur in each periode."""


def rule(
    id_: str, *sentences: str, volgt: str = "VT in leerweg KB", more: str = "", school: str = SCHOOL
) -> RuleState:
    verdict = judged(pupil(*sentences, volgt=volgt, more=more, school=school), "Leerling")
    (found,) = (one for one in verdict.rules if one.id == id_)
    return found


def test_each_can_be_named_in_a_voorbeeld() -> None:
    assert tuple(EVERYWHERE) == INGEBOUWD


@pytest.mark.parametrize("id_", EVERYWHERE)
def test_each_must_hold(id_: str) -> None:
    found = rule(id_)
    assert (found.hard, found.state, found.choices) == (True, "voldaan", ())


# ---- verkennen-verplicht


def test_a_mandatory_unit_must_be_explored() -> None:
    found = rule("verkennen-verplicht", "zonder VT/K/10")
    assert (found.state, found.choices) == ("overtreden", ("VT/K/10",))


def test_who_deepens_another_unit_must_explore_it() -> None:
    found = rule("verkennen-verplicht", 'verbreedt met verdieping "Reclame" van HV/K/10')
    assert (found.state, found.choices) == ("open", ('verdieping "Reclame" van HV/K/10',))


def test_who_declines_a_unit_cannot_deepen_it() -> None:
    deepens = 'verbreedt met verdieping "Reclame" van HV/K/10'
    assert rule("verkennen-verplicht", "zonder HV/K/10", deepens).state == "overtreden"


def test_who_explores_may_deepen() -> None:
    both = 'verbreedt met HV/K/10 en verdieping "Reclame" van HV/K/10'
    assert rule("verkennen-verplicht", both).state == "voldaan"


def test_to_choose_a_keuzevak_is_to_explore_it() -> None:
    assert rule("verkennen-verplicht", *KEUZEVAK, volgt="PA in leerweg KB", school=NU).state == "voldaan"


# ---- ce-is-heel


def test_a_unit_that_is_ce_is_not_deepened() -> None:
    found = rule("ce-is-heel", "verdiept VT/K/8", volgt="VT in leerweg BB")
    assert (found.state, found.choices) == ("overtreden", ('verdieping "Uitlijnen" van VT/K/8',))


def test_the_same_unit_is_deepened_where_it_is_se() -> None:
    assert rule("ce-is-heel", "verdiept VT/K/8", volgt="VT in leerweg KB").state == "voldaan"


def test_a_unit_that_is_ce_elsewhere_is_not_ce_here() -> None:
    more = 'verbreding "Techniek"\n  programma: HV\n  uit: VT/K/8\n  ook verdiepend: ja'
    chosen = 'verbreedt met VT/K/8 en verdieping "Uitlijnen" van VT/K/8'
    assert rule("ce-is-heel", chosen, volgt="HV in leerweg BB", more=more).state == "voldaan"


def test_a_unit_that_is_partly_ce_may_be_deepened() -> None:
    more = """
programma XX "Deels"
  soort: afdelingsprogramma

  eenheid XX/K/1 "Behangen"
    deels CE: KB

invulling XX/K/1
  verkennend deel: 20 uur
  verdiepend deel "Fotobehang": 8 uur
"""
    school = SCHOOL.replace("biedt aan: VT, HV", "biedt aan: VT, HV, XX")
    found = rule("ce-is-heel", "verdiept XX/K/1", volgt="XX in leerweg KB", more=more, school=school)
    assert found.state == "voldaan"


# ---- keuzevak-niveau

NU = """
programma PA "Profiel A"
  soort: profiel

  module P/PA/01 "Een"
    CE: BB, KB
  module P/PA/02 "Twee"
    CE: KB
  keuzevak K/PA/01 "Overal"
    SE: BB, KB, GL
  keuzevak K/PA/02 "Alleen KB"
    SE: KB
  keuzevak K/PA/03 "Alleen GL"
    SE: GL

keuzevak "Van de school": 80 uur

school "Nu"
  schooljaar: 2026-2027
  biedt aan: PA
  leerwegen: BB, KB, GL
  leerjaren: 3, 4
  perioden: 4

invulling K/PA/01
  verkennend deel: 60 uur
  verdiepend deel "Meer": 10 uur
"""
KEUZEVAK = ("kiest keuzevak K/PA/01", 'verdiept K/PA/01 met "Meer"')


@pytest.mark.parametrize(
    ("leerweg", "code", "how"),
    [
        ("BB", "K/PA/01", "voldaan"),
        ("BB", "K/PA/02", "voldaan"),
        ("BB", "K/PA/03", "overtreden"),
        ("KB", "K/PA/02", "voldaan"),
        ("KB", "K/PA/03", "overtreden"),
        ("GL", "K/PA/02", "overtreden"),
        ("GL", "K/PA/03", "voldaan"),
        ("BB", '"Van de school"', "voldaan"),
    ],
)
def test_a_keuzevak_is_given_at_the_level_of_the_pupil(leerweg: str, code: str, how: str) -> None:
    chosen = f"kiest keuzevak {code}"
    assert rule("keuzevak-niveau", chosen, volgt=f"PA in leerweg {leerweg}", school=NU).state == how


def test_the_keuzevak_that_is_not_is_named() -> None:
    found = rule("keuzevak-niveau", "kiest keuzevak K/PA/01, 03", volgt="PA in leerweg KB", school=NU)
    assert found.choices == ("keuzevak K/PA/03",)


# ---- één-module-per-periode


def modules(*places: str) -> RuleState:
    names = ("Lassen", "Feest", "Extra")
    chosen = (f'kiest keuzemodule "{name}"{place}' for name, place in zip(names, places, strict=False))
    return rule("één-module-per-periode", *chosen, more='keuzemodule "Extra": 16 uur')


def test_two_modules_in_one_periode_clash() -> None:
    found = modules(" in leerjaar 3 periode 1", " in leerjaar 3 periode 1")
    assert (found.state, found.choices) == (
        "overtreden",
        ('keuzemodule "Lassen"', 'keuzemodule "Feest"'),
    )


def test_a_module_elsewhere_in_time_is_not_blamed() -> None:
    found = modules(*[" in leerjaar 3 periode 1"] * 2, " in leerjaar 3 periode 2")
    assert found.choices == ('keuzemodule "Lassen"', 'keuzemodule "Feest"')


def test_the_same_periode_of_another_leerjaar_is_free() -> None:
    assert modules(" in leerjaar 3 periode 1", " in leerjaar 4 periode 1").state == "voldaan"


def test_modules_without_a_place_find_one() -> None:
    assert modules(" in leerjaar 3 periode 1", "", "").state == "voldaan"


def test_modules_find_a_place_only_where_they_are_given() -> None:
    # EHBO is given in periode 1 and 2, and Website in leerjaar 3
    taken = (f'kiest keuzemodule "M{n}" in leerjaar {3 + n // 2} periode {1 + n % 2}' for n in range(4))
    more = "\n\n".join(f'keuzemodule "M{n}": 16 uur' for n in range(4))
    found = rule("één-module-per-periode", *taken, 'kiest keuzemodule "EHBO"', more=more)
    assert (found.state, found.choices) == ("overtreden", ())


def test_other_choices_take_no_periode() -> None:
    chosen = (
        'kiest keuzemodule "Lassen" in leerjaar 3 periode 1',
        'loopt stage "Kijken" in leerjaar 3 periode 1',
    )
    assert rule("één-module-per-periode", *chosen).state == "voldaan"


# ---- past-in-de-weken

ZONDER_UREN = ("VT/K/1, 2, 7, 10, 11, 13 t/m 17, VT/V/1",)


def weeks(*sentences: str, more: str = "", school: str = ROOSTER) -> RuleState:
    declined = f"zonder {ZONDER_UREN[0]}"  # of these the hours are not known
    return rule("past-in-de-weken", declined, *sentences, more=more, school=school)


def test_hours_that_fit_hold() -> None:
    assert weeks('kiest keuzemodule "Lassen" in leerjaar 3 periode 1').state == "voldaan"


def test_hours_that_do_not_fit_their_periode_break_it() -> None:
    more = "\n\n".join(f'keuzemodule "M{n}": 16 uur' for n in range(3))
    chosen = (f'kiest keuzemodule "M{n}" in leerjaar 3 periode 1' for n in range(3))
    found = weeks(*chosen, more=more)
    assert (found.state, found.choices) == ("overtreden", ())


def test_hours_may_stand_in_another_periode() -> None:
    more = "\n\n".join(f'keuzemodule "M{n}": 16 uur' for n in range(3))
    chosen = (f'kiest keuzemodule "M{n}" in leerjaar 3' for n in range(3))
    assert weeks(*chosen, more=more).state == "voldaan"


def test_one_thing_that_is_too_long_for_any_periode_breaks_it() -> None:
    found = weeks('kiest keuzemodule "Lang"', more='keuzemodule "Lang": 41 uur')
    assert found.state == "overtreden"


def test_a_periode_may_be_full_to_the_minute() -> None:
    found = weeks('kiest keuzemodule "Vol" in leerjaar 4 periode 4', more='keuzemodule "Vol": 40 uur')
    assert found.state == "voldaan"


def test_without_hours_it_is_not_checked() -> None:
    assert rule("past-in-de-weken", school=ROOSTER).state == "niet gecontroleerd"


def test_known_hours_that_do_not_fit_break_it_all_the_same() -> None:
    long = ('kiest keuzemodule "Lang"',)
    found = rule("past-in-de-weken", *long, more='keuzemodule "Lang": 41 uur', school=ROOSTER)
    assert found.state == "overtreden"


def test_a_school_without_a_timetable_has_no_limit() -> None:
    assert (
        weeks('kiest keuzemodule "Lang"', more='keuzemodule "Lang": 4000 uur', school=SCHOOL).state
        == "voldaan"
    )


def test_stages_and_activiteiten_take_no_lessons() -> None:
    more = 'activiteit "Lang": 400 uur\n  soort: eigen'
    chosen = (
        'kiest activiteit "Lang" in leerjaar 3 periode 1',
        'loopt stage "Werken" in leerjaar 3 periode 1',
    )
    assert weeks(*chosen, more=more).state == "voldaan"


def test_hours_of_lesuren_are_exact() -> None:
    short = ROOSTER.replace("lesuur: 60 minuten", "lesuur: 50 minuten")  # 8 x 5 lesuren of 50 minuten
    vol, more = 'kiest keuzemodule "Vol"', 'keuzemodule "Vol": {} lesuur'
    assert weeks(vol, more=more.format(40), school=short).state == "voldaan"
    assert weeks(vol, more=more.format(41), school=short).state == "overtreden"


# ---- volgorde


def volgorde(verkennend: str, verdiepend: str) -> RuleState:
    return rule(
        "volgorde",
        f"verbreedt met HV/K/10{verkennend}",
        f'verbreedt met verdieping "Reclame" van HV/K/10{verdiepend}',
    )


def test_a_verdiepend_deel_before_its_verkennend_deel_breaks_it() -> None:
    found = volgorde(" in leerjaar 4 periode 1", " in leerjaar 3 periode 4")
    assert (found.state, found.choices) == ("overtreden", ('verdieping "Reclame" van HV/K/10',))


def test_in_the_same_periode_is_fine() -> None:
    assert volgorde(" in leerjaar 3 periode 2", " in leerjaar 3 periode 2").state == "voldaan"


def test_a_verkennend_deel_without_a_place_may_come_first() -> None:
    assert volgorde("", " in leerjaar 3 periode 1").state == "voldaan"


def test_in_one_leerjaar_there_is_room_for_both() -> None:
    assert volgorde(" in leerjaar 3 periode 4", " in leerjaar 3").state == "voldaan"


# ---- aanbod


def test_what_is_not_on_offer_breaks_it() -> None:
    found = rule("aanbod", "verbreedt met HV/K/11")
    assert (found.state, found.choices) == ("overtreden", ("HV/K/11",))


def test_a_module_in_a_periode_without_it_breaks_it() -> None:
    found = rule("aanbod", 'kiest keuzemodule "EHBO" in leerjaar 3 periode 3')
    assert (found.state, found.choices) == ("overtreden", ('keuzemodule "EHBO"',))


def test_a_module_in_a_leerjaar_without_it_breaks_it() -> None:
    assert rule("aanbod", 'kiest keuzemodule "Website" in leerjaar 4').state == "overtreden"


def test_one_of_several_perioden_is_enough() -> None:
    assert rule("aanbod", 'kiest keuzemodule "EHBO" in leerjaar 3 periode 2 en 3').state == "voldaan"


def test_what_is_for_another_programme_is_not_on_offer() -> None:
    more = 'keuzemodule "Etalage": 16 uur\n  programma: HV'
    assert rule("aanbod", 'kiest keuzemodule "Etalage"', more=more).state == "overtreden"


def test_a_keuzevak_outside_the_list_of_the_school_is_not_on_offer() -> None:
    school = NU.replace("  leerwegen: BB, KB, GL\n", "  leerwegen: BB, KB, GL\n  keuzevakken: K/PA/01\n")
    found = rule("aanbod", "kiest keuzevak K/PA/02", volgt="PA in leerweg KB", school=school)
    assert found.choices == ("keuzevak K/PA/02",)


def test_a_vak_that_the_school_does_not_offer_breaks_it() -> None:
    more = """
programma NE "Nederlandse taal"
  soort: algemeen vak

programma FA "Franse taal"
  soort: algemeen vak
"""
    school = SCHOOL.replace("biedt aan: VT, HV", "biedt aan: VT, HV, NE")
    chosen = ('kiest vak "Nederlandse taal"', 'kiest vak "Franse taal"')
    assert rule("aanbod", *chosen, more=more, school=school).choices == ('vak "Franse taal"',)


def test_without_any_text_of_algemene_vakken_a_vak_may_be_chosen() -> None:
    assert rule("aanbod", "kiest vak economie").state == "voldaan"


# ---- geen-dubbele-inhoud


def test_a_module_that_the_pupil_does_anyway_is_no_keuzevak() -> None:
    chosen = "kiest module P/PA/01 als keuzevak"
    found = rule("geen-dubbele-inhoud", chosen, volgt="PA in leerweg KB", school=NU)
    assert (found.state, found.choices) == ("overtreden", ("module P/PA/01",))


def test_a_module_that_is_not_in_the_leerweg_may_be_a_keuzevak() -> None:
    chosen = "kiest module P/PA/02 als keuzevak"
    assert rule("geen-dubbele-inhoud", chosen, volgt="PA in leerweg BB", school=NU).state == "voldaan"
