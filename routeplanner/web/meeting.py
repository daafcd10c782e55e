"""Two people on one draft: whose click goes on, and what the later of the two sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from routeplanner import api
from routeplanner.dossier.records import Leerling, Ontwerp, Stap
from routeplanner.engine.verdict import Verdict
from routeplanner.model.rules import in_order
from routeplanner.present.words import Words
from routeplanner.web.asking import Ask
from routeplanner.web.comparing import Difference, difference
from routeplanner.web.conversations import Conversation, UnknownKeyError
from routeplanner.web.forms import AskedWrongError

Act = Callable[[Ask, Conversation], str]


@dataclass(frozen=True)
class Version:
    """The route as it is now, or as it would be with the click that came too late."""

    oordeel: str
    goal: str
    interesses: tuple[str, ...]
    chosen: tuple[str, ...]
    """What is chosen beside what is mandatory."""


def is_newer(ask: Ask, talk: Conversation, draft: Ontwerp, seen: int) -> bool:
    """Tell whether someone else changed a draft since the window of this request saw it.

    Who clicks twice before the first answer is there, is no one else: both clicks count.
    """
    window = ask.form.get("venster", "")
    since = range(seen + 1, draft.versie + 1)
    return not (seen <= draft.versie and all(window and talk.made.get(v) == window for v in since))


def two_versions(ask: Ask, talk: Conversation, draft: Ontwerp, act: Act | None) -> Response:
    """Show what there is now beside what was wanted, with a button to do it after all. Nothing is kept.

    Args:
        ask: The click that came too late.
        talk: The conversation, standing where the draft is now; it does so again after.
        draft: The draft as it is now.
        act: What was clicked; None for a step back or forward.
    """
    now = talk.planner.verdict()
    said, wanted = _tried(ask, talk, act)
    steps = ask.desk.store.history(draft.id)
    return ask.render(
        "twee-versies.html",
        status=409,
        draft=draft,
        pupil=ask.desk.store.get(Leerling, draft.leerling),
        meanwhile=_meanwhile(ask, steps, draft),
        said=said,
        now=_version(now),
        wanted=_version(wanted) if wanted is not None else None,
        difference=difference(now, wanted, ask.words) if wanted is not None else None,
        again=_again(ask, draft) if wanted is not None else {},
        same=wanted is not None and _same(now, wanted, ask.words),
    )


def _tried(ask: Ask, talk: Conversation, act: Act | None) -> tuple[str, Verdict | None]:
    """Return what the click says, and what it would make of the route; None where it is not possible now."""
    if act is None:
        return "", None
    try:
        return act(ask, talk), talk.planner.verdict()
    except (AskedWrongError, UnknownKeyError, api.NotOfferedError, api.LimitReachedError):
        return "", None
    finally:
        talk.back()


def _meanwhile(ask: Ask, steps: tuple[Stap, ...], draft: Ontwerp) -> tuple[str, ...]:
    """Return what was done since the page was shown, the last things if that is not sure."""
    seen = ask.form.get("stap", "")
    after = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 9 else draft.stap - 1  # noqa: PLR2004 - no page has as many steps
    return tuple(step.wat for step in steps if after < step.nummer <= draft.stap and step.wat)


def _version(verdict: Verdict) -> Version:
    route = verdict.selection.route
    doel = verdict.selection.curriculum.doelen.get(route.doel or "")
    chosen = sorted((o.keuze for o in verdict.selection.chosen() if not o.verplicht), key=in_order)
    return Version(
        verdict.oordeel.value, doel.naam if doel else "", tuple(route.interesses), tuple(map(str, chosen))
    )


def _same(now: Verdict, wanted: Verdict, words: Words) -> bool:
    found: Difference = difference(now, wanted, words)
    one, other = now.selection.route, wanted.selection.route
    wishes = (one.doel, one.interesses, one.liever_niet) == (other.doel, other.interesses, other.liever_niet)
    return wishes and one.afgewezen == other.afgewezen and not (found.first or found.second or found.moved)


def _again(ask: Ask, draft: Ontwerp) -> dict[str, str]:
    """Return the fields of a form that does the same with the route as it is now."""
    fields = {name: value for name, value in ask.form.items() if name in _FIELDS}
    return fields | {"versie": str(draft.versie), "stap": str(draft.stap)}


_FIELDS = frozenset({"keuze", "plaats", "herstel", "nummer", "doel", "graag", "liever-niet"})
