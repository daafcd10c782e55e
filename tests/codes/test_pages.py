"""Every code has a page, and what stands on it is true."""

from __future__ import annotations

from pathlib import Path

import pytest
from codes.examples import (
    FOLDER,
    Example,
    examples_of,
    files,
    found_in_fout,
    found_in_goed,
    output_of,
    page_of,
    text_of,
)
from codes.situations import ALSO, SITUATIONS
from codes.update import updated

from routeplanner.language.formatting import format_text
from routeplanner.present.pages import Page
from routeplanner.text.codes import CODES
from routeplanner.text.source import Source

MOST_LINES = 60
WIDEST = 100

PAGES = [page_of(path) for path in files()]
EXAMPLES = [example for page in PAGES for example in examples_of(page)]

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
every_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {code.page for code in CODES.values()}


def test_every_situation_is_of_an_example() -> None:
    assert {*SITUATIONS, *ALSO} <= {example.id for example in EXAMPLES}


@every_page
def test_a_page_has_its_parts_in_order(page: Page) -> None:
    triples = [
        f"{name}{example.number}" for example in examples_of(page) for name in ("Fout", "Melding", "Goed")
    ]
    last = [name for name in ("Bron", "In English") if name in page.sections]
    assert triples
    assert [*page.sections] == [*triples, *last]
    assert last[-1] == "In English"


@every_page
def test_a_page_tells_the_same_in_dutch_and_in_english(page: Page) -> None:
    assert page.title
    for told in (page.about, page.sections["In English"]):
        assert "\n\n" not in told, "one paragraph"
        assert 80 < len(told) < 500


@every_page
def test_a_page_fits_a_screen(page: Page) -> None:
    text = (FOLDER / CODES[page.code].page).read_text("utf-8")
    lines = text.splitlines()
    assert len(lines) <= MOST_LINES
    assert text.startswith(f"# {page.code} · ")
    assert text.endswith("\n")
    assert [line for line in (*page.about.splitlines(), *lines[-3:]) if len(line) > WIDEST] == []


@every_example
def test_the_wrong_text_has_this_mistake_and_no_other(example: Example, tmp_path: Path) -> None:
    found = found_in_fout(example, tmp_path)
    assert {d.code for d in found} == {example.code}


@every_example
def test_the_message_is_what_is_said(example: Example, tmp_path: Path) -> None:
    assert example.melding == output_of(found_in_fout(example, tmp_path)), "run tests/codes/update.py"


@every_example
def test_the_message_is_said_in_english_too(example: Example, tmp_path: Path) -> None:
    found = found_in_fout(example, tmp_path)
    assert output_of(found, "en") != output_of(found)


@every_example
def test_the_right_text_is_right(example: Example, tmp_path: Path) -> None:
    (tmp_path / "regels.lob").write_text("", "utf-8")  # that one of them uses
    assert [d.code for d in found_in_goed(example, tmp_path)] == []


@every_example
def test_the_right_text_is_laid_out(example: Example) -> None:
    text = text_of(example.goed)
    assert format_text(Source("voorbeeld.lob", text)).text == text


@every_example
def test_the_message_can_be_updated(example: Example) -> None:
    text = (FOLDER / CODES[example.code].page).read_text("utf-8")
    assert updated(text, example, example.melding or "") == text
    assert "andere woorden\n" in updated(text, example, "andere woorden\n")
