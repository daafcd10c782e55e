"""What a file holds: told by its content and never by its name, and written anew where it is a photo.

A camera adds where and with what a photo was taken; none of that is kept. Nor is anything that hides behind the
last pixel, or what only looks like a photo.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from routeplanner.dossier.errors import (
    BewijsError,
    MissingExtraError,
    TooLargeError,
    TooManyPixelsError,
    UnknownContentError,
)
from routeplanner.dossier.records_lob import Bestandssoort

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_BYTES = 5 * 1024 * 1024
"""Of one file."""
MAX_PIXELS = 50_000_000
"""Of a photo as it comes in."""
MAX_SIDE = 2560
"""Pixels of the longest side of a photo as it is kept: enough for a page of A4."""
_QUALITY = 85
_PICTURES = {"PNG": Bestandssoort.PNG, "JPEG": Bestandssoort.JPEG, "WEBP": Bestandssoort.WEBP}
"""By Pillow's name; it is to try no other."""
_MODES = {"PNG": ("L", "RGB", "RGBA"), "JPEG": ("L", "RGB"), "WEBP": ("RGB", "RGBA")}
"""The ways to hold pixels that are kept as they are."""
_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
"""What no text has; tab, line feed, form feed and return may be there."""


class Content(NamedTuple):
    """What is to be kept of a file."""

    soort: Bestandssoort
    bytes: bytes


def checked(given: bytes) -> Content:
    """Return what is to be kept of a file.

    Raises:
        TooLargeError: It is too large.
        TooManyPixelsError: It is a photo with too many pixels.
        UnknownContentError: It holds none of what can be kept, or only its start does.
    """
    if len(given) > MAX_BYTES:
        raise TooLargeError(MAX_BYTES)
    if given.startswith(_STARTS):
        return _picture(given)
    if given.startswith(b"%PDF-"):
        if b"%%EOF" not in given[-1024:]:
            raise UnknownContentError
        return Content(Bestandssoort.PDF, given)
    return Content(Bestandssoort.TEKST, _text(given).encode("utf-8"))


def _text(given: bytes) -> str:
    try:
        text = given.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnknownContentError from None
    if not text.strip() or _CONTROL.search(text):
        raise UnknownContentError
    return text


def _picture(given: bytes) -> Content:
    try:
        from PIL import Image
    except ModuleNotFoundError:
        raise MissingExtraError("dossier") from None
    try:
        return _pixels_of(given)
    except BewijsError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise TooManyPixelsError(MAX_PIXELS) from None
    except Exception:  # noqa: BLE001 - a decoder can fail in any way on bytes that someone made up
        raise UnknownContentError from None


def _pixels_of(given: bytes) -> Content:
    from PIL import Image

    with Image.open(BytesIO(given), formats=tuple(_PICTURES)) as picture:
        if picture.width * picture.height > MAX_PIXELS:
            raise TooManyPixelsError(MAX_PIXELS)
        form = str(picture.format)
        kept = _written(_upright(picture, form), form)
    if len(kept) > MAX_BYTES:
        raise TooLargeError(MAX_BYTES)
    return Content(_PICTURES[form], kept)


def _upright(picture: Image, form: str) -> Image:
    """Return the pixels alone, the right way up: how a camera was held is told beside them."""
    from PIL import Image, ImageOps

    picture.draft("RGB", (MAX_SIDE, MAX_SIDE))  # a large JPEG need not be unpacked in full
    picture.load()
    turned = ImageOps.exif_transpose(picture)
    modes = _MODES[form]
    if turned.mode not in modes:
        turned = turned.convert(modes[-1] if turned.has_transparency_data else "RGB")
    turned.thumbnail((MAX_SIDE, MAX_SIDE))
    bare = Image.new(turned.mode, turned.size)
    bare.paste(turned)
    return bare


def _written(picture: Image, form: str) -> bytes:
    stream = BytesIO()
    if form == "PNG":
        picture.save(stream, form)
    else:
        picture.save(stream, form, quality=_QUALITY)
    return stream.getvalue()
