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
    span = seen.span(mended.edit.start, mended.edit.end)
    if mended.missing:
        sleutel = _without_value(text[: mended.edit.start], mended, context)
        return _no_value(span, sleutel) if sleutel else _missing(span, text[mended.edit.start :], mended)
    return _mended(span, mended, text[mended.edit.start :])


def _mended(span: Span, mended: Mend, rest: str) -> Diagnostic:
    """Return the finding of a change that is sure; `rest` is the line from there on."""
    edit, word, new = mended.edit, span.text.strip(), mended.edit.text.strip()
    fixes = [Fix(span, edit.text)]
    whole, meant = say("schrijf", text=mended.text.strip()), say("bedoelde-je", text=new)
    match mended.code:
        case "RP107":
            said = found("RP107", span, word=span.text, help=say("een-van"))
        case "RP103":
            other = span.text[:1] not in ("", *MARKS) and edit.text.strip(MARKS) != span.text
            name = span.text if other else _quoted(mended)
            said = found("RP103", span, variant="ander" if other else "", word=name, help=whole, fixes=fixes)
        case "RP105":
            word = _next(rest)
            end = "" if word else "einde"
            said = found("RP105", span, variant=end, text=new, word=word, help=whole, fixes=fixes)
        case "RP104.anders":
            said = found("RP104", span, variant="anders", word=word, help=meant, fixes=fixes)
        case "RP102.zin":
            said = found("RP102", span, variant="zin", word=word, help=whole, fixes=fixes)
        case _:
            help_ = meant if new and mended.code in ("RP101", "RP104") else whole
            said = found(mended.code, span, word=word, help=help_, fixes=fixes)
    return said


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
