"""How the things of a text hang together: order, circles, what a choice opens, how far a unit is from a goal."""

import pytest
from engine.judging import SCHOOL, TECHNIEK, bundled, linked

from routeplanner.api import Curriculum
from routeplanner.engine.graph import EdgeKind, Samenhang
from routeplanner.model.rules import EenheidId, Keuze, KeuzeSoort

DOEL = 'doel "Monteur"\n  soort: beroep\n  past bij: VT/K/12\n'


def school(rules: str) -> Curriculum:
    return linked(f"{SCHOOL}\n{DOEL}\n{rules}\n", *TECHNIEK)


def unit(code: str) -> EenheidId:
    return EenheidId(code.partition("/")[0], code)


def whole(code: str) -> Keuze:
    return Keuze(KeuzeSoort.VERKENNEND, unit(code))


def module(name: str) -> Keuze:
    return Keuze(KeuzeSoort.KEUZEMODULE, None, name)


CHAIN = "regel a\n  VT/K/12 vereist VT/K/9\n\nregel b\n  VT/K/9 vereist VT/K/8"


def test_a_choice_opens_all_that_needs_it() -> None:
    opened = Samenhang(school(CHAIN)).unlocks(whole("VT/K/8"))
    assert {str(keuze) for keuze in opened} == {
        "VT/K/9",
        "VT/K/12",
        'verdieping "Uitlijnen" van VT/K/8',
        'verdieping "Rijhulp" van VT/K/9',
        'verdieping "Licht" van VT/K/9',
        'verdieping "Kleppen" van VT/K/12',
    }


def test_what_a_choice_needs_is_the_other_way_round() -> None:
    samenhang = Samenhang(school(CHAIN))
    choices = [node for node in samenhang.nodes if isinstance(node, Keuze)]
    for one in choices:
        for other in choices:
            assert (other in samenhang.needs(one)) == (one in samenhang.unlocks(other))


def test_of_a_groep_one_is_enough_so_none_of_it_is_needed() -> None:
    samenhang = Samenhang(school("regel a\n  VT/K/12 vereist groep handel"))
    assert samenhang.needs(whole("VT/K/12")) == ()
    assert {edge.keuze_uit for edge in samenhang.edges if edge.kind is EdgeKind.VEREIST} == {3}


@pytest.mark.parametrize(("code", "steps"), [("VT/K/12", 1), ("VT/K/9", 2), ("VT/K/8", 3), ("HV/K/9", None)])
def test_the_distance_from_a_goal_to_a_unit(code: str, steps: int | None) -> None:
    assert Samenhang(school(CHAIN)).distance("Monteur", unit(code)) == steps


def test_a_goal_that_is_not_there_is_near_to_nothing() -> None:
    assert Samenhang(school(CHAIN)).distance("Kapper", unit("VT/K/12")) is None


def test_the_order_has_first_what_is_needed_or_comes_first() -> None:
    rules = f'{CHAIN}\n\nregel c\n  de keuzemodule "Lassen" vóór de keuzemodule "Feest"'
    order = Samenhang(school(rules)).order()
    pairs = [("VT/K/8", "VT/K/9"), ("VT/K/9", "VT/K/12")]
    assert all(order.index(whole(one)) < order.index(whole(other)) for one, other in pairs)
    assert order.index(module("Lassen")) < order.index(module("Feest"))


@pytest.mark.parametrize("school_", ["voorbeeldcollege", "profielschool"])
def test_the_order_of_a_bundled_school_breaks_nothing(school_: str) -> None:
    samenhang = Samenhang(bundled(school_))
    order = samenhang.order()
    firm = [
        edge for edge in samenhang.edges if edge.kind in (EdgeKind.VEREIST, EdgeKind.VERDIEPT, EdgeKind.LATER)
    ]
    assert firm
    for edge in firm:
        assert isinstance(edge.start, Keuze)
        assert isinstance(edge.end, Keuze)
        assert order.index(edge.end) < order.index(edge.start)
    assert samenhang.circles() == ()


def test_a_circle_stands_together() -> None:
    samenhang = Samenhang(school("regel a\n  VT/K/12 vereist VT/K/9\n  VT/K/9 vereist VT/K/12"))
    (circle,) = samenhang.circles()
    assert set(circle) == {whole("VT/K/9"), whole("VT/K/12")}
    assert set(circle) <= set(samenhang.order())


def test_an_advies_needs_nothing() -> None:
    assert Samenhang(school("advies a\n  VT/K/12 vereist VT/K/9")).needs(whole("VT/K/12")) == ()


def test_it_is_the_same_twice() -> None:
    assert Samenhang(bundled("voorbeeldcollege")).order() == Samenhang(bundled("voorbeeldcollege")).order()
