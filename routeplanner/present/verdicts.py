"""A verdict for people: what it is, how every rule stands and why, and what nobody could check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from routeplanner.engine.notes import Note
from routeplanner.engine.repairs import Repair
from routeplanner.engine.selection import Cel
from routeplanner.engine.standing import Bedrag, RuleState, Stand
from routeplanner.engine.totals import Totaal, totals
from routeplanner.engine.verdict import Mended, Oordeel, Verdict
from routeplanner.language.vocabulary import fold
from routeplanner.model.quantities import Minuten
from routeplanner.model.rules import Maat
from routeplanner.present.figure import hours, subtitle
from routeplanner.present.pieces import Piece, Row, Style
from routeplanner.present.signs import shown
from routeplanner.present.without_size import without_size
from routeplanner.present.words import Words
from routeplanner.text.source import Span

_SIGNS = {
    Stand.VOLDAAN: ("✓", Style.HELP),
    Stand.OPEN: ("○", Style.WARNING),
    Stand.OVERTREDEN: ("✗", Style.ERROR),
    Stand.NIET_GECONTROLEERD: ("?", Style.WARNING),
    Stand.ONBESLIST: ("?", Style.WARNING),
}
_STYLES = {Oordeel.GELDIG: Style.HELP, Oordeel.ONGELDIG: Style.ERROR}
_FIRST = (Stand.OVERTREDEN, Stand.OPEN, Stand.ONBESLIST, Stand.NIET_GECONTROLEERD, Stand.VOLDAAN)
"""What matters most stands first."""
_MAX_UNKNOWN = 3
"""Choices without a size that are named."""
_WRONG = (Stand.OVERTREDEN, Stand.OPEN, Stand.ONBESLIST)


def verdict_row(verdict: Verdict, words: Words) -> Row:
    """Return the verdict in one line: `Autoverkoper: geldig, met 1 voorbehoud`."""
    name = shown(verdict.selection.route.naam)
    style = _STYLES.get(verdict.oordeel, Style.WARNING)
    if verdict.oordeel is Oordeel.GELDIG and verdict.reservations:
        style = Style.WARNING  # never plain green where something was not checked
    word, why = verdict_words(verdict, words)
    return (Piece(f"{name}: ", Style.SENTENCE), Piece(word, style), Piece(why))


def verdict_words(verdict: Verdict, words: Words) -> tuple[str, str]:
    """Return the verdict, and what it comes from with a comma before it: `ongeldig` and `, door aanbod`."""
    rest = ""
    if verdict.oordeel is Oordeel.GELDIG and verdict.reservations:
        rest = words.count("aantal.voorbehouden", len(verdict.reservations))
    elif verdict.oordeel is Oordeel.ONGELDIG:
        rest = words.phrase("oordeel.door", rules=words.listed([rule.id for rule in verdict.broken]))
    elif verdict.oordeel is Oordeel.ONVOLLEDIG:
        rest = words.phrase("oordeel.open", are_open=_are_open(verdict, words))
    elif verdict.limit is not None:
        rest = words.phrase(f"oordeel.limiet.{verdict.limit}", are_open=_are_open(verdict, words))
    return words.phrase(f"oordeel.{verdict.oordeel.value}"), f", {rest}" if rest else ""


def _are_open(verdict: Verdict, words: Words) -> str:
    """Return which rules are open: `a staat nog open`, `a en b staan nog open`."""
    rules = [rule.id for rule in verdict.open]
    one = len(rules) == 1
    return words.phrase("oordeel.staat-open" if one else "oordeel.staan-open", rules=words.listed(rules))


def verdict_rows(verdict: Verdict, words: Words, changes: Sequence[Mended] = ()) -> Iterator[Row]:
    """Yield a verdict in full, with the changes that would mend it."""
    yield verdict_row(verdict, words)
    yield (Piece(f"  {shown(subtitle(verdict.selection))}"),)
    sums = ", ".join(total_text(total, words) for total in totals(verdict.selection))
    if sums:
        yield (Piece(f"  {sums}"),)
    if verdict.limit is not None and verdict.oordeel is not Oordeel.ONBESLIST:
        yield (Piece(f"  {words.phrase('oordeel.zo-ver')}"),)
    yield from _section(words.phrase("oordeel.botsing"), _clash(verdict, words))
    yield from _section(words.phrase("oordeel.herstel"), _repairs(changes, words))
    yield from _section(words.phrase("oordeel.afmaken"), _plan(verdict))
    yield from _section(words.phrase("oordeel.regels"), _rules(verdict, words))
    yield from _section(words.phrase("oordeel.adviezen"), _advice(verdict, words))
    yield from _section(words.phrase("oordeel.let-op"), _notes(note_texts(verdict, words)))
    yield from _section(words.phrase("oordeel.voorbehoud"), _notes(reservation_texts(verdict, words)))
    yield from _section(words.phrase("oordeel.ontheffingen"), _exceptions(verdict, words))


def _advice(verdict: Verdict, words: Words) -> Iterator[Row]:
    return (row for rule in verdict.advice for row in rule_rows(rule, words))


def _rules(verdict: Verdict, words: Words) -> Iterator[Row]:
    """Yield how every rule stands that must hold, what matters most first."""
    hard = [rule for rule in verdict.rules if rule.hard]
    for rule in sorted(hard, key=lambda rule: _FIRST.index(rule.stand)):
        if rule.regel is not None or rule.stand is not Stand.VOLDAAN:
            yield from rule_rows(rule, words)
    kept = [rule.id for rule in hard if rule.regel is None and rule.stand is Stand.VOLDAAN]
    if kept:
        yield (Piece("  ✓ ", Style.HELP), Piece(words.phrase("oordeel.overal", rules=words.listed(kept))))


def _plan(verdict: Verdict) -> Iterator[Row]:
    """Yield what would finish the route, with where it can stand."""
    if verdict.plan is not None:
        for keuze in verdict.plan.added:
            yield (
                Piece("  + ", Style.HELP),
                Piece(shown(f"{keuze}{placed(verdict.plan.places.get(keuze))}")),
            )


def placed(cel: Cel | None) -> str:
    """Return a place in time as the language writes it."""
    return f" in leerjaar {cel.leerjaar} periode {cel.periode}" if cel is not None else ""


def _clash(verdict: Verdict, words: Words) -> Iterator[Row]:
    """Yield the rules and choices that cannot hold together."""
    if verdict.clash is not None:
        yield (Piece(f"  {words.listed(verdict.clash.rules)}", Style.ERROR),)
        for keuze in verdict.clash.choices:
            yield (Piece(f"      {shown(str(keuze))}"),)
        for keuze in verdict.clash.declined:
            yield (Piece(f"      {words.phrase('oordeel.niet', choice=shown(str(keuze)))}"),)


def _repairs(changes: Sequence[Mended], words: Words) -> Iterator[Row]:
    for change in changes:
        rest = words.phrase("herstel.verder") if change.oordeel is Oordeel.ONVOLLEDIG else ""
        yield (Piece("  · ", Style.HELP), Piece(shown(repair_text(change.repair, words))), Piece(rest))


def repair_text(change: Repair, words: Words) -> str:
    """Return a change in one sentence: `laat HV/K/9 weg`, `verplaats X naar leerjaar 3 periode 2`."""
    parts = [words.phrase("herstel.weg", choice=str(keuze)) for keuze in change.drop]
    parts += [words.phrase("herstel.erbij", choice=str(keuze)) for keuze in change.add]
    parts += [
        words.phrase("herstel.naar", choice=str(keuze), leerjaar=cel.leerjaar, periode=cel.periode)
        for keuze, cel in change.move
    ]
    return words.listed(parts)


def _section(title: str, rows: Iterator[Row]) -> Iterator[Row]:
    listed = list(rows)
    if listed:
        yield ()
        yield (Piece(title, Style.SENTENCE),)
        yield from listed


def rule_rows(rule: RuleState, words: Words) -> Iterator[Row]:
    """Yield how one rule stands: its sentences with what they found, and where it comes from."""
    sign, style = _SIGNS[rule.stand]
    title = rule.regel.titel if rule.regel else words.phrase(f"regel.{rule.id}")
    yield (
        Piece(f"  {sign} ", style),
        Piece(rule.id, Style.SENTENCE),
        Piece(f"  {shown(title or '')}".rstrip()),
    )
    found = {bedrag.zin: bedrag for bedrag in rule.bedragen}
    for span, stand in rule.zinnen:
        yield _sentence(span, stand, found.get(span), words)
    if rule.stand in _WRONG:
        yield from _why(rule, words)


def _sentence(span: Span, stand: Stand, bedrag: Bedrag | None, words: Words) -> Row:
    amount = f" → {amount_text(bedrag, words)}" if bedrag else ""
    word = words.phrase(f"stand.{stand.value}")
    told = (
        stand is Stand.VOLDAAN or fold(span.text) == word
    )  # the sentence `niet gecontroleerd` says it itself
    state = "" if told else f" ({word})"
    return (Piece(f"      {shown(span.text)}"), Piece(amount, Style.EDGE), Piece(state, _SIGNS[stand][1]))


def _why(rule: RuleState, words: Words) -> Iterator[Row]:
    for choice in rule.choices:
        yield (Piece(f"      {shown(choice)}", Style.ERROR),)
    if rule.regel is None:
        return
    if rule.regel.omdat:
        yield (Piece(f"      {words.phrase('regel.omdat', text=shown(rule.regel.omdat))}"),)
    for bron in rule.regel.bron[:1]:
        yield (Piece(f"      {words.phrase('regel.bron', text=shown(bron))}"),)
    place = rule.regel.span.source.position(rule.regel.span.start)
    yield (Piece("      --> ", Style.EDGE), Piece(f"{shown(rule.regel.span.source.path)}:{place.line}"))


def _notes(texts: Iterable[str]) -> Iterator[Row]:
    for text in texts:
        yield (Piece(f"  · {shown(text)}"),)


def note_texts(verdict: Verdict, words: Words) -> list[str]:
    """Return what is worth knowing, a sentence each."""
    return [words.phrase(f"let-op.{note.key}", **dict(note.params)) for note in verdict.notes]


def reservation_texts(verdict: Verdict, words: Words) -> list[str]:
    """Return what nobody could check, a sentence each; of what has no size it is said what that is."""
    return [_reservation(note, verdict, words) for note in verdict.reservations]


def _reservation(note: Note, verdict: Verdict, words: Words) -> str:
    params = dict(note.params)
    rule = next((rule for rule in verdict.rules if note.key == "regel" and rule.id == params["rule"]), None)
    unknown = without_size(verdict, rule) if rule is not None else ()
    if not unknown:
        return words.phrase(f"voorbehoud.{note.key}", **params)
    named = [str(keuze) for keuze in unknown[:_MAX_UNKNOWN]]
    more = len(unknown) - len(named)
    choices = (
        words.phrase("voorstel.en-nog", items=", ".join(named), count=more) if more else words.listed(named)
    )
    return words.phrase("voorbehoud.omvang", rule=params["rule"], choices=choices)


def _exceptions(verdict: Verdict, words: Words) -> Iterator[Row]:
    for ontheffing in verdict.exceptions:
        reden = shown(ontheffing.reden)
        text = words.phrase("ontheffing", rule=ontheffing.regel, reden=reden, door=shown(ontheffing.door))
        yield (Piece(f"  · {text}"),)


def amount_text(bedrag: Bedrag, words: Words) -> str:
    """Return an amount as people say it: `84 uur`, `2 weken`, `3`; `leerjaar 3: 2, leerjaar 4: 0`."""
    if not bedrag.per:
        return _amount(bedrag.maat, bedrag.waarde, words)
    parts = [
        words.phrase("bedrag.leerjaar", leerjaar=leerjaar, amounts=_amounts(bedrag.maat, found, words))
        for leerjaar, found in bedrag.per
    ]
    if bedrag.los:
        parts.append(words.phrase("bedrag.los", amount=_amount(bedrag.maat, bedrag.los, words)))
    return "; ".join(parts)


def _amounts(maat: Maat, found: Sequence[int], words: Words) -> str:
    return ", ".join(_amount(maat, amount, words) for amount in found)


def _amount(maat: Maat, value: int, words: Words) -> str:
    if maat is Maat.MINUTEN:
        return hours(Minuten(value))
    return words.count("aantal.weken", value) if maat is Maat.WEKEN else str(value)


def total_text(total: Totaal, words: Words) -> str:
    """Return a total: `84 uur verbreding`, `4 keuzemodules`; what has no known size is said."""
    if total.maat is Maat.AANTAL:
        return words.count(f"totaal.{total.grootheid.value}", total.waarde)
    word = total.naam.split(" ", 1)[1]
    unknown = f" ({words.count('aantal.onbekend', total.onbekend)})" if total.onbekend else ""
    return f"{_amount(total.maat, total.waarde, words)} {word}{unknown}"
