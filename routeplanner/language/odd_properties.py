"""What is told of a property that the block it stands in does not take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from routeplanner.language.homes import homes, is_there
from routeplanner.language.spelling import near_of
from routeplanner.language.syntax import Block, Eigenschap
from routeplanner.language.vocabulary import BLOKKEN, fold
from routeplanner.text.diagnostic import Diagnostic, Fix, Say, found, label, say

_OFFICIAL = frozenset(
    {"programma", "uitstroomprofiel", "eenheid", "module", "keuzevak", "deeltaak", "eindterm"}
)
"""Kinds of block in the official texts."""


_SIZES = frozenset({"uren", "uur", "omvang", "duur", "aantal uren", "lesuren", "tijd", "weken"})
_SIZED = frozenset({"keuzemodule", "stage", "activiteit", "verkennend_deel", "verdiepend_deel"})
_ANDERS = MappingProxyType(
    {
        **dict.fromkeys(("voor", "afdeling", "profiel"), "programma"),
        **dict.fromkeys(("niveau", "niveaus"), "leerwegen"),
        **dict.fromkeys(("klas", "klassen", "jaar"), "leerjaar"),
        **dict.fromkeys(("wanneer", "blok", "blokken", "kwartaal"), "perioden"),
        **dict.fromkeys(("maximum", "max", "leerlingen", "aantal", "aantal leerlingen"), "plaatsen"),
        **dict.fromkeys(("ruimte", "waar", "plek"), "lokaal"),
        **dict.fromkeys(("waarom", "uitleg", "toelichting"), "omdat"),
    }
)
"""What people call a property: it is not read, but known to be meant."""


def misplaced(said: Eigenschap, block: Block) -> Diagnostic:
    """Return that a property belongs in other blocks."""
    key = said.sleutel
    help_ = say(
        "hoort-bij", words=", ".join(f"`{BLOKKEN[kind].kop}`" for kind in _likely(homes(said), block))
    )
    related = [label(block.kop.span, "bij-dit-blok")]
    kop = BLOKKEN[block.soort].kop
    return found("RP207", key.span, key=key.value, block=kop, related=related, help=help_)


def _likely(kinds: Sequence[str], block: Block) -> list[str]:
    """Return the kinds that are meant: in a block of a school not those of the official texts, if there are others."""
    same = [kind for kind in kinds if (kind in _OFFICIAL) == (block.soort in _OFFICIAL)]
    return same or list(kinds)


def near_keys(said: Eigenschap, block: Block) -> tuple[str, ...]:
    """Return the properties that this one was probably meant to be; not those that stand there once already."""
    sleutels = BLOKKEN[block.soort].sleutels.values()
    other = _ANDERS.get(fold(said.sleutel.value), "")
    if any(sleutel.naam == other and not is_there(block, sleutel) for sleutel in sleutels):
        return (other,)
    return near_of(said.sleutel.value, [s.naam for s in sleutels if not is_there(block, s)])


def unknown(said: Eigenschap, block: Block, near: Sequence[str]) -> Diagnostic:
    """Return that no block has a property, with those that it was probably meant to be."""
    key, kop = said.sleutel, BLOKKEN[block.soort].kop
    if fold(key.value) in _SIZES and block.kop.soort in _SIZED:
        return found("RP206", key.span, key=key.value, block=kop, help=say("omvang-in-kop", block=kop))
    if len(near) == 1:
        help_ = say("bedoelde-je", text=near[0])
        return found("RP206", key.span, key=key.value, block=kop, help=help_, fixes=[Fix(key.span, near[0])])
    help_ = _one_of(near) if near else _keys_of(block)
    return found("RP206", key.span, key=key.value, block=kop, help=help_)


def _one_of(words: Iterable[str]) -> Say:
    return say("kies-uit", words=", ".join(f"`{word}`" for word in words))


def _keys_of(block: Block) -> Say:
    keys = [f"`{key}`" for key in BLOKKEN[block.soort].sleutels]
    return say("wel-bekend", keys=", ".join(keys)) if keys else say("geen-eigenschappen")
