"""The page without a browser: requests go straight to the application."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from routeplanner.dossier.records import Leerling, Ontwerp
from routeplanner.dossier.store import Store
from routeplanner.web.app import make_app
from routeplanner.web.asking import Desk
from routeplanner.web.guard import Door
from routeplanner.web.place import TOKEN
from routeplanner.web.school import School

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1:8000"
ORIGIN = f"http://{HOST}"


class Buttons(HTMLParser):
    """Reads what can be clicked on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []
        self.hidden: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "button":
            self.found.append(named)
        elif tag == "input" and named.get("type") == "hidden":
            self.hidden[named["name"]] = named["value"]


def buttons(page: str) -> Buttons:
    reader = Buttons()
    reader.feed(page)
    return reader


@dataclass
class Page:
    """A browser that has the key, without JavaScript."""

    client: TestClient
    store: Store
    token: str = ""
    """The start token."""

    def begin(self, **form: str) -> str:
        """Begin a conversation, and return the address of its draft."""
        answer = self.client.post("/leerling", data=form, headers={"origin": ORIGIN})
        assert answer.status_code == 200, answer.text
        return answer.url.path

    def get(self, path: str, **headers: str) -> Response:
        return self.client.get(path, headers=headers)

    def post(self, path: str, data: dict[str, Any], **headers: str) -> Response:
        return self.client.post(path, data=data, headers={"origin": ORIGIN} | headers)

    def click(self, address: str, code: str, act: str, part: str = "", **headers: str) -> Response:
        """Click the first button of a kind after a code, or of the part of that unit with this name."""
        page = self.get(address).text
        at = page.index(f'<span class="code">{code}</span>')
        start = page.rfind('<div class="part', 0, page.index(f">{part}</span>", at)) if part else at
        near = buttons(page[start:])
        button = next(b for b in near.found if b.get("formaction", "").endswith(f"/doe/{act}"))
        return self.press(address, page, button, **headers)

    def press(self, address: str, page: str, button: dict[str, str], **headers: str) -> Response:
        form = {"versie": buttons(page).hidden["versie"], button["name"]: button["value"]}
        return self.post(button.get("formaction", address), form, **headers)

    def draft(self, address: str) -> Ontwerp:
        return self.store.get(Ontwerp, address.rpartition("/")[2])

    def pupil(self, address: str) -> Leerling:
        return self.store.get(Leerling, self.draft(address).leerling)


def page_of(folder: Path, path: Path) -> Page:
    store = Store.open(str(folder / "dossier.db"))
    door = Door(frozenset({HOST}))
    client = TestClient(make_app(Desk(School(path), lambda: store), door), base_url=ORIGIN)
    client.get("/", params={TOKEN: str(door.token)})
    return Page(client, store, str(door.token))


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    made = page_of(tmp_path, ROOT / "rules/voorbeeldcollege")
    yield made
    made.store.close()
