"""Signing in and out: the three addresses that need no session."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from routeplanner.present.words import Words
from routeplanner.web.asking import Desk, language
from routeplanner.web.guard import SIGN_IN, Door
from routeplanner.web.sessions import Kept
from routeplanner.web.sign_in import UnknownPersonError, person_of

if TYPE_CHECKING:
    from routeplanner.web.oidc import Question, Service

BACK = f"{SIGN_IN}/terug"
"""Where the service sends the browser back."""
_ASKED = "__Host-routeplanner-vraag"
_LEFT = "__Host-routeplanner-uit"
"""Held by a browser in which someone signed out: the next may be someone else, whom the service does not know yet."""
_PATIENCE = 600
"""Seconds that someone may take to sign in."""
_PATH = re.compile(r"/(?:[A-Za-z0-9][A-Za-z0-9._/-]*)?")
"""A path of ours: nothing in it can name another machine."""


def sign_in_routes(service: Service, door: Door) -> tuple[Route, ...]:
    """Return the addresses for signing in at a service."""
    questions: Kept[Question] = Kept(_PATIENCE, _PATIENCE)
    begin = partial(_begin, service, questions)
    finish = partial(_finish, service, questions, door)
    return (
        Route(SIGN_IN, _said(begin), name="sign-in"),
        Route(BACK, _said(finish), name="signed-in"),
        Route(f"{SIGN_IN}/uit", _said(partial(_leave, door)), methods=["POST"], name="sign-out"),
    )


def _said(handler: Callable[[Request], Response]) -> Callable[[Request], object]:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(handler, request)

    return endpoint


def _begin(service: Service, questions: Kept[Question], request: Request) -> Response:
    """Send the browser to the service, with a question that only this browser can bring the answer to."""
    from routeplanner.web.oidc import Question, UnreachableError

    wanted = request.query_params.get("naar", "/")
    question = Question(wanted if _PATH.fullmatch(wanted) else "/")
    try:
        answer = RedirectResponse(service.ask(question, again=_LEFT in request.cookies), 303)
    except UnreachableError:
        return _page(request, "niet-aangemeld.html", 503, kind="onbereikbaar")
    answer.set_cookie(
        _ASKED, questions.put(question), max_age=_PATIENCE, httponly=True, secure=True, samesite="lax"
    )
    return answer


def _finish(service: Service, questions: Kept[Question], door: Door, request: Request) -> Response:
    """Begin the session of one who proves to be someone of the school."""
    from routeplanner.web.oidc import NotProvenError, UnreachableError

    question = questions.take(request.cookies.get(_ASKED, ""))
    if question is None:
        return _page(request, "niet-aangemeld.html", 403, kind="mislukt")
    try:
        person = person_of(service.answer(question, _once(request)), service.sign_in)
    except NotProvenError:
        return _page(request, "niet-aangemeld.html", 403, kind="mislukt")
    except UnknownPersonError:
        return _page(request, "niet-aangemeld.html", 403, kind="onbekend")
    except UnreachableError:
        return _page(request, "niet-aangemeld.html", 503, kind="onbereikbaar")
    door.sessions.take(request.cookies.get(door.cookie, ""))
    answer = RedirectResponse(question.to, 303)
    answer.set_cookie(door.cookie, door.sessions.put(person), httponly=True, secure=True, samesite="lax")
    _clear(answer, _ASKED)
    _clear(answer, _LEFT)
    return answer


def _once(request: Request) -> Mapping[str, str]:
    """Return what the browser brought; what is told twice is not told."""
    found = request.query_params
    return {name: found[name] for name in found if len(found.getlist(name)) == 1}


def _leave(door: Door, request: Request) -> Response:
    """End the session, here and not only in the browser."""
    door.sessions.take(request.cookies.get(door.cookie, ""))
    answer = _page(request, "afgemeld.html", 200)
    _clear(answer, door.cookie)
    answer.set_cookie(_LEFT, "ja", httponly=True, secure=True, samesite="lax")
    answer.headers["clear-site-data"] = '"cache", "storage"'
    return answer


def _clear(answer: Response, name: str) -> None:
    answer.delete_cookie(name, httponly=True, secure=True, samesite="lax")


def _page(request: Request, template: str, status: int, **values: object) -> HTMLResponse:
    desk: Desk = request.app.state.desk
    lang = language(request)
    return HTMLResponse(desk.templates.render(template, Words(lang), {"lang": lang, **values}), status)
