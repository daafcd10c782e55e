"""For whom something holds, in words: `MET, ZW in BB, KB`."""

from __future__ import annotations

from collections.abc import Iterable

from routeplanner.engine.cases import Case
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.quantities import Leerweg
from routeplanner.present.words import Words


def case_text(case: Case, curriculum: Curriculum, words: Words) -> str:
    """Return one kind of pupil: `IS KB, uitstroomprofiel "…"`."""
    return f"{case.programma} {case.leerweg.value}{rest_text(case, curriculum, words)}"


def cases_text(cases: Iterable[Case], curriculum: Curriculum, words: Words) -> str:
    """Return several kinds of pupils, those of one programme together and programmes with the same leerwegen too."""
    leerwegen: dict[tuple[str, str], list[Leerweg]] = {}
    for case in cases:
        leerwegen.setdefault((case.programma, rest_text(case, curriculum, words)), []).append(case.leerweg)
    programmas: dict[tuple[tuple[Leerweg, ...], str], list[str]] = {}
    for (programma, rest), some in leerwegen.items():
        programmas.setdefault((tuple(some), rest), []).append(programma)
    return "; ".join(
        words.phrase("gevallen", programmas=", ".join(ids), leerwegen=", ".join(lw.value for lw in some))
        + rest
        for (some, rest), ids in programmas.items()
    )


def rest_text(case: Case, curriculum: Curriculum, words: Words) -> str:
    """Return what tells a case from others of its programme and leerweg: `, doel "…"`, or nothing."""
    profile, doel = case.uitstroomprofiel, case.doel
    parts = [words.phrase("geval.uitstroomprofiel", name=profile)] if profile is not None else []
    if doel is not None:
        parts.append(words.phrase("geval.doel", name=curriculum.doelen[doel].naam))
    return "".join(f", {part}" for part in parts)
