"""What to tell about a line that could not be read."""

from __future__ import annotations

from routeplanner.language.mending import Mend, Trouble
from routeplanner.language.plausible import Context
from routeplanner.language.quoting import MARKS
from routeplanner.language.repair import PIECE
from routeplanner.language.spelling import expected_texts
from routeplanner.language.vocabulary import Sleutel, sleutel_van
from routeplanner.text.diagnostic import Diagnostic, Fix, Say, found, say
from routeplanner.text.hidden import Seen
from routeplanner.text.source import Span


def diagnose(seen: Seen, trouble: Trouble, mended: Mend | None, context: Context) -> Diagnostic:
    """Return the finding: the change that mends the line where that is sure, else what could stand there."""
    text = seen.text
    if mended is None or not mended.sure:
        start, end = (trouble.start, trouble.end) if mended is None else _where(text, trouble, mended)
        return _unclear(seen.span(start, end), text[:start], trouble)
    edit = mended.edit
    span = seen.span(edit.start, edit.end)
    if mended.missing:
        sleutel = _without_value(text[: edit.start], mended, context)
        return _no_value(span, sleutel) if sleutel else _missing(span, text[edit.start :], mended)
    if mended.code == "RP107":
        return found("RP107", span, word=span.text, help=say("een-van"))
    fixes = [Fix(span, edit.text)]
    whole = say("schrijf", text=mended.text.strip())
    if mended.code == "RP103":
        variant = "ander" if span.text[:1] not in ("", *MARKS) and edit.text.strip(MARKS) != span.text else ""
        word = span.text if variant else _quoted(mended)
        return found("RP103", span, variant=variant, word=word, help=whole, fixes=fixes)
    new = edit.text.strip()
    if mended.code == "RP105":
        word = _next(text[edit.start :])
        return found(
            "RP105", span, variant="" if word else "einde", text=new, word=word, help=whole, fixes=fixes
        )
    help_ = say("bedoelde-je", text=new) if new and mended.code in ("RP101", "RP104") else whole
    return found(mended.code, span, word=span.text.strip(), help=help_, fixes=fixes)


def _where(text: str, trouble: Trouble, mended: Mend) -> tuple[int, int]:
    """Return what to point at in a line that is not clear: its start, if that is where a word seems to be missing."""
    first = PIECE.search(text)
    if mended.code == "RP105" and first is not None and mended.edit.end == first.start():
        return first.span()
    return trouble.start, trouble.end


def _missing(span: Span, rest: str, mended: Mend) -> Diagnostic:
    """Return that a name, code or number is missing; only its author knows which."""
    (kind,) = expected_texts((mended.missing,))
    word = _next(rest)
    return found("RP105", span, variant="iets" if word else "iets-einde", expected=kind, word=word)


def _without_value(before: str, mended: Mend, context: Context) -> Sleutel | None:
    """Return the property of which only the key stands there."""
    if mended.tree.data != "eigenschap" or not before.rstrip().endswith(":"):
        return None
    return sleutel_van(context.soort, str(mended.tree.children[0])) if context.soort else None


def _no_value(span: Span, sleutel: Sleutel) -> Diagnostic:
    """Return that a value is missing, and what it looks like: of a closed list, the words."""
    if sleutel.woorden:
        words = ", ".join(f"`{word}`" for word in sleutel.woorden)
        return found("RP105", span, variant="woorden", key=sleutel.naam, words=words)
    return found("RP105", span, variant="waarde", key=sleutel.naam, shape=sleutel.shape.value)


def _next(rest: str) -> str:
    """Return the first word or sign of the rest of a line; empty where only a comment follows."""
    piece = PIECE.search(rest)
    return "" if piece is None or piece[0].startswith("#") else piece[0]


def _quoted(mended: Mend) -> str:
    """Return the text that the change put between quotation marks."""
    marks = [index for index, sign in enumerate(mended.text) if sign in MARKS]
    for first, last in zip(marks[::2], marks[1::2], strict=False):
        if first <= mended.edit.start <= last:
            return mended.text[first + 1 : last]
    return mended.edit.text.strip(MARKS)


def _unclear(span: Span, before: str, trouble: Trouble) -> Diagnostic:
    word = span.text
    if not before.strip():
        return found("RP101", span, word=word, help=say("zo-begint-een-zin"))
    could = _could_stand(expected_texts(trouble.expected))
    if not word:
        return found("RP102", span, variant="einde", help=could)
    return found("RP102", span, word=word, help=could)


def _could_stand(expected: tuple[str, ...]) -> Say | None:
    return say("hier-kan-staan", expected="|".join(expected)) if expected else None
