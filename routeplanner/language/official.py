"""Which bundled text has a programme that is not there: so that a missing `gebruik` can be named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from routeplanner.language.folders import bundled, find_files
from routeplanner.language.vocabulary import fold
from routeplanner.text.reading import read_source

_PROGRAMME = re.compile(r'^programma[ \t]+([^\s"]+)[ \t]+"([^"]*)"', re.MULTILINE)
_UNIT = re.compile(r'^[ \t]+(?:eenheid|module|keuzevak)[ \t]+(?:"([^"]*)"|([^\s"]+))', re.MULTILINE)


class Home(NamedTuple):
    """A bundled text with a programme."""

    programma: str
    """Its id, folded."""
    path: str
    """As `gebruik` takes it."""


def homes_of_programme(name: str) -> tuple[Home, ...]:
    """Return the bundled texts with a programme of this id or title."""
    return _index().get(fold(name), ())


def homes_of_code(code: str) -> tuple[Home, ...]:
    """Return the bundled texts with this unit; else those with units whose codes start the same: `HV/K`."""
    folded = fold(code)
    return _index().get(f"/{folded}") or _index().get(f"/{head_of(folded)}/", ())


def head_of(code: str) -> str:
    """Return a code without its last part: VT/K of VT/K/9."""
    return code.rpartition("/")[0]


@cache
def _index() -> Mapping[str, tuple[Home, ...]]:
    """Return the homes by folded id or title, by `/code`, and by `/head/`."""
    homes: dict[str, dict[Home, None]] = {}
    for folder in bundled():
        for file in sorted(find_files(folder)):
            path = f"{folder.name}/{file.relative_to(folder).as_posix()}"
            source, _ = read_source(file, path)
            for key, home in _entries(source.text if source else "", path):
                homes.setdefault(key, {})[home] = None
    return MappingProxyType({key: tuple(found) for key, found in homes.items()})


def _entries(text: str, path: str) -> Iterator[tuple[str, Home]]:
    programmes = list(_PROGRAMME.finditer(text))
    ends = (*(match.start() for match in programmes[1:]), len(text))
    for match, end in zip(programmes, ends, strict=False):
        home = Home(fold(match[1]), path)
        yield from ((fold(name), home) for name in match.groups())
        yield from ((key, home) for key in _codes(_UNIT.finditer(text, match.end(), end)))


def _codes(units: Iterable[re.Match[str]]) -> Iterator[str]:
    for unit in units:
        code = fold(unit[1] or unit[2])
        yield f"/{code}"
        if head_of(code):
            yield f"/{head_of(code)}/"
