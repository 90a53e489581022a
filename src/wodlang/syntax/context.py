"""What the readers of lines share: the line, the block that it is in, what was found so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from wodlang.syntax.body import BodyReader
from wodlang.syntax.labelled_parts import read_parts
from wodlang.syntax.line_nodes import LineBody
from wodlang.syntax.nodes import UnreadableLine
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding, Fix
from wodlang.text.span import Span


@dataclass(frozen=True, slots=True)
class Line:
    """A line's content, without indentation and comment, and its place in the file.

    `folded` is the text with one sign for each kind of blank, dash and quote, of the same length:
    forms are looked for in it, names and values are taken from `text`.
    """

    index: int
    text: str
    folded: str
    span: Span

    def part(self, start: int, end: int | None = None) -> Span:
        """The place of a part of the text in the file."""
        stop = len(self.text) if end is None else end
        return Span(self.span.start + start, self.span.start + stop)

    def behind(self, start: int, end: int | None = None) -> Line:
        """A part of the line as a line of its own."""
        stop = len(self.text) if end is None else end
        return Line(
            self.index, self.text[start:stop], self.folded[start:stop], self.part(start, stop)
        )


@dataclass(slots=True)
class Context:
    """Where in a file the reader is.

    `block` is the kind of block whose fields may stand here; behind an exercise line its fields
    are still known (`is_open` is false then), but any other line is an exercise. `timed` is set
    inside timed blocks. `lacks_sets` says that the exercise above has no number of sets yet, `seen`
    which kinds of blocks there were so far. `newline` is what ends the file's lines.
    """

    reader: BodyReader
    block: str | None = "session"
    is_open: bool = False
    timed: bool = False
    lacks_sets: bool = False
    newline: str = field(default="\n", kw_only=True)
    seen: set[str] = field(default_factory=set, kw_only=True)
    findings: list[Finding] = field(default_factory=list, kw_only=True)

    def enter(self, block: str | None) -> None:
        """A block begins, or (with None) ends."""
        self.block, self.is_open = block, block is not None
        self.timed = self.lacks_sets = False
        if block is not None:
            self.seen.add(block)

    def body(self, text: str, offset: int) -> LineBody:
        """The exercises of a text that begins at this offset of the file."""
        body, findings = read_parts(text, self.timed, self.reader)
        self.findings += [finding.moved(offset) for finding in findings]
        return body

    def knows_exercises(self, text: str) -> bool:
        """Whether a line that says this, where this one stands, was seen to be no other form."""
        return (text, self.block, self.is_open, self.timed) in self.reader.exercise_lines

    def remember_exercises(self, text: str) -> None:
        """The line that says this is no other form, so it holds exercises or nothing."""
        self.reader.remember_line((text, self.block, self.is_open, self.timed))

    def unreadable(
        self,
        line: Line,
        message: str,
        cure: str,
        place: Span | None = None,
        fixes: tuple[Fix, ...] = (),
    ) -> UnreadableLine:
        """A line that is reported, at `place` or as a whole, and kept as it is."""
        span = place or line.span
        self.findings.append(core_finding("syntax-error", span, message, help=cure, fixes=fixes))
        return UnreadableLine(index=line.index, span=line.span, text=line.text)
