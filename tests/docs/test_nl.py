"""What the Dutch pages say is true: texts are checked, commands are run, tables are the vocabulary.

`python tests/docs/test_nl.py` renews the outputs and the tables in the pages.

- A `lob` block must check clean, `lob fout` must not; a code behind it is then the only one found, and
  `lob slordig` may be in another layout.
- `<!-- lob: de-linde/school -->` before a block puts it in that file. The blocks of a page add up, and one
  with the same first line as an earlier one comes in its place; a wrong one only with `blijft` behind it.
  Without such a line a block is a file by itself.
- A `console` block runs in a folder with the files so far; a command on `rules` or `curricula` runs in the
  repository.
- `<!-- tabel: school -->` before a table says of which block it lists the properties, and
  `<!-- programma's -->` that it lists the official programmes.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from routeplanner_cli.program import COMMANDS

from routeplanner import api
from routeplanner.language.dingen import MAX_REEKS
from routeplanner.language.files import MAX_FILES, MAX_TOTAL
from routeplanner.language.formatting import format_text
from routeplanner.language.mending import MAX_LINE
from routeplanner.language.parsing import parse
from routeplanner.language.pieces import MAX_DIGITS
from routeplanner.language.reading import MAX_BROKEN
from routeplanner.language.vocabulary import BLOKKEN, Blok, Shape, Sleutel
from routeplanner.model.rules import INGEBOUWD
from routeplanner.present.words import Words
from routeplanner.text.diagnostic import Diagnostic
from routeplanner.text.reading import MAX_BYTES, MAX_LINES
from routeplanner.text.source import Source

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs/nl"
PAGES = sorted(FOLDER.glob("*.md"))
TAAL = FOLDER / "taal.md"
OURS = ("rules/", "curricula/")
WORDS = Words()

FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"<!-- lob: ([\w/-]+) -->\n+\Z")
COMMAND = re.compile(r"^(?=\$ )", re.MULTILINE)


# ---- a page as the blocks it holds


class Text(NamedTuple):
    """A text in the language, and what is claimed of it."""

    page: str
    line: int
    file: str
    """The file that it is a part of; its own where the page names none."""
    claim: tuple[str, ...]
    text: str

    @property
    def is_wrong(self) -> bool:
        return self.claim[:1] == ("fout",)

    def __str__(self) -> str:
        return f"{self.page}-{self.line}"


class Run(NamedTuple):
    """A command, and what it should print."""

    page: str
    line: int
    command: str
    output: str

    def __str__(self) -> str:
        return f"{self.page}-{self.line}"


def blocks_of(page: Path) -> Iterator[Text | Run]:
    source = page.read_text("utf-8")
    for match in FENCE.finditer(source):
        line = source.count("\n", 0, match.start()) + 2
        if match[1] == "lob":
            named = FILE.search(source, 0, match.start())
            file = f"{named[1]}.lob" if named else f"regel-{line}.lob"
            yield Text(page.name, line, file, tuple(match[2].split()), match[3])
        elif match[1] == "console":
            for part in COMMAND.split(match[3]):
                command, _, output = part.partition("\n")
                if command.startswith("$ routeplanner"):
                    yield Run(page.name, line, command, output)
                line += part.count("\n")


class Outcome(NamedTuple):
    block: Text | Run
    found: tuple[Diagnostic, ...] = ()
    whole: str = ""
    """The file that a text is a part of."""
    output: str = ""


@cache
def played(page: Path) -> tuple[Outcome, ...]:
    """Return what comes of every block of a page, from top to bottom."""
    with tempfile.TemporaryDirectory() as folder:
        return tuple(_play(block, Path(folder)) for block in blocks_of(page))


def _play(block: Text | Run, folder: Path) -> Outcome:
    if isinstance(block, Run):
        return Outcome(block, output=output_of(block, folder))
    path = folder / block.file
    before = path.read_text("utf-8") if path.exists() else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(with_block(before, block.text), "utf-8")
    with contextlib.chdir(folder):
        found = api.check([Path(Path(block.file).parts[0])]).diagnostics
    whole = path.read_text("utf-8")
    if block.is_wrong and "blijft" not in block.claim:
        path.write_text(before, "utf-8")
    return Outcome(block, found, whole)


def with_block(text: str, block: str) -> str:
    """Return a file with a block added, in the place of one with the same first line."""
    parts = [part.strip("\n") for part in re.split(r"\n{2,}", text) if part.strip()]
    for new in re.split(r"\n{2,}", block.strip("\n")):
        heads = [part.split("\n")[0] for part in parts]
        head = new.split("\n")[0]
        if head in heads:
            parts[heads.index(head)] = new
        else:
            parts.append(new)
    return "\n\n".join(parts) + "\n"


def output_of(run: Run, folder: Path) -> str:
    arguments = shlex.split(run.command)[2:]
    is_ours = any(argument.startswith(OURS) for argument in arguments)
    hidden = ("ROUTEPLANNER_", "LANG", "LC_", "NO_COLOR", "PYTHONIOENCODING")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    done = subprocess.run(
        [sys.executable, "-m", "routeplanner_cli", *arguments],
        cwd=ROOT if is_ours else folder,
        env={**environment, "COLUMNS": "100"},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    return done.stdout


def outcome_of(block: Text | Run) -> Outcome:
    return next(o for o in played(FOLDER / block.page) if o.block == block)


BLOCKS = [block for page in PAGES for block in blocks_of(page)]
TEXTS = [block for block in BLOCKS if isinstance(block, Text)]
RUNS = [block for block in BLOCKS if isinstance(block, Run)]
RIGHT = [text for text in TEXTS if not text.is_wrong]


def on_one_worker(blocks: list[Text] | list[Run]) -> list[object]:
    """Return the blocks such that one worker plays a page, and no other."""
    return [pytest.param(b, id=str(b), marks=pytest.mark.xdist_group(b.page)) for b in blocks]


# ---- texts and commands


def test_the_pages_show_texts_and_commands() -> None:
    assert {text.page for text in TEXTS} >= {"README.md", "eerste-school.md", "taal.md"}
    assert len(RUNS) > 10


@pytest.mark.parametrize("text", on_one_worker(RIGHT))
def test_a_text_is_right(text: Text) -> None:
    assert [(d.code, d.span.text) for d in outcome_of(text).found] == []


@pytest.mark.parametrize("text", on_one_worker([text for text in TEXTS if text.is_wrong]))
def test_a_wrong_text_is_told(text: Text) -> None:
    codes = {d.code for d in outcome_of(text).found}
    named = {word for word in text.claim if word.startswith("RP")}
    assert codes == (named or codes)
    assert codes


@pytest.mark.parametrize("text", on_one_worker([text for text in RIGHT if "slordig" not in text.claim]))
def test_a_text_is_laid_out(text: Text) -> None:
    whole = outcome_of(text).whole
    assert format_text(Source(text.file, whole)).text == whole


@pytest.mark.parametrize("run", on_one_worker(RUNS))
def test_a_command_says_this(run: Run) -> None:
    assert run.output == outcome_of(run).output, "run: python tests/docs/test_nl.py"


# ---- the tables of taal.md

TABLE = re.compile(r"(?<=<!-- tabel: )(\w+)( -->\n\n)((?:\|[^\n]*\n)+)")
HEADS: Mapping[str, tuple[str, ...]] = {
    "blokken": ("blok", "staat in", "zinnen"),
    "eigenschappen": ("eigenschap", "wat je schrijft", "hoe vaak"),
}
BY_ITSELF = "op zichzelf"


def rows_of(name: str) -> list[tuple[str, ...]]:
    """Return the columns of a table that follow from the vocabulary; the last column is a person's."""
    if name == "blokken":
        return [HEADS[name], *(_of_block(blok) for blok in BLOKKEN.values())]
    return [HEADS["eigenschappen"], *(_of_property(key) for key in BLOKKEN[name].sleutels.values())]


