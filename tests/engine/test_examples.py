"""Voorbeelden are tests: those of the bundled schools come true, and what comes of one that does not."""

from functools import cache
from pathlib import Path

import pytest
from engine.judging import SCHOOL, bundled, errors, linked

from routeplanner import api
from routeplanner.api import Curriculum
from routeplanner.engine.examples import Uitkomst, run
from routeplanner.engine.standing import Stand

SCHOLEN = ("voorbeeldcollege", "profielschool")
SAMEN = "voorbeelden-samen.lob"

every_school = pytest.mark.parametrize("school", SCHOLEN)


@cache
def outcomes(school: str) -> tuple[Uitkomst, ...]:
    return tuple(run(bundled(school)))


def names(curriculum: Curriculum, file: str) -> set[str]:
    """Return the names of the examples in files of this name."""
    return {v.naam for v in curriculum.voorbeelden if Path(v.span.source.path).name == file}


def needs_the_rules_together(outcome: Uitkomst) -> bool:
    """Tell whether a rule that must hold is open and none is broken: each by itself says too little."""
    standen = {rule.stand for rule in outcome.verdict.rules if rule.hard}
    return Stand.OVERTREDEN not in standen and Stand.OPEN in standen


@every_school
def test_there_are_at_least_thirty(school: str) -> None:
    assert len(bundled(school).voorbeelden) >= 30


@every_school
def test_there_are_good_ones_and_bad_ones(school: str) -> None:
    expected = {v.oordeel for voorbeeld in bundled(school).voorbeelden for v in voorbeeld.verwachtingen}
    assert expected >= {"geldig", "ongeldig", "onvolledig"}


@every_school
def test_none_fails(school: str) -> None:
    failed = [o.voorbeeld.naam for o in outcomes(school) if o.beslist and not o.klopt]
    assert failed == []


@every_school
def test_what_needs_the_rules_together_stands_in_a_file_of_its_own(school: str) -> None:
    needing = {o.voorbeeld.naam for o in outcomes(school) if needs_the_rules_together(o)}
    assert needing <= names(bundled(school), SAMEN)


@every_school
def test_each_that_is_not_yet_judged_stands_in_that_file(school: str) -> None:
    waiting = {o.voorbeeld.naam for o in outcomes(school) if not o.beslist}
    assert waiting <= names(bundled(school), SAMEN)


@every_school
def test_each_in_that_file_comes_true_or_is_not_yet_judged(school: str) -> None:
    together = names(bundled(school), SAMEN)
    assert together
    found = [o for o in outcomes(school) if o.voorbeeld.naam in together]
    assert [o.voorbeeld.naam for o in found if o.beslist and not o.klopt] == []


@every_school
def test_every_route_of_a_bundled_school_is_geldig(school: str) -> None:
    curriculum = bundled(school)
    verdicts = {naam: api.judge(curriculum, route).verdict for naam, route in curriculum.routes.items()}
    assert verdicts == dict.fromkeys(curriculum.routes, "geldig")


# ---- what comes of one


def outcome(*lines: str, more: str = "") -> Uitkomst:
    body = "\n".join(f"  {line}" for line in lines)
    text = f'{SCHOOL}\n{more}\n\nvoorbeeld "Proef"\n  volgt VT in leerweg KB\n{body}\n'
    curriculum = linked(text, "2007/voertuigentechniek.lob", "2007/handel-en-verkoop.lob")
    assert errors(curriculum) == []
    (found,) = run(curriculum)
    return found


def differences(*lines: str, more: str = "") -> list[tuple[str, str]]:
    return [(verschil.key, verschil.kreeg) for verschil in outcome(*lines, more=more).verschillen]


NOOIT = 'regel geen-lassen\n  nooit keuzemodule "Lassen"'
LASSEN = 'kiest keuzemodule "Lassen"'


def test_one_that_comes_true_has_no_differences() -> None:
    assert outcome("verwacht geldig").klopt


def test_another_verdict_is_told() -> None:
    assert differences(LASSEN, "verwacht geldig", more=NOOIT) == [("oordeel", "ongeldig")]


def test_the_rules_must_be_exactly_those() -> None:
    more = f"{NOOIT}\n\nregel ook-niet\n  nooit VT/K/9"
    assert differences(LASSEN, "verwacht ongeldig door geen-lassen", more=more) == [
        ("regels", "geen-lassen, ook-niet")
    ]


def test_without_rules_any_will_do() -> None:
    assert differences(LASSEN, "verwacht ongeldig", more=NOOIT) == []


def test_a_rule_that_holds_everywhere_can_be_expected() -> None:
    assert differences("zonder VT/K/9", "verwacht ongeldig door verkennen-verplicht") == []


def test_a_rule_may_be_expected_under_its_earlier_name() -> None:
    more = f"{NOOIT}\n  heette eerder: niet-lassen"
    assert differences(LASSEN, "verwacht ongeldig door niet-lassen", more=more) == []


def test_a_reservation_that_is_not_there_is_told() -> None:
    assert differences("verwacht geldig met voorbehoud") == [("voorbehoud", "")]


def test_a_reservation_that_is_there_may_go_without_saying() -> None:
    assert differences("verwacht geldig", more="regel r\n  niet gecontroleerd") == []


def test_another_total_is_told() -> None:
    assert differences(LASSEN, "verwacht geldig", "verwacht 2 keuzemodules") == [("totaal", "1")]


def test_a_sum_of_hours_is_told_in_minutes() -> None:
    assert differences("verdiept VT/K/12", "verwacht geldig", "verwacht 10 uur verdieping") == [
        ("totaal", "1200")
    ]


def test_a_sum_with_unknown_hours_never_comes_true() -> None:
    chosen = "verbreedt met HV/K/9 en 12"
    assert differences(chosen, "verwacht geldig", "verwacht 32 uur verbreding") == [("onbekend", "1")]


def test_a_total_alone_may_be_expected() -> None:
    assert outcome(LASSEN, "verwacht 1 keuzemodule").klopt


def test_a_wrong_total_fails_even_where_the_verdict_is_not_known() -> None:
    found = outcome("verwacht 1 keuzemodule", more='regel r\n  verplicht keuzemodule "Lassen"')
    assert (found.beslist, found.klopt) == (True, False)


def test_it_follows_its_route_and_changes_it() -> None:
    text = f"""{SCHOOL}
route "Leerling"
  volgt VT in leerweg KB
  kiest keuzemodule "Lassen" en keuzemodule "Feest"

voorbeeld "Proef"
  gegeven route "Leerling" zonder keuzemodule "Feest"
  kiest keuzemodule "EHBO"
  verwacht 2 keuzemodules
"""
    curriculum = linked(text, "2007/voertuigentechniek.lob", "2007/handel-en-verkoop.lob")
    (found,) = run(curriculum)
    assert [str(gekozen.keuze) for gekozen in found.voorbeeld.route.gekozen] == [
        'keuzemodule "Lassen"',
        'keuzemodule "EHBO"',
    ]
    assert found.klopt
