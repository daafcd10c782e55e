import struct
import zlib
from dataclasses import replace
from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image

from routeplanner.dossier import bewijzen
from routeplanner.dossier.content import MAX_BYTES, MAX_SIDE, checked
from routeplanner.dossier.errors import (
    BewijsError,
    NoRoomError,
    NotFoundError,
    TooLargeError,
    TooManyPixelsError,
    UnknownContentError,
)
from routeplanner.dossier.records import Leerling
from routeplanner.dossier.records_lob import Bestandssoort, Bewijs, Ervaring, Soort
from routeplanner.dossier.store import Store

SECRET = b"GEHEIM-PLEK-52.0907N"
FORMS = ("PNG", "JPEG", "WEBP")
MODES = [("PNG", "P"), ("PNG", "1"), ("PNG", "LA"), ("PNG", "I;16"), ("JPEG", "L"), ("JPEG", "CMYK")]


def photo(form: str = "JPEG", mode: str = "RGB", size: tuple[int, int] = (40, 20)) -> bytes:
    """A photo with a place in every pocket that its form has."""
    picture = Image.new(mode, size)
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif[0x0112] = 6  # the camera was held on its side
    exif.get_ifd(0x8825)[1] = SECRET.decode()
    stream = BytesIO()
    picture.info["comment"] = SECRET
    picture.save(stream, form, exif=exif, icc_profile=SECRET, xmp=SECRET)
    return stream.getvalue() + SECRET


@pytest.mark.parametrize("form", FORMS)
def test_of_a_photo_only_the_pixels_are_kept(form: str) -> None:
    given = photo(form)
    assert SECRET in given
    kept = checked(given)
    assert SECRET not in kept.bytes
    with Image.open(BytesIO(kept.bytes)) as picture:
        assert kept.soort == picture.get_format_mimetype()
        assert picture.size == (20, 40)
        assert dict(picture.getexif()) == {}
        assert {"exif", "icc_profile", "xmp", "comment"} & set(picture.info) == set()


@pytest.mark.parametrize(("form", "mode"), MODES)
def test_every_way_to_hold_pixels(form: str, mode: str) -> None:
    with Image.open(BytesIO(checked(photo(form, mode)).bytes)) as picture:
        assert picture.size == (20, 40)


def test_what_is_seen_through_stays_so() -> None:
    stream = BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(stream, "PNG")
    with Image.open(BytesIO(checked(stream.getvalue()).bytes)) as picture:
        assert picture.getpixel((0, 0)) == (0, 0, 0, 0)


def test_a_large_photo_is_made_smaller() -> None:
    with Image.open(BytesIO(checked(photo(size=(4000, 3000))).bytes)) as picture:
        assert picture.size == (MAX_SIDE * 3 // 4, MAX_SIDE)


def png_that_claims(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [8_000, 12_000, 100_000, 2**31 - 1])
def test_a_bomb_is_not_opened(side: int) -> None:
    with pytest.raises(TooManyPixelsError):
        checked(png_that_claims(side, side))


@pytest.mark.parametrize(
    "given",
    [
        b"",
        b"  \n",
        b"MZ\x90\x00\x03",
        b"GIF89a" + bytes(20),
        b"\x00" * 100,
        b"tekst met een \x1b[31m teken",
        "geen utf-8: é".encode("latin-1"),
        b"\x89PNG\r\n\x1a\n",
        photo("PNG")[:60],
        photo("JPEG")[:100],
        b"RIFF\x00\x00\x00\x00AVI LIST",
        b"\xff\xd8\xff<script>alert(1)</script>",
        b"%PDF-1.7 afgebroken",
        b"II*\x00" + bytes(100),
        png_that_claims(0, 0),
    ],
)
def test_what_is_no_photo_pdf_or_text_is_refused(given: bytes) -> None:
    with pytest.raises(UnknownContentError):
        checked(given)


def test_a_text_and_a_pdf_are_kept_as_they_are() -> None:
    text = "Zo ging het:\r\n\tgoed – één keer".encode()
    assert checked(text) == (Bestandssoort.TEKST, text)
    assert checked(b"\xef\xbb\xbf" + text) == (Bestandssoort.TEKST, text)
    pdf = b"%PDF-1.7\n...\n%%EOF\n"
    assert checked(pdf) == (Bestandssoort.PDF, pdf)


def test_a_file_is_as_large_as_it_may_be() -> None:
    assert len(checked(b"x" * MAX_BYTES).bytes) == MAX_BYTES
    with pytest.raises(TooLargeError):
        checked(b"x" * (MAX_BYTES + 1))


def test_keeping_it(store: Store, leerling: Leerling) -> None:
    ervaring = store.add(Ervaring(leerling=leerling.id, soort=Soort.LES, naam="Lassen"))
    kept = store.keep_bewijs(leerling.id, "foto.exe", photo(), ervaring=ervaring.id)
    content = store.content_of(kept.id)
    assert (kept.naam, kept.soort, kept.omvang) == ("foto.exe", Bestandssoort.JPEG, len(content))
    assert kept.sha256 == sha256(content).hexdigest()
    assert store.find(Bewijs, leerling=leerling.id) == (kept,)
    renamed = store.save(replace(kept, naam="foto", sha256="", omvang=0))
    assert renamed == replace(kept, naam="foto", versie=2)
    store.remove(renamed)
    with pytest.raises(NotFoundError):
        store.content_of(kept.id)


def test_what_is_refused_leaves_nothing(store: Store, leerling: Leerling) -> None:
    before = store.trail()
    with pytest.raises(BewijsError):
        store.keep_bewijs(leerling.id, "foto.png", b"MZ\x00")
    with pytest.raises(NotFoundError):
        store.keep_bewijs("0" * 16, "foto.png", b"tekst")
    with pytest.raises(NotFoundError):
        store.keep_bewijs(leerling.id, "foto.png", b"tekst", ervaring="0" * 16)
    assert store.find(Bewijs) == ()
    assert store.trail() == before


def test_a_pupil_has_so_much_room(store: Store, leerling: Leerling, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bewijzen, "MAX_BYTES", 100)
    kept = store.keep_bewijs(leerling.id, "een", b"x" * 60)
    with pytest.raises(NoRoomError) as full:
        store.keep_bewijs(leerling.id, "twee", b"x" * 41)
    assert full.value.limit == 100
    store.keep_bewijs(leerling.id, "twee", b"x" * 40)
    other = store.add(Leerling(naam="Proef Persoon 2"))
    store.keep_bewijs(other.id, "een", b"x" * 60)
    store.remove(kept)
    store.keep_bewijs(leerling.id, "drie", b"x" * 60)
