"""The page as an application: its addresses, who may ask what, and what is said when something goes wrong."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from routeplanner.dossier.errors import Conflict, DossierError, NotFoundError
from routeplanner.present.words import LANGUAGES, Words
from routeplanner.web import comparing, home, talking
from routeplanner.web.asking import WHOLE, Desk, TooLargeError, answered, language
from routeplanner.web.conversations import UnknownKeyError
from routeplanner.web.guard import Door, Guard
from routeplanner.web.home import AskedWrongError

ROUTES = (
    Route("/", answered(home.home), name="home"),
    Route("/leerling", answered(home.new_pupil), methods=["POST"], name="new-pupil"),
    Route("/instelling", answered(home.set_cookie), methods=["POST"], name="setting"),
    Route("/gesprek/{id}", answered(talking.conversation), name="conversation"),
    Route("/gesprek/{id}/kopie", answered(home.new_draft), methods=["POST"], name="copy"),
    Route("/gesprek/{id}/weg", answered(home.remove_draft), methods=["POST"], name="remove"),
    Route("/gesprek/{id}/doe/{act}", answered(talking.click), methods=["POST"], name="click"),
    Route("/gesprek/{id}/stap/{way}", answered(talking.walk), methods=["POST"], name="walk"),
    Route("/gesprek/{id}/waarom/{key}", answered(talking.why), name="why"),
    Route("/gesprek/{id}/voorstellen", answered(talking.suggestions), name="suggestions"),
    Route("/gesprek/{id}/aantal", answered(talking.number), name="number"),
    Route("/gesprek/{id}/nieuws", answered(talking.news), name="news"),
    Route("/vergelijk", answered(comparing.compare), name="compare"),
)


def make_app(desk: Desk, door: Door, *, lang: str = LANGUAGES[0]) -> Starlette:
    """Return the application.

    Args:
        desk: The texts and the dossier.
        door: What a request must bring to get in.
        lang: The language, for those who choose none.
    """
    static = StaticFiles(directory=Path(str(files("routeplanner.web") / "static")))
    app = Starlette(
        routes=[*ROUTES, Mount("/static", static, name="static")],
        middleware=[
            Middleware(Guard, door=door, refused=lambda: _refused(desk, lang)),
            Middleware(GZipMiddleware, minimum_size=1000),
        ],
        exception_handlers=_WRONG,
    )
    app.state.desk = desk
    app.state.lang = lang
    return app


def _refused(desk: Desk, lang: str) -> HTMLResponse:
    text = desk.templates.render("geen-sleutel.html", Words(lang), {"lang": lang})
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
    Conflict: _said(409, "tegelijk.html"),
    TooLargeError: _said(413, "te-groot.html"),
    DossierError: _said(503, "dossier.html"),
    HTTPException: _http,
}
