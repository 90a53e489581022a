"""`wod fmt`: a text in the canonical layout, proven to say the same."""

from __future__ import annotations

from dataclasses import dataclass

from wodlang.format.layout import laid_out
from wodlang.format.proof import Read, difference
from wodlang.format.read_lines import LineReader
from wodlang.syntax.neighbour import is_wodcraft

BYTE_ORDER_MARK = "\ufeff"
MOST_PASSES = 5


@dataclass(frozen=True, slots=True)
class Formatted:
    """A formatted text. Where `refused` says why, the text is the one that was given."""

    text: str
    refused: str = ""


def format_text(text: str, read: Read) -> Formatted:
    """The text in the canonical layout.

    `read` gives what a text means: the result is kept only where it means the same as before, and
    where a further pass changes nothing.
    """
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    first = read(text.removeprefix(mark))
    if is_wodcraft(first.source):
        return Formatted(text, "it is written in WODCraft, another language with the ending .wod")
    current, reader = first, LineReader(first.reader)
    for _ in range(MOST_PASSES):
        anew = laid_out(current.source, reader, current.broken_lines())
        if anew == current.source.text:
            differs = difference(first, current)
            return Formatted(text, differs) if differs else Formatted(mark + anew)
        current = read(anew)
    return Formatted(text, "a second pass would change it again")
