"""The page of a code: what is wrong, what it looks like, and what is right.

A page is Markdown: a title `# RP201 · …`, what it is about, and the sections Fout, Melding, Goed and
perhaps Bron, with `In English` for who reads no Dutch.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from routeplanner.present.words import Words
from routeplanner.text.codes import CODES

_ENGLISH = "In English"
_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_FENCE = re.compile(r"^```.*$")


class Page(NamedTuple):
    """A page, taken apart."""

    code: str
    title: str
    about: str
    """The paragraphs below the title."""
    sections: Mapping[str, str]
    """What stands below each heading, in order."""


def find_code(name: str) -> str | None:
    """Return the code that someone means by `RP201`, `rp201` or `201`."""
    number = name.strip().upper().removeprefix("RP")
    return f"RP{number}" if f"RP{number}" in CODES else None


def load(code: str, folder: Traversable | None = None) -> Page | None:
    """Return the page of a code, None where there is none.

    Raises:
        KeyError: There is no such code.
    """
    page = (folder or files("routeplanner") / "codes") / CODES[code].page
    return parse(code, page.read_text("utf-8")) if page.is_file() else None


def parse(code: str, text: str) -> Page:
    """Return the parts of a page."""
    head, *rest = _HEADING.split(text.replace("\r\n", "\n"))
    title, _, about = head.lstrip().removeprefix("#").strip().partition("\n")
    title = title.removeprefix(code).lstrip(" ·")
    sections = {name: body.strip() for name, body in zip(rest[::2], rest[1::2], strict=True)}
    return Page(code, title, about.strip(), sections)


def empty(code: str) -> Page:
    """Return a page with nothing but what a code is called."""
    return Page(code, CODES[code].slug.replace("-", " "), "", {})


def overview(words: Words) -> str:
    """Return every code on a line of its own, with how bad it is and what it is called."""
    severities = {code: words.phrase(f"ernst.{about.severity.value}") for code, about in CODES.items()}
    widest = max(len(severity) for severity in severities.values())
    titles = {code: (load(code) or empty(code)).title for code in CODES}
    return "".join(f"{code}  {severities[code]:{widest}}  {titles[code]}\n" for code in CODES)


def markdown(page: Page, words: Words) -> str:
    """Return the page as Markdown in one language; the examples are Dutch in every language."""
    sections = dict(page.sections)
    about = sections.pop(_ENGLISH, page.about)
    if words.lang == "nl":
        about = page.about
    parts = [f"# {page.code} · {page.title}", about]
    for name, body in sections.items():
        parts += [f"## {_heading(name, words)}", body]
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(name: str, words: Words) -> str:
    """Return a heading in one language; a second example has a number: `Fout 2`."""
    word, space, number = name.partition(" ")
    return f"{words.translate(word)}{space}{number}"


def plain(page: Page, words: Words) -> str:
    """Return the page as plain text: headings without signs, examples indented."""
    lines = []
    inside = False
    for line in markdown(page, words).splitlines():
        if _FENCE.match(line):
            inside = not inside
        elif inside:
            lines.append(f"    {line}".rstrip())
        else:
            lines.append(line.lstrip("#").lstrip() if line.startswith("#") else line)
    return "\n".join(lines) + "\n"


def coloured(page: Page, words: Words, width: int) -> str:
    """Return the page with the colour codes of a terminal of this width."""
    from io import StringIO

    from rich.console import Console
    from rich.markdown import Markdown
    from rich.theme import Theme

    stream = StringIO()
    # no backgrounds: a terminal can be light or dark
    theme = Theme({"markdown.code": "bold cyan"})
    console = Console(file=stream, force_terminal=True, width=width, theme=theme)
    console.print(Markdown(markdown(page, words), code_theme="ansi_dark"))
    return stream.getvalue()
