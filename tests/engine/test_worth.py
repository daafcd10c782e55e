"""`docs/nl/voorstellen.md`: how near things are to the goal, and what that decides."""

from engine.judging import SCHOOL, TECHNIEK, linked, route_of

from routeplanner import api
from routeplanner.engine.scope import scope_of
from routeplanner.engine.worth import worth_of
from routeplanner.model.curriculum import Curriculum

GOAL = """
doel "Winkelier"
  soort: beroep
  past bij: {unit}

regel eerst
  {unit} vereist {asked}

route "Leerling"
  volgt VT in leerweg KB
  doel: "Winkelier"
"""


def school(asked: str, *rules: str, unit: str = "HV/K/9") -> Curriculum:
    """Return a school with a goal of one unit, that asks for something."""
    text = "\n\n".join((SCHOOL, GOAL.format(asked=asked, unit=unit), *rules))
    curriculum = linked(text, *TECHNIEK)
    assert curriculum.ok, curriculum.diagnostics
    return curriculum


def near(curriculum: Curriculum) -> dict[str, int]:
    selection = api.select(curriculum, route_of(curriculum, "Leerling"))
    nabij = worth_of(selection, scope_of(selection).must_hold).nabij
    return {str(keuze): number for keuze, number in nabij.items()}


def added(curriculum: Curriculum) -> list[str]:
    found = api.suggest(curriculum, route_of(curriculum, "Leerling"), 1).found
    return [str(keuze) for keuze in found[0].added]


def test_each_step_further_from_the_goal_counts_for_one_less() -> None:
    chain = (
        'regel a\n  HV/K/10 vereist de keuzemodule "Feest"',
        'regel b\n  de keuzemodule "Feest" vereist de keuzemodule "EHBO"',
    )
    expected = {"HV/K/9": 3, "HV/K/10": 2, 'verdieping "Reclame" van HV/K/10': 2, 'keuzemodule "Feest"': 1}
    assert near(school("HV/K/10", *chain)) == expected


def test_what_is_mandatory_is_not_counted() -> None:
    assert near(school("VT/K/9")) == {
        "HV/K/9": 3,
        'verdieping "Rijhulp" van VT/K/9': 2,
        'verdieping "Licht" van VT/K/9': 2,
    }


def test_a_rule_for_others_brings_nothing_nearer() -> None:
    assert near(school("HV/K/10", "regel a\n  HV/K/9 vereist HV/K/12\n  leerwegen: BB")).keys() == {
        "HV/K/9",
        "HV/K/10",
        'verdieping "Reclame" van HV/K/10',
    }


def test_of_things_of_which_one_is_needed_the_nearest_to_the_goal_is_taken() -> None:
    one = "regel één\n  minstens één keuzemodule"
    asked = 'de keuzemodule "Website"'  # the goal's unit itself is not open to this pupil
    assert added(school(asked, one, unit="HV/K/1")) == ['keuzemodule "Website"']
    assert added(school('de keuzemodule "Lassen"', one, unit="HV/K/1")) == ['keuzemodule "Lassen"']


def test_what_is_near_is_not_added_where_nothing_is_needed() -> None:
    assert added(school('de keuzemodule "Website"', unit="HV/K/1")) == []
