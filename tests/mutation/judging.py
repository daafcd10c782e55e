"""What is told of a mistake, and whether that helps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from mutation.eye import shows_what_it_says
from mutation.mistakes import Kind, Mutant
from mutation.plain import plain, renamed
from mutation.settings import meaning

from routeplanner.language.files import Project
from routeplanner.language.reading import read_blocks
from routeplanner.language.spelling import texts
from routeplanner.language.vocabulary import ANDERE_SLEUTELS, BLOKKEN, LEERWEGEN, OORDELEN, fold
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.quantities import TELWOORDEN
from routeplanner.model.rules import Grootheid
from routeplanner.text.diagnostic import Diagnostic, Fix
from routeplanner.text.source import Source


class Verdict(NamedTuple):
    """What became of one mistake."""

    kind: Kind
    mutant: Mutant
    told: tuple[Diagnostic, ...]
    """What is told of the text with the mistake and not of the text without it."""
    valid: str
    """Why the text with the mistake is itself right; empty if it is not."""
    right_line: bool
    restores: bool
    """Whether a suggestion gives a text that says what the original says."""
    refused: tuple[Fix, ...]
    """Suggestions that would be told again."""

    @property
    def unnoticed(self) -> bool:
        """Whether nothing is told of a text that is not right."""
        return not self.told and not self.valid

    @property
    def counts(self) -> bool:
        """Whether it is a mistake at all."""
        return bool(self.told) or not self.valid


def judge(kind: Kind, mutant: Mutant) -> Verdict:
    """Return what is told of a mistake, and whether that helps."""
    setting, path = mutant.page.setting, mutant.page.file.path
    project, curriculum = setting.link_with({path: mutant.text})
    told = _new(curriculum.diagnostics, setting.curriculum.diagnostics)
    valid = "" if told else _why_valid(kind, mutant, project, curriculum)
    right = any(_in_place(d, mutant) for d in told[:1])
    restores = any(_says_the_original(mutant, d.fixes) for d in told if d.fixes)
    refused = (
        () if restores else tuple(fix for d in told for fix in d.fixes[:1] if _is_refused(mutant, d, told))
    )
    return Verdict(kind, mutant, told, valid, right, restores, refused)


def both_told(one: Verdict, other: Verdict) -> bool:
    """Tell whether of two mistakes made at once each has a message that points at it."""
    setting = one.mutant.page.setting
    texts = {verdict.mutant.page.file.path: verdict.mutant.text for verdict in (one, other)}
    _, curriculum = setting.link_with(texts)
    told = _new(curriculum.diagnostics, setting.curriculum.diagnostics)
    return all(any(_in_place(diagnostic, verdict.mutant) for diagnostic in told) for verdict in (one, other))


def _new(told: Iterable[Diagnostic], before: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    known = Counter(map(_what, before))
    found = []
    for diagnostic in told:
        if known[_what(diagnostic)]:
            known[_what(diagnostic)] -= 1
        else:
            found.append(diagnostic)
    return tuple(found)


def _what(diagnostic: Diagnostic) -> tuple[object, ...]:
    """Return what a finding says, without its offsets, which move when a line goes."""
    params = tuple(sorted(diagnostic.params.items()))
    return (diagnostic.span.source.path, diagnostic.code, diagnostic.variant, params)


def _in_place(diagnostic: Diagnostic, mutant: Mutant) -> bool:
    """Tell whether a message points at the mistake: at its line, or at what speaks of a name that is gone.

    Of two of the same either can be the wrong one: then the line of the other counts too.
    """
    said = {fold(str(value)) for value in (*diagnostic.params.values(), diagnostic.variant) if value}
    spans = [diagnostic.span, *(other.span for other in diagnostic.related if diagnostic.code == "RP204")]
    path = mutant.page.file.source.path
    here = any(s.source.path == path and s.source.line_number(s.start) in mutant.where for s in spans)
    return here or bool(mutant.names & said)


def applied(text: str, path: str, fixes: Iterable[Fix]) -> str:
    """Return the text of one file with suggestions applied, the last in the text first."""
    for fix in sorted(fixes, key=lambda fix: -fix.span.start):
        if fix.span.source.path == path:
            text = text[: fix.span.start] + fix.text + text[fix.span.end :]
    return text


def _says_the_original(mutant: Mutant, fixes: Sequence[Fix]) -> bool:
    path = mutant.page.file.source.path
    if any(fix.span.source.path != path for fix in fixes):
        return False
    reading = read_blocks(Source(path, applied(mutant.text, path, fixes)))
    return plain(reading.blocks) == mutant.page.said and not reading.diagnostics


def _is_refused(mutant: Mutant, diagnostic: Diagnostic, told: Sequence[Diagnostic]) -> bool:
    """Tell whether what is suggested is told again, in the same place, once it is done."""
    setting = mutant.page.setting
    texts = {
        file.path: applied(file.source.text, file.source.path, diagnostic.fixes)
        for file in setting.project.files
    }
    texts[mutant.page.file.path] = applied(mutant.text, mutant.page.file.source.path, diagnostic.fixes)
    _, curriculum = setting.link_with(texts)
    again = _new(curriculum.diagnostics, (*setting.curriculum.diagnostics, *told))
    return any(_touches(other, fix) for other in again for fix in diagnostic.fixes)


def _touches(diagnostic: Diagnostic, fix: Fix) -> bool:
    """Tell whether a finding stands where a suggestion was applied, give or take what others before it moved."""
    span = diagnostic.span
    same_line = span.source.line_number(span.start) == fix.span.source.line_number(fix.span.start)
    return span.source.path == fix.span.source.path and same_line


# ---- a text that is itself right


def _why_valid(kind: Kind, mutant: Mutant, project: Project, curriculum: Curriculum) -> str:
    """Return why a text of which nothing is told is right, and means what it says; empty if it is not.

    It is right where it means the same as the original. Otherwise it may mean something else only where
    that is what it says: a slip that is another word of the language, another name or code that is
    there, another number; a line that is gone, where the layout shows the structure that was read.
    """
    setting = mutant.page.setting
    if _says_the_same(mutant, project) or meaning(curriculum) == setting.meaning:
        return "means the same"
    if not shows_what_it_says(mutant.text, project, mutant.page.file.path):
        return ""
    return _VALID.get(kind.name, lambda _mutant, _curriculum: "")(mutant, curriculum)


def _says_the_same(mutant: Mutant, project: Project) -> bool:
    fresh = next(file for file in project.files if file.path == mutant.page.file.path)
    return plain(fresh.reading.blocks) == mutant.page.said


def _another_word(mutant: Mutant, _curriculum: Curriculum) -> str:
    return "another word of the language" if _changed_words(mutant) <= words() else ""


def _another_name(mutant: Mutant, _curriculum: Curriculum) -> str:
    names = mutant.page.setting.names
    return "another name that is there" if _changed_text(mutant) in names else ""


def _another_code(mutant: Mutant, _curriculum: Curriculum) -> str:
    return "another code that is there" if _changed_words(mutant) <= mutant.page.setting.names else ""


def _only_renamed(mutant: Mutant, curriculum: Curriculum) -> str:
    """Return whether the other name is all that differs: then nothing spoke of it."""
    (old,) = mutant.names
    new = _changed_text(mutant)
    same = renamed(meaning(curriculum), new, old) == renamed(mutant.page.setting.meaning, old, old)
    return "nothing speaks of it" if same else ""


_VALID = {
    "typo in a keyword": _another_word,
    "typo in a key": _another_word,
    "typo in a word of a list": _another_word,
    "torn or joined words": _another_word,
    "typo in a name": _another_name,
    "typo in a declared name": _only_renamed,
    "wrong code": _another_code,
    "wrong code declared": _only_renamed,
    "swapped digits": lambda _mutant, _curriculum: "another number",
    "missing word": lambda _mutant, _curriculum: "another sentence",
    "deleted line": lambda _mutant, _curriculum: "a text without it",
    "deleted header": lambda _mutant, _curriculum: "the layout shows what was read",
    "deleted lone line": lambda _mutant, _curriculum: "a text without it",
}


@lru_cache(maxsize=1)
def words() -> frozenset[str]:
    """Return every word of the language: keywords, names of properties, words of closed lists."""
    found = {word for forms in texts().values() for word in forms} | set(TELWOORDEN) | set(ANDERE_SLEUTELS)
    for blok in BLOKKEN.values():
        for sleutel in blok.sleutels.values():
            found |= {sleutel.naam, *sleutel.woorden}
    found |= {grootheid.value for grootheid in Grootheid} | {*LEERWEGEN, *OORDELEN, "ja", "nee"}
    return frozenset(fold(part) for word in found for part in (word, *word.split()))


def _changed_words(mutant: Mutant) -> set[str]:
    was, became = (
        Counter(line.replace(":", " ").replace(",", " ").split()) for line in (mutant.was, mutant.became)
    )
    return {fold(word) for word in became - was}


def _changed_text(mutant: Mutant) -> str:
    was, became = mutant.was, mutant.became
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(was, became, strict=False)))
    left = max(became.rfind('"', 0, start), became.rfind(" ", 0, start)) + 1
    if became.count('"', 0, start) % 2:
        left = became.rfind('"', 0, start) + 1
        return fold(became[left : became.index('"', start)])
    return fold(became[left:].split(" ")[0].strip(",:"))
