"""Loaded by the server that the browser talks to: a socket to anywhere but this machine is refused, and told."""

import os
import sys
from pathlib import Path

HERE = ("127.", "::1", "localhost")


def watch(event: str, args: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.sendto"}:
        address = args[1]
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        address = args
    else:
        return
    if isinstance(address, tuple) and not str(address[0]).startswith(HERE):
        with Path(os.environ["ROUTEPLANNER_SOCKETS"]).open("a", encoding="utf-8") as told:
            told.write(f"{event} {address}\n")
        raise PermissionError(event)


sys.addaudithook(watch)
