"""RP303, RP304: the parts into which a school divides a unit."""

from __future__ import annotations

from collections.abc import Iterator

from routeplanner.model.checks.subject import Checked
from routeplanner.model.quantities import Toetsing
from routeplanner.model.rules import EenheidId
from routeplanner.text.diagnostic import Diagnostic, found, label

_SE = frozenset({Toetsing.SE, Toetsing.CE_EN_SE, Toetsing.DEELS_CE})


def se_not_covered(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of an SE unit that is divided, but not covered by the verkennend deel that every pupil does.

    Source: SLO-handreiking LOB, "de SE-exameneenheid wordt gedekt"; a unit that is not divided is done whole.
    """
    covered = _covered_units(checked)
    terms = _covered_terms(checked)
    for id_, invulling in checked.curriculum.invullingen.items():
        unit = checked.curriculum.eenheden[id_]
        is_se = any(unit.toetsing[leerweg] in _SE for leerweg in checked.taught(id_))
        if not is_se or id_ in covered or not checked.is_sure(id_) or not _is_whole(checked, id_):
            continue
        missing = [term for term in _terms_of(checked, id_) if term not in terms]
        if missing and missing != _terms_of(checked, id_):
            yield found("RP303", invulling.span, variant="eindterm", code=str(id_), terms=", ".join(missing))
        elif missing or not _terms_of(checked, id_):
            where = invulling.verkennend.span if invulling.verkennend else invulling.span
            variant = "dekt" if invulling.verkennend else ""
            yield found(
                "RP303", where, variant=variant, code=str(id_), related=[label(unit.span, "de-eenheid")]
            )


def _is_whole(checked: Checked, id_: EenheidId) -> bool:
    """Tell whether every line of the invulling could be read: what seems missing may be in another."""
    span = checked.curriculum.invullingen[id_].span
    return all(block.heel for block in checked.blocks if block.soort == "invulling" and block.span == span)


def _covered_units(checked: Checked) -> set[EenheidId]:
    parts = (invulling.verkennend for invulling in checked.curriculum.invullingen.values())
    return {id_ for part in parts if part is not None for id_ in part.dekt}


def _covered_terms(checked: Checked) -> set[str]:
    parts = (invulling.verkennend for invulling in checked.curriculum.invullingen.values())
    return {term for part in parts if part is not None for term in part.dekt_termen}


def _terms_of(checked: Checked, id_: EenheidId) -> list[str]:
    """Return the eindtermen (or deeltaken, where these have none) that the official text gives for a unit."""
    unit = checked.curriculum.eenheden[id_]
    for block in checked.blocks:
        for child in block.kinderen:
            if child.span == unit.span:
                return [str(term.kop.naam.value) for term in child.kinderen if term.kop.naam is not None]
    return []


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
