"""The keyboard does all: every control is reached, the focus is seen, and stays where one was."""

from collections.abc import Callable

import pytest
from browser.visiting import Visit, pick
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.xdist_group("browser-live")

# What a control that has the focus looks like: its outline, and whether anything lies over it.
FOCUS = """() => {
  const on = document.activeElement, style = getComputedStyle(on), box = on.getBoundingClientRect();
  const bar = document.querySelector('.bar');
  const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const under = Boolean(bar && over && bar.contains(over) && !bar.contains(on));
  return {what: on.outerHTML.slice(0, 120), body: on === document.body, outline: style.outlineStyle,
    width: parseFloat(style.outlineWidth), shown: box.width > 0 && box.bottom > 0 && box.top < innerHeight, under};
}"""


def tab_to(page: Page, wanted: Locator, key: str = "Tab", most: int = 250) -> None:
    for _ in range(most):
        page.keyboard.press(key)
        if wanted.evaluate("e => e === document.activeElement"):
            return
    pytest.fail(f"not reached with {key}: {wanted}")


def test_the_whole_conversation_without_a_mouse(visit: Callable[..., Visit]) -> None:
    page = visit().page
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Ga naar de inhoud")
    expect(skip).to_be_focused()
    assert skip.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()
    tab_to(page, page.get_by_label("Naam"))
    page.keyboard.type("Sanne Verzonnen")
    tab_to(page, page.get_by_role("combobox", name="Leerweg"))
    page.keyboard.type("KB")
    tab_to(page, page.get_by_role("combobox", name="Wat wil je worden?"))
    page.keyboard.type("Autov")
    tab_to(page, page.get_by_role("button", name="Begin", exact=True))
    page.keyboard.press("Enter")

    for code, key in (("HV/K/9", "Space"), ("HV/K/10", "Enter"), ("HV/K/11", "Space")):
        one = pick(page, f"{code} verkennen")
        one.wait_for()
        tab_to(page, one)
        page.keyboard.press(key)
        expect(one).to_have_attribute("aria-pressed", "true")
        expect(one).to_be_focused()
    not_this = page.get_by_role("button", name="liever niet: HA/K/4 Typediploma")
    if not_this.count():
        tab_to(page, not_this)
        page.keyboard.press("Enter")
        expect(pick(page, "HA/K/4 Typediploma")).to_be_focused()
    closed = pick(page, "VT/K/9 Rijhulpsystemen")
    tab_to(page, closed, "Shift+Tab")
    page.keyboard.press("Enter")
    swap = page.locator(".why").get_by_role("button", name="laat HV/K/11 weg")
    expect(swap).to_be_visible()
    expect(closed).to_be_focused()
    tab_to(page, swap, most=3)
    page.keyboard.press("Space")
    expect(closed).to_have_attribute("aria-pressed", "true")
    expect(closed).to_be_focused()

    suggest = page.get_by_role("link", name="Stel voor")
    tab_to(page, suggest, "Shift+Tab")
    page.keyboard.press("Enter")
    take = page.locator("#voorstel-0")
    take.wait_for()
    tab_to(page, take, most=40)
    page.keyboard.press("Enter")
    expect(page.locator("#oordeel")).to_contain_text("Deze route klopt.")
    expect(page.locator("#oordeel")).to_be_focused()
    back = page.get_by_role("button", name="Stap terug")
    tab_to(page, back, most=3)
    page.keyboard.press("Enter")
    expect(page.locator("#gezegd")).to_contain_text("Een stap terug.")
    expect(back).to_be_focused()


def test_interests_keep_the_focus(visit: Callable[..., Visit]) -> None:
    page = visit().begin()
    koken = page.get_by_label("Dit vind ik leuk").get_by_label("koken")
    koken.focus()
    page.keyboard.press("Space")
    expect(page.locator("#gezegd")).to_contain_text("Wensen aangepast.")
    expect(koken).to_be_checked()
    expect(koken).to_be_focused()


def test_the_focus_is_seen_on_every_control(visit: Callable[..., Visit]) -> None:
    page = visit().begin()
    stops = 0
    for key in ("Tab", "Shift+Tab"):
        while stops < 1000:
            page.keyboard.press(key)
            found = page.evaluate(FOCUS)
            if found["body"]:
                break
            stops += 1
            assert found["outline"] == "solid", found
            assert found["width"] >= 2, found
            assert found["shown"], found
            assert not found["under"], found
        page.evaluate("document.activeElement.blur()")
    assert stops > 100


def test_a_link_to_a_part_leads_there(visit: Callable[..., Visit]) -> None:
    page = visit().begin()
    page.get_by_role("navigation", name="Onderdelen van de route").get_by_role("link", name="Stages").click()
    heading = page.get_by_role("heading", name="Stages")
    expect(heading).to_be_in_viewport()
    assert heading.bounding_box()["y"] >= page.locator(".bar").bounding_box()["height"] - 1
