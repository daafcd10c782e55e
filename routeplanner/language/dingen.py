"""Write a list of things out: `HV/K/9, 10 en 11` and `HV/K/9 t/m 11` are three codes each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from routeplanner.language.syntax import Atom, Ding
from routeplanner.language.vocabulary import fold
from routeplanner.text.diagnostic import Diagnostic, Fix, found, say
from routeplanner.text.source import Span

MAX_REEKS = 200
"""Codes that one `t/m` may write out."""
_MAX_DIGITS = 9
_LAST = re.compile(r"([0-9]+)[a-z]?\Z", re.IGNORECASE)


class Stuk(NamedTuple):
    """One piece of a list as written, before numbers and ranges are written out.

    `kind` is that of a Ding, or `nummer` where only a number stands; `tot` is the number after t/m.
    """

    kind: str
    code: Atom | None
    voorkomen: int | None
    herkomst: Atom | None
    naam: Atom | None
    tot: Atom | None
    span: Span


def write_out(stukken: Iterable[Stuk], diagnostics: list[Diagnostic]) -> tuple[Ding, ...]:
    """Return the things of a list, each with its full code; what cannot be read is told and left out."""
    return tuple(_write_out(stukken, diagnostics))


def _write_out(stukken: Iterable[Stuk], diagnostics: list[Diagnostic]) -> Iterator[Ding]:
    prefix: Atom | None = None
    kind, naam = "code", None
    told = False
    for stuk in stukken:
        if stuk.kind == "nummer":
            if prefix is None:
                if not told:
                    number = _value(stuk.code)
                    help_ = say("code-ervoor", number=number)
                    diagnostics.append(found("RP108", stuk.span, number=number, help=help_))
                told = True
                continue
        elif stuk.kind != "code" or stuk.code is None:
            kind, naam = stuk.kind, stuk.naam
        codes = _codes(stuk, prefix, diagnostics)
        for code in codes:
            yield Ding(kind, code, stuk.voorkomen, stuk.herkomst, naam, stuk.span)
        if stuk.code is None:
            yield Ding(stuk.kind, None, None, None, stuk.naam, stuk.span)
            prefix, kind, naam = None, "code", None
        elif stuk.kind != "nummer":
            prefix = stuk.code


def _value(atom: Atom | None) -> str:
    return atom.value if atom else ""


def _codes(stuk: Stuk, prefix: Atom | None, diagnostics: list[Diagnostic]) -> list[Atom]:
    if stuk.code is None:
        return []
    first = stuk.code
    if stuk.kind == "nummer" and prefix is not None:
        first = first._replace(value=_beside(prefix.value, first.value))
    if stuk.tot is None:
        return [first]
    return _range(first, stuk.tot, stuk.span, diagnostics)


def _beside(code: str, number: str) -> str:
    """Return the code with another number at its end: HV/K/9 with 10 is HV/K/10."""
    head, slash, _ = code.rpartition("/")
    if slash:
        return f"{head}/{number}"
    return _LAST.sub(number, code)


def _number_of(first: Atom, last: Atom, diagnostics: list[Diagnostic]) -> Atom:
    """Return where a range ends; a whole code that is beside the first is told, and its number taken."""
    match = _LAST.search(last.value)
    if match is None or last.kind not in ("code", "tekst"):
        return last
    number = match[1]
    if fold(_beside(first.value, number)) != fold(last.value):
        return last
    help_ = say("schrijf", text=f"{first.span.text} t/m {number}")
    fixes = [Fix(last.span, number)]
    diagnostics.append(
        found("RP109", last.span, variant="hele-code", last=last.value, help=help_, fixes=fixes)
    )
    return last._replace(value=number)


def _range(first: Atom, last: Atom, span: Span, diagnostics: list[Diagnostic]) -> list[Atom]:
    match = _LAST.search(first.value)
    last = _number_of(first, last, diagnostics)
    numbers = match is not None and match[0].isdecimal() and last.value.isdecimal()
    if match is None or not numbers or len(match[0]) > _MAX_DIGITS:
        one_by_one = say("een-voor-een")
        diagnostics.append(
            found("RP109", span, variant="geen-nummer", first=first.value, last=last.value, help=one_by_one)
        )
        return [first]
    low, high = int(match[1]), int(last.value)
    if high < low:
        turned = f"{_beside(first.value, last.value)} t/m {match[1]}"
        help_ = say("schrijf", text=turned)
        fixes = [Fix(span, turned)] if span.text.startswith(first.value) else []
        diagnostics.append(found("RP109", span, first=low, last=high, help=help_, fixes=fixes))
        return [first]
    if high - low >= MAX_REEKS:
        diagnostics.append(found("RP109", span, variant="te-lang", most=MAX_REEKS, first=low, last=high))
        return [first]
    width = len(match[1]) if match[1].startswith("0") else 0
    return [first._replace(value=_beside(first.value, f"{n:0{width}d}")) for n in range(low, high + 1)]
