"""The figure as SVG: what it draws, that all can read it, and that no text in it can become more than text.

`python tests/present/test_figure_svg.py` renews the drawings in tests/golden/figure: look at each of them.
"""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from engine.judging import bundled, linked, route_of
from present.hostile_texts import HOSTILE
from present.reading_svg import SVG, blocks, check

from routeplanner import api
from routeplanner.present.figure import Box, Figure, Row, figure_of
from routeplanner.present.figure_svg import INK, LOOKS, NARROW, PRINT, WIDE, figure_svg, timeline_svg
from routeplanner.present.words import LANGUAGES, Words

GOLDEN = Path(__file__).parents[1] / "golden/figure"
ROUTES = {
    "autoverkoper": ("voorbeeldcollege", "Autoverkoper"),
    "kevin": ("voorbeeldcollege", "Kevin"),
    "joselien": ("voorbeeldcollege", "Joselien na haar stage"),
    "autoverkoper-van-nu": ("profielschool", "Autoverkoper van nu"),
}
"""The pupils of the guide, and the first of them today: MET with keuzevakken of EO."""
DRAWN = {"figuur": figure_svg, "tijdlijn": timeline_svg}
NL = Words()


def of_route(school: str, route: str) -> Figure:
    curriculum = bundled(school)
    return figure_of(api.select(curriculum, route_of(curriculum, route)))


def every_route() -> list[Figure]:
    schools = [bundled(school) for school in ("voorbeeldcollege", "profielschool")]
    return [figure_of(api.select(c, route)) for c in schools for route in c.routes.values()]


def said(svg: str) -> list[str]:
    return [said for said, _ in blocks(check(svg))]


def golden(name: str, kind: str) -> Path:
    return GOLDEN / f"{name}-{kind}.svg"


@pytest.mark.parametrize("kind", DRAWN)
@pytest.mark.parametrize("name", ROUTES)
def test_a_drawing_is_as_it_was_looked_at(name: str, kind: str) -> None:
    assert DRAWN[kind](of_route(*ROUTES[name]), NL) == golden(name, kind).read_text("utf-8")


@pytest.mark.parametrize("width", [NARROW, 480.0, PRINT, WIDE])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", DRAWN)
def test_every_bundled_route_at_every_width(kind: str, lang: str, width: float) -> None:
    figures = every_route()
    assert len(figures) > 10
    for figure in figures:
        svg = DRAWN[kind](figure, Words(lang), width=width)
        assert check(svg).get("width") == f"{width:g}"


# ---- what it draws


def test_what_the_guide_draws() -> None:
    texts = said(figure_svg(of_route("voorbeeldcollege", "Autoverkoper"), NL))
    assert texts[:3] == [
        "HV/K/9 Verkopen (32 uur, leerjaar 4)",
        "HV/K/10 Detailhandelsmarketing (28 uur, leerjaar 4)",
        "HV/K/11 Presentatietechnieken 1 (24 uur, leerjaar 4)",
    ]
    assert "VT/K/1 De wereld van de mobiliteit (SE, afgerond)" in texts
    only = [text for text in texts if "alleen verkennend" in text]
    assert [text.partition(" ")[0] for text in only] == ["VT/K/9", "VT/K/12"]


def test_verbreding_stands_on_top_of_the_programme() -> None:
    drawn = dict(blocks(check(figure_svg(of_route("voorbeeldcollege", "Autoverkoper"), NL))))
    under = [edges[1] for text, edges in drawn.items() if text.startswith("VT/")]
    upper = [edges[3] for text, edges in drawn.items() if text.startswith("HV/")]
    assert max(upper) <= min(under)


@pytest.mark.parametrize("code", ["B/K/3", "B/K/11"])
def test_a_verdieping_stands_on_its_own_unit(code: str) -> None:
    drawn = blocks(check(figure_svg(of_route("voorbeeldcollege", "Kevin"), NL)))
    (base,) = (edges for text, edges in drawn if text.startswith(f"{code} "))
    (upon,) = (edges for text, edges in drawn if f"van {code} (" in text)
    assert (upon[0], upon[2]) == (base[0], base[2])
    assert 0 < base[1] - upon[3] < 10


def test_a_verdieping_without_its_unit_still_has_a_block() -> None:
    figure = of_route("voorbeeldcollege", "Kevin")
    rows = tuple(
        replace(row, boxes=tuple(box for box in row.boxes if box.about.startswith("CAD: ")))
        for row in figure.rows
    )
    texts = said(figure_svg(replace(figure, rows=tuple(row for row in rows if row.boxes)), NL))
    assert len(texts) == 2


@pytest.mark.parametrize("kind", DRAWN)
def test_every_chosen_thing_has_a_block_or_is_named_in_one(kind: str) -> None:
    for figure in every_route():
        texts = " ; ".join(said(DRAWN[kind](figure, NL)))
        for row in figure.rows:
            assert [box.name for box in row.boxes if box.name not in texts] == []


def test_the_description_names_everything() -> None:
    for figure in every_route():
        description = check(figure_svg(figure, NL))[1].text or ""
        assert [box.name for row in figure.rows for box in row.boxes if box.name not in description] == []


