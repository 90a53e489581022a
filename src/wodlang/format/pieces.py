"""An exercise line in pieces: its name, sets, loads, modifiers and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from wodlang.format.loads import spelled_load
from wodlang.format.modifiers import spelled_modifier
from wodlang.format.quantities import one_blank
from wodlang.format.sets import spelled_sets
from wodlang.syntax.grammar import fold, prescription_lexer
from wodlang.syntax.line_nodes import ExerciseNode, Group
from wodlang.syntax.modifiers import MODIFIER_FORMS
from wodlang.syntax.sets import SET_FORMS
from wodlang.syntax.tokens import LOAD_FORMS
from wodlang.text.span import Span

SEPARATORS = {"COMMA": ",", "THEN": "then", "DASH": "-", "PLUS": "+", "_BAR": "|", "COLON": ":"}
SIDES = re.compile(r"\b(leg|arm|hand|foot)", re.IGNORECASE)
MARKS = re.compile(r"\s*([…!]+)")


class Kind(Enum):
    """What a piece is."""

    SETS = auto()
    LOAD = auto()
    SIDE = auto()
    MODIFIER = auto()
    NOTE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """One form of a line. `typed` is what the author wrote, `spelled` the canonical spelling.

    `before` are the separators in front of it, `glued` says that not even a blank stood there;
    `mark` is an exclamation mark or an ellipsis behind it.
    """

    kind: Kind
    span: Span
    typed: str
    spelled: str
    before: tuple[str, ...] = ()
    glued: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A token of the grammar's lexer."""

    form: str
    span: Span


def tokens_of(text: str, start: int) -> list[Token]:
    """The tokens of a line's content from an offset on."""
    blanked = " " * start + text[start:]
    return [
        Token(token.type, Span(token.start_pos or 0, (token.start_pos or 0) + len(token)))
        for token in prescription_lexer().lex(fold(blanked))
    ]


def pieces_of(text: str, tokens: Sequence[Token], node: ExerciseNode) -> list[Piece]:
    """The pieces of some tokens of an exercise, without those of its name."""
    groups = [group for cell in node.cells for group in cell.groups]
    notes = {note.span for note in node.notes}
    pieces: list[Piece] = []
    before: list[str] = []
    end: int | None = None
    follow = [*(token.span.start for token in tokens[1:]), len(text)]
    for token, following in zip(tokens, follow, strict=False):
        if token.form in SEPARATORS:
            before.append(SEPARATORS[token.form])
        else:
            kind, spelled = _meaning(text, token, groups, notes)
            typed = text[token.span.start : token.span.end]
            pieces.append(
                Piece(
                    kind, token.span, one_blank(typed), spelled or one_blank(typed),
                    tuple(before), token.span.start == end, _mark(text, token.span.end, following),
                )
            )  # fmt: skip
            before = []
        end = token.span.end
    return pieces


def _mark(text: str, end: int, following: int) -> str:
    """What stands between two tokens and is none; signs that begin the next one are of that."""
    match = MARKS.match(text, end, following)
    return match[1] if match else ""


def _meaning(
    text: str, token: Token, groups: Sequence[Group], notes: set[Span]
) -> tuple[Kind, str | None]:
    form, span = token.form, token.span
    typed = text[span.start : span.end]
    if form in ("NUMBER", "LIST") and _is_load(span, groups):
        spelled = spelled_load(typed, bare_is_rpe=False)
        return Kind.LOAD, f"@ {spelled}" if spelled else None
    if form == "REP_MAX" and any(group.span == span for group in groups):
        return Kind.SETS, spelled_load(typed)
    if form in SET_FORMS:
        return Kind.SETS, spelled_sets(form, typed)
    if form in LOAD_FORMS:
        spelled = spelled_load(typed, bare_is_rpe=form == "AT_LOAD")
        return Kind.LOAD, f"@ {spelled}" if spelled else None
    if form in MODIFIER_FORMS:
        return Kind.MODIFIER, spelled_modifier(form, typed)
    if form == "SIDE":
        side = SIDES.search(typed)
        return Kind.SIDE, f"/{side[1].lower() if side else 'side'}"
    if form in ("NOTE", "QUOTE"):
        return _bracket(typed, form, span in notes)
    return Kind.OTHER, None


def _is_load(span: Span, groups: Sequence[Group]) -> bool:
    if any(group.span == span for group in groups):
        return False
    return any(
        group.load_span is not None and group.load_span.start <= span.start < group.load_span.end
        for group in groups
    )


def _bracket(typed: str, form: str, is_note: bool) -> tuple[Kind, str | None]:
    """A note, or the load or the height that the bracket holds."""
    inner = typed[1:-1].strip()
    if is_note:
        return Kind.NOTE, f'"{inner}"' if form == "QUOTE" else f"({inner})"
    height = spelled_modifier("HEIGHT", inner)
    if height is not None:
        return Kind.MODIFIER, height
    spelled = spelled_load(inner, bare_is_rpe=False)
    return (Kind.LOAD, f"@ {spelled}") if spelled else (Kind.OTHER, None)
