"""Findings to show, made without reading a text."""

from routeplanner.text.diagnostic import Diagnostic, found, label, say
from routeplanner.text.source import Source, Span

SCHOOL = 'school "Voorbeeldcollege"\n  schooljaar: 2009-2010\n  lerwegen: BB, KB\n'


def span_of(source: Source, word: str, after: str = "") -> Span:
    """Return where a word stands, the first after another text."""
    start = source.text.index(word, source.text.index(after))
    return Span(source, start, start + len(word))


def unknown_property() -> Diagnostic:
    source = Source("rules/school.lob", SCHOOL)
    help_ = say("bedoelde-je", text="leerwegen")
    return found("RP206", span_of(source, "lerwegen"), key="lerwegen", block="school", help=help_)


def double_property() -> Diagnostic:
    source = Source("a.lob", "stage: x\n# 2\n# 3\nstage: y\n")
    first, second = Span(source, 0, 5), span_of(source, "stage", after="# 3")
    return found("RP208", second, key="stage", related=[label(first, "hier-staat-de-eerste")])


def expired() -> Diagnostic:
    """A warning."""
    source = Source("b.lob", 'ontheffing klein voor route "Kevin"\n')
    return found("RP307", span_of(source, "klein"), rule="klein", day="2010-07-31")


def about(text: str, word: str, path: str = "a.lob") -> Diagnostic:
    """Return a finding about a word of a text."""
    return found("RP102", span_of(Source(path, text), word), word=word)


def about_file(path: str) -> Diagnostic:
    """Return a finding about a file without a text."""
    return found("RP001", Span(Source(path, ""), 0, 0), path=path)
