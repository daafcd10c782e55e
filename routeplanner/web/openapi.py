"""The OpenAPI description of the JSON API, made from the operations and their contracts; and its page."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema
from starlette.responses import JSONResponse, Response

import routeplanner
from routeplanner.exchange.route_document import RouteDocument
from routeplanner.web.api_v1 import OPERATIONS, Operation, Problem
from routeplanner.web.asking import Ask

BASE = "/api/v1"
_REF = "#/components/schemas/{model}"
_EXAMPLE = {"schema": "routeplanner/route/1", "programma": "VT", "leerweg": "KB", "doel": "Autoverkoper"}
_PARAMS: dict[str, dict[str, Any]] = {
    "choice": {
        "name": "choice",
        "in": "query",
        "required": True,
        "schema": {"type": "string"},
        "description": "De keuze zoals de taal haar schrijft: `HV/K/12`.",
        "example": "HV/K/12",
    },
    "most": {
        "name": "most",
        "in": "query",
        "schema": {"type": "integer", "minimum": 1, "maximum": 5, "default": 3},
        "description": "Hoeveel voorstellen hoogstens.",
    },
    "lang": {
        "name": "lang",
        "in": "query",
        "schema": {"enum": ["nl", "en"], "default": "nl"},
        "description": "De taal van zinnen voor mensen.",
    },
}


def description() -> dict[str, Any]:
    """Return the OpenAPI 3.1 description."""
    models = [(operation.gives, "serialization") for operation in OPERATIONS]
    wanted: Any = [*models, (RouteDocument, "validation"), (Problem, "serialization")]
    names, schemas = models_json_schema(wanted, by_alias=True, ref_template=_REF)
    refs = {model: ref for (model, _), ref in names.items()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Routeplanner",
            "version": routeplanner.__version__,
            "description": "Oordelen over leerroutes in het vmbo: dezelfde contracten als de opdrachtregel.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": BASE}],
        "security": [{"sleutel": []}],
        "paths": {one.path: {"post" if one.route else "get": _operation(one, refs)} for one in OPERATIONS},
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {"sleutel": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(operation: Operation, refs: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    problem = {"content": {"application/problem+json": {"schema": refs[Problem]}}}
    told = {
        "403": "Dit mag je niet, of de sleutel is niet goed",
        "503": "De tijd was om voordat het antwoord bekend was",
    }
    if operation.route:
        told |= {
            "404": "Deze keuze is er niet",
            "409": "In de teksten staat een fout",
            "413": "Dit is te groot",
            "422": "Dit is geen route van deze school",
        }
    found: dict[str, Any] = {
        "operationId": operation.path.strip("/"),
        "summary": operation.summary,
        "parameters": [_PARAMS[name] for name in (*operation.params, "lang")],
        "responses": {
            "200": {
                "description": operation.summary,
                "content": {"application/json": {"schema": refs[operation.gives]}},
            },
            **{status: {"description": text, **problem} for status, text in told.items()},
        },
    }
    if operation.route:
        found["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": refs[RouteDocument], "example": _EXAMPLE}},
        }
    return found


def openapi(ask: Ask) -> Response:  # noqa: ARG001 - what a handler takes
    """Give the description; it is the same for everyone who got in."""
    return JSONResponse(description())


def explained(ask: Ask) -> Response:
    """Show the description as a page, without anything from elsewhere."""
    return ask.render("api.html", base=BASE, operations=OPERATIONS, example=_EXAMPLE)
