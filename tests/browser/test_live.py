"""The rules change on disk while the page is open: what that did to this route is told, and nothing else moves."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.conftest import VOORBEELDCOLLEGE, copied
from browser.server import Server, serving
from browser.visiting import Visit, pick
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.xdist_group("browser-live")

NO_WELDING = 'regel geen-lassen "Niemand gaat lassen"\n  nooit de keuzemodule "Lassen"\n'


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return copied(VOORBEELDCOLLEGE, tmp_path / "school")


@pytest.fixture
def live(school: Path, tmp_path: Path) -> Iterator[Server]:
    with serving(school, tmp_path) as made:
        yield made


@pytest.fixture
def page(visit: Callable[..., Visit], live: Server) -> Iterator[Page]:
    """A route with a module that the rules will forbid."""
    one = visit(live)
    page = one.begin()
    pick(page, "Lassen").first.click()
    expect(pick(page, "Lassen").first).to_have_attribute("aria-pressed", "true")
    yield page
    one.close()


def banner(page: Page, *, bad: bool = False) -> object:
    return expect(page.locator("#nieuws .banner.bad" if bad else "#nieuws .banner:not(.bad)"))


def test_a_changed_rule_tells_what_it_did_and_holds_at_the_next_click(page: Page, school: Path) -> None:
    page.locator("#doel").focus()
    (school / "geen-lassen.lob").write_text(NO_WELDING, "utf-8")
    banner(page).to_contain_text("Deze route was onvolledig en is nu ongeldig.", timeout=10_000)
    banner(page).to_contain_text("Hieraan voldoet de route nu niet: Niemand gaat lassen.")
    expect(page.locator("#doel")).to_be_focused()
    pick(page, "HV/K/10 verkennen").click()
    expect(page.locator("#oordeel")).to_contain_text("Zo kan het niet.")
    expect(page.locator("#uitleg")).to_contain_text("Niemand gaat lassen")
    expect(page.locator("#nieuws")).to_have_count(1)
    page.get_by_role("link", name="Laat zien").click()
    expect(page.locator("#nieuws .banner")).to_have_count(0)
    page.get_by_role("button", name='laat keuzemodule "Lassen" weg', exact=True).click()
    expect(page.locator("#oordeel")).to_contain_text("Deze route is nog niet af.")
    expect(page.locator("#oordeel")).to_be_focused()


def test_broken_texts_are_told_and_the_last_good_ones_go_on(page: Page, school: Path) -> None:
    file = school / "geen-lassen.lob"
    file.write_text('regel geen-lassen "Niemand gaat lassen"\n  nooit de keuzemodule\n', "utf-8")
    banner(page, bad=True).to_contain_text("In de teksten van de school staat een fout.", timeout=10_000)
    banner(page, bad=True).to_contain_text("geen-lassen.lob:")
    pick(page, "HV/K/10 verkennen").click()
    expect(pick(page, "HV/K/10 verkennen")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#oordeel")).to_contain_text("Deze route is nog niet af.")
    page.reload()
    banner(page, bad=True).to_be_visible()
    file.unlink()
    expect(page.locator("#nieuws .banner")).to_have_count(0, timeout=10_000)
    expect(page.locator("#nieuws")).to_have_count(1)


def test_the_page_asks_for_news_once_at_a_time(page: Page, school: Path) -> None:
    asked: list[float] = []
    page.on("request", lambda request: asked.append(1) if "/nieuws" in request.url else None)
    for number in range(3):
        (school / "geen-lassen.lob").write_text(NO_WELDING + "# " + "x" * number + "\n", "utf-8")
        with page.expect_response(lambda answer: "/nieuws" in answer.url and answer.status == 200):
            pass
    asked.clear()
    page.wait_for_timeout(5_000)
    assert 1 <= len(asked) <= 3
    expect(page.locator("#nieuws")).to_have_count(1)
