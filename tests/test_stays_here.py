"""Nothing phones home: while tests run, no socket of theirs leaves this machine."""

import socket
from contextlib import closing

import pytest


@pytest.mark.parametrize("address", [("192.0.2.1", 443), ("2001:db8::1", 443)])
def test_a_socket_to_elsewhere_is_refused(address: tuple[str, int]) -> None:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with closing(socket.socket(family, socket.SOCK_STREAM)) as line, pytest.raises(PermissionError):
        line.connect(address)


def test_a_socket_to_this_machine_is_not() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as door, closing(socket.socket()) as line:
        line.connect(door.getsockname())
