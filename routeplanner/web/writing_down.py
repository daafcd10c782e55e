"""What is written down of a pupil, as the forms of the page tell it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from routeplanner.dossier.records import Leerling, VanLeerling
from routeplanner.dossier.records_lob import Afspraak, Ervaring, Gesprek, Keuzereden, Reflectie, Soort, Staat
from routeplanner.language.vocabulary import COMPETENTIES
from routeplanner.model.quantities import KLOKUUR
from routeplanner.web.asking import Ask
from routeplanner.web.forms import AskedWrongError, day, missing, one_of, perhaps, several, text, today


def choices(ask: Ask) -> tuple[str, ...]:
    """Return what an experience can be in a route: what the school offers by name."""
    curriculum = ask.desk.school.now().edition.curriculum
    return tuple(f'{aanbod.soort} "{aanbod.naam}"' for aanbod in curriculum.aanbod.values())


def _ervaring(ask: Ask, pupil: Leerling) -> VanLeerling:
    keuze = ask.form.get("keuze", "")
    if keuze and keuze not in choices(ask):
        raise AskedWrongError
    return Ervaring(
        leerling=pupil.id,
        soort=Soort(one_of(ask, "soort", [soort.value for soort in Soort])),
        naam=ask.form.get("naam", "").strip() or keuze.partition('"')[2].rstrip('"') or missing(),
        keuze=keuze or None,
        competenties=several(ask, "competentie", COMPETENTIES),
        leerjaar=perhaps(ask, "leerjaar"),
        periode=perhaps(ask, "periode"),
        staat=Staat(one_of(ask, "staat", [staat.value for staat in Staat])),
        minuten=_minutes(ask),
        aantekening=ask.form.get("aantekening", "").strip(),
    )


def _reflectie(ask: Ask, pupil: Leerling) -> VanLeerling:
    return Reflectie(
        leerling=pupil.id,
        competentie=one_of(ask, "competentie", COMPETENTIES),
        tekst=text(ask, "tekst"),
        datum=today(),
        ervaring=of_this(ask, Ervaring, pupil, ask.form.get("ervaring", "")),
    )


def _gesprek(ask: Ask, pupil: Leerling) -> VanLeerling:
    leerjaar, periode = perhaps(ask, "leerjaar"), perhaps(ask, "periode")
    if leerjaar is None or periode is None:
        raise AskedWrongError
    return Gesprek(leerling=pupil.id, leerjaar=leerjaar, periode=periode, datum=day(ask, "datum"))


def _afspraak(ask: Ask, pupil: Leerling) -> VanLeerling:
    gesprek = of_this(ask, Gesprek, pupil, ask.form.get("gesprek", ""))
    return Afspraak(
        leerling=pupil.id,
        gesprek=gesprek or missing(),
        tekst=text(ask, "tekst"),
    )


def _reden(ask: Ask, pupil: Leerling) -> VanLeerling:
    return Keuzereden(
        leerling=pupil.id,
        keuze=text(ask, "keuze"),
        reden=text(ask, "reden"),
    )


NEW: Mapping[str, Callable[[Ask, Leerling], VanLeerling]] = {
    "ervaring": _ervaring,
    "reflectie": _reflectie,
    "gesprek": _gesprek,
    "afspraak": _afspraak,
    "reden": _reden,
}
"""By the word in the address: what makes a record of a form."""


def _minutes(ask: Ask) -> int | None:
    hours = perhaps(ask, "uren")
    return hours * KLOKUUR if hours is not None else None


def of_this(ask: Ask, kind: type[VanLeerling], pupil: Leerling, id_: str) -> str | None:
    """Return the id of something of this pupil that a form names, or None where it names nothing."""
    if not id_:
        return None
    return id_ if ask.desk.store.get(kind, id_).leerling == pupil.id else missing()
