"""Write on every page what Routeplanner says of its wrong text; run it when a sentence changes."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from codes.examples import Example, examples_of, files, found_in_fout, output_of, page_of


def updated(text: str, example: Example, output: str) -> str:
    """Return the text of a page with the output of one example in its place."""
    heading = rf"^## Melding{example.number}$"
    section = re.compile(rf"({heading}\n\n)```\n.*?^```$", re.MULTILINE | re.DOTALL)
    return section.sub(lambda match: f"{match[1]}```\n{output}```", text)


def main() -> None:
    for path in files():
        old = new = path.read_text("utf-8")
        for example in examples_of(page_of(path)):
            with tempfile.TemporaryDirectory() as folder:
                output = output_of(found_in_fout(example, Path(folder)))
            new = updated(new, example, output)
        if new != old:
            path.write_text(new, "utf-8")
            print(f"{path.name} is bijgewerkt")


if __name__ == "__main__":
    main()
