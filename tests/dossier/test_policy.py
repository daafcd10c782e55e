import re
from itertools import product
from pathlib import Path

import pytest

from routeplanner.dossier.policy import Daad, Persoon, Rol, Verband, allowed, may, verband_of
from routeplanner.dossier.records import Leerling

LINES = [
    re.split(r" {2,}", line.strip())
    for line in (Path(__file__).parent / "policy.txt").read_text("utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]
HEAD, *ROWS = LINES
CELLS = {
    (row[0], row[1], verband): answer
    for row in ROWS
    for verband, answer in zip(HEAD[2:], row[2:], strict=True)
}


def test_the_table_has_every_cell_once() -> None:
    assert len(CELLS) == len(ROWS) * (len(HEAD) - 2)
    assert set(CELLS) == set(product(Rol, Daad, Verband))
    assert set(CELLS.values()) == {"ja", "-"}


@pytest.mark.parametrize(("rol", "daad", "verband"), list(product(Rol, Daad, Verband)))
def test_every_cell(rol: Rol, daad: Daad, verband: Verband) -> None:
    assert may(rol, daad, verband) == (CELLS[rol.value, daad.value, verband.value] == "ja")


def test_what_is_not_known_is_refused() -> None:
    assert not may("schoonmaker", Daad.ZIEN, Verband.ZELF)  # type: ignore[arg-type]
    assert not may(Rol.BEHEERDER, "wissen", Verband.ANDER)  # type: ignore[arg-type]
    assert not may(Rol.DECAAN, Daad.ZIEN, "buiten")  # type: ignore[arg-type]


@pytest.mark.parametrize(("rol", "daad"), list(product(Rol, Daad)))
def test_nearer_is_never_less(rol: Rol, daad: Daad) -> None:
    """A teamleider who guides a class of the team may there what a teamleider may."""
    far_to_near = [
        may(rol, daad, verband) for verband in (Verband.ANDER, Verband.EIGEN_TEAM, Verband.EIGEN_KLAS)
    ]
    assert far_to_near == sorted(far_to_near)


def test_who_runs_the_machine_reads_nobody() -> None:
    reading = (Daad.ZIEN, Daad.EXPORTEREN, Daad.KLAS_ZIEN, Daad.WIJZIGEN)
    assert not any(may(Rol.BEHEERDER, daad, verband) for daad in reading for verband in Verband)


def test_a_pupil_sees_no_other() -> None:
    assert not any(may(Rol.LEERLING, d, v) for d in Daad for v in Verband if v is not Verband.ZELF)


PUPIL = Leerling(id="a1", naam="Proef Persoon 1", klas="3A", team="onderbouw", mentor="m1")
BARE = Leerling(id="a2", naam="Proef Persoon 2")


@pytest.mark.parametrize(
    ("persoon", "verband"),
    [
        (Persoon("p", frozenset(), leerling="a1"), Verband.ZELF),
        (Persoon("p", frozenset(), leerling="a2"), Verband.ANDER),
        (Persoon("m1", frozenset()), Verband.EIGEN_KLAS),
        (Persoon("p", frozenset(), frozenset({"3A"}), frozenset({"onderbouw"})), Verband.EIGEN_KLAS),
        (Persoon("p", frozenset(), frozenset({"3B"}), frozenset({"onderbouw"})), Verband.EIGEN_TEAM),
        (Persoon("p", frozenset(), frozenset({"3B"}), frozenset({"bovenbouw"})), Verband.ANDER),
    ],
)
def test_what_a_pupil_is_to_someone(persoon: Persoon, verband: Verband) -> None:
    assert verband_of(persoon, PUPIL) is verband


def test_what_is_empty_makes_nobody_ones_own() -> None:
    persoon = Persoon("", frozenset(), frozenset({""}), frozenset({""}))
    assert verband_of(persoon, BARE) is Verband.ANDER


def test_someone_in_several_roles_may_what_either_may() -> None:
    both = Persoon("m1", frozenset({Rol.MENTOR, Rol.BEHEERDER}))
    assert allowed(both, Daad.ZIEN, PUPIL)
    assert not allowed(both, Daad.ZIEN, BARE)
    assert allowed(both, Daad.VERWIJDEREN, BARE)
    assert allowed(both, Daad.BEHEREN)
    assert not allowed(Persoon("m1", frozenset({Rol.MENTOR})), Daad.BEHEREN)


def test_in_no_role_one_may_nothing() -> None:
    persoon = Persoon("m1", frozenset(), frozenset({"3A"}), leerling="a1")
    assert not any(allowed(persoon, daad, leerling) for daad in Daad for leerling in (PUPIL, None))
