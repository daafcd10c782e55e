"""Findings for people: the sentence, the lines of the text with the words underlined, and what helps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from routeplanner.present.excerpt import Mark, edge_width, excerpt
from routeplanner.present.pieces import STYLES, Piece, Row, Style
from routeplanner.present.signs import shown
from routeplanner.present.words import Words
from routeplanner.text.codes import Severity
from routeplanner.text.diagnostic import Diagnostic
from routeplanner.text.source import Span


def full(diagnostics: Sequence[Diagnostic], words: Words) -> Iterator[Row]:
    """Yield every finding with its place in the text, an empty row after each."""
    for diagnostic in diagnostics:
        yield from _finding(diagnostic, words)
        yield ()


def explain_hint(diagnostics: Sequence[Diagnostic], words: Words) -> Iterator[Row]:
    """Yield where to read more, if there is a finding."""
    for diagnostic in diagnostics[:1]:
        command = f"routeplanner explain {diagnostic.code}"
        yield (Piece("= ", Style.EDGE), Piece(words.phrase("meer-uitleg", command=command)))


def summary(diagnostics: Sequence[Diagnostic], files: int, words: Words) -> Row:
    """Return how many findings there are of each kind and in how many files, or that all is well.

    Args:
        diagnostics: The findings.
        files: How many files were read.
        words: The language.
    """
    if not diagnostics:
        sentence = words.phrase("in-orde", files=words.count("aantal.bestanden", files))
        return (Piece(sentence, Style.HELP),)
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    kinds = [kind for kind in Severity if counts[kind]]
    findings = words.listed([words.count(f"aantal.{kind.value}", counts[kind]) for kind in kinds])
    where = words.count("aantal.bestanden", len({d.span.source.path for d in diagnostics}))
    return (Piece(words.phrase("gevonden", findings=findings, files=where), STYLES[kinds[0]]),)


def _finding(diagnostic: Diagnostic, words: Words) -> Iterator[Row]:
    style = STYLES[diagnostic.severity]
    severity = words.phrase(f"ernst.{diagnostic.severity.value}")
    sentence = shown(words.message(diagnostic))
    yield (Piece(f"{severity}[{diagnostic.code}]", style), Piece(f" {sentence}", Style.SENTENCE))
    primary, *others = marks = _marks(diagnostic, words)
    edge = edge_width(marks)
    for number, group in enumerate(_by_source(primary, others)):
        yield _place(group[0].span, edge, "-->" if number == 0 else ":::")
        source = group[0].span.source
        if source.text:
            yield from excerpt(source, group, edge)
    if diagnostic.help is not None:
        yield _helping(shown(words.help(diagnostic.help)), edge, words)


def _marks(diagnostic: Diagnostic, words: Words) -> list[Mark]:
    """Return what to underline, the place of the finding itself first."""
    primary = Mark(diagnostic.span, "^", STYLES[diagnostic.severity])
    related = (Mark(r.span, "-", Style.RELATED, shown(words.label(r.say))) for r in diagnostic.related)
    return [primary, *related]


def _by_source(primary: Mark, others: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Yield the marks per source, that of the finding first and the others in the order they are named."""
    groups = {id(primary.span.source): [primary]}
    for mark in others:
        groups.setdefault(id(mark.span.source), []).append(mark)
    yield from groups.values()


def _place(span: Span, edge: int, arrow: str) -> Row:
    path = shown(span.source.path)
    place = span.source.position(span.start)
    where = f"{path}:{place.line}:{place.column}" if span.source.text else path
    return (Piece(f"{'':{edge}}{arrow} ", Style.EDGE), Piece(where))


def _helping(sentence: str, edge: int, words: Words) -> Row:
    label = words.phrase("hulp")
    return (Piece(f"{'':{edge}} = ", Style.EDGE), Piece(f"{label}: ", Style.HELP), Piece(sentence))
