"""The dossier of a pupil on the page, and that it counts in the route."""

import json
from io import BytesIO

import pytest
from PIL import Image
from web.conftest import ORIGIN, Page, buttons

from routeplanner.dossier.records import Leerling, Ontwerp
from routeplanner.dossier.records_lob import Afspraak, Bewijs, Ervaring, Gesprek, Reflectie, Staat

BEGIN = {"naam": "Proef Persoon", "klas": "3A", "programma": "VT", "leerweg": "KB"}


@pytest.fixture
def pupil(page: Page) -> str:
    return f"/leerling/{page.pupil(page.begin(**BEGIN)).id}"


def id_of(address: str) -> str:
    return address.rpartition("/")[2]


def work(page: Page, pupil: str, **more: str) -> Ervaring:
    form = {
        "soort": "eigen activiteit",
        "naam": "Bijbaan in de winkel",
        "staat": "bezig",
        "competentie": "netwerken",
    }
    page.post(f"{pupil}/nieuw/ervaring", form | more)
    return page.store.find(Ervaring, leerling=id_of(pupil))[-1]


def test_an_experience_is_written_down_and_goes_on(page: Page, pupil: str) -> None:
    ervaring = work(page, pupil, uren="12", leerjaar="3", periode="2")
    assert (ervaring.naam, ervaring.minuten, ervaring.competenties) == (
        "Bijbaan in de winkel",
        720,
        ("netwerken",),
    )
    page.post(f"{pupil}/wijzig/ervaring/{ervaring.id}", {"versie": str(ervaring.versie), "staat": "afgerond"})
    assert page.store.get(Ervaring, ervaring.id).staat is Staat.AFGEROND
    assert "Bijbaan in de winkel" in page.get(pupil).text


def test_what_the_pupil_does_counts_in_the_route_and_is_not_taken_back(page: Page) -> None:
    address = page.begin(**BEGIN)
    pupil = f"/leerling/{page.pupil(address).id}"
    work(page, pupil)
    page.click(address, "HV/K/10", "kies")
    text = page.get(address).text
    assert "1 activiteit" in text
    near = text[text.index("Bijbaan in de winkel") - 400 : text.index("Bijbaan in de winkel") + 200]
    assert "disabled" in near
    kept = json.loads(page.draft(address).document)
    assert [c["choice"] for c in kept["gekozen"]] == ["HV/K/10"]


def test_what_is_only_planned_can_be_left_out_of_a_draft(page: Page) -> None:
    address = page.begin(**BEGIN)
    pupil = f"/leerling/{page.pupil(address).id}"
    work(page, pupil, soort="stage", keuze='stage "Oriënterende stage"', staat="gepland", naam="")
    text = page.get(address).text
    stage = next(b for b in buttons(text).found if b.get("aria-pressed") == "true")
    page.press(address, text, stage)
    kept = json.loads(page.draft(address).document)
    assert [c["choice"] for c in kept["afgewezen"]] == ['stage "Oriënterende stage"']


def test_a_reflection_stands_under_its_competentie(page: Page, pupil: str) -> None:
    page.post(f"{pupil}/nieuw/reflectie", {"competentie": "netwerken", "tekst": "Ik durfde te bellen."})
    (reflectie,) = page.store.find(Reflectie, leerling=id_of(pupil))
    assert reflectie.tekst == "Ik durfde te bellen."
    text = page.get(pupil).text
    assert text.index("<h3>netwerken</h3>") < text.index("Ik durfde te bellen.")


def test_a_gesprek_is_planned_held_and_kept_to(page: Page, pupil: str) -> None:
    assert "Proef Persoon" in page.get("/gesprekken?leerjaar=3&periode=1").text
    page.post(f"{pupil}/nieuw/gesprek", {"leerjaar": "3", "periode": "1"})
    (gesprek,) = page.store.find(Gesprek, leerling=id_of(pupil))
    page.post(f"{pupil}/nieuw/afspraak", {"gesprek": gesprek.id, "tekst": "bel de garage"})
    page.post(
        f"{pupil}/wijzig/gesprek/{gesprek.id}", {"versie": str(gesprek.versie), "verslag": "over auto's"}
    )
    (afspraak,) = page.store.find(Afspraak, leerling=id_of(pupil))
    page.post(f"{pupil}/wijzig/afspraak/{afspraak.id}", {"versie": str(afspraak.versie), "gedaan": "ja"})
    assert page.store.get(Gesprek, gesprek.id).gevoerd
    assert page.store.get(Afspraak, afspraak.id).gedaan
    assert "Proef Persoon" not in page.get("/gesprekken?leerjaar=3&periode=1").text


