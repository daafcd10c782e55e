"""A text in the one layout, for tests: readable, proven, and the same when laid out again."""

from routeplanner.language.formatting import Formatted, format_text
from routeplanner.text.source import Source


def formatted(text: str) -> Formatted:
    return format_text(Source("x.lob", text))


def laid_out(text: str) -> str:
    result = formatted(text)
    assert result.proven
    assert result.text is not None, result.diagnostics
    assert formatted(result.text) == Formatted(result.text, (), changed=False)
    return result.text


def sentence(text: str) -> str:
    """Return one sentence of a rule, laid out."""
    return laid_out(f"regel r\n{text}").removeprefix("regel r\n  ").removesuffix("\n")


def prop(block: str, text: str) -> str:
    """Return one property of a block, laid out."""
    return laid_out(f"{block}\n{text}").split("\n", 1)[1].strip()
