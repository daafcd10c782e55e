"""The page of a pupil: what was done, thought and agreed on, with the proof of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from starlette.responses import Response

from routeplanner.dossier.errors import BewijsError
from routeplanner.dossier.policy import Recht
from routeplanner.dossier.records import Leerling, Ontwerp, VanLeerling
from routeplanner.dossier.records_lob import (
    Afspraak,
    Bestandssoort,
    Bewijs,
    Ervaring,
    Gesprek,
    Keuzereden,
    Reflectie,
    Soort,
    Staat,
)
from routeplanner.exchange.route_document import from_text
from routeplanner.language.vocabulary import COMPETENTIES
from routeplanner.web.asking import Ask
from routeplanner.web.clock import periods_of, years_of
from routeplanner.web.forms import (
    AskedWrongError,
    number,
    one_of,
    today,
)
from routeplanner.web.writing_down import NEW, choices, of_this

R = TypeVar("R", bound=VanLeerling)

_PICTURES = (Bestandssoort.PNG, Bestandssoort.JPEG, Bestandssoort.WEBP)


def dossier(ask: Ask) -> Response:
    """Show the dossier of a pupil."""
    return _page(ask, ask.desk.store.get(Leerling, ask.path("id")))


def _page(ask: Ask, pupil: Leerling, *, wrong: str = "", status: int = 200) -> Response:
    store = ask.desk.store
    curriculum = ask.desk.school.now().edition.curriculum

    def found(kind: type[R], recht: Recht) -> tuple[R, ...]:
        return store.find(kind, leerling=pupil.id) if ask.may(recht, pupil) else ()

    drafts = found(Ontwerp, Recht.ROUTE_ZIEN)
    afspraken: dict[str, list[Afspraak]] = {}
    for afspraak in found(Afspraak, Recht.DOSSIER_ZIEN):
        afspraken.setdefault(afspraak.gesprek, []).append(afspraak)
    gesprekken = sorted(found(Gesprek, Recht.DOSSIER_ZIEN), key=lambda one: (one.leerjaar, one.periode))
    return ask.render(
        "leerling.html",
        status=status,
        pupil=pupil,
        see=ask.may(Recht.DOSSIER_ZIEN, pupil),
        drafts=drafts,
        ervaringen=found(Ervaring, Recht.DOSSIER_ZIEN),
        reflecties=found(Reflectie, Recht.REFLECTIES_ZIEN),
        gesprekken=[(gesprek, afspraken.get(gesprek.id, [])) for gesprek in gesprekken],
        redenen=found(Keuzereden, Recht.DOSSIER_ZIEN),
        bewijzen=found(Bewijs, Recht.DOSSIER_ZIEN),
        chosen=_chosen(drafts),
        pictures=_PICTURES,
        soorten=tuple(Soort),
        staten=tuple(Staat),
        competenties=COMPETENTIES,
        leerjaren=years_of(curriculum),
        perioden=periods_of(curriculum),
        aanbod=choices(ask),
        wrong=wrong,
    )


def _chosen(drafts: Sequence[Ontwerp]) -> tuple[str, ...]:
    """Return what the pupil chose, as the language writes it: in the chosen draft, or else in the latest."""
    if not drafts:
        return ()
    document = from_text(next((draft for draft in drafts if draft.gekozen), drafts[-1]).document)
    return tuple(one.choice for one in document.gekozen)


# ---- adding


def add(ask: Ask) -> Response:
    """Keep something new of a pupil."""
    pupil = ask.desk.store.get(Leerling, ask.path("id"))
    make = NEW.get(ask.path("what"))
    if make is None:
        raise AskedWrongError
    ask.desk.store.add(make(ask, pupil), door=ask.actor.id)
    return ask.to("pupil", id=pupil.id)


def add_file(ask: Ask) -> Response:
    """Keep a photo or file; one that cannot be kept is told on the page."""
    store = ask.desk.store
    pupil = store.get(Leerling, ask.path("id"))
    file = ask.files.get("bestand")
    if file is None:
        raise AskedWrongError
    ervaring = of_this(ask, Ervaring, pupil, ask.form.get("ervaring", ""))
    try:
        name = (file.filename or "bestand")[:120]
        store.keep_bewijs(pupil.id, name, file.file.read(), ervaring=ervaring, door=ask.actor.id)
    except BewijsError as error:
        said = ask.words.phrase(f"pagina.bewijs.{type(error).__name__}")
        return _page(ask, pupil, wrong=said, status=422)
    return ask.to("pupil", id=pupil.id)


def file(ask: Ask) -> Response:
    """Give a photo or file back; only a photo is shown, the rest is saved."""
    store = ask.desk.store
    bewijs = store.get(Bewijs, ask.path("record"))
    if bewijs.leerling != ask.path("id"):
        raise AskedWrongError
    shown = "inline" if bewijs.soort in _PICTURES else "attachment"
    ending = bewijs.soort.value.rpartition("/")[2].replace("plain", "txt")
    headers = {
        "content-disposition": f'{shown}; filename="bewijs-{bewijs.id}.{ending}"',
        "content-security-policy": "default-src 'none'; sandbox",
    }
    return Response(store.content_of(bewijs.id), media_type=bewijs.soort.value, headers=headers)


# ---- changing


def change(ask: Ask) -> Response:
    """Change something of a pupil: how far it is, whether it was held or done; or remove it."""
    store = ask.desk.store
    pupil = store.get(Leerling, ask.path("id"))
    kind = _KINDS.get(ask.path("what"))
    if kind is None:
        raise AskedWrongError
    record = replace(store.get(kind, ask.path("record")), versie=number(ask, "versie"))
    if record.leerling != pupil.id:
        raise AskedWrongError
    if ask.form.get("weg"):
        store.remove(record, door=ask.actor.id)
    else:
        store.save(_changed(ask, record), door=ask.actor.id)
    return ask.to("pupil", id=pupil.id)


_KINDS: Mapping[str, type[VanLeerling]] = {
    "ervaring": Ervaring,
    "reflectie": Reflectie,
    "gesprek": Gesprek,
    "afspraak": Afspraak,
    "reden": Keuzereden,
    "bewijs": Bewijs,
}


def _changed(ask: Ask, record: VanLeerling) -> VanLeerling:
    match record:
        case Ervaring():
            return replace(record, staat=Staat(one_of(ask, "staat", [staat.value for staat in Staat])))
        case Gesprek():
            held = today()
            verslag = ask.form.get("verslag", "").strip()
            return replace(record, gevoerd=True, datum=record.datum or held, verslag=verslag)
        case Afspraak():
            return replace(record, gedaan=ask.form.get("gedaan") == "ja")
    raise AskedWrongError


# ---- all of it


def export(ask: Ask) -> Response:
    """Give all that is kept of a pupil as JSON."""
    pupil = ask.path("id")
    headers = {"content-disposition": f'attachment; filename="dossier-{pupil}.json"'}
    return Response(
        ask.desk.store.export(pupil, door=ask.actor.id), media_type="application/json", headers=headers
    )


def forget(ask: Ask) -> Response:
    """Forget a pupil; the form asks for the name, so that nobody does it by a slip."""
    store = ask.desk.store
    pupil = store.get(Leerling, ask.path("id"))
    if ask.form.get("naam", "").strip() != pupil.naam:
        return _page(ask, pupil, wrong=ask.words.phrase("pagina.vergeet.naam"), status=422)
    for draft in store.find(Ontwerp, leerling=pupil.id):
        ask.desk.conversations.forget(draft.id)
    store.forget([pupil.id], door=ask.actor.id)
    return ask.to("home")


def talks(ask: Ask) -> Response:
    """Show who has not had a loopbaangesprek yet in a periode."""
    curriculum = ask.desk.school.now().edition.curriculum
    leerjaren, perioden = years_of(curriculum), periods_of(curriculum)
    leerjaar, periode = (
        _asked(ask, name, among) for name, among in (("leerjaar", leerjaren), ("periode", perioden))
    )
    klas = ask.query("klas")
    equal = {"klas": klas} if klas else {}
    waiting = [
        pupil
        for pupil in ask.desk.store.without_gesprek(leerjaar, periode, **equal)
        if ask.may(Recht.KLAS_ZIEN, pupil)
    ]
    return ask.render(
        "gesprekken.html",
        waiting=waiting,
        leerjaar=leerjaar,
        periode=periode,
        klas=klas,
        leerjaren=leerjaren,
        perioden=perioden,
        klassen=sorted(
            {p.klas for p in ask.desk.store.find(Leerling) if p.klas and ask.may(Recht.KLAS_ZIEN, p)}
        ),
    )


def _asked(ask: Ask, name: str, among: range | tuple[int, ...]) -> int:
    asked = ask.query(name)
    return next((one for one in among if str(one) == asked), among[0])
