"""Serve the page on this machine until it is stopped."""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import uvicorn

from routeplanner.dossier.store import Store
from routeplanner.web.app import make_app
from routeplanner.web.asking import Desk
from routeplanner.web.guard import TOKEN, Door
from routeplanner.web.school import School

LOCAL = "127.0.0.1"


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


def serve(serving: Serving, tell: Callable[[str], None]) -> None:
    """Serve the page until the program is stopped.

    Args:
        serving: What is asked.
        tell: Gets the address, with the start token, once the page can be opened.

    Raises:
        PortTakenError: Another program listens on the port.
    """
    listener = _listen(serving.port)
    port = listener.getsockname()[1]
    door = Door(frozenset({f"{LOCAL}:{port}", f"localhost:{port}"}))
    desk = Desk(School(serving.path), lambda: Store.open(serving.dossier))
    app = make_app(desk, door, lang=serving.lang)
    address = f"http://{LOCAL}:{port}/?{TOKEN}={door.token}"
    # the texts are read while the browser starts
    Thread(target=desk.school.now, daemon=True).start()
    tell(address)
    if serving.open_browser:
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    config = uvicorn.Config(
        app,
        log_level="critical",
        access_log=False,
        server_header=False,
        date_header=False,
        lifespan="off",
        timeout_graceful_shutdown=3,
    )
    uvicorn.Server(config).run(sockets=[listener])


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOCAL, port))
    except OSError as error:
        listener.close()
        raise PortTakenError(error.errno, error.strerror) from error
    listener.listen(128)
    return listener
