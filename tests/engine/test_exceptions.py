"""Ontheffingen: what they waive, for whom and until when."""

from datetime import date
from pathlib import Path

import pytest
from engine.judging import SCHOOL, broken, errors, judged, linked, noted, states

from routeplanner import api
from routeplanner.api import Curriculum, Verdict
from routeplanner.engine.needless import needless

SCHOOL_VT = (
    SCHOOL
    + """
regel weinig "Weinig modules"
  hoogstens één keuzemodule
  heette eerder: zuinig, krap

regel wet-weinig
  hoogstens één stage
  gezag: wet
  bron: "Een wet, art. 1"
  gecontroleerd op: 2026-11-23

route "Leerling"
  volgt VT in leerweg KB
  kiest keuzemodule "Lassen" en keuzemodule "Feest"

route "Een ander"
  volgt VT in leerweg KB
  kiest keuzemodule "Lassen" en keuzemodule "Feest"

voorbeeld "Van de leerling"
  gegeven route "Leerling"
  verwacht geldig
"""
)


def waived(regel: str, tot: str = "", *, name: str = "Leerling", op: date | None = None) -> Verdict:
    return judged(school(regel, tot), name, op=op)


def school(regel: str, tot: str = "", *, more: str = "", op: date | None = None) -> Curriculum:
    last = f"  tot: {tot}\n" if tot else ""
    text = f'ontheffing {regel} voor route "Leerling"\n  reden: "Ziek geweest"\n  door: "decaan"\n{last}'
    used = ("2007/voertuigentechniek.lob", "2007/handel-en-verkoop.lob")
    return linked(f"{SCHOOL_VT}\n{more}\n{text}", *used, op=op)


def test_without_one_the_rule_is_broken() -> None:
    assert broken(waived("weinig", name="Een ander")) == ["weinig"]


def test_a_rule_that_is_waived_is_not_judged() -> None:
    verdict = waived("weinig")
    assert "weinig" not in states(verdict)
    assert verdict.verdict == "geldig"


def test_it_is_named_with_its_reason() -> None:
    (exception,) = waived("weinig").exceptions
    assert (exception.regel, exception.reden, exception.door) == ("weinig", "Ziek geweest", "decaan")


def test_it_holds_for_an_example_of_the_route() -> None:
    assert waived("weinig", name="Van de leerling").verdict == "geldig"


@pytest.mark.parametrize("earlier", ["zuinig", "krap", "Zuinig"])
def test_it_holds_under_an_earlier_name_of_the_rule(earlier: str) -> None:
    assert waived(earlier).verdict == "geldig"


def test_without_a_day_it_is_judged_on_the_last_day_of_the_schooljaar() -> None:
    assert waived("weinig", "2010-07-31").verdict == "geldig"
    assert broken(waived("weinig", "2010-07-30")) == ["weinig"]


def test_it_is_judged_on_the_day_that_is_given() -> None:
    assert waived("weinig", "2010-01-31", op=date(2010, 1, 31)).verdict == "geldig"
    assert broken(waived("weinig", "2010-01-31", op=date(2010, 2, 1))) == ["weinig"]


def test_one_that_has_expired_is_not_named() -> None:
    assert waived("weinig", "2010-01-31").exceptions == ()


def test_one_of_the_law_changes_nothing() -> None:
    curriculum = school("wet-weinig")
    assert errors(curriculum) == ["RP309 wet-weinig"]
    assert states(judged(curriculum, "Leerling"))["wet-weinig"] == "voldaan"
    assert judged(curriculum, "Leerling").exceptions == ()


def test_one_of_a_rule_that_holds_everywhere_changes_nothing() -> None:
    curriculum = school("aanbod")
    assert errors(curriculum) == ["RP309 aanbod"]
    assert states(judged(curriculum, "Leerling"))["aanbod"] == "voldaan"


# ---- the day


def test_it_is_judged_on_the_day_on_which_the_text_was_checked() -> None:
    assert judged(school("weinig", "2010-01-31", op=date(2010, 1, 31)), "Leerling").verdict == "geldig"
    assert broken(judged(school("weinig", "2010-01-31", op=date(2010, 2, 1)), "Leerling")) == ["weinig"]


