"""One line of text becomes what it says: a Kop, an Eigenschap or a Zin."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TypeAlias

from routeplanner.language import syntax
from routeplanner.language.parsing import Node, Token, Tree, tokens_of, trees_of
from routeplanner.language.pieces import KINDS, PieceReader
from routeplanner.language.syntax import Atom, Dingen, Eigenschap, Kop, Waarde, Zin
from routeplanner.language.vocabulary import BLOKKEN
from routeplanner.text.source import Span

Said: TypeAlias = Kop | Eigenschap | Zin


class LineReader(PieceReader):
    """Turns the trees of one source into what they say."""

    def read(self, tree: Node, base: int, place: Callable[[int, int], Span] | None = None) -> Said:
        """Return what the line at offset `base` says; `place` maps its offsets where the text was mended."""
        self._base = base
        self._place = place or self._plain
        if tree.data == "eigenschap":
            return self._eigenschap(tree)
        if tree.data in BLOKKEN:
            return self._kop(tree)
        zin: Zin = getattr(self, f"_{tree.data}")(tree)
        return zin._replace(span=self._from_start(zin.span))

    def _from_start(self, span: Span) -> Span:
        """Return the place of a sentence with its first word, also an article that the tree leaves out."""
        text = span.source.text
        start = self._base
        while start < span.start and text[start] in " \t\u00a0\u202f\ufeff":
            start += 1
        return span._replace(start=start)

    # ---- headers and properties

    def _kop(self, tree: Node) -> Kop:
        naam = titel = omvang = herkomst = route = None
        voorkomen = None
        for child in tree.children[1:]:
            if isinstance(child, Tree):
                if child.data == "omvang":
                    omvang = self._omvang(child)
                elif child.data == "voorkomen":
                    voorkomen = self._voorkomen(child)
                elif child.data == "herkomst":
                    herkomst = self._atom(child.children[-1])  # type: ignore[arg-type]
            elif child.type in KINDS:
                atom = self._atom(child)
                if naam is None:
                    naam = atom
                elif tree.data == "ontheffing":
                    route = atom
                else:
                    titel = atom
        return Kop(str(tree.data), naam, titel, omvang, voorkomen, herkomst, route, self._span(tree))

    def _eigenschap(self, tree: Node) -> Eigenschap:
        children = tree.children
        waarden = [self._waarde(child) for child in children[2:] if isinstance(child, Tree)]
        self._refuse_of(children)
        return Eigenschap(self._atom(children[0]), tuple(waarden), self._span(tree))  # type: ignore[arg-type]

    def _waarde(self, tree: Node) -> Waarde:
        return Waarde(tuple([self._value_atom(child) for child in tree.children]))

    def _value_atom(self, child: Node | Token) -> Atom:
        if isinstance(child, Token):
            return self._atom(child)
        return Atom("voorkomen", str(self._voorkomen(child)), self._span(child))

    # ---- sentences

    def _telling(self, tree: Node) -> syntax.Telling:
        grens: syntax.Grens | None = None
        grootheid: syntax.Grootheid | None = None
        van: Dingen = ()
        bepalingen = []
        for child in trees_of(tree):
            if child.data == "grens":
                grens = self._grens(child)
            elif child.data == "grootheid":
                grootheid = self._grootheid(child)
            elif child.data == "dingen":
                van = self._dingen(child)
            else:
                bepalingen.append(self._bepaling(child))
        assert grens is not None  # noqa: S101 - the grammar has no telling without it
        return syntax.Telling(grens, grootheid, tuple(bepalingen), van, self._span(tree))

    def _grens(self, tree: Node) -> syntax.Grens:
        first, *rest = tokens_of(tree)
        soort = first.type.lower()
        getallen = tuple(self._atom(token) for token in rest if token.type != "EN")
        return syntax.Grens(soort, getallen, self._span(tree))

    def _grootheid(self, tree: Node) -> syntax.Grootheid:
        *maat, woord = self._atoms(tree)
        return syntax.Grootheid(maat[0] if maat else None, woord, self._span(tree))

    def _bepaling(self, tree: Node) -> syntax.Bepaling:
        soort = "uit" if tree.data == "herkomst" else str(tree.data)
        return syntax.Bepaling(soort, self._atom(tokens_of(tree)[1]), self._namen(tree), self._span(tree))

    def _sides(self, tree: Node) -> tuple[Dingen, Dingen]:
        left, right = trees_of(tree)
        return self._dingen(left), self._dingen(right)

    def _vereist(self, tree: Node) -> syntax.Vereist:
        left, right = trees_of(tree)
        rechts = self._telling(right) if right.data == "telling" else self._dingen(right)
        return syntax.Vereist(self._dingen(left), rechts, self._span(tree))

    def _uitsluiting(self, tree: Node) -> syntax.Uitsluiting:
        return syntax.Uitsluiting(*self._sides(tree), self._span(tree))

    def _vervanging(self, tree: Node) -> syntax.Vervanging:
        return syntax.Vervanging(*self._sides(tree), self._span(tree))

    def _volgorde(self, tree: Node) -> syntax.Volgorde:
        return syntax.Volgorde(*self._sides(tree), self._span(tree))

    def _gelijk(self, tree: Node) -> syntax.Gelijk:
        return syntax.Gelijk(*self._sides(tree), self._span(tree))

    def _verplicht(self, tree: Node) -> syntax.Verplicht:
        return syntax.Verplicht(self._only_dingen(tree), self._span(tree))

    def _nooit(self, tree: Node) -> syntax.Nooit:
        return syntax.Nooit(self._only_dingen(tree), self._span(tree))

    def _voorwaarde(self, tree: Node) -> syntax.Voorwaarde:
        left, right = trees_of(tree)
        als = self._telling(left) if left.data == "telling" else self._dingen(left)
        dan = getattr(self, f"_{right.data}")(right)
        return syntax.Voorwaarde(als, dan, self._span(tree))

    def _enkel(self, tree: Node) -> syntax.Enkel:
        return syntax.Enkel(self._namen(tree), self._span(tree))

    def _ongecontroleerd(self, tree: Node) -> syntax.Ongecontroleerd:
        return syntax.Ongecontroleerd(self._span(tree))

    def _volgt(self, tree: Node) -> syntax.Volgt:
        tokens = tokens_of(tree)
        leerweg = next((b for a, b in pairwise(tokens) if a.type == "LEERWEG"), None)
        profiel = next((token for token in tokens if token.type == "STRING"), None)
        return syntax.Volgt(
            self._atom(tokens[1]),
            self._atom(leerweg) if leerweg else None,
            self._atom(profiel) if profiel else None,
            self._span(tree),
        )

    def _verdiept(self, tree: Node) -> syntax.Verdiept:
        return syntax.Verdiept(
            self._only_dingen(tree), self._namen(tree), self._wanneer(tree), self._span(tree)
        )

    def _verdiept_niet(self, tree: Node) -> syntax.VerdieptNiet:
        return syntax.VerdieptNiet(self._only_dingen(tree), self._span(tree))

    def _verbreedt(self, tree: Node) -> syntax.Verbreedt:
        return syntax.Verbreedt(self._only_dingen(tree), self._wanneer(tree), self._span(tree))

    def _kiest(self, tree: Node) -> syntax.Kiest:
        als_keuzevak = any(child.data == "als_keuzevak" for child in trees_of(tree))
        return syntax.Kiest(self._only_dingen(tree), als_keuzevak, self._wanneer(tree), self._span(tree))

    def _kiest_vak(self, tree: Node) -> syntax.KiestVak:
        return syntax.KiestVak(self._atom(tokens_of(tree)[-1]), self._span(tree))

    def _loopt(self, tree: Node) -> syntax.Loopt:
        bij = next((self._atom(t) for t in tokens_of(tree) if t.type == "STRING"), None)
        return syntax.Loopt(self._only_dingen(tree), bij, self._wanneer(tree), self._span(tree))

    def _zonder(self, tree: Node) -> syntax.Zonder:
        return syntax.Zonder(self._only_dingen(tree), self._span(tree))

    def _gegeven(self, tree: Node) -> syntax.Gegeven:
        route = self._atom(tokens_of(tree)[-1])
        zonder = next((child for child in trees_of(tree)), None)
        return syntax.Gegeven(route, self._only_dingen(zonder) if zonder else (), self._span(tree))

    def _verwacht_oordeel(self, tree: Node) -> syntax.VerwachtOordeel:
        tokens = tokens_of(tree)
        met = self._atom(tokens[3]) if len(tokens) > 3 and tokens[2].type == "MET" else None  # noqa: PLR2004 - verwacht OORDEEL met WOORD
        return syntax.VerwachtOordeel(self._atom(tokens[1]), self._namen(tree), met, self._span(tree))

    def _verwacht_telling(self, tree: Node) -> syntax.VerwachtTelling:
        grootheid = next(trees_of(tree))
        return syntax.VerwachtTelling(
            self._atom(tokens_of(tree)[1]), self._grootheid(grootheid), self._span(tree)
        )
