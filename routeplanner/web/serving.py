"""Serve the page until it is stopped."""

from __future__ import annotations

import errno
import os
import socket
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import uvicorn

from routeplanner.dossier.store import Store
from routeplanner.web.app import ROUTES, make_app
from routeplanner.web.asking import Desk
from routeplanner.web.guard import TOKEN, Door
from routeplanner.web.place import LOCAL, Place, UnsafeError
from routeplanner.web.school import School
from routeplanner.web.sign_in import SECRET, read_sign_in

if TYPE_CHECKING:
    from starlette.applications import Starlette


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
    desk = Desk(School(serving.path), lambda: Store.open(serving.dossier))
    made = None if place.is_local else _for_a_school(serving, desk)
    listener = _listen(place.host, serving.port)
    app, address = made or _local(serving, desk, listener.getsockname()[1])
    # the texts are read while the browser starts
    Thread(target=desk.school.now, daemon=True).start()
    tell(address)
    if serving.open_browser and place.is_local:
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()
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


def _local(serving: Serving, desk: Desk, port: int) -> tuple[Starlette, str]:
    """Return the page for the only user of this machine, and its address with the start token."""
    door = Door(frozenset({f"{LOCAL}:{port}", f"localhost:{port}"}))
    app = make_app(desk, door, lang=serving.lang)
    return app, f"http://{LOCAL}:{port}/?{TOKEN}={door.token}"


def _for_a_school(serving: Serving, desk: Desk) -> tuple[Starlette, str]:
    """Return the page for those who sign in, and its address."""
    from routeplanner.web.entering import BACK, sign_in_routes
    from routeplanner.web.oidc import Service

    place = serving.place
    if place.sign_in is None:
        raise UnsafeError("sign-in")
    address = f"https://{place.netloc}"
    door = Door(frozenset({place.netloc}), "https", token=None)
    service = Service(read_sign_in(place.sign_in), f"{address}{BACK}", os.environ.get(SECRET, ""))
    routes = (*ROUTES, *sign_in_routes(service, door))
    return make_app(desk, door, lang=serving.lang, routes=routes), f"{address}/"


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
