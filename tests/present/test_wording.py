import re
from fnmatch import fnmatchcase
from pathlib import Path
from string import Formatter

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from present.scanning import everything_said
from routeplanner_cli.program import COMMANDS, program

from routeplanner.language.vocabulary import Shape
from routeplanner.present.wording import COUNTS, TEMPLATES
from routeplanner.text.codes import CODES

LOCALE = Path(__file__).parents[2] / "routeplanner/locale"
KEYS = {**dict.fromkeys(COUNTS, ""), **TEMPLATES}
# Filled in by Words itself, from the keys that the parameters are.
INSIDE_WORDS = {"lijst.*", "vorm.*", "kan.*"}


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def english() -> Catalog:
    with (LOCALE / "en/LC_MESSAGES/routeplanner.po").open("rb") as stream:
        return read_po(stream, abort_invalid=True)


def texts_of(catalogue: Catalog) -> list[str]:
    return sorted(f"{_plain(m.id)} {_plain(m.string)}" for m in catalogue if m.id)


def _plain(text: object) -> object:
    return text if isinstance(text, str) else list(text)  # type: ignore[call-overload]


def matching(key: str) -> list[str]:
    return [known for known in KEYS if fnmatchcase(known, key)]


def test_everything_said_has_a_wording() -> None:
    assert everything_said(), "nothing was looked at"
    assert [used for used in everything_said() if not matching(used.key)] == []


def test_a_wording_asks_for_nothing_that_is_not_given() -> None:
    wrong = [
        (used, key)
        for used in everything_said()
        if used.params is not None and "*" not in used.key
        for key in matching(used.key)
        if not placeholders(TEMPLATES.get(key, "")) <= used.params
    ]
    assert wrong == []


def test_no_wording_is_left_over() -> None:
    said = {key for used in everything_said() for key in matching(used.key)}
    said |= {key for pattern in INSIDE_WORDS for key in matching(pattern)}
    assert sorted(set(KEYS) - said) == []


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_found_somewhere(code: str) -> None:
    assert [used for used in everything_said() if used.key.partition(".")[0] == code]


@pytest.mark.parametrize("shape", Shape)
def test_every_shape_has_words(shape: Shape) -> None:
    assert f"vorm.{shape.value}" in TEMPLATES


@pytest.mark.parametrize(("key", "template"), TEMPLATES.items(), ids=str)
def test_a_wording_is_one_plain_sentence(key: str, template: str) -> None:
    assert not template.endswith(".")
    assert template[:1] == template[:1].lower()
    assert not re.search(
        r"\b(?:token|lark|parser|None|string|exception|regex|span)\b", template, re.IGNORECASE
    ), key


@pytest.mark.parametrize(("key", "template"), TEMPLATES.items(), ids=str)
def test_every_wording_has_an_english_one_with_the_same_parameters(key: str, template: str) -> None:
    message = english().get(template)
    assert message, key
    assert isinstance(message.string, str)
    assert message.string
    assert placeholders(message.string) == placeholders(template)


@pytest.mark.parametrize(("key", "forms"), COUNTS.items(), ids=str)
def test_every_count_has_an_english_one(key: str, forms: tuple[str, str]) -> None:
    message = english().get(forms)
    assert message, key
    assert isinstance(message.string, tuple)
    assert [placeholders(text) for text in message.string] == [{"count"}, {"count"}]


def helps() -> list[str]:
    """What the command line says of itself."""
    texts = list(COMMANDS.values())
    group = program()
    context = group.make_context("routeplanner", ["--lang", "nl", "check"])
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None
        texts.extend(helps_of(command))
    return [text for text in texts if text]


def helps_of(command: click.Command) -> list[str]:
    """What a command says of itself, and what those below it say."""
    below = command.commands.values() if isinstance(command, click.Group) else ()
    texts = [str(command.help), *(str(getattr(param, "help", None) or "") for param in command.params)]
    return texts + [text for one in below for text in helps_of(one)]


def test_the_command_line_has_its_english() -> None:
    catalogue = english()
    assert [text for text in helps() if not catalogue.get(text)] == []


def test_no_english_is_left_over() -> None:
    known = {*TEMPLATES.values(), *(forms[0] for forms in COUNTS.values()), *helps()}
    source = "".join(path.read_text("utf-8") for path in (LOCALE.parents[1] / "cli").rglob("*.py"))
    source += (LOCALE.parent / "present/pages.py").read_text("utf-8")
    ids = [
        message.id if isinstance(message.id, str) else message.id[0] for message in english() if message.id
    ]
    assert [text for text in ids if text not in known and f'"{text}"' not in source] == [
        "Fout",
        "Melding",
        "Goed",
        "Bron",
    ]


@pytest.mark.parametrize("path", sorted(LOCALE.glob("*/LC_MESSAGES/*.po")), ids=lambda p: p.name)
def test_what_was_compiled_is_what_is_written(path: Path) -> None:
    with path.open("rb") as written, path.with_suffix(".mo").open("rb") as compiled:
        assert texts_of(read_mo(compiled)) == texts_of(read_po(written))
