"""Routeplanner: exam programmes, a school's rules and a pupil's route as sentences in one small language.

The public names load on first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from routeplanner.api import (
        Checked,
        NotOfferedError,
        OutOfTimeError,
        Planner,
        Suggestions,
        UnknownChoiceError,
        UnknownNameError,
        Verdict,
        check,
        format_file,
        judge,
        load,
        planner,
        suggest,
        validate,
    )
    from routeplanner.model.curriculum import Curriculum, Route
    from routeplanner.text.diagnostic import Diagnostic

__version__ = "0.1.0"
__all__ = [
    "Checked",
    "Curriculum",
    "Diagnostic",
    "NotOfferedError",
    "OutOfTimeError",
    "Planner",
    "Route",
    "Suggestions",
    "UnknownChoiceError",
    "UnknownNameError",
    "Verdict",
    "__version__",
    "check",
    "format_file",
    "judge",
    "load",
    "planner",
    "suggest",
    "validate",
]

_ELSEWHERE = {
    "Curriculum": "routeplanner.model.curriculum",
    "Diagnostic": "routeplanner.text.diagnostic",
    "Route": "routeplanner.model.curriculum",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the public names are of many kinds
    """Load a public name from where it lives."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_ELSEWHERE.get(name, "routeplanner.api")), name)
