"""`docs/nl/betekenis.md`, "Het oordeel": what rules make together, and what is told beside that."""

import pytest
from engine.judging import (
    PROFIELEN,
    SCHOOL,
    broken,
    judged,
    linked,
    noted,
    pupil,
    reserved,
    states,
    unmet,
)

from routeplanner.api import Verdict

LASSEN = 'kiest keuzemodule "Lassen"'
GELEZEN = '  bron: "Een tekst, art. 1"\n  gecontroleerd op: 2026-11-23'


def verdict_of(more: str, *sentences: str, volgt: str = "VT in leerweg KB", school: str = SCHOOL) -> Verdict:
    return judged(pupil(*sentences, volgt=volgt, more=more, school=school), "Leerling")


# ---- which rules must hold


def test_a_regel_of_the_school_must_hold() -> None:
    verdict = verdict_of('regel r\n  nooit keuzemodule "Lassen"', LASSEN)
    assert (verdict.verdict, broken(verdict)) == ("ongeldig", ["r"])


def test_an_advies_never_changes_the_verdict() -> None:
    verdict = verdict_of('advies r\n  nooit keuzemodule "Lassen"', LASSEN)
    assert (verdict.verdict, [rule.id for rule in verdict.advice]) == ("geldig", ["r"])


def test_an_advies_that_is_open_is_told() -> None:
    verdict = verdict_of('advies r\n  verplicht keuzemodule "Lassen"')
    assert (verdict.verdict, [rule.id for rule in verdict.advice]) == ("geldig", ["r"])


def test_an_advies_that_is_followed_is_not_told() -> None:
    assert verdict_of('advies r\n  verplicht keuzemodule "Lassen"', LASSEN).advice == ()


def test_a_wet_must_hold() -> None:
    verdict = verdict_of(f'regel r\n  nooit keuzemodule "Lassen"\n  gezag: wet\n{GELEZEN}', LASSEN)
    assert broken(verdict) == ["r"]


RICHTLIJN = f'regel r\n  nooit keuzemodule "Lassen"\n  gezag: richtlijn\n{GELEZEN}'


def test_a_richtlijn_only_warns() -> None:
    verdict = verdict_of(RICHTLIJN, LASSEN)
    assert (verdict.verdict, [rule.id for rule in verdict.advice]) == ("geldig", ["r"])


def test_a_richtlijn_that_the_school_takes_over_must_hold() -> None:
    verdict = verdict_of(f"{RICHTLIJN}\n\nregel eigen\n  neemt over: r", LASSEN)
    assert (verdict.verdict, broken(verdict)) == ("ongeldig", ["r"])


# ---- for whom they hold


@pytest.mark.parametrize(
    ("bereik", "holds"),
    [
        ("programma: VT", True),
        ("programma: HV", False),
        ("programma: HV, VT", True),
        ("leerwegen: KB", True),
        ("leerwegen: BB", False),
        ('doel: "Verkopen"', True),
        ('doel: "Iets anders"', False),
        ("schooljaar: 2009-2010", True),
        ("schooljaar: vanaf 2010-2011", False),
        ("schooljaar: t/m 2008-2009", False),
        ("programma: VT\n  leerwegen: BB", False),
        ("leerjaar: 4", True),
    ],
)
def test_a_rule_holds_for_its_own_routes(bereik: str, holds: bool) -> None:  # noqa: FBT001 - a row of a table
    more = f'doel "Iets anders"\n  soort: beroep\n\nregel r\n  hoogstens 0 stages\n  {bereik}'
    assert ("r" in states(verdict_of(more, 'doel: "Verkopen"'))) is holds


def test_a_rule_for_a_goal_does_not_hold_without_one() -> None:
    assert "r" not in states(verdict_of('regel r\n  hoogstens 0 stages\n  doel: "Verkopen"'))


def test_the_cohort_of_a_route_may_be_another_than_the_schools() -> None:
    more = "regel r\n  hoogstens 0 stages\n  schooljaar: 2008-2009"
    assert "r" in states(verdict_of(more, "schooljaar: 2008-2009"))


