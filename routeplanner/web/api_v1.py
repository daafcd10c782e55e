"""The JSON API for other LOB tools, version 1: the contracts of `routeplanner schema`, over HTTP.

Nothing is kept: a route comes as a document, and the answer is about that route.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from routeplanner import api
from routeplanner.engine.planner import Planner
from routeplanner.exchange.route_document import RouteDocument, from_route, read_route
from routeplanner.model.curriculum import Curriculum
from routeplanner.present.contract import curriculum_json, diagnostics_json
from routeplanner.present.contract_curriculum import CurriculumContract
from routeplanner.present.contract_diagnostics import Diagnostics
from routeplanner.present.contract_options import (
    CountContract,
    OptionsContract,
    WhyContract,
    count_json,
    options_json,
    why_json,
)
from routeplanner.present.contract_parts import Model, as_json
from routeplanner.present.contract_suggestions import SuggestionsContract, suggestions_json
from routeplanner.present.contract_verdict import VerdictContract, verdict_json
from routeplanner.present.words import Words
from routeplanner.web.allowing import ENTER, NotAllowedError
from routeplanner.web.asking import Ask
from routeplanner.web.conversations import SECONDS
from routeplanner.web.operations import Operation

LARGEST = 256 * 1024
"""Bytes of a document."""


class RoutesContract(Model):
    """The routes that the school wrote."""

    schema_: Literal["routeplanner/routes/1"] = Field(default="routeplanner/routes/1", alias="schema")
    routes: list[RouteDocument]


class Problem(Model):
    """What is wrong with a request, as RFC 9457 has it. Nothing of what was sent is repeated."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[str] = Field(default=[])
    """The fields of the document that are not right, and what the texts do not know."""


class _RefusedError(Exception):
    def __init__(self, status: int, title: str, detail: str, errors: tuple[str, ...] = ()) -> None:
        super().__init__(title)
        self.problem = Problem(
            type=f"routeplanner/problem/{title}",
            title=title,
            status=status,
            detail=detail,
            errors=list(errors),
        )


@dataclass(frozen=True)
class Question:
    """A question about a route, or about the school."""

    curriculum: Curriculum
    words: Words
    planner: Planner | None
    """Of the route that was sent; None where the question is about the school."""
    choice: str = ""
    most: int = 3

    @property
    def route(self) -> Planner:
        """The planner of the route."""
        assert self.planner is not None  # noqa: S101 - an operation with a route gets one
        return self.planner


def _verdict(question: Question) -> str:
    verdict = question.route.verdict()
    changes = api.repairs_of(verdict, seconds=SECONDS) if verdict.broken else ()
    return verdict_json(verdict, question.words, changes)


def _options(question: Question) -> str:
    return options_json(question.route.options())


def _why(question: Question) -> str:
    try:
        return why_json(question.route.why(question.choice))
    except (api.UnknownChoiceError, api.NotOfferedError) as error:
        raise _RefusedError(404, "unknown-choice", "Deze keuze is er voor deze leerling niet.") from error


def _count(question: Question) -> str:
    return count_json(question.route.count())


def _suggestions(question: Question) -> str:
    return suggestions_json(question.route.suggest(question.most), question.words)


def _school(question: Question) -> str:
    return curriculum_json(question.curriculum)


def _diagnostics(question: Question) -> str:
    return diagnostics_json(question.curriculum.diagnostics, question.words)


def _routes(question: Question) -> str:
    routes = [from_route(route) for route in question.curriculum.routes.values()]
    return as_json(RoutesContract(routes=routes))


ANSWERS: Mapping[str, tuple[Callable[[Question], str], type[BaseModel]]] = MappingProxyType(
    {
        "/curriculum": (_school, CurriculumContract),
        "/diagnostics": (_diagnostics, Diagnostics),
        "/routes": (_routes, RoutesContract),
        "/verdict": (_verdict, VerdictContract),
        "/options": (_options, OptionsContract),
        "/why": (_why, WhyContract),
        "/count": (_count, CountContract),
        "/suggestions": (_suggestions, SuggestionsContract),
    }
)
"""By the path of an operation: what answers it, and the contract of the answer."""


def answer(operation: Operation, request: Request, body: bytes) -> Response:
    """Return the answer to a request, or what is wrong with it."""
    try:
        text = ANSWERS[operation.path][0](_question(operation, request, body))
    except _RefusedError as error:
        return _told(error.problem)
    except NotAllowedError:
        return _told(_RefusedError(403, "not-allowed", "Dit mag je niet.").problem)
    except api.LimitReachedError:
        return _told(_RefusedError(503, "limit", "De tijd was om voordat dit bekend was.").problem)
    return Response(text, media_type="application/json")


def _told(problem: Problem) -> Response:
    return JSONResponse(problem.model_dump(), problem.status, media_type="application/problem+json")


def _question(operation: Operation, request: Request, body: bytes) -> Question:
    lang = "en" if request.query_params.get("lang") == "en" else "nl"
    words = Words(lang)
    ask = Ask(request, request.app.state.desk, {}, {}, words)
    ENTER.admit(ask)
    curriculum = ask.desk.school.now().edition.curriculum
    planner = _planner(curriculum, body) if operation.route else None
    choice = request.query_params.get("choice", "") if "choice" in operation.params else ""
    return Question(curriculum, words, planner, choice, _most(request) if "most" in operation.params else 3)


def _most(request: Request) -> int:
    text = request.query_params.get("most", "3")
    if text not in {"1", "2", "3", "4", "5"}:
        raise _RefusedError(422, "invalid-parameter", "`most` is een getal van 1 tot en met 5.")
    return int(text)


def _planner(curriculum: Curriculum, body: bytes) -> Planner:
    if len(body) > LARGEST:
        raise _RefusedError(413, "too-large", "Een route is nooit zo groot.")
    try:
        document = RouteDocument.model_validate_json(body)
    except ValidationError as error:
        raise _RefusedError(422, "invalid-route", "Dit is geen route.", _fields(error)) from error
    if not curriculum.ok:
        raise _RefusedError(409, "school-has-errors", "In de teksten van de school staat een fout.")
    read = read_route(curriculum, document)
    if read.unknown:
        raise _RefusedError(
            422, "unknown-names", "De teksten kennen niet alles van deze route.", read.unknown
        )
    try:
        return api.planner(curriculum, read.route, seconds=SECONDS)
    except api.UnknownNameError as error:
        raise _RefusedError(422, "unknown-names", "De teksten kennen dit programma niet.") from error


def _fields(error: ValidationError) -> tuple[str, ...]:
    """Return which fields are not right; the name of a field that should not be there is not ours to repeat."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    told = (
        (one["loc"][:-1] if one["type"] == "extra_forbidden" else one["loc"], one["type"]) for one in found
    )
    return tuple(dict.fromkeys(f"{'.'.join(map(str, loc)) or '.'}: {kind}" for loc, kind in told))[:20]
