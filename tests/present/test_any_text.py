"""Whatever a text holds, all that is found in it can be told in every form and language."""

import json
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from routeplanner import api
from routeplanner.present.reports import FORMATS, render
from routeplanner.present.terminal import full
from routeplanner.present.words import LANGUAGES, Words
from routeplanner.text.diagnostic import Diagnostic

SOME = """
programma school eenheid regel route voorbeeld ontheffing invulling keuzemodule "Lassen" VT VT/K/9 leerwegen:
BB KB XX soort: profiel verplicht vereist minstens 2 99999999999 uur verbreding van en of , ; t/m 10 3
verkennend deel "half kiest volgt in leerweg doel: tot: 2010-07-31 verwacht geldig door \u202e \x1b[31m 日本
ééN regle # per leerjaar lesuur: biedt aan: CE: SE: gebruik ../x
"""
WORDS = SOME.split()
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
def test_every_row_is_one_line(text: str) -> None:
    for row in full(found_in(text), Words()):
        assert "\n" not in "".join(piece.text for piece in row)
