"""RP313, RP315, RP316: rules that say nothing, or not who says so."""

from __future__ import annotations

from collections.abc import Iterator

from routeplanner.language.syntax import Block, Ongecontroleerd
from routeplanner.model.checks.subject import Checked, gezag_of
from routeplanner.text.diagnostic import Diagnostic, found

_OFFICIAL = ("bron", "gecontroleerd op")


def without_sentence(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of a rule without any sentence; one that only takes over a richtlijn needs none."""
    for block in _rules(checked):
        if not block.zinnen and block.heel and next(block.alle("neemt over"), None) is None:
            yield found("RP313", block.span)


def without_source(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of a rule of wet or richtlijn that does not say where it stands and when that was read."""
    for block in _rules(checked):
        gezag = gezag_of(block)
        if gezag not in ("wet", "richtlijn"):
            continue
        missing = [key for key in _OFFICIAL if next(block.alle(key), None) is None]
        if missing and block.heel:
            listed = " en ".join(f"`{key}`" for key in missing)
            yield found("RP315", block.span, gezag=gezag, missing=listed)


def not_alone(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of `niet gecontroleerd` beside other sentences."""
    for block in _rules(checked):
        marks = [zin for zin in block.zinnen if isinstance(zin, Ongecontroleerd)]
        if marks and len(block.zinnen) > 1:
            yield found("RP316", marks[0].span)


def _rules(checked: Checked) -> Iterator[Block]:
    return (block for block in checked.blocks if block.soort in ("regel", "advies"))
