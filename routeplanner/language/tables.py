"""The parser of one line, from tables that were built beforehand.

Building the LALR tables takes most of a second, reading them some milliseconds, so they ship with
the package, keyed on the grammar and the version of lark; without a match they are built anew.
Run at build time by file path: imports nothing of the package.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from pathlib import Path
from typing import Any

import lark
from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

_HERE = Path(__file__).parent
GRAMMAR = _HERE / "grammar.lark"
TABLES = _HERE / "tables.bin"
_SHIFT = 0
"""How lark marks a shift in a serialised table."""


def build(start: str = "zin", *, strict: bool = False) -> Lark:
    """Build the parser from the grammar; `strict` refuses every conflict (needs interegular)."""
    return Lark(
        GRAMMAR.read_text("utf-8"),
        parser="lalr",
        lexer="contextual",
        start=start,
        maybe_placeholders=False,
        strict=strict,
    )


def load() -> Lark:
    """Return the parser of one line, from the tables where they fit."""
    shipped = _read_tables()
    if shipped is None:
        return build()
    parser: Lark = Lark._load_from_dict(shipped["data"], shipped["memo"])  # type: ignore[no-untyped-call]  # noqa: SLF001 - lark's own way back
    return parser


def write_tables() -> Path:
    """Build the parser and write its tables beside the grammar; return where."""
    data, memo = build().memo_serialize([TerminalDef, Rule])
    data["parser"]["parser"] = _canonical(data["parser"]["parser"])
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, protocol=4)
    # Without a memo: which equal strings are one object differs from run to run, and would show in the bytes.
    pickler.fast = True
    pickler.dump({"data": data, "memo": memo})
    tables = stream.getvalue()
    TABLES.write_bytes(_key(tables) + tables)
    return TABLES


def _canonical(table: dict[str, Any]) -> dict[str, Any]:
    """Return the table with tokens numbered by name, states by reach; lark numbers by the order of sets."""
    names = sorted(table["tokens"].values())
    number = {name: index for index, name in enumerate(names)}
    rows = {
        state: sorted((number[table["tokens"][token]], action) for token, action in actions.items())
        for state, actions in table["states"].items()
    }
    new = _by_reach(rows, [state for _, state in sorted(table["start_states"].items())])
    return {
        "tokens": dict(enumerate(names)),
        "states": {
            new[old]: {token: (kind, new[to] if kind == _SHIFT else to) for token, (kind, to) in rows[old]}
            for old in new
        },
        "start_states": {name: new[state] for name, state in sorted(table["start_states"].items())},
        "end_states": {name: new[state] for name, state in sorted(table["end_states"].items())},
    }


def _by_reach(rows: dict[int, list[tuple[int, tuple[int, Any]]]], start: list[int]) -> dict[int, int]:
    """Return a new number for each state, in the order in which the start states reach them."""
    queue = list(start)
    new = {state: index for index, state in enumerate(queue)}
    for state in queue:
        for _, (kind, to) in rows[state]:
            if kind == _SHIFT and to not in new:
                new[to] = len(new)
                queue.append(to)
    return new


def _key(tables: bytes) -> bytes:
    """Return what goes before the tables: it only fits these, this grammar and this lark."""
    return hashlib.sha256(GRAMMAR.read_bytes() + lark.__version__.encode() + tables).digest()


def _read_tables() -> dict[str, Any] | None:
    try:
        file = TABLES.read_bytes()
    except OSError:
        return None
    size = hashlib.sha256().digest_size
    key, tables = file[:size], file[size:]
    # only what was written here is unpickled
    return pickle.loads(tables) if key == _key(tables) else None  # noqa: S301
