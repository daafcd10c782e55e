"""The texts that mistakes are made in: real projects, read once, in which one file can be replaced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from bench.school import school
from mutation.plain import plain

from routeplanner.language.files import File, Files, Project
from routeplanner.language.reading import read_blocks
from routeplanner.language.syntax import Block
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.linking import link
from routeplanner.text.source import Source

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
DAY = date(2010, 1, 1)
"""On which the texts are judged: in the schooljaar of the guide's school."""
OFFICIAL = ("voertuigentechniek.lob", "handel-en-verkoop.lob", "mobiliteit-en-transport.lob")
"""Of the programmes these, and all that a school wrote, are what mistakes are made in."""


@dataclass(frozen=True, eq=False)
class Page:
    """One file that mistakes are made in."""

    setting: Setting
    file: File

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return self.file.source.text.splitlines()

    @cached_property
    def homes(self) -> dict[int, tuple[Block, str]]:
        """By line number: the block that the line is in or starts, and what the line is in it."""
        return dict(_homes(self.file.source, self.file.reading.blocks))

    @cached_property
    def said(self) -> object:
        """What the file says, without places."""
        return plain(self.file.reading.blocks)


@dataclass(frozen=True, eq=False)
class Setting:
    """One project."""

    project: Project
    home: Path
    mutable: tuple[str, ...] = ()
    """Names of the files that mistakes are made in; empty: all."""
    files: Files = field(default_factory=Files)

    @cached_property
    def pages(self) -> list[Page]:
        """The files that mistakes are made in."""
        names = self.mutable or tuple(file.path.name for file in self.project.files)
        return [Page(self, file) for file in self.project.files if file.path.name in names]

    @cached_property
    def curriculum(self) -> Curriculum:
        """What the project means, without a mistake."""
        return link(self.project, op=DAY)

    @cached_property
    def meaning(self) -> object:
        """What the project means, without places."""
        return meaning(self.curriculum)

    @cached_property
    def names(self) -> frozenset[str]:
        """Everything that is declared by name or code, folded."""
        return frozenset(
            fold(block.kop.naam.value)
            for top in self.project.blocks
            for block in _all(top)
            if block.kop.naam is not None and block.soort not in ("invulling", "ontheffing")
        )

    def names_of(self, used: str) -> frozenset[str]:
        """Return all that the file declares that a `gebruik` names."""
        files = [file for file in self.project.files if file.path.as_posix().endswith(used)]
        blocks = (block for file in files for top in file.reading.blocks for block in _all(top))
        return frozenset(fold(block.kop.naam.value) for block in blocks if block.kop.naam is not None)

    def link_with(self, texts: Mapping[Path, str]) -> tuple[Project, Curriculum]:
        """Return the project with other texts for some of its files."""
        project = self.project
        for file in self.project.files:
            text = texts.get(file.path, file.source.text)
            if text != file.source.text:
                source = Source(file.source.path, text)
                project = self._with(project, File(file.path, source, read_blocks(source)))
        return project, link(project, op=DAY)

    def _with(self, project: Project, fresh: File) -> Project:
        old = next(file for file in project.files if file.path == fresh.path)
        if _used(old) == _used(fresh):
            others = tuple(d for d in project.diagnostics if d.span.source is not old.source)
            files = tuple(fresh if file is old else file for file in project.files)
            return replace(project, files=files, diagnostics=(*others, *fresh.reading.diagnostics))
        return self._built_again(fresh)

    def _built_again(self, fresh: File) -> Project:
        """Return the project as it is read with another `gebruik`."""
        again = Files()
        again._read = {file.path.resolve(): (file, file.reading.diagnostics) for file in self.project.files}
        again._read[fresh.path.resolve()] = (fresh, fresh.reading.diagnostics)
        given = [file.path for file in self.project.files if file.path.is_relative_to(self.home)]
        return again._project(self.home, given or [fresh.path])


def meaning(curriculum: Curriculum) -> object:
    """Return what a curriculum says, without places and findings; its programmes by their units."""
    return plain(replace(curriculum, sources=(), programmas={}, diagnostics=()))


@cache
def settings() -> list[Setting]:
    """Return every project: the official programmes, the schools, the guide's own texts, a generated school."""
    schools = [path.parent for path in sorted((ROOT / "rules").glob("*/routeplanner.toml"))]
    found = [_folder(folder, OFFICIAL) for folder in schools]
    found.append(_text("handreiking.lob", (HERE / "handreiking.lob").read_text("utf-8")))
    found.append(_text("groot.lob", school(75)))
    return found


def _folder(folder: Path, official: Sequence[str]) -> Setting:
    files = Files()
    project = next(p for p in files.projects([folder]) if p.files)
    own = tuple(
        f.path.name
        for f in project.files
        if f.path.is_relative_to(folder) and "curricula" not in f.path.parts
    )
    return Setting(project, folder, (*own, *official), files)


def _text(name: str, text: str) -> Setting:
    """Return the project of a text that is no file of its own: it stands beside the root."""
    path = ROOT / name
    source = Source(name, text)
    files = Files()
    files._read[path.resolve()] = (File(path, source, reading := read_blocks(source)), reading.diagnostics)
    return Setting(files._project(ROOT / name, [path]), ROOT / name, (name,), files)


def _used(file: File) -> list[str]:
    return [b.kop.naam.value for b in file.reading.blocks if b.soort == "gebruik" and b.kop.naam is not None]


def _all(block: Block) -> Iterator[Block]:
    yield block
    for child in block.kinderen:
        yield from _all(child)


def _homes(source: Source, blocks: Sequence[Block]) -> Iterator[tuple[int, tuple[Block, str]]]:
    for block in blocks:
        yield source.line_number(block.kop.span.start), (block, "kop")
        for eigenschap in block.eigenschappen:
            yield source.line_number(eigenschap.span.start), (block, "eigenschap")
        for zin in block.zinnen:
            yield source.line_number(zin.span.start), (block, "zin")
        yield from _homes(source, block.kinderen)
