"""Two drafts of one pupil side by side: what they share, and in what they differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup
from starlette.responses import Response

from routeplanner.dossier.records import Leerling, Ontwerp
from routeplanner.engine.selection import Plaats
from routeplanner.engine.totals import totals
from routeplanner.engine.verdict import Verdict
from routeplanner.model.rules import Keuze, in_order
from routeplanner.present.figure import subtitle
from routeplanner.present.verdicts import total_text, verdict_words
from routeplanner.present.words import Words
from routeplanner.web.asking import Ask
from routeplanner.web.drawing import drawn
from routeplanner.web.forms import AskedWrongError
from routeplanner.web.school import Edition


@dataclass(frozen=True)
class Side:
    """One of the two."""

    draft: Ontwerp
    subtitle: str
    oordeel: str
    reason: str
    totals: tuple[str, ...]
    figure: Markup


@dataclass(frozen=True)
class Difference:
    """What two routes share and what not, as the language writes it."""

    first: tuple[str, ...]
    """Only in the first."""
    second: tuple[str, ...]
    moved: tuple[tuple[str, str, str], ...]
    """In both, but not in the same place: the choice, and where each has it."""
    both: int
    """How many things beside what is mandatory are in both."""


def compare(ask: Ask) -> Response:
    """Show two drafts side by side."""
    store = ask.desk.store
    one, other = (store.get(Ontwerp, ask.query(name)) for name in ("een", "ander"))
    if one.leerling != other.leerling:
        raise AskedWrongError
    edition = ask.desk.school.now().edition
    first, second = (_verdict(ask, draft, edition) for draft in (one, other))
    return ask.render(
        "vergelijk.html",
        pupil=store.get(Leerling, one.leerling),
        sides=[_side(one, first, ask.words), _side(other, second, ask.words)],
        difference=difference(first, second, ask.words),
    )


def _verdict(ask: Ask, draft: Ontwerp, edition: Edition) -> Verdict:
    with ask.desk.hold(draft, edition) as talk:
        return talk.planner.verdict()


def _side(draft: Ontwerp, verdict: Verdict, words: Words) -> Side:
    return Side(
        draft,
        subtitle(verdict.selection),
        verdict.oordeel.value,
        verdict_words(verdict, words)[1].removeprefix(", "),
        tuple(total_text(total, words) for total in totals(verdict.selection)),
        drawn(verdict.selection, draft, words),
    )


def difference(one: Verdict, other: Verdict, words: Words) -> Difference:
    """Return in what two routes differ."""
    first, second = one.selection.gekozen, other.selection.gekozen
    mandatory = {o.keuze for s in (one.selection, other.selection) for o in s.chosen() if o.verplicht}
    shared = [keuze for keuze in first if keuze in second and keuze not in mandatory]
    moved = [
        (str(k), _place(first[k], words), _place(second[k], words)) for k in shared if first[k] != second[k]
    ]
    return Difference(
        _written(k for k in first if k not in second),
        _written(k for k in second if k not in first),
        tuple(sorted(moved)),
        len(shared),
    )


def _written(keuzes: Iterable[Keuze]) -> tuple[str, ...]:
    return tuple(map(str, sorted(keuzes, key=in_order)))


def _place(plaats: Plaats, words: Words) -> str:
    if plaats.leerjaar is None or not plaats.perioden:
        return words.phrase("voorstel.zonder-periode")
    return words.phrase("voorstel.periode", leerjaar=plaats.leerjaar, periode=plaats.perioden[0])
