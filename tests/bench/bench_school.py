"""How long a check takes, of a school of 10,000 lines and of one of 300; targets stand beside it."""

from datetime import date
from pathlib import Path

from bench.measuring import process, show, timed
from bench.school import school

from routeplanner import api
from routeplanner.language import parsing, tables
from routeplanner.language.files import Files
from routeplanner.language.formatting import format_text
from routeplanner.language.reading import read_blocks
from routeplanner.model.linking import link
from routeplanner.text.source import Source

DAY = date(2010, 1, 1)
HEAD = ("", "ms", "ms cpu", "target")


def forget() -> None:
    """Forget the lines that were read before: the next check is the first of its process."""
    parsing._remembered.cache_clear()


def written(folder: Path, lines: int) -> Path:
    path = folder / f"school-{lines}.lob"
    path.write_text(school(lines), "utf-8")
    return path


def test_a_large_school(tmp_path: Path) -> None:
    path = written(tmp_path, 10_000)
    text = path.read_text("utf-8")
    bare = tables.build("bestand")
    (project,) = Files().projects([path])
    rows = {
        "check, first": timed(lambda: api.check([path], op=DAY), before=forget),
        "check, again": timed(lambda: api.check([path], op=DAY)),
        "  read": timed(lambda: read_blocks(Source("x", text)), before=forget),
        "  link": timed(lambda: link(project, op=DAY)),
        "lark's bare parse": timed(lambda: bare.parse(text)),
        "format": timed(lambda: format_text(Source("x", text)), runs=3),
    }
    targets = {"check, first": "1,000"}
    lines, kilobytes = text.count("\n"), len(text.encode()) // 1024
    show(
        f"A school of {lines:,} lines, {kilobytes} kB",
        HEAD,
        [(name, *times, targets.get(name, "")) for name, times in rows.items()],
    )
    for name in ("check, first", "  read"):
        ratio = rows[name].processor / rows["lark's bare parse"].processor
        print(f"  {name.strip()} is {ratio:.2f} times lark's bare parse (target: the check at most 2)")
    cold = process(tmp_path / "report", "check", path, runs=3)
    print(f"  a cold process holds at most {cold.megabytes:.0f} MB (target 200) in {cold.wall:,.0f} ms")


def test_a_small_school_warm(tmp_path: Path) -> None:
    path = written(tmp_path, 300)
    name = path.name
    text = path.read_text("utf-8")
    api.check([path], op=DAY)
    changed = [text.replace("Lokaal 1", f"Lokaal {number}") for number in range(50)]
    show(
        f"A school of {text.count(chr(10))} lines, with the {api.check([path], op=DAY).files - 1} files it uses",
        HEAD,
        [
            ("check, warm", *timed(lambda: api.check([path], op=DAY), runs=25), "20"),
            ("check after a change", *timed(lambda: _check_changed(path, changed), runs=25), ""),
            ("read, warm", *timed(lambda: read_blocks(Source(name, text)), runs=25), ""),
            ("read, first", *timed(lambda: read_blocks(Source(name, text)), before=forget), ""),
        ],
    )


def _check_changed(path: Path, texts: list[str]) -> None:
    path.write_text(texts.pop(), "utf-8")
    api.check([path], op=DAY)


def test_the_bundled_schools() -> None:
    rules = Path(__file__).parents[2] / "rules"
    rows = []
    for folder in sorted(path for path in rules.iterdir() if path.is_dir()):
        checked = api.check([folder], op=DAY)
        first = timed(lambda folder=folder: api.check([folder], op=DAY), before=forget)  # type: ignore[misc]
        again = timed(lambda folder=folder: api.check([folder], op=DAY))  # type: ignore[misc]
        rows.append((folder.name, checked.files, *first, *again))
    show("The bundled schools", ("", "files", "ms", "ms cpu", "ms again", "ms cpu again"), rows)
