"""What comes out on paper, as a page and as PDF."""

import re

import pytest
from web.conftest import Page

BEGIN = {"naam": "Proef Persoon", "klas": "3A", "route": "Autoverkoper"}


@pytest.fixture
def address(page: Page) -> str:
    return page.begin(**BEGIN)


def test_the_route_on_paper_names_the_pupil_and_what_is_chosen(page: Page, address: str) -> None:
    text = page.get(f"{address}/print").text
    assert "Proef Persoon" in text
    assert "HV/K/9" in text
    assert "<svg" in text


def test_names_can_be_left_out_on_paper_too(page: Page, address: str) -> None:
    page.post("/instelling", {"zonder-naam": "ja"})
    pupil = f"/leerling/{page.pupil(address).id}"
    assert "Proef Persoon" not in page.get(f"{address}/print").text + page.get(f"{pupil}/print").text


@pytest.mark.parametrize("what", ["route.pdf", "dossier.pdf"])
def test_a_pdf_is_a_tagged_pdf(page: Page, address: str, what: str) -> None:
    path = f"{address}/{what}" if what == "route.pdf" else f"/leerling/{page.pupil(address).id}/{what}"
    answer = page.get(path)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert re.search(rb"/Marked true", answer.content)


def test_the_dossier_on_paper_holds_what_was_written(page: Page, address: str) -> None:
    pupil = f"/leerling/{page.pupil(address).id}"
    page.post(f"{pupil}/nieuw/ervaring", {"soort": "les", "naam": "Lassen bij de smid", "staat": "afgerond"})
    page.post(f"{pupil}/nieuw/reflectie", {"competentie": "netwerken", "tekst": "Ik durfde te bellen."})
    page.post(f"{pupil}/nieuw/reden", {"keuze": "HV/K/9", "reden": "ik praat graag met mensen"})
    text = page.get(f"{pupil}/print").text
    for said in ("Lassen bij de smid", "Ik durfde te bellen.", "ik praat graag met mensen"):
        assert said.lower() in text.lower()
