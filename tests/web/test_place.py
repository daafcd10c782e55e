"""Where the page may be served, and the file that tells how people sign in."""

import re
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from routeplanner.dossier.policy import Band, Persoon, Recht, Rol, may
from routeplanner.dossier.records import Leerling
from routeplanner.web.place import Place, UnsafeError
from routeplanner.web.sign_in import (
    SignIn,
    SignInFileError,
    UnknownPersonError,
    person_of,
    read_sign_in,
    safe,
)

FILE = Path("x")
ADDRESS = "https://routes.school.example"
GOOD = Place(host="0.0.0.0", address=ADDRESS, tls_cert=FILE, tls_key=FILE, sign_in=FILE)  # noqa: S104 - what a school does


def test_on_this_machine_nothing_is_asked() -> None:
    Place().check()
    assert Place().is_local


def test_elsewhere_all_of_it_is_asked() -> None:
    """Of all ways to give some of it, only those with TLS (one way), signing in and an address get through."""
    passed = 0
    for host, address, cert, key, proxy, sign_in in product(
        ("127.0.0.1", "127.0.0.2", "0.0.0.0", "192.0.2.1", "::", "::1"),  # noqa: S104 - idem
        ("", ADDRESS),
        (None, FILE),
        (None, FILE),
        (False, True),
        (None, FILE),
    ):
        place = Place(host, address, cert, key, proxy, sign_in)
        tls = (cert is not None and key is not None) != proxy and (cert is None) == (key is None)
        safely = bool(address) and tls and sign_in is not None
        try:
            place.check()
        except UnsafeError:
            assert not safely
            assert not place.is_local
        else:
            assert safely or place == Place()
            passed += 1
    assert passed == 6 * 2 + 1


@pytest.mark.parametrize("host", ["", "localhost", "school.example", "127.0.0.1:80", "0", "300.0.0.1"])
def test_a_host_is_an_ip_address(host: str) -> None:
    with pytest.raises(UnsafeError) as error:
        Place(host=host).check()
    assert error.value.missing == "host"


@pytest.mark.parametrize(
    ("address", "netloc"),
    [
        ("https://routes.school.example", "routes.school.example"),
        ("https://Routes.School.example/", "routes.school.example"),
        ("https://routes.school.example:443", "routes.school.example"),
        ("https://routes.school.example:8443", "routes.school.example:8443"),
        ("http://routes.school.example", ""),
        ("routes.school.example", ""),
        ("https://", ""),
        ("https://a@routes.school.example", ""),
        ("https://routes.school.example/pad", ""),
        ("https://routes.school.example?x", ""),
        ("https://routes.school.example#x", ""),
        ("https://routes.school.example:x", ""),
        ("https://[::1", ""),
        ("javascript://routes.school.example", ""),
    ],
)
def test_the_address_is_a_plain_one_of_https(address: str, netloc: str) -> None:
    place = Place(GOOD.host, address, FILE, FILE, sign_in=FILE)
    assert place.netloc == netloc
    if not netloc:
        with pytest.raises(UnsafeError):
            place.check()


@pytest.mark.parametrize(
    ("address", "is_safe"),
    [
        ("https://login.example", True),
        ("http://127.0.0.1:9", True),
        ("http://[::1]:9", True),
        ("http://login.example", False),
        ("http://localhost", False),
        ("http://127.0.0.1.evil.example", False),
        ("http://127.0.0.1@evil.example", False),
        ("https://", False),
        ("https://x:y", False),
        ("ftp://127.0.0.1", False),
    ],
)
def test_a_service_is_asked_only_where_nobody_reads_along(address: str, *, is_safe: bool) -> None:
    assert safe(address) is is_safe


# ---- the file

FULL = """
[dienst]
adres = "https://login.school.example"
klant = "routeplanner"
vraag = "openid school"

[gegevens]
persoon = "oid"
rollen = "roles"
klassen = "klas"
teams = "team"
leerling = "nummer"

[rollen]
docent = "mentor"
"ict en beheer" = "beheerder"
"""
LEAST = '[dienst]\nadres = "https://login.school.example"\nklant = "x"\n[rollen]\na = "leerling"\n'


def read(folder: Path, text: str) -> SignIn:
    file = folder / "aanmelden.toml"
    file.write_text(text, "utf-8")
    return read_sign_in(file)


