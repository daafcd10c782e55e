from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise

import pytest
from dossier.filled import offer

from routeplanner.dossier.errors import (
    AlreadyThereError,
    Conflict,
    InUseError,
    NoPlaceError,
    NotFoundError,
)
from routeplanner.dossier.records import Leerling
from routeplanner.dossier.records_stage import Stageaanbod, Stagebedrijf, Stageplaats
from routeplanner.dossier.store import Store

WHEN = {"schooljaar": 2026, "leerjaar": 3, "periode": 2}


def pupils(store: Store, many: int) -> list[str]:
    return [store.add(Leerling(naam=f"Proef Persoon {number}")).id for number in range(many)]


def test_the_best_first_with_why(store: Store) -> None:
    for naam, *kenmerken in (
        ("Bakker", "vroeg", "mensen"),
        ("Kapper", "mensen"),
        ("Garage", "auto's", "Mensen"),
        ("Dealer", "auto's", "mensen"),
        ("Kantoor",),
    ):
        offer(store, 2, *kenmerken, naam=naam)
    offer(store, 0, "auto's", "mensen", naam="Vol")
    offer(store, 2, "auto's", naam="Later", periode=3)
    found = store.matches(["Auto's", "mensen"], ["vroeg"], **WHEN)
    assert [(one.bedrijf.naam, one.past, one.liever_niet, one.vrij) for one in found] == [
        ("Dealer", ("auto's", "mensen"), (), 2),
        ("Garage", ("auto's", "Mensen"), (), 2),
        ("Kapper", ("mensen",), (), 2),
        ("Kantoor", (), (), 2),
        ("Bakker", ("mensen",), ("vroeg",), 2),
        ("Vol", ("auto's", "mensen"), (), 0),
    ]


def test_a_place_that_is_given_is_no_longer_free(store: Store) -> None:
    aanbod = offer(store, 2)
    one, other, third = pupils(store, 3)
    store.assign(one, aanbod)
    assert store.matches([], [], **WHEN)[0].vrij == 1
    given = store.assign(other, aanbod)
    with pytest.raises(NoPlaceError):
        store.assign(third, aanbod)
    store.remove(given)
    store.assign(third, aanbod)
    assert store.matches([], [], **WHEN)[0].vrij == 0


def test_a_pupil_goes_to_one_place_in_a_periode(store: Store) -> None:
    (pupil,) = pupils(store, 1)
    store.assign(pupil, offer(store, 2))
    with pytest.raises(AlreadyThereError):
        store.assign(pupil, offer(store, 2, naam="Dealer"))
    store.assign(pupil, offer(store, 2, naam="Later", periode=3))
    with pytest.raises(NotFoundError):
        store.assign("0" * 16, offer(store, 2, naam="Niemand"))
    with pytest.raises(NotFoundError):
        store.assign(pupil, "0" * 16)


def test_never_more_pupils_than_places(place: str) -> None:
    many, places = 12, 5
    with Store.open(place) as store:
        aanbod = offer(store, places)
        everyone = pupils(store, many)

    def go(pupil: str) -> bool:
        with Store.open(place) as store:
            try:
                store.assign(pupil, aanbod)
            except NoPlaceError:
                return False
            return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(go, everyone)) == places
    with Store.open(place) as store:
        assert len(store.find(Stageplaats, aanbod=aanbod)) == places
        assert store.matches([], [], **WHEN)[0].vrij == 0


def test_one_pupil_twice_at_the_same_moment(place: str) -> None:
    with Store.open(place) as store:
        (pupil,) = pupils(store, 1)
        offers = [offer(store, 1, naam=f"Proef {number}") for number in range(6)]

    def go(aanbod: str) -> bool:
        with Store.open(place) as store:
            try:
                store.assign(pupil, aanbod)
            except AlreadyThereError:
                return False
            return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(go, offers)) == 1


def test_there_are_not_fewer_places_than_pupils(store: Store) -> None:
    aanbod = store.get(Stageaanbod, offer(store, 2))
    for pupil in pupils(store, 2):
        store.assign(pupil, aanbod.id)
    with pytest.raises(NoPlaceError):
        store.resize(aanbod, 1)
    assert store.get(Stageaanbod, aanbod.id) == aanbod
    larger = store.resize(aanbod, 3)
    assert (larger.plaatsen, store.get(Stageaanbod, aanbod.id)) == (3, larger)
    with pytest.raises(Conflict):
        store.resize(aanbod, 4)
    assert store.save(replace(larger, plaatsen=0)).plaatsen == 3


def test_where_a_pupil_goes_is_not_removed(store: Store) -> None:
    aanbod = store.get(Stageaanbod, offer(store, 1))
    (pupil,) = pupils(store, 1)
    place = store.assign(pupil, aanbod.id)
    bedrijf = store.get(Stagebedrijf, aanbod.bedrijf)
    for gone in (aanbod, bedrijf):
        with pytest.raises(InUseError):
            store.remove(gone)
    assert store.find(Stageplaats) == (place,)
    store.forget([pupil])
    store.remove(bedrijf)
    assert store.find(Stageaanbod) == ()


@pytest.mark.parametrize("make", [lambda aanbod: Stageplaats(leerling="1", aanbod=aanbod)])
def test_a_place_is_only_ever_given(store: Store, make: Callable[[str], Stageplaats]) -> None:
    with pytest.raises(TypeError):
        store.add(make("1"))


def test_what_is_offered_twice_is_refused(store: Store) -> None:
    aanbod = store.get(Stageaanbod, offer(store, 1))
    with pytest.raises(AlreadyThereError):
        store.add(replace(aanbod, id="nieuw"))
    assert not any(one == other for one, other in pairwise(store.find(Stageaanbod)))
