"""Conversations: for each draft on a screen, the planner that answers its clicks."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock, RLock
from typing import TYPE_CHECKING

from routeplanner import api
from routeplanner.dossier.feeding import feed, own_activities
from routeplanner.dossier.records_lob import Ervaring, Staat
from routeplanner.exchange.route_document import as_text, from_route, from_text, read_route
from routeplanner.model.curriculum import Curriculum, Route
from routeplanner.model.own_activities import own_choice, with_own_activities
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
    """One draft with its planner. Only for the one who holds it; see `Conversations.hold`.

    What the pupil does and did (the experiences of the dossier) counts in the route, but is not a part of the draft:
    it stays where it is kept.
    """

    def __init__(self, edition: Edition, document: str, ervaringen: Sequence[Ervaring]) -> None:
        self.edition = edition
        self.ervaringen = tuple(ervaringen)
        self.curriculum: Curriculum = with_own_activities(edition.curriculum, own_activities(ervaringen))
        self._stand(document)
        self.planner: Planner = api.planner(self.curriculum, self._fed, seconds=SECONDS)
        self.made: dict[int, str] = {}
        """By the version of the draft: the window in which it was made."""

    def _stand(self, document: str) -> None:
        read = read_route(self.curriculum, from_text(document))
        fed = feed(self.edition.curriculum, read.route, self.ervaringen)
        self.document = document
        self._draft, self._fed = read.route, fed.route
        self.unknown = tuple(dict.fromkeys((*read.unknown, *fed.unknown)))

    @property
    def route(self) -> Route:
        """The route as it is now, with what the pupil does and did."""
        return self.planner.route

    @property
    def facts(self) -> frozenset[Keuze]:
        """What the pupil is doing or has done: no click takes that back."""
        known = {str(gekozen.keuze): gekozen.keuze for gekozen in self._fed.gekozen}
        busy = (e for e in self.ervaringen if e.staat is not Staat.GEPLAND)
        names = (e.keuze or str(own_choice(self.curriculum, e.naam)) for e in busy)
        return frozenset(known[name] for name in names if name in known)

    def go(self, document: str) -> None:
        """Let the planner stand where a document says."""
        if document != self.document:
            self._stand(document)
            self.planner.follow(self._fed)

    def back(self) -> None:
        """Let the planner stand where it stood before something was tried."""
        self.planner.follow(self._fed)

    def changed(self) -> str:
        """Return the document of the draft after what was done to the route."""
        now = self.route
        mine = {gekozen.keuze for gekozen in self._draft.gekozen}
        fed = {g.keuze: g for g in self._fed.gekozen if g.keuze not in mine}
        kept = tuple(g for g in now.gekozen if g != fed.get(g.keuze))
        chosen = {gekozen.keuze for gekozen in now.gekozen}
        dropped = tuple(keuze for keuze in fed if keuze not in chosen and keuze not in now.afgewezen)
        draft = replace(
            now,
            gekozen=kept,
            afgewezen=(*now.afgewezen, *dropped),
            afgerond=tuple(keuze for keuze in self._draft.afgerond if keuze in chosen),
        )
        document = as_text(from_route(draft))
        if self.ervaringen:
            self.go(document)
        else:  # nothing is added to the draft: the planner stands where it says
            self.document, self._draft, self._fed, self.unknown = document, draft, draft, ()
        return document

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
    def hold(
        self, draft: str, edition: Edition, document: str, ervaringen: Sequence[Ervaring] = ()
    ) -> Iterator[Conversation]:
        """Hold the conversation of a draft, standing where its document says; others wait."""
        lock, kept = self._of(draft)
        with lock:
            if not kept or kept[0].edition is not edition or kept[0].ervaringen != tuple(ervaringen):
                kept[:] = [Conversation(edition, document, ervaringen)]
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
