"""What changes between two texts, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from routeplanner.engine.compare import Comparison, Flip
from routeplanner.engine.crossings import Crossing
from routeplanner.engine.same_rules import Changed
from routeplanner.model.rules import Regel
from routeplanner.present.analysis import place_of, route_text
from routeplanner.present.cases import case_text, cases_text
from routeplanner.present.pieces import Piece, Row, Style
from routeplanner.present.signs import shown
from routeplanner.present.words import Words


def comparison_rows(comparison: Comparison, words: Words) -> Iterator[Row]:
    """Yield the rules that differ, then routes lost and won, then the verdicts that flip."""
    if comparison.same and comparison.complete:
        yield (Piece("✓ ", Style.HELP), Piece(words.phrase("verschil.geen")))
    sections = (
        ("regels", list(_rules(comparison.rules, words))),
        ("routes", list(_routes(comparison, words))),
        ("oordelen", [_flip(flip, words) for flip in comparison.flips]),
    )
    for number, (key, rows) in enumerate(section for section in sections if section[1]):
        if number:
            yield ()
        yield (Piece(words.phrase(f"verschil.{key}"), Style.SENTENCE),)
        yield from rows
    for case, lost in comparison.undecided:
        who = case_text(case, comparison.old, words)
        said = words.phrase(f"verschil.onbeslist.{'weg' if lost else 'erbij'}", who=who)
        yield (Piece("? ", Style.WARNING), Piece(shown(said)))
    for route in comparison.unjudged:
        said = words.phrase("verschil.onbeslist.oordeel", name=route.naam)
        yield (Piece("? ", Style.WARNING), Piece(shown(said)))


# ---- rules


def _rules(rules: Sequence[Changed], words: Words) -> Iterator[Row]:
    for changed in rules:
        sign, style, key = _kind(changed)
        said = words.phrase(f"verschil.{key}", rule=changed.id)
        yield (Piece(f"  {sign} ", style), Piece(shown(said), Style.SENTENCE))
        yield from _sentences(changed)


def _kind(changed: Changed) -> tuple[str, Style, str]:
    if changed.old is None:
        return "+", Style.ADDED, "nieuw"
    if changed.new is None:
        return "-", Style.REMOVED, "weg"
    if not changed.matters:
        return "·", Style.NOTE, "zonder-gevolg"
    return "~", Style.WARNING, "anders"


def _sentences(changed: Changed) -> Iterator[Row]:
    """Yield what the one says and the other does not, and where they stand."""
    old, new = _texts(changed.old), _texts(changed.new)
    yield from ((Piece(f"      - {shown(text)}", Style.REMOVED),) for text in old if text not in new)
    yield from ((Piece(f"      + {shown(text)}", Style.ADDED),) for text in new if text not in old)
    regel = changed.new or changed.old
    if regel is not None:
        yield (Piece("      --> ", Style.EDGE), Piece(place_of(regel)))


def _texts(regel: Regel | None) -> list[str]:
    return [zin.span.text for zin in regel.zinnen] if regel is not None else []


# ---- routes


def _routes(comparison: Comparison, words: Words) -> Iterator[Row]:
    for cases, curriculum, key in (
        (comparison.gone, comparison.old, "programma-weg"),
        (comparison.come, comparison.new, "programma-erbij"),
    ):
        if cases:
            yield (
                Piece(
                    f"  {shown(words.phrase(f'verschil.{key}', who=cases_text(cases, curriculum, words)))}"
                ),
            )
    for crossing in comparison.crossings:
        yield from _crossing(crossing, comparison, words)


def _crossing(crossing: Crossing, comparison: Comparison, words: Words) -> Iterator[Row]:
    curriculum = comparison.old if crossing.lost else comparison.new
    sign, style = ("-", Style.REMOVED) if crossing.lost else ("+", Style.ADDED)
    who = case_text(crossing.case, curriculum, words)
    key = "route-weg" if crossing.lost else "route-erbij"
    said = words.phrase(
        f"verschil.{key}", who=who, rules=words.listed([f"`{rule}`" for rule in crossing.rules])
    )
    yield (Piece(f"  {sign} ", style), Piece(shown(said)))
    yield (Piece(f"      {shown(route_text(curriculum, crossing.route))}"),)


# ---- verdicts


def _flip(flip: Flip, words: Words) -> Row:
    said = words.phrase(
        "verschil.oordeel",
        name=flip.route.naam,
        before=words.phrase(f"oordeel.{flip.before.value}"),
        after=words.phrase(f"oordeel.{flip.after.value}"),
        rules=words.listed([f"`{rule}`" for rule in flip.rules]) or "?",
    )
    return (Piece(f"  {shown(said)}"),)
