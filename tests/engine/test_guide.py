"""The cases of the guide, by their row: what holds by what each rule says by itself.

Rows 2, 6 to 8, 11, 12, 19, 20, 25 to 27, 29 and 30 ask for more. Of these stands here what each rule by itself
says, and what a change does; the rest is in test_guide_together.py.
"""

from datetime import date

import pytest
from engine.guide import BOTSING, DRIE, TWEE_TEGELIJK, TYPEN, VIER, ZONDER_MEDIA, college, hours, met
from engine.judging import (
    ROOT,
    broken,
    bundled,
    errors,
    judged,
    linked,
    noted,
    reserved,
    states,
    unmet,
)

from routeplanner import api
from routeplanner.api import Verdict
from routeplanner.engine.needless import needless
from routeplanner.language.formatting import format_text
from routeplanner.model.quantities import Leerweg, Toetsing
from routeplanner.model.rules import EenheidId, Grootheid
from routeplanner.present.figure import figure_of
from routeplanner.text.source import Source

NOTED = [("ce-elders", "HV/K/9", "HV", "BB, KB"), ("ce-elders", "HV/K/11", "HV", "BB, KB")]


# ---- 1: the autoverkoper


def test_row_1_the_autoverkoper_is_geldig_without_any_reservation() -> None:
    verdict = college()
    assert (verdict.verdict, unmet(verdict), reserved(verdict)) == ("geldig", {}, [])


def test_row_1_it_is_84_uur_verbreding() -> None:
    assert hours(college()) == 84


def test_row_1_two_units_are_noted_as_ce_elsewhere() -> None:
    assert noted(college()) == NOTED


# ---- 2: too much verbreding


def test_row_2_typediploma_on_top_is_ongeldig_by_the_120_uur_rule() -> None:
    verdict = college(TYPEN)
    assert (verdict.verdict, broken(verdict), hours(verdict)) == ("ongeldig", ["maatwerk-max"], 134)


@pytest.mark.parametrize(
    ("dropped", "left"),
    [
        ("HV/K/9", 102),
        ("HV/K/10", 106),
        ("HV/K/11", 110),
        ('verdieping "Typediploma" van HA/K/4', 114),
    ],
)
def test_row_2_without_any_one_of_these_it_fits(dropped: str, left: int) -> None:
    verdict = college(TYPEN, f"zonder {dropped}")
    assert (verdict.verdict, hours(verdict)) == ("geldig", left)


def test_row_2_what_is_done_changes_nothing_of_that() -> None:
    assert broken(college(TYPEN, "afgerond: HV/K/9, 10, 11")) == ["maatwerk-max"]


# ---- 3, 4, 5


def test_row_3_without_vt_k_9_exactly_two_rules_are_broken() -> None:
    verdict = college("zonder VT/K/9")
    assert (verdict.verdict, broken(verdict)) == ("ongeldig", ["klepsturing", "verkennen-verplicht"])


def test_row_4_to_deepen_what_was_replaced_breaks_that_rule_alone() -> None:
    verdict = college("verdiept VT/K/9")
    assert (verdict.verdict, broken(verdict)) == ("ongeldig", ["handel-in-plaats-van-techniek"])


def test_row_5_three_verdiepingen_where_two_are_allowed_break_that_rule_alone() -> None:
    verdict = college(DRIE, route="Sanne Verzonnen")
    assert (verdict.verdict, broken(verdict)) == ("ongeldig", ["automatisering"])


@pytest.mark.parametrize("dropped", ["Typediploma", "Een webwinkel bouwen", "Folders ontwerpen"])
def test_row_5_without_any_one_of_the_three_it_is_geldig(dropped: str) -> None:
    zonder = f'zonder verdieping "{dropped}" van HA/K/4'
    assert college(DRIE, zonder, route="Sanne Verzonnen").verdict == "geldig"


# ---- 6, 7: four modules


def test_row_6_two_of_four_modules_leave_exactly_that_rule_open() -> None:
    text = """
voorbeeld "Proef"
  volgt VT in leerweg KB
  kiest keuzemodule "Je eigen bedrijf starten" in leerjaar 3 periode 1
  kiest keuzemodule "Lassen" in leerjaar 3 periode 3
  loopt stage "Oriënterende stage" in leerjaar 3
  verwacht geldig
"""
    verdict = judged(bundled("voorbeeldcollege", text), "Proef")
    assert verdict.verdict not in ("geldig", "ongeldig")
    assert unmet(verdict) == {"vier-modules": "open"}


