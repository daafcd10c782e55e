"""Suggestions for people: what each adds and when, why, and what it closes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from routeplanner.engine.everywhere import WHOLE
from routeplanner.engine.notes import Note
from routeplanner.engine.reasons import Reden
from routeplanner.engine.score import Score
from routeplanner.engine.suggestion import Suggestion, Suggestions
from routeplanner.engine.totals import totals
from routeplanner.model.rules import Keuze
from routeplanner.present.choices import clash_rows
from routeplanner.present.figure import hours, subtitle
from routeplanner.present.pieces import Piece, Row, Style
from routeplanner.present.signs import shown
from routeplanner.present.verdicts import total_text
from routeplanner.present.words import Words

_MOST = 6
"""Choices that are named of what a suggestion closes; the rest is counted."""


def suggestion_rows(suggestions: Suggestions, words: Words) -> Iterator[Row]:
    """Yield the suggestions, the best first, and how sure it is that they are."""
    route = suggestions.selection.route
    name = f"{shown(route.naam)}: " if route.naam else ""
    yield (Piece(name, Style.SENTENCE), Piece(shown(subtitle(suggestions.selection))))
    for text in suggestion_notes(suggestions.notes, words):
        yield (Piece("  · ", Style.NOTE), Piece(shown(text)))
    for number, suggestion in enumerate(suggestions.found, start=1):
        yield ()
        yield from _suggestion(suggestion, number, words)
    yield from _clash(suggestions, words)
    yield ()
    yield _searched(suggestions, words)


def concise_rows(suggestions: Suggestions, words: Words) -> Iterator[Row]:
    """Yield a line per suggestion, the best first, and how sure it is that they are."""
    for text in suggestion_notes(suggestions.notes, words):
        yield (Piece(shown(text), Style.NOTE),)
    for number, suggestion in enumerate(suggestions.found, start=1):
        changes = [
            f"{words.phrase(f'voorstel.{key}')} {named(keuzes, words)}"
            for key, keuzes in _changes(suggestion)
            if keuzes
        ]
        text = "; ".join((*changes, named(suggestion.added, words) or words.phrase("voorstel.niets")))
        yield (*_title(suggestion, number, words), Piece(f": {shown(text)}"))
    yield from _clash(suggestions, words)
    yield _searched(suggestions, words)


def searched_text(suggestions: Suggestions, words: Words) -> str:
    """Return how far the search went."""
    if not suggestions.complete:
        return words.phrase("voorstellen.gestopt", seconds=f"{suggestions.seconds:g}")
    if not suggestions.found:
        return words.phrase("voorstellen.geen")
    return words.phrase(
        "voorstellen.minder" if len(suggestions.found) < suggestions.most else "voorstellen.alles"
    )


def _searched(suggestions: Suggestions, words: Words) -> Row:
    style = Style.PLAIN if suggestions.complete and suggestions.found else Style.WARNING
    return (Piece(searched_text(suggestions, words), style),)


def _clash(suggestions: Suggestions, words: Words) -> Iterator[Row]:
    """Yield why not all that was chosen could stay, or why there is no route."""
    if suggestions.clash is not None:
        key = "voorstellen.waarom-anders" if suggestions.found else "oordeel.botsing"
        yield ()
        yield (Piece(words.phrase(key), Style.SENTENCE),)
        yield from clash_rows(suggestions.clash, suggestions.selection.curriculum, words)


def suggestion_notes(notes: Sequence[Note], words: Words) -> list[str]:
    """Return what is worth knowing before choosing, a sentence each."""
    return [words.phrase(f"let-op.{note.key}", **dict(note.params)) for note in notes]


def _suggestion(suggestion: Suggestion, number: int, words: Words) -> Iterator[Row]:
    yield _title(suggestion, number, words)
    yield (Piece(f"  {'; '.join(score_texts(suggestion.score, words))}"),)
    sums = ", ".join(total_text(total, words) for total in totals(suggestion.verdict.selection))
    if sums:
        yield (Piece(f"  {sums}"),)
    for key, keuzes in _changes(suggestion):
        if keuzes:
            yield _line(words.phrase(f"voorstel.{key}"), named(keuzes, words), Style.WARNING)
    yield from _plan(suggestion.added, suggestion, words)
    if suggestion.proposed:
        yield _line(words.phrase("voorstel.plek"))
        yield from _plan(suggestion.proposed, suggestion, words, indent="    ")
    for text in reason_texts(suggestion.redenen, words):
        yield (Piece("  · ", Style.HELP), Piece(shown(text)))
    if not suggestion.score.weg:  # else nothing was possible before
        yield _closes(suggestion, words)
    if suggestion.verdict.advice:
        rules = words.listed([rule.id for rule in suggestion.verdict.advice])
        yield _line(words.phrase("voorstel.advies"), rules, Style.WARNING)


def _changes(suggestion: Suggestion) -> Iterator[tuple[str, Sequence[Keuze]]]:
    """Yield what of the route does not stay as it was, by the word for it."""
    yield "weg", suggestion.dropped
    yield "verplaatst", suggestion.moved
    yield "terug", suggestion.returned


def _title(suggestion: Suggestion, number: int, words: Words) -> Row:
    verdict = suggestion.verdict
    kept = len(verdict.reservations)
    rest = f", {words.count('aantal.voorbehouden', kept)}" if kept else ""
    return (
        Piece(words.phrase("voorstel.kop", number=number), Style.SENTENCE),
        Piece(words.phrase(f"oordeel.{verdict.verdict}"), Style.WARNING if kept else Style.HELP),
        Piece(rest),
    )


def _line(heading: str, text: str = "", style: Style = Style.EDGE, *, indent: str = "  ") -> Row:
    return (Piece(f"{indent}{heading}", style), Piece(f" {shown(text)}" if text else ""))


def _plan(
    keuzes: Sequence[Keuze], suggestion: Suggestion, words: Words, *, indent: str = "  "
) -> Iterator[Row]:
    """Yield choices periode by periode; what has no place in time comes last."""
    places = suggestion.places
    rows = sorted(keuzes, key=lambda keuze: (keuze not in places, places.get(keuze)))
    if not rows:
        yield _line(words.phrase("voorstel.niets"))
    for cel, together in groupby(rows, key=places.get):
        heading = (
            words.phrase("voorstel.periode", leerjaar=cel.leerjaar, periode=cel.periode)
            if cel is not None
            else words.phrase("voorstel.zonder-periode")
        )
        yield _line(heading, named(tuple(together), words), indent=indent)


def _closes(suggestion: Suggestion, words: Words) -> Row:
    closed = suggestion.closes
    if closed is None:
        return _line(words.phrase("voorstel.sluit-onbekend"), style=Style.WARNING)
    if not closed:
        return _line(words.phrase("voorstel.sluit-niets"))
    text = named(closed[:_MOST], words, more=len(closed) - _MOST)
    return _line(words.phrase("voorstel.sluit"), text)


# ---- in words


def score_texts(score: Score, words: Words) -> list[str]:
    """Return what a score counts, what matters most first; what is not asked for is left out."""
    told = [
        words.count("voorstel.veranderd", score.weg) if score.weg else "",
        words.phrase("voorstel.eenheden", count=score.eenheden, total=score.eenheden_van)
        if score.eenheden_van
        else "",
        words.count("voorstel.kenmerken", score.kenmerken) if score.kenmerken else "",
        words.count("voorstel.interesses", score.interesses) if score.interesses else "",
        words.count("voorstel.liever-niet", score.liever_niet) if score.liever_niet else "",
        words.count("voorstel.ongewis", score.ongewis) if score.ongewis else "",
        words.count("voorstel.erbij", score.erbij),
        words.phrase("voorstel.drukste", hours=_load(score, words)) if score.drukste else "",
    ]
    return [text for text in told if text]


def _load(score: Score, words: Words) -> str:
    unknown = f" ({words.count('aantal.onbekend', score.onbekend)})" if score.onbekend else ""
    return f"{hours(score.drukste)}{unknown}"


def reason_texts(redenen: Sequence[Reden], words: Words) -> list[str]:
    """Return why things are in a suggestion, a line per reason."""
    return [
        words.phrase(
            f"reden.{reden.key}" if reden.wat or reden.key != "nodig" else "reden.af",
            what=words.listed(reden.wat),
            choices=named(reden.keuzes, words),
        )
        for reden in redenen
    ]


def named(keuzes: Sequence[Keuze], words: Words, *, more: int = 0) -> str:
    """Return choices in one line, each as short as the one before it allows: `HV/K/9, 10 en 11`.

    Args:
        keuzes: The choices.
        words: The language.
        more: How many there are that are not named.
    """
    before = (None, *keuzes)
    texts = [_short(keuze, previous) for keuze, previous in zip(keuzes, before, strict=False)]
    if more > 0:
        return words.phrase("voorstel.en-nog", items=", ".join(texts), count=more)
    return words.listed(texts)


def _short(keuze: Keuze, before: Keuze | None) -> str:
    text = str(keuze)
    if before is None or before.soort is not keuze.soort:
        return text
    if keuze.eenheid is None or keuze.eenheid.programma == "school":
        return text.removeprefix(f"{keuze.soort.value} ")
    head, _, tail = text.rpartition("/")
    return tail if keuze.soort in WHOLE and str(before).rpartition("/")[0] == head else text
