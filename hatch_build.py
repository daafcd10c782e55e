"""Writes the generated files that ship with the package: message catalogues and parser tables.

`python hatch_build.py` does the same by hand, after a change of a `.po` file or of the grammar.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOGUES = "routeplanner/locale/*/LC_MESSAGES/*.po"
TABLES = "routeplanner/language/tables.py"


class GeneratedFiles(BuildHookInterface[Any]):
    """Runs for the wheel, the sdist and the editable install alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatchling's signature)
        """Write the generated files before hatchling collects what to ship."""
        generate(Path(self.root))


def generate(root: Path) -> None:
    """Write every generated file below `root`, the top of the source tree."""
    for catalogue in sorted(root.glob(CATALOGUES)):
        compile_catalogue(catalogue)
    load_alone(root / TABLES).write_tables()


def compile_catalogue(source: Path) -> None:
    """Write the `.mo` file that gettext reads beside its `.po` source."""
    with source.open("rb") as stream:
        catalogue = read_po(stream, abort_invalid=True)
    with source.with_suffix(".mo").open("wb") as stream:
        write_mo(stream, catalogue)


def load_alone(path: Path) -> ModuleType:
    """Import one module by its path; the package itself can't be imported while it is being built."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    generate(Path(__file__).parent)
