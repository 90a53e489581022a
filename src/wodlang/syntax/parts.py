"""The parts of a prescription: which group a load is for, what a bare number means."""

from __future__ import annotations

import re

from lark import Token

from wodlang.syntax.draft import LOAD_ALONE, CellDraft, ExerciseDraft, perceived
from wodlang.syntax.loads import WrittenLoad, written_load
from wodlang.syntax.mistakes import (
    MISTAKE_FORMS,
    SIDE_FORMS,
    decimal_comma,
    describe_mistake,
    is_no_unit,
)
from wodlang.syntax.modifiers import (
    MODIFIER_FORMS,
    UNFINISHED,
    read_modifier,
    unfinished,
    unknown_modifier,
)
from wodlang.syntax.names import BracketLoad, Knows
from wodlang.syntax.nodes import Modifier, ModifierKind, Note
from wodlang.syntax.sets import SET_FORMS, bare_number, same_on_both_sides, written_sets
from wodlang.syntax.tokens import (
    COUNTED_SETS,
    FILLERS,
    LOAD_FORMS,
    WORDS,
    Segment,
    end_of,
    has_sets,
    span_of,
    start_of,
    typed,
    words_from,
)
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding
from wodlang.text.span import Span

LIGHTEST_PAIR = 45
WHOLE_TIMES = re.compile(r"x\s*\d+(?:-\d+)?", re.IGNORECASE)
BOX = re.compile(r"\bbox|\bstep|jump", re.IGNORECASE)
LAST_NUMBER = re.compile(r"(?<![-+\d])\d+(?=\s*(?:reps?)?$)", re.IGNORECASE)
REPS_LAST = COUNTED_SETS | {"TIMES_REPS"}
WITHOUT_SETS = frozenset({"AMBIGUOUS_NUMBERS"})


