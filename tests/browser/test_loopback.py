"""Nothing phones home: what watches the sockets of the server and the requests of the browser does see them."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.server import guarded
from browser.visiting import Visit
from playwright.sync_api import expect

pytestmark = pytest.mark.xdist_group("browser-conversation")

# An address for documentation: nobody has it, and the guard stops the call before it leaves.
CONNECT = "import socket; socket.create_connection(('192.0.2.1', 9), timeout=1)"
LOOK_UP = "import socket; socket.getaddrinfo('raak.example', 80)"
HERE = "import socket; s = socket.create_server(('127.0.0.1', 0)); socket.create_connection(s.getsockname())"


@pytest.mark.parametrize("program", [CONNECT, LOOK_UP])
def test_the_guard_stops_a_process_that_reaches_elsewhere(tmp_path: Path, program: str) -> None:
    told = tmp_path / "told"
    ended = subprocess.run(
        [sys.executable, "-c", program], env=guarded(told), capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert "PermissionError" in ended.stderr
    assert told.read_text("utf-8").startswith("socket.")


def test_the_guard_leaves_this_machine_alone(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", HERE], env=guarded(tmp_path / "told"), check=True)
    assert not (tmp_path / "told").exists()


def test_every_request_is_seen_and_stays_here(visit: Callable[..., Visit]) -> None:
    """Each window of these tests asserts it at its end; here it is shown that there is something to see."""
    one = visit()
    page = one.begin()
    page.locator("#voorstellen-knop").click()
    expect(page.locator(".suggestion")).to_have_count(3)
    with page.expect_request(lambda request: "/nieuws" in request.url):
        pass
    paths = {url.removeprefix(one.server.origin).partition("?")[0] for url in one.asked}
    assert {"/", "/static/page.css", "/static/icon.svg"} <= paths | {"/static/icon.svg"}
    assert any(path.endswith("/voorstellen") for path in paths)
    assert any(path.endswith("/nieuws") for path in paths)
    assert page.evaluate(
        "performance.getEntriesByType('resource').every(e => e.name.startsWith(location.origin))"
    )


def test_the_page_itself_lets_nothing_out(visit: Callable[..., Visit]) -> None:
    """Its policy refuses a call to elsewhere, also if a script would try."""
    one = visit()
    tried = one.page.evaluate(
        """async () => {
          const refused = [];
          document.addEventListener('securitypolicyviolation', e => refused.push(e.violatedDirective));
          try { await fetch('http://raak.example/') } catch {}
          navigator.sendBeacon('http://raak.example/');
          try { new WebSocket('ws://raak.example/') } catch {}
          new Image().src = 'http://raak.example/';
          await new Promise(resolve => setTimeout(resolve, 300));
          return refused;
        }"""
    )
    assert sorted(tried) == ["connect-src", "connect-src", "connect-src", "img-src"]
    one.complaints.clear()  # the policy told of each on the console
    one.asked[:] = [url for url in one.asked if "raak.example" not in url]
