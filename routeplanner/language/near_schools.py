"""The school that a file is a part of: the one that stands in the same folder."""

from __future__ import annotations

import re
from pathlib import Path

from routeplanner.language.folders import find_files, is_file, shown
from routeplanner.text.reading import read_source

_SCHOOL = re.compile(r'^[ \t\ufeff]*school[ \t]+["“„]', re.MULTILINE | re.IGNORECASE)
_MOST = 50
"""Files beside one that are looked in: a folder with more is no school's."""


def school_beside(folder: Path) -> list[Path]:
    """Return all texts of a folder if just one of those in it starts a school, else none."""
    try:
        beside = sorted(path for path in folder.glob("*.lob") if is_file(path))
    except OSError:
        return []
    if len(beside) > _MOST:
        return []
    schools = [path for path in beside if _starts_school(path)]
    return find_files(folder) if len(schools) == 1 else []


def _starts_school(path: Path) -> bool:
    source, _ = read_source(path, shown(path))
    return source is not None and _SCHOOL.search(source.text) is not None
