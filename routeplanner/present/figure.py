"""The figure of a route: the programme as a row of blocks, and on top of it what the pupil chose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from routeplanner.engine.selection import Cel, Onderdeel, Plaats, Selection
from routeplanner.model.quantities import KLOKUUR, Minuten, Toetsing
from routeplanner.model.rules import Keuze, KeuzeSoort
from routeplanner.present.words import Words

_WIDTH = 78
_MOST = 24
"""Characters of a title in a block."""
_NOWHERE = Plaats()
_MARKS = {
    Toetsing.CE: "CE",
    Toetsing.SE: "SE",
    Toetsing.CE_EN_SE: "CE en SE",
    Toetsing.DEELS_CE: "deels CE",
    Toetsing.ONBEKEND: "?",
}


@dataclass(frozen=True, slots=True)
class Box:
    """One block of the figure."""

    name: str
    title: str
    note: str
    """Its mark (CE, SE) or size."""
    done: bool
    about: str = ""
    """The whole title, also where the code is enough in the drawing."""
    mark: Toetsing | None = None
    """How a unit of the own programme is examined."""
    onderdeel: Onderdeel | None = None
    plaats: Plaats = _NOWHERE
    only: bool = False
    """Whether the pupil declined every verdieping of it: the verkennend deel, and no more."""


@dataclass(frozen=True, slots=True)
class Row:
    """The blocks that stand side by side."""

    key: str
    """What they are: `programma`, `verdieping`, `verbreding`, `keuzevakken`, …"""
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure of one route, from top to bottom."""

    title: str
    subtitle: str
    rows: tuple[Row, ...]
    cellen: tuple[Cel, ...] = ()
    """Every periode of the school, in order."""


def figure_of(selection: Selection) -> Figure:
    """Return the figure of a route."""
    rows = (Row(key, tuple(_boxes(selection, key))) for key in _KEYS)
    drawn = tuple(row for row in rows if row.boxes)
    return Figure(selection.route.naam, subtitle(selection), drawn, selection.cellen)


def subtitle(selection: Selection) -> str:
    """Return what a route follows and where it goes: `Voertuigentechniek (VT), KB → Autoverkoper`."""
    route, programma = selection.route, selection.programma
    leerweg = f", {route.leerweg.value}" if route.leerweg else ""
    text = f"{programma.titel} ({programma.id}){leerweg}" if programma else ""
    return f"{text} → {selection.curriculum.doelen[route.doel].naam}" if route.doel is not None else text


_KEYS = (
    "verbreding",
    "verdieping",
    "programma",
    "keuzevakken",
    "keuzemodules",
    "stages",
    "activiteiten",
    "vakken",
)
_NAMED = {
    KeuzeSoort.KEUZEMODULE: "keuzemodules",
    KeuzeSoort.STAGE: "stages",
    KeuzeSoort.ACTIVITEIT: "activiteiten",
    KeuzeSoort.VAK: "vakken",
    KeuzeSoort.KEUZEVAK: "keuzevakken",
    KeuzeSoort.MODULE: "keuzevakken",
}


def _boxes(selection: Selection, key: str) -> Iterator[Box]:
    done = set(selection.route.afgerond)
    mine = [o for o in selection.chosen() if _row_of(o) == key]
    for onderdeel in sorted(mine, key=lambda o: _moment(selection, o)):
        yield Box(
            _name(onderdeel),
            _title(selection, onderdeel),
            _note(selection, onderdeel),
            onderdeel.keuze in done,
            _about(selection, onderdeel),
            _mark(selection, onderdeel),
            onderdeel,
            selection.gekozen[onderdeel.keuze],
            _only(selection, onderdeel),
        )


def _moment(selection: Selection, onderdeel: Onderdeel) -> tuple[int, int]:
    plaats = selection.gekozen[onderdeel.keuze]
    return (plaats.leerjaar or 0, min(plaats.perioden, default=0))


def _row_of(onderdeel: Onderdeel) -> str:
    named = _NAMED.get(onderdeel.keuze.soort)
    if named is not None:
        return named
    if onderdeel.verbreding:
        return "verbreding"
    return "verdieping" if onderdeel.verdieping else "programma"


