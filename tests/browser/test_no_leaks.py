"""No pupil leaks: fifty invented pupils with marked names go through every page of a real server.

Their marks are then looked for in what the server says, in addresses, in temporary files, and, once they are
forgotten, in every byte of the dossier.
"""

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from browser.server import ROOT, serving
from web.pupils import Pupil

PUPILS = 50
MARK = "Zzmerk"
WRITTEN = re.compile(r'name="versie" value="(\d+)"')


def marked(number: int, what: str) -> str:
    return f"{MARK}{what}{number:02d}"


class Class(Pupil):
    """A mentor's window, which notes every address that it was led to."""

    def __post_init__(self) -> None:
        self.led: list[str] = []
        super().__post_init__()

    def send(self, path: str, **form: str) -> str:
        status, place, body = self.ask("POST", path, form)
        assert status in {200, 303}, (status, body[:300])
        self.led.append(place)
        return place

    def fill(self, number: int) -> str:
        """Have one pupil leave a mark everywhere that something can be written; return the pupil's page."""
        draft = self.send(
            "/leerling", naam=marked(number, "naam"), klas="3A", programma="VT", leerweg="KB", doel="SCW"
        )
        pupil = re.findall(r'href="(/leerling/[0-9a-f]+)"', self.text(draft))[0]
        activity = {"soort": "eigen activiteit", "naam": marked(number, "baan"), "staat": "bezig"}
        self.send(f"{pupil}/nieuw/ervaring", **activity, aantekening=marked(number, "tekst"))
        self.send(f"{pupil}/nieuw/reflectie", competentie="netwerken", tekst=marked(number, "inzicht"))
        self.send(f"{pupil}/nieuw/reden", keuze="HV/K/9", reden=marked(number, "reden"))
        self.send(f"{draft}/kopie", naam=marked(number, "ontwerp"))
        for page in (
            draft,
            pupil,
            f"{draft}/verloop",
            f"{draft}/print",
            f"{pupil}/print",
            f"{pupil}/dossier.json",
        ):
            status, _, _ = self.ask("GET", page)
            assert status == 200, page
        # what is wrong is where frameworks like to repeat what they were given
        self.ask("POST", f"{draft}/doe/kies", {"versie": "1", "keuze": marked(number, "fout")})
        self.ask("POST", f"{pupil}/nieuw/reflectie", {"competentie": marked(number, "fout"), "tekst": "x"})
        self.ask("GET", f"/gesprek/{marked(number, 'adres')}")
        return pupil


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    for name in ("TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    return folder


def holding(folder: Path) -> list[str]:
    return [
        file.name
        for file in sorted(folder.rglob("*"))
        if file.is_file() and MARK.encode() in file.read_bytes()
    ]


def test_fifty_pupils_leave_no_mark_where_none_belongs(tmp_path: Path, temporary: Path) -> None:
    place = tmp_path / "plek"
    place.mkdir()
    with serving(ROOT / "rules/voorbeeldcollege", place) as server:
        mentor = Class(server.address, 0)
        pupils = [mentor.fill(number) for number in range(PUPILS)]
        assert holding(place), "the marks are nowhere: this looks at nothing"
        assert [address for address in mentor.led if MARK in address] == []
        assert all(name.startswith("dossier.db") for name in holding(place))
        assert holding(temporary) == []
        for number, pupil in enumerate(pupils):
            mentor.send(f"{pupil}/vergeet", naam=marked(number, "naam"))
        assert MARK not in mentor.text("/")
        assert holding(place) == []
        assert server.process.poll() is None
    assert holding(tmp_path) == []


def test_the_marks_would_be_seen() -> None:
    assert urlencode({"naam": marked(7, "naam")}) == "naam=Zzmerknaam07"
