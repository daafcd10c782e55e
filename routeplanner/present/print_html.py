"""A printed page as a fragment of HTML: semantic, without style or script; the page around it has the CSS."""

from __future__ import annotations

from routeplanner.present.markup import element, escaped
from routeplanner.present.printing import (
    Block,
    Facts,
    Items,
    Paragraph,
    Picture,
    PrintPage,
    Section,
    Signatures,
    Table,
)


def print_html(page: PrintPage) -> str:
    """Return `<article class="print" lang=…>`: an h1, the facts as a dl, and a section with an h2 for each part."""
    return element(
        "article",
        element("h1", escaped(page.title)),
        _block(page.facts),
        *(_section(section) for section in page.sections),
        element("footer", element("p", escaped(page.footer))),
        class_="print",
        lang=page.lang,
    )


def _section(section: Section) -> str:
    heading = element("h2", escaped(section.heading)) if section.heading else ""
    return element("section", heading, *map(_block, section.blocks), class_=f"print-{section.key}")


def _block(block: Block) -> str:
    match block:
        case Paragraph(text):
            return element("p", escaped(text))
        case Items(texts):
            return element("ul", *(element("li", escaped(text)) for text in texts))
        case Facts(pairs):
            return element("dl", *(_pair(*pair) for pair in pairs))
        case Table():
            return _table(block)
        case Picture(svg):
            return element("figure", svg)
        case Signatures():
            return _signatures(block)


def _pair(name: str, value: str) -> str:
    return element("div", element("dt", escaped(name)), f"<dd>{escaped(value)}</dd>")


def _table(table: Table) -> str:
    head = element("tr", *(element("th", escaped(cell), scope="col") for cell in table.head))
    rows = (
        element(
            "tr",
            element("th", escaped(row[0]), scope="row"),
            *(f"<td>{escaped(cell)}</td>" for cell in row[1:]),
        )
        for row in table.rows
    )
    return element("table", element("thead", head), element("tbody", *rows))


def _signatures(block: Signatures) -> str:
    said = (f"<li><span>{escaped(who)}</span><span>{escaped(block.date)}:</span></li>" for who in block.who)
    return element("ul", *said, class_="signatures")
