"""Whole texts in the one layout: as they came, and the official ones as they are."""

from pathlib import Path

import pytest
from language.layouts import formatted, laid_out

from routeplanner.language.formatting import Formatted

ROOT = Path(__file__).parents[2]
GOLDEN = sorted((ROOT / "tests/golden/format").glob("*/input.lob"))
CURRICULA = sorted((ROOT / "curricula").rglob("*.lob"))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.parent.name)
def test_golden(path: Path) -> None:
    assert laid_out(path.read_text("utf-8")) == path.with_name("output.lob").read_text("utf-8")


@pytest.mark.parametrize("path", CURRICULA, ids=lambda path: path.stem)
def test_the_official_texts_are_in_the_one_layout(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    assert formatted(text) == Formatted(text, (), changed=False)


def test_there_are_whole_texts() -> None:
    assert GOLDEN
    assert CURRICULA
