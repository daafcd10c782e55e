import json
from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from dossier.filled import fill, mark, photo
from jsonschema import Draft202012Validator

from routeplanner.dossier.errors import (
    AlreadyThereError,
    DossierError,
    NoDossierError,
    NotFoundError,
    NumberError,
    TextError,
    TooLargeError,
    UnknownContentError,
)
from routeplanner.dossier.records import Handeling, Leerling, Ontwerp, Record, VanLeerling
from routeplanner.dossier.records_lob import Bewijs
from routeplanner.dossier.records_stage import Beurt, Stageplaats
from routeplanner.dossier.store import Store
from routeplanner.dossier.tables import TABLES
from routeplanner.present.contract import schema_json

KINDS = [kind for kind in TABLES if issubclass(kind, VanLeerling) and kind not in (Stageplaats, Beurt)]


@pytest.fixture
def other(tmp_path: Path):
    with Store.open(str(tmp_path / "ander.db")) as opened:
        yield opened


def as_new(records: tuple[Record, ...]) -> list[Record]:
    return [replace(record, versie=1) for record in records]


def told(store: Store) -> dict[str, Any]:
    exported: dict[str, Any] = json.loads(store.export(fill(store, 1).id))
    return exported


def taken_in(store: Store, dossier: object) -> Leerling:
    return store.import_dossier(json.dumps(dossier).encode())


def test_everything_that_is_kept_of_a_pupil_comes_out_and_in(store: Store, other: Store) -> None:
    leerling = fill(store, 1)
    fill(store, 2)
    exported = store.export(leerling.id)
    assert mark(2) not in exported
    assert other.import_dossier(exported.encode()) == leerling
    for kind in KINDS:
        kept = store.find(kind, leerling=leerling.id)
        assert kept, "nothing was looked at"
        assert as_new(other.find(kind)) == as_new(kept)
    for bewijs in store.find(Bewijs, leerling=leerling.id):
        assert other.content_of(bewijs.id) == store.content_of(bewijs.id)
    (ontwerp,) = store.find(Ontwerp, leerling=leerling.id)
    assert other.history(ontwerp.id) == store.history(ontwerp.id)
    assert other.redo(ontwerp.id, 1).stap == 3


def test_what_is_the_schools_own_is_told_and_not_taken_in(store: Store, other: Store) -> None:
    exported = told(store)
    assert exported["stageplaatsen"] == [
        {"bedrijf": "Garage Proef", "plaats": "Proefdorp", "schooljaar": 2026, "leerjaar": 3, "periode": 2}
    ]
    (beurt,) = exported["beurten"]
    assert (beurt["vraag"], beurt["staat"]) == ("Wat ging goed?", "beantwoord")
    taken_in(other, exported)
    assert (other.find(Stageplaats), other.find(Beurt)) == ((), ())


def test_an_export_is_as_its_schema_says(store: Store) -> None:
    Draft202012Validator(json.loads(schema_json("dossier"))).validate(told(store))


def test_who_exported_and_imported_is_in_the_trail(store: Store, other: Store) -> None:
    leerling = fill(store, 1)
    exported = store.export(leerling.id, door="m7")
    line = store.trail()[-1]
    assert (line.door, line.handeling, line.record) == ("m7", Handeling.GEEXPORTEERD, leerling.id)
    other.import_dossier(exported.encode(), door="m8")
    (line,) = other.trail()
    assert (line.door, line.handeling, line.record) == ("m8", Handeling.GEIMPORTEERD, leerling.id)


def test_a_pupil_who_is_there_is_not_written_over(store: Store, other: Store) -> None:
    exported = told(store)
    taken_in(other, exported)
    before = other.trail()
    with pytest.raises(AlreadyThereError):
        taken_in(other, exported)
    with pytest.raises(AlreadyThereError):
        taken_in(other, exported | {"leerling": exported["leerling"] | {"id": "nieuw"}})
    assert other.trail() == before
    assert len(other.find(Leerling)) == 1


def test_a_photo_that_comes_in_is_looked_at_again(store: Store, other: Store) -> None:
    exported = told(store)
    exported["bewijzen"][0]["inhoud"] = "TVqQAAMAAAA="  # a program
    with pytest.raises(UnknownContentError):
        taken_in(other, exported)
    exported["bewijzen"][0]["inhoud"] = b64encode(photo("JPEG") + b"GEHEIM").decode()
    taken_in(other, exported)
    assert not any(b"GEHEIM" in other.content_of(bewijs.id) for bewijs in other.find(Bewijs))


def changed(dossier: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    *parts, last = path.split(".")
    inner: Any = dossier
    for part in parts:
        inner = inner[int(part)] if part.isdecimal() else inner[part]
    inner[last] = value
    return dossier


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("schema", "routeplanner/dossier/2", "schema"),
        ("leerling.id", "../../etc", "leerling.id"),
        ("leerling.naam", None, "leerling.naam"),
        ("ervaringen.0.staat", "klaar", "ervaringen.0.staat"),
        ("ontwerpen.0.stap", 99, "ontwerpen.0.stap"),
        ("ontwerpen.0.stappen", [], "ontwerpen.0.stappen"),
        ("leerling.Proef Persoon", "x", "leerling"),
        ("bewijzen.0.inhoud", "???", "bewijzen.0.inhoud"),
    ],
)
def test_what_is_no_dossier_is_refused_and_not_repeated(
    store: Store, other: Store, path: str, value: object, where: str
) -> None:
    with pytest.raises(NoDossierError) as wrong:
        taken_in(other, changed(told(store), path, value))
    assert wrong.value.where == where
    assert other.find(Leerling) == ()


@pytest.mark.parametrize("given", [b"", b"{", b"[]", b"\xff\xfe", b'{"schema": 1}', b"null"])
def test_what_is_no_json_of_ours_is_refused(store: Store, given: bytes) -> None:
    with pytest.raises(NoDossierError):
        store.import_dossier(given)


@pytest.mark.parametrize(
    ("path", "value", "error"),
    [
        ("reflecties.0.ervaring", "0" * 16, NotFoundError),
        ("afspraken.0.gesprek", "0" * 16, NotFoundError),
        ("leerling.naam", "x" * 201, TextError),
        ("ontwerpen.0.stappen.1.wat", "a\x00b", TextError),
        ("ervaringen.0.leerjaar", 10**12, NumberError),
    ],
)
def test_what_cannot_be_kept_leaves_nothing(
    store: Store, other: Store, path: str, value: object, error: type[DossierError]
) -> None:
    with pytest.raises(error):
        taken_in(other, changed(told(store), path, value))
    assert other.find(Leerling) == ()
    assert other.trail() == ()


def test_two_chosen_drafts_are_one_too_many(store: Store, other: Store) -> None:
    dossier = told(store)
    dossier["ontwerpen"].append(dossier["ontwerpen"][0] | {"id": "nog-een"})
    with pytest.raises(NoDossierError):
        taken_in(other, dossier)


def test_an_import_is_as_large_as_it_may_be(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("routeplanner.dossier.importing.MAX_BYTES", 10)
    with pytest.raises(TooLargeError):
        store.import_dossier(b"x" * 11)


def test_there_is_nothing_of_nobody(store: Store) -> None:
    with pytest.raises(NotFoundError):
        store.export("0" * 16)