# ---- for which years a text was read


def test_a_rule_outside_the_years_that_were_read_is_not_checked() -> None:
    more = f'regel r\n  nooit keuzemodule "Lassen"\n  gezag: wet\n  geldig: vanaf 2010-2011\n{GELEZEN}'
    verdict = verdict_of(more, LASSEN)
    assert (verdict.verdict, unmet(verdict)) == ("geldig", {"r": "niet gecontroleerd"})


def test_the_same_rule_is_checked_for_a_later_cohort() -> None:
    more = f'regel r\n  nooit keuzemodule "Lassen"\n  gezag: wet\n  geldig: vanaf 2010-2011\n{GELEZEN}'
    assert broken(verdict_of(more, LASSEN, "schooljaar: 2010-2011")) == ["r"]


def test_a_programme_outside_its_years_is_a_reservation() -> None:
    text = """
programma XX "Oud"
  soort: afdelingsprogramma
  geldig: t/m 2008-2009

  eenheid XX/K/1 "Een"
    SE: KB

route "Leerling"
  volgt XX in leerweg KB
  schooljaar: 2009-2010
"""
    verdict = judged(linked(text), "Leerling")
    assert (verdict.verdict, reserved(verdict)) == ("geldig", [("cohort", "XX", "2009-2010")])


def test_a_programme_that_was_not_read_whole_is_a_reservation() -> None:
    text = """
programma XX "Half"
  soort: afdelingsprogramma
  volledig: nee

  eenheid XX/K/1 "Een"
    CE: KB

route "Leerling"
  volgt XX in leerweg KB
"""
    verdict = judged(linked(text), "Leerling")
    assert (verdict.verdict, reserved(verdict)) == ("geldig", [("volledig", "XX")])


OFFICIAL = """
school "Testschool"
  schooljaar: {year}
  biedt aan: {programma}
  leerwegen: KB

route "Leerling"
  volgt {programma} in leerweg KB
"""


def test_landbouw_of_which_only_the_ce_was_read_is_a_reservation() -> None:
    text = OFFICIAL.format(year="2008-2009", programma="plantenteelt")
    verdict = judged(linked(text, "2007/landbouw/plantenteelt.lob"), "Leerling")
    assert reserved(verdict) == [("volledig", "plantenteelt")]


def test_a_programme_of_2007_after_the_profielen_came_is_a_reservation() -> None:
    text = OFFICIAL.format(year="2016-2017", programma="VT")
    verdict = judged(linked(text, "2007/voertuigentechniek.lob"), "Leerling")
    assert reserved(verdict) == [("cohort", "VT", "2016-2017")]


def test_a_rule_of_the_law_in_a_year_that_was_not_read_is_not_checked() -> None:
    text = OFFICIAL.format(year="2018-2019", programma="MET")
    assert states(judged(linked(text, *PROFIELEN), "Leerling"))["vier-keuzevakken"] == "niet gecontroleerd"


# ---- together


def test_with_everything_met_it_is_geldig() -> None:
    verdict = verdict_of("regel r\n  verplicht VT/K/9")
    assert (verdict.verdict, verdict.reservations, unmet(verdict)) == ("geldig", (), {})


def test_one_broken_rule_is_enough_whatever_is_open() -> None:
    more = 'regel a\n  verplicht keuzemodule "Lassen"\n\nregel b\n  nooit VT/K/9'
    verdict = verdict_of(more)
    assert (verdict.verdict, [rule.id for rule in verdict.broken]) == ("ongeldig", ["b"])


def test_what_is_open_is_told_beside_it() -> None:
    more = 'regel a\n  verplicht keuzemodule "Lassen"\n\nregel b\n  nooit VT/K/9'
    assert [rule.id for rule in verdict_of(more).open] == ["a"]


