from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from routeplanner.dossier.errors import NotFoundError, TextError
from routeplanner.dossier.records import Leerling, VanLeerling
from routeplanner.dossier.records_lob import (
    Afspraak,
    Ervaring,
    Gesprek,
    Keuzereden,
    Reflectie,
    Soort,
    Staat,
)
from routeplanner.dossier.store import Store

TODAY = date(2026, 11, 24)


def job(leerling: str) -> Ervaring:
    return Ervaring(
        leerling=leerling,
        soort=Soort.EIGEN,
        naam="Krantenwijk",
        competenties=("netwerken", "werkexploratie"),
        leerjaar=3,
        periode=2,
        staat=Staat.BEZIG,
        minuten=600,
        van=TODAY,
        aantekening="elke ochtend",
    )


MAKERS: dict[str, Callable[[str], VanLeerling]] = {
    "ervaring": job,
    "ervaring in de route": lambda id_: Ervaring(
        leerling=id_, soort=Soort.STAGE, naam="Garage", keuze='stage "Garage"'
    ),
    "reflectie": lambda id_: Reflectie(
        leerling=id_, competentie="netwerken", tekst="Ik sprak klanten.", datum=TODAY
    ),
    "gesprek": lambda id_: Gesprek(leerling=id_, leerjaar=3, periode=1, datum=TODAY, verslag="Goed."),
    "keuzereden": lambda id_: Keuzereden(leerling=id_, keuze="HV/K/9", reden="Ik wil verkopen."),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_what_is_kept_is_what_was_given(
    store: Store, leerling: Leerling, make: Callable[[str], VanLeerling]
) -> None:
    given = make(leerling.id)
    assert store.add(given) == replace(given, versie=1)
    assert store.find(type(given), leerling=leerling.id) == (replace(given, versie=1),)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_nothing_is_of_nobody(store: Store, make: Callable[[str], VanLeerling]) -> None:
    with pytest.raises(NotFoundError):
        store.add(make("0" * 16))


def test_nothing_hangs_on_what_is_of_another_pupil(store: Store, leerling: Leerling) -> None:
    other = store.add(Leerling(naam="Proef Persoon 2"))
    theirs = store.add(job(other.id))
    reflectie = Reflectie(
        leerling=leerling.id, competentie="netwerken", tekst="x", datum=TODAY, ervaring=theirs.id
    )
    with pytest.raises(NotFoundError):
        store.add(reflectie)
    kept = store.add(replace(reflectie, ervaring=None))
    with pytest.raises(NotFoundError):
        store.save(replace(kept, ervaring=theirs.id))
    with pytest.raises(NotFoundError):
        store.save(replace(kept, leerling=other.id, ervaring=theirs.id))
    assert store.get(Reflectie, kept.id) == kept


def test_a_reflectie_outlives_the_experience(store: Store, leerling: Leerling) -> None:
    ervaring = store.add(job(leerling.id))
    reflectie = store.add(
        Reflectie(leerling=leerling.id, competentie="netwerken", tekst="x", datum=TODAY, ervaring=ervaring.id)
    )
    store.remove(ervaring)
    assert store.get(Reflectie, reflectie.id).ervaring is None


def test_an_afspraak_goes_with_its_gesprek(store: Store, leerling: Leerling) -> None:
    gesprek = store.add(Gesprek(leerling=leerling.id, leerjaar=3, periode=1))
    afspraak = store.add(Afspraak(leerling=leerling.id, gesprek=gesprek.id, tekst="Bel de garage."))
    assert store.save(replace(afspraak, gedaan=True)).gedaan
    store.remove(gesprek)
    assert store.find(Afspraak) == ()


def test_who_has_had_no_gesprek(store: Store) -> None:
    leerlingen = [
        store.add(Leerling(naam=f"Proef Persoon {n}", klas="3A" if n < 5 else "3B", mentor="m1"))
        for n in range(6)
    ]
    held, planned, earlier, other_year, _, _ = (leerling.id for leerling in leerlingen)
    store.add(Gesprek(leerling=held, leerjaar=3, periode=2, gevoerd=True))
    store.add(Gesprek(leerling=held, leerjaar=3, periode=2))
    store.add(Gesprek(leerling=planned, leerjaar=3, periode=2, datum=TODAY))
    store.add(Gesprek(leerling=earlier, leerjaar=3, periode=1, gevoerd=True))
    store.add(Gesprek(leerling=other_year, leerjaar=4, periode=2, gevoerd=True))
    assert store.without_gesprek(3, 2) == tuple(leerlingen[1:])
    assert store.without_gesprek(3, 2, klas="3A", mentor="m1") == tuple(leerlingen[1:5])
    assert store.without_gesprek(3, 2, mentor="m2") == ()


def test_a_text_in_a_list_is_checked_too(store: Store, leerling: Leerling) -> None:
    with pytest.raises(TextError):
        store.add(replace(job(leerling.id), competenties=("net\x00werken",)))
    with pytest.raises(TextError):
        store.add(replace(job(leerling.id), aantekening="x" * 20_001))
