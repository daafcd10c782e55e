"""Where the page is served: on this machine alone, or for a school; then never without TLS and signing in."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

TOKEN = "sleutel"  # noqa: S105 - the name of a parameter
"""The parameter that brings the start token."""
LOCAL = "127.0.0.1"


class UnsafeError(ValueError):
    """The page would be open to others without what keeps it safe.

    Attributes:
        missing: What is not given (right): `address`, `host`, `sign-in` or `tls`.
    """

    def __init__(self, missing: str) -> None:
        super().__init__(missing)
        self.missing = missing


@dataclass(frozen=True)
class Place:
    """Where the page is served.

    Args:
        host: The address of this machine where it listens.
        address: What people type, as `https://routes.school.example`; empty for this machine alone.
        tls_cert: The file with the certificate.
        tls_key: The file with its key.
        behind_proxy: Whether another program in front of this one speaks https.
        sign_in: The file that tells how people sign in.
    """

    host: str = LOCAL
    address: str = ""
    tls_cert: Path | None = None
    tls_key: Path | None = None
    behind_proxy: bool = False
    sign_in: Path | None = None

    def check(self) -> None:
        """Refuse a place that is not safe.

        Raises:
            UnsafeError: Others could get at the page, and what keeps it safe is missing.
        """
        try:
            ipaddress.ip_address(self.host)
        except ValueError:
            raise UnsafeError("host") from None
        if self.is_local:
            return
        if self.behind_proxy == (self.tls_cert is not None) or (self.tls_cert is None) != (
            self.tls_key is None
        ):
            raise UnsafeError("tls")
        if self.sign_in is None:
            raise UnsafeError("sign-in")
        if not self.netloc:
            raise UnsafeError("address")

    @property
    def is_local(self) -> bool:
        """Whether this is for the one user of this machine, and nothing else is asked."""
        return self == Place()

    @property
    def netloc(self) -> str:
        """The only Host that is ours: that of the address. Empty where the address is no plain one of https."""
        try:
            parts = urlsplit(self.address)
            port = parts.port
        except ValueError:
            return ""
        host = parts.hostname or ""
        plain = host if port in {None, 443} else f"{host}:{port}"
        return (
            plain if self.address.lower().rstrip("/") in {f"https://{plain}", f"https://{host}:443"} else ""
        )
