"""Ask the school's own service who someone is: OpenID Connect, the code with PKCE. The only one that knows its library.

Nothing that comes by way of the browser is believed: the code is exchanged with the service itself, and what it tells
must be signed by it, meant for us, not over its time, and an answer to the question of this browser.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import httpx2
from authlib.integrations.base_client import OAuthError  # type: ignore[import-untyped]
from authlib.integrations.httpx_client import OAuth2Client  # type: ignore[import-untyped]
from authlib.oidc.core import CodeIDToken  # type: ignore[import-untyped]
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from routeplanner.web.sign_in import SignIn, safe

_SIGNED = (
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "ES512",
    "Ed25519",
    "EdDSA",
)
"""Ways to sign with a key that only the service has. `none` is not among them, nor is any with a shared secret."""
_SECONDS = 10.0
_PAUSE = 5.0
"""Seconds in which a service that did not answer is not asked again: who waits for it keeps others waiting."""
_LEEWAY = 60
"""Seconds that two clocks may differ."""


class UnreachableError(Exception):
    """The service does not answer, or not as OpenID Connect says."""


class NotProvenError(Exception):
    """What came back does not prove who someone is."""


@dataclass(frozen=True)
class Question:
    """What was asked of the service for one browser; none of it is known outside."""

    to: str
    """The path that the person wanted."""
    state: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48), repr=False)


class Service:
    """The school's service. Safe to use from several threads.

    Args:
        sign_in: Where it is.
        back: The address of ours where it sends the browser back.
        secret: What it knows us by; empty where the code with PKCE is enough for it.
        transport: How to reach it, where that is not over the network.
    """

    def __init__(
        self, sign_in: SignIn, back: str, secret: str = "", transport: httpx2.BaseTransport | None = None
    ) -> None:
        self.sign_in = sign_in
        self._back = back
        self._secret = secret
        self._transport = transport
        self._lock = Lock()
        self._told: Mapping[str, Any] | None = None
        self._keys: KeySet | None = None
        self._again = 0.0

    def ask(self, question: Question, *, again: bool = False) -> str:
        """Return the address where the browser asks it.

        Args:
            question: What is asked.
            again: Whether the person has to tell who it is, also where the service still knows.

        Raises:
            UnreachableError: The service does not answer.
        """
        with self._client() as client:
            url, _ = client.create_authorization_url(
                self._known(client)["authorization_endpoint"],
                state=question.state,
                code_verifier=question.verifier,
                nonce=question.nonce,
                **({"prompt": "login"} if again else {}),
            )
            return str(url)

    def answer(self, question: Question, given: Mapping[str, str]) -> Mapping[str, Any]:
        """Return what the service tells of the person.

        Args:
            question: What was asked for this browser.
            given: What the browser brought back.

        Raises:
            NotProvenError: It proves nothing.
            UnreachableError: The service does not answer.
        """
        if not secrets.compare_digest(given.get("state", "").encode(), question.state.encode()):
            raise NotProvenError("state")
        if "error" in given or not given.get("code"):
            raise NotProvenError("error")
        with self._client() as client:
            known = self._known(client)
            named = known.get("authorization_response_iss_parameter_supported") is True or "iss" in given
            if named and given.get("iss") != self.sign_in.issuer:
                raise NotProvenError("iss")
            try:
                token = client.fetch_token(
                    known["token_endpoint"],
                    code=given["code"],
                    code_verifier=question.verifier,
                    grant_type="authorization_code",
                )
            except OAuthError as error:
                raise NotProvenError("code") from error
            return self._more(client, self._proven(client, token, question))

    def _proven(self, client: OAuth2Client, token: Mapping[str, Any], question: Question) -> dict[str, Any]:
        """Return the claims of the id token, if all of it is as it must be."""
        given = token.get("id_token")
        if not isinstance(given, str):
            raise NotProvenError("id_token")
        try:
            try:
                read = jwt.decode(given, self._keys_of(client), algorithms=_SIGNED)
            except InvalidKeyIdError:  # the service has a new key
                read = jwt.decode(given, self._keys_of(client, again=True), algorithms=_SIGNED)
            claims = CodeIDToken(
                read.claims,
                read.header,
                {
                    "iss": {"essential": True, "value": self.sign_in.issuer},
                    "aud": {"essential": True, "value": self.sign_in.client},
                    "nonce": {"essential": True, "value": question.nonce},
                },
                {
                    "nonce": question.nonce,
                    "client_id": self.sign_in.client,
                    "access_token": token.get("access_token"),
                },
            )
            claims.validate(leeway=_LEEWAY)
        except (JoseError, ValueError) as error:
            raise NotProvenError("id_token") from error
        return dict(claims)

    def _more(self, client: OAuth2Client, claims: dict[str, Any]) -> dict[str, Any]:
        """Return the claims, with those that this service tells only when it is asked again."""
        url = self._known(client).get("userinfo_endpoint")
        if self.sign_in.rol in claims or not isinstance(url, str):
            return claims
        told = _document(client.get(url))
        if told.get("sub") != claims["sub"]:
            raise NotProvenError("sub")
        return {**told, **claims}

    @contextmanager
    def _client(self) -> Iterator[OAuth2Client]:
        client = OAuth2Client(
            self.sign_in.client,
            self._secret or None,
            token_endpoint_auth_method="client_secret_basic" if self._secret else "none",
            scope=self.sign_in.scope,
            redirect_uri=self._back,
            code_challenge_method="S256",
            timeout=_SECONDS,
            transport=self._transport,
        )
        try:
            with client:
                yield client
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise UnreachableError from error

    def _known(self, client: OAuth2Client) -> Mapping[str, Any]:
        """Return what the service tells of itself; it is asked once."""
        with self._lock:
            if self._told is None:
                if time.monotonic() < self._again:
                    raise UnreachableError
                try:
                    self._told = self._description(client)
                except (httpx2.HTTPError, UnreachableError):
                    self._again = time.monotonic() + _PAUSE
                    raise
            return self._told

    def _description(self, client: OAuth2Client) -> Mapping[str, Any]:
        issuer = self.sign_in.issuer
        url = f"{issuer.rstrip('/')}/.well-known/openid-configuration"
        told = _document(client.request("GET", url, withhold_token=True))
        ends = [told.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
        if told.get("issuer") != issuer or not all(map(_reachable, ends)):
            raise UnreachableError
        return told

    def _keys_of(self, client: OAuth2Client, *, again: bool = False) -> KeySet:
        known = self._known(client)
        with self._lock:
            if self._keys is None or again:
                self._keys = KeySet.import_key_set(
                    _document(client.request("GET", known["jwks_uri"], withhold_token=True))  # type: ignore[arg-type]
                )
            return self._keys


def _document(answer: httpx2.Response) -> Mapping[str, Any]:
    """Return the JSON of an answer."""
    answer.raise_for_status()
    try:
        found = answer.json()
    except ValueError as error:
        raise UnreachableError from error
    if not isinstance(found, dict):
        raise UnreachableError
    return found


def _reachable(address: object) -> bool:
    return isinstance(address, str) and safe(address)