def _name(onderdeel: Onderdeel) -> str:
    keuze = onderdeel.keuze
    return str(keuze.eenheid) if keuze.eenheid is not None else str(keuze.naam)


def _title(selection: Selection, onderdeel: Onderdeel) -> str:
    if _row_of(onderdeel) == "programma":
        return ""  # of the own programme the code is enough: it is the bar that all else stands on
    return _about(selection, onderdeel)


def _about(selection: Selection, onderdeel: Onderdeel) -> str:
    keuze = onderdeel.keuze
    if keuze.eenheid is None:
        return ""
    return keuze.naam or selection.curriculum.eenheden[keuze.eenheid].titel


def _mark(selection: Selection, onderdeel: Onderdeel) -> Toetsing | None:
    id_ = onderdeel.keuze.eenheid
    if _row_of(onderdeel) != "programma" or id_ is None or selection.leerweg is None:
        return None
    return selection.curriculum.eenheden[id_].toetsing.get(selection.leerweg)


def _only(selection: Selection, onderdeel: Onderdeel) -> bool:
    id_ = onderdeel.keuze.eenheid
    if id_ is None or onderdeel.keuze.soort is not KeuzeSoort.VERKENNEND:
        return False
    delen = selection.curriculum.verdiepingen(id_)
    declined = set(selection.route.afgewezen)
    return bool(delen) and all(Keuze(KeuzeSoort.VERDIEPING, id_, deel.naam) in declined for deel in delen)


def _note(selection: Selection, onderdeel: Onderdeel) -> str:
    keuze = onderdeel.keuze
    if _row_of(onderdeel) == "programma":
        mark = _mark(selection, onderdeel)
        return _MARKS[mark] if mark else ""
    parts = []
    if onderdeel.minuten is not None:
        parts.append(hours(onderdeel.minuten))
    if onderdeel.weken is not None:
        parts.append(f"{onderdeel.weken} weken" if onderdeel.weken > 1 else "1 week")
    plaats = selection.gekozen[keuze]
    if plaats.leerjaar is not None:
        parts.append(f"lj {plaats.leerjaar}" + (f" p{plaats.perioden[0]}" if plaats.perioden else ""))
    return ", ".join(parts)


def hours(minuten: Minuten) -> str:
    """Return a duration in klokuren, exact: `24 uur`, `7,5 uur`, `50 min`."""
    if minuten % KLOKUUR == 0:
        return f"{minuten // KLOKUUR} uur"
    tenths = minuten * 10 // KLOKUUR
    if tenths * KLOKUUR == minuten * 10:
        return f"{tenths // 10},{tenths % 10} uur"
    return f"{minuten} min"


# ---- as text


def figure_text(figure: Figure, words: Words) -> str:
    """Return the figure in box-drawing characters, at most 78 columns wide."""
    lines = [figure.title, figure.subtitle, ""]
    for row in figure.rows:
        lines.append(words.phrase(f"figuur.{row.key}"))
        for group in _fitting(row.boxes):
            lines.extend(_drawn(group))
    if any(box.done for row in figure.rows for box in row.boxes):
        lines.append(words.phrase("figuur.afgerond"))
    return "\n".join(lines).rstrip() + "\n"


def _texts(box: Box) -> tuple[str, str, str]:
    name = f"{box.name} ✓" if box.done else box.name
    title = box.title if len(box.title) <= _MOST else box.title[: _MOST - 1] + "…"
    return name, title, box.note


def _fitting(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """Yield the boxes in rows that fit the width."""
    group: list[Box] = []
    width = 1
    for box in boxes:
        size = max(map(len, _texts(box))) + 3
        if group and width + size > _WIDTH:
            yield group
            group, width = [], 1
        group.append(box)
        width += size
    if group:
        yield group


def _drawn(boxes: Sequence[Box]) -> Iterator[str]:
    widths = [max(map(len, _texts(box))) + 2 for box in boxes]
    yield "┌" + "┬".join("─" * width for width in widths) + "┐"
    for part in range(3):
        cells = [f" {_texts(box)[part]}".ljust(width) for box, width in zip(boxes, widths, strict=True)]
        if any(cell.strip() for cell in cells):
            yield "│" + "│".join(cells) + "│"
    yield "└" + "┴".join("─" * width for width in widths) + "┘"
