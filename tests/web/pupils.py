"""Pupils who click, each in a window of their own, against a real server; used by a test and by a bench."""

from __future__ import annotations

import random
import re
import time
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection
from threading import Thread
from urllib.parse import urlencode, urlsplit

CHOOSE = re.compile(r'<button id="(k[0-9a-f]{12})" class="pick" formaction="[^"]*/doe/kies"')
CHOSEN = re.compile(r'<button id="(k[0-9a-f]{12})" class="pick" formaction="[^"]*/doe/los"')
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


@dataclass
class Pupil:
    """One window."""

    address: str
    """Where the page is, with the start token."""
    number: int
    headers: dict[str, str] = field(default_factory=dict)
    taken: list[float] = field(default_factory=list)
    """Milliseconds from each click to the new state."""
    wrong: list[str] = field(default_factory=list)
    page: str = ""
    draft: str = ""
    clicked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        self.host = parts.netloc
        self.headers = {"origin": f"http://{parts.netloc}", "accept-encoding": "gzip"}
        _, cookie, _ = self.ask("GET", f"/?{parts.query}")
        self.headers["cookie"] = cookie.partition(";")[0]

    def ask(
        self, method: str, path: str, form: dict[str, str] | None = None, **more: str
    ) -> tuple[int, str, bytes]:
        """Ask one thing: the status, the cookie or the place it leads to, and the body as it was sent."""
        body = urlencode(form).encode() if form else None
        kind = {"content-type": "application/x-www-form-urlencoded"} if form else {}
        with closing(HTTPConnection(self.host, timeout=60)) as connection:
            connection.request(method, path, body, self.headers | kind | more)
            answer = connection.getresponse()
            told = answer.headers.get("set-cookie") or answer.headers.get("location") or ""
            return answer.status, told, answer.read()

    def text(self, path: str) -> str:
        return self.ask("GET", path, **{"accept-encoding": "identity"})[2].decode()

    def begin(self) -> None:
        form = {"naam": f"Leerling {self.number}", "programma": "VT", "leerweg": "KB", "doel": "Autoverkoper"}
        status, place, _ = self.ask("POST", "/leerling", form)
        assert status == 303, status
        self.draft = place
        self.page = self.text(place)

    def click(self, chance: random.Random) -> None:
        """Choose one of the things that are open."""
        open_now = sorted(set(CHOOSE.findall(self.page)))
        key = chance.choice(open_now)
        form = dict(HIDDEN.findall(self.page)) | {"keuze": key}
        began = time.perf_counter()
        status, _, body = self.ask(
            "POST", f"{self.draft}/doe/kies", form, **{"hx-request": "true", "accept-encoding": "identity"}
        )
        self.taken.append((time.perf_counter() - began) * 1000)
        if status != 200:
            self.wrong.append(f"{status} for {key}")
            return
        self.page = body.decode()
        self.clicked.add(key)

    def kept(self) -> set[str]:
        """What is chosen, as a new window sees it."""
        return set(CHOSEN.findall(self.text(self.draft)))


def class_of(address: str, pupils: int, clicks: int, think: float) -> list[Pupil]:
    """Have a class click at the same time.

    Args:
        address: Where the page is, with the start token.
        pupils: How many.
        clicks: How often each clicks.
        think: Seconds that a pupil thinks between two clicks, on average.
    """
    present = [Pupil(address, number) for number in range(pupils)]

    def sit(pupil: Pupil) -> None:
        chance = random.Random(pupil.number)  # noqa: S311 - what a pupil clicks is no secret
        try:
            pupil.begin()
            for _ in range(clicks):
                time.sleep(think * chance.uniform(0.5, 1.5))
                pupil.click(chance)
        except Exception as error:  # noqa: BLE001 - told at the end, with those of the others
            pupil.wrong.append(repr(error))

    threads = [Thread(target=sit, args=(pupil,)) for pupil in present]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return present
