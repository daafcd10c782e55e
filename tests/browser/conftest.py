"""The page in a real browser: Debian's Chromium, which may reach nothing but this machine either."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which

import pytest
from browser.server import ROOT, Server, serving
from browser.visiting import Visit
from playwright.sync_api import Browser, sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
VOORBEELDCOLLEGE = ROOT / "rules/voorbeeldcollege"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the tests of a file."""
    chromium = which("chromium")
    if chromium is None:
        pytest.skip("Debian's chromium is not installed; scripts/test installs it")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield made
        made.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The example school, for the tests of a file; each has a browser, and so a pupil, of its own."""
    with serving(VOORBEELDCOLLEGE, tmp_path_factory.mktemp("served")) as made:
        yield made


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Callable[..., Visit]]:
    """Opens a window of a browser that knows the start token; what it did is looked through at the end."""
    opened: list[Visit] = []

    def open_window(at: Server = server, **how: object) -> Visit:
        made = Visit.of(browser, at, **how)
        opened.append(made)
        return made

    yield open_window
    for made in opened:
        made.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, as scripts/test installs it."""
    source = ROOT / "node_modules/axe-core/axe.min.js"
    if not source.is_file():
        pytest.skip("npm's axe-core is not installed; scripts/test installs it")
    return source.read_text("utf-8")


def copied(school: Path, to: Path) -> Path:
    """A copy of a school, to change."""
    to.mkdir()
    for file in school.iterdir():
        if file.is_file():
            (to / file.name).write_bytes(file.read_bytes())
    return to
