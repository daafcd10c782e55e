"""The JSON contract, version 1: what other programs may count on. Within a version things are only added."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from routeplanner.dossier.contract import DossierContract
from routeplanner.dossier.contract_pseudonymous import PseudonymousContract
from routeplanner.model.curriculum import Curriculum
from routeplanner.present.contract_analysis import AnalysisContract
from routeplanner.present.contract_comparison import ComparisonContract
from routeplanner.present.contract_constraints import ConstraintsContract
from routeplanner.present.contract_curriculum import CurriculumContract, from_curriculum
from routeplanner.present.contract_diagnostics import Diagnostics, from_diagnostics
from routeplanner.present.contract_examples import ExamplesContract
from routeplanner.present.contract_graph import GraphContract
from routeplanner.present.contract_options import CountContract, OptionsContract, WhyContract
from routeplanner.present.contract_parts import as_json
from routeplanner.present.contract_suggestions import SuggestionsContract
from routeplanner.present.contract_verdict import VerdictContract, VerdictsContract
from routeplanner.present.words import Words
from routeplanner.text.diagnostic import Diagnostic

CONTRACTS: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "diagnostics": Diagnostics,
        "curriculum": CurriculumContract,
        "verdict": VerdictContract,
        "verdicts": VerdictsContract,
        "options": OptionsContract,
        "why": WhyContract,
        "count": CountContract,
        "suggestions": SuggestionsContract,
        "analysis": AnalysisContract,
        "examples": ExamplesContract,
        "comparison": ComparisonContract,
        "constraints": ConstraintsContract,
        "graph": GraphContract,
        "dossier": DossierContract,
        "dossier-pseudonymous": PseudonymousContract,
    }
)
"""Every contract under the name that `routeplanner schema` knows."""


def diagnostics_json(diagnostics: Sequence[Diagnostic], words: Words) -> str:
    """Return findings as JSON."""
    return as_json(from_diagnostics(diagnostics, words))


def curriculum_json(curriculum: Curriculum) -> str:
    """Return a linked curriculum as JSON."""
    return as_json(from_curriculum(curriculum))


def schema_json(name: str) -> str:
    """Return the JSON Schema of a contract.

    Raises:
        KeyError: There is no contract of that name.
    """
    schema: dict[str, Any] = CONTRACTS[name].model_json_schema(by_alias=True, mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"routeplanner/{name}/1"}
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"
