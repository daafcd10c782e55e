"""`serve`: others get at the page only with TLS and by signing in, and the refusal tells what is missing."""

import socket
import subprocess
import time
from pathlib import Path

import httpx2
import pytest
from cli.running import clean_environment, command, invoke

SCHOOL = Path(__file__).parents[2] / "rules/voorbeeldcollege"
SIGN_IN = """
[dienst]
adres = "https://login.school.example"
klant = "routeplanner"
[rollen]
docent = "mentor"
"""


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("--host 0.0.0.0", "--tls-cert"),
        ("--host 192.0.2.1 --address https://x.example", "--tls-cert"),
        ("--host 0.0.0.0 --tls-cert {file}", "--tls-key"),
        ("--host 0.0.0.0 --tls-cert {file} --tls-key {file} --behind-proxy", "--behind-proxy"),
        ("--host 0.0.0.0 --behind-proxy --address https://x.example", "--sign-in"),
        ("--behind-proxy --sign-in {file}", "--address"),
        ("--behind-proxy --sign-in {file} --address http://x.example", "--address"),
        ("--behind-proxy --sign-in {broken} --address https://x.example", "toml"),
        ("--behind-proxy --sign-in {empty} --address https://x.example", "dienst.adres"),
        ("--host school.example", "127.0.0.1"),
        ("--host 192.0.2.1 --behind-proxy --sign-in {file} --address https://x.example", "127.0.0.1"),
    ],
)
def test_what_is_not_safe_is_refused_with_what_is_missing(tmp_path: Path, given: str, told: str) -> None:
    files = {"file": SIGN_IN, "broken": "geen toml", "empty": ""}
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    words = given.format_map({name: tmp_path / name for name in files}).split()
    answer = invoke("serve", SCHOOL, "--no-browser", "--port", "0", *words)
    assert answer.exit_code == 2
    assert told in answer.output


def test_a_school_is_served_and_nobody_gets_in_unasked(tmp_path: Path) -> None:
    """In a process of its own, behind a proxy: the Host of the address and no other, and no start token."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (tmp_path / "aanmelden.toml").write_text(SIGN_IN, "utf-8")
    given = f"--port {port} --behind-proxy --address https://routes.school.example --sign-in".split()
    words = ["serve", SCHOOL, *given, tmp_path / "aanmelden.toml", "--dossier", tmp_path / "dossier.db"]
    with subprocess.Popen(
        command(words), env=clean_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            address = f"http://127.0.0.1:{port}/"
            ours = answered(address, "routes.school.example")
            assert (ours.status_code, ours.headers["location"]) == (303, "/aanmelden?naar=%2F")
            assert "max-age" in ours.headers["strict-transport-security"]
            for host in (f"127.0.0.1:{port}", "localhost", "routes.school.example:8000", "evil.example"):
                assert answered(address, host).status_code == 421
        finally:
            process.kill()
            _, said = process.communicate()
    assert "sleutel" not in said


def answered(address: str, host: str) -> httpx2.Response:
    for _ in range(100):
        try:
            return httpx2.get(address, headers={"host": host}, trust_env=False)
        except httpx2.ConnectError:
            time.sleep(0.1)
    raise AssertionError("the page does not answer")
