"""The page as an application: its addresses, who may ask what, and what is said when something goes wrong."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartParser
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from routeplanner.dossier.errors import Conflict, DossierError, NotFoundError, TextError
from routeplanner.present.words import LANGUAGES, Words
from routeplanner.web import comparing, home, looking_back, printing_out, pupil, questions, stages, talking
from routeplanner.web.allowing import (
    ADD,
    BEGIN,
    CHANGE_ROUTE,
    COMPARE_ROUTES,
    ENTER,
    EXPORT,
    FORGET,
    KEEP_STAGES,
    SEE_CLASS,
    SEE_DOSSIER,
    SEE_PUPIL,
    SEE_ROUTE,
    TALK,
    NotAllowedError,
)
from routeplanner.web.asking import WHOLE, Desk, TooLargeError, answered, language
from routeplanner.web.conversations import UnknownKeyError
from routeplanner.web.forms import AskedWrongError
from routeplanner.web.guard import LARGEST, Door, Guard
from routeplanner.web.operations import BASE, OPERATIONS, endpoint, explained, openapi

ROUTES = (
    Route("/", answered(home.home, ENTER), name="home"),
    Route("/leerling", answered(home.new_pupil, BEGIN), methods=["POST"], name="new-pupil"),
    Route("/instelling", answered(home.set_cookie, ENTER), methods=["POST"], name="setting"),
    Route("/gesprek/{id}", answered(talking.conversation, SEE_ROUTE), name="conversation"),
    Route("/gesprek/{id}/kopie", answered(home.new_draft, CHANGE_ROUTE), methods=["POST"], name="copy"),
    Route("/gesprek/{id}/weg", answered(home.remove_draft, CHANGE_ROUTE), methods=["POST"], name="remove"),
    Route("/gesprek/{id}/doe/{act}", answered(talking.click, CHANGE_ROUTE), methods=["POST"], name="click"),
    Route("/gesprek/{id}/stap/{way}", answered(talking.walk, CHANGE_ROUTE), methods=["POST"], name="walk"),
    Route("/gesprek/{id}/waarom/{key}", answered(questions.why, SEE_ROUTE), name="why"),
    Route("/gesprek/{id}/voorstellen", answered(questions.suggestions, SEE_ROUTE), name="suggestions"),
    Route("/gesprek/{id}/aantal", answered(questions.number, SEE_ROUTE), name="number"),
    Route("/gesprek/{id}/nieuws", answered(questions.news, SEE_ROUTE), name="news"),
    Route("/gesprek/{id}/verloop", answered(questions.timeline, SEE_ROUTE), name="timeline"),
    Route(
        "/gesprek/{id}/dit-is-het",
        answered(questions.choose_draft, CHANGE_ROUTE),
        methods=["POST"],
        name="choose",
    ),
    Route("/gesprek/{id}/print", answered(printing_out.route, SEE_ROUTE), name="print-route"),
    Route("/gesprek/{id}/route.pdf", answered(printing_out.route_pdf, SEE_ROUTE), name="route-pdf"),
    Route("/leerling/{id}/print", answered(printing_out.dossier, SEE_DOSSIER), name="print-dossier"),
    Route("/leerling/{id}/dossier.pdf", answered(printing_out.dossier_pdf, SEE_DOSSIER), name="dossier-pdf"),
    Route("/leerling/{id}", answered(pupil.dossier, SEE_PUPIL), name="pupil"),
    Route("/leerling/{id}/nieuw/{what}", answered(pupil.add, ADD), methods=["POST"], name="add"),
    Route("/leerling/{id}/foto/{what}", answered(pupil.add_file, ADD), methods=["POST"], name="add-file"),
    Route("/leerling/{id}/bewijs/{record}", answered(pupil.file, SEE_DOSSIER), name="file"),
    Route(
        "/leerling/{id}/wijzig/{what}/{record}", answered(pupil.change, ADD), methods=["POST"], name="change"
    ),
    Route("/leerling/{id}/dossier.json", answered(pupil.export, EXPORT), name="export"),
    Route("/leerling/{id}/vergeet", answered(pupil.forget, FORGET), methods=["POST"], name="forget"),
    Route("/leerling/{id}/beurt/{record}", answered(looking_back.turn, TALK), methods=["POST"], name="turn"),
    Route("/leerling/{id}/stages", answered(stages.matching, SEE_DOSSIER), name="matching"),
    Route("/leerling/{id}/stages/{record}", answered(stages.assign, TALK), methods=["POST"], name="assign"),
    Route("/ronde", answered(looking_back.rounds, SEE_CLASS), name="rounds"),
    Route("/ronde", answered(looking_back.begin, SEE_CLASS), methods=["POST"], name="begin-round"),
    Route("/ronde/{record}", answered(looking_back.looking_back, SEE_CLASS), name="round"),
    Route("/stages", answered(stages.companies, KEEP_STAGES), name="stages"),
    Route("/stages", answered(stages.new_company, KEEP_STAGES), methods=["POST"], name="new-company"),
    Route(
        "/stages/{record}/plaatsen", answered(stages.new_places, KEEP_STAGES), methods=["POST"], name="places"
    ),
    Route("/gesprekken", answered(pupil.talks, SEE_CLASS), name="talks"),
    Route("/api", answered(explained, ENTER), name="api"),
    Route("/vergelijk", answered(comparing.compare, COMPARE_ROUTES), name="compare"),
)


API = (
    Route(f"{BASE}/openapi.json", answered(openapi, ENTER), name="openapi"),
    *(
        Route(
            f"{BASE}{one.path}",
            endpoint(one),
            methods=["POST" if one.route else "GET"],
            name=f"api{one.path}",
        )
        for one in OPERATIONS
    ),
)
"""The addresses for other programs; each looks itself who asks."""


def make_app(
    desk: Desk, door: Door, *, lang: str = LANGUAGES[0], routes: Sequence[BaseRoute] = ROUTES
) -> Starlette:
    """Return the application.

    Args:
        desk: The texts and the dossier.
        door: What a request must bring to get in.
        lang: The language, for those who choose none.
        routes: The addresses of the page.
    """
    # a file that comes in stays in memory: on disk a pupil's photo could be left behind
    MultiPartParser.spool_max_size = LARGEST
    static = StaticFiles(directory=Path(str(files("routeplanner.web") / "static")))
    app = Starlette(
        routes=[*routes, *API, Mount("/static", static, name="static")],
        middleware=[
            Middleware(Guard, door=door, refused=lambda: _refused(desk, door, lang)),
            Middleware(GZipMiddleware, minimum_size=1000),
        ],
        exception_handlers=_WRONG,
    )
    app.state.desk = desk
    app.state.lang = lang
    app.state.https = door.scheme == "https"
    return app


def _refused(desk: Desk, door: Door, lang: str) -> HTMLResponse:
    template = "geen-sleutel.html" if door.token else "verlopen.html"
    text = desk.templates.render(template, Words(lang), {"lang": lang})
    return HTMLResponse(text, 403)


def _said(status: int, template: str) -> Callable[[Request, Exception], Response]:
    """Return what answers a kind of mistake with a page; nothing of what was sent is repeated in it."""

    def answer(request: Request, error: Exception) -> Response:
        desk: Desk = request.app.state.desk
        lang = language(request)
        part = request.headers.get("hx-request") == "true"
        values = {"lang": lang, "error": error, "request": request, "part": part}
        return HTMLResponse(
            desk.templates.render(template, Words(lang), values), status, WHOLE if part else None
        )

    return answer


def _http(request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException) and error.status_code not in {404, 405}:
        return PlainTextResponse(error.detail, error.status_code)
    return _said(error.status_code if isinstance(error, HTTPException) else 500, "niet-gevonden.html")(
        request, error
    )


def _fault(request: Request, error: Exception) -> Response:
    """Answer where the program itself is wrong. The log gets where that was, and nothing of a pupil."""
    place = "".join(traceback.format_tb(error.__traceback__))
    sys.stderr.write(f"{type(error).__name__}\n{place}")
    return _said(500, "fout.html")(request, error)


def _left(_request: Request, _error: Exception) -> Response:
    """Answer one who did not wait: who clicks again, lets go of the click before."""
    return Response(status_code=400)


_WRONG = {
    ClientDisconnect: _left,
    Exception: _fault,
    NotFoundError: _said(404, "niet-gevonden.html"),
    UnknownKeyError: _said(409, "veranderd.html"),
    AskedWrongError: _said(400, "veranderd.html"),
    NotAllowedError: _said(403, "mag-niet.html"),
    Conflict: _said(409, "tegelijk.html"),
    TooLargeError: _said(413, "te-groot.html"),
    TextError: _said(422, "tekst.html"),
    DossierError: _said(503, "dossier.html"),
    HTTPException: _http,
}
