"""The first page: pupils and their drafts, and the routes that the school wrote as examples."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from routeplanner import api
from routeplanner.dossier.policy import Persoon, Recht, Rol
from routeplanner.dossier.records import Leerling, Ontwerp
from routeplanner.model.curriculum import Curriculum, Route
from routeplanner.web.allowing import NotAllowedError
from routeplanner.web.asking import Ask
from routeplanner.web.conversations import beginning
from routeplanner.web.forms import AskedWrongError


def home(ask: Ask) -> Response:
    """Show the pupils, and how to begin."""
    reading = ask.desk.school.now()
    curriculum = reading.edition.curriculum
    store = ask.desk.store
    drafts: dict[str, list[Ontwerp]] = {}
    for draft in store.find(Ontwerp):
        drafts.setdefault(draft.leerling, []).append(draft)
    seen = [one for one in store.find(Leerling) if ask.may(Recht.LEERLING_ZIEN, one)]
    pupils = sorted(seen, key=lambda one: (one.klas, one.naam))
    return ask.render(
        "home.html",
        reading=reading,
        pupils=[(one, drafts.get(one.id, []) if ask.may(Recht.ROUTE_ZIEN, one) else []) for one in pupils],
        begin=ask.may(Recht.LEERLING_TOEVOEGEN),
        programmas=programmas_of(curriculum),
        leerwegen=curriculum.school.leerwegen if curriculum.school else tuple(api.Leerweg),
        doelen=tuple(curriculum.doelen.values()),
        routes=tuple(curriculum.routes.values()),
    )


def programmas_of(curriculum: Curriculum) -> tuple[tuple[str, str], ...]:
    """Return the programmes that a pupil of this school can follow, by id and title."""
    school = curriculum.school
    found = [p for p in curriculum.programmas.values() if p.soort != "algemeen vak"]
    mine = [p for p in found if school is None or not school.programmas or p.id in school.programmas]
    return tuple((p.id, p.titel) for p in mine or found)


def new_pupil(ask: Ask) -> Response:
    """Begin with a pupil: keep who it is, and open a first draft."""
    curriculum = ask.desk.school.now().edition.curriculum
    route = _route(ask, curriculum)
    naam = ask.form.get("naam", "").strip() or route.naam or ask.words.translate("leerling zonder naam")
    pupil = _kept(ask, _as_seen_by(ask.actor, _asked(ask, naam, route)))
    if not ask.may(Recht.ROUTE_WIJZIGEN, pupil):
        return ask.to("home")
    draft = ask.desk.store.start(
        pupil.id, ask.words.translate("eerste ontwerp"), beginning(route), door=ask.actor.id
    )
    return ask.to("conversation", id=draft.id)


def _asked(ask: Ask, naam: str, route: Route) -> Leerling:
    return Leerling(
        naam=naam,
        klas=ask.form.get("klas", "").strip(),
        programma=route.programma,
        leerweg=route.leerweg.value if route.leerweg else "",
    )


def _as_seen_by(actor: Persoon, pupil: Leerling) -> Leerling:
    """Return a new pupil with what its maker is to it: the pupil itself, or its mentor."""
    if Rol.MENTOR in actor.rollen:
        return replace(pupil, mentor=actor.id)
    if actor.leerling is not None and Rol.LEERLING in actor.rollen:
        return replace(pupil, id=actor.leerling, klas=min(actor.klassen, default=""))
    return pupil


def _kept(ask: Ask, pupil: Leerling) -> Leerling:
    """Return a pupil as it is kept; one that was kept before stays as it is.

    Raises:
        NotAllowedError: The person may not begin with this pupil.
    """
    if not ask.may(Recht.LEERLING_TOEVOEGEN, pupil):
        raise NotAllowedError
    known = ask.desk.store.find(Leerling, id=pupil.id)
    return known[0] if known else ask.desk.store.add(pupil, door=ask.actor.id)


def _route(ask: Ask, curriculum: Curriculum) -> Route:
    """Return the route that a form asks for: one of the school's own, or a new one."""
    example = curriculum.routes.get(api.folded(ask.form.get("route", "")))
    if example is not None:
        return example
    programma = ask.form.get("programma", "")
    if programma not in dict(programmas_of(curriculum)):
        raise AskedWrongError
    doel = api.folded(ask.form.get("doel", ""))
    try:
        return Route.new(
            programma=programma,
            leerweg=ask.form.get("leerweg", ""),
            doel=doel if doel in curriculum.doelen else None,
        )
    except ValueError as error:
        raise AskedWrongError from error


def new_draft(ask: Ask) -> Response:
    """Begin another draft for the pupil of a draft: a copy, to try something else."""
    store = ask.desk.store
    draft = store.get(Ontwerp, ask.path("id"))
    others = store.find(Ontwerp, leerling=draft.leerling)
    naam = ask.form.get("naam", "").strip() or f"{ask.words.translate('ontwerp')} {len(others) + 1}"
    copy = store.start(draft.leerling, naam, draft.document, door=ask.actor.id)
    return ask.to("conversation", id=copy.id)


def remove_draft(ask: Ask) -> Response:
    """Remove a draft; the last one of a pupil stays."""
    store = ask.desk.store
    draft = store.get(Ontwerp, ask.path("id"))
    others = [one for one in store.find(Ontwerp, leerling=draft.leerling) if one.id != draft.id]
    if not others:
        return ask.to("conversation", id=draft.id)
    store.remove(draft, door=ask.actor.id)
    ask.desk.conversations.forget(draft.id)
    return ask.to("conversation", id=others[-1].id)


def set_cookie(ask: Ask) -> Response:
    """Choose the language, or whether names are shown; then go back to where one was."""
    answer = ask.to("home")
    draft = ask.form.get("ontwerp", "")
    if draft:
        answer = ask.to("conversation", id=draft)
    for name, allowed in (("taal", ("nl", "en")), ("zonder-naam", ("ja", "nee"))):
        value = ask.form.get(name, "")
        if value in allowed:
            answer.set_cookie(name, value, samesite="lax", httponly=True, secure=ask.request.app.state.https)
    return answer
