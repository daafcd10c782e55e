"""The pieces that lines share: names, numbers, sizes, lists of things, places in time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeGuard

from routeplanner.language import syntax
from routeplanner.language.dingen import Stuk, write_out
from routeplanner.language.mending import mend_value
from routeplanner.language.parsing import Node, Token, Tree, UnexpectedInput, parse, tokens_of, trees_of
from routeplanner.language.syntax import Atom, Dingen, Omvang
from routeplanner.text.diagnostic import Diagnostic, found, say
from routeplanner.text.hidden import Seen, as_seen
from routeplanner.text.source import Source, Span

_START = "verplicht "
"""Before the value of a property it makes a sentence with a list of things."""
MAX_DIGITS = 9
"""Of a whole number: what a 32-bit sum of minutes can hold."""
MAX_THINGS = 100_000
"""In the sentences of one source, ranges written out."""

KINDS = {
    "WOORD": "woord",
    "STRING": "tekst",
    "CODE": "code",
    "INT": "getal",
    "TELWOORD": "telwoord",
    "NUMMERLETTER": "nummer",
    "DECIMAAL": "decimaal",
    "SCHOOLJAAR": "schooljaar",
    "DATUM": "datum",
    "TM": "t/m",
}
_NAMED = {
    "de_keuzemodule": "keuzemodule",
    "het_keuzevak": "keuzevak",
    "de_module": "module",
    "de_stage": "stage",
    "de_activiteit": "activiteit",
    "het_doel": "doel",
    "de_groep": "groep",
}


class PieceReader:
    """Turns nodes of one source into pieces, and tells what is not right in a list or number."""

    def __init__(self, source: Source, diagnostics: list[Diagnostic]) -> None:
        self._source = source
        self._diagnostics = diagnostics
        self._place: Callable[[int, int], Span] = self._plain
        self._base = 0
        self._things = 0

    # ---- places

    def _plain(self, start: int, end: int) -> Span:
        return Span(self._source, self._base + start, self._base + end)

    def _span(self, node: Node | Token) -> Span:
        first: Any = node
        while isinstance(first, Tree):
            first = first.children[0]
        last: Any = node
        while isinstance(last, Tree):
            last = last.children[-1]
        return self._place(first.start_pos, last.end_pos)

    def _atom(self, token: Token) -> Atom:
        value = str.__str__(token)
        span = self._place(token.start_pos, token.end_pos)  # type: ignore[arg-type]
        if token.type == "STRING":
            return Atom("tekst", value[1:-1], span)
        if token.type == "UIT_EN":
            return Atom("woord", "uit EN", span)
        kind = KINDS.get(token.type, "woord")
        if kind in ("getal", "decimaal") and max(map(len, value.split(","))) > MAX_DIGITS:
            self._diagnostics.append(found("RP110", span, most=MAX_DIGITS))
            return Atom(kind, ",".join(part[:MAX_DIGITS] for part in value.split(",")), span)
        return Atom(kind, value, span)

    def _atoms(self, tree: Node) -> list[Atom]:
        return [self._atom(token) for token in tokens_of(tree)]

    def _omvang(self, tree: Node) -> Omvang:
        getal, maat = self._atoms(tree)
        return Omvang(getal, maat, self._span(tree))

    def _voorkomen(self, tree: Node) -> int:
        _, number, _ = tokens_of(tree)
        return int(self._atom(number).value)

    def _namen(self, tree: Node) -> tuple[Atom, ...]:
        found_ = [child for child in trees_of(tree) if child.data == "namen"]
        return self._names_of(found_[0]) if found_ else ()

    def _names_of(self, namen: Node) -> tuple[Atom, ...]:
        return tuple(self._atom(token) for token in tokens_of(namen) if token.type in ("WOORD", "STRING"))

    # ---- things

    def _dingen(self, tree: Node) -> Dingen:
        self._refuse_of(tree.children)
        if len(tree.children) == 1:
            only = tree.children[0]
            if isinstance(only, Tree) and only.data == "code" and len(only.children) == 1:
                code = self._atom(only.children[0])  # type: ignore[arg-type]
                return (syntax.Ding("code", code, None, None, None, code.span),)
        stukken = [self._stuk(child) for child in tree.children if isinstance(child, Tree)]
        if self._things > MAX_THINGS:
            return ()
        dingen = write_out(stukken, self._diagnostics)
        self._things += len(dingen)
        if self._things > MAX_THINGS:
            self._diagnostics.append(found("RP109", self._span(tree), variant="te-veel", most=MAX_THINGS))
        return dingen

    def _stuk(self, tree: Node) -> Stuk:
        data = str(tree.data)
        voorkomen, herkomst = None, None
        leaves: list[Atom] = []
        for child in tree.children:
            if isinstance(child, Token):
                if child.type in KINDS and child.type != "TM":
                    leaves.append(self._atom(child))
            elif child.data == "voorkomen":
                voorkomen = self._voorkomen(child)
            else:
                herkomst = self._atom(child.children[-1])  # type: ignore[arg-type]
        span = self._span(tree)
        if data in _NAMED:
            return self._named(_NAMED[data], leaves[0], span)
        if data == "verdieping_van":
            return self._verdieping(tree, leaves, voorkomen, herkomst, span)
        kind = {"verkennend_van": "verkennend", "code": "code", "codereeks": "code"}.get(data, "nummer")
        tot = leaves[1] if len(leaves) > 1 else None
        return Stuk(kind, leaves[0], voorkomen, herkomst, None, tot, span)

    @staticmethod
    def _named(kind: str, leaf: Atom, span: Span) -> Stuk:
        if kind in ("keuzevak", "module"):
            return Stuk(kind, leaf, None, None, None, None, span)
        return Stuk(kind, None, None, None, leaf, None, span)

    @staticmethod
    def _verdieping(
        tree: Node, leaves: list[Atom], voorkomen: int | None, herkomst: Atom | None, span: Span
    ) -> Stuk:
        second = tree.children[1]
        named = isinstance(second, Token) and second.type == "STRING"
        naam = leaves[0] if named else None
        rest = leaves[1:] if named else leaves
        return Stuk("verdieping", rest[0] if rest else None, voorkomen, herkomst, naam, None, span)

    def _refuse_of(self, children: Sequence[Node | Token]) -> None:
        for child in children:
            if isinstance(child, Token) and child.type in ("OF", "EN_OF"):
                span = self._place(child.start_pos, child.end_pos)  # type: ignore[arg-type]
                self._diagnostics.append(found("RP107", span, word=str(child), help=say("een-van")))

    def listed(self, span: Span) -> Dingen | None:
        """Return the things that the value of a property lists; None if it is no such list."""
        seen = as_seen(span)
        try:
            tree = parse(_START + seen.text)
        except UnexpectedInput:
            return None
        return self._listed(tree, seen, lambda start, end: (start, end)) if _is_list(tree) else None

    def mended_list(self, span: Span) -> tuple[Dingen, str] | None:
        """Return the things that a value that is no list was probably meant to list, and how that is written."""
        seen = as_seen(span)
        mended = mend_value(_START, seen.text)
        if mended is None or not _is_list(mended.tree):
            return None
        return self._listed(mended.tree, seen, mended.place), mended.text[len(_START) :]

    def _listed(self, tree: Node, seen: Seen, back: Callable[[int, int], tuple[int, int]]) -> Dingen:
        """Return the things of a list; `back` leads from places in what was read to what was written."""

        def place(start: int, end: int) -> Span:
            first, last = (max(0, offset - len(_START)) for offset in back(start, end))
            return seen.span(first, max(first, last))

        self._place = place
        return self._only_dingen(tree)

    def _only_dingen(self, tree: Node) -> Dingen:
        return self._dingen(next(child for child in trees_of(tree) if child.data == "dingen"))

    def _wanneer(self, tree: Node) -> syntax.Wanneer | None:
        node = next((child for child in trees_of(tree) if child.data == "wanneer"), None)
        if node is None:
            return None
        leerjaar = next((self._atom(t) for t in tokens_of(node) if t.type == "INT"), None)
        nummers = next((child for child in trees_of(node) if child.data == "nummers"), None)
        perioden = self._nummers(nummers) if nummers else ()
        return syntax.Wanneer(leerjaar, perioden, self._span(node))

    def _nummers(self, tree: Node) -> tuple[Atom, ...]:
        tokens = tokens_of(tree)
        atoms = tuple(self._atom(token) for token in tokens if token.type == "INT")
        if not any(token.type == "TM" for token in tokens):
            return atoms
        first, last = atoms
        span = self._span(tree)
        stuk = Stuk("code", first, None, None, None, last, span)
        return tuple(
            Atom("getal", ding.code.value, span) for ding in write_out([stuk], self._diagnostics) if ding.code
        )


def _is_list(tree: Node | None) -> TypeGuard[Node]:
    """Tell whether the words after _START were a list of things, and did not make another sentence of it."""
    return tree is not None and tree.data == "verplicht"
