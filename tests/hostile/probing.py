"""Judges what is said of a hostile text, and measures in a process of its own what that costs."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from routeplanner import api
from routeplanner.language.files import File, Project
from routeplanner.language.reading import read_blocks
from routeplanner.model.linking import link
from routeplanner.present.words import Words
from routeplanner.text.codes import CODES
from routeplanner.text.diagnostic import Diagnostic
from routeplanner.text.reading import decode
from routeplanner.text.source import Span

DAY = date(2010, 1, 1)
WORDS = Words()


def check(*paths: Path) -> tuple[Diagnostic, ...]:
    """Return what is said of files and folders, each finding found proper."""
    return proper(api.check(paths, op=DAY).diagnostics)


def codes(*paths: Path) -> list[str]:
    return [diagnostic.code for diagnostic in check(*paths)]


def check_bytes(data: bytes) -> tuple[Diagnostic, ...]:
    """Return what is said of the bytes of one file, read and linked by itself."""
    source, problems = decode(data, "x.lob")
    if source is None:
        assert problems
        return proper(problems)
    reading = read_blocks(source)
    project = Project("x.lob", (File(Path("x.lob"), source, reading),), (*problems, *reading.diagnostics))
    return proper(link(project, op=DAY).diagnostics)


def check_text(text: str) -> tuple[Diagnostic, ...]:
    return check_bytes(text.encode())


def proper(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings that each have a known code, words, and only places that exist."""
    found = tuple(diagnostics)
    for diagnostic in found:
        assert diagnostic.code in CODES
        assert WORDS.message(diagnostic)
        assert diagnostic.help is None or WORDS.help(diagnostic.help)
        assert all(WORDS.label(related.say) for related in diagnostic.related)
        assert all(map(in_range, places(diagnostic))), diagnostic
    return found


def places(diagnostic: Diagnostic) -> list[Span]:
    related = [label.span for label in diagnostic.related]
    return [diagnostic.span, *related, *(fix.span for fix in diagnostic.fixes)]


def in_range(span: Span) -> bool:
    return 0 <= span.start <= span.end <= len(span.source.text)


# ---- in a process of its own


class Cost(NamedTuple):
    codes: list[str]
    seconds: float
    """Of processor time, so that a busy machine does not count."""
    megabytes: float
    """The most that the whole process held, the program and its libraries included."""


PROGRAM = """
import json, resource, sys, time
from datetime import date
from pathlib import Path
seconds, megabytes = int(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
from routeplanner import api
began = time.process_time()
codes = [d.code for d in api.check([Path(path) for path in sys.argv[3:]], op=date(2010, 1, 1)).diagnostics]
seconds = time.process_time() - began
status = Path("/proc/self/status").read_text()
most = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
print(json.dumps([codes, seconds, most / 1024]))
"""


def cost(*paths: Path, seconds: int, megabytes: int) -> Cost:
    """Check files in a process that is stopped where it takes more than this."""
    command = [sys.executable, "-c", PROGRAM, str(seconds), str(megabytes), *map(str, paths)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=os.environ)
    assert done.returncode == 0, done.stderr[-2000:]
    return Cost(*json.loads(done.stdout))
