"""A figure in words: what stands in a block, what its tooltip says, and the whole of it in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from routeplanner.engine.selection import Plaats
from routeplanner.model.quantities import KLOKUUR, Minuten, Toetsing
from routeplanner.model.rules import KeuzeSoort
from routeplanner.present.figure import Box, Figure, Row
from routeplanner.present.words import Words


def kind_of(row: Row, box: Box) -> str:
    """Return what a block is: the key of its row, or `verdieping` for one that stands on another unit."""
    deepens = box.onderdeel is not None and box.onderdeel.keuze.soort is KeuzeSoort.VERDIEPING
    return "verdieping" if deepens else row.key


def name_of(row: Row, box: Box, words: Words) -> str:
    """Return the name of a block; of a verdieping, which has the code of its unit, also that it is one."""
    if kind_of(row, box) != "verdieping":
        return box.name
    return f"{box.name} {words.phrase('figuur.een-verdieping')}"


def size_text(minuten: Minuten | None, weken: int | None, words: Words) -> str:
    """Return a size: `24 uur`, `7 uur 30 minuten`, `2 weken`; empty where it is not known."""
    if weken is not None:
        return words.count("toon.weken", weken)
    if minuten is None:
        return ""
    hours, rest = divmod(minuten, KLOKUUR)
    parts = [words.count("toon.uren", hours)] if hours or not rest else []
    return " ".join([*parts, words.count("toon.minuten", rest)] if rest else parts)


def size_of(box: Box, words: Words) -> str:
    """Return the size of a block."""
    onderdeel = box.onderdeel
    return size_text(onderdeel.minuten, onderdeel.weken, words) if onderdeel is not None else ""


def place_text(plaats: Plaats, words: Words) -> str:
    """Return where in time something stands: `leerjaar 3, periode 1 en 2`; empty where it has no place."""
    perioden = words.listed([str(periode) for periode in plaats.perioden])
    if plaats.leerjaar is None:
        return words.phrase("plaats.periode", perioden=perioden) if perioden else ""
    if not perioden:
        return words.phrase("plaats.leerjaar", leerjaar=plaats.leerjaar)
    return words.phrase("plaats.beide", leerjaar=plaats.leerjaar, perioden=perioden)


def mark_text(box: Box, words: Words) -> str:
    """Return how a unit is examined: `CE`, `SE`, `CE en SE`, …; empty for what is not of the own programme."""
    if box.mark is None:
        return ""
    if box.mark is Toetsing.CE_EN_SE:
        return words.listed([Toetsing.CE.value, Toetsing.SE.value])
    if box.mark is Toetsing.DEELS_CE:
        return words.phrase("toetsing.deels-ce")
    return words.phrase("toetsing.onbekend") if box.mark is Toetsing.ONBEKEND else box.mark.value


def notes(box: Box, words: Words, *, places: bool = True) -> tuple[str, ...]:
    """Return the lines under the name and title of a block: its mark or its size, and its place in time."""
    only = words.phrase("figuur.alleen-verkennend") if box.only else ""
    place = place_text(box.plaats, words) if places else ""
    said = (mark_text(box, words) or size_of(box, words), only, place)
    return tuple(line for line in said if line)


def whole_text(row: Row, box: Box, words: Words) -> str:
    """Return all that there is to say of a block, on one line."""
    name = f"{box.name} {box.about}".strip()
    if kind_of(row, box) == "verdieping":
        name = words.phrase("figuur.verdiept", title=box.about, code=box.name)
    details = [mark_text(box, words), size_of(box, words), place_text(box.plaats, words)]
    if box.only:
        details.append(words.phrase("figuur.alleen-verkennend"))
    if box.done:
        details.append(words.phrase("figuur.klaar"))
    said = ", ".join(detail for detail in details if detail)
    return f"{name} ({said})" if said else name


def described(figure: Figure, words: Words) -> str:
    """Return the figure in sentences, for who cannot see it."""
    return " ".join(f"{text[:1].upper()}{text[1:]}." for text in _sentences(figure, words))


def _sentences(figure: Figure, words: Words) -> Iterator[str]:
    yield words.phrase("figuur.zin", title=figure.title or words.phrase("figuur.naamloos"))
    if figure.subtitle:
        yield words.phrase("figuur.zin-volgt", programme=figure.subtitle)
    for key in ("programma", "verdieping", "verbreding", "keuzevakken", "keuzemodules", "stages"):
        yield from _sentence(figure, key, words)
    for key in ("activiteiten", "vakken"):
        yield from _sentence(figure, key, words)


def _sentence(figure: Figure, key: str, words: Words) -> Iterator[str]:
    for row in figure.rows:
        if row.key == key:
            said = words.listed([whole_text(row, box, words) for box in row.boxes])
            yield words.phrase(f"figuur.zin-{key}", boxes=said)
