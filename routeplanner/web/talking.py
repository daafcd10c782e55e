"""The conversation: the page of one draft, and its clicks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from secrets import token_urlsafe

from starlette.responses import Response

from routeplanner import api
from routeplanner.dossier.errors import NothingLeftError
from routeplanner.dossier.records import Leerling, Ontwerp
from routeplanner.model.rules import Keuze
from routeplanner.present.verdicts import repair_text
from routeplanner.web.asking import Ask
from routeplanner.web.cards import is_key
from routeplanner.web.conversations import Conversation
from routeplanner.web.drawing import drawn
from routeplanner.web.forms import AskedWrongError
from routeplanner.web.forms import number as number_of
from routeplanner.web.meeting import is_newer, two_versions
from routeplanner.web.news import marker_of
from routeplanner.web.school import Reading
from routeplanner.web.screen import changes_of, screen_of, why_of

SUGGESTIONS = 3
"""How many are shown."""
_WINDOW = 16
"""Signs of the name that the page gives to the window it is in."""


@contextmanager
def holding(ask: Ask) -> Iterator[tuple[Conversation, Ontwerp, Reading]]:
    """Hold the conversation of the draft in the address."""
    reading = ask.desk.school.now()
    conversations, store = ask.desk.conversations, ask.desk.store
    with conversations.alone(store.get(Ontwerp, ask.path("id")).id):
        draft = store.get(Ontwerp, ask.path("id"))  # as it is now that nobody else can change it
        with ask.desk.hold(draft, reading.edition) as conversation:
            yield conversation, draft, reading


def conversation(ask: Ask) -> Response:
    """Show the page of a draft."""
    with holding(ask) as (talk, draft, reading):
        return page(ask, talk, draft, reading)


def page(  # noqa: PLR0913 - what is held, and what is said beside it
    ask: Ask,
    talk: Conversation,
    draft: Ontwerp,
    reading: Reading,
    *,
    why: str = "",
    said: str = "",
    focus: str = "",
) -> Response:
    """Show a draft as it is now; to a page with JavaScript only the part that changes."""
    store = ask.desk.store
    asked = why or ask.query("waarom")
    steps = store.history(draft.id)
    return ask.render(
        "deel/gesprek.html" if ask.part else "gesprek.html",
        draft=draft,
        pupil=store.get(Leerling, draft.leerling),
        drafts=store.find(Ontwerp, leerling=draft.leerling),
        steps=steps,
        latest=steps[-1].nummer if steps else 0,
        screen=screen_of(talk.planner, talk.unknown, talk.facts, ask.words),
        figure=drawn(talk.planner.selection, draft, ask.words),
        route=talk.route,
        why=why_now(ask, talk, asked) if asked else None,
        reading=reading,
        marker=marker_of(reading),
        doelen=tuple(talk.curriculum.doelen.values()),
        kenmerken=_kenmerken(talk),
        chosen_goal=talk.curriculum.doelen.get(talk.route.doel or ""),
        said=said,
        focus=focus,
        window=ask.form.get("venster", "")[:_WINDOW] or token_urlsafe(12)[:_WINDOW],
    )


def why_now(ask: Ask, talk: Conversation, key: str) -> object:
    """Return why a choice is closed or forced; None where that is not known in time."""
    try:
        return why_of(talk.planner, talk.keuze(key), ask.words)
    except (api.LimitReachedError, api.NotOfferedError):
        return None


def _kenmerken(talk: Conversation) -> tuple[str, ...]:
    """Return the words for what things on offer are like, as interests to tick."""
    found = {
        k for o in talk.planner.selection.onderdelen.values() if o.neembaar for k in o.kenmerken.kenmerken
    }
    goals = {k for doel in talk.curriculum.doelen.values() for k in doel.kenmerken}
    return tuple(sorted(found | goals))


# ---- clicks


def click(ask: Ask) -> Response:
    """Do what was clicked, keep it, and show the page as it is then."""
    act = _ACTS.get(ask.path("act"))
    if act is None:
        raise AskedWrongError
    with holding(ask) as (talk, draft, reading):
        if is_newer(ask, talk, draft, number_of(ask, "versie")):
            return two_versions(ask, talk, draft, act)
        said = act(ask, talk)
        kept = ask.desk.store.step(draft.id, draft.versie, talk.changed(), said, door=ask.actor.id)
        return _after(ask, talk, kept, reading, said)


def walk(ask: Ask) -> Response:
    """Go a step back, or forward again."""
    store = ask.desk.store
    step = store.undo if ask.path("way") == "terug" else store.redo
    with holding(ask) as (talk, draft, reading):
        if is_newer(ask, talk, draft, number_of(ask, "versie")):
            return two_versions(ask, talk, draft, None)
        try:
            kept = step(draft.id, draft.versie, door=ask.actor.id)
        except NothingLeftError:
            return ask.to("conversation", id=draft.id)
        talk.go(kept.document)
        return _after(ask, talk, kept, reading, ask.words.phrase(f"pagina.stap.{ask.path('way')}"))


def _after(ask: Ask, talk: Conversation, draft: Ontwerp, reading: Reading, said: str) -> Response:
    """Return the page after a click; without JavaScript by way of its address, so that reloading repeats nothing.

    What was clicked keeps the focus. Where it went away, the choice that it was about gets it, or else the verdict.
    """
    talk.made[draft.versie] = ask.form.get("venster", "")
    key = ask.form.get("keuze", "") or ask.form.get("herstel", "").partition("|")[0]
    key = key if is_key(key) else ""
    if ask.part:
        focus = key or ask.path("way") or ("oordeel" if ask.path("act") in _ONCE else "")
        return page(ask, talk, draft, reading, said=said, focus=focus)
    answer = ask.to("conversation", id=draft.id)
    answer.headers["location"] += f"#{key or 'inhoud'}"
    return answer


def _keuze(ask: Ask, talk: Conversation) -> Keuze:
    return talk.keuze(ask.form.get("keuze", ""))


def _choose(ask: Ask, talk: Conversation) -> str:
    if ask.form.get("plaats"):
        return _place(ask, talk)
    keuze = _keuze(ask, talk)
    talk.planner.choose(keuze)
    return ask.words.phrase("pagina.stap.kies", choice=str(keuze))


def _place(ask: Ask, talk: Conversation) -> str:
    """Choose something for a periode; the button says `key.leerjaar.periode`."""
    key, _, place = ask.form["plaats"].partition(".")
    keuze = talk.keuze(key)
    cel = next((c for c in talk.planner.selection.cellen if f"{c.leerjaar}.{c.periode}" == place), None)
    if cel is None:
        raise AskedWrongError
    talk.planner.choose(keuze, leerjaar=cel.leerjaar, periode=cel.periode)
    return ask.words.phrase(
        "pagina.stap.plaats", choice=str(keuze), leerjaar=cel.leerjaar, periode=cel.periode
    )


def _release(ask: Ask, talk: Conversation) -> str:
    keuze = _keuze(ask, talk)
    talk.planner.release(keuze)
    return ask.words.phrase("pagina.stap.los", choice=str(keuze))


def _decline(ask: Ask, talk: Conversation) -> str:
    keuze = _keuze(ask, talk)
    talk.planner.decline(keuze)
    return ask.words.phrase("pagina.stap.niet", choice=str(keuze))


def _mend(ask: Ask, talk: Conversation) -> str:
    """Make one of the changes that were offered: of the route, or to be able to take a choice.

    The button says `key|change`. The change is in it as it was read: what is made is what was offered.
    """
    key, _, told = ask.form.get("herstel", "").partition("|")
    keuze = talk.keuze(key) if key else None
    if keuze is not None:
        offered = talk.planner.why(keuze).repairs
    else:
        offered = tuple(mended.repair for mended in changes_of(talk.planner.verdict()))
    repair = next((one for one in offered if repair_text(one, ask.words) == told), None)
    if repair is None:
        raise AskedWrongError
    talk.planner.mend(repair)
    if keuze is not None:
        talk.planner.choose(keuze)
    return ask.words.phrase("pagina.stap.herstel", change=told)


def _finish(ask: Ask, talk: Conversation) -> str:
    """Take what would finish the route, with the places where it can stand."""
    plan = talk.planner.verdict().plan
    for keuze in plan.added if plan is not None else ():
        cel = plan.places.get(keuze) if plan is not None else None
        if cel is None:
            talk.planner.choose(keuze)
        else:
            talk.planner.choose(keuze, leerjaar=cel.leerjaar, periode=cel.periode)
    return ask.words.phrase("pagina.stap.afmaken")


def _follow(ask: Ask, talk: Conversation) -> str:
    number = number_of(ask, "nummer")
    found = talk.planner.suggest(SUGGESTIONS).found
    if number >= len(found):
        raise AskedWrongError
    talk.planner.follow(found[number].route)
    return ask.words.phrase("pagina.stap.voorstel", number=number + 1)


def _wish(ask: Ask, talk: Conversation) -> str:
    """Change the goal, what the pupil likes and what not."""
    doel = api.folded(ask.form.get("doel", ""))
    likes, dislikes = (set(ask.form.get(name, "").split("\n")) for name in ("graag", "liever-niet"))
    known = _kenmerken(talk)
    route = replace(
        talk.route,
        doel=doel if doel in talk.curriculum.doelen else None,
        interesses=tuple(k for k in known if k in likes),
        liever_niet=tuple(k for k in known if k in dislikes - likes),
    )
    talk.planner.follow(route)
    return ask.words.phrase("pagina.stap.wens")


_ACTS: Mapping[str, Callable[[Ask, Conversation], str]] = {
    "kies": _choose,
    "los": _release,
    "niet": _decline,
    "herstel": _mend,
    "afmaken": _finish,
    "voorstel": _follow,
    "wens": _wish,
}
_ONCE = frozenset({"herstel", "afmaken", "voorstel"})
"""What is done with a button that is not there any more after it."""