class PartReader:
    """Gives the parts of a line to the exercise that is being read, the last of `exercises`."""

    def __init__(self, text: str, knows: Knows, bracket_load: BracketLoad, timed: bool) -> None:
        """Start without exercises; in a timed block (`timed`) a bare number counts repetitions."""
        self._text = text
        self._knows = knows
        self._bracket_load = bracket_load
        self._timed = timed
        self.exercises: list[ExerciseDraft] = []
        self.problems: list[Finding] = []

    def begin(self, name: Segment, parts: tuple[str, ...] = ()) -> None:
        """A new exercise with this name."""
        start, end = start_of(name[0]), end_of(name[-1])
        draft = ExerciseDraft(typed(self._text, name), Span(start, end), start, end, parts)
        self.exercises.append(draft)

    def begin_unnamed(self, start: int) -> None:
        """A prescription alone: it continues the exercise of the line above."""
        self.exercises.append(ExerciseDraft("", None, start, start))

    def feed(self, tokens: Segment, leads: bool = False) -> None:
        """The parts of one segment; `leads` says that the name stands behind them."""
        early = self._loads_of_coming_sets(tokens)
        index = 0
        cell = self.exercises[-1].cell
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
            self._reach(end_of(token))
            index += 1

    def _loads_of_coming_sets(self, tokens: Segment) -> int:
        """How many loads begin a further segment that has sets behind them: `…, 90kg 2x8`."""
        count = 0
        while count < len(tokens) and (
            tokens[count].type in LOAD_FORMS
            or (tokens[count].type == "NUMBER" and self._type_at(tokens, count + 1) in SET_FORMS)
        ):
            count += 1
        return count if has_sets(tokens[count:]) else 0

    def _reach(self, end: int) -> None:
        draft = self.exercises[-1]
        draft.end = draft.cell.end = max(draft.end, end)

    @staticmethod
    def _type_at(tokens: Segment, index: int) -> str | None:
        return tokens[index].type if index < len(tokens) else None

    def _part(self, tokens: Segment, index: int, leads: bool, early: bool) -> None:
        token, cell, span = tokens[index], self.exercises[-1].cell, span_of(tokens[index])
        if token.type in MISTAKE_FORMS:
            self._mistake(token, span)
        elif token.type in SIDE_FORMS:
            self._both_sides(tokens, index)
        elif token.type == "NUMBER":
            self._number(tokens, index, leads, early)
        elif token.type in SET_FORMS:
            self._sets(tokens, index)
        elif token.type in LOAD_FORMS:
            self._load(tokens, index, early)
        elif token.type in MODIFIER_FORMS:
            cell.modifiers.append(self._modifier(token, span))
        elif token.type == "SIDE":
            cell.add_side()
        elif token.type == "SEX":
            self.exercises[-1].notes.append(Note(span, str(token)))
        elif token.type in ("NOTE", "QUOTE"):
            self._note(token, span)
        elif token.type == "OPEN_NOTE":
            self._open_note(token, span)
        else:
            self._unknown([token])

    # ---- sets, loads, numbers ------------------------------------------------------------------

    def _sets(self, tokens: Segment, index: int) -> None:
        """A group; sets right behind `or Leg Press` are of the alternative, which has none."""
        token, cell = tokens[index], self.exercises[-1].cell
        counted = self._counted_before_name()
        if cell.groups and index and tokens[index - 1].type == "ALTERNATIVE":
            self._unknown([token])
        elif token.type == "LIST" and _is_load_pair(str(token), LIGHTEST_PAIR * (not counted)):
            cell.add_load(written_load(f"@{token}"), span_of(token), early=not cell.groups)
        elif counted and token.type == "TIMES_REPS" and WHOLE_TIMES.fullmatch(token):
            cell.groups[-1].repeat(token[1:].strip(), span_of(token))
        else:
            cell.add_group(written_sets(token.type, str(token)), span_of(token))

    def _both_sides(self, tokens: Segment, index: int) -> None:
        """`3x5/5`, `1/1 x 5`: one number twice is the repetitions of each side."""
        token, cell, span = tokens[index], self.exercises[-1].cell, span_of(tokens[index])
        if token.type == "BOTH_SIDES_BY_SETS" and same_on_both_sides(str(token)):
            cell.add_group(written_sets(token.type, str(token)), span)
        elif token.type == "OTHER_SIDE" and not (index and tokens[index - 1].type in REPS_LAST):
            self._keep_mistake("STRAY", span)
        elif token.type == "OTHER_SIDE" and _repeats(tokens[index - 1], token):
            cell.add_side()
        else:
            self._keep_mistake(token.type, span)

    def _counted_before_name(self) -> bool:
        """`21 Swings`, `400m Run`: one set, told before the name; a number behind it is no other."""
        draft = self.exercises[-1]
        leads = draft.name_span is not None and draft.start < draft.name_span.start
        groups = draft.cell.groups if leads else []
        return len(groups) == 1 and groups[0].written.sets == (1, 1)

    def _load(self, tokens: Segment, index: int, early: bool) -> None:
        """A load; before an RPE a bare number is none: `@ 8 RPE 9` is a weight of 8."""
        token, span = tokens[index], span_of(tokens[index])
        load = written_load(str(token))
        if token.type == "DECIMAL_COMMA":
            self.problems.append(decimal_comma(self._text[span.start : span.end], span))
        if token.type == "AT_LOAD" and self._type_at(tokens, index + 1) != "RPE":
            load = perceived(load)
        cell = self.exercises[-1].cell
        if token.type == "REP_MAX" and not cell.groups:
            cell.add_group(written_sets("WORK_UP", f"work up to {token}"), span)
        else:
            cell.add_load(load, span, early)

    def _number(self, tokens: Segment, index: int, leads: bool, early: bool) -> None:
        """A bare number: repetitions where sets or a load make that plain, else a load."""
        token, span = tokens[index], span_of(tokens[index])
        cell, following = self.exercises[-1].cell, self._type_at(tokens, index + 1)
        whole = "." not in token and "½" not in token
        pair = following == "NUMBER" and bool(cell.waiting)  # 225 3 215 3: a load and its reps
        before_sets = following in SET_FORMS and not (leads or pair or token.endswith("+"))
        behind_sets = index > 0 and tokens[index - 1].type in SET_FORMS
        behind_sets = behind_sets and not (leads or cell.waiting)
        if not whole or before_sets:
            cell.add_load(bare_number(str(token)), span, early or (before_sets and index > 0))
        elif leads or pair or self._counts(token, following, cell, behind_sets):
            cell.add_group(written_sets("NUMBER", str(token)), span)
        elif behind_sets:
            cell.add_load(bare_number(str(token)), span)
        else:
            self._lonely_number(token, span, cell)

    def _counts(self, token: Token, following: str | None, cell: CellDraft, behind: bool) -> bool:
        unnamed = self.exercises[-1].name_span is None
        plain = "+" in token or "-" in token or following in LOAD_FORMS or following == "SIDE"
        return bool(
            plain or self._timed or (not behind and (unnamed or cell.groups or cell.waiting))
        )

    def _lonely_number(self, token: Token, span: Span, cell: CellDraft) -> None:
        cell.add_group(LOAD_ALONE, span)
        cell.groups[-1].loads.append((bare_number(str(token)), span))
        self.problems.append(
            core_finding(
                "missing-unit",
                span,
                f"{token} of what?",
                note="a number without a unit",
                help=f"write {token} reps, 3x{token}, {token}kg or {token}s",
            )
        )

    def _modifier(self, token: Token, span: Span) -> Modifier:
        """A modifier; the name of an alternative stands as it was typed."""
        named = token.type == "ALTERNATIVE"
        return read_modifier(
            token.type, self._text[span.start : span.end] if named else str(token), span
        )

    # ---- brackets, words, mistakes -------------------------------------------------------------

    def _note(self, token: Token, span: Span) -> None:
        draft = self.exercises[-1]
        load = self._bracket_load(token[1:-1]) if token.type == "NOTE" else None
        if load is not None and load.type == "AT_LOAD" and BOX.search(draft.name):
            load = None  # Box Jump (24/20): the height of a box, in whatever unit
        if load is None:
            text = self._text[span.start + 1 : span.end - 1].strip()
            draft.notes.append(Note(span, text))
        elif load.type == "HEIGHT":
            draft.cell.modifiers.append(read_modifier("HEIGHT", str(load), span))
        else:
            draft.cell.add_load(_bracketed(load), span)

    def _open_note(self, token: Token, span: Span) -> None:
        """A bracket or a quote that nobody closed: a note up to the line's end."""
        sign = Span(span.start, span.start + 1)
        self.problems.append(describe_mistake("STRAY", token[0], sign))
        text = self._text[span.start + 1 : span.end].strip()
        self.exercises[-1].notes.append(Note(span, text))

    def _words(self, tokens: Segment, index: int) -> int:
        """Words behind a prescription: the next exercise, or a modifier that nobody knows."""
        end = words_from(tokens, index)
        run = tokens[index:end]
        if self._unfinished(tokens, index):
            return index + 2
        while run and run[0].lower() in FILLERS:
            run = run[1:]
        if not run and self._within_a_time(tokens, end):
            self._unknown(tokens[end - 1 : end + 1])
            self._reach(end_of(tokens[end]))
            return end + 1
        if not run and end < len(tokens):
            return end
        run = run or tokens[index:end]
        named = self.exercises[-1].name_span is not None
        if named and has_sets(tokens[end:]) and self._knows(typed(self._text, run)):
            self.begin(run)
        else:
            self._unknown(run)
            self._reach(end_of(run[-1]))
        return end

    def _within_a_time(self, tokens: Segment, end: int) -> bool:
        """`100 reps in 5:00`: a time to do it in is no further set."""
        behind = self.exercises[-1].cell.groups and tokens[end - 1].lower() == "in"
        return bool(behind) and self._type_at(tokens, end) == "QUANTITY"

    def _unfinished(self, tokens: Segment, index: int) -> bool:
        """`rest 90`, `tempo 31`: a modifier with a bare number."""
        word = tokens[index].lower()
        if word not in UNFINISHED or self._type_at(tokens, index + 1) != "NUMBER":
            return False
        span = Span(start_of(tokens[index]), end_of(tokens[index + 1]))
        text = self._text[span.start : span.end]
        self.exercises[-1].cell.modifiers.append(Modifier(ModifierKind.UNKNOWN, span, text))
        self.problems.append(unfinished(word, str(tokens[index + 1]), span))
        self._reach(span.end)
        return True

    def _unknown(self, run: Segment) -> None:
        span = Span(start_of(run[0]), end_of(run[-1]))
        modifier, problem = unknown_modifier(self._text[span.start : span.end], span)
        self.exercises[-1].cell.modifiers.append(modifier)
        self.problems.append(problem)

    def _names_no_unit(self, tokens: Segment, index: int) -> bool:
        """`@ 100 kb`, `100 stone`: a number and a word that is nearly a unit, or one of another."""
        token = tokens[index]
        if token.type not in ("AT_LOAD", "NUMBER") or self._type_at(tokens, index + 1) != "WORD":
            return False
        word = str(tokens[index + 1])
        bare = token.type == "NUMBER" or written_load(str(token)).unit is None
        if not bare or not is_no_unit(word):
            return False
        span = Span(start_of(token), end_of(tokens[index + 1]))
        self._keep_mistake("UNKNOWN_UNIT", span)
        self._reach(span.end)
        return True

    def _mistake(self, token: Token, span: Span) -> None:
        if token.type == "STRAY":
            if not any(problem.name == "syntax-error" for problem in self.problems):
                self.problems.append(describe_mistake(token.type, str(token), span))
        else:
            self._keep_mistake(token.type, span)

    def _keep_mistake(self, kind: str, span: Span) -> None:
        text = self._text[span.start : span.end]
        self.exercises[-1].cell.modifiers.append(Modifier(ModifierKind.UNKNOWN, span, text))
        self.problems.append(describe_mistake(kind, text, span))


def _repeats(sets: Token, other: Token) -> bool:
    """`/5` right behind `3x5`: the number of the other side is the same."""
    last, number = LAST_NUMBER.search(sets), LAST_NUMBER.search(other)
    return last is not None and number is not None and last[0] == number[0]


def _bracketed(token: Token) -> WrittenLoad:
    if token.type == "REPS_BY_LOAD":  # (2x24kg) is a pair
        return written_load(f"@ {token}")
    load = written_load(str(token))
    return perceived(load) if token.type == "AT_LOAD" else load


def _is_load_pair(text: str, lightest: int) -> bool:
    """`95/65`, `225/185`: two falling numbers, none below the lightest, are loads to choose from."""
    first, _, second = text.partition("/")
    return second.isdecimal() and int(second) >= lightest and int(first.rstrip("+")) > int(second)
