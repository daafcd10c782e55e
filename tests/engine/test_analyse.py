"""What an analysis finds in a whole text: each finding where it should be, and its route judged again."""

from dataclasses import replace

import pytest
from engine.guide import NU
from engine.judging import PROFIELEN, bundled, errors, linked, pupil

from routeplanner import api
from routeplanner.api import Analysis, Curriculum
from routeplanner.engine.analyse import analyse
from routeplanner.engine.cases import Case, cases
from routeplanner.engine.findings import Finding, Kind
from routeplanner.model.quantities import Leerweg

KB = Case("VT", Leerweg.KB)


def of_kind(analysis: Analysis, kind: Kind) -> list[Finding]:
    return [finding for finding in analysis.findings if finding.kind is kind]


def of_school(more: str) -> Analysis:
    """Return the analysis of the school of judging.py, with more rules."""
    return analyse(pupil(more=more))


def today(rules: str, *, offers: str = "MET", more: str = "") -> Curriculum:
    """Return a school of today, without a pupil."""
    text = NU[: NU.index("route ")].format(vakken="NE", regels=rules).replace("MET, EO, ZW, MT, NE", offers)
    curriculum = linked(f"{text}\n{more}", *PROFIELEN)
    wrong = [error for error in errors(curriculum) if not error.startswith("RP305")]
    assert not wrong, wrong
    return curriculum


# ---- who there is


def test_every_programme_and_leerweg_is_a_case() -> None:
    found = [(case.programma, case.leerweg.value) for case in cases(pupil())]
    assert found == [("VT", "BB"), ("VT", "KB"), ("HV", "BB"), ("HV", "KB")]


def test_a_goal_is_a_case_only_where_a_rule_names_it() -> None:
    rule = 'regel r\n  als het doel "Verkopen" dan verplicht de activiteit "Dossier"\n  programma: VT\n  leerwegen: KB'
    found = [case for case in cases(pupil(more=rule)) if case.doel is not None]
    assert found == [Case("VT", Leerweg.KB, None, "verkopen")]


def test_every_uitstroomprofiel_is_a_case() -> None:
    text = 'school "S"\n  schooljaar: 2009-2010\n  biedt aan: IS\n  leerwegen: KB\n'
    found = [case.uitstroomprofiel for case in cases(linked(text, "2007/intersectoraal.lob"))]
    assert len(found) >= 2
    assert None not in found


# ---- row 26: no route


def test_row_26_bounds_that_exclude_each_other_leave_no_route() -> None:
    rules = "regel veel\n  minstens vijf stages\n\nregel weinig\n  hoogstens drie stages"
    (finding,) = of_kind(analyse(linked(PROGRAMME + rules)), Kind.EMPTY)
    assert finding.because == ("veel",)  # there are two stages on offer: that rule alone is enough


def test_row_26_with_enough_on_offer_it_is_both_rules() -> None:
    rules = "regel veel\n  minstens twee stages\n\nregel weinig\n  hoogstens één stage"
    analysis = analyse(linked(PROGRAMME + rules))
    (finding,) = of_kind(analysis, Kind.EMPTY)
    assert finding.because == ("veel", "weinig")
    assert [(case.programma, number.value) for case, number in analysis.numbers] == [("AA", 0)]


PROGRAMME = """
programma AA "Alfa"
  soort: afdelingsprogramma

  eenheid AA/K/1 "Een"
    SE: KB

school "Klein"
  schooljaar: 2009-2010
  biedt aan: AA
  leerwegen: KB

stage "Kijken": 2 weken
  soort: oriënterend

stage "Werken": 4 weken
  soort: beroepsvoorbereidend

"""


# ---- row 29: looser than the law


@pytest.mark.parametrize("bound", ["minstens drie keuzevakken", "tussen drie en acht keuzevakken"])
def test_row_29_a_school_that_asks_less_is_looser_than_the_law(bound: str) -> None:
    curriculum = today(f"\nregel drie\n  {bound}\n  programma: MET\n  leerwegen: KB\n", offers="MET, EO")
    (finding,) = of_kind(analyse(curriculum), Kind.LOOSER)
    assert finding.rules == ("drie", "vier-keuzevakken")
    assert finding.cases == (Case("MET", Leerweg.KB),)


def test_row_29_its_route_meets_the_school_and_not_the_law() -> None:
    curriculum = today("\nregel drie\n  minstens drie keuzevakken\n  leerwegen: KB\n", offers="MET, EO")
    (finding,) = of_kind(analyse(curriculum), Kind.LOOSER)
    assert finding.witness is not None
    verdict = api.judge(curriculum, finding.witness)
    states = {rule.id: rule.state for rule in verdict.rules}
    assert (states["drie"], states["vier-keuzevakken"]) == ("voldaan", "open")
    assert verdict.verdict != "geldig"


def test_row_29_precies_drie_leaves_no_route_as_well() -> None:
    curriculum = today("\nregel drie\n  precies drie keuzevakken\n  leerwegen: KB\n", offers="MET, EO")
    analysis = analyse(curriculum)
    assert [finding.kind for finding in analysis.findings][:2] == [Kind.EMPTY, Kind.LOOSER]


