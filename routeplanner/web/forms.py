"""Reading what a form of the page holds. What no form of the page can send is refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from routeplanner.web.asking import Ask


class AskedWrongError(ValueError):
    """A form holds what no form of the page can send."""


def text(ask: Ask, name: str) -> str:
    """Return a text that must be there.

    Raises:
        AskedWrongError: It is not.
    """
    return ask.form.get(name, "").strip() or missing()


def missing() -> str:
    """Refuse a form.

    Raises:
        AskedWrongError: Always.
    """
    raise AskedWrongError


def one_of(ask: Ask, name: str, among: Sequence[str]) -> str:
    """Return one of some words.

    Raises:
        AskedWrongError: It is another.
    """
    value = ask.form.get(name, "")
    return value if value in among else missing()


def several(ask: Ask, name: str, among: Sequence[str]) -> tuple[str, ...]:
    """Return which of some words are ticked, in their own order."""
    asked = ask.form.get(name, "").split("\n")
    return tuple(one for one in among if one in asked)


def number(ask: Ask, name: str) -> int:
    """Return a number that must be there.

    Raises:
        AskedWrongError: It is none.
    """
    given = ask.form.get(name, "")
    if not (given.isascii() and given.isdecimal() and len(given) <= 9):  # noqa: PLR2004 - no number of a form is longer
        raise AskedWrongError
    return int(given)


def perhaps(ask: Ask, name: str) -> int | None:
    """Return a number that may be left out.

    Raises:
        AskedWrongError: It is no number.
    """
    return number(ask, name) if ask.form.get(name) else None


def day(ask: Ask, name: str) -> date | None:
    """Return a day that may be left out.

    Raises:
        AskedWrongError: It is no day.
    """
    try:
        return date.fromisoformat(ask.form[name]) if ask.form.get(name) else None
    except ValueError:
        raise AskedWrongError from None


def today() -> date:
    """Return the day as it is at school."""
    return date.today()  # noqa: DTZ011 - that of the machine is that of the school