def test_a_condition_on_each_periode_that_cannot_fail_must_be_met() -> None:
    # no second keuzemodule fits in a periode, so the condition holds whatever is added
    more = "regel r\n  als hoogstens één keuzemodule per periode dan nooit VT/K/9"
    assert verdict_of(more, f"{LASSEN} in leerjaar 3 periode 1").verdict == "ongeldig"


def test_an_open_rule_is_not_geldig() -> None:
    verdict = verdict_of('regel a\n  verplicht keuzemodule "Lassen"')
    assert verdict.verdict != "geldig"
    assert unmet(verdict) == {"a": "open"}


def test_a_rule_that_is_not_checked_is_a_reservation() -> None:
    verdict = verdict_of("regel r\n  niet gecontroleerd")
    assert (verdict.verdict, reserved(verdict)) == ("geldig", [("regel", "r")])


def test_a_rule_with_unknown_hours_is_a_reservation() -> None:
    verdict = verdict_of("regel r\n  hoogstens 100 uur verbreding", "verbreedt met HV/K/12")
    assert ("regel", "r") in reserved(verdict)


def test_a_rule_that_is_inferred_is_a_reservation() -> None:
    verdict = verdict_of(f"regel r\n  verplicht VT/K/9\n  gezag: wet\n{GELEZEN}\n  afgeleid: ja")
    assert (verdict.verdict, reserved(verdict)) == ("geldig", [("afgeleid", "r")])


def test_a_unit_without_a_mark_is_a_reservation() -> None:
    text = """
programma XX "Zonder merk"
  soort: intrasectoraal

  eenheid XX/1 "Een"
    toetsing: onbekend
    leerwegen: KB

route "Leerling"
  volgt XX in leerweg KB
"""
    verdict = judged(linked(text), "Leerling")
    assert (verdict.verdict, reserved(verdict)) == ("geldig", [("toetsing", "XX/1", "XX")])


# ---- algemene vakken that the school does not offer

VAKKEN = f"""
programma NE "Nederlandse taal"
  soort: algemeen vak

regel een-vak
  verplicht "Nederlandse taal"
  gezag: wet
{GELEZEN}
  afgeleid: ja

regel twee-vakken
  minstens twee vakken

regel als-vakken
  als "Nederlandse taal" dan minstens één stage

regel vereist-vak
  VT/K/9 vereist "Nederlandse taal"
"""
OVER_VAKKEN = ("een-vak", "twee-vakken", "als-vakken", "vereist-vak")


def test_where_a_school_offers_no_vakken_the_rules_about_them_are_not_checked() -> None:
    verdict = verdict_of(VAKKEN)
    assert unmet(verdict) == dict.fromkeys(OVER_VAKKEN, "niet gecontroleerd")
    assert verdict.verdict == "geldig"


def test_that_is_one_reservation_for_all_of_them() -> None:
    assert reserved(verdict_of(VAKKEN)) == [("vakken",)]


def test_where_a_school_offers_one_they_are_checked() -> None:
    school = SCHOOL.replace("biedt aan: VT, HV", "biedt aan: VT, HV, NE")
    assert states(verdict_of(VAKKEN, school=school))["een-vak"] == "open"


# ---- notes


def test_a_unit_that_is_ce_elsewhere_is_noted() -> None:
    verdict = verdict_of("", "verbreedt met HV/K/9 en 10")
    assert noted(verdict) == [("ce-elders", "HV/K/9", "HV", "BB, KB")]


def test_a_unit_of_another_leerweg_is_noted() -> None:
    text = """
programma XX "Deels"
  soort: afdelingsprogramma

  eenheid XX/K/1 "In KB"
    SE: KB
  eenheid XX/K/2 "In BB en GL"
    SE: BB, GL

verbreding "Over de leerweg"
  uit: XX/K/2

route "Leerling"
  volgt XX in leerweg KB
  verbreedt met XX/K/2
"""
    verdict = judged(linked(text), "Leerling")
    assert (verdict.verdict, noted(verdict)) == ("geldig", [("andere-leerweg", "XX/K/2", "XX", "BB, GL")])
