"""One request of the page: what it asks, who asks it, and how the answer is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any, TypeAlias

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from routeplanner.dossier.policy import Persoon, Recht, may
from routeplanner.dossier.records import Leerling, Ontwerp
from routeplanner.dossier.records_lob import Ervaring
from routeplanner.dossier.store import Store
from routeplanner.present.words import LANGUAGES, Words
from routeplanner.web.allowing import Needs, NotAllowedError
from routeplanner.web.conversations import Conversation, Conversations
from routeplanner.web.guard import ACTOR, TooLargeError
from routeplanner.web.school import Edition, School
from routeplanner.web.templates import Templates

_MOST_FIELDS = 200
WHOLE = {"hx-retarget": "#gesprek", "hx-reswap": "outerHTML show:top"}
"""Has an answer put in place of all that a page shows, whatever part was asked."""


class Desk:
    """What all requests share. The dossier is opened by the first that needs it: the program starts sooner."""

    def __init__(self, school: School, open_store: Callable[[], Store]) -> None:
        from functools import cache

        self.school = school
        self.conversations = Conversations()
        self.templates = Templates()
        self._open_store = cache(open_store)

    @property
    def store(self) -> Store:
        """The dossier."""
        return self._open_store()

    def hold(self, draft: Ontwerp, edition: Edition) -> AbstractContextManager[Conversation]:
        """Hold the conversation of a draft, with what its pupil does and did."""
        ervaringen = self.store.find(Ervaring, leerling=draft.leerling)
        return self.conversations.hold(draft.id, edition, draft.document, ervaringen)


@dataclass(frozen=True)
class Ask:
    """One request."""

    request: Request
    desk: Desk
    form: Mapping[str, str]
    files: Mapping[str, UploadFile]
    words: Words
    pupils: tuple[Leerling, ...] = ()
    """Those that it is about; the person may do with each what the address is for."""

    @property
    def actor(self) -> Persoon:
        """Who asks it. One who did not pass the door may nothing."""
        found = self.request.scope.get(ACTOR)
        return found if isinstance(found, Persoon) else Persoon("")

    def may(self, recht: str, pupil: Leerling | None = None) -> bool:
        """Tell whether the person may do something, with a pupil or with what is of none."""
        return may(self.actor, Recht(recht), pupil)

    @property
    def part(self) -> bool:
        """Whether only a part of the page is asked, to put in what is there."""
        return self.request.headers.get("hx-request") == "true"

    @property
    def anonymous(self) -> bool:
        """Whether names are left out: others can see the screen."""
        return self.request.cookies.get("zonder-naam") == "ja"

    def path(self, name: str) -> str:
        """Return a part of the path, or an empty text."""
        return str(self.request.path_params.get(name, ""))

    def query(self, name: str) -> str:
        """Return a parameter of the address, or an empty text."""
        return self.request.query_params.get(name, "")

    def url(self, name: str, **params: Any) -> str:  # noqa: ANN401 - parts of a path are of several kinds
        """Return the path of a page."""
        return str(self.request.app.url_path_for(name, **params))

    def render(self, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """Return a page."""
        draft = values.get("draft")
        shared = {
            "ask": self,
            "part": self.part,
            "base": f"/gesprek/{draft.id}" if isinstance(draft, Ontwerp) else "",
            "anonymous": self.anonymous,
            "change": bool(self.pupils) and all(self.may(Recht.ROUTE_WIJZIGEN, one) for one in self.pupils),
            "lang": self.words.lang,
            "school": self.desk.school.now().edition.curriculum.school,
        }
        text = self.desk.templates.render(template, self.words, shared | values)
        return HTMLResponse(text, status, WHOLE if self.part and status >= HTTPStatus.BAD_REQUEST else None)

    def to(self, name: str, **params: Any) -> Response:  # noqa: ANN401 - parts of a path are of several kinds
        """Return the way to another page."""
        url = self.url(name, **params)
        if self.part:
            return Response(status_code=204, headers={"hx-redirect": url})
        return RedirectResponse(url, 303)


Handler: TypeAlias = Callable[[Ask], Response]


def answered(handler: Handler, needs: Needs | None = None) -> Callable[[Request], Any]:
    """Return the endpoint that answers with a handler, in a thread of its own as it may search.

    Args:
        handler: Makes the answer.
        needs: What one must be allowed to do; without it nobody gets an answer.
    """

    def allowed(ask: Ask) -> Response:
        if needs is None:
            raise NotAllowedError
        return handler(replace(ask, pupils=needs.admit(ask)))

    async def endpoint(request: Request) -> Response:
        form, files = await _form(request)
        ask = Ask(request, request.app.state.desk, form, files, Words(language(request)))
        try:
            return await run_in_threadpool(allowed, ask)
        finally:
            for file in files.values():
                await file.close()

    endpoint.__name__ = handler.__name__
    return endpoint


async def _form(request: Request) -> tuple[dict[str, str], dict[str, UploadFile]]:
    if request.method in {"GET", "HEAD"}:
        return {}, {}
    found = await request.form(max_fields=_MOST_FIELDS, max_files=4)
    texts: dict[str, str] = {}
    for name, value in found.multi_items():
        if isinstance(value, str):  # several of one name are one list
            texts[name] = f"{texts[name]}\n{value}" if name in texts else value
    files = {name: value for name, value in found.items() if isinstance(value, UploadFile)}
    return texts, files


def language(request: Request) -> str:
    """Return the language of the page: the one that was chosen, or that of the program."""
    chosen = request.cookies.get("taal", "")
    default: str = getattr(request.app.state, "lang", LANGUAGES[0])
    return chosen if chosen in LANGUAGES else default


__all__ = ["Ask", "Desk", "Handler", "TooLargeError", "answered", "language"]
