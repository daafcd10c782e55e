"""Serve the page until it is stopped."""

from __future__ import annotations

import errno
import os
import secrets
import socket
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from routeplanner.web.place import LOCAL, TOKEN, Place, UnsafeError

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from routeplanner.web.asking import Desk

_NEEDED = ("alembic", "jinja2", "multipart", "sqlalchemy", "starlette", "uvicorn")
"""What the page stands on; it is loaded only when the browser is on its way."""


class PortTakenError(OSError):
    """Another program listens there already."""


@dataclass(frozen=True)
class Serving:
    """What `serve` needs to know."""

    path: Path
    port: int = 0
    """0: any that is free."""
    dossier: str | None = None
    lang: str = "nl"
    open_browser: bool = True
    place: Place = field(default_factory=Place)


def serve(serving: Serving, tell: Callable[[str], None]) -> None:
    """Serve the page until the program is stopped.

    Args:
        serving: What is asked.
        tell: Gets the address, with the start token, once the page can be opened.

    Raises:
        PortTakenError: Another program listens on the port.
        UnsafeError: Others could get at the page, and what keeps it safe is missing.
        SignInFileError: The file that tells how people sign in cannot be used.
        ModuleNotFoundError: What signing in stands on is not installed.
    """
    place = serving.place
    place.check()
    for name in _NEEDED:
        if find_spec(name) is None:
            raise ModuleNotFoundError(name=name)
    if not place.is_local:
        app, address = _for_a_school(serving)
        listener = _listen(place.host, serving.port)
        tell(address)
    else:
        listener = _listen(place.host, serving.port)
        port, token = listener.getsockname()[1], secrets.token_urlsafe(24)
        address = f"http://{LOCAL}:{port}/?{TOKEN}={token}"
        tell(address)
        if serving.open_browser:
            Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        # whoever comes now waits at the door until the rest is loaded
        app = _local(serving, port, token)
    _run(app, listener, place)


def _run(app: Starlette, listener: socket.socket, place: Place) -> None:
    import uvicorn

    config = uvicorn.Config(
        app,
        log_level="critical",
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,  # what a proxy tells of the way there is not needed, so it is not believed
        ssl_certfile=place.tls_cert,
        ssl_keyfile=place.tls_key,
        lifespan="off",
        timeout_graceful_shutdown=3,
    )
    uvicorn.Server(config).run(sockets=[listener])


def _desk(serving: Serving) -> Desk:
    """Return the texts and the dossier; the texts are read while the rest loads."""
    from routeplanner.dossier.store import Store
    from routeplanner.web.asking import Desk
    from routeplanner.web.school import School

    desk = Desk(School(serving.path), lambda: Store.open(serving.dossier))
    Thread(target=desk.school.now, daemon=True).start()
    return desk


def _local(serving: Serving, port: int, token: str) -> Starlette:
    """Return the page for the only user of this machine."""
    from routeplanner.web.app import make_app
    from routeplanner.web.guard import Door

    door = Door(frozenset({f"{LOCAL}:{port}", f"localhost:{port}"}), token=token)
    return make_app(_desk(serving), door, lang=serving.lang)


def _for_a_school(serving: Serving) -> tuple[Starlette, str]:
    """Return the page for those who sign in, and its address."""
    from routeplanner.web.app import ROUTES, make_app
    from routeplanner.web.entering import BACK, sign_in_routes
    from routeplanner.web.guard import Door
    from routeplanner.web.oidc import Service
    from routeplanner.web.sign_in import SECRET, read_sign_in

    place = serving.place
    if place.sign_in is None:
        raise UnsafeError("sign-in")
    address = f"https://{place.netloc}"
    door = Door(frozenset({place.netloc}), "https", token=None)
    service = Service(read_sign_in(place.sign_in), f"{address}{BACK}", os.environ.get(SECRET, ""))
    routes = (*ROUTES, *sign_in_routes(service, door))
    return make_app(_desk(serving), door, lang=serving.lang, routes=routes), f"{address}/"


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRNOTAVAIL:
            raise UnsafeError("host") from error
        raise PortTakenError(error.errno, error.strerror) from error
    listener.listen(128)
    return listener