def photo() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (8, 8), "red").save(stream, "PNG")
    return stream.getvalue()


def upload(page: Page, pupil: str, content: bytes, name: str = "foto.png") -> int:
    files = {"bestand": (name, content, "image/png")}
    return page.client.post(f"{pupil}/foto/bewijs", files=files, headers={"origin": ORIGIN}).status_code


def test_a_photo_comes_back_as_a_photo_and_a_text_as_a_file(page: Page, pupil: str) -> None:
    assert upload(page, pupil, photo()) == 200
    assert upload(page, pupil, b"<script>alert(1)</script>", "a.html") == 200
    answers = [page.get(f"{pupil}/bewijs/{b.id}") for b in page.store.find(Bewijs, leerling=id_of(pupil))]
    told = [(a.headers["content-type"], a.headers["content-disposition"].partition(";")[0]) for a in answers]
    assert told == [("image/png", "inline"), ("text/plain; charset=utf-8", "attachment")]
    assert all("sandbox" in a.headers["content-security-policy"] for a in answers)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\nnee", b"\x00\x01", b"", b"a" * 5_500_000])
def test_what_cannot_be_kept_is_told(page: Page, pupil: str, content: bytes) -> None:
    assert upload(page, pupil, content) in {413, 422}
    assert page.store.find(Bewijs, leerling=id_of(pupil)) == ()


def test_the_whole_dossier_goes_along_and_is_forgotten_only_by_name(page: Page, pupil: str) -> None:
    work(page, pupil)
    told = json.loads(page.get(f"{pupil}/dossier.json").text)
    assert told["leerling"]["naam"] == "Proef Persoon"
    page.post(f"{pupil}/vergeet", {"naam": "proef"})
    assert page.store.find(Leerling)
    page.post(f"{pupil}/vergeet", {"naam": "Proef Persoon"})
    assert page.store.find(Leerling) == ()
    assert page.store.find(Ontwerp) == ()


def test_what_is_of_another_pupil_stays_out_of_reach(page: Page, pupil: str) -> None:
    other = f"/leerling/{page.pupil(page.begin(**BEGIN)).id}"
    ervaring = work(page, other)
    answer = page.post(f"{pupil}/wijzig/ervaring/{ervaring.id}", {"versie": "1", "weg": "ja"})
    assert answer.status_code == 400
    assert page.store.get(Ervaring, ervaring.id) == ervaring


@pytest.mark.parametrize(
    ("what", "form"),
    [
        ("ervaring", {"soort": "vakantie", "naam": "x", "staat": "bezig"}),
        ("ervaring", {"soort": "les", "naam": "", "staat": "bezig"}),
        ("ervaring", {"soort": "les", "naam": "x", "staat": "bezig", "keuze": "VT/K/99"}),
        ("ervaring", {"soort": "les", "naam": "x", "staat": "bezig", "uren": "-1"}),
        ("reflectie", {"competentie": "geduld", "tekst": "x"}),
        ("reflectie", {"competentie": "netwerken", "tekst": " "}),
        ("gesprek", {"leerjaar": "3"}),
        ("gesprek", {"leerjaar": "3", "periode": "1", "datum": "morgen"}),
        ("niets", {}),
    ],
)
def test_what_no_form_sends_is_refused(page: Page, pupil: str, what: str, form: dict[str, str]) -> None:
    assert page.post(f"{pupil}/nieuw/{what}", form).status_code in {400, 403}


@pytest.mark.parametrize("tekst", ["a" * 30_000, "een\x00nul"])
def test_a_text_that_cannot_be_kept_is_told_so(page: Page, pupil: str, tekst: str) -> None:
    answer = page.post(f"{pupil}/nieuw/reflectie", {"competentie": "netwerken", "tekst": tekst})
    assert answer.status_code == 422
    assert "Deze tekst kan niet bewaard worden" in answer.text
    assert page.store.find(Reflectie) == ()
