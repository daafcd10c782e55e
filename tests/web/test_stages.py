"""Stages on the page: what fits, who goes where, and the ronde in the class after it."""

import pytest
from web.conftest import ORIGIN, Page, buttons
from web.test_pupil import photo

from routeplanner.dossier.records_lob import Bewijs, Ervaring, Reflectie, Staat
from routeplanner.dossier.records_stage import Beurt, Beurtstaat, Ronde, Stageaanbod, Stagebedrijf

NAMES = ("Proef Anker", "Proef Boei", "Proef Ceder")


@pytest.fixture
def klas(page: Page) -> list[str]:
    """Return the ids of the pupils of a class."""
    form = {"klas": "3A", "programma": "VT", "leerweg": "KB"}
    return [page.pupil(page.begin(naam=naam, **form)).id for naam in NAMES]


def company(page: Page, naam: str, kenmerk: list[str], plaatsen: int) -> Stageaanbod:
    page.post("/stages", {"naam": naam, "plaats": "Verzonnen", "kenmerk": kenmerk})
    bedrijf = page.store.find(Stagebedrijf, naam=naam)[0]
    page.post(f"/stages/{bedrijf.id}/plaatsen", {"leerjaar": "3", "periode": "2", "plaatsen": str(plaatsen)})
    return page.store.find(Stageaanbod, bedrijf=bedrijf.id)[0]


def test_what_fits_the_wishes_comes_first(page: Page) -> None:
    address = page.begin(naam="Proef", programma="VT", leerweg="KB", doel="Autoverkoper")
    company(page, "Bakkerij Verzonnen", ["koken"], 2)
    company(page, "Garage Verzonnen", ["auto's", "verkopen"], 2)
    text = page.get(f"/leerling/{page.pupil(address).id}/stages?leerjaar=3&periode=2").text
    assert text.index("Garage Verzonnen") < text.index("Bakkerij Verzonnen")
    assert "verkopen" in text


def test_a_place_is_given_once_and_stands_in_the_dossier_and_the_route(page: Page, klas: list[str]) -> None:
    offer = company(page, "Garage Verzonnen", ["auto's"], 1)
    stage = {"keuze": 'stage "Oriënterende stage"'}
    assert page.post(f"/leerling/{klas[0]}/stages/{offer.id}", stage).status_code == 200
    assert page.post(f"/leerling/{klas[1]}/stages/{offer.id}", stage).status_code == 409
    (ervaring,) = page.store.find(Ervaring, leerling=klas[0])
    assert (ervaring.naam, ervaring.keuze, ervaring.staat) == (
        "Garage Verzonnen",
        stage["keuze"],
        Staat.GEPLAND,
    )
    assert page.store.find(Ervaring, leerling=klas[1]) == ()
    assert "1 van 1 plaatsen bezet" in page.get("/stages").text


def test_places_that_are_taken_cannot_be_taken_away(page: Page, klas: list[str]) -> None:
    offer = company(page, "Garage Verzonnen", [], 1)
    page.post(f"/leerling/{klas[0]}/stages/{offer.id}", {})
    form = {"leerjaar": "3", "periode": "2", "plaatsen": "0"}
    assert page.post(f"/stages/{offer.bedrijf}/plaatsen", form).status_code == 409
    assert page.store.get(Stageaanbod, offer.id).plaatsen == 1


def begun(page: Page) -> str:
    form = {
        "klas": "3A",
        "vraag": "Wat had je niet verwacht?",
        "competentie": "werkexploratie",
        "minuten": "5",
    }
    page.post("/ronde", form)
    return page.store.find(Ronde)[0].id


def test_a_class_has_its_turns_one_by_one(page: Page, klas: list[str]) -> None:
    ronde = begun(page)
    for naam, pupil in zip(NAMES, klas, strict=True):
        text = page.get(f"/ronde/{ronde}").text
        assert f": {naam}" in text
        beurt = page.store.find(Beurt, leerling=pupil)[0]
        page.post(
            f"/leerling/{pupil}/beurt/{beurt.id}", {"versie": str(beurt.versie), "tekst": f"Ik, {naam}."}
        )
    assert "Iedereen is geweest." in page.get(f"/ronde/{ronde}").text
    told = [page.store.find(Reflectie, leerling=pupil)[0] for pupil in klas]
    assert [(one.tekst, one.competentie) for one in told] == [(f"Ik, {n}.", "werkexploratie") for n in NAMES]


def test_a_pupil_can_be_passed_over_and_have_a_turn_later(page: Page, klas: list[str]) -> None:
    ronde = begun(page)
    beurt = page.store.find(Beurt, leerling=klas[0])[0]
    way = f"/leerling/{klas[0]}/beurt/{beurt.id}"
    page.post(way, {"versie": str(beurt.versie), "sla-over": "ja"})
    assert page.store.get(Beurt, beurt.id).staat is Beurtstaat.OVERGESLAGEN
    again = page.get(f"/ronde/{ronde}?beurt={beurt.id}").text
    page.post(way, {"versie": buttons(again).hidden["versie"], "tekst": "Toch nog."})
    assert page.store.get(Beurt, beurt.id).staat is Beurtstaat.BEANTWOORD


def test_a_photo_is_kept_with_the_turn_and_a_bad_one_keeps_nothing(page: Page, klas: list[str]) -> None:
    begun(page)
    beurt = page.store.find(Beurt, leerling=klas[0])[0]
    form = {"versie": str(beurt.versie), "tekst": "Kijk."}
    way, headers = f"/leerling/{klas[0]}/beurt/{beurt.id}", {"origin": ORIGIN}
    bad = page.client.post(
        way, data=form, files={"foto": ("a.png", b"\x89PNG\r\n\x1a\nnee", "image/png")}, headers=headers
    )
    assert bad.status_code == 422
    assert page.store.find(Reflectie) == ()
    page.client.post(way, data=form, files={"foto": ("a.png", photo(), "image/png")}, headers=headers)
    assert page.store.get(Beurt, beurt.id).bewijs == page.store.find(Bewijs, leerling=klas[0])[0].id


@pytest.mark.parametrize(
    "form",
    [{"klas": "9Z"}, {"klas": "3A", "minuten": "0"}, {"klas": "3A", "competentie": "geduld"}, {"vraag": " "}],
)
def test_what_no_form_sends_begins_no_ronde(page: Page, klas: list[str], form: dict[str, str]) -> None:
    assert klas
    right = {"klas": "3A", "vraag": "Wat?", "competentie": "netwerken", "minuten": "5"}
    assert page.post("/ronde", right | form).status_code == 400
    assert page.store.find(Ronde) == ()
