"""Conversations: for each draft on a screen, the planner that answers its clicks."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock, RLock
from typing import TYPE_CHECKING

from routeplanner import api
from routeplanner.exchange.route_document import ReadRoute, as_text, from_route, from_text, read_route
from routeplanner.model.curriculum import Curriculum, Route
from routeplanner.model.rules import Keuze
from routeplanner.web.cards import key_of
from routeplanner.web.school import Edition

if TYPE_CHECKING:
    from routeplanner.engine.planner import Planner

_MOST = 64
"""Planners that are kept; one that is not takes a tenth of a second more."""
SECONDS = 5.0
"""How long any one question of the page may take."""


class UnknownKeyError(LookupError):
    """The page of the browser names a choice that is not (any more) in the texts."""


class Conversation:
    """One draft with its planner. Only for the one who holds it; see `Conversations.hold`."""

    def __init__(self, edition: Edition, document: str) -> None:
        self.edition = edition
        self.document = document
        self.read: ReadRoute = read_route(edition.curriculum, from_text(document))
        self.planner: Planner = api.planner(edition.curriculum, self.read.route, seconds=SECONDS)
        self.made: dict[int, str] = {}
        """By the version of the draft: the window in which it was made."""

    @property
    def curriculum(self) -> Curriculum:
        """The texts that hold."""
        return self.edition.curriculum

    @property
    def route(self) -> Route:
        """The route as it is now."""
        return self.planner.route

    def go(self, document: str) -> None:
        """Let the planner stand where a document says."""
        if document != self.document:
            self.read = read_route(self.edition.curriculum, from_text(document))
            self.planner.follow(self.read.route)
            self.document = document

    def back(self) -> None:
        """Let the planner stand where it stood before something was tried."""
        self.planner.follow(self.read.route)

    def changed(self) -> str:
        """Return the document of the route as it is now."""
        self.document = as_text(from_route(self.route))
        self.read = ReadRoute(self.route, ())
        return self.document

    def keuze(self, key: str) -> Keuze:
        """Return the choice that the page calls so.

        Raises:
            UnknownKeyError: There is none.
        """
        for keuze in self.planner.selection.onderdelen:
            if key_of(keuze) == key:
                return keuze
        raise UnknownKeyError(key)


class Conversations:
    """The planners of the drafts that were on a screen last. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: OrderedDict[str, tuple[RLock, list[Conversation]]] = OrderedDict()

    @contextmanager
    def alone(self, draft: str) -> Iterator[None]:
        """Have a draft to oneself: others who want to read or change it wait."""
        with self._of(draft)[0]:
            yield

    @contextmanager
    def hold(self, draft: str, edition: Edition, document: str) -> Iterator[Conversation]:
        """Hold the conversation of a draft, standing where its document says; others wait."""
        lock, kept = self._of(draft)
        with lock:
            if not kept or kept[0].edition is not edition:
                kept[:] = [Conversation(edition, document)]
            conversation = kept[0]
            try:
                conversation.go(document)
                yield conversation
            except BaseException:
                kept.clear()  # where it stands is not certain any more
                raise

    def forget(self, draft: str) -> None:
        """Let a draft that was removed go."""
        with self._lock:
            self._known.pop(draft, None)

    def _of(self, draft: str) -> tuple[RLock, list[Conversation]]:
        with self._lock:
            found = self._known.setdefault(draft, (RLock(), []))
            self._known.move_to_end(draft)
            if len(self._known) > _MOST:
                self._known.popitem(last=False)
            return found


def beginning(route: Route) -> str:
    """Return the document of a new draft that starts from a route; whose it is, is not in it."""
    return as_text(from_route(replace(route, naam="")))
