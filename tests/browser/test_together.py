"""Two windows on one pupil: nothing is lost, and who was later sees both versions."""

from collections.abc import Callable

import pytest
from browser.visiting import Visit, pick
from playwright.sync_api import expect

pytestmark = pytest.mark.xdist_group("browser-conversation")

JAVASCRIPT = pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain forms"])


@JAVASCRIPT
def test_the_later_of_two_tabs_sees_both_versions(visit: Callable[..., Visit], *, javascript: bool) -> None:
    one = visit(java_script_enabled=javascript)
    first = one.begin()
    second = one.tab()
    pick(first, "HV/K/10 verkennen").click()
    expect(pick(first, "HV/K/10 verkennen")).to_have_attribute("aria-pressed", "true")

    pick(second, "HV/K/9 verkennen").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("Iemand anders was net eerder")
    now = second.get_by_role("region", name="Zo staat het er nu")
    mine = second.get_by_role("region", name="Met jouw klik erbij")
    expect(now).to_contain_text("Intussen gedaan: HV/K/10 gekozen.")
    expect(mine).to_contain_text("Jij wilde: HV/K/9 gekozen.")
    assert now.get_by_role("listitem").all_inner_texts() == ["HV/K/10"]
    assert mine.get_by_role("listitem").all_inner_texts() == ["HV/K/9", "HV/K/10"]
    expect(second.get_by_role("banner")).to_have_count(1)

    mine.get_by_role("button", name="Doe het alsnog").click()
    for code in ("HV/K/9", "HV/K/10"):
        expect(pick(second, f"{code} verkennen")).to_have_attribute("aria-pressed", "true")


def test_the_later_can_leave_it_as_it_is(visit: Callable[..., Visit]) -> None:
    one = visit()
    first = one.begin()
    second = one.tab()
    pick(first, "HV/K/10 verkennen").click()
    expect(pick(first, "HV/K/10 verkennen")).to_have_attribute("aria-pressed", "true")
    second.get_by_label("Dit vind ik leuk").get_by_label("koken").check()
    expect(second.get_by_role("region", name="Met jouw klik erbij")).to_contain_text(
        "Dit vind ik leuk: koken."
    )
    second.get_by_role("link", name="Laat het zo").click()
    expect(pick(second, "HV/K/10 verkennen")).to_have_attribute("aria-pressed", "true")
    expect(second.get_by_label("Dit vind ik leuk").get_by_label("koken")).not_to_be_checked()


def test_the_same_click_twice_says_that_it_is_there(visit: Callable[..., Visit]) -> None:
    one = visit()
    first = one.begin()
    second = one.tab()
    pick(first, "HV/K/10 verkennen").click()
    expect(pick(first, "HV/K/10 verkennen")).to_have_attribute("aria-pressed", "true")
    pick(second, "HV/K/10 verkennen").click()
    expect(second.get_by_role("region", name="Met jouw klik erbij")).to_contain_text("Dat staat er al.")


def test_who_clicks_on_without_waiting_is_not_someone_else(visit: Callable[..., Visit]) -> None:
    page = visit().begin()
    codes = ("HV/K/9", "HV/K/10", "HV/K/11")
    page.evaluate(
        "codes => codes.forEach(code => [...document.querySelectorAll('button.pick')]"
        ".find(b => b.textContent.includes(code + ' verkennen')).click())",
        codes,
    )
    for code in codes:
        expect(pick(page, f"{code} verkennen")).to_have_attribute("aria-pressed", "true")
