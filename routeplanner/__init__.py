"""Routeplanner: exam programmes, a school's rules and a pupil's route as sentences in one small language.

The public names load on first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from routeplanner.api import Checked, check, format_file, judge, load
    from routeplanner.model.curriculum import Curriculum
    from routeplanner.text.diagnostic import Diagnostic

__version__ = "0.1.0"
__all__ = ["Checked", "Curriculum", "Diagnostic", "__version__", "check", "format_file", "judge", "load"]

_HOMES = {
    "Checked": "routeplanner.api",
    "Curriculum": "routeplanner.model.curriculum",
    "Diagnostic": "routeplanner.text.diagnostic",
    "check": "routeplanner.api",
    "format_file": "routeplanner.api",
    "judge": "routeplanner.api",
    "load": "routeplanner.api",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the public names are of many kinds
    """Load a public name from where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)