def _of_block(blok: Blok) -> tuple[str, ...]:
    parents = [f"`{BLOKKEN[ouder].kop}`" if ouder else BY_ITSELF for ouder in blok.ouders] or [BY_ITSELF]
    sentences = {"": "–", "voorbeeld": "van een `route` en een `voorbeeld`"}
    return (
        f"`{blok.kop}`",
        WORDS.listed(parents, "of"),
        sentences.get(blok.zinnen, f"van een `{blok.zinnen}`"),
    )


def _of_property(key: Sleutel) -> tuple[str, ...]:
    listed = WORDS.listed([_word(word, key) for word in key.woorden], "en" if key.lijst else "of")
    often = ("moet" if key.verplicht else "mag", "vaker" if key.lijst else "één keer")
    return f"`{key.naam}`", listed or WORDS.phrase(f"vorm.{key.shape.value}"), ", ".join(often)


def _word(word: str, key: Sleutel) -> str:
    """Return a word of a closed list as it is written: in a list of names more than one word needs quotes."""
    return f'`"{word}"`' if key.shape is Shape.NAMEN and " " in word else f"`{word}`"


def cells(row: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.strip().strip("|").split("|"))


def tables() -> dict[str, list[tuple[str, ...]]]:
    found = TABLE.finditer(TAAL.read_text("utf-8"))
    return {match[1]: [cells(row) for row in match[3].splitlines()] for match in found}


