"""Everyone can use it: axe finds nothing on any page, in any state, in both languages."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import VOORBEELDCOLLEGE, copied
from browser.server import serving
from browser.visiting import Visit, pick
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.xdist_group("browser-accessible")

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})"


@pytest.fixture
def clean(axe: str) -> Callable[[Page], None]:
    """Asserts that axe finds nothing wrong with a page as it is now, and that it looked."""

    def look(page: Page) -> None:
        page.evaluate(axe)  # by the debugger: the page's own policy lets no script in
        found: dict[str, Any] = page.evaluate(RUN, TAGS)
        wrong = [
            (one["id"], one["help"], [node["html"][:200] for node in one["nodes"]][:5])
            for one in found["violations"]
        ]
        assert wrong == [], json.dumps(wrong, indent=1, ensure_ascii=False)
        assert len(found["passes"]) > 10

    return look


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_conversation_in_all_its_states(
    visit: Callable[..., Visit], clean: Callable[[Page], None], lang: str
) -> None:
    one = visit()
    clean(one.page)
    page = one.begin()
    if lang == "en":
        page.get_by_text("Meer", exact=True).click()
        page.get_by_role("button", name="English").click()
    clean(page)  # onvolledig
    for code in ("HV/K/9", "HV/K/10", "HV/K/11"):
        pick(page, f"{code} ").click()
        expect(pick(page, f"{code} ")).to_have_attribute("aria-pressed", "true")
    pick(page, "VT/K/9 Rijhulpsystemen").click()
    expect(page.locator(".why:not(:empty)")).to_be_visible()
    page.locator("#aantal-knop").click()
    expect(page.locator("#aantal")).not_to_be_empty()
    page.locator("#voorstellen-knop").click()
    expect(page.locator(".suggestion")).to_have_count(3)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    clean(page)
    page.locator("#voorstel-0").click()
    expect(page.locator("#oordeel")).to_contain_text(
        "Deze route klopt." if lang == "nl" else "This route is right."
    )
    clean(page)


def test_drafts_side_by_side_and_names_left_out(
    visit: Callable[..., Visit], clean: Callable[[Page], None]
) -> None:
    page = visit().begin()
    page.get_by_text("Meer", exact=True).click()
    page.get_by_role("button", name="Probeer iets anders in een kopie").click()
    page.get_by_text("Meer", exact=True).click()
    clean(page)
    page.get_by_role("button", name="Vergelijk").click()
    expect(page.locator(".side")).to_have_count(2)
    clean(page)
    page.get_by_role("link", name="Routeplanner").click()
    page.get_by_role("button", name="laat namen weg").click()
    expect(page.get_by_text("leerling 1")).to_be_visible()
    clean(page)


def test_the_dossier_and_the_other_pages(visit: Callable[..., Visit], clean: Callable[[Page], None]) -> None:
    one = visit()
    page = one.begin()
    route = page.url
    page.get_by_role("link", name="Loopbaandossier").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sanne Verzonnen")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    clean(page)
    dossier = page.url
    for address in (
        f"{route}/verloop",
        f"{route}/print",
        f"{dossier}/print",
        f"{dossier}/stages",
        f"{one.server.origin}/stages",
        f"{one.server.origin}/ronde",
        f"{one.server.origin}/gesprekken",
        f"{one.server.origin}/api",
    ):
        page.goto(address)
        clean(page)


def test_pages_without_javascript(visit: Callable[..., Visit], clean: Callable[[Page], None]) -> None:
    address = visit().begin().url
    for path in ("voorstellen", "aantal"):
        page = visit().page
        page.goto(f"{address}/{path}")
        clean(page)


def test_pages_that_tell_what_went_wrong(visit: Callable[..., Visit], clean: Callable[[Page], None]) -> None:
    one = visit()
    page = one.begin()
    other = one.tab()
    pick(page, "HV/K/10 verkennen").click()
    expect(pick(page, "HV/K/10 verkennen")).to_have_attribute("aria-pressed", "true")
    pick(other, "HV/K/9 verkennen").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Iemand anders was net eerder")
    clean(other)
    page.goto(f"{one.server.origin}/gesprek/niets")
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    clean(page)
    page.goto(f"{one.server.origin}/vergelijk?een=x&ander=y")
    clean(page)
    one.context.clear_cookies()
    page.goto(one.server.origin)
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is op slot")
    clean(page)


def test_changed_and_broken_texts(
    visit: Callable[..., Visit], clean: Callable[[Page], None], tmp_path: Path
) -> None:
    school = copied(VOORBEELDCOLLEGE, tmp_path / "school")
    with serving(school, tmp_path) as server:
        one = visit(server)
        page = one.begin()
        pick(page, "Lassen").first.click()
        expect(pick(page, "Lassen").first).to_have_attribute("aria-pressed", "true")
        (school / "zomaar.lob").write_text(
            'regel zomaar "Zomaar"\n  nooit de keuzemodule "Lassen"\n', "utf-8"
        )
        expect(page.locator("#nieuws .banner")).to_be_visible(timeout=10_000)
        page.locator("#g1").check()
        expect(page.locator("#oordeel")).to_contain_text("Zo kan het niet.")
        clean(page)
        (school / "zomaar.lob").write_text("regel\n", "utf-8")
        expect(page.locator("#nieuws .banner.bad")).to_be_visible(timeout=10_000)
        clean(page)
        page.goto(server.origin)
        expect(page.locator(".banner.bad")).to_be_visible()
        clean(page)
        one.close()
