"""Reads exercise lines, each distinct one only once."""

from __future__ import annotations

from collections.abc import Callable

from lark import Token

from wodlang.syntax.assemble import Assembler
from wodlang.syntax.grammar import fold, prescription_lexer
from wodlang.syntax.known_lines import Exercises, KnownLines
from wodlang.syntax.line_nodes import ExerciseNode, LineBody
from wodlang.syntax.line_tree import Cell, LineTrees
from wodlang.syntax.lines import read_prefix
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding, Severity
from wodlang.text.memory import Memory
from wodlang.text.span import Span

LONGEST_LINE = 2000
LONGEST_NAME = 120
MOST_PROBLEMS = 20
REMEMBERED_LINES = 20_000
PRESCRIPTIONS = frozenset(
    {
        "AMBIGUOUS_NUMBERS", "SETS_REPS_LOAD", "LOAD_BY_REPS", "REPS_BY_LOAD", "REPS_BY_SETS",
        "SETS_OF_LIST", "SETS_OF_REPS", "SETS_BY_REPS", "TIMES_REPS", "SINGLES", "WORK_UP", "LIST", "QUANTITY",
        "MEN_WOMEN_QUANTITY", "REPS", "SETS", "AT_LOAD", "DECIMAL_COMMA", "PERCENT", "MASS", "REP_MAX", "RPE",
        "RIR", "BOTH_SIDES_BY_SETS", "DOUBLED_TIMES", "DANGLING_TIMES",
    }
)  # fmt: skip
Read = tuple[LineBody, tuple[Finding, ...]]
LineInBlock = tuple[str, str | None, bool, bool]
"""A line's text, the block that it is in, whether that is open, and whether it is timed."""


class BodyReader:
    """Reads the content of exercise lines; `knows` tells which names the catalogue has."""

    def __init__(self, knows: Callable[[str], bool]) -> None:
        """Read with this catalogue."""
        self._knows = knows
        self._read: Memory[tuple[str, bool], Read] = Memory(REMEMBERED_LINES)
        self._trees = LineTrees()
        self._tokens_of = prescription_lexer().tokens
        self.known_lines = KnownLines(self.knows)
        self._prescribed: Memory[str, bool] = Memory(REMEMBERED_LINES)
        self.exercise_lines: set[LineInBlock] = set()

    def knows(self, text: str) -> bool:
        """Whether the catalogue knows this name; a text too long for one it never does."""
        return len(text) <= LONGEST_NAME and self._knows(text)

    def read(self, text: str, timed: bool = False) -> Read:
        """The exercises of a line's content, and what is wrong in it (spans from its start)."""
        key = (text, timed)
        known = self._read.get(key)
        if known is None:
            known = self._read.keep(key, self._read_new(text, timed))
        return known

    def remember_line(self, line: LineInBlock) -> None:
        """Remember of a line that it is none of the other forms."""
        if len(self.exercise_lines) > REMEMBERED_LINES:
            self.exercise_lines.clear()
        self.exercise_lines.add(line)

    def has_prescription(self, text: str) -> bool:
        """Whether the text holds sets, repetitions or a load in a form that only they have."""
        known = self._prescribed.get(text)
        if known is None:
            known = self._prescribed.keep(text, self._finds_prescription(text))
        return known

    def _finds_prescription(self, text: str) -> bool:
        if not text or len(text) > LONGEST_LINE:
            return False
        kinds = [token.type for token in self._tokens(text)]
        if kinds[:1] == ["NUMBER"] and len(kinds) > 1 and kinds[1] == "WORD":
            words = text.split(None, 1)[1]
            return self.knows(words.split(",")[0].strip()) or not PRESCRIPTIONS.isdisjoint(kinds)
        return not PRESCRIPTIONS.isdisjoint(kinds)

    def _tokens(self, text: str) -> list[Token]:
        return self._tokens_of(fold(text))

    def _read_new(self, text: str, timed: bool) -> Read:
        if len(text) > LONGEST_LINE:
            return LineBody(()), (_too_long(text),)
        prefix = read_prefix(text, self.knows)
        timed = timed or prefix.slot is not None
        nodes, problems = self._exercises(text, prefix.length, timed)
        if not any(node.name or _says_something(node) for node in nodes) and not problems:
            problems = (_nothing(text),)
            nodes = ()
        if prefix.title is not None:
            problems = (_unknown_title(text, prefix.title), *problems)
        return LineBody(nodes, prefix.label, prefix.slot), _told(problems)

    def _exercises(self, text: str, start: int, timed: bool) -> Exercises:
        blanked = fold(" " * start + text[start:])
        line = self.known_lines.named(text, start)
        if line is None:
            return self._assemble(text, self._trees.cells(blanked), timed)
        recalled = self.known_lines.recall(text, line, timed)
        if recalled is not None:
            return recalled
        cells = self._trees.cells(blanked, line.words, line.place)
        read = self._assemble(text, cells, timed)
        tokens = (token for cell in cells for _, segment in cell.segments for token in segment)
        self.known_lines.remember(text, line, timed, tokens, read)
        return read

    def _assemble(self, text: str, cells: list[Cell], timed: bool) -> Exercises:
        return Assembler(text, self.knows, timed).read(cells)


def _told(problems: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What is said of a line: where it cannot be read, what follows from that is left out."""
    if any(problem.name == "syntax-error" for problem in problems):
        problems = tuple(one for one in problems if one.severity is Severity.ERROR)
    return problems[:MOST_PROBLEMS]


def _says_something(node: ExerciseNode) -> bool:
    return any(cell.groups or cell.modifiers for cell in node.cells) or bool(node.notes)


def _too_long(text: str) -> Finding:
    return core_finding(
        "syntax-error",
        Span(0, LONGEST_LINE),
        f"a line of {len(text):,} characters",
        help=f"a line may have {LONGEST_LINE:,}; break it into several",
    )


def _nothing(text: str) -> Finding:
    return core_finding(
        "syntax-error",
        Span(0, len(text)),
        "no exercise and no prescription",
        help="write an exercise with its sets and reps: Front Squat 3x5 @ 80%",
    )


def _unknown_title(text: str, span: Span) -> Finding:
    title = text[span.start : span.end]
    return core_finding(
        "unknown-modifier",
        span,
        f'"{title}" is no exercise, label or header',
        note="kept as a label of the exercise",
        help=f"write it above as a header (main, finisher, session {title}) or in a comment",
    )
