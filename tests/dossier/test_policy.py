"""Who may what, cell by cell: `rechten.csv` says it for people, and is not made from the program."""

import csv
from itertools import product
from pathlib import Path

import pytest

from routeplanner.dossier.policy import ENIGE, Band, Persoon, Recht, Rol, banden_of, may
from routeplanner.dossier.records import Leerling

with (Path(__file__).parent / "rechten.csv").open(encoding="utf-8") as stream:
    ROWS = list(csv.DictReader(stream, delimiter=";"))
CELLS = [(row["rol"], row["recht"], band.value, row[band.value]) for row in ROWS for band in Band]

PUPILS = {
    Band.ZELF: Leerling(id="ik", naam="Proef Persoon 1", klas="3A", team="techniek"),
    Band.KLAS: Leerling(id="b", naam="Proef Persoon 2", klas="3M", team="zorg"),
    Band.TEAM: Leerling(id="c", naam="Proef Persoon 3", klas="3A", team="mijn team"),
    Band.ANDER: Leerling(id="d", naam="Proef Persoon 4", klas="3A", team="zorg"),
    Band.GEEN: None,
}


def person(*rollen: Rol) -> Persoon:
    return Persoon("p1", frozenset(rollen), frozenset({"3M"}), frozenset({"mijn team"}), "ik")


def test_no_cell_is_missing_and_none_is_told_twice() -> None:
    told = [(rol, recht, band) for rol, recht, band, _ in CELLS]
    assert sorted(told) == sorted(product(Rol, Recht, Band))
    assert {cell for *_, cell in CELLS} == {"ja", "nee"}


@pytest.mark.parametrize(("rol", "recht", "band", "told"), CELLS)
def test_a_cell(rol: str, recht: str, band: str, told: str) -> None:
    assert may(person(Rol(rol)), Recht(recht), PUPILS[Band(band)]) is (told == "ja")


@pytest.mark.parametrize(("recht", "band"), list(product(Recht, Band)))
def test_nobody_without_a_role_may_anything_and_the_only_user_may_all(recht: Recht, band: Band) -> None:
    assert not may(person(), recht, PUPILS[band])
    assert may(ENIGE, recht, PUPILS[band])


@pytest.mark.parametrize(("recht", "band"), list(product(Recht, Band)))
def test_with_two_roles_one_may_what_either_may(recht: Recht, band: Band) -> None:
    for one, other in product(Rol, Rol):
        either = may(person(one), recht, PUPILS[band]) or may(person(other), recht, PUPILS[band])
        assert may(person(one, other), recht, PUPILS[band]) is either


def test_a_mentor_by_name_of_the_pupil_is_its_mentor() -> None:
    pupil = Leerling(naam="Proef Persoon 5", klas="4C", mentor="p1")
    assert Band.KLAS in banden_of(person(), pupil)


def test_what_is_not_known_of_a_pupil_ties_nobody_to_it() -> None:
    nobody = Persoon("", frozenset(Rol), frozenset({""}), frozenset({""}), None)
    assert banden_of(nobody, Leerling(naam="Proef Persoon 6")) == {Band.ANDER}