@pytest.mark.parametrize(
    "rule",
    [
        "minstens vier keuzevakken",
        "minstens vijf keuzevakken",
        "hoogstens negen keuzevakken",
        "minstens drie keuzevakken uit EO",
    ],
)
def test_what_asks_as_much_more_or_something_else_is_not_looser(rule: str) -> None:
    curriculum = today(f"\nregel r\n  {rule}\n  leerwegen: KB\n", offers="MET, EO")
    assert of_kind(analyse(curriculum), Kind.LOOSER) == []


# ---- row 19: no choice


def test_row_19_four_out_of_four_is_no_choice() -> None:
    offer = "  leerwegen: KB\n  keuzevakken: K/MET/01, 03, 05, 06\n"
    text = NU[: NU.index("route ")].format(vakken="NE", regels="")
    text = text.replace("MET, EO, ZW, MT, NE", "MET").replace("  leerwegen: BB, KB, GL\n", offer)
    (finding,) = of_kind(analyse(linked(text, *PROFIELEN)), Kind.NO_CHOICE)
    codes = [str(keuze) for keuze in finding.choices]
    assert finding.rules == ("vier-keuzevakken",)
    assert sorted(codes) == [f"keuzevak K/MET/{code}" for code in ("01", "03", "05", "06")]


def test_a_rule_that_nobody_can_check_closes_nothing() -> None:
    curriculum = today("", offers="MET, EO")  # no algemene vakken: the law's rules about them are not checked
    with api.Planner(curriculum, Case("MET", Leerweg.KB).route()) as planner:
        assert {option.status.value for option in planner.options()} == {"chosen", "open"}


# ---- dead, forced


def test_what_a_rule_closes_for_all_is_dead() -> None:
    (finding,) = of_kind(of_school('regel r\n  nooit de stage "Werken"\n  programma: VT'), Kind.DEAD)
    assert [str(keuze) for keuze in finding.choices] == ['stage "Werken"']
    assert (finding.because, {case.programma for case in finding.cases}) == (("r",), {"VT"})


def test_what_only_two_rules_close_together_is_dead_by_both() -> None:
    rules = 'regel a\n  de stage "Werken" vereist de stage "Kijken"\n\nregel b\n  hoogstens één stage'
    (finding,) = of_kind(of_school(rules), Kind.DEAD)
    assert ([str(k) for k in finding.choices], finding.because) == (['stage "Werken"'], ("a", "b"))


def test_what_every_route_needs_is_forced() -> None:
    (finding,) = of_kind(of_school("regel r\n  minstens vier weken stage"), Kind.FORCED)
    assert ([str(k) for k in finding.choices], finding.because) == (['stage "Werken"'], ("r",))


# ---- redundant


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        ("regel a\n  minstens één stage\n\nregel b\n  precies één stage", [("a", ("b",))]),
        ("regel a\n  hoogstens negen stages", [("a", ())]),
        ("regel a\n  VT/K/12 vereist VT/K/9", [("a", ("verkennen-verplicht",))]),
        ("regel a\n  hoogstens één stage\n\nregel b\n  minstens één stage", []),
        (
            """regel a
  minstens één keuzemodule met kenmerk techniek
  minstens één keuzemodule met kenmerk mensen
  telt niet dubbel""",
            [],
        ),
        ('regel a\n  als minstens één stage dan verplicht de activiteit "Dossier"', []),
    ],
)
def test_redundant_rules(rules: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    analysis = of_school(rules)
    assert [(f.rules[0], f.because) for f in of_kind(analysis, Kind.REDUNDANT)] == found
    assert analysis.undecided == ()


def test_a_rule_of_pupils_without_a_route_is_neither_for_nobody_nor_redundant() -> None:
    rules = "regel a\n  hoogstens één stage\n\nregel b\n  minstens twee stages\n\nregel c\n  hoogstens twee stages"
    kinds = {finding.kind for finding in analyse(linked(PROGRAMME + rules)).findings}
    assert kinds == {Kind.EMPTY}


def test_a_rule_for_nobody() -> None:
    (finding,) = of_kind(
        of_school("regel r\n  minstens één stage\n  schooljaar: vanaf 2030-2031"), Kind.NOBODY
    )
    assert finding.rules == ("r",)


# ---- numbers and limits


def test_without_time_everything_is_undecided() -> None:
    analysis = analyse(pupil(), seconds=0.0)
    assert [finding.kind for finding in analysis.findings if finding.kind is not Kind.NOBODY] == []
    assert {undecided.what for undecided in analysis.undecided} >= {"route"}


@pytest.mark.parametrize("school", ["voorbeeldcollege", "profielschool"])
def test_of_the_bundled_schools_everything_is_decided(school: str) -> None:
    curriculum = bundled(school)
    analysis = analyse(curriculum, seconds=120)
    assert analysis.undecided == ()
    assert all(number.exact and number.value for _, number in analysis.numbers)
    assert [case for case, _ in analysis.numbers] == list(cases(curriculum))


def test_the_number_is_that_of_the_planner() -> None:
    curriculum = pupil()
    numbers = dict(analyse(curriculum).numbers)
    with api.Planner(curriculum, replace(curriculum.routes["leerling"], gekozen=())) as planner:
        assert planner.count() == numbers[KB]
