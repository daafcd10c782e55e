"""How people sign in at a school, as its file says: where, and what the school's words mean here.

aanmelden.toml
[dienst]
adres = "https://login.school.example"
klant = "routeplanner"

[rollen]
docent-3m = "mentor"
"""

from __future__ import annotations

import ipaddress
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from routeplanner.dossier.policy import Persoon, Rol

SECRET = "ROUTEPLANNER_KLANTGEHEIM"  # noqa: S105 - the name of an environment variable
"""The environment variable that holds what the school's service knows us by; it stands in no file."""
_TABLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "dienst": frozenset({"adres", "klant", "vraag"}),
        "gegevens": frozenset({"persoon", "rollen", "klassen", "teams", "leerling"}),
    }
)
_OURS = re.compile(r"[A-Za-z0-9_-]{1,32}")
_LONGEST_ID = 200


class SignInFileError(ValueError):
    """The file cannot be used.

    Attributes:
        where: The table or key that is wrong; empty where the file itself is.
    """

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class UnknownPersonError(ValueError):
    """What the service tells of a person is not enough to know who it is, or what it is at school."""


@dataclass(frozen=True)
class SignIn:
    """What the file says.

    Args:
        issuer: The address of the service (OpenID Connect), without what is below it.
        client: Under which name the service knows us.
        rollen: Words of the service, with what they mean here.
        scope: What is asked of the service.
        persoon: The claim with the id of a person. It ends up in the trail, so it should not be a name.
        rol: The claim with the words above.
        klassen: The claim with the klassen of a mentor, or of a pupil.
        teams: The claim with the teams of a teamleider.
        leerling: The claim with the id of a pupil in the dossier; without it an id is made of `persoon`.
    """

    issuer: str
    client: str
    rollen: Mapping[str, Rol]
    scope: str = "openid"
    persoon: str = "sub"
    rol: str = "groups"
    klassen: str = "klassen"
    teams: str = "teams"
    leerling: str = ""


def read_sign_in(path: Path) -> SignIn:
    """Read how people sign in.

    Raises:
        SignInFileError: The file cannot be used.
    """
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SignInFileError("") from error
    for name in found.keys() - _TABLES.keys() - {"rollen"}:
        raise SignInFileError(str(name))
    dienst, gegevens = (_texts(found, name) for name in _TABLES)
    for name in ("adres", "klant"):
        if not dienst.get(name):
            raise SignInFileError(f"dienst.{name}")
    if not safe(dienst["adres"]):
        raise SignInFileError("dienst.adres")
    return SignIn(
        issuer=dienst["adres"],
        client=dienst["klant"],
        rollen=_rollen(found),
        scope=dienst.get("vraag", SignIn.scope),
        persoon=gegevens.get("persoon", SignIn.persoon),
        rol=gegevens.get("rollen", SignIn.rol),
        klassen=gegevens.get("klassen", SignIn.klassen),
        teams=gegevens.get("teams", SignIn.teams),
        leerling=gegevens.get("leerling", SignIn.leerling),
    )


def _texts(found: Mapping[str, Any], table: str) -> Mapping[str, str]:
    held = found.get(table, {})
    if not isinstance(held, dict):
        raise SignInFileError(table)
    for name, value in held.items():
        if name not in _TABLES[table] or not isinstance(value, str) or not value:
            raise SignInFileError(f"{table}.{name}")
    return held


def _rollen(found: Mapping[str, Any]) -> Mapping[str, Rol]:
    held = found.get("rollen")
    if not isinstance(held, dict) or not held:
        raise SignInFileError("rollen")
    for name, value in held.items():
        if not isinstance(value, str) or value not in set(Rol):
            raise SignInFileError(f"rollen.{name}")
    return {name: Rol(value) for name, value in held.items()}


def safe(address: str) -> bool:
    """Tell whether nobody can read along on the way to an address: https, or this machine itself."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        parts.port  # noqa: B018 - raises where it is no number
    except ValueError:
        return False
    return (parts.scheme == "https" and bool(host)) or (parts.scheme == "http" and _is_here(host))


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def person_of(claims: Mapping[str, Any], sign_in: SignIn) -> Persoon:
    """Return who signed in.

    Args:
        claims: What the service tells of the person, already checked to come from there.
        sign_in: What the school's words mean here.

    Raises:
        UnknownPersonError: It is not told who it is, or none of the roles is one of ours.
    """
    id_ = claims.get(sign_in.persoon)
    rollen = frozenset(sign_in.rollen[word] for word in _words(claims, sign_in.rol) if word in sign_in.rollen)
    if not isinstance(id_, str) or not 0 < len(id_) <= _LONGEST_ID or "\x00" in id_ or not rollen:
        raise UnknownPersonError
    leerling = _leerling(claims, sign_in, id_) if Rol.LEERLING in rollen else None
    klassen, teams = (frozenset(_words(claims, name)) for name in (sign_in.klassen, sign_in.teams))
    return Persoon(id_, rollen, klassen, teams, leerling)


def _words(claims: Mapping[str, Any], name: str) -> Iterator[str]:
    """Yield the words of a claim, that holds one or a list; anything else in it is no word."""
    value = claims.get(name)
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and one:
            yield one


def _leerling(claims: Mapping[str, Any], sign_in: SignIn, id_: str) -> str:
    """Return the id of a pupil in the dossier. It stands in addresses, so what may be a name is made unreadable."""
    if not sign_in.leerling:
        return sha256(f"{sign_in.issuer}\n{id_}".encode()).hexdigest()[:32]
    found = claims.get(sign_in.leerling)
    if not isinstance(found, str) or not _OURS.fullmatch(found):
        raise UnknownPersonError
    return found
