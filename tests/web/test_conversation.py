"""A conversation without JavaScript: every click is a form, and every answer a page."""

import json
from pathlib import Path

import pytest
from web.conftest import ROOT, Page, buttons, page_of

AUTOVERKOPER = {"naam": "Proef Persoon", "programma": "VT", "leerweg": "KB", "doel": "Autoverkoper"}


def test_the_first_page_tells_what_the_school_offers(page: Page) -> None:
    text = page.get("/").text
    assert "Voorbeeldcollege" in text
    assert "Voertuigentechniek (VT)" in text
    assert "Kevin" in text


def test_a_new_conversation_starts_with_what_everyone_does(page: Page) -> None:
    address = page.begin(**AUTOVERKOPER)
    text = page.get(address).text
    assert "Proef Persoon" in text
    assert "Deze route is nog niet af." in text
    assert page.pupil(address).leerweg == "KB"


def test_a_choice_is_kept(page: Page) -> None:
    address = page.begin(**AUTOVERKOPER)
    after = page.click(address, "HV/K/10", "kies")
    assert after.status_code == 200
    assert [c["choice"] for c in json.loads(page.draft(address).document)["gekozen"]] == ["HV/K/10"]
    assert page.get(address).text.count('aria-pressed="true"') == 1


def test_a_choice_can_be_let_go_declined_and_wanted_after_all(page: Page) -> None:
    address = page.begin(**AUTOVERKOPER)
    page.click(address, "HV/K/10", "kies")
    page.click(address, "HV/K/10", "los")
    assert "gekozen" not in json.loads(page.draft(address).document)
    page.click(address, "HV/K/10", "niet")
    assert [c["choice"] for c in json.loads(page.draft(address).document)["afgewezen"]] == ["HV/K/10"]
    page.click(address, "HV/K/10", "los")
    assert "afgewezen" not in json.loads(page.draft(address).document)


def test_a_step_can_be_taken_back_and_done_again(page: Page) -> None:
    address = page.begin(**AUTOVERKOPER)
    began = page.draft(address).document
    page.click(address, "HV/K/10", "kies")
    chosen = page.draft(address).document
    page.post(f"{address}/stap/terug", {"versie": str(page.draft(address).versie)})
    assert page.draft(address).document == began
    page.post(f"{address}/stap/vooruit", {"versie": str(page.draft(address).versie)})
    assert page.draft(address).document == chosen


def test_what_is_closed_tells_why_and_offers_a_swap_that_works(page: Page) -> None:
    address = page.begin(route="Autoverkoper")
    closed = next(
        b for b in buttons(page.get(address).text).found if "kan niet meer" in near(page, address, b)
    )
    told = page.get(closed["formaction"]).text
    assert "Dat gaat niet samen met" in told
    swap = next(b for b in buttons(told).found if b.get("name") == "herstel" and b["value"].startswith("k"))
    after = page.press(address, told, swap)
    assert after.status_code == 200
    assert "Zo kan het niet." not in after.text
    key = swap["value"].partition("|")[0]
    assert f'id="{key}" class="pick" formaction="{address}/doe/los"' in after.text


def near(page: Page, address: str, button: dict[str, str]) -> str:
    text = page.get(address).text
    return text[text.index(f'id="{button.get("id", "")}"') :][:700] if button.get("hx-get") else ""


def test_a_route_that_cannot_be_offers_changes_that_mend_it(page: Page) -> None:
    address = page.begin(route="Autoverkoper")
    page.click(address, "HV/K/9", "los")
    page.click(address, "VT/K/9", "los")  # declined so far; it goes only without HV/K/9
    page.click(address, "VT/K/9", "kies")
    draft = page.draft(address)
    document = json.loads(draft.document)
    document["gekozen"].append({"choice": "HV/K/9", "programma": "HV"})
    page.store.step(draft.id, draft.versie, json.dumps(document), "")
    broken = page.get(address)
    assert "Zo kan het niet." in broken.text
    change = next(b for b in buttons(broken.text).found if b.get("name") == "herstel")
    assert "Zo kan het niet." not in page.press(address, broken.text, change).text


def test_what_is_missing_can_be_taken_over(page: Page) -> None:
    address = page.begin(**AUTOVERKOPER)
    text = page.get(address).text
    finish = next(b for b in buttons(text).found if b.get("id") == "afmaken")
    after = page.press(address, text, finish | {"name": "x", "value": ""})
    assert "Deze route klopt." in after.text


def test_three_suggestions_of_which_one_is_followed(page: Page) -> None:
    address = page.begin(**AUTOVERKOPER)
    text = page.get(f"{address}/voorstellen").text
    assert [f"Voorstel {n}" in text for n in (1, 2, 3)] == [True, True, True]
    follow = next(b for b in buttons(text).found if b.get("id") == "voorstel-0")
    after = page.press(address, text, follow)
    assert "Deze route klopt." in after.text
    chosen = {c["choice"] for c in json.loads(page.draft(address).document)["gekozen"]}
    assert {"HV/K/9", "HV/K/10", "HV/K/11"} <= chosen


def test_how_many_routes_are_left(page: Page) -> None:
    assert "geldige routes" in page.get(f"{page.begin(**AUTOVERKOPER)}/aantal").text


