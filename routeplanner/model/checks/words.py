"""RP203, RP213: words in a counting sentence that mean nothing here, or perhaps not what was meant."""

from __future__ import annotations

from collections.abc import Iterator

from routeplanner.language.spelling import nearest_of
from routeplanner.language.syntax import Atom, Block, Telling, Vereist, VerwachtTelling, Voorwaarde
from routeplanner.language.vocabulary import fold
from routeplanner.model.checks.subject import Checked
from routeplanner.model.quantities import number
from routeplanner.model.suggestions import hint, listed
from routeplanner.text.diagnostic import Diagnostic, found, say

_IN_HOURS_TOO = {"verdieping": "verdiepingen", "verbreding": "verbredingen"}
_MAX_SHOWN = 6


def unknown_kenmerk(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of a kenmerk in a sentence that nothing has: such a sentence counts nothing."""
    known = {fold(atom.value): atom.value for block in checked.blocks for atom in _kenmerken(block)}
    if not known:
        return
    for telling in _tellingen(checked):
        for atom in _asked(telling):
            if fold(atom.value) not in known and fold(atom.value) not in checked.unsure:
                help_ = hint(nearest_of(atom.value, known.values()), atom.span, quoted=atom.kind == "tekst")
                if not help_ and len(known) <= _MAX_SHOWN:
                    help_ = {"help": say("wel-bekend", keys=listed(known.values()))}
                yield found("RP203", atom.span, kind="kenmerk", name=atom.value, **help_)


def _kenmerken(block: Block) -> Iterator[Atom]:
    for eigenschap in block.alle("kenmerken"):
        for waarde in eigenschap.waarden:
            yield from waarde.atoms
    for child in block.kinderen:
        yield from _kenmerken(child)


def _tellingen(checked: Checked) -> Iterator[Telling]:
    for block in checked.blocks:
        for zin in block.zinnen:
            parts = (zin, *((zin.rechts,) if isinstance(zin, Vereist) else ()))
            if isinstance(zin, Voorwaarde):
                parts = (zin.als, zin.dan)
            yield from (part for part in parts if isinstance(part, Telling))


def _asked(telling: Telling) -> Iterator[Atom]:
    for bepaling in telling.bepalingen:
        if bepaling.soort == "met" and fold(bepaling.woord.value) in ("kenmerk", "kenmerken"):
            yield from bepaling.namen


def one_word_for_many(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of `84 verbreding`: is `uur` missing, or are 84 things meant?"""
    counts = [(t.grens.getallen, t.grootheid) for t in _tellingen(checked)]
    expected = [
        ((zin.getal,), zin.grootheid)
        for block in checked.blocks
        for zin in block.zinnen
        if isinstance(zin, VerwachtTelling)
    ]
    for getallen, grootheid in (*counts, *expected):
        if grootheid is None or grootheid.maat is not None:
            continue
        plural = _IN_HOURS_TOO.get(fold(grootheid.woord.value))
        if plural is not None and number(fold(getallen[-1].value)) != 1:
            word, many = grootheid.woord.value, getallen[-1].value
            help_ = say("kies-uit", words=f"`uur {word}`, `{plural}`")
            yield found("RP213", grootheid.span, variant="enkelvoud", word=word, number=many, help=help_)