def test_the_file(tmp_path: Path) -> None:
    assert read(tmp_path, FULL) == SignIn(
        issuer="https://login.school.example",
        client="routeplanner",
        rollen={"docent": Rol.MENTOR, "ict en beheer": Rol.BEHEERDER},
        scope="openid school",
        persoon="oid",
        rol="roles",
        klassen="klas",
        teams="team",
        leerling="nummer",
    )
    assert read(tmp_path, LEAST).rol == "groups"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("dit is geen toml", ""),
        ("", "dienst.adres"),
        (LEAST.replace('klant = "x"', ""), "dienst.klant"),
        (LEAST.replace('klant = "x"', "klant = 3"), "dienst.klant"),
        (LEAST.replace('klant = "x"', 'klant = "x"\ngeheim = "y"'), "dienst.geheim"),
        (LEAST.replace("https:", "http:"), "dienst.adres"),
        (LEAST.replace('a = "leerling"', ""), "rollen"),
        (LEAST.replace('"leerling"', '"Leerling"'), "rollen.a"),
        (LEAST.replace('"leerling"', '["leerling"]'), "rollen.a"),
        (f"{LEAST}[rechten]\n", "rechten"),
        (f"{LEAST}[gegevens]\nrol = 'x'\n", "gegevens.rol"),
        ("dienst = 3", "dienst"),
    ],
)
def test_a_file_that_is_wrong_tells_where(tmp_path: Path, text: str, where: str) -> None:
    with pytest.raises(SignInFileError) as error:
        read(tmp_path, text)
    assert error.value.where == where


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SignInFileError):
        read_sign_in(tmp_path / "niets.toml")


# ---- what a service tells

SIGN_IN = SignIn("https://login.example", "x", {"d": Rol.MENTOR, "l": Rol.LEERLING})
NUMBERED = SignIn("https://login.example", "x", {"l": Rol.LEERLING}, leerling="nummer")


def test_who_someone_is() -> None:
    claims = {"sub": "a", "groups": ["d", "onbekend"], "klassen": ["3M", "4M"], "teams": "techniek"}
    told = person_of(claims, SIGN_IN)
    assert told == Persoon("a", frozenset({Rol.MENTOR}), frozenset({"3M", "4M"}), frozenset({"techniek"}))


def test_a_pupil_has_an_id_that_tells_nothing() -> None:
    told = person_of({"sub": "j.janssen@school.example", "groups": "l"}, SIGN_IN)
    assert told.leerling == sha256(b"https://login.example\nj.janssen@school.example").hexdigest()[:32]
    assert person_of({"sub": "a", "groups": "l", "nummer": "L-007"}, NUMBERED).leerling == "L-007"


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"sub": "a"},
        {"sub": "a", "groups": []},
        {"sub": "a", "groups": ["onbekend"]},
        {"sub": "a", "groups": {"d": True}},
        {"sub": "a", "groups": [["d"]]},
        {"groups": "d"},
        {"sub": "", "groups": "d"},
        {"sub": 7, "groups": "d"},
        {"sub": "a" * 201, "groups": "d"},
        {"sub": "a\x00", "groups": "d"},
    ],
)
def test_one_who_is_not_known_is_no_one(claims: dict[str, Any]) -> None:
    with pytest.raises(UnknownPersonError):
        person_of(claims, SIGN_IN)


@pytest.mark.parametrize("nummer", [None, "", "a" * 33, "../x", "a b", "é", 7, ["a"]])
def test_a_pupil_without_a_number_is_no_one(nummer: object) -> None:
    with pytest.raises(UnknownPersonError):
        person_of({"sub": "a", "groups": "l", "nummer": nummer}, NUMBERED)


def test_the_page_for_schools_tells_what_holds(tmp_path: Path) -> None:
    """Its file can be read, and each row of its table is what the policy says."""
    page = (Path(__file__).parents[2] / "docs/nl/samen.md").read_text("utf-8")
    (block,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert set(read(tmp_path, block).rollen.values()) < set(Rol)
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line[:1] == "|"
    ]
    assert [Rol(cell) for cell in rows[0][1:]] == list(Rol)
    bonds = dict(zip(Rol, (Band.ZELF, Band.KLAS, Band.ANDER, Band.TEAM, Band.ANDER), strict=True))
    told = {row[0]: row[1:] for row in rows[3:]}
    assert told.keys() == TOLD.keys()
    for name, cells in told.items():
        for (rol, band), cell in zip(bonds.items(), cells, strict=True):
            assert {may(OF_ALL[rol], recht, PUPILS[band]) for recht in TOLD[name]} == {cell == "ja"}, (
                name,
                rol,
            )


TOLD = {
    "route zien": {Recht.ROUTE_ZIEN},
    "route wijzigen": {Recht.ROUTE_WIJZIGEN},
    "dossier en reflecties lezen": {Recht.DOSSIER_ZIEN, Recht.REFLECTIES_ZIEN},
    "reflecties schrijven": {Recht.REFLECTEREN},
    "ervaringen en bewijs toevoegen": {Recht.BEWIJS_TOEVOEGEN},
    "gesprekken plannen en verslaan": {Recht.GESPREK_VOEREN},
    "zien wie nog geen gesprek had": {Recht.KLAS_ZIEN},
    "een dossier meenemen": {Recht.EXPORTEREN},
    "een leerling wissen": {Recht.VERWIJDEREN},
}
OF_ALL = {rol: Persoon("p", frozenset({rol}), frozenset({"3M"}), frozenset({"t"}), "ik") for rol in Rol}
PUPILS = {
    Band.ZELF: Leerling(id="ik", naam="Proef Persoon 1"),
    Band.KLAS: Leerling(naam="Proef Persoon 2", klas="3M"),
    Band.TEAM: Leerling(naam="Proef Persoon 3", team="t"),
    Band.ANDER: Leerling(naam="Proef Persoon 4"),
}
