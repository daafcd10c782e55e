"""The addresses of the JSON API. What answers them is loaded by the first who asks: the page itself starts sooner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from routeplanner.web.asking import Ask

BASE = "/api/v1"


@dataclass(frozen=True)
class Operation:
    """One address of the API."""

    path: str
    summary: str
    route: bool = False
    """Whether it takes a route."""
    params: tuple[str, ...] = ()
    """Of the address: `choice`, `most`."""


OPERATIONS = (
    Operation("/curriculum", "Wat de school aanbiedt, en haar regels"),
    Operation("/diagnostics", "Wat er mis is in de teksten"),
    Operation("/routes", "De routes die de school heeft opgeschreven"),
    Operation("/verdict", "Het oordeel over een route", route=True),
    Operation("/options", "Hoe het met elke keuze staat", route=True),
    Operation("/why", "Waarom een keuze niet kan of moet", route=True, params=("choice",)),
    Operation("/count", "Hoeveel geldige routes er nog zijn", route=True),
    Operation("/suggestions", "De beste routes die echt verschillen", route=True, params=("most",)),
)


def endpoint(operation: Operation) -> Callable[[Request], Any]:
    """Return what answers an address of the API."""

    def answered(request: Request, body: bytes) -> Response:
        from routeplanner.web.api_v1 import answer

        return answer(operation, request, body)

    async def waiting(request: Request) -> Response:
        body = await request.body() if operation.route else b""
        return await run_in_threadpool(answered, request, body)

    return waiting


def openapi(ask: Ask) -> Response:  # noqa: ARG001 - what a handler takes
    """Give the description; it is the same for everyone who got in."""
    from routeplanner.web.openapi import description

    return JSONResponse(description())


def explained(ask: Ask) -> Response:
    """Show the description as a page, without anything from elsewhere."""
    from routeplanner.web.openapi import EXAMPLE

    return ask.render("api.html", base=BASE, operations=OPERATIONS, example=EXAMPLE)
