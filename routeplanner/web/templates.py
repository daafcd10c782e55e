"""The templates: every value is escaped, and nothing in it can hide or turn the reading order."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from routeplanner.present.signs import shown
from routeplanner.present.words import Words


class Templates:
    """Renders templates in one of the languages."""

    def __init__(self) -> None:
        self._env = Environment(
            loader=PackageLoader("routeplanner.web", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_visible,
        )
        self._env.filters["sentence"] = _sentence

    def render(self, name: str, words: Words, values: Mapping[str, object]) -> str:
        """Return a template filled with values; `_` says a sentence in the language of the page."""

        def say(dutch: str, **params: object) -> str:
            text = words.translate(dutch)
            return text.format_map(params) if params else text

        return self._env.get_template(name).render(values, _=say, words=words)


def _visible(value: object) -> object:
    """Return what is shown of a value: control and turning characters are made visible, line ends stay."""
    if isinstance(value, str) and not isinstance(value, Markup) and not value.isprintable():
        return "\n".join(map(shown, value.split("\n")))
    return value


def _sentence(text: str) -> str:
    """Return a text as a sentence: with a capital, and a full stop unless it ends already."""
    head = text[:1].upper() + text[1:]
    return head if not head or head[-1] in ".!?:" else f"{head}."
