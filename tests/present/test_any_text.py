"""Whatever a text holds, all that is found in it can be told in every form and language."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routeplanner import api
from routeplanner.present.reports import FORMATS, render
from routeplanner.present.terminal import full
from routeplanner.present.words import LANGUAGES, Words
from routeplanner.text.diagnostic import Diagnostic

WORDS = [
    *'programma school eenheid regel route voorbeeld ontheffing invulling keuzemodule "Lassen" VT VT/K/9'.split(),
    *"leerwegen: BB KB XX soort: profiel verplicht vereist minstens 2 99999999999 uur verbreding van".split(),
    *'en of , ; t/m 10 3 verkennend deel "half kiest volgt in leerweg doel: tot: 2010-07-31 verwacht'.split(),
    *"geldig door \u202e \x1b[31m 日本 ééN regle # per leerjaar lesuur: biedt aan: CE: SE: gebruik ../x".split(),
]
LINES = st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)
TEXTS = st.lists(LINES, max_size=12).map("\n".join) | st.text(max_size=80)


def found_in(text: str) -> tuple[Diagnostic, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.lob"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        return api.check([path]).diagnostics


@given(TEXTS)
def test_what_is_found_can_be_told(text: str) -> None:
    found = found_in(text)
    for lang in LANGUAGES:
        words = Words(lang)
        for form in FORMATS:
            told = render(form, found, words)
            assert not set(told) & {"\x1b", "\u202e"} or form == "json"
            if form in ("json", "sarif"):
                json.loads(told)


@given(TEXTS)
def test_the_marks_are_as_long_as_they_can_be_seen(text: str) -> None:
    for row in full(found_in(text), Words()):
        assert "\n" not in "".join(piece.text for piece in row)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_text_is_told_in_the_same_words(form: str) -> None:
    text = "\n".join(WORDS)
    told = [render(form, found_in(text), Words()) for _ in range(2)]
    names = [part for part in told[0].split() if "a.lob" in part]
    assert names or form == "sarif"
    assert len(told[0]) == len(told[1])
