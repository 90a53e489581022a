"""The parts of a line, one after the other: amounts, modifiers, notes, words, mistakes."""

from __future__ import annotations

import re

from lark import Token

from wodlang.syntax.amounts import AmountReader
from wodlang.syntax.brackets import bracket_load
from wodlang.syntax.draft import perceived
from wodlang.syntax.line_in_progress import LineInProgress
from wodlang.syntax.line_nodes import Modifier, ModifierKind, Note
from wodlang.syntax.loads import WrittenLoad, written_load
from wodlang.syntax.mistakes import (
    MISTAKE_FORMS,
    SIDE_FORMS,
    describe_mistake,
    is_no_unit,
)
from wodlang.syntax.modifiers import (
    MODIFIER_FORMS,
    UNFINISHED,
    read_modifier,
    unfinished,
)
from wodlang.syntax.names import Knows
from wodlang.syntax.sets import SET_FORMS, written_sets
from wodlang.syntax.tokens import (
    FILLERS,
    LOAD_FORMS,
    WORDS,
    Segment,
    end_of,
    has_sets,
    span_of,
    start_of,
    type_at,
    typed,
    words_from,
)
from wodlang.text.span import Span

HOLD = re.compile(r"\s*-?\s*holds?\b", re.IGNORECASE)
BOX = re.compile(r"\bbox|\bstep|jump", re.IGNORECASE)


