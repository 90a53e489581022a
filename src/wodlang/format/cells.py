"""From the pieces of a prescription to its text: sets, side, loads, then notes and modifiers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from wodlang.format.pieces import Kind, Piece

BETWEEN = {",": ",", "then": " then", "-": " -", "+": " +", ":": ":", "|": " |"}
AT = re.compile(r"[@＠(]|at\b|with\b|w/|using\b", re.IGNORECASE)
WORDS = re.compile(r"(?:each|ea)\b|(?:with|using)\s+\d+$", re.IGNORECASE)
ORDERED = frozenset({Kind.SETS, Kind.LOAD, Kind.SIDE, Kind.MODIFIER, Kind.NOTE})


@dataclass(slots=True)
class _Group:
    """Sets with what belongs to them."""

    sets: str = ""
    side: str = ""
    loads: list[str] = field(default_factory=list)
    trail: list[tuple[Kind, str]] = field(default_factory=list)
    then: bool = False

    def text(self) -> str:
        """The group as it is written; `, ` stands before a modifier, a blank before a note."""
        text = self.sets + self.side
        for index, load in enumerate(self.loads):
            text += f" {load}" if index == 0 else _further(text, load.removeprefix("@ "))
        for kind, part in self.trail:
            text += f", {part}" if kind is Kind.MODIFIER else f" {part}"
        return text.replace(" ,", ",").lstrip()


def _further(text: str, load: str) -> str:
    """A second load: `@ 100kg RPE 8`; behind a bare number a comma, for `215 RPE` is an RPE."""
    return f", {load}" if text[-1].isdigit() else f" {load}"


def in_order(
    pieces: Sequence[Piece], glue_side: bool = True, after_sets: bool = False
) -> str | None:
    """The pieces in the canonical order; None where something stands among them that has none.

    With `glue_side` it is `3x10/side`, else `3x10 each side`. With `after_sets` the pieces follow
    sets that stand before the name.
    """
    if any(piece.kind not in ORDERED for piece in pieces):
        return None
    groups = [_Group()] if after_sets else []
    waiting = _Group()
    for index, piece in enumerate(pieces):
        if piece.kind is Kind.SETS:
            fresh = _Group(piece.spelled + piece.mark, waiting.side, waiting.loads, waiting.trail)
            fresh.then = "then" in piece.before
            groups.append(fresh)
            waiting = _Group()
            continue
        coming = not groups or (piece.kind is Kind.LOAD and _is_of_coming_sets(pieces, index))
        _add(waiting if coming else groups[-1], piece, glue_side)
    if waiting.side or waiting.loads or waiting.trail:
        groups.append(waiting)
    return _joined([group for group in groups if group.text()])


def _add(group: _Group, piece: Piece, glue_side: bool) -> None:
    spelled = piece.spelled + piece.mark
    if piece.kind is Kind.SIDE:
        each = not group.sets or not glue_side
        group.side += spelled.replace("/", " each ", 1) if each else spelled
    elif piece.kind is not Kind.LOAD:
        group.trail.append((piece.kind, spelled))
    elif any(kind is Kind.NOTE for kind, _ in group.trail):
        group.trail.append((Kind.LOAD, spelled))
    else:
        group.loads.append(spelled)


def _is_of_coming_sets(pieces: Sequence[Piece], index: int) -> bool:
    """`3x5, 90kg 2x8`: loads that begin a segment with sets behind them."""
    start = index
    while start > 0 and not pieces[start].before and pieces[start].kind is Kind.LOAD:
        start -= 1
    if pieces[start].kind is not Kind.LOAD or not pieces[start].before:
        return False
    end = index + 1
    while end < len(pieces) and pieces[end].kind is Kind.LOAD and not pieces[end].before:
        end += 1
    return end < len(pieces) and pieces[end].kind is Kind.SETS and not pieces[end].before


def _joined(groups: Sequence[_Group]) -> str:
    text = ""
    for group in groups:
        link = "" if not text else ", then " if group.then else ", "
        text += link + group.text()
    return text


def _in_place(piece: Piece) -> str:
    """The canonical spelling of a piece where it stands.

    An `@` only where the author wrote one; among words, `each` and `with 10` may be words as well.
    """
    if WORDS.match(piece.typed):
        return piece.typed
    if piece.kind is Kind.SIDE and piece.typed[0] != "/":
        return piece.spelled.replace("/", "each ", 1)
    if piece.kind is Kind.LOAD and not AT.match(piece.typed):
        return piece.spelled.removeprefix("@ ")
    return piece.spelled


def as_typed(pieces: Sequence[Piece], spelled: Sequence[bool], after_name: bool = False) -> str:
    """The pieces in the order in which they were written, those marked in canonical spelling.

    With `after_name` the separators before the first of them are written too.
    """
    text = ""
    for piece, canonical in zip(pieces, spelled, strict=True):
        signs = "".join(BETWEEN[sign] for sign in piece.before if text or after_name)
        written = _in_place(piece) if canonical else piece.typed
        glued = piece.glued and not piece.before and not written.startswith("@ ")
        blank = "" if not (text or signs) or glued else " "
        text += signs + blank + written + piece.mark
    return text.strip()
