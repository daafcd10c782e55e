"""Text of others on a terminal: nothing in it may steer the terminal, hide, or turn the reading order."""

from __future__ import annotations

import unicodedata

TAB = 4
"""Columns that a tab goes on to."""
_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_BYTE_ORDER_MARK = "\ufeff"
_PICTURES = 0x2400
"""Where Unicode has a picture of each of the 32 oldest control characters."""


def shown(text: str) -> str:
    """Return a text on one line in which every character that is not to be seen has become one that is."""
    if text.isprintable():
        return text
    return "".join(_shown(sign) for sign in text)


def laid_out(text: str) -> str:
    """Return a line of a source as it is shown: like `shown`, with spaces for its tabs."""
    if text.isprintable():
        return text
    pieces = [shown(piece) for piece in text.split("\t")]
    line = pieces[0]
    for piece in pieces[1:]:
        line += " " * (TAB - width(line) % TAB) + piece
    return line


def width(text: str) -> int:
    """Return how many columns of a terminal a shown text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _shown(sign: str) -> str:
    if sign == _BYTE_ORDER_MARK:
        return ""
    if unicodedata.category(sign) not in _STEERING:
        return sign
    number = ord(sign)
    if number < 0x20:  # noqa: PLR2004 - the control characters that have a picture
        return chr(_PICTURES + number)
    return f"<U+{number:04X}>"
