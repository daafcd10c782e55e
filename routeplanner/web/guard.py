"""Who gets in: every request passes here first, and what is not known is refused.

The page listens on this machine only, unless people sign in (`oidc.py`). Still other pages in the same browser could
try to reach it: by a name that points here (so the Host must be ours), by sending a form (so the Origin must be ours),
or by guessing (so there is a start token, which the program prints and opens the browser with).
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Any, TypeAlias
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from routeplanner.dossier.policy import ENIGE, Persoon
from routeplanner.web.place import TOKEN
from routeplanner.web.sessions import Kept, sessions

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

ACTOR = "routeplanner.persoon"
"""Where a request holds who asks it, once it has passed."""
SAFE = frozenset({"GET", "HEAD"})
API = "/api/v1/"
"""Where other programs ask, with the key in a header."""
OPEN = ("/static/",)
"""What anyone may read: it is the same for everyone."""
SIGN_IN = "/aanmelden"
"""Where one signs in; what is below it needs no session yet."""
UNASKED = "/nieuws"
"""How the path of a request ends that a page makes by itself: it does not keep a session alive."""
LARGEST = 6 * 1024 * 1024
"""Bytes of a request: a photo of 5 MB, and the form around it."""
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # not `no-referrer`: with that, browsers send no Origin with a form
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True)
class Door:
    """What a request must bring.

    Args:
        hosts: The values of Host that are ours, port included.
        scheme: http or https.
        token: The start token; None where people sign in.
        sessions: Those who signed in.
    """

    hosts: frozenset[str]
    scheme: str = "http"
    token: str | None = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    session: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    """What the cookie holds of one who came with the start token."""
    sessions: Kept[Persoon] = field(default_factory=sessions, repr=False)

    @property
    def cookie(self) -> str:
        """The name of the cookie; another program on another port has its own."""
        if self.token is None:
            return "__Host-routeplanner"
        port = next(iter(sorted(self.hosts)), "").rpartition(":")[2]
        return f"routeplanner-{port}" if port.isdigit() else "routeplanner"


class Guard:
    """Lets in what may come in, and puts the headers on every answer.

    Args:
        app: What is guarded.
        door: What a request must bring.
        refused: Makes the page for a person who has no key, or is not signed in.
    """

    def __init__(self, app: App, door: Door, refused: Callable[[], Response]) -> None:
        self._app = app
        self._door = door
        self._refused = refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        answer = self._answer(scope)
        extra = {"strict-transport-security": "max-age=31536000"} if self._door.scheme == "https" else {}
        await (answer or self._app)(
            scope, _limited(receive), _with_headers(send, scope["path"], HEADERS | extra)
        )

    def _answer(self, scope: Scope) -> Response | None:
        """Return what is said to a request that is not let through."""
        headers = Headers(scope=scope)
        if len(headers.getlist("host")) != 1 or headers["host"].lower() not in self._door.hosts:
            return PlainTextResponse("Deze naam is niet van Routeplanner.\n", 421)
        by_key = scope["path"].startswith(API) and self._has_key(headers)
        if scope["method"] not in SAFE and not by_key and not self._is_ours(headers):
            return PlainTextResponse("Dit verzoek komt niet van de pagina zelf.\n", 403)
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()) or int(length[:12]) > LARGEST:
            return PlainTextResponse("Dit is te groot.\n", 413)
        if by_key:
            scope[ACTOR] = ENIGE
            return None
        if scope["path"].startswith(OPEN):
            return None
        return self._without_key(scope, headers) if self._door.token else self._signed_out(scope, headers)

    def _has_key(self, headers: Headers) -> bool:
        """Tell whether another program brings the key; no page of another site can make a browser do that."""
        kind, _, given = headers.get("authorization", "").partition(" ")
        return kind.lower() == "bearer" and self._door.token is not None and _same(given, self._door.token)

    def _is_ours(self, headers: Headers) -> bool:
        origins = headers.getlist("origin")
        return len(origins) == 1 and origins[0] == f"{self._door.scheme}://{headers['host'].lower()}"

    def _without_key(self, scope: Scope, headers: Headers) -> Response | None:
        """Return what is said to one without a key; a start token is turned into a cookie."""
        door = self._door
        if _same(cookie(headers, door.cookie), door.session):
            scope[ACTOR] = ENIGE
            return None
        given = parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=20).get(TOKEN, [""])[0]
        if scope["method"] not in SAFE or not _same(given, door.token or ""):
            return self._refused()
        answer = RedirectResponse(scope["path"], 303)
        answer.set_cookie(
            door.cookie, door.session, httponly=True, samesite="lax", secure=door.scheme == "https"
        )
        return answer

    def _signed_out(self, scope: Scope, headers: Headers) -> Response | None:
        """Return what is said to one who is not signed in: where to do that."""
        path = scope["path"]
        kept = self._door.sessions
        actor = kept.get(cookie(headers, self._door.cookie), touch=not path.endswith(UNASKED))
        if actor is not None:
            scope[ACTOR] = actor
            return None
        if path == SIGN_IN or path.startswith(f"{SIGN_IN}/"):
            return None
        if headers.get("hx-request") == "true":
            back = _sign_in(_path(headers.get("hx-current-url", "")))
            return Response(status_code=403, headers={"hx-redirect": back})
        if scope["method"] not in SAFE:  # no redirect: browsers let no form end at another site than it began
            return self._refused()
        return RedirectResponse(_sign_in(path), 303)


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _sign_in(back: str) -> str:
    return f"{SIGN_IN}?{urlencode({'naar': back or '/'})}"


def _same(given: str, wanted: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def cookie(headers: Headers, name: str) -> str:
    """Return what a cookie of a request holds; an empty text where it has none."""
    try:
        found = SimpleCookie("; ".join(headers.getlist("cookie"))).get(name)
    except CookieError:
        return ""
    return found.value if found is not None else ""


def _with_headers(send: Send, path: str, always: Mapping[str, str]) -> Send:
    async def sending(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in always.items():
                headers.setdefault(name, value)
            # what a page shows is of one pupil: it stays on no disk
            headers.setdefault("cache-control", "max-age=3600" if path.startswith(OPEN) else "no-store")
        await send(message)

    return sending


class TooLargeError(Exception):
    """The body of a request goes on beyond what it may be."""


def _limited(receive: Receive) -> Receive:
    """Return a way to receive that ends where a request is larger than it may be, whatever it said."""
    seen = 0

    async def receiving() -> MutableMapping[str, Any]:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > LARGEST:
            raise TooLargeError
        return message

    return receiving