def test_row_7_two_modules_in_one_periode_break_that_rule_alone() -> None:
    verdict = college(ZONDER_MEDIA, TWEE_TEGELIJK)
    assert (verdict.verdict, broken(verdict)) == ("ongeldig", ["één-module-per-periode"])


def test_row_7_moving_one_to_a_free_periode_helps() -> None:
    moved = TWEE_TEGELIJK.replace("periode 4", "periode 3")
    assert college(ZONDER_MEDIA, moved).verdict == "geldig"


def test_row_7_moving_it_to_a_periode_in_which_it_is_not_given_does_not() -> None:
    moved = TWEE_TEGELIJK.replace("periode 4", "periode 1")
    without = 'zonder keuzemodule "Beeld en media" en keuzemodule "Lassen"'
    assert broken(college(without, moved)) == ["aanbod"]


# ---- 8: each could be met, not all


def test_row_8_no_single_rule_is_broken_and_it_is_not_geldig() -> None:
    verdict = judged(linked(BOTSING), "Leerling")
    assert broken(verdict) == []
    assert unmet(verdict) == {"genoeg": "open"}
    assert verdict.verdict != "geldig"


# ---- 9, 10: codes in more than one programme, and in one leerweg only


def test_row_9_kevin_in_bb_is_geldig() -> None:
    verdict = college(route="Kevin")
    assert (verdict.verdict, unmet(verdict), reserved(verdict)) == ("geldig", {}, [])


def test_row_9_of_kevin_b_k_11_is_verbreding() -> None:
    verdict = college(route="Kevin")
    assert (hours(verdict), hours(verdict, Grootheid.VERDIEPING)) == (40, 20)


def test_row_9_his_leerweg_is_noted() -> None:
    assert noted(college(route="Kevin")) == [("andere-leerweg", "B/K/11", "timmeren", "KB, GL")]


def test_row_9_his_own_b_k_3_is_that_of_timmeren() -> None:
    keuzes = college(route="Kevin").selection.gekozen
    assert {str(k.eenheid): k.eenheid.programma for k in keuzes if k.eenheid}["B/K/3"] == "timmeren"


def test_row_9_in_kb_it_is_the_other_way_round() -> None:
    verdict = college(route="Kevin in KB")
    assert verdict.verdict == "geldig"
    assert noted(verdict) == [("andere-leerweg", "B/K/3", "timmeren", "BB")]
    assert (hours(verdict), hours(verdict, Grootheid.VERDIEPING)) == (40, 16)


def test_row_10_a_code_of_five_programmes_is_ambiguous() -> None:
    curriculum = bundled("voorbeeldcollege", "regel tekenen\n  verplicht B/K/3\n")
    (found,) = (d for d in curriculum.diagnostics if d.code == "RP202")
    five = "`bouw-breed`, `metselen`, `timmeren`, `schilderen`, `fijnhoutbewerken`"
    assert (found.span.text, found.params["programmas"]) == ("B/K/3", five)
    assert len(found.related) == 5


def test_row_10_the_hint_says_uit() -> None:
    curriculum = bundled("voorbeeldcollege", "regel tekenen\n  verplicht B/K/3\n")
    (found,) = (d for d in curriculum.diagnostics if d.code == "RP202")
    assert found.help is not None
    assert (found.help.key, found.help.params) == (
        "schrijf-uit",
        {"code": "B/K/3", "programma": "bouw-breed"},
    )


@pytest.mark.parametrize("line", ["verplicht B/K/3 uit metselen", "verplicht B/K/3\n  programma: timmeren"])
def test_row_10_with_a_programme_it_is_clear(line: str) -> None:
    assert errors(bundled("voorbeeldcollege", f"regel tekenen\n  {line}\n")) == []


# ---- 11: Joselien


@pytest.mark.parametrize(("route", "doel"), [("Joselien", "SPW"), ("Joselien na haar stage", "SCW")])
def test_row_11_before_and_after_her_stage_joselien_is_geldig(route: str, doel: str) -> None:
    verdict = college(route=route)
    assert (verdict.verdict, verdict.selection.curriculum.doelen[doel.lower()].naam) == ("geldig", doel)
    assert verdict.selection.route.doel == doel.lower()


# ---- 12 to 18: profielen


UITGESLOTEN = ("regel", "uitgesloten-combinaties")
DEEL = ("afgeleid", "gemeenschappelijk-deel")


