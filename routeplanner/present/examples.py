"""What came of the voorbeelden, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from routeplanner.engine.coverage import Coverage
from routeplanner.engine.examples import Uitkomst, Verschil
from routeplanner.model.quantities import Minuten
from routeplanner.model.rules import Maat
from routeplanner.present.analysis import place_of
from routeplanner.present.figure import hours
from routeplanner.present.pieces import Piece, Row, Style
from routeplanner.present.signs import shown
from routeplanner.present.words import Words


def example_rows(outcome: Uitkomst, words: Words) -> Iterator[Row]:
    """Yield a voorbeeld that does not come true or could not be judged, with why; nothing for a right one."""
    if outcome.klopt:
        return
    name = shown(outcome.voorbeeld.naam)
    sign, style = ("✗", Style.ERROR) if outcome.beslist else ("?", Style.WARNING)
    yield (Piece(f"{sign} ", style), Piece(name, Style.SENTENCE))
    for verschil in outcome.verschillen:
        span = verschil.verwachting.span
        place = f"{shown(span.source.path)}:{span.source.position(span.start).line}"
        yield (Piece("    --> ", Style.EDGE), Piece(place))
        yield (Piece(f"    {difference_text(verschil, words)}"),)


def difference_text(verschil: Verschil, words: Words) -> str:
    """Return in one sentence what was expected, and what came."""
    expected = shown(verschil.verwachting.span.text.removeprefix("verwacht").strip())
    got = verschil.kreeg
    totaal = verschil.verwachting.totaal
    if verschil.key == "totaal" and totaal is not None and totaal.maat is Maat.MINUTEN:
        got = hours(Minuten(int(got)))
    return words.phrase(f"voorbeeld.{verschil.key}", expected=expected, got=got)


def coverage_rows(coverage: Coverage, words: Words) -> Iterator[Row]:
    """Yield the rules that no voorbeeld would miss, each with its place, and how many rules there are."""
    for regel in coverage.missed:
        said = words.phrase("dekking.gemist", rule=regel.id)
        yield (Piece("! ", Style.WARNING), Piece(shown(said), Style.SENTENCE))
        yield (Piece("    --> ", Style.EDGE), Piece(place_of(regel)))
    kept = len(coverage.regels) - len(coverage.missed)
    style = Style.WARNING if coverage.missed else Style.HELP
    yield (Piece(words.phrase("dekking.som", kept=kept, total=len(coverage.regels)), style),)


def summary_row(outcomes: Sequence[Uitkomst], words: Words) -> Row:
    """Return how many came true, how many did not, and how many could not be judged."""
    right = sum(outcome.klopt for outcome in outcomes)
    undecided = sum(not outcome.beslist for outcome in outcomes)
    wrong = len(outcomes) - right - undecided
    parts = [words.count("voorbeelden.goed", right)]
    if wrong:
        parts.append(words.count("voorbeelden.fout", wrong))
    if undecided:
        parts.append(words.count("voorbeelden.onbeslist", undecided))
    style = Style.ERROR if wrong else Style.WARNING if undecided else Style.HELP
    return (Piece(words.listed(parts), style),)
