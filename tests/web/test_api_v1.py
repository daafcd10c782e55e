"""The JSON API: the contracts over HTTP, described in OpenAPI, and tried with requests drawn from that."""

import json
from collections.abc import Iterator

import pytest
import schemathesis
from httpx2 import Response
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient
from web.conftest import ORIGIN, ROOT, Page, page_of

from routeplanner import api
from routeplanner.present.contract import CONTRACTS, schema_json
from routeplanner.web.openapi import description
from routeplanner.web.operations import BASE, OPERATIONS, Operation

VT = {"programma": "VT", "leerweg": "KB", "doel": "Autoverkoper"}


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Another program: it has the key, and no cookie."""
    page = page_of(tmp_path_factory.mktemp("api"), ROOT / "rules/voorbeeldcollege")
    yield with_key(page)
    page.store.close()


def with_key(page: Page) -> TestClient:
    client = TestClient(page.client.app, base_url=ORIGIN)
    client.headers["authorization"] = f"Bearer {page.token}"
    return client


def asked(other: TestClient, operation: Operation) -> Response:
    if not operation.route:
        return other.get(f"{BASE}{operation.path}")
    return other.post(f"{BASE}{operation.path}", json=VT, params={"choice": "HV/K/12"})


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda o: o.path)
def test_every_answer_is_what_its_contract_says(other: TestClient, operation: Operation) -> None:
    answer = asked(other, operation)
    assert answer.status_code == 200, answer.text
    name = answer.json()["schema"].split("/")[1]
    if name in CONTRACTS:
        Draft202012Validator(json.loads(schema_json(name))).validate(answer.json())


def test_the_verdict_is_that_of_the_library(other: TestClient) -> None:
    school = api.load(ROOT / "rules/voorbeeldcollege")
    routes = other.get(f"{BASE}/routes").json()["routes"]
    assert len(routes) == len(school.routes)
    for document, route in zip(routes, school.routes.values(), strict=True):
        told = other.post(f"{BASE}/verdict", json=document).json()
        assert told["verdict"] == api.judge(school, route).verdict


def test_the_story_of_the_autoverkoper(other: TestClient) -> None:
    found = other.post(f"{BASE}/suggestions?most=3", json=VT).json()["suggestions"]
    chosen = [" ".join(one["choices"]) for one in found]
    assert any(all(code in text for code in ("HV/K/9", "HV/K/10", "HV/K/11")) for text in chosen)


@pytest.mark.parametrize(
    ("content", "status"),
    [
        *((text, 422) for text in (b"", b"[]", b"{", b"{}", b"\xff", b"[" * 100_000)),
        (b" " * 300_000, 413),
        (b'{"programma": "VT", "leerweg": "KB", "geheim Proef Persoon": 1}', 422),
        (b'{"programma": "Astrologie", "leerweg": "KB"}', 422),
        (b'{"programma": "VT", "leerweg": "KB", "gekozen": [{"choice": "VT/K/99"}]}', 422),
    ],
)
def test_what_is_no_route_is_told_as_a_problem(other: TestClient, content: bytes, status: int) -> None:
    answer = other.post(f"{BASE}/verdict", content=content)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert "Proef Persoon" not in answer.text


def test_without_the_key_there_is_no_answer(other: TestClient) -> None:
    for key in (None, "", "Bearer", "Bearer x", "Basic abc"):
        stranger = TestClient(other.app, base_url=ORIGIN)
        if key is not None:
            stranger.headers["authorization"] = key
        assert stranger.post(f"{BASE}/verdict", json=VT).status_code == 403
        assert stranger.get(f"{BASE}/openapi.json").status_code == 403


def test_the_key_opens_no_page(other: TestClient) -> None:
    assert other.get("/").status_code == 403
    assert other.post("/leerling", data={"route": "Kevin"}).status_code == 403


def test_the_description_is_explained_offline(page: Page) -> None:
    text = page.get("/api").text
    assert all(f"{BASE}{operation.path}" in text for operation in OPERATIONS)
    assert "http://" not in text.replace(ORIGIN, "")


def test_the_description_is_valid() -> None:
    told = description()
    refs = json.dumps(told).count("#/components/schemas/")
    assert refs > 20
    names = {part.split('"')[0] for part in json.dumps(told).split("#/components/schemas/")[1:]}
    assert names <= set(told["components"]["schemas"])


SCHEMA = schemathesis.openapi.from_dict(description())


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda o: o.path)
@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_request_that_is_described_makes_a_fault(
    other: TestClient, operation: Operation, data: st.DataObject
) -> None:
    method = "POST" if operation.route else "GET"
    case = data.draw(SCHEMA[operation.path][method].as_strategy())
    content = b"" if isinstance(case.body, schemathesis.core.NotSet) else json.dumps(case.body).encode()
    answer = other.request(method, f"{BASE}{operation.path}", params=dict(case.query or {}), content=content)
    told = description()["paths"][operation.path][method.lower()]["responses"]
    assert str(answer.status_code) in told
