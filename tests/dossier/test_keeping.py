from dataclasses import replace
from datetime import date

import pytest

from routeplanner.dossier.errors import Conflict, NotFoundError, TextError
from routeplanner.dossier.records import Handeling, Leerling, Ontwerp
from routeplanner.dossier.store import Store


def test_what_is_kept_is_what_was_given(store: Store) -> None:
    given = Leerling(
        naam="Proef Persoon 12", klas="3A", schooljaar=2026, mentor="m1", bewaren_tot=date(2029, 7, 31)
    )
    kept = store.add(given)
    assert kept == replace(given, versie=1)
    assert store.get(Leerling, given.id) == kept


def test_a_change(store: Store, leerling: Leerling) -> None:
    changed = store.save(replace(leerling, klas="4B"))
    assert changed == replace(leerling, klas="4B", versie=2)
    assert store.get(Leerling, leerling.id) == changed


def test_a_change_of_what_someone_else_changed_shows_both(store: Store, leerling: Leerling) -> None:
    theirs = store.save(replace(leerling, klas="4B"))
    mine = replace(leerling, klas="4C")
    with pytest.raises(Conflict) as conflict:
        store.save(mine)
    assert (conflict.value.mine, conflict.value.theirs) == (mine, theirs)
    assert store.get(Leerling, leerling.id) == theirs


def test_what_was_changed_is_not_removed(store: Store) -> None:
    leerling = store.add(Leerling(naam="Proef Persoon 1"))
    ontwerp = store.start(leerling.id, "eerste", "{}")
    store.save(replace(ontwerp, naam="tweede"))
    with pytest.raises(Conflict):
        store.remove(ontwerp)
    assert store.get(Ontwerp, ontwerp.id).naam == "tweede"


def test_what_is_gone(store: Store, leerling: Leerling) -> None:
    ontwerp = store.start(leerling.id, "eerste", "{}")
    store.remove(ontwerp)
    for act in (
        lambda: store.get(Ontwerp, ontwerp.id),
        lambda: store.save(ontwerp),
        lambda: store.remove(ontwerp),
        lambda: store.history(ontwerp.id),
        lambda: store.undo(ontwerp.id, 1),
        lambda: store.start("0" * 16, "van niemand", "{}"),
    ):
        with pytest.raises(NotFoundError):
            act()


def test_finding_is_in_the_order_of_making(store: Store) -> None:
    made = [store.add(Leerling(naam=f"Proef Persoon {n}", klas="3A" if n % 2 else "3B")) for n in range(6)]
    assert list(store.find(Leerling)) == made
    assert list(store.find(Leerling, klas="3A")) == made[1::2]


@pytest.mark.parametrize("naam", ["x" * 201, "a\x00b", "half \ud83d teken"])
def test_a_text_that_no_database_keeps_is_refused(store: Store, leerling: Leerling, naam: str) -> None:
    with pytest.raises(TextError) as wrong:
        store.add(Leerling(naam=naam))
    assert wrong.value.field == "naam"
    assert naam not in str(wrong.value)
    with pytest.raises(TextError):
        store.save(replace(leerling, naam=naam))
    assert store.find(Leerling) == (leerling,)


def test_a_record_in_a_log_tells_nothing() -> None:
    assert "Proef" not in repr(Leerling(naam="Proef Persoon 1"))


def test_the_trail_tells_who_did_what(store: Store) -> None:
    leerling = store.add(Leerling(naam="Proef Persoon 1"), door="m1")
    ontwerp = store.start(leerling.id, "eerste", "{}", door="m1")
    ontwerp = store.step(ontwerp.id, 1, '{"a": 1}', "koos a", door="l1")
    store.undo(ontwerp.id, ontwerp.versie, door="l1")
    told = [(line.door, line.handeling, line.soort, line.record, line.leerling) for line in store.trail()]
    assert told == [
        ("m1", Handeling.GEMAAKT, "Leerling", leerling.id, leerling.id),
        ("m1", Handeling.GEMAAKT, "Ontwerp", ontwerp.id, leerling.id),
        ("l1", Handeling.GEWIJZIGD, "Ontwerp", ontwerp.id, leerling.id),
        ("l1", Handeling.TERUG, "Ontwerp", ontwerp.id, leerling.id),
    ]
    assert store.trail(leerling.id) == store.trail()
    assert store.trail("iemand anders") == ()


def test_what_was_refused_leaves_no_trail(store: Store, leerling: Leerling) -> None:
    before = store.trail()
    with pytest.raises(Conflict):
        store.save(replace(leerling, versie=7))
    assert store.trail() == before
