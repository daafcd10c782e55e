"""Ontheffingen: what they waive, for whom and until when."""

from datetime import date

import pytest
from engine.judging import SCHOOL, broken, errors, judged, linked, states

from routeplanner.api import Curriculum, Verdict

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


def school(regel: str, tot: str = "") -> Curriculum:
    last = f"  tot: {tot}\n" if tot else ""
    text = f'ontheffing {regel} voor route "Leerling"\n  reden: "Ziek geweest"\n  door: "decaan"\n{last}'
    return linked(f"{SCHOOL_VT}\n{text}", "2007/voertuigentechniek.lob", "2007/handel-en-verkoop.lob")


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
