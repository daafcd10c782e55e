from pathlib import Path

import pytest

from routeplanner.present import pages
from routeplanner.present.words import Words
from routeplanner.text.codes import CODES

NL, EN = Words("nl"), Words("en")

PAGE = """\
# RP201 · onbekende code

Een code moet van een eenheid zijn.

## Fout

```lob
regel a
  VT/K/99 vereist VT/K/1
```

## Melding

```
fout[RP201]
```

## Goed

```lob
regel a
```

## In English

A code must be that of a unit.
"""


@pytest.fixture
def page() -> pages.Page:
    return pages.parse("RP201", PAGE)


def test_a_page_has_a_title(page: pages.Page) -> None:
    assert page.title == "onbekende code"


def test_a_page_has_sections_in_order(page: pages.Page) -> None:
    assert list(page.sections) == ["Fout", "Melding", "Goed", "In English"]


def test_a_page_in_dutch(page: pages.Page) -> None:
    assert pages.plain(page, NL).startswith(
        "RP201 · onbekende code\n\nEen code moet van een eenheid zijn.\n\n"
        "Fout\n\n    regel a\n      VT/K/99 vereist VT/K/1\n\nMelding\n\n    fout[RP201]\n"
    )
    assert "must be" not in pages.plain(page, NL)


def test_a_page_in_english(page: pages.Page) -> None:
    text = pages.plain(page, EN)
    assert text.startswith(
        "RP201 · onbekende code\n\nA code must be that of a unit.\n\nWrong\n\n    regel a\n"
    )
    assert "Een code" not in text
    assert "In English" not in text


def test_a_second_example_has_its_heading_in_english_too() -> None:
    page = pages.parse("RP201", PAGE.replace("## In English", "## Fout 2\n\nNog een.\n\n## In English"))
    assert "\nWrong 2\n\nNog een.\n" in pages.plain(page, EN)


def test_a_second_example_has_a_heading_in_english() -> None:
    page = pages.parse("RP201", "# RP201 · x\n\n## Fout 2\n\n## Goed 2\n")
    assert pages.plain(page, EN).split() == ["RP201", "·", "x", "Wrong", "2", "Right", "2"]


def test_a_page_as_markdown_keeps_its_examples(page: pages.Page) -> None:
    assert "## Fout\n\n```lob\nregel a\n" in pages.markdown(page, NL)


def test_a_page_in_colour(page: pages.Page) -> None:
    assert "\x1b[" in pages.coloured(page, NL, 80)


@pytest.mark.parametrize("name", ["RP201", "rp201", "201", " Rp201 "])
def test_a_code_is_found_however_it_is_written(name: str) -> None:
    assert pages.find_code(name) == "RP201"


@pytest.mark.parametrize("name", ["", "RP", "RP999", "school"])
def test_an_unknown_code_is_not_found(name: str) -> None:
    assert pages.find_code(name) is None


def test_a_page_is_read_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "RP201-onbekende-code.md").write_text(PAGE, "utf-8")
    assert pages.load("RP201", tmp_path) == pages.parse("RP201", PAGE)


def test_a_code_without_a_page(tmp_path: Path) -> None:
    assert pages.load("RP201", tmp_path) is None


def test_the_overview_has_every_code() -> None:
    lines = pages.overview(NL).splitlines()
    assert [line.split()[0] for line in lines] == list(CODES)
    assert "geen UTF-8" in lines[3]
