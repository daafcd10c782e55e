from dataclasses import replace

import pytest

from routeplanner.dossier.errors import Conflict, NothingLeftError
from routeplanner.dossier.records import Leerling, Ontwerp
from routeplanner.dossier.store import Store


def with_steps(store: Store, leerling: Leerling) -> Ontwerp:
    ontwerp = store.start(leerling.id, "eerste", "0")
    for number in "12":
        ontwerp = store.step(ontwerp.id, ontwerp.versie, number, f"koos {number}")
    return ontwerp


def test_undo_and_redo_walk_along_the_steps(store: Store, leerling: Leerling) -> None:
    ontwerp = with_steps(store, leerling)
    seen = [ontwerp.document]
    for act in (store.undo, store.undo, store.redo, store.redo):
        ontwerp = act(ontwerp.id, ontwerp.versie)
        assert ontwerp == store.get(Ontwerp, ontwerp.id)
        seen.append(ontwerp.document)
    assert seen == ["2", "1", "0", "1", "2"]


def test_at_either_end_nothing_is_left(store: Store, leerling: Leerling) -> None:
    ontwerp = with_steps(store, leerling)
    with pytest.raises(NothingLeftError):
        store.redo(ontwerp.id, ontwerp.versie)
    ontwerp = store.undo(ontwerp.id, ontwerp.versie)
    ontwerp = store.undo(ontwerp.id, ontwerp.versie)
    with pytest.raises(NothingLeftError):
        store.undo(ontwerp.id, ontwerp.versie)
    assert store.get(Ontwerp, ontwerp.id) == ontwerp


def test_a_step_after_undo_takes_the_place_of_what_was_undone(store: Store, leerling: Leerling) -> None:
    ontwerp = with_steps(store, leerling)
    ontwerp = store.undo(ontwerp.id, ontwerp.versie)
    ontwerp = store.step(ontwerp.id, ontwerp.versie, "3", "koos 3")
    assert [(step.nummer, step.wat, step.document) for step in store.history(ontwerp.id)] == [
        (0, "", "0"),
        (1, "koos 1", "1"),
        (2, "koos 3", "3"),
    ]
    with pytest.raises(NothingLeftError):
        store.redo(ontwerp.id, ontwerp.versie)


def test_history_survives_a_restart(place: str) -> None:
    with Store.open(place) as store:
        leerling = store.add(Leerling(naam="Proef Persoon 1"))
        ontwerp = with_steps(store, leerling)
        ontwerp = store.undo(ontwerp.id, ontwerp.versie)
        history = store.history(ontwerp.id)
    with Store.open(place) as store:
        assert store.history(ontwerp.id) == history
        assert store.redo(ontwerp.id, ontwerp.versie).document == "2"


@pytest.mark.parametrize(
    "act",
    [
        lambda store, id_: store.step(id_, 1, "mijn", "koos iets"),
        lambda store, id_: store.undo(id_, 1),
        lambda store, id_: store.redo(id_, 1),
        lambda store, id_: store.choose(id_, 1),
    ],
    ids=["step", "undo", "redo", "choose"],
)
def test_two_tabs(store: Store, leerling: Leerling, act) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    theirs = with_steps(store, leerling)
    with pytest.raises(Conflict) as conflict:
        act(store, theirs.id)
    assert conflict.value.theirs == theirs
    assert conflict.value.mine.versie == 1
    assert store.get(Ontwerp, theirs.id) == theirs
    assert len(store.history(theirs.id)) == 3


def test_a_step_that_was_refused_is_not_lost(store: Store, leerling: Leerling) -> None:
    theirs = with_steps(store, leerling)
    with pytest.raises(Conflict) as conflict:
        store.step(theirs.id, 1, "mijn", "koos iets")
    assert conflict.value.mine == replace(theirs, versie=1, document="mijn")


def test_a_pupil_has_one_route(store: Store, leerling: Leerling) -> None:
    one, other = (store.start(leerling.id, naam, "{}") for naam in ("een", "ander"))
    one = store.choose(one.id, one.versie)
    other = store.choose(other.id, other.versie)
    assert store.find(Ontwerp, leerling=leerling.id) == (replace(one, gekozen=False, versie=3), other)
    assert other.gekozen


def test_saving_a_draft_renames_it_and_nothing_else(store: Store, leerling: Leerling) -> None:
    ontwerp = with_steps(store, leerling)
    saved = store.save(replace(ontwerp, naam="nieuw", document="niet zo", gekozen=True, stap=9))
    assert saved == replace(ontwerp, naam="nieuw", versie=ontwerp.versie + 1)
