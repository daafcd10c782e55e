import json
from dataclasses import replace
from typing import Any

import pytest
from dossier.filled import fill, mark
from jsonschema import Draft202012Validator

from routeplanner.dossier.records import Handeling, Leerling
from routeplanner.dossier.records_lob import Ervaring, Reflectie
from routeplanner.dossier.store import Store
from routeplanner.present.contract import schema_json

KEY = b"een sleutel die niemand raadt"


def exported(store: Store, *ids: str, key: bytes = KEY) -> list[dict[str, Any]]:
    text = store.export_pseudonymous(ids, key, {"VT"})
    found = json.loads(text)
    Draft202012Validator(json.loads(schema_json("dossier-pseudonymous"))).validate(found)
    return list(found["leerlingen"])


def test_who_it_is_and_what_was_written_stays_behind(store: Store) -> None:
    leerlingen = [fill(store, number) for number in range(3)]
    text = store.export_pseudonymous([leerling.id for leerling in leerlingen], KEY, {"VT"})
    hidden = [mark(number) for number in range(3)] + [leerling.id for leerling in leerlingen]
    hidden += ["3A", "onderbouw", "m1", "Krantenwijk", "HV/K/9", "-24"]
    assert [word for word in hidden if word in text] == []


def test_what_there_is_to_count(store: Store) -> None:
    (told,) = exported(store, fill(store, 1).id)
    del told["pseudoniem"], told["begonnen"]
    assert told == {
        "programma": "VT",
        "leerweg": "KB",
        "schooljaar": 2026,
        "ervaringen": [
            {
                "soort": "eigen activiteit",
                "competenties": ["netwerken"],
                "leerjaar": 3,
                "periode": 2,
                "staat": "bezig",
                "minuten": 600,
                "maand": "2026-11",
            }
        ],
        "reflecties": [{"competentie": "netwerken", "maand": "2026-11"}] * 2,
        "gesprekken": [
            {
                "leerjaar": 3,
                "periode": 2,
                "gevoerd": True,
                "maand": "2026-11",
                "afspraken": 1,
                "gedaan": 0,
            }
        ],
        "bewijzen": 2,
    }


def test_a_name_in_the_field_of_a_word_stays_behind(store: Store) -> None:
    leerling = fill(store, 1)
    leerling = store.save(replace(leerling, programma=mark(7), leerweg=mark(7)))
    (ervaring,) = store.find(Ervaring, leerling=leerling.id)
    store.save(replace(ervaring, competenties=(mark(7), "Netwerken")))
    reflectie, _ = store.find(Reflectie, leerling=leerling.id)
    store.save(replace(reflectie, competentie=mark(7)))
    (told,) = exported(store, leerling.id)
    assert mark(7).lower() not in json.dumps(told).lower()
    assert (told["programma"], told["leerweg"]) == (None, None)
    assert told["ervaringen"][0]["competenties"] == ["netwerken"]
    assert [one["competentie"] for one in told["reflecties"]] == [None, "netwerken"]


def test_a_pseudonym_is_of_a_pupil_and_a_key(store: Store) -> None:
    one, other = (fill(store, number).id for number in range(2))
    names = [told["pseudoniem"] for told in exported(store, one, other)]
    assert names == sorted(names)
    assert len(set(names)) == 2
    assert [told["pseudoniem"] for told in exported(store, other, one)] == names
    assert not set(names) & {told["pseudoniem"] for told in exported(store, one, other, key=KEY[::-1])}


def test_a_key_that_can_be_guessed_is_refused(store: Store, leerling: Leerling) -> None:
    with pytest.raises(ValueError, match="key"):
        store.export_pseudonymous([leerling.id], b"kort", ())


def test_it_is_told_in_the_trail(store: Store, leerling: Leerling) -> None:
    store.export_pseudonymous([leerling.id], KEY, (), door="d1")
    line = store.trail()[-1]
    assert (line.door, line.handeling, line.record) == ("d1", Handeling.GEEXPORTEERD, leerling.id)
