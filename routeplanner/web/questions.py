"""What one can ask in a conversation: why not, what is best, how many are left, when, and what changed."""

from __future__ import annotations

from starlette.responses import Response

from routeplanner import api
from routeplanner.dossier.records import Ontwerp
from routeplanner.dossier.records_lob import Ervaring
from routeplanner.web.asking import Ask
from routeplanner.web.drawing import in_time
from routeplanner.web.forms import number as number_of
from routeplanner.web.news import change_of, marker_of
from routeplanner.web.talking import SUGGESTIONS, holding, page, why_now


def why(ask: Ask) -> Response:
    """Tell why a choice is closed or forced."""
    if not ask.part:
        with holding(ask) as (talk, draft, reading):
            return page(ask, talk, draft, reading, why=ask.path("key"))
    with holding(ask) as (talk, draft, _):
        return ask.render("deel/waarom.html", draft=draft, why=why_now(ask, talk, ask.path("key")))


def suggestions(ask: Ask) -> Response:
    """Show three ways to go on that really differ."""
    from routeplanner.web.suggesting import shown_suggestions

    with holding(ask) as (talk, draft, _):
        found = shown_suggestions(talk.planner, SUGGESTIONS, ask.words)
        return ask.render(
            "deel/voorstellen.html" if ask.part else "voorstellen.html", draft=draft, suggestions=found
        )


def timeline(ask: Ask) -> Response:
    """Show when everything is, and the steps by which the route came to be so."""
    with holding(ask) as (talk, draft, _):
        drawing = in_time(talk.planner.selection, draft, ask.words)
    steps = ask.desk.store.history(draft.id)
    return ask.render("verloop.html", draft=draft, drawing=drawing, steps=steps)


def choose_draft(ask: Ask) -> Response:
    """Make a draft the pupil's route."""
    draft = ask.desk.store.get(Ontwerp, ask.path("id"))
    ask.desk.store.choose(draft.id, number_of(ask, "versie"), door=ask.actor.id)
    return ask.to("conversation", id=draft.id)


def number(ask: Ask) -> Response:
    """Tell how many geldige routes are left."""
    with holding(ask) as (talk, draft, _):
        try:
            found = talk.planner.count()
        except api.LimitReachedError:
            found = None
        return ask.render("deel/aantal.html" if ask.part else "aantal.html", draft=draft, number=found)


def news(ask: Ask) -> Response:
    """Tell what a change of the rules did to this route; nothing where the page knows already."""
    seen = ask.query("editie")
    reading = ask.desk.school.now()
    marker = marker_of(reading)
    if seen == marker or not ask.part:
        return Response(status_code=204)
    draft = ask.desk.store.get(Ontwerp, ask.path("id"))
    changed = seen.rstrip("f") != str(reading.edition.number)
    ervaringen = ask.desk.store.find(Ervaring, leerling=draft.leerling)
    change = (
        change_of(reading.edition, draft, ervaringen, ask.words) if changed and not reading.errors else None
    )
    return ask.render("deel/nieuws.html", draft=draft, reading=reading, news=change, marker=marker)
