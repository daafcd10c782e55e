"""Text can't become code: sixty hostile texts, everywhere that a person or a school can write, through every page."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.conftest import VOORBEELDCOLLEGE, copied
from browser.payloads import PAYLOADS
from browser.server import Server, serving
from browser.visiting import Visit, pick
from playwright.sync_api import Page, expect

from routeplanner.api import folded
from routeplanner.present.signs import shown

pytestmark = pytest.mark.xdist_group("browser-hostile")

# What runs calls `raak`; this counts it, before any script of a page.
COUNT = "window.raak = () => { window.geraakt = (window.geraakt || 0) + 1 }"
# What was run, and every element and attribute that no template of ours makes.
LIVE = (Path(__file__).parent / "live.js").read_text("utf-8")


def nothing_lives(page: Page) -> None:
    assert page.evaluate(LIVE) == [0]


def read(text: str) -> str:
    """A text as a person reads it: spaces are one, and hidden signs are shown."""
    return " ".join(shown(text).split())


def sent(page: Page, path: str, form: dict[str, str]) -> str:
    """Send a form of the page with fields of our own, and return where it leads."""
    origin = page.url.partition("/gesprek")[0].rstrip("/")
    answer = page.request.post(f"{origin}{path}", form=form, headers={"origin": origin})
    assert answer.ok, answer.status
    return answer.url


def test_sixty_texts() -> None:
    assert len(set(PAYLOADS)) == 60


def test_what_lives_would_be_found(visit: Callable[..., Visit]) -> None:
    one = visit()
    put = "text => document.querySelector('main').insertAdjacentHTML('beforeend', text)"
    for text in (
        "<img src=x onerror=raak()>",
        "<svg onload=raak()>",
        "<a href='javascript:raak()'>x</a>",
        "<style>",
    ):
        one.page.reload()
        nothing_lives(one.page)
        one.page.evaluate(put, text)
        assert one.page.evaluate(LIVE) != [0], text
    one.page.evaluate("window.geraakt = 1")
    assert one.page.evaluate(LIVE)[0] == 1
    one.complaints.clear()  # the policy of the page told that it let none of it run


def test_what_a_person_writes(visit: Callable[..., Visit]) -> None:
    one = visit()
    one.context.add_init_script(COUNT)
    page = one.page
    pupil = {"programma": "VT", "leerweg": "KB", "doel": "Autoverkoper"}
    drafts = [sent(page, "/leerling", {"naam": text, "klas": text[:40]} | pupil) for text in PAYLOADS]
    for text, draft in zip(PAYLOADS, drafts, strict=True):
        path = draft[draft.index("/gesprek") :]
        copy = sent(page, f"{path}/kopie", {"naam": text})
        page.goto(copy)
        nothing_lives(page)
        assert read(page.get_by_role("heading", level=1).inner_text()) == read(text)
        current = page.get_by_role("navigation", name="Ontwerpen").locator("[aria-current]")
        assert read(current.inner_text()) == read(text)
        for link in ("Loopbaandossier", "Afdrukken") if text in PAYLOADS[::10] else ():
            page.goto(copy)
            page.get_by_role("link", name=link, exact=True).click()
            nothing_lives(page)
            assert read(text) in read(page.locator("body").inner_text())
    page.goto(f"{page.url.partition('/gesprek')[0]}/vergelijk?een={drafts[-1][-16:]}&ander={copy[-16:]}")
    nothing_lives(page)
    page.goto(one.server.origin)
    nothing_lives(page)
    names = [read(text) for text in page.locator(".pupils strong").all_inner_texts()]
    assert {read(text) for text in PAYLOADS} <= set(names)


def school_of(folder: Path) -> Path:
    """A school whose modules, kenmerken, goals and rules are called so; hidden signs are no text to the language."""
    school = copied(VOORBEELDCOLLEGE, folder / "school")
    blocks = []
    for number, text in written():
        blocks += [
            f'keuzemodule "{text} {number}": 16 uur\n  leerjaar: 3\n  perioden: 1, 2\n  kenmerken: "{text}"\n',
            f'regel r{number} "{text}"\n  hoogstens {number + 130} uur verbreding\n  omdat: "{text}"\n',
            f'doel "{text}"\n  soort: beroep\n',
        ]
    (school / "vreemd.lob").write_text("\n".join(blocks), "utf-8")
    (school / "vreemd-aanbod.lob").write_text(
        "\n".join(f'stage "{text} stage": 1 week\n  soort: oriënterend\n' for _, text in written()[::6]),
        "utf-8",
    )
    name = written()[0][1]
    file = school / "school.lob"
    file.write_text(file.read_text("utf-8").replace('school "Voorbeeldcollege"', f'school "{name}"'), "utf-8")
    return school


def written() -> list[tuple[int, str]]:
    """The texts that can stand between quotes in the language, with their numbers."""
    return [(n, text.replace('"', "'")) for n, text in enumerate(PAYLOADS) if text.isprintable()]


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("strange")
    with serving(school_of(folder), folder) as made:
        yield made


def test_what_a_school_writes(visit: Callable[..., Visit], strange: Server) -> None:
    one = visit(strange)
    one.context.add_init_script(COUNT)
    page = one.page
    page.reload()
    assert len(written()) >= 55
    assert read(page.get_by_role("heading", level=1).inner_text()) == read(written()[0][1])
    nothing_lives(page)
    page = one.begin(doel=written()[0][1])
    nothing_lives(page)
    labels = {read(text) for text in page.locator(".keuzemodules .label").all_inner_texts()}
    assert {read(f"{text} {n}") for n, text in written()} <= labels
    likes = {read(text) for text in page.locator("#interesses label").all_inner_texts()}
    assert {read(folded(text)) for _, text in written()} <= likes
    rules = page.locator(".rules").first.inner_text()
    assert [text for _, text in written() if read(text).casefold() not in read(rules).casefold()] == []

    number, text = written()[7]
    pick(page, f"{text} {number}").first.click()
    expect(page.locator("#gezegd")).to_contain_text(read(text))
    nothing_lives(page)
    page.locator(".places button").first.click()
    nothing_lives(page)
    page.locator("#voorstellen-knop").click()
    expect(page.locator(".suggestion").first).to_be_visible(timeout=20_000)
    nothing_lives(page)
    other = one.tab()
    other.locator("#g3").check()
    expect(other.locator("#gezegd")).to_contain_text("Wensen aangepast.")
    page.locator("#g5").check()
    expect(page.get_by_role("heading", level=1)).to_have_text("Iemand anders was net eerder")
    nothing_lives(page)


def test_what_is_wrong_in_the_texts(visit: Callable[..., Visit], tmp_path: Path) -> None:
    school = copied(VOORBEELDCOLLEGE, tmp_path / "school")
    rules = [f'regel r{n} "{text}"\n  nooit de keuzemodule "{text}"\n' for n, text in enumerate(PAYLOADS)]
    with serving(school, tmp_path) as server:
        one = visit(server)
        one.context.add_init_script(COUNT)
        page = one.begin()
        for start in range(0, len(rules), 20):
            (school / f"<img src=x onerror=raak()>{start}.lob").write_text("\n".join(rules[start:]), "utf-8")
            expect(page.locator("#nieuws .banner.bad")).to_be_visible(timeout=10_000)
            nothing_lives(page)
        page.goto(server.origin)
        expect(page.locator(".banner.bad")).to_be_visible()
        nothing_lives(page)
        one.close()