def test_row_12_three_keuzevakken_leave_exactly_the_rule_of_the_law_open() -> None:
    verdict = met("kiest keuzevak K/EO/01, 05, 06")
    assert verdict.verdict not in ("geldig", "ongeldig")
    assert {id_ for id_, state in unmet(verdict).items() if state == "open"} == {"vier-keuzevakken"}


def test_row_12_it_names_the_article() -> None:
    (rule,) = met("kiest keuzevak K/EO/01, 05, 06").open
    assert rule.regel is not None
    assert "art. 3.6 lid 1" in rule.regel.bron[0]


def test_row_13_four_keuzevakken_in_kb_are_geldig_with_a_reservation() -> None:
    verdict = met(*VIER)
    assert (verdict.verdict, reserved(verdict)) == ("geldig", [UITGESLOTEN, DEEL])
    assert unmet(verdict) == {"uitgesloten-combinaties": "niet gecontroleerd"}


def test_row_13_where_the_school_offers_no_vakken_that_is_one_reservation() -> None:
    verdict = met(*VIER, vakken=False)
    assert (verdict.verdict, reserved(verdict)) == ("geldig", [UITGESLOTEN, ("vakken",)])


def test_row_14_two_keuzevakken_in_gl_are_geldig_with_a_reservation() -> None:
    verdict = met("kiest keuzevak K/EO/01, 05", leerweg="GL")
    assert verdict.verdict == "geldig"
    assert reserved(verdict) == [
        UITGESLOTEN,
        DEEL,
        ("afgeleid", "nog-een-vak-in-gl"),
        ("regel", "derde-leerjaar-gl"),
    ]


def test_row_14_gl_has_its_two_modules() -> None:
    chosen = met("kiest keuzevak K/EO/01, 05", leerweg="GL").selection.gekozen
    assert [str(k) for k in chosen if str(k).startswith("P/")] == ["P/MET/01", "P/MET/03"]


def test_row_15_bb_may_take_a_keuzevak_of_kb() -> None:
    verdict = met("kiest keuzevak K/ZW/07, K/EO/01, 05, K/MET/13", leerweg="BB")
    assert (verdict.verdict, reserved(verdict)) == ("geldig", [UITGESLOTEN, DEEL])
    assert states(verdict)["keuzevak-niveau"] == "voldaan"


def test_row_16_kb_may_not_take_a_keuzevak_of_gl() -> None:
    verdict = met("kiest keuzevak K/MT/10, K/EO/01, 05, K/MET/13")
    assert (verdict.verdict, broken(verdict)) == ("ongeldig", ["keuzevak-niveau"])


def test_row_17_a_module_of_the_own_profielvak_is_no_keuzevak() -> None:
    verdict = met(*VIER, "kiest module P/MET/02 als keuzevak")
    assert (verdict.verdict, broken(verdict)) == ("ongeldig", ["geen-dubbele-inhoud"])


def test_row_17_it_is_marked_as_inferred() -> None:
    assert ("afgeleid", "geen-dubbele-inhoud") in reserved(met("kiest module P/MET/02 als keuzevak"))


def test_row_17_it_is_not_where_it_plays_no_part() -> None:
    assert ("afgeleid", "geen-dubbele-inhoud") not in reserved(met(*VIER))


DRIE_MODULES = (
    "kiest keuzevak K/MET/13",
    "kiest module P/EO/01 als keuzevak",
    "kiest module P/EO/02 als keuzevak",
    "kiest module P/EO/03 als keuzevak",
)


def test_row_18_three_modules_of_one_profiel_are_a_warning() -> None:
    verdict = met(*DRIE_MODULES)
    assert (verdict.verdict, broken(verdict)) == ("geldig", [])
    assert [rule.id for rule in verdict.advice] == ["modules-uit-één-profiel"]


def test_row_18_where_the_school_took_it_over_it_is_hard() -> None:
    verdict = met(*DRIE_MODULES, regels="\nregel modules-max\n  neemt over: modules-uit-één-profiel\n")
    assert (verdict.verdict, broken(verdict)) == ("ongeldig", ["modules-uit-één-profiel"])


# ---- 19, 29: a school beside the law


def test_row_19_a_school_may_offer_just_enough() -> None:
    four = "  keuzevakken: K/EO/01, 05, 06, K/MET/13"
    assert met(*VIER, regels=four).verdict == "geldig"


def test_row_29_the_verdict_follows_the_law_and_not_a_looser_school() -> None:
    verdict = met("kiest keuzevak K/EO/01, 05, 06", regels="\nregel drie\n  minstens drie keuzevakken\n")
    assert states(verdict)["drie"] == "voldaan"
    assert states(verdict)["vier-keuzevakken"] == "open"
    assert verdict.verdict != "geldig"