def test_wishes_are_kept(page: Page) -> None:
    address = page.begin(**AUTOVERKOPER)
    versie = str(page.draft(address).versie)
    page.post(
        f"{address}/doe/wens",
        {"versie": versie, "doel": "SCW", "graag": ["koken", "sport"], "liever-niet": ["zorg", "sport"]},
    )
    kept = json.loads(page.draft(address).document)
    assert (kept["doel"], kept["interesses"], kept["liever_niet"]) == ("scw", ["koken", "sport"], ["zorg"])


def test_two_drafts_side_by_side(page: Page) -> None:
    address = page.begin(**AUTOVERKOPER)
    copy = page.post(f"{address}/kopie", {}).url.path
    page.click(copy, "HV/K/10", "kies")
    ids = [one.rpartition("/")[2] for one in (address, copy)]
    text = page.get(f"/vergelijk?een={ids[0]}&ander={ids[1]}").text
    assert "HV/K/10" in text[text.index("alleen hier", text.index("alleen hier") + 1) :]


def test_only_the_changed_part_is_sent_to_a_page_with_javascript(page: Page) -> None:
    address = page.begin(**AUTOVERKOPER)
    part = page.click(address, "HV/K/10", "kies", **{"hx-request": "true"}).text
    assert part.lstrip().startswith('<div id="gesprek"')
    assert "HV/K/10 gekozen" in part


def test_a_click_on_an_old_page_is_refused_and_nothing_is_lost(page: Page) -> None:
    address = page.begin(**AUTOVERKOPER)
    old = page.get(address).text
    page.click(address, "HV/K/10", "kies")
    button = next(b for b in buttons(old).found if b.get("formaction", "").endswith("/doe/kies"))
    answer = page.press(address, old, button)
    assert answer.status_code == 409
    assert "Iemand anders was net eerder" in answer.text
    assert "HV/K/10" in page.draft(address).document


def test_names_can_be_left_out(page: Page) -> None:
    address = page.begin(**AUTOVERKOPER)
    page.post("/instelling", {"zonder-naam": "ja"})
    assert "Proef Persoon" not in page.get(address).text + page.get("/").text


def test_the_page_in_english(page: Page) -> None:
    address = page.begin(**AUTOVERKOPER)
    page.post("/instelling", {"taal": "en"})
    text = page.get(address).text
    assert '<html lang="en">' in text
    assert "This route is not finished yet." in text


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("doe/kies", {"keuze": "k000000000000"}),
        ("doe/kies", {"plaats": "x.9.9"}),
        ("doe/nergens", {}),
        ("doe/herstel", {"herstel": "|laat alles weg"}),
        ("doe/voorstel", {"nummer": "99"}),
        ("doe/voorstel", {"nummer": "٣"}),
    ],
)
def test_what_no_form_sends_changes_nothing(page: Page, path: str, form: dict[str, str]) -> None:
    address = page.begin(**AUTOVERKOPER)
    before = page.draft(address)
    answer = page.post(f"{address}/{path}", {"versie": str(before.versie)} | form)
    assert answer.status_code in {400, 409}
    assert page.draft(address) == before


def test_a_draft_that_is_not_there(page: Page) -> None:
    assert page.get("/gesprek/0000000000000000").status_code == 404


def test_a_changed_rule_is_told_with_what_it_did(tmp_path: Path) -> None:
    for file in (ROOT / "rules/profielschool").iterdir():
        text = file.read_text("utf-8")
        (tmp_path / file.name).write_text(text, "utf-8")
    page = page_of(tmp_path, tmp_path)
    address = page.begin(programma="MET", leerweg="KB", naam="Proef")
    assert page.get(f"{address}/nieuws?editie=1", **{"hx-request": "true"}).status_code == 204
    page.client.app.state.desk.school._looked = 0.0  # type: ignore[attr-defined]
    with (tmp_path / "regels.lob").open("a", encoding="utf-8") as rules:
        rules.write('\nregel proef "Nooit MET/13"\n  nooit K/MET/13\n  verplicht K/MET/13\n')
    told = page.get(f"{address}/nieuws?editie=1", **{"hx-request": "true"})
    assert told.status_code == 200
    assert "veranderd" in told.text or "fout" in told.text
    page.store.close()


def test_the_profiles_of_today(tmp_path: Path) -> None:
    page = page_of(tmp_path, ROOT / "rules/profielschool")
    address = page.begin(programma="MET", leerweg="KB", naam="Proef")
    text = page.get(address).text
    assert "K/EO/01" in text
    assert "Keuzevakken" in text
    page.store.close()


def test_the_timeline_tells_when_and_by_which_steps(page: Page) -> None:
    address = page.begin(**AUTOVERKOPER)
    page.click(address, "HV/K/10", "kies")
    text = page.get(f"{address}/verloop").text
    assert "<svg" in text
    assert "HV/K/10 gekozen" in text


def test_one_draft_is_the_route_of_the_pupil(page: Page) -> None:
    first = page.begin(**AUTOVERKOPER)
    second = page.post(f"{first}/kopie", {}).url.path
    for address in (first, second):
        page.post(f"{address}/dit-is-het", {"versie": str(page.draft(address).versie)})
    assert [page.draft(address).gekozen for address in (first, second)] == [False, True]
    assert "Dit is de gekozen route." in page.get(second).text
