"""Words: what there is to say, said in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from gettext import GNUTranslations, NullTranslations

from routeplanner.present.wording import COUNTS, TEMPLATES
from routeplanner.text.diagnostic import Diagnostic, Say

LANGUAGES = ("nl", "en")
"""The languages that Routeplanner speaks; the sentences in the source are the first."""
_MAX_SHOWN = 8
"""Things that could have stood somewhere: with more a list no longer helps."""
_QUOTED = frozenset({"code", "key", "name", "number", "one", "other", "value", "word"})
"""Parameters that hold what an author wrote, of any length."""
_MAX_QUOTED = 120
"""Code points of it that are quoted in a sentence."""
_KINDS = ("naam", "code", "getal", "woord", "dubbele-punt", "komma")
"""What could have stood somewhere, the most telling first."""


class Words:
    """Says things in one language. It holds nothing else, so that several can be in use at once.

    Raises:
        ValueError: It is none of LANGUAGES.
    """

    def __init__(self, lang: str = "nl") -> None:
        self.lang = lang
        self._catalogue = _load(lang)

    def message(self, diagnostic: Diagnostic) -> str:
        """Return the sentence of a finding."""
        return self._say(diagnostic.message)

    def help(self, say: Say) -> str:
        """Return the phrase that helps."""
        return self._say(say)

    def label(self, say: Say) -> str:
        """Return what is said at another place."""
        return self._say(say)

    def phrase(self, key: str, **params: str | int) -> str:
        """Return one of the sentences and words around findings."""
        return self._say(Say(key, params))

    def count(self, key: str, count: int) -> str:
        """Return a number of things, `1 fout` or `2 fouten`."""
        return self._catalogue.ngettext(*COUNTS[key], count).format(count=count)

    def listed(self, items: Sequence[str], word: str = "en") -> str:
        """Return a list as it is written out: `a, b en c`, or with `of` before the last."""
        if len(items) < 2:  # noqa: PLR2004 - one thing is no list
            return "".join(items)
        return self.phrase(f"lijst.{word}", items=", ".join(items[:-1]), last=items[-1])

    def translate(self, dutch: str) -> str:
        """Return a sentence that stands in the source in Dutch."""
        return self._catalogue.gettext(dutch)

    def _say(self, say: Say) -> str:
        template = self._catalogue.gettext(TEMPLATES[say.key])
        return template.format_map(self._fill(say.params))

    def _fill(self, params: Mapping[str, str | int]) -> dict[str, str | int]:
        """Return the parameters as they are said: some are keys themselves, and have words of their own."""
        filled: dict[str, str | int] = {}
        for name, value in params.items():
            if name == "expected":
                filled[name] = self._expected(str(value).split("|"))
            elif name == "shape":
                filled[name] = self.phrase(f"vorm.{value}")
            elif name == "missing":
                filled[name] = self.listed(str(value).split(" en "))
            elif name == "words":
                filled[name] = self.listed(str(value).split(", "), "of")
            else:
                filled[name] = _shortened(value) if name in _QUOTED else value
        return filled

    def _expected(self, items: Sequence[str]) -> str:
        """Return what could have stood somewhere: kinds are marked `…`, the rest are keywords."""
        kinds = [self.phrase(f"kan.{kind}") for kind in _KINDS if f"…{kind}" in items]
        shown = kinds + [f"`{item}`" for item in items if not item.startswith("…")]
        if len(shown) <= _MAX_SHOWN:
            return self.listed(shown, "of")
        return self.phrase("lijst.meer", items=", ".join(shown[:_MAX_SHOWN]))


def _load(lang: str) -> NullTranslations:
    """Return the catalogue of a language; Dutch needs none."""
    if lang not in LANGUAGES:
        raise ValueError(lang)
    if lang == LANGUAGES[0]:
        return NullTranslations()
    from importlib.resources import files

    folder = files("routeplanner") / "locale" / lang / "LC_MESSAGES"
    with (folder / "routeplanner.mo").open("rb") as around, (folder / "page.mo").open("rb") as page:
        catalogue = GNUTranslations(around)
        catalogue.add_fallback(GNUTranslations(page))
    return catalogue


def _shortened(value: str | int) -> str | int:
    if isinstance(value, int) or len(value) <= _MAX_QUOTED:
        return value
    return f"{value[:_MAX_QUOTED]}…"