# ---- 20: a goal above what BB leads to


def test_row_20_a_bb_pupil_may_have_a_goal_of_niveau_3() -> None:
    verdict = college(route="Autoverkoper in BB")
    doel = verdict.selection.curriculum.doelen["autoverkoper"]
    assert (verdict.verdict, doel.niveau, verdict.selection.leerweg) == ("geldig", 3, Leerweg.BB)


# ---- 21, 22: what the sources do not say, or say twice


def test_row_21_a_unit_of_techniek_breed_without_a_mark_is_a_reservation() -> None:
    text = """
school "Breed"
  schooljaar: 2009-2010
  biedt aan: TB
  leerwegen: KB

route "Leerling"
  volgt TB in leerweg KB
"""
    verdict = judged(linked(text, "2007/techniek-breed.lob"), "Leerling")
    assert verdict.verdict == "geldig"
    assert reserved(verdict) == [("toetsing", f"TB/{n}", "TB") for n in range(1, 7)]


def test_row_22_k_eo_09_is_one_keuzevak_and_says_that_there_were_two() -> None:
    curriculum = bundled("profielschool")
    keuzevak = curriculum.eenheden[EenheidId("EO", "K/EO/09")]
    assert keuzevak.leerwegen == (Leerweg.BB, Leerweg.KB, Leerweg.GL)
    assert any("twee keer" in opmerking for opmerking in keuzevak.opmerking)


def test_row_22_vz_k_1_is_two_units_told_apart() -> None:
    curriculum = api.load(ROOT / "curricula/2007/verzorging.lob")
    both = [unit for id_, unit in curriculum.eenheden.items() if id_.code == "VZ/K/1"]
    assert [str(unit.id) for unit in both] == ["VZ/K/1", "VZ/K/1 (2)"]
    assert both[0].titel != both[1].titel


def test_row_22_bt_k_23_is_partly_ce() -> None:
    curriculum = api.load(ROOT / "curricula/2007/bouwtechniek-schilderen.lob")
    unit = curriculum.eenheden[EenheidId("schilderen", "BT/K/23")]
    assert dict(unit.toetsing) == {Leerweg.BB: Toetsing.DEELS_CE, Leerweg.KB: Toetsing.DEELS_CE}


def test_row_22_that_it_is_partly_ce_is_shown() -> None:
    text = 'route "Leerling"\n  volgt schilderen in leerweg KB\n'
    curriculum = linked(text, "2007/bouwtechniek-schilderen.lob")
    drawn = figure_of(api.select(curriculum, curriculum.routes["leerling"]))
    assert [box.note for row in drawn.rows for box in row.boxes if box.name == "BT/K/23"] == ["deels CE"]


# ---- 23, 24: ontheffingen

ONTHEFFING = """
ontheffing {regel} voor route "Autoverkoper"
  reden: "Doet mee aan de vakwedstrijden"
  door: "teamleider"
  tot: {tot}
"""


def waived(regel: str = "maatwerk-max", tot: str = "2010-07-31", *sentences: str) -> Verdict:
    return college(TYPEN, *sentences, more=ONTHEFFING.format(regel=regel, tot=tot))


def test_row_23_with_it_the_route_is_geldig_and_it_is_named() -> None:
    verdict = waived()
    assert (verdict.verdict, hours(verdict)) == ("geldig", 134)
    assert [exception.reden for exception in verdict.exceptions] == ["Doet mee aan de vakwedstrijden"]


def test_row_23_expired_it_is_ongeldig_and_told() -> None:
    more = ONTHEFFING.format(regel="maatwerk-max", tot="2010-01-31")
    text = f'{more}\nvoorbeeld "Proef"\n  gegeven route "Autoverkoper"\n  {TYPEN}\n  verwacht ongeldig\n'
    curriculum = bundled("voorbeeldcollege", text, op=date(2010, 7, 31))
    assert [d.span.text for d in curriculum.diagnostics if d.code == "RP307"] == ["maatwerk-max"]
    assert broken(judged(curriculum, "Proef")) == ["maatwerk-max"]


WET = """
regel uit-de-wet
  hoogstens 120 uur verbreding
  gezag: wet
  bron: "Een wet, art. 1"
  gecontroleerd op: 2026-11-23
"""


