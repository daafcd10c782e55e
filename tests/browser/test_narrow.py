"""A narrow window, large letters, less movement, own colours: nothing is cut, and nothing moves sideways."""

from collections.abc import Callable

import pytest
from browser.visiting import Visit, pick
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.xdist_group("browser-accessible")

# A telephone, and a window of 1280 by 1024 at 400%.
SIZES = {"320 px": {"width": 320, "height": 640}, "400%": {"width": 320, "height": 256}}

CUT = """() => [...document.querySelectorAll('body *')].filter(e => {
  if (e.closest('.unseen, .skip, details:not([open]) > :not(summary)')) return false;
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  if (!box.width || !box.height) return false;
  const hidden = style.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1 && !e.matches('select, input');
  return hidden || box.right > innerWidth + 1 || box.left < -1;
}).map(e => e.outerHTML.slice(0, 160))"""


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.evaluate(CUT)
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_nothing_is_cut(visit: Callable[..., Visit], size: dict[str, int]) -> None:
    one = visit(viewport=size)
    fits(one.page)
    page = one.begin(naam="Sanne " + "Verzonnenmeteenlangenaam" * 3)
    fits(page)
    other = one.tab()
    for code in ("HV/K/9", "HV/K/10", "HV/K/11"):
        pick(page, f"{code} verkennen").click()
        expect(pick(page, f"{code} verkennen")).to_have_attribute("aria-pressed", "true")
    pick(page, "VT/K/9 Rijhulpsystemen").click()
    expect(page.locator(".why:not(:empty)")).to_be_visible()
    page.locator("#voorstellen-knop").click()
    expect(page.locator(".suggestion")).to_have_count(3)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    fits(page)
    pick(other, "HV/K/12 verkennen").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Iemand anders was net eerder")
    fits(other)
    page.get_by_role("button", name="Probeer iets anders in een kopie").click()
    page.get_by_text("Meer", exact=True).click()
    page.get_by_role("button", name="Vergelijk").click()
    expect(page.locator(".side")).to_have_count(2)
    fits(page)
    page.goto(f"{one.server.origin}/gesprek/niets")
    fits(page)
    other.get_by_role("link", name="Laat het zo").click()
    other.get_by_role("link", name="Loopbaandossier").click()
    expect(other.get_by_role("heading", level=1)).to_contain_text("Sanne")
    other.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    fits(other)
    for path in ("/gesprekken", "/api"):
        other.goto(f"{one.server.origin}{path}")
        fits(other)


def test_nothing_moves_for_who_wants_less_movement(visit: Callable[..., Visit]) -> None:
    page = visit(reduced_motion="reduce").begin()
    moving = """() => [...document.querySelectorAll('*')].filter(e => {
      const s = getComputedStyle(e);
      return s.animationName !== 'none' || s.transitionDuration.split(',').some(t => parseFloat(t) > 0)
        || s.scrollBehavior !== 'auto';
    }).length"""
    assert page.evaluate(moving) == 0


def test_own_colours_hide_nothing(visit: Callable[..., Visit]) -> None:
    """With the colours of the system a choice still shows how it stands: by its sign, and by its edge."""
    page = visit(forced_colors="active").begin()
    pick(page, "HV/K/10 verkennen").click()
    chosen = pick(page, "HV/K/10 verkennen")
    expect(chosen).to_have_attribute("aria-pressed", "true")
    expect(chosen.locator(".sign")).to_have_text("●")
    expect(pick(page, "HV/K/9 verkennen").locator(".sign")).to_have_text("○")
    edge = "e => getComputedStyle(e).borderTopWidth + ' ' + getComputedStyle(e).borderTopStyle"
    assert chosen.evaluate(edge) != pick(page, "HV/K/9 verkennen").evaluate(edge)
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