def test_every_block_with_properties_has_a_table() -> None:
    assert list(tables()) == ["blokken", *(soort for soort, blok in BLOKKEN.items() if blok.sleutels)]


@pytest.mark.parametrize("name", ["blokken", *(soort for soort, blok in BLOKKEN.items() if blok.sleutels)])
def test_a_table_is_the_vocabulary(name: str) -> None:
    head, _, *rows = tables()[name]
    assert [row[:-1] for row in (head, *rows)] == rows_of(name), "run: python tests/docs/test_nl.py"
    assert all(row[-1] for row in rows), "a row says nothing"


def with_tables(page: str) -> str:
    page = TABLE.sub(lambda match: f"{match[1]}{match[2]}{_renewed(match[1], match[3])}", page)
    return PROGRAMMES.sub(lambda _: programmes(), page)


def _renewed(name: str, table: str) -> str:
    told = {row[0]: row[-1] for row in map(cells, table.splitlines())}
    head, *rows = rows_of(name)
    lines = [(*head, "betekenis"), ("---",) * (len(head) + 1)]
    lines += [(*row, told.get(row[0], "")) for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


# ---- the programmes of taal.md

PROGRAMMES = re.compile(r"(?<=<!-- programma's -->\n\n)(?:\|[^\n]*\n)+")


@cache
def programmes() -> str:
    """Return the table of the official programmes, as they are there."""
    head = [("programma", "afkorting", "bestand"), ("---",) * 3]
    rows = (
        (programma.titel, f"`{programma.id}`", f"`{path.relative_to(ROOT).as_posix()}`")
        for path in sorted((ROOT / "curricula").rglob("*.lob"))
        for programma in api.load(path).programmas.values()
        if programma.soort != "algemeen vak" and programma.span.source.path.endswith(path.name)
    )
    return "".join(f"| {' | '.join(row)} |\n" for row in (*head, *rows))


def test_every_official_programme_is_told_with_its_file() -> None:
    found = PROGRAMMES.search(TAAL.read_text("utf-8"))
    assert found is not None
    assert found[0] == programmes(), "run: python tests/docs/test_nl.py"


# ---- what else taal.md must tell

GRAMMAR = (ROOT / "routeplanner/language/grammar.lark").read_text("utf-8")


def kinds(*groups: str) -> set[str]:
    """Return the alternatives of some rules of the grammar."""
    found: set[str] = set()
    for group in groups:
        match = re.search(rf"^_{group}: *((?:.*\n)(?:    +\|.*\n)*)", GRAMMAR, re.MULTILINE)
        assert match is not None, group
        found |= set(re.findall(r"\w+", match[1]))
    return found


def shown_kinds() -> set[str]:
    found: set[str] = set()
    for text in RIGHT:
        if text.page == TAAL.name:
            for line in text.text.splitlines():
                tree = parse(line)
                if tree is not None:
                    found |= {str(node.data) for node in tree.iter_subtrees()}
    return found


@pytest.mark.parametrize("group", ["kop", "regelzin", "routezin", "voorbeeldzin", "nabepaling"])
def test_every_kind_of_line_has_an_example(group: str) -> None:
    known = kinds(group)
    assert len(known) > 1
    assert known - shown_kinds() == set()


def test_every_way_to_name_a_thing_has_an_example() -> None:
    aliases = set(re.findall(r"-> (\w+_van|\w*reeks|nummer|code|(?:de|het)_\w+)$", GRAMMAR, re.MULTILINE))
    assert len(aliases) > 8
    assert aliases - shown_kinds() == set()


SPELLING = re.compile(r"^\| `([^|`]+)` \| `([^|`]+)` \|$", re.MULTILINE)
HOMES = ("", "regel x\n", 'route "x"\n', 'school "x"\n', 'keuzemodule "x"\n', 'groep x "x"\n', 'doel "x"\n')


def spellings() -> list[tuple[str, str]]:
    section = TAAL.read_text("utf-8").partition("## Andere schrijfwijzen")[2].partition("\n## ")[0]
    return [(match[1], match[2]) for match in SPELLING.finditer(section)]


def test_there_are_other_spellings() -> None:
    assert len(spellings()) > 8


@pytest.mark.parametrize(("written", "laid_out"), spellings())
def test_the_formatter_writes_it_so(written: str, laid_out: str) -> None:
    made = [format_text(Source("x.lob", home + written + "\n")).text for home in HOMES]
    assert laid_out in [text.splitlines()[-1].strip() for text in made if text]


def test_the_limits_are_these() -> None:
    section = TAAL.read_text("utf-8").partition("## Grenzen")[2].partition("\n## ")[0]
    limits = {MAX_FILES, MAX_LINES, MAX_LINE, MAX_DIGITS, MAX_REEKS, MAX_BROKEN}
    limits |= {MAX_BYTES // 2**20, MAX_TOTAL // 2**20}
    told = {int(number.replace(".", "")) for number in re.findall(r"\d+(?:\.\d{3})*", section)}
    assert told == limits


# ---- all pages


def test_the_rules_that_hold_everywhere_are_all_told() -> None:
    rows = re.findall(r"^\| ([\w-]+) \| \w", (FOLDER / "betekenis.md").read_text("utf-8"), re.MULTILINE)
    assert [row for row in rows if row in INGEBOUWD] == list(INGEBOUWD)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_is_one(page: Path) -> None:
    named = set(re.findall(r"(?:`|\$ )routeplanner (\w+)", page.read_text("utf-8")))
    assert named <= set(COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target, anchor in re.findall(r"\]\(([^)#:]*)(?:#([^)]*))?\)", page.read_text("utf-8")):
        path = page.parent / target if target else page
        assert path.exists(), target
        assert not anchor or anchor in anchors(path), anchor


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


# ---- renewing


def renew(page: Path) -> None:
    """Write the page again with the outputs and the tables as they are now."""
    said = [outcome.output for outcome in played(page) if isinstance(outcome.block, Run)]
    assert not [output for output in said if "Traceback" in output]
    outputs = iter(said)

    def fenced(match: re.Match[str]) -> str:
        if match[1] != "console":
            return match[0]
        parts = [
            f"{part.partition(chr(10))[0]}\n{next(outputs)}" if part.startswith("$ routeplanner") else part
            for part in COMMAND.split(match[3])
        ]
        return f"```console\n{''.join(parts)}```"

    page.write_text(with_tables(FENCE.sub(fenced, page.read_text("utf-8"))), "utf-8")


if __name__ == "__main__":
    for path in PAGES:
        renew(path)
