from dataclasses import replace
from datetime import date

import pytest
from dossier.filled import photo

from routeplanner.dossier.errors import AlreadyThereError, Conflict, NotFoundError
from routeplanner.dossier.records import Leerling
from routeplanner.dossier.records_lob import Ervaring, Reflectie, Soort
from routeplanner.dossier.records_stage import Beurt, Beurtstaat, Ronde
from routeplanner.dossier.store import Store

RONDE = Ronde(klas="3A", vraag="Wat verraste je?", competentie="werkexploratie", datum=date(2026, 11, 24))


def begun(store: Store, many: int = 3) -> tuple[list[str], tuple[Beurt, ...]]:
    pupils = [store.add(Leerling(naam=f"Proef Persoon {n}", klas="3A")).id for n in range(many)]
    ronde = store.begin(RONDE, pupils[::-1])
    return pupils[::-1], store.turns(ronde.id)


def test_each_pupil_has_a_turn_in_the_order_that_was_asked(store: Store) -> None:
    pupils, turns = begun(store)
    assert [(turn.leerling, turn.nummer, turn.staat) for turn in turns] == [
        (pupil, number, Beurtstaat.WACHT) for number, pupil in enumerate(pupils, 1)
    ]
    assert store.find(Ronde, klas="3A")[0].minuten == 5


def test_an_answer_is_a_reflectie_of_the_pupil(store: Store) -> None:
    pupils, (turn, *_) = begun(store)
    stage = store.add(Ervaring(leerling=pupils[0], soort=Soort.STAGE, naam="Garage"))
    foto = store.keep_bewijs(pupils[0], "foto", photo())
    kept = store.answer(turn, "Dat het zo laat was.", ervaring=stage.id, bewijs=foto.id)
    (reflectie,) = store.find(Reflectie, leerling=pupils[0])
    assert (reflectie.tekst, reflectie.competentie, reflectie.datum, reflectie.ervaring) == (
        "Dat het zo laat was.",
        "werkexploratie",
        RONDE.datum,
        stage.id,
    )
    assert kept == replace(
        turn, staat=Beurtstaat.BEANTWOORD, reflectie=reflectie.id, bewijs=foto.id, versie=2
    )
    assert store.get(Beurt, turn.id) == kept


def test_a_later_answer_takes_the_place_of_the_first(store: Store) -> None:
    _, (turn, *_) = begun(store)
    turn = store.answer(turn, "eerste")
    turn = store.answer(turn, "tweede")
    (reflectie,) = store.find(Reflectie)
    assert (reflectie.tekst, reflectie.versie, turn.reflectie) == ("tweede", 2, reflectie.id)


def test_who_was_passed_over_may_answer_later(store: Store) -> None:
    _, (turn, *_) = begun(store)
    turn = store.skip(turn)
    assert turn.staat is Beurtstaat.OVERGESLAGEN
    assert store.answer(turn, "toch").staat is Beurtstaat.BEANTWOORD


def test_two_screens_at_one_turn(store: Store) -> None:
    _, (turn, *_) = begun(store)
    theirs = store.answer(turn, "eerste")
    for act in (lambda: store.answer(turn, "tweede"), lambda: store.skip(turn)):
        with pytest.raises(Conflict) as conflict:
            act()
        assert conflict.value.theirs == theirs
    assert [reflectie.tekst for reflectie in store.find(Reflectie)] == ["eerste"]


def test_what_is_of_another_pupil_is_no_answer(store: Store) -> None:
    pupils, (turn, *_) = begun(store)
    stage = store.add(Ervaring(leerling=pupils[1], soort=Soort.STAGE, naam="Garage"))
    foto = store.keep_bewijs(pupils[1], "foto", photo())
    for theirs in ({"ervaring": stage.id}, {"bewijs": foto.id}):
        with pytest.raises(NotFoundError):
            store.answer(turn, "x", **theirs)
    assert store.get(Beurt, turn.id) == turn
    assert store.find(Reflectie) == ()


def test_what_hangs_on_a_turn_may_go(store: Store) -> None:
    pupils, (turn, *_) = begun(store)
    foto = store.keep_bewijs(pupils[0], "foto", photo())
    store.answer(turn, "x", bewijs=foto.id)
    store.remove(foto)
    store.remove(store.find(Reflectie)[0])
    kept = store.get(Beurt, turn.id)
    assert (kept.reflectie, kept.bewijs) == (None, None)
    store.forget([pupils[1]])
    assert [one.nummer for one in store.turns(turn.ronde)] == [1, 3]


def test_all_have_a_turn_or_there_is_no_ronde(store: Store, leerling: Leerling) -> None:
    for pupils, error in (([leerling.id] * 2, AlreadyThereError), ([leerling.id, "0" * 16], NotFoundError)):
        with pytest.raises(error):
            store.begin(RONDE, pupils)
    assert store.find(Ronde) == ()
    with pytest.raises(NotFoundError):
        store.turns("0" * 16)
