"""RP303, RP304: the parts into which a school divides a unit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from routeplanner.language.syntax import Block
from routeplanner.model.checks.subject import Checked
from routeplanner.model.quantities import Toetsing
from routeplanner.model.rules import EenheidId
from routeplanner.text.diagnostic import Diagnostic, found, label
from routeplanner.text.source import Span

_SE = frozenset({Toetsing.SE, Toetsing.CE_EN_SE, Toetsing.DEELS_CE})


def se_not_covered(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of an SE unit that is divided, but not covered by the verkennend deel that every pupil does.

    Source: SLO-handreiking LOB, "de SE-exameneenheid wordt gedekt"; a unit that is not divided is done whole.
    """
    covered = _covered_units(checked)
    terms = _covered_terms(checked)
    official = _terms_by_unit(checked)
    torn = _torn(checked)
    said = _said_to_cover(checked)
    for id_, invulling in checked.curriculum.invullingen.items():
        unit = checked.curriculum.eenheden[id_]
        is_se = any(unit.toetsing[leerweg] in _SE for leerweg in checked.taught(id_))
        if not is_se or id_ in covered or not checked.is_sure(id_) or invulling.span in torn:
            continue
        known = official.get(unit.span, [])
        missing = [term for term, *above in known if terms.isdisjoint((term, *above))]
        if missing and len(missing) < len(known):
            yield found("RP303", invulling.span, variant="eindterm", code=str(id_), terms=", ".join(missing))
        elif missing or not known:
            where = invulling.verkennend.span if invulling.verkennend else invulling.span
            where = said.get(where, where)
            variant = "dekt" if invulling.verkennend else ""
            yield found(
                "RP303", where, variant=variant, code=str(id_), related=[label(unit.span, "de-eenheid")]
            )


def _said_to_cover(checked: Checked) -> dict[Span, Span]:
    """Return where each part says what it covers, by where the part stands."""
    return {
        part.span: eigenschap.span
        for block in checked.blocks
        if block.soort == "invulling"
        for part in block.kinderen
        for eigenschap in part.alle("dekt")
    }


def _torn(checked: Checked) -> set[Span]:
    """Return the invullingen with a line that could not be read: what seems missing may be in it."""
    return {block.span for block in checked.blocks if block.soort == "invulling" and not block.heel}


def _covered_units(checked: Checked) -> set[EenheidId]:
    parts = (invulling.verkennend for invulling in checked.curriculum.invullingen.values())
    return {id_ for part in parts if part is not None for id_ in part.dekt}


def _covered_terms(checked: Checked) -> set[str]:
    parts = (invulling.verkennend for invulling in checked.curriculum.invullingen.values())
    return {term for part in parts if part is not None for term in part.dekt_termen}


def _terms_by_unit(checked: Checked) -> dict[Span, list[tuple[str, ...]]]:
    """Return the eindtermen of each unit (or deeltaken, where these have none), by where the unit stands.

    Each with the deeltaak that it is of: who covers that, covers it too.
    """
    blocks = chain.from_iterable((block, *block.kinderen) for block in checked.blocks)
    return {block.span: list(_terms(block, ())) for block in blocks if block.kinderen}


def _terms(block: Block, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for child in block.kinderen:
        if child.kop.naam is not None:
            path = (child.kop.naam.value, *above)
            yield from _terms(child, path) if child.kinderen else [path]


def ce_split(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of a verdiepend deel that nobody can take, as its unit is CE in every leerweg that has it here."""
    for id_, invulling in checked.curriculum.invullingen.items():
        unit = checked.curriculum.eenheden[id_]
        for deel in invulling.verdiepend:
            taught = [
                w
                for w in checked.taught(id_)
                if not deel.kenmerken.leerwegen or w in deel.kenmerken.leerwegen
            ]
            if taught and all(
                unit.toetsing[leerweg] in (Toetsing.CE, Toetsing.CE_EN_SE) for leerweg in taught
            ):
                listed = ", ".join(leerweg.value for leerweg in taught)
                related = [label(unit.span, "de-eenheid")]
                yield found("RP304", deel.span, code=str(id_), leerwegen=listed, related=related)
