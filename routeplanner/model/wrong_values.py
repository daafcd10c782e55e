"""What is told of a value that has not the shape of its property."""

from __future__ import annotations

from routeplanner.language.syntax import Atom, Eigenschap
from routeplanner.language.vocabulary import Sleutel
from routeplanner.text.diagnostic import Diagnostic, Fix, found, say
from routeplanner.text.source import Span


def wrong(
    span: Span, sleutel: Sleutel, diagnostics: list[Diagnostic], new: str = "", *, key: bool = True
) -> None:
    """Tell that a value is not of its shape; `new` is the same value written right, shown with its key."""
    help_ = say("schrijf", text=f"{sleutel.naam}: {new}" if key else new) if new else None
    fixes = [Fix(span, new)] if new else []
    diagnostics.append(
        found(
            "RP209",
            span,
            key=sleutel.naam,
            value=span.text,
            variant=sleutel.shape.value,
            help=help_,
            fixes=fixes,
        )
    )


def whole_span(eigenschap: Eigenschap) -> Span:
    """Return where a property has its value."""
    return eigenschap.waarden[0].span.to(eigenschap.waarden[-1].span)


def single(eigenschap: Eigenschap) -> Atom | None:
    """Return the value of a property that is one word, text or number; None where it is more."""
    if len(eigenschap.waarden) == 1 and len(eigenschap.waarden[0].atoms) == 1:
        return eigenschap.waarden[0].atoms[0]
    return None
