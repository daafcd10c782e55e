"""RP307 to RP309: an ontheffing that has expired, changes nothing, or may not be."""

from datetime import date

import pytest
from model.findings import SCHOOL, VT, found

TEXT = """
doel "Verkopen"
  soort: beroep

regel r
  hoogstens twee keuzemodules
{bereik}

route "x"
  volgt VT in leerweg KB

ontheffing r voor route "x"
  reden: "Ziek"
  door: "decaan"
{tot}
"""


def ontheffing(bereik: str = "", tot: str = "", *, op: date | None = None) -> list[tuple[str, str]]:
    text = TEXT.format(bereik=f"  {bereik}" if bereik else "", tot=f"  tot: {tot}" if tot else "")
    return found(SCHOOL + text, VT, op=op)


def test_without_a_last_day_it_does_not_expire() -> None:
    assert ontheffing(op=date(2100, 1, 1)) == []


def test_on_its_last_day_it_holds() -> None:
    assert ontheffing(tot="2010-01-31", op=date(2010, 1, 31)) == []


def test_the_day_after_it_has_expired() -> None:
    assert ontheffing(tot="2010-01-31", op=date(2010, 2, 1)) == [("RP307", "r")]


def test_without_a_day_the_last_of_the_schooljaar_is_meant() -> None:
    assert ontheffing(tot="2010-07-31") == []
    assert ontheffing(tot="2010-07-30") == [("RP307", "r")]


@pytest.mark.parametrize("bereik", ["programma: HA", "leerwegen: BB"])
def test_a_rule_that_is_for_others(bereik: str) -> None:
    ha = 'programma HA "Administratie"\n  soort: afdelingsprogramma\n'
    assert found(ha + SCHOOL + TEXT.format(bereik=f"  {bereik}", tot=""), VT) == [("RP308", "r")]


@pytest.mark.parametrize("bereik", ["programma: VT", "leerwegen: KB", "leerjaar: 3"])
def test_a_rule_that_is_for_this_route(bereik: str) -> None:
    assert ontheffing(bereik) == []


def test_a_rule_for_a_goal_that_the_route_has_not_chosen_yet() -> None:
    assert ontheffing('doel: "Verkopen"') == []


def test_a_rule_of_the_law() -> None:
    wet = 'gezag: wet\n  bron: "Een wet, art. 1"\n  gecontroleerd op: 2026-11-23'
    assert ontheffing(wet) == [("RP309", "r")]


def test_a_richtlijn_is_the_schools_to_waive() -> None:
    richtlijn = 'gezag: richtlijn\n  bron: "slo.nl"\n  gecontroleerd op: 2026-11-23'
    assert ontheffing(richtlijn) == []


def test_a_rule_or_a_route_that_is_not_there() -> None:
    text = 'ontheffing weg voor route "nergens"\n  reden: "a"\n  door: "b"'
    assert found(text) == [("RP203", "weg"), ("RP203", '"nergens"')]