class PartReader:
    """Gives the parts of a line to the exercise that is open."""

    def __init__(self, line: LineInProgress, knows: Knows, timed: bool) -> None:
        """Read with the catalogue; in a timed block (`timed`) a bare number counts repetitions."""
        self._line = line
        self._knows = knows
        self._amounts = AmountReader(line, timed)

    def feed(self, tokens: Segment, leads: bool = False) -> None:
        """The parts of one segment; `leads` says that the name stands behind them."""
        early = self._loads_of_coming_sets(tokens)
        index = 0
        cell = self._line.cell
        if tokens and cell.start == cell.end:
            cell.start = cell.end = start_of(tokens[0])
        while index < len(tokens):
            token = tokens[index]
            if token.type in WORDS:
                index = self._words(tokens, index)
                continue
            if self._names_no_unit(tokens, index):
                index += 2
                continue
            self._part(tokens, index, leads, early=index < early)
            self._line.reach(end_of(token))
            index += 1

    def _loads_of_coming_sets(self, tokens: Segment) -> int:
        """How many loads begin a further segment that has sets behind them: `…, 90kg 2x8`."""
        count = 0
        while count < len(tokens) and (
            tokens[count].type in LOAD_FORMS
            or (tokens[count].type == "NUMBER" and type_at(tokens, count + 1) in SET_FORMS)
        ):
            count += 1
        return count if has_sets(tokens[count:]) else 0

    def _part(self, tokens: Segment, index: int, leads: bool, early: bool) -> None:
        token, cell, span = tokens[index], self._line.cell, span_of(tokens[index])
        if token.type in MISTAKE_FORMS:
            self._mistake(token, span)
        elif token.type in SIDE_FORMS:
            self._amounts.both_sides(tokens, index)
        elif token.type == "NUMBER":
            self._amounts.number(tokens, index, leads, early)
        elif token.type in SET_FORMS:
            self._amounts.sets(tokens, index)
        elif token.type in LOAD_FORMS:
            self._amounts.load(tokens, index, early)
        elif token.type == "PAUSE" and not cell.groups and self._is_set(tokens, index):
            cell.add_group(written_sets("QUANTITY", HOLD.split(token)[0]), span)
        elif token.type in MODIFIER_FORMS:
            cell.modifiers.append(self._modifier(token, span))
        elif token.type == "SIDE":
            cell.add_side()
        elif token.type == "SEX":
            self._line.open.notes.append(Note(span, str(token)))
        elif token.type in ("NOTE", "QUOTE"):
            self._note(token, span)
        elif token.type == "OPEN_NOTE":
            self._open_note(token, span)
        else:
            self._line.unknown([token])

    def _is_set(self, tokens: Segment, index: int) -> bool:
        """`Plank 30s hold`: a time that is held is a set where no other is written."""
        held = HOLD.search(tokens[index]) is not None and tokens[index][0].isdigit()
        return held and not has_sets(tokens)

    def _modifier(self, token: Token, span: Span) -> Modifier:
        """A modifier; the name of an alternative stands as it was typed."""
        named = token.type == "ALTERNATIVE"
        return read_modifier(
            token.type, self._line.text[span.start : span.end] if named else str(token), span
        )

    # ---- brackets, words, mistakes -------------------------------------------------------------

    def _note(self, token: Token, span: Span) -> None:
        draft = self._line.open
        load = bracket_load(token[1:-1]) if token.type == "NOTE" else None
        if load is not None and load.type == "AT_LOAD" and BOX.search(draft.name):
            load = None  # Box Jump (24/20): the height of a box, in whatever unit
        if load is None:
            text = self._line.text[span.start + 1 : span.end - 1].strip()
            draft.notes.append(Note(span, text))
        elif load.type == "HEIGHT":
            draft.cell.modifiers.append(read_modifier("HEIGHT", str(load), span))
        else:
            draft.cell.add_load(_bracketed(load), span)

    def _open_note(self, token: Token, span: Span) -> None:
        """A bracket or a quote that nobody closed: a note up to the line's end."""
        sign = Span(span.start, span.start + 1)
        self._line.problems.append(describe_mistake("STRAY", token[0], sign))
        text = self._line.text[span.start + 1 : span.end].strip()
        self._line.open.notes.append(Note(span, text))

    def _words(self, tokens: Segment, index: int) -> int:
        """Words behind a prescription: the next exercise, or a modifier that nobody knows."""
        end = words_from(tokens, index)
        run = tokens[index:end]
        if self._unfinished(tokens, index):
            return index + 2
        while run and run[0].lower() in FILLERS:
            run = run[1:]
        if not run and self._within_a_time(tokens, end):
            self._line.unknown(tokens[end - 1 : end + 1])
            self._line.reach(end_of(tokens[end]))
            return end + 1
        if not run and end < len(tokens):
            return end
        run = run or tokens[index:end]
        named = self._line.open.name_span is not None
        if named and has_sets(tokens[end:]) and self._knows(typed(self._line.text, run)):
            self._line.begin(run)
        else:
            self._line.unknown(run)
            self._line.reach(end_of(run[-1]))
        return end

    def _within_a_time(self, tokens: Segment, end: int) -> bool:
        """`100 reps in 5:00`: a time to do it in is no further set."""
        behind = self._line.cell.groups and tokens[end - 1].lower() == "in"
        return bool(behind) and type_at(tokens, end) == "QUANTITY"

    def _unfinished(self, tokens: Segment, index: int) -> bool:
        """`rest 90`, `tempo 31`: a modifier with a bare number."""
        word = tokens[index].lower()
        if word not in UNFINISHED or type_at(tokens, index + 1) != "NUMBER":
            return False
        span = Span(start_of(tokens[index]), end_of(tokens[index + 1]))
        text = self._line.text[span.start : span.end]
        self._line.cell.modifiers.append(Modifier(ModifierKind.UNKNOWN, span, text))
        self._line.problems.append(unfinished(word, str(tokens[index + 1]), span))
        self._line.reach(span.end)
        return True

    def _names_no_unit(self, tokens: Segment, index: int) -> bool:
        """`@ 100 kb`, `100 stone`: a number and a word that is nearly a unit, or one of another."""
        token = tokens[index]
        if token.type not in ("AT_LOAD", "NUMBER") or type_at(tokens, index + 1) != "WORD":
            return False
        word = str(tokens[index + 1])
        bare = token.type == "NUMBER" or written_load(str(token)).unit is None
        if not bare or not is_no_unit(word):
            return False
        span = Span(start_of(token), end_of(tokens[index + 1]))
        self._line.keep_mistake("UNKNOWN_UNIT", span)
        self._line.reach(span.end)
        return True

    def _mistake(self, token: Token, span: Span) -> None:
        if token.type == "STRAY":
            if not any(problem.name == "syntax-error" for problem in self._line.problems):
                self._line.problems.append(describe_mistake(token.type, str(token), span))
        else:
            self._line.keep_mistake(token.type, span)


def _bracketed(token: Token) -> WrittenLoad:
    if token.type == "REPS_BY_LOAD":  # (2x24kg) is a pair
        return written_load(f"@ {token}")
    load = written_load(str(token))
    return perceived(load) if token.type == "AT_LOAD" else load