def test_row_23_one_of_a_law_rule_is_an_error() -> None:
    curriculum = bundled("voorbeeldcollege", WET + ONTHEFFING.format(regel="uit-de-wet", tot="2010-07-31"))
    (found,) = (d for d in curriculum.diagnostics if d.code == "RP309")
    assert (found.severity.value, found.span.text) == ("error", "uit-de-wet")


def test_row_23_one_of_a_rule_for_others_is_a_warning() -> None:
    text = ONTHEFFING.format(regel="automatisering", tot="2010-07-31")  # a rule for HA
    (found,) = (d for d in bundled("voorbeeldcollege", text).diagnostics if d.code == "RP308")
    assert (found.severity.value, found.span.text) == ("warning", "automatisering")


def test_row_23_one_that_is_no_longer_needed_is_a_warning() -> None:
    text = ONTHEFFING.format(regel="maatwerk-max", tot="2010-07-31")  # 84 uur is within the 120
    (found,) = needless(bundled("voorbeeldcollege", text))
    assert (found.severity.value, found.span.text) == ("warning", "maatwerk-max")


def test_row_24_an_earlier_name_of_the_rule_still_applies() -> None:
    verdict = waived("verbreding-max")
    assert (verdict.verdict, [exception.regel for exception in verdict.exceptions]) == (
        "geldig",
        ["maatwerk-max"],
    )


# ---- 25, 26, 30


def test_row_25_afgerond_stays_in_the_route() -> None:
    verdict = college(TYPEN, "afgerond: HV/K/9, 10, 11")
    done = {str(keuze) for keuze in verdict.selection.route.afgerond}
    assert {"HV/K/9", "HV/K/10", "HV/K/11"} <= done <= {str(keuze) for keuze in verdict.selection.gekozen}


MINSTENS_VIJF = """
regel minstens-vijf
  minstens vijf van HV/K/9 t/m 12, HA/K/4

regel hoogstens-drie
  hoogstens drie van HV/K/9 t/m 12, HA/K/4
"""


def test_row_26_minstens_5_and_hoogstens_3_is_told_on_the_rules() -> None:
    curriculum = bundled("voorbeeldcollege", MINSTENS_VIJF)
    (found,) = (d for d in curriculum.diagnostics if d.code == "RP305")
    assert found.span.text == "hoogstens drie van HV/K/9 t/m 12, HA/K/4"
    assert [label.span.text for label in found.related] == ["minstens vijf van HV/K/9 t/m 12, HA/K/4"]


def test_row_26_no_route_meets_both() -> None:
    curriculum = bundled("voorbeeldcollege", MINSTENS_VIJF)
    ids = ("minstens-vijf", "hoogstens-drie")
    for route in curriculum.routes:
        verdict = judged(curriculum, route)
        assert verdict.verdict != "geldig"
        assert [states(verdict)[id_] for id_ in ids] != ["voldaan", "voldaan"]


def test_row_30_hv_k_12_on_top_breaks_the_120_uur_rule() -> None:
    verdict = college("verbreedt met HV/K/12")
    assert (verdict.verdict, broken(verdict), hours(verdict)) == ("ongeldig", ["maatwerk-max"], 124)


@pytest.mark.parametrize("dropped", ["HV/K/9", "HV/K/10", "HV/K/11"])
def test_row_30_each_drop_of_one_frees_enough(dropped: str) -> None:
    assert college("verbreedt met HV/K/12", f"zonder {dropped}").verdict == "geldig"


# ---- 28: ways to write a list

LISTS = ("HV/K/9, 10, 11", "HV/K/9 t/m 11", "hv/k/9, 10 en 11")


def test_row_28_three_ways_to_write_a_list_are_the_same_set() -> None:
    groups = "\n\n".join(f"groep g{number}\n  bevat: {written}" for number, written in enumerate(LISTS))
    curriculum = linked(groups, "2007/handel-en-verkoop.lob")
    assert errors(curriculum) == []
    sets = [curriculum.groepen[f"g{number}"].keuzes for number in range(len(LISTS))]
    assert [str(keuze) for keuze in sets[0]] == ["HV/K/9", "HV/K/10", "HV/K/11"]
    assert sets[0] == sets[1] == sets[2]


@pytest.mark.parametrize("written", ["HV/K/9, 10, 11", "hv/k/9, 10 en 11", "HV/K/9,10,11"])
def test_row_28_the_formatter_writes_one_of_them(written: str) -> None:
    text = f'route "x"\n  volgt VT\n  verbreedt met {written}\n'
    wrote = format_text(Source("a.lob", text)).text
    assert wrote is not None
    assert wrote.splitlines()[2] == "  verbreedt met HV/K/9, 10 en 11"
