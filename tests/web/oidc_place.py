"""A real OpenID provider on loopback, a page where people sign in at it, and a browser between the two."""

import json
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx2
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.testclient import TestClient
from web.conftest import ROOT, buttons

from routeplanner.dossier.policy import Rol
from routeplanner.dossier.store import Store
from routeplanner.web.app import ROUTES, make_app
from routeplanner.web.asking import Desk
from routeplanner.web.entering import BACK, sign_in_routes
from routeplanner.web.guard import Door
from routeplanner.web.oidc import Service
from routeplanner.web.school import School
from routeplanner.web.sessions import sessions
from routeplanner.web.sign_in import SignIn

PROGRAM = Path(__file__).parent / "provider.mjs"
MODULES = ROOT / "node_modules"
HOST = "school.example"
ORIGIN = f"https://{HOST}"
SCHOOL = School(ROOT / "rules/voorbeeldcollege")  # read by the first test that asks
SECRET = "een-geheim-van-niemand"  # noqa: S105 - of a provider that lives for one test
PEOPLE: Mapping[str, Mapping[str, Any]] = {
    "p-leerling": {"groups": ["leerlingen"]},
    "p-mentor": {"groups": ["docenten", "iedereen"], "klassen": ["3M"]},
    "p-decaan": {"groups": "decanen"},
    "p-teamleider": {"groups": ["leiding"], "teams": ["mijn team"]},
    "p-beheerder": {"groups": ["ict"]},
    "p-niemand": {"groups": ["ouders"]},
}
ROLLEN = {
    "leerlingen": Rol.LEERLING,
    "docenten": Rol.MENTOR,
    "decanen": Rol.DECAAN,
    "leiding": Rol.TEAMLEIDER,
    "ict": Rol.BEHEERDER,
}


def why_not() -> str:
    """Return what is missing to run a provider; an empty text is nothing."""
    if shutil.which("node") is None:
        return "no node"
    return "" if (MODULES / "oidc-provider").is_dir() else "npm's oidc-provider is not in node_modules"


@dataclass
class Between(httpx2.BaseTransport):
    """Passes on what the page asks the provider; a test can change what comes back of the token."""

    change: Callable[[dict[str, Any]], dict[str, Any]] | None = None
    asked: list[str] = field(default_factory=list)
    network: httpx2.HTTPTransport = field(default_factory=lambda: httpx2.HTTPTransport(trust_env=False))

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request.url.path)
        answer = self.network.handle_request(request)
        if self.change is None or request.url.path != "/token":
            return answer
        return httpx2.Response(answer.status_code, json=self.change(json.loads(answer.read())))


@dataclass
class Provider:
    """The provider that runs."""

    issuer: str
    key: RSAKey

    def signed(self, claims: Mapping[str, Any], *, alg: str = "RS256", key: RSAKey | None = None) -> str:
        """Return an id token as only the provider could make it; or another could, with its own key."""
        header = {"alg": alg, "kid": str(self.key.kid), "typ": "JWT"}
        return jwt.encode(header, dict(claims), key or self.key, algorithms=[alg])


@dataclass
class Place:
    """The page, and how it reaches the provider."""

    provider: Provider
    between: Between
    service: Service
    door: Door
    store: Store
    app: Any
    clock: list[float]
    closing: ExitStack

    def browser(self) -> "Browser":
        made = Browser(self, TestClient(self.app, base_url=ORIGIN, follow_redirects=False))
        self.closing.callback(made.other.close)
        return made


@dataclass
class Browser:
    """One browser: it has cookies of the page, and others of the provider."""

    place: Place
    page: TestClient
    other: httpx2.Client = field(default_factory=lambda: httpx2.Client(trust_env=False))

    def asks(self, path: str = "/aanmelden") -> str:
        """Return the address at the provider to which the page sends the browser."""
        answer = self.page.get(path)
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"])

    def identifies(self, asked: str, who: str) -> str:
        """Fill in the forms of the provider, and return the path of the page to which it sends the browser back."""
        answer = self.other.get(asked)
        while not (to := answer.headers.get("location", "")).startswith(ORIGIN):
            if to:
                answer = self.other.get(answer.url.join(to))
            else:
                action = re.search(r'action="([^"]+)"', answer.text)
                assert action is not None, answer.text
                answer = self.other.post(
                    answer.url.join(action[1]), data={"wie": who} | buttons(answer.text).hidden
                )
        return to.removeprefix(ORIGIN)

    def signs_in(self, who: str, path: str = "/aanmelden") -> httpx2.Response:
        """Go all the way, and return the last answer of the page."""
        return self.page.get(self.identifies(self.asks(path), who))

    @property
    def key(self) -> str | None:
        return self.page.cookies.get(self.place.door.cookie)


def given(path: str) -> dict[str, str]:
    """Return what stands in an address behind the question mark."""
    return dict(parse_qsl(urlsplit(path).query))


@contextmanager
def provider(*, in_userinfo: bool = False) -> Iterator[Provider]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    key = RSAKey.generate_key(2048, {"kid": "proef", "use": "sig", "alg": "RS256"})
    client = {"redirect_uris": [f"{ORIGIN}{BACK}"], "client_secret": SECRET}
    settings = {
        "clients": [client | {"client_id": name} for name in ("routeplanner", "een-ander")],
        "people": PEOPLE,
        "jwks": {"keys": [key.as_dict(private=True)]},
        "inUserinfo": in_userinfo,
    }
    with subprocess.Popen(
        ["node", str(PROGRAM), str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(json.dumps(settings))
            process.stdin.close()
            while (line := process.stdout.readline()) != "klaar\n":
                assert line, "the provider did not start"
            yield Provider(f"http://127.0.0.1:{port}", key)
        finally:
            process.kill()


@contextmanager
def place(running: Provider, folder: Path) -> Iterator[Place]:
    between = Between()
    sign_in = SignIn(running.issuer, "routeplanner", ROLLEN, scope="openid school")
    service = Service(sign_in, f"{ORIGIN}{BACK}", SECRET, between)
    clock = [time.monotonic()]
    door = Door(frozenset({HOST}), "https", token=None, sessions=sessions(lambda: clock[0]))
    with ExitStack() as closing:
        closing.callback(between.network.close)
        store = closing.enter_context(Store.open(str(folder / "dossier.db")))
        desk = Desk(SCHOOL, lambda: store)
        app = make_app(desk, door, routes=[*ROUTES, *sign_in_routes(service, door)])
        yield Place(running, between, service, door, store, app, clock, closing)
