"""What the templates say, in both languages, and that no value can become code in them."""

import hashlib
import re
from pathlib import Path

from babel.messages.pofile import read_po

from routeplanner.dossier.records_lob import Soort, Staat
from routeplanner.dossier.records_stage import Beurtstaat
from routeplanner.present.words import Words
from routeplanner.web.api_v1 import OPERATIONS
from routeplanner.web.templates import Templates

ROOT = Path(__file__).parents[2]
WEB = ROOT / "routeplanner/web"
SAID = re.compile(r"""_\("((?:[^"\\]|\\.)*)"|\btranslate\(\s*['"]([^'"]*)['"]\s*\)""")


def said() -> set[str]:
    files = [*WEB.rglob("*.html"), *WEB.glob("*.py")]
    written = {a or b for file in files for a, b in SAID.findall(file.read_text("utf-8"))}
    return (
        written | {word.value for word in (*Soort, *Staat, *Beurtstaat)} | {one.summary for one in OPERATIONS}
    )


def english() -> dict[str, str]:
    with (ROOT / "routeplanner/locale/en/LC_MESSAGES/page.po").open("rb") as stream:
        return {str(m.id): str(m.string) for m in read_po(stream, abort_invalid=True) if m.id}


def test_everything_on_the_page_has_its_english() -> None:
    assert said()
    assert sorted(said() - set(english())) == []
    assert sorted(set(english()) - said()) == []


def test_the_english_has_the_same_parameters() -> None:
    fields = re.compile(r"\{\w+\}")
    assert [nl for nl, en in english().items() if fields.findall(nl) != fields.findall(en)] == []


def test_no_template_switches_escaping_off() -> None:
    for file in WEB.rglob("*.html"):
        text = file.read_text("utf-8")
        assert "autoescape" not in text
        assert not re.search(r"\|\s*safe\b", text), file
        assert " style=" not in text, file
        assert not re.search(r"\son[a-z]+=", text), file


def test_a_value_is_escaped_and_its_hidden_signs_are_shown() -> None:
    text = Templates().render("simpel.html", Words(), {"lang": '"><script>alert(1)</script>\u202e', "x": 0})
    assert "<script>alert" not in text
    assert "\u202e" not in text


def test_the_vendored_script_is_what_its_note_says() -> None:
    note = (WEB / "static/htmx.txt").read_text("utf-8")
    (script,) = WEB.glob("static/htmx-*.min.js")
    assert hashlib.sha256(script.read_bytes()).hexdigest() in note
    assert script.name.removeprefix("htmx-").removesuffix(".min.js") in note