def test_a_voorbeeld_is_judged_on_the_last_day_of_the_schooljaar_whenever_that_is_done() -> None:
    curriculum = school("weinig", "2010-07-30", op=date(2010, 1, 1))
    (outcome,) = api.run_examples(curriculum)
    assert broken(outcome.verdict) == ["weinig"]


# ---- a rule that takes over a richtlijn

RICHTLIJN = """
regel goede-raad
  hoogstens één keuzemodule
  gezag: richtlijn
  bron: "slo.nl"
  gecontroleerd op: 2026-11-23

regel onze-raad
  neemt over: goede-raad
"""


def of_guidance(regel: str, more: str = "") -> dict[str, str]:
    curriculum = school(regel, more=RICHTLIJN + more)
    return states(judged(curriculum, "Leerling"))


def test_without_one_the_richtlijn_holds() -> None:
    assert of_guidance("weinig")["goede-raad"] == "overtreden"


def test_one_of_the_rule_that_took_it_over_waives_the_richtlijn_too() -> None:
    assert {"goede-raad", "onze-raad"}.isdisjoint(of_guidance("onze-raad"))


def test_one_of_the_richtlijn_waives_no_more_than_that() -> None:
    found = of_guidance("goede-raad")
    assert "goede-raad" not in found
    assert found["onze-raad"] == "voldaan"


def test_what_another_rule_takes_over_as_well_stays() -> None:
    found = of_guidance("onze-raad", "\nregel ook-van-ons\n  neemt over: goede-raad\n")
    assert found["goede-raad"] == "overtreden"


def test_a_wet_that_is_taken_over_stays() -> None:
    found = of_guidance("onze-wet", "\nregel onze-wet\n  neemt over: wet-weinig\n")
    assert found["wet-weinig"] == "voldaan"


# ---- one that is not needed

RUIM = "\nregel ruim\n  hoogstens vier keuzemodules\n"


def overbodig(curriculum: Curriculum) -> list[str]:
    return [f"{finding.code} {finding.span.text}" for finding in needless(curriculum)]


def test_one_of_a_rule_that_is_broken_is_needed() -> None:
    assert overbodig(school("weinig")) == []


def test_one_of_a_rule_that_is_open_is_needed() -> None:
    assert overbodig(school("nog-niet", more='\nregel nog-niet\n  verplicht stage "Kijken"\n')) == []


def test_one_of_a_rule_that_is_met_is_told() -> None:
    curriculum = school("ruim", more=RUIM)
    assert overbodig(curriculum) == ["RP308 ruim"]
    assert noted(judged(curriculum, "Leerling")) == [("ontheffing-overbodig", "ruim")]


def test_one_that_has_expired_is_not_told_again() -> None:
    assert overbodig(school("ruim", "2010-01-31", more=RUIM)) == []


def test_one_of_a_rule_for_others_is_told_by_the_text_alone() -> None:
    assert overbodig(school("ruim", more=f"{RUIM}  programma: HV\n")) == []


def test_one_of_a_rule_that_cannot_be_checked_is_not_told() -> None:
    assert overbodig(school("later", more="\nregel later\n  niet gecontroleerd\n")) == []


def test_one_of_a_rule_that_took_over_a_broken_richtlijn_is_needed() -> None:
    assert overbodig(school("onze-raad", more=RICHTLIJN)) == []


def test_check_tells_of_it(tmp_path: Path) -> None:
    text = 'gebruik "curricula/2007/voertuigentechniek.lob"\n\nregel ruim\n  hoogstens 9 stages\n\n'
    text += 'route "Ada"\n  volgt VT in leerweg KB\n\nontheffing ruim voor route "Ada"\n'
    (tmp_path / "a.lob").write_text(f'{text}  reden: "Ziek"\n  door: "decaan"\n', "utf-8")
    assert [(d.code, d.variant) for d in api.check([tmp_path]).diagnostics] == [("RP308", "voldoet")]
