"""Words and signs of everyday Dutch for those of the language: `max.`, `mag niet`, `7.5`, `31-07-2014`, `VT-K-9`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from routeplanner.language.quoting import MARKS, content
from routeplanner.language.repair import Edit, Repair, Trouble
from routeplanner.language.vocabulary import LEERWEG_ANDERS, LEERWEGEN

_LIKELY = 9
"""The cost of these: who writes such a word means nothing else."""
_NAMED = 39
"""The cost of a kind and marks that are not there: more than a slip in a word, less than a whole word."""

_STARTS = {
    r"max(?:imum)?(?:\.|\b)(?:\s+van\b)?|hooguit|(?:op (?:zijn|z'n) )hoogst|niet meer dan": "hoogstens",
    r"min(?:imum)?(?:\.|\b)(?:\s+van\b)?|op (?:zijn|z'n) minst|niet minder dan": "minstens",
    r"moet(?:en)?|altijd": "verplicht",
    r"(?:mag|mogen|kan|kunnen) (?:niet|nooit)|nooit geen|verboden": "nooit",
}
"""At the start of a line, and a count also after `vereist` and `dan`."""
_BETWEEN = {
    r"(?:mag|mogen|kan|kunnen|gaat|gaan) niet (?:samen )?met": "niet samen met",
    r"eist|vraagt(?: om)?|heeft nodig|moet(?:en)? eerst|(?:mag|kan) alleen met|alleen met": "vereist",
}
"""Between two lists of things."""
_ENDS = {
    r"moet(?:en)?(?: altijd)?|(?:is|zijn)(?: altijd)? verplicht|verplicht": "verplicht",
    r"(?:mag|mogen|kan|kunnen) (?:niet|nooit)|(?:is|zijn) verboden": "nooit",
}
"""After a list of things: in the language they come first."""
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
_DAY_FIRST = re.compile(r"(?<![\w/.-])(\d{1,2})[-/.–](\d{1,2})[-/.–](\d{4})(?![\w/-])")
_YEAR_FIRST = re.compile(r"(?<![\w/.-])(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?![\w/-])")
_WITH_MONTH = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})", re.IGNORECASE)
_POINT = re.compile(r"(?<![\w.,])(\d+)\.(\d+)(?![\w.])")
_CODE = re.compile(r"(?<![\w/\\])[A-Za-z][A-Za-z&]*(?:\\[A-Za-z0-9.]+)+(?![\w/\\])")
_CODE_WITH = re.compile(r"(?<![\w/-])[A-Za-z][A-Za-z&]{0,4}([-_.])[A-Za-z]{1,3}\1[0-9]+(?![\w/-])")
_CODE_LOOSE = re.compile(r"(?<![\w/])([A-Z&]{1,4})[ /]*([KVP])[ /]*([0-9]+[a-z]?)(?![\w/])")
_PUPIL = (
    r"(?:(?:de|een|elke|iedere|alle) )?leerling(?:en)? "
    r"(?:kiest|kiezen|doet|doen|volgt|volgen|moet|moeten|mag|mogen|heeft|hebben)"
)
_LEERWEG = re.compile(
    rf"(?<=\bvolgt )(\S+)\s+(?:in |op )?(?:de )?({'|'.join((*LEERWEGEN, *LEERWEG_ANDERS))})(?!\w)",
    re.IGNORECASE,
)
_CHOICES = {"kiest": ("keuzemodule", r"[A-Z]"), "loopt": ("stage", r"\w"), "gegeven": ("route", r"[A-Z]")}
"""What a pupil chooses or walks by a name of its own, and how that then starts: a vak has no capital."""
_TO_DO = r"(?:kiezen|volgen|doen|hebben|halen|nodig)"
_CHOSEN = r"(?:(?:is|wordt|zijn|worden) gekozen|gekozen (?:is|wordt|zijn|worden))"
_INSTEAD = {
    r"(?<=\bdan )(?=[a-z&]+/)": ("RP105", "verplicht "),
    r"(?<=\bverbreedt )(?:naar|in)(?= )": ("RP102", "met"),
    r"(?<=/\d )(?=\"+(?:\s|\Z))|(?<=\d\d )(?=\"+(?:\s|\Z))": ("RP105", "met "),
    r"(?<=\bgegeven )(?=\"|\Z)": ("RP105", "route "),
    r"(?<=: )(\d+) ?u(?:ur)?\.?(?=\s|\Z)": ("RP104.anders", r"\1 uur"),
    r" \((\d+ \w+)\)": ("RP104.anders", r": \1"),
}
"""Anywhere in a line."""
_WHOLE = {
    r"eerst (.+) dan (.+)": r"\1 vóór \2",
    r"niet (.+) en (.+) samen": r"\1 niet samen met \2",
    r"verwacht (?:dat )?.*?\b(geldig|ongeldig|onvolledig|onbeslist)\b[^\"]*": r"verwacht \1",
}
"""Of a whole line."""
_SCHOOLJAAR = re.compile(r"(?<![\w/.-])((?:19|20)\d\d)[-/–](\d\d)(?![\w/-])")
_NAMED_BY_WORD = re.compile(r'\s*(?:regel|advies|groep)\s+(?:("+)|([^\W\d][\w-]*(?: [\w-]+){1,5}))\s*\Z')


def everyday(line: str, trouble: Trouble) -> Iterator[Repair]:
    """Yield the line with the word or sign of the language for the everyday one."""
    plain = _without_texts(content(line))
    yield from _signs(plain, trouble)
    start = len(plain) - len(plain.lstrip())
    for words, keyword in _STARTS.items():
        yield from _as(plain, rf"(?<=^{' ' * start})(?:{words})(?=\s)", keyword, "RP101")
        yield from _as(plain, rf"(?<=\bvereist )(?:{words})(?=\s)|(?<=\bdan )(?:{words})(?=\s)", keyword)
    yield from _needless(plain, start)
    yield from _leerweg(plain)
    yield from _choice_without_kind(plain, line)
    yield from _file_without_marks(plain)
    yield from _instead(plain, line)
    yield from _word_for_name(plain, line)
    for words, keyword in _BETWEEN.items():
        yield from _as(plain, rf"(?<=\S )(?:{words})(?=\s)", keyword)
    for words, keyword in _ENDS.items():
        match = re.search(rf"\s+(?:{words})\s*\Z", plain, re.IGNORECASE)
        if match is not None and plain[: match.start()].strip():
            turned = f"{keyword} {line[start : match.start()]}"
            yield Repair((_LIKELY, 0), "RP102.zin", Edit(start, match.end(), turned))


def _needless(line: str, start: int) -> Iterator[Repair]:
    """Yield the line without the words that say that a pupil does it: `de leerling kiest minstens twee …`."""
    for pattern in (rf"(?<=^{' ' * start}){_PUPIL}\s+", rf"\s+{_TO_DO}\s*\Z", rf"\s+{_CHOSEN}(?=\s)"):
        for match in re.finditer(pattern, line, re.IGNORECASE):
            yield Repair((_LIKELY, 0), "RP106", Edit(match.start(), match.end(), ""))


def _leerweg(line: str) -> Iterator[Repair]:
    """Yield `in leerweg KB` for `KB`, `in KB` and `in kader`."""
    for match in _LEERWEG.finditer(line):
        leerweg = LEERWEG_ANDERS.get(match[2].lower(), match[2].upper())
        yield Repair((_LIKELY, 0), "RP102", Edit(match.end(1) + 1, match.end(), f"in leerweg {leerweg}"))


def _choice_without_kind(plain: str, line: str) -> Iterator[Repair]:
    """Yield `kiest keuzemodule "Lassen"` for `kiest Lassen`."""
    for verb, (kind, first) in _CHOICES.items():
        match = re.match(rf"\s*{verb}\s+({first}[^\":,]*?)(?=\s+(?:in|bij)\b|\s*\Z)", plain)
        if match is not None:
            name = f'{kind} "{line[match.start(1) : match.end(1)]}"'
            yield Repair((_NAMED, 0), "RP102", Edit(*match.span(1), name))


def _file_without_marks(plain: str) -> Iterator[Repair]:
    """Yield `gebruik "curricula/2007/verzorging.lob"` for the same without marks."""
    match = re.match(r"\s*gebruik\s+([\w./\\-]+)\s*\Z", plain)
    if match is not None:
        path = match[1].replace("\\", "/").removesuffix(".lob")
        yield Repair((_LIKELY, 0), "RP103", Edit(*match.span(1), f'"{path}.lob"'))


def _instead(plain: str, line: str) -> Iterator[Repair]:
    """Yield the turns of phrase of the language for those that people use."""
    for pattern, (code, new) in _INSTEAD.items():
        for match in re.finditer(pattern, plain, re.IGNORECASE):
            yield Repair((_LIKELY, 0), code, Edit(*match.span(), match.expand(new)))
    for pattern, new in _WHOLE.items():
        whole = re.fullmatch(rf"\s*{pattern}\s*", plain, re.IGNORECASE)
        if whole is not None:
            start = len(plain) - len(plain.lstrip())
            text = re.sub(pattern, new, line[start : len(plain)].rstrip(), flags=re.IGNORECASE)
            yield Repair((_LIKELY, 0), "RP102.zin", Edit(start, len(plain.rstrip()), text))
    for match in _SCHOOLJAAR.finditer(plain):
        year = int(match[1])
        if (year + 1) % 100 == int(match[2]):
            yield Repair((_LIKELY, 0), "RP104.anders", Edit(*match.span(), f"{year}-{year + 1}"))


def _word_for_name(plain: str, line: str) -> Iterator[Repair]:
    """Yield `regel vier-modules "Vier modules"` for `regel "Vier modules"`, and `regel vier-modules` for two words."""
    match = _NAMED_BY_WORD.match(plain)
    if match is None:
        return
    if match[2]:
        yield Repair((_LIKELY, 0), "RP104.anders", Edit(*match.span(2), match[2].replace(" ", "-")))
        return
    words = re.findall(r"[\w]+", line[match.start(1) : match.end(1)].lower())
    slug = "-".join(words)
    if slug and not slug[0].isdigit():
        yield Repair((_LIKELY, 0), "RP105", Edit(match.start(1), match.start(1), f"{slug} "))


def _without_texts(line: str) -> str:
    """Return a line of the same length in which no word stands between quotation marks."""
    return re.sub(rf"[{MARKS}][^{MARKS}]*[{MARKS}]", lambda match: '"' * len(match[0]), line)


def _as(line: str, words: str, keyword: str, code: str = "RP102") -> Iterator[Repair]:
    for match in re.finditer(words, line, re.IGNORECASE):
        yield Repair((_LIKELY, 0), code, Edit(match.start(), match.end(), keyword))


def _signs(line: str, trouble: Trouble) -> Iterator[Repair]:
    for start, end, code in _codes(line):
        yield Repair((_LIKELY, 0), "RP104.anders", Edit(start, end, code))
    for match in (*_DAY_FIRST.finditer(line), *_YEAR_FIRST.finditer(line)):
        day = day_of(match[0])
        if day:
            yield Repair((_LIKELY, 0), "RP104.anders", Edit(match.start(), match.end(), day))
    for match in _POINT.finditer(line):
        if match.start() <= trouble.start <= match.end():
            thousands = len(match[2]) == 3  # noqa: PLR2004 - 1.200 is a whole number
            number = match[1] + match[2] if thousands else f"{match[1]},{match[2]}"
            yield Repair((_LIKELY, 0), "RP104.anders", Edit(match.start(), match.end(), number))


def _codes(line: str) -> Iterator[tuple[int, int, str]]:
    """Yield each code with another sign than `/` in it, or none: its start and end, and how it should be."""
    for match in _CODE.finditer(line):
        yield *match.span(), match[0].replace("\\", "/")
    for match in _CODE_WITH.finditer(line):
        yield *match.span(), match[0].replace(match[1], "/")
    for match in _CODE_LOOSE.finditer(line):
        code = "/".join(match.groups())
        if code != match[0]:
            yield *match.span(), code


def day_of(text: str) -> str:
    """Return a date as the language writes it, from `31-07-2014` or `31 juli 2014`; empty if it is none."""
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _WITH_MONTH.fullmatch(" ".join(text.split())):
        day, month, year = int(match[1]), _MONTHS.index(match[2].lower()) + 1, int(match[3])
    else:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
