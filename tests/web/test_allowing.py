"""The matrix of roles: every address of the page is asked by every role, about every pupil, through the real page.

`rechten.csv` says what each address asks; the policy says who may that. One cell is one request.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient
from web.conftest import ROOT, buttons

from routeplanner.dossier.policy import Band, Persoon, Recht, Rol, may
from routeplanner.dossier.records import Leerling, Ontwerp
from routeplanner.dossier.records_lob import Ervaring, Reflectie, Soort
from routeplanner.dossier.store import Store
from routeplanner.model.curriculum import Route as Pad
from routeplanner.web.app import API, ROUTES, make_app
from routeplanner.web.asking import Desk, answered
from routeplanner.web.conversations import beginning
from routeplanner.web.guard import Door
from routeplanner.web.school import School

HOST = "school.example"
ORIGIN = f"https://{HOST}"
FILLED = {"record": "onbekend", "act": "kies", "way": "terug", "key": "onbekend"}
with (Path(__file__).parent / "rechten.csv").open(encoding="utf-8") as stream:
    ROWS = list(csv.DictReader(stream, delimiter=";"))
BANDEN = [band for band in Band if band is not Band.GEEN]
CELLS = list(product(ROWS, [*Rol, None], BANDEN))


@dataclass
class Place:
    """A page where people sign in, with a pupil of each kind."""

    store: Store
    door: Door
    app: Starlette
    pupils: dict[Band, Leerling]

    def draft(self, band: Band) -> Ontwerp:
        return self.store.find(Ontwerp, leerling=self.pupils[band].id)[0]

    def browser(self, actor: Persoon) -> TestClient:
        client = TestClient(self.app, base_url=ORIGIN, follow_redirects=False)
        client.cookies.set(self.door.cookie, self.door.sessions.put(actor))
        return client

    def ask(self, client: TestClient, address: str, band: Band) -> Response:
        method, _, path = address.partition(" ")
        draft = self.draft(band).id
        path, _, what = path.partition("?what=")
        id_ = self.pupils[band].id if path.startswith("/leerling/") else draft
        url = path.format_map(FILLED | {"id": id_, "other": draft, "what": what})
        form = {"versie": "999999"} if method == "POST" else None
        return client.request(method, url, data=form, headers={"origin": ORIGIN})


def person(*rollen: Rol) -> Persoon:
    return Persoon("p1", frozenset(rollen), frozenset({"3M"}), frozenset({"mijn team"}), "ik")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    store = Store.open(str(tmp_path_factory.mktemp("rollen") / "dossier.db"))
    door = Door(frozenset({HOST}), "https", token=None)
    pupils = {
        Band.ZELF: Leerling(id="ik", naam="Proef Persoon zelf", klas="3A", team="techniek"),
        Band.KLAS: Leerling(naam="Proef Persoon klas", klas="3M", team="zorg"),
        Band.TEAM: Leerling(naam="Proef Persoon team", klas="3A", team="mijn team"),
        Band.ANDER: Leerling(naam="Proef Persoon ander", klas="3A", team="zorg"),
    }
    document = beginning(Pad.new(programma="VT", leerweg="KB"))
    for band, pupil in pupils.items():
        store.add(pupil)
        store.start(pupil.id, f"ontwerp {band}", document)
    app = make_app(Desk(School(ROOT / "rules/voorbeeldcollege"), lambda: store), door)
    yield Place(store, door, app, pupils)
    store.close()


def test_no_address_of_the_page_is_missing() -> None:
    told = {row["adres"].partition("?")[0] for row in ROWS}
    routes = [f"{'POST' if 'POST' in (r.methods or ()) else 'GET'} {r.path}" for r in ROUTES]
    assert sorted(told) == sorted(routes)


@pytest.mark.parametrize(
    ("row", "rol", "band"), CELLS, ids=lambda v: v["adres"] if isinstance(v, dict) else str(v)
)
def test_a_cell(place: Place, row: dict[str, str], rol: Rol | None, band: Band) -> None:
    actor = person(rol) if rol else person()
    about = place.pupils[band] if row["over"] != "geen" else None
    trail = len(place.store.trail())
    answer = place.ask(place.browser(actor), row["adres"], band)
    if may(actor, Recht(row["recht"]), about):
        assert answer.status_code in {200, 204, 303, 400, 404, 409, 422}, answer.text
    else:
        assert answer.status_code == 403
        assert "Dit mag je niet" in answer.text
        assert "Proef Persoon" not in answer.text
        assert len(place.store.trail()) == trail


def test_an_address_that_asks_nothing_is_refused_to_everyone(place: Place) -> None:
    bare = make_app(
        place.app.state.desk,
        place.door,
        routes=[Route("/kaal", answered(lambda ask: ask.to("kaal")), name="kaal")],
    )
    for actor in (person(*Rol), Persoon("", alles=True)):
        client = TestClient(bare, base_url=ORIGIN, follow_redirects=False)
        client.cookies.set(place.door.cookie, place.door.sessions.put(actor))
        assert client.get("/kaal").status_code == 403


def test_two_drafts_are_compared_only_by_one_who_may_see_both(place: Place) -> None:
    mine, other = place.draft(Band.KLAS).id, place.draft(Band.ANDER).id
    client = place.browser(person(Rol.MENTOR))
    assert client.get(f"/vergelijk?een={mine}&ander={other}").status_code == 403
    assert client.get(f"/vergelijk?een={other}&ander={mine}").status_code == 403


@pytest.mark.parametrize("rol", list(Rol))
def test_the_list_holds_whom_one_may_see_and_no_other(place: Place, rol: Rol) -> None:
    text = place.browser(person(rol)).get("/").text
    for band, pupil in place.pupils.items():
        assert (pupil.naam in text) is may(person(rol), Recht.LEERLING_ZIEN, pupil)
        seen = may(person(rol), Recht.ROUTE_ZIEN, pupil)
        assert (f"/gesprek/{place.draft(band).id}" in text) is seen
    assert ("h-nieuw" in text) is may(person(rol), Recht.LEERLING_TOEVOEGEN)


def test_who_only_looks_gets_no_button_that_changes(place: Place) -> None:
    client = place.browser(person(Rol.TEAMLEIDER))
    base = f"/gesprek/{place.draft(Band.TEAM).id}"
    for path in (base, f"{base}/voorstellen"):
        page = client.get(path)
        assert page.status_code == 200
        ways = [b.get("formaction", "") for b in buttons(page.text).found]
        assert [way for way in ways if "/doe/" in way or "/stap/" in way or way.endswith("/weg")] == []
        assert f"{base}/kopie" not in page.text
    assert f"{base}/doe/wens" not in client.get(base).text


def test_the_trail_tells_who_did_it(place: Place) -> None:
    client = place.browser(person(Rol.MENTOR))
    pupil = place.pupils[Band.KLAS]
    draft = place.draft(Band.KLAS)
    client.post(f"/gesprek/{draft.id}/kopie", headers={"origin": ORIGIN})
    client.post(
        f"/gesprek/{draft.id}/doe/wens", data={"versie": str(draft.versie)}, headers={"origin": ORIGIN}
    )
    assert {line.door for line in place.store.trail(pupil.id)[2:]} == {"p1"}


def test_who_begins_with_a_pupil_is_its_mentor_or_the_pupil_itself(place: Place) -> None:
    form = {"naam": "Proef Persoon nieuw", "programma": "VT", "leerweg": "KB", "klas": "3X"}
    place.browser(person(Rol.MENTOR)).post("/leerling", data=form, headers={"origin": ORIGIN})
    (new,) = place.store.find(Leerling, naam="Proef Persoon nieuw")
    assert new.mentor == "p1"
    before = len(place.store.find(Ontwerp, leerling="ik"))
    place.browser(person(Rol.LEERLING)).post("/leerling", data=form, headers={"origin": ORIGIN})
    assert len(place.store.find(Ontwerp, leerling="ik")) == before + 1
    assert place.store.get(Leerling, "ik").naam == "Proef Persoon zelf"


def test_what_one_may_not_read_is_on_no_page_of_a_pupil(place: Place) -> None:
    pupil = place.pupils[Band.TEAM]
    told = {
        Recht.DOSSIER_ZIEN: Ervaring(leerling=pupil.id, soort=Soort.EIGEN, naam="MERK-ERVARING"),
        Recht.REFLECTIES_ZIEN: Reflectie(
            leerling=pupil.id, competentie="werkexploratie", tekst="MERK-REFLECTIE", datum=date(2027, 1, 1)
        ),
    }
    for record in told.values():
        place.store.add(record)
    for rol in Rol:
        client = place.browser(person(rol))
        pages = [
            client.get(f"/leerling/{pupil.id}"),
            # a name that is not the pupil's: the page is shown again, also to one who may remove and not read
            client.post(f"/leerling/{pupil.id}/vergeet", data={"naam": "x"}, headers={"origin": ORIGIN}),
        ]
        for page, asked in zip(pages, (Recht.LEERLING_ZIEN, Recht.VERWIJDEREN), strict=True):
            may_ask = may(person(rol), asked, pupil)
            for recht, mark in (
                (Recht.DOSSIER_ZIEN, "MERK-ERVARING"),
                (Recht.REFLECTIES_ZIEN, "MERK-REFLECTIE"),
            ):
                assert (mark in page.text) is (may_ask and may(person(rol), recht, pupil)), (rol, recht)


def test_what_is_of_another_pupil_is_not_got_by_way_of_ones_own(place: Place) -> None:
    mine, other = place.pupils[Band.KLAS], place.pupils[Band.ANDER]
    ervaring = place.store.add(Ervaring(leerling=other.id, soort=Soort.EIGEN, naam="van een ander"))
    bewijs = place.store.keep_bewijs(other.id, "van een ander.txt", b"van een ander")
    client = place.browser(person(Rol.MENTOR))
    assert client.get(f"/leerling/{mine.id}/bewijs/{bewijs.id}").status_code == 400
    trail = place.store.trail()
    for what, record in (("ervaring", ervaring), ("bewijs", bewijs)):
        form = {"versie": str(record.versie), "weg": "ja"}
        way = f"/leerling/{mine.id}/wijzig/{what}/{record.id}"
        assert client.post(way, data=form, headers={"origin": ORIGIN}).status_code == 400
    form = {
        "soort": "eigen activiteit",
        "competentie": "werkexploratie",
        "tekst": "x",
        "ervaring": ervaring.id,
    }
    place.browser(person(Rol.LEERLING)).post(
        "/leerling/ik/nieuw/reflectie", data=form, headers={"origin": ORIGIN}
    )
    assert place.store.find(Reflectie, ervaring=ervaring.id) == ()
    assert place.store.trail() == trail


def test_every_other_address_is_for_those_of_the_school_too(place: Place) -> None:
    told = {route.path for route in (*ROUTES, *API)} | {"/static"}
    assert {getattr(route, "path", "") for route in place.app.routes} == told
    nobody, stranger = place.browser(person()), TestClient(place.app, base_url=ORIGIN, follow_redirects=False)
    for route in API:
        method = "POST" if "POST" in (route.methods or ()) else "GET"
        assert nobody.request(method, route.path, content="{}", headers={"origin": ORIGIN}).status_code == 403
        # the key of the only user is none here
        headers = {"origin": ORIGIN, "authorization": "Bearer None"}
        assert stranger.request(method, route.path, content="{}", headers=headers).status_code in {303, 403}
        member = place.browser(person(Rol.LEERLING))
        answer = member.request(method, route.path, content="{}", headers={"origin": ORIGIN})
        assert answer.status_code in {200, 422}, route.path


def test_who_only_adds_a_pupil_begins_no_route(place: Place) -> None:
    form = {"naam": "Proef Persoon later", "programma": "VT", "leerweg": "KB"}
    answer = place.browser(person(Rol.BEHEERDER)).post("/leerling", data=form, headers={"origin": ORIGIN})
    assert answer.headers["location"] == "/"
    (new,) = place.store.find(Leerling, naam="Proef Persoon later")
    assert place.store.find(Ontwerp, leerling=new.id) == ()
