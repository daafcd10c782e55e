"""Reads in the source which keys are said and with which parameters: a wording is needed for each of them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from routeplanner.language.vocabulary import Shape

ROOT = Path(__file__).parents[2]
FOLDERS = ("routeplanner", "cli")
NO_PARAMS = {"variant", "related", "help", "fixes", "err"}


class Used(NamedTuple):
    """A key, with the parameters that its sentence gets; None where these can't be told."""

    key: str
    params: frozenset[str] | None
    where: str


class UnclearError(AssertionError):
    """The scan can't follow how a key is made: make it plainer, or teach the scan."""


class Scan:
    """One module."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tree = ast.parse(path.read_text("utf-8"))
        self.functions = [n for n in ast.walk(self.tree) if isinstance(n, ast.FunctionDef)]
        self.around = innermost(self.tree)

    def used(self) -> Iterator[Used]:
        for call in (n for n in ast.walk(self.tree) if isinstance(n, ast.Call)):
            keys = self._keys(call)
            if keys is None:
                continue
            names = {k.arg for k in call.keywords}
            params = None if None in names else frozenset(n for n in names if n) - NO_PARAMS
            where = f"{self.path.name}:{call.lineno}"
            for key in sorted(keys):
                yield Used(key, params, where)

    def _keys(self, call: ast.Call) -> set[str] | None:
        name = called(call)
        inside = self._inside(call)
        if self.path.name == "diagnostic.py":
            return None
        if name in ("found", "_tell") and call.args:
            if inside is not None and inside.name == "_tell":
                return None
            variant = next((k.value for k in call.keywords if k.arg == "variant"), None)
            variants = {""} if variant is None else self.texts(variant, inside)
            codes = self.texts(call.args[0], inside)
            return {f"{code}.{v}" if v else code for code in codes for v in variants}
        if name in ("say", "phrase", "count") and call.args and self.path.name != "words.py":
            return self.texts(call.args[0], inside) if takes_key(call) else None
        return self.texts(call.args[1], inside) if name == "label" and len(call.args) > 1 else None

    def texts(self, node: ast.expr, inside: ast.FunctionDef | None) -> set[str]:  # noqa: PLR0911 - a kind of expression each
        """Return every text that an expression can be; a `*` stands for any rest."""
        match node:
            case ast.Constant(value=str(text)):
                return {text}
            case ast.IfExp():
                return self.texts(node.body, inside) | self.texts(node.orelse, inside)
            case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]):
                return {f"{text}*"}
            case ast.Name(id=name) if inside is not None:
                return self._name(name, inside)
            case ast.Call(func=ast.Name(id=name)):
                returns = [n.value for f in self.functions if f.name == name for n in ast.walk(f)
                           if isinstance(n, ast.Return) and n.value]  # fmt: skip
                return set().union(*(self.texts(value, None) for value in returns))
            case ast.Attribute(attr="value", value=ast.Attribute(attr="shape")):
                return {shape.value for shape in Shape} - {Shape.WOORD.value, Shape.JA_NEE.value}
            case ast.Attribute(attr="code"):
                return codes_of(ast.unparse(node))
        raise UnclearError(f"{self.path.name}:{node.lineno}: {ast.unparse(node)}")

    def _name(self, name: str, inside: ast.FunctionDef) -> set[str]:
        values = [
            n.value
            for n in ast.walk(inside)
            if isinstance(n, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in n.targets)
        ]
        if values:
            return set().union(*(self.texts(value, inside) for value in values))
        return set().union(*(self.texts(arg, self._inside(arg)) for arg in self._passed(name, inside)))

    def _passed(self, name: str, function: ast.FunctionDef) -> Iterator[ast.expr]:
        """Yield what callers in this module give for a parameter."""
        names = [a.arg for a in function.args.args if a.arg not in ("self", "cls")]
        for call in (
            n for n in ast.walk(self.tree) if isinstance(n, ast.Call) and called(n) == function.name
        ):
            yield from (k.value for k in call.keywords if k.arg == name)
            if name in names and len(call.args) > names.index(name):
                yield call.args[names.index(name)]

    def _inside(self, node: ast.AST) -> ast.FunctionDef | None:
        return self.around.get(node)


def innermost(tree: ast.AST) -> dict[ast.AST, ast.FunctionDef]:
    """Return the function that each node stands in."""
    around: dict[ast.AST, ast.FunctionDef] = {}
    for node in ast.walk(tree):  # from the outside in: a function in a function comes later
        if isinstance(node, ast.FunctionDef):
            around.update(dict.fromkeys(ast.walk(node), node))
    return around


def called(call: ast.Call) -> str:
    """Return the last part of the name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def takes_key(call: ast.Call) -> bool:
    """Tell a call of ours from a method of a text or list, or a function, that has the same name."""
    return called(call) != "count" or (isinstance(call.func, ast.Attribute) and len(call.args) > 1)


@cache
def codes_of(expression: str) -> set[str]:
    """Return the codes that these attributes of the source can hold."""
    if expression == "refused.code":
        return codes_in("routeplanner/text/reading.py", "RP002", "RP003")
    assert expression == "mended.code"
    # a keyword gets its code from where it stands; what has a sentence of its own is said before this
    codes = codes_in("routeplanner/language/mending.py", "RP103", "RP104", "RP106")
    return (codes | {"RP101"}) - {"RP105", "RP107"}


def codes_in(path: str, *sure: str) -> set[str]:
    """Return every code that a module names; the `sure` ones prove that it was read right."""
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    texts = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    codes = {text for text in texts if text.startswith("RP") and text[2:].isdecimal()}
    assert set(sure) <= codes
    return codes if len(sure) > 2 else set(sure)


@cache
def everything_said() -> tuple[Used, ...]:
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    return tuple(used for path in paths for used in Scan(path).used())