def test_modules_stand_in_the_order_of_their_periode() -> None:
    texts = said(figure_svg(of_route("voorbeeldcollege", "Autoverkoper in BB"), NL))
    assert [text[-1:] for text in (t.rstrip(")") for t in texts) if "leerjaar 3, periode" in text] == list(
        "1234"
    )


def test_a_module_stands_in_the_column_of_its_periode() -> None:
    svg = timeline_svg(of_route("voorbeeldcollege", "Autoverkoper"), NL)
    root = check(svg)
    heads = [float(t.get("x", 0)) for t in root.findall(f"{SVG}text") if (t.text or "").startswith("periode")]
    modules = [edges[0] for text, edges in blocks(root) if "leerjaar 3, periode" in text]
    assert modules == heads[:4]


def test_what_has_no_place_stands_in_a_column_of_its_own() -> None:
    root = check(timeline_svg(of_route("voorbeeldcollege", "Joselien"), NL))
    (head,) = (t for t in root.findall(f"{SVG}text") if t.text == "nog geen plek")
    (dossier,) = (edges for text, edges in blocks(root) if text.startswith("Mijn loopbaandossier"))
    assert dossier[0] == float(head.get("x", 0))


def test_without_loose_ends_there_is_no_such_column() -> None:
    assert "nog geen plek" not in timeline_svg(of_route("voorbeeldcollege", "Autoverkoper"), NL)


def long(count: int) -> Figure:
    boxes = tuple(
        Box(f"VT/K/{n}", "", "", done=n % 7 == 0, about="Een lange titel " * 9) for n in range(count)
    )
    return Figure(
        "Een lange route", "Voertuigentechniek", (Row("programma", boxes), Row("keuzevakken", boxes))
    )


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("count", [1, 2, 60])
@pytest.mark.parametrize("kind", DRAWN)
def test_a_long_route(kind: str, count: int, width: float) -> None:
    root = check(DRAWN[kind](long(count), NL, width=width))
    assert len(blocks(root)) in (2 * count, count + 1)


@pytest.mark.parametrize("kind", DRAWN)
def test_an_empty_route(kind: str) -> None:
    assert blocks(check(DRAWN[kind](Figure("", "", ()), NL))) == []


def test_tl_is_drawn_like_any_other() -> None:
    text = """
programma XX "X"
  soort: afdelingsprogramma

  eenheid XX/K/1 "Een"
    CE: GL, TL

route "Leerling"
  volgt XX in leerweg TL
"""
    curriculum = linked(text)
    figure = figure_of(api.select(curriculum, route_of(curriculum, "Leerling")))
    assert said(figure_svg(figure, NL)) == ["XX/K/1 Een (CE)"]


def test_two_figures_can_stand_on_one_page() -> None:
    figure = of_route("voorbeeldcollege", "Kevin")
    ids = [
        {element.get("id") for element in check(figure_svg(figure, NL, prefix=prefix)).iter()} - {None}
        for prefix in ("links", "rechts")
    ]
    assert len(ids[0]) > 2
    assert ids[0].isdisjoint(ids[1])


def test_without_heading_the_name_is_only_in_the_title() -> None:
    root = check(figure_svg(of_route("voorbeeldcollege", "Kevin"), NL, heading=False))
    assert "Kevin" not in [text.text for text in root.iter(f"{SVG}text")]


# ---- for everyone


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours. Source: WCAG 2.2, definition of contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("kind", LOOKS)
def test_text_and_outlines_can_be_seen(kind: str) -> None:
    look = LOOKS[kind]
    assert contrast(INK, look.fill) >= 4.5
    assert not look.line or contrast(INK, look.line) >= 4.5
    assert contrast(look.stroke, "#ffffff") >= 3


def test_no_two_kinds_differ_in_colour_only() -> None:
    shapes = [(look.thick, look.dashes, look.round, look.pattern) for look in LOOKS.values()]
    plain = [shape for shape in shapes if not any(shape[1:2] + shape[3:])]
    assert len(set(shapes)) >= len(shapes) - 1  # programma and vakken stand apart, each under its own label
    assert len(plain) <= 3


def test_no_text_is_smaller_than_11_pixels() -> None:
    for draw in DRAWN.values():
        root = check(draw(of_route("profielschool", "Autoverkoper van nu"), NL, width=NARROW))
        assert min(float(text.get("font-size", 0)) for text in root.iter(f"{SVG}text")) >= 11


# ---- texts of others


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("kind", DRAWN)
def test_no_text_comes_to_life(kind: str, text: str) -> None:
    box = Box(text, text, text, done=True, about=text)
    rows = tuple(Row(key, (box,)) for key in LOOKS)
    plain = Box("x", "x", "x", done=True, about="x")
    calm = tuple(Row(key, (plain,)) for key in LOOKS)
    hostile = check(DRAWN[kind](Figure(text, text, rows), NL))
    like = check(DRAWN[kind](Figure("x", "x", calm), NL))
    assert {element.tag for element in hostile.iter()} == {element.tag for element in like.iter()}
    assert len(blocks(hostile)) == len(blocks(like))


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) >= 60


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True, parents=True)
    for name, route in ROUTES.items():
        for kind, draw in DRAWN.items():
            golden(name, kind).write_text(draw(of_route(*route), NL), "utf-8")
    sys.exit()
