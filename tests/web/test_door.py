"""Nobody else gets in: the Host, the Origin and the start token, on every address."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient
from web.conftest import HOST, ORIGIN, ROOT, Page, page_of

from routeplanner.web.app import ROUTES

HOSTS = (Path(__file__).parent / "hosts.txt").read_text("utf-8").splitlines()
ORIGINS = (Path(__file__).parent / "origins.txt").read_text("utf-8").splitlines()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    made = page_of(tmp_path_factory.mktemp("door"), ROOT / "rules/voorbeeldcollege")
    yield made
    made.store.close()


def address(route: Route) -> str:
    return route.path.replace("{", "").replace("}", "")


def test_there_are_hosts_to_try() -> None:
    assert len(HOSTS) == 25


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("route", ROUTES, ids=lambda r: r.path)
def test_another_host_is_refused(page: Page, route: Route, host: str) -> None:
    method = min(route.methods or ())
    answer = page.client.request(
        method, address(route), headers={"host": host.encode("latin-1"), "origin": ORIGIN}
    )
    assert answer.status_code == 421


@pytest.mark.parametrize("origin", [None, *ORIGINS])
@pytest.mark.parametrize("route", [r for r in ROUTES if "POST" in (r.methods or ())], ids=lambda r: r.path)
def test_a_form_of_another_page_is_refused(page: Page, route: Route, origin: str | None) -> None:
    headers = {} if origin is None else {"origin": origin}
    assert page.client.post(address(route), headers=headers).status_code == 403


@pytest.mark.parametrize("route", ROUTES, ids=lambda r: r.path)
@pytest.mark.parametrize("given", ["", "?sleutel=", "?sleutel=x", "?sleutel=%00", "?Sleutel=x"])
def test_without_the_key_nobody_gets_in(page: Page, route: Route, given: str) -> None:
    stranger = TestClient(page.client.app, base_url=ORIGIN)
    method = min(route.methods or ())
    answer = stranger.request(method, address(route) + given, headers={"origin": ORIGIN})
    assert answer.status_code == 403
    assert "routeplanner-8000" not in answer.cookies


def test_the_key_is_not_in_the_cookie_and_not_in_the_address_after_it(page: Page) -> None:
    cookie = page.client.cookies["routeplanner-8000"]
    assert len(cookie) > 20
    assert "sleutel" not in str(page.get("/").url)


def test_every_answer_carries_the_headers(page: Page) -> None:
    for path in ("/", "/static/page.css", "/gesprek/x", "/nergens"):
        headers = page.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == ("max-age=3600" if path.startswith("/static") else "no-store")


def test_what_is_too_large_is_refused(page: Page) -> None:
    answer = page.client.post("/leerling", content=b"a" * 7_000_000, headers={"origin": ORIGIN, "host": HOST})
    assert answer.status_code == 413
