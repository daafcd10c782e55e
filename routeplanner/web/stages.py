"""Stages: which bedrijven there are, what they offer, which fits a pupil, and who goes where."""

from __future__ import annotations

from starlette.responses import Response

from routeplanner.dossier.errors import AlreadyThereError, NoPlaceError
from routeplanner.dossier.records import Leerling, Ontwerp
from routeplanner.dossier.records_lob import Ervaring, Soort
from routeplanner.dossier.records_stage import Stageaanbod, Stagebedrijf, Stageplaats
from routeplanner.exchange.route_document import from_text
from routeplanner.model.curriculum import Curriculum
from routeplanner.web.asking import Ask
from routeplanner.web.clock import periods_of, schooljaar_of, years_of
from routeplanner.web.forms import AskedWrongError, number, one_of, text

_MOST_PLACES = 500


def companies(ask: Ask) -> Response:
    """Show the stagebedrijven with their places."""
    store = ask.desk.store
    curriculum = ask.desk.school.now().edition.curriculum
    offers: dict[str, list[Stageaanbod]] = {}
    for offer in store.find(Stageaanbod, schooljaar=schooljaar_of(curriculum)):
        offers.setdefault(offer.bedrijf, []).append(offer)
    found = sorted(store.find(Stagebedrijf), key=lambda one: one.naam)
    taken = {
        offer.id: len(store.find(Stageplaats, aanbod=offer.id)) for some in offers.values() for offer in some
    }
    return ask.render(
        "stages.html",
        bedrijven=[(bedrijf, offers.get(bedrijf.id, [])) for bedrijf in found],
        taken=taken,
        leerjaren=years_of(curriculum),
        perioden=periods_of(curriculum),
        kenmerken=_kenmerken(curriculum),
        schooljaar=schooljaar_of(curriculum),
    )


def _kenmerken(curriculum: Curriculum) -> tuple[str, ...]:
    """Return the words in which pupils tell what they like."""
    offered = {word for aanbod in curriculum.aanbod.values() for word in aanbod.kenmerken.kenmerken}
    return tuple(sorted(offered | {word for doel in curriculum.doelen.values() for word in doel.kenmerken}))


def new_company(ask: Ask) -> Response:
    """Keep a stagebedrijf."""
    asked = ask.form.get("kenmerk", "").split("\n")
    known = _kenmerken(ask.desk.school.now().edition.curriculum)
    bedrijf = Stagebedrijf(
        naam=text(ask, "naam"),
        plaats=ask.form.get("plaats", "").strip(),
        kenmerken=tuple(word for word in known if word in asked),
    )
    ask.desk.store.add(bedrijf, door=ask.actor.id)
    return ask.to("stages")


def new_places(ask: Ask) -> Response:
    """Keep how many pupils a stagebedrijf takes in a periode; a later number takes the place of an earlier one."""
    store = ask.desk.store
    curriculum = ask.desk.school.now().edition.curriculum
    bedrijf = store.get(Stagebedrijf, ask.path("record"))
    leerjaar, periode, places = (number(ask, name) for name in ("leerjaar", "periode", "plaatsen"))
    if places > _MOST_PLACES or leerjaar not in years_of(curriculum) or periode not in periods_of(curriculum):
        raise AskedWrongError
    offer = Stageaanbod(
        bedrijf=bedrijf.id,
        schooljaar=schooljaar_of(curriculum),
        leerjaar=leerjaar,
        periode=periode,
        plaatsen=places,
    )
    before = store.find(
        Stageaanbod, bedrijf=bedrijf.id, schooljaar=offer.schooljaar, leerjaar=leerjaar, periode=periode
    )
    try:
        if before:
            store.resize(before[0], places, door=ask.actor.id)
        else:
            store.add(offer, door=ask.actor.id)
    except NoPlaceError:
        return ask.render("stage-vol.html", status=409, back="/stages")
    return ask.to("stages")


def matching(ask: Ask) -> Response:
    """Show which stagebedrijven fit the wishes of a pupil."""
    store = ask.desk.store
    curriculum = ask.desk.school.now().edition.curriculum
    pupil = store.get(Leerling, ask.path("id"))
    likes, dislikes = _wishes(ask, pupil)
    leerjaar, periode = (_asked(ask, name, among) for name, among in _when(curriculum))
    found = store.matches(
        likes, dislikes, schooljaar=schooljaar_of(curriculum), leerjaar=leerjaar, periode=periode
    )
    return ask.render(
        "stage-kiezen.html",
        pupil=pupil,
        matches=found,
        leerjaar=leerjaar,
        periode=periode,
        leerjaren=years_of(curriculum),
        perioden=periods_of(curriculum),
        stages=_offered(curriculum),
        mine={place.aanbod for place in store.find(Stageplaats, leerling=pupil.id)},
    )


def _when(curriculum: Curriculum) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return (("leerjaar", years_of(curriculum)), ("periode", tuple(periods_of(curriculum))))


def _asked(ask: Ask, name: str, among: tuple[int, ...]) -> int:
    return next((one for one in among if str(one) == ask.query(name)), among[0])


def _wishes(ask: Ask, pupil: Leerling) -> tuple[list[str], list[str]]:
    """Return what a pupil likes and what not: the wishes of the chosen draft, or else of the latest."""
    drafts = ask.desk.store.find(Ontwerp, leerling=pupil.id)
    if not drafts:
        return [], []
    document = from_text(next((draft for draft in drafts if draft.gekozen), drafts[-1]).document)
    doel = ask.desk.school.now().edition.curriculum.doelen.get(document.doel or "")
    return [*document.interesses, *(doel.kenmerken if doel else ())], document.liever_niet


def _offered(curriculum: Curriculum) -> tuple[str, ...]:
    return tuple(f'stage "{one.naam}"' for one in curriculum.aanbod.values() if one.soort == "stage")


def assign(ask: Ask) -> Response:
    """Give a pupil a place, and write it in the dossier as a stage that is planned: so it counts in the route."""
    store = ask.desk.store
    curriculum = ask.desk.school.now().edition.curriculum
    pupil = store.get(Leerling, ask.path("id"))
    offer = store.get(Stageaanbod, ask.path("record"))
    keuze = one_of(ask, "keuze", _offered(curriculum)) if ask.form.get("keuze") else None
    try:
        store.assign(pupil.id, offer.id, door=ask.actor.id)
    except (NoPlaceError, AlreadyThereError):
        return ask.render("stage-vol.html", status=409, back=f"/leerling/{pupil.id}/stages")
    ervaring = Ervaring(
        leerling=pupil.id,
        soort=Soort.STAGE,
        naam=store.get(Stagebedrijf, offer.bedrijf).naam,
        keuze=keuze,
        leerjaar=offer.leerjaar,
        periode=offer.periode,
    )
    store.add(ervaring, door=ask.actor.id)
    return ask.to("pupil", id=pupil.id)
