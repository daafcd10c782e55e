"""Elements of SVG and HTML with text of others in them, which can only ever be text there."""

from __future__ import annotations

from html import escape

from routeplanner.present.signs import shown


def neutral(text: str) -> str:
    """Return a text in which nothing steers, hides or turns the reading order, and that XML can hold."""
    if text.isprintable():
        return text
    return "".join(sign if _is_of_xml(sign) else f"<U+{ord(sign):04X}>" for sign in shown(text))


def escaped(text: str) -> str:
    """Return a text as it stands between tags or in an attribute."""
    return escape(neutral(text))


def element(name: str, /, *children: str, **attributes: str | float) -> str:
    """Return an element around children that are markup already; its attributes are escaped.

    In the name of an attribute `_` stands for `-` and a `_` at the end is left out: `class_`, `font_size`.
    """
    said = "".join(f' {_named(key)}="{_valued(value)}"' for key, value in attributes.items())
    inside = "".join(children)
    return f"<{name}{said}>{inside}</{name}>" if inside else f"<{name}{said}/>"


def _named(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _valued(value: str | float) -> str:
    return escaped(value) if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")


def _is_of_xml(sign: str) -> bool:
    """Tell whether XML 1.0 allows a character. Source: its production Char."""
    return sign not in "\ufffe\uffff" and not "\ud800" <= sign <= "\udfff"
