"""A printed page as PDF: one A4, tagged, with all its text, and the same bytes each time."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from engine.judging import bundled
from present.hostile_texts import HOSTILE
from present.test_print_page import DAY, DOSSIER, EN, NL, dossier_page, hostile_page, page_of

from routeplanner import api
from routeplanner.present.pdf import NoTypstError, pdf_bytes
from routeplanner.present.print_page import print_page
from routeplanner.present.printing import PrintPage, Table

pytest.importorskip("typst", reason="the extra pdf is not installed")


def told(pdf: bytes, program: str, *flags: str) -> str:
    """What poppler tells of a PDF."""
    if shutil.which(program) is None:
        assert os.environ.get("CI") != "true", "with CI=true nothing may be skipped"
        pytest.skip(f"{program} is not here (Debian's poppler-utils)")
    out = ["-"] if program == "pdftotext" else []
    done = subprocess.run([program, *flags, "-", *out], input=pdf, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def info(pdf: bytes) -> dict[str, str]:
    lines = (line.partition(":") for line in told(pdf, "pdfinfo").splitlines())
    return {name: value.strip() for name, _, value in lines}


@pytest.mark.parametrize(
    ("school", "route"),
    [(school, route) for school in ("voorbeeldcollege", "profielschool") for route in bundled(school).routes],
)
def test_a_bundled_route_is_one_tagged_a4(school: str, route: str) -> None:
    found = info(pdf_bytes(page_of(school, route)))
    assert (found["Pages"], found["Tagged"]) == ("1", "yes")
    assert found["Page size"].endswith("(A4)")
    assert found["JavaScript"] == "no"


def test_it_says_that_it_is_for_everyone() -> None:
    pdf = pdf_bytes(page_of("voorbeeldcollege", "Autoverkoper"))
    assert re.search(rb"<pdfuaid:part>1</pdfuaid:part>", pdf)
    assert info(pdf)["Title"] == "Autoverkoper"


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
def test_all_that_is_said_is_in_it(words: object) -> None:
    page = page_of("voorbeeldcollege", "Autoverkoper", words)  # type: ignore[arg-type]
    text = " ".join(told(pdf_bytes(page), "pdftotext", "-raw").split())
    assert page.title in text
    assert "VT/K/12" in text
    tables = [block for section in page.sections for block in section.blocks if isinstance(block, Table)]
    assert tables
    for table in tables:
        assert [cell for row in table.rows for cell in row if cell not in text] == []
    assert [value for _, value in page.facts.pairs if value not in text] == []


def test_the_structure_follows_the_page() -> None:
    structure = told(pdf_bytes(page_of("voorbeeldcollege", "Autoverkoper")), "pdfinfo", "-struct-text")
    for tag in ("H1", "H2", "Figure", "Table", "TH", "TD", "L (", "LI"):
        assert re.search(rf"^\s*{re.escape(tag)}", structure, re.MULTILINE), tag


def test_the_same_bytes_each_time() -> None:
    code = (
        "import sys; from datetime import date; from routeplanner import api;"
        "from routeplanner.present.pdf import pdf_bytes; from routeplanner.present.print_page import print_page;"
        "from routeplanner.present.words import Words; c = api.load('rules/voorbeeldcollege');"
        "v = api.judge(c, c.routes['kevin']);"
        "sys.stdout.buffer.write(pdf_bytes(print_page(v, Words(), day=date(2026, 11, 24))))"
    )
    root = Path(__file__).parents[2]
    runs = set()
    for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland")):
        around = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=root, env=around, capture_output=True, check=True
        )
        runs.add(done.stdout)
    assert len(runs) == 1
    assert runs.pop().startswith(b"%PDF-")


def test_a_dossier() -> None:
    pdf = pdf_bytes(dossier_page(DOSSIER, NL, day=DAY))
    assert info(pdf)["Tagged"] == "yes"
    text = told(pdf, "pdftotext")
    for said in (
        "Noor Verzonnen",
        "Bijbaan in een winkel",
        "Praten met klanten.",
        "Bel het ROC.",
        "Netwerken",
    ):
        assert said in text


def test_a_long_dossier_goes_on_to_more_pages() -> None:
    many = replace(DOSSIER, ervaringen=DOSSIER.ervaringen * 60)
    assert int(info(pdf_bytes(dossier_page(many, NL, day=DAY)))["Pages"]) > 1


def test_no_text_comes_to_life_in_a_pdf() -> None:
    """One page with all of them: each would stop typst, or read a file, if it were more than text."""
    page: PrintPage = hostile_page(" ".join(HOSTILE))
    pdf = pdf_bytes(page)
    assert info(pdf)["JavaScript"] == "no"
    assert b"/URI" not in pdf
    text = told(pdf, "pdftotext")
    assert "root:" not in text
    assert '#read("/etc/passwd")' in " ".join(text.split())


def test_without_the_extra_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoTypstError):
        pdf_bytes(page_of("voorbeeldcollege", "Kevin"))


def test_a_name_in_another_script_is_still_printed() -> None:
    curriculum = bundled("voorbeeldcollege")
    route = replace(curriculum.routes["kevin"], naam="Łukasz Żółć 日本 😀 محمد")
    assert pdf_bytes(print_page(api.judge(curriculum, route), NL, day=DAY)).startswith(b"%PDF-")
