"""On paper: the route on one A4 for pupil and parents, and the loopbaandossier; as a page and as PDF."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup
from starlette.responses import Response

from routeplanner.dossier.policy import Recht
from routeplanner.dossier.records import Leerling, Ontwerp
from routeplanner.dossier.records_lob import Afspraak, Ervaring, Gesprek, Keuzereden, Reflectie
from routeplanner.engine.verdict import Verdict
from routeplanner.present import dossier_page as paper
from routeplanner.present.figure import figure_of, subtitle
from routeplanner.present.pdf import NoTypstError, pdf_bytes
from routeplanner.present.print_html import print_html
from routeplanner.present.print_page import picture, print_page
from routeplanner.present.printing import PrintPage
from routeplanner.web.asking import Ask
from routeplanner.web.forms import today


def route(ask: Ask) -> Response:
    """Show the route as it is printed."""
    draft, page = _route_page(ask)
    return _shown(ask, page, f"/gesprek/{draft.id}", f"/gesprek/{draft.id}/route.pdf")


def route_pdf(ask: Ask) -> Response:
    """Give the route as PDF."""
    draft, page = _route_page(ask)
    return _pdf(ask, page, f"route-{draft.id}")


def dossier(ask: Ask) -> Response:
    """Show the loopbaandossier as it is printed."""
    pupil, page = _dossier_page(ask)
    return _shown(ask, page, f"/leerling/{pupil.id}", f"/leerling/{pupil.id}/dossier.pdf")


def dossier_pdf(ask: Ask) -> Response:
    """Give the loopbaandossier as PDF."""
    pupil, page = _dossier_page(ask)
    return _pdf(ask, page, f"dossier-{pupil.id}")


def _shown(ask: Ask, page: PrintPage, back: str, pdf: str) -> Response:
    # every text in it is escaped where it is made, in present/markup.py
    return ask.render("afdruk.html", page=Markup(print_html(page)), title=page.title, back=back, pdf=pdf)  # noqa: S704


def _pdf(ask: Ask, page: PrintPage, name: str) -> Response:
    try:
        content = pdf_bytes(page)
    except NoTypstError:
        return ask.render("geen-pdf.html", status=501)
    headers = {"content-disposition": f'inline; filename="{name}.pdf"'}
    return Response(content, media_type="application/pdf", headers=headers)


def _verdict(ask: Ask, draft: Ontwerp) -> Verdict:
    with ask.desk.hold(draft, ask.desk.school.now().edition) as talk:
        return talk.planner.verdict()


def _named(verdict: Verdict, naam: str) -> Verdict:
    """Return the verdict with the name of the pupil on the route: in a draft it is left out."""
    selection = verdict.selection
    return replace(verdict, selection=replace(selection, route=replace(selection.route, naam=naam)))


def _route_page(ask: Ask) -> tuple[Ontwerp, PrintPage]:
    draft = ask.desk.store.get(Ontwerp, ask.path("id"))
    naam = ask.desk.store.get(Leerling, draft.leerling).naam
    verdict = _named(_verdict(ask, draft), naam)
    return draft, print_page(verdict, ask.words, day=today(), with_name=not ask.anonymous)


def _dossier_page(ask: Ask) -> tuple[Leerling, PrintPage]:
    store = ask.desk.store
    pupil = store.get(Leerling, ask.path("id"))
    drafts = store.find(Ontwerp, leerling=pupil.id)
    draft = next((one for one in drafts if one.gekozen), drafts[-1] if drafts else None)
    verdict = _verdict(ask, draft) if draft is not None else None
    curriculum = ask.desk.school.now().edition.curriculum
    goal = verdict.selection.route.doel if verdict is not None else None
    told = paper.DossierPrint(
        naam=None if ask.anonymous else pupil.naam,
        programma=subtitle(verdict.selection).partition(" → ")[0]
        if verdict
        else f"{pupil.programma}, {pupil.leerweg}",
        doel=curriculum.doelen[goal].naam if goal is not None else None,
        ervaringen=tuple(_experience(one, ask) for one in store.find(Ervaring, leerling=pupil.id)),
        reflecties=_reflections(ask, pupil),
        gesprekken=_talks(ask, pupil),
        keuzes=tuple(
            paper.KeuzeMetReden(one.keuze, one.reden, one.gemaakt.date())
            for one in store.find(Keuzereden, leerling=pupil.id)
        ),
        figuur=picture(figure_of(verdict.selection), ask.words) if verdict is not None else None,
    )
    return pupil, paper.dossier_page(told, ask.words, day=today())


def _experience(one: Ervaring, ask: Ask) -> paper.Ervaring:
    when = ""
    if one.leerjaar is not None and one.periode is not None:
        when = ask.words.translate("leerjaar {year} periode {period}").format(
            year=one.leerjaar, period=one.periode
        )
    elif one.leerjaar is not None:
        when = ask.words.translate("leerjaar {year}").format(year=one.leerjaar)
    kind = ask.words.translate(one.soort.value)
    return paper.Ervaring(kind, one.naam, wanneer=when, tekst=one.aantekening)


def _reflections(ask: Ask, pupil: Leerling) -> tuple[paper.Reflectie, ...]:
    if not ask.may(Recht.REFLECTIES_ZIEN, pupil):
        return ()
    names = {one.id: one.naam for one in ask.desk.store.find(Ervaring, leerling=pupil.id)}
    return tuple(
        paper.Reflectie(one.competentie, names.get(one.ervaring or "", ""), one.tekst, one.datum)
        for one in ask.desk.store.find(Reflectie, leerling=pupil.id)
    )


def _talks(ask: Ask, pupil: Leerling) -> tuple[paper.Gesprek, ...]:
    store = ask.desk.store
    agreed = store.find(Afspraak, leerling=pupil.id)
    held = sorted(
        (one for one in store.find(Gesprek, leerling=pupil.id) if one.gevoerd and one.datum is not None),
        key=lambda one: (one.leerjaar, one.periode),
    )
    return tuple(
        paper.Gesprek(
            one.datum or today(),
            "",
            one.verslag,
            tuple(paper.Afspraak(a.tekst, gedaan=a.gedaan) for a in agreed if a.gesprek == one.id),
        )
        for one in held
    )
