"""The conversation of a pupil who wants to sell cars, as a mentor has it: what is said, and what can be clicked."""

import re
from collections.abc import Callable

import pytest
from browser.visiting import Visit, pick
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.xdist_group("browser-conversation")

JAVASCRIPT = pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain forms"])


def verdict(page: Page, said: str) -> None:
    expect(page.locator("#oordeel")).to_contain_text(said)


def chosen(page: Page) -> set[str]:
    """What is chosen, as it is read."""
    return {" ".join(text.split()) for text in page.locator(".chosen .label").all_inner_texts()}


@JAVASCRIPT
def test_from_the_first_click_to_a_finished_route(visit: Callable[..., Visit], *, javascript: bool) -> None:
    page = visit(java_script_enabled=javascript).begin()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sanne Verzonnen")
    expect(page.get_by_text("Voertuigentechniek (VT), KB → Autoverkoper").first).to_be_visible()
    verdict(page, "Deze route is nog niet af.")
    expect(page.locator("#oordeel")).to_contain_text("nog 4 te doen")
    expect(page.locator("#uitleg")).to_contain_text("Vier keuzemodules in leerjaar 3")

    pick(page, "HV/K/10 verkennen").click()
    expect(pick(page, "HV/K/10 verkennen")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".figure svg")).to_contain_text("HV/K/10")

    pick(page, "HV/K/9 verkennen").click()
    pick(page, "HV/K/11 verkennen").click()
    expect(pick(page, "HV/K/11 verkennen")).to_have_attribute("aria-pressed", "true")
    closed = pick(page, "VT/K/9 Rijhulpsystemen")
    expect(closed).to_contain_text("kan niet meer: waarom?")
    closed.click()
    why = page.locator(".why:not(:empty)")
    expect(why).to_contain_text("Dat gaat niet samen met HV/K/9, 10 en 11.")
    expect(why).to_contain_text("Het kan wel als je dit ruilt:")
    why.get_by_role("button", name="laat HV/K/11 weg").click()
    expect(pick(page, "VT/K/9 Rijhulpsystemen")).to_have_attribute("aria-pressed", "true")
    expect(pick(page, "HV/K/11 verkennen")).to_contain_text("liever niet")

    page.get_by_role("button", name="Stap terug").click()
    expect(pick(page, "HV/K/11 verkennen")).to_have_attribute("aria-pressed", "true")

    page.get_by_role("link", name="Wat kan nog?").click()
    expect(page.get_by_text(re.compile(r"nog \d+ geldige routes")).first).to_be_visible()
    if not javascript:
        page.get_by_role("link", name="Terug naar het gesprek").click()
    page.get_by_role("link", name="Stel voor").click()
    expect(page.get_by_role("heading", name="Voorstel 3")).to_be_visible()
    first = page.locator(".suggestion").first
    expect(first).to_contain_text("Autoverkoper")
    expect(first).to_contain_text('"Vier keuzemodules in leerjaar 3"')
    first.get_by_role("button", name="Neem dit over").click()
    verdict(page, "Deze route klopt.")
    expect(page.locator(".totals")).to_contain_text("4 keuzemodules")
    kept = chosen(page)
    assert {"verkennen", "Oriënterende stage"} <= kept
    page.reload()
    verdict(page, "Deze route klopt.")
    assert chosen(page) == kept

    page.get_by_role("link", name="Afdrukken").click()
    paper = page.get_by_role("main")
    for said in ("Sanne Verzonnen", "Autoverkoper", "HV/K/9", "kan zo: alles klopt"):
        expect(paper).to_contain_text(said, ignore_case=True)


@JAVASCRIPT
def test_a_reload_in_the_middle_keeps_everything(visit: Callable[..., Visit], *, javascript: bool) -> None:
    page = visit(java_script_enabled=javascript).begin()
    page.get_by_role("button", name="Lassen: leerjaar 3 periode 2").click()
    expect(page.get_by_role("button", name="Lassen: leerjaar 3 periode 2")).to_have_attribute(
        "aria-pressed", "true"
    )
    before = (chosen(page), page.locator("#uitleg").inner_text(), page.locator(".rules").first.inner_text())
    page.reload()
    assert (
        chosen(page),
        page.locator("#uitleg").inner_text(),
        page.locator(".rules").first.inner_text(),
    ) == before
    expect(page.get_by_role("button", name="Stap terug")).to_be_enabled()


@JAVASCRIPT
def test_wishes_are_kept(visit: Callable[..., Visit], *, javascript: bool) -> None:
    page = visit(java_script_enabled=javascript).begin()
    liked = page.get_by_role("group", name="Dit vind ik leuk").get_by_label("koken")
    liked.check()
    if javascript:
        expect(page.locator("#gezegd")).to_contain_text("Wensen aangepast.")
    else:
        page.get_by_role("button", name="Bewaar").click()
    page.reload()
    expect(liked).to_be_checked()


@JAVASCRIPT
def test_another_draft_beside_the_first(visit: Callable[..., Visit], *, javascript: bool) -> None:
    page = visit(java_script_enabled=javascript).begin()
    page.get_by_text("Meer", exact=True).click()
    page.get_by_role("button", name="Probeer iets anders in een kopie").click()
    expect(page.get_by_role("link", name="ontwerp 2")).to_have_attribute("aria-current", "page")
    pick(page, "HV/K/10 verkennen").click()
    expect(pick(page, "HV/K/10 verkennen")).to_have_attribute("aria-pressed", "true")
    page.get_by_text("Meer", exact=True).click()
    page.get_by_role("button", name="Vergelijk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Twee ontwerpen naast elkaar")
    expect(page.locator(".side").filter(has=page.get_by_role("heading", name="ontwerp 2"))).to_contain_text(
        "HV/K/10"
    )


def test_the_page_in_english(visit: Callable[..., Visit]) -> None:
    page = visit().begin()
    page.get_by_text("Meer", exact=True).click()
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    verdict(page, "This route is not finished yet.")
    pick(page, "HV/K/10 ").click()
    expect(page.locator("#gezegd")).to_contain_text("HV/K/10 chosen. The route is now incomplete.")
