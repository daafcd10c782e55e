"""The ronde: a class looks back on its stages, one question, some minutes for each pupil, with a photo."""

from __future__ import annotations

from starlette.responses import Response

from routeplanner.dossier.errors import BewijsError
from routeplanner.dossier.policy import Recht
from routeplanner.dossier.records import Leerling
from routeplanner.dossier.records_lob import Ervaring, Reflectie, Soort
from routeplanner.dossier.records_stage import Beurt, Beurtstaat, Ronde
from routeplanner.language.vocabulary import COMPETENTIES
from routeplanner.web.allowing import NotAllowedError
from routeplanner.web.asking import Ask
from routeplanner.web.forms import AskedWrongError, missing, number, one_of, text, today

_MINUTES = range(1, 31)


def rounds(ask: Ask) -> Response:
    """Show the ronden, and how to begin one."""
    store = ask.desk.store
    mine = [pupil for pupil in store.find(Leerling) if ask.may(Recht.KLAS_ZIEN, pupil)]
    klassen = sorted({pupil.klas for pupil in mine if pupil.klas})
    known = [ronde for ronde in store.find(Ronde) if ronde.klas in klassen]
    return ask.render("ronden.html", ronden=known[::-1], klassen=klassen, competenties=COMPETENTIES)


def begin(ask: Ask) -> Response:
    """Begin a ronde with a class."""
    store = ask.desk.store
    klas = text(ask, "klas")
    pupils = [pupil for pupil in store.find(Leerling, klas=klas) if ask.may(Recht.KLAS_ZIEN, pupil)]
    minuten = number(ask, "minuten")
    if not pupils or minuten not in _MINUTES:
        raise AskedWrongError
    ronde = Ronde(
        klas=klas,
        vraag=text(ask, "vraag"),
        competentie=one_of(ask, "competentie", COMPETENTIES),
        datum=today(),
        minuten=minuten,
    )
    order = sorted(pupils, key=lambda pupil: pupil.naam)
    kept = store.begin(ronde, [pupil.id for pupil in order], door=ask.actor.id)
    return ask.to("round", record=kept.id)


def looking_back(ask: Ask) -> Response:
    """Show whose turn it is, and what was told."""
    return _page(ask, ask.desk.store.get(Ronde, ask.path("record")))


def _page(ask: Ask, ronde: Ronde, *, wrong: str = "", status: int = 200) -> Response:
    store = ask.desk.store
    turns = [(beurt, store.get(Leerling, beurt.leerling)) for beurt in store.turns(ronde.id)]
    if not all(ask.may(Recht.KLAS_ZIEN, pupil) for _, pupil in turns):
        raise NotAllowedError
    asked = ask.query("beurt")
    waiting = [one for one in turns if one[0].id == asked or (not asked and one[0].staat is Beurtstaat.WACHT)]
    now = waiting[0] if waiting else None
    return ask.render(
        "ronde.html",
        status=status,
        ronde=ronde,
        turns=turns,
        now=now,
        stages=_stages(ask, now[1]) if now else (),
        told={b.id: store.get(Reflectie, b.reflectie).tekst for b, _ in turns if b.reflectie is not None},
        wrong=wrong,
    )


def _stages(ask: Ask, pupil: Leerling) -> tuple[Ervaring, ...]:
    return ask.desk.store.find(Ervaring, leerling=pupil.id, soort=Soort.STAGE)


def turn(ask: Ask) -> Response:
    """Keep what a pupil tells, with the photo; or pass over the pupil."""
    store = ask.desk.store
    pupil = store.get(Leerling, ask.path("id"))
    beurt = store.get(Beurt, ask.path("record"))
    if beurt.leerling != pupil.id or beurt.versie != number(ask, "versie"):
        raise AskedWrongError
    ronde = store.get(Ronde, beurt.ronde)
    if ask.form.get("sla-over"):
        store.skip(beurt, door=ask.actor.id)
        return ask.to("round", record=ronde.id)
    told = text(ask, "tekst")
    stages = {one.id for one in _stages(ask, pupil)}
    stage = ask.form.get("ervaring", "")
    try:
        photo = _photo(ask, pupil, stage if stage in stages else None)
    except BewijsError as error:
        wrong = ask.words.phrase(f"pagina.bewijs.{type(error).__name__}")
        return _page(ask, ronde, wrong=wrong, status=422)
    if stage and stage not in stages:
        missing()
    store.answer(beurt, told, ervaring=stage or None, bewijs=photo, door=ask.actor.id)
    return ask.to("round", record=ronde.id)


def _photo(ask: Ask, pupil: Leerling, stage: str | None) -> str | None:
    """Keep the photo of a form, and return its id; None where there is none."""
    file = ask.files.get("foto")
    content = file.file.read() if file is not None and file.filename else b""
    if not content or file is None:
        return None
    name = (file.filename or "foto")[:120]
    return ask.desk.store.keep_bewijs(pupil.id, name, content, ervaring=stage, door=ask.actor.id).id
