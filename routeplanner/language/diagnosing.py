"""What to tell about a line that could not be read."""

from __future__ import annotations

from routeplanner.language.mending import Mend, Trouble
from routeplanner.language.spelling import expected_texts
from routeplanner.text.diagnostic import Diagnostic, Fix, Say, found, say
from routeplanner.text.source import Line, Source, Span


def diagnose(source: Source, line: Line, trouble: Trouble, mended: Mend | None) -> Diagnostic:
    """Return the finding: the change that mends the line where that is sure, else what could stand there."""
    text = source.text[line.start : line.end]
    if mended is None or not mended.sure:
        return _unclear(Span(source, line.start + trouble.start, line.start + trouble.end), text, trouble)
    edit = mended.edit
    span = Span(source, line.start + edit.start, line.start + edit.end)
    fixes = [Fix(span, edit.text)]
    word = text[trouble.start : trouble.end]
    was, new = text[edit.start : edit.end].strip(), edit.text.strip()
    whole = say("schrijf", text=mended.text.strip())
    if mended.code == "RP105":
        variant = "" if word else "einde"
        return found("RP105", span, variant=variant, text=new, word=word, help=whole, fixes=fixes)
    help_ = say("bedoelde-je", text=new) if new and mended.code in ("RP101", "RP104") else whole
    return found(mended.code, span, word=was or word, help=help_, fixes=fixes)


def _unclear(span: Span, text: str, trouble: Trouble) -> Diagnostic:
    word = span.text
    if not text[: trouble.start].strip():
        return found("RP101", span, word=word, help=say("zo-begint-een-zin"))
    could = _could_stand(expected_texts(trouble.expected))
    if not word:
        return found("RP102", span, variant="einde", help=could)
    return found("RP102", span, word=word, help=could)


def _could_stand(expected: tuple[str, ...]) -> Say | None:
    return say("hier-kan-staan", expected="|".join(expected)) if expected else None
