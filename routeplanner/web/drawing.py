"""The figure of a draft, for a page: it stands beside the choices, so it is narrow, and nobody is named in it."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from routeplanner.dossier.records import Ontwerp
from routeplanner.engine.selection import Selection
from routeplanner.present.figure import figure_of
from routeplanner.present.figure_svg import NARROW, PRINT, figure_svg, timeline_svg
from routeplanner.present.words import Words


def drawn(selection: Selection, draft: Ontwerp, words: Words) -> Markup:
    """Return the figure as SVG, which escapes every text in it itself."""
    figure = replace(figure_of(selection), title=draft.naam)
    svg = figure_svg(figure, words, prefix=f"f{draft.id}", width=NARROW, heading=False)
    return Markup(svg[svg.index("<svg") :])  # noqa: S704 - made by present/markup.py, where all text is escaped


def in_time(selection: Selection, draft: Ontwerp, words: Words) -> Markup:
    """Return the timeline of a draft as SVG."""
    figure = replace(figure_of(selection), title=draft.naam)
    svg = timeline_svg(figure, words, prefix=f"t{draft.id}", width=PRINT, heading=False)
    return Markup(svg[svg.index("<svg") :])  # noqa: S704 - as above
