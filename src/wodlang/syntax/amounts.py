"""Sets, loads and bare numbers of a line: which group a load is for, what a number counts."""

from __future__ import annotations

import re

from lark import Token

from wodlang.syntax.draft import LOAD_ALONE, CellDraft, perceived
from wodlang.syntax.line_in_progress import LineInProgress
from wodlang.syntax.loads import bare_number, written_load
from wodlang.syntax.mistakes import decimal_comma
from wodlang.syntax.sets import (
    SET_FORMS,
    numbers_a_set,
    same_on_both_sides,
    written_sets,
)
from wodlang.syntax.tokens import (
    COUNTED_SETS,
    LOAD_FORMS,
    Segment,
    end_of,
    span_of,
    start_of,
    type_at,
)
from wodlang.text.core_codes import core_finding
from wodlang.text.span import Span

LIGHTEST_PAIR = 45
WHOLE_TIMES = re.compile(r"x\s*\d+(?:-\d+)?", re.IGNORECASE)
LAST_NUMBER = re.compile(r"(?<![-+\d])\d+(?=\s*(?:reps?)?$)", re.IGNORECASE)
REPS_LAST = COUNTED_SETS | {"TIMES_REPS"}


class AmountReader:
    """Gives sets, loads and numbers to the open exercise of a line."""

    def __init__(self, line: LineInProgress, timed: bool) -> None:
        """In a timed block (`timed`) a bare number counts repetitions."""
        self._line = line
        self._timed = timed

    def sets(self, tokens: Segment, index: int) -> None:
        """A group; sets right behind `or Leg Press` are of the alternative, which has none."""
        token, cell = tokens[index], self._line.cell
        counted = self._counted_before_name()
        if cell.groups and index and tokens[index - 1].type == "ALTERNATIVE":
            self._line.unknown([token])
        elif token.type == "LIST" and _is_load_pair(str(token), LIGHTEST_PAIR * (not counted)):
            cell.add_load(written_load(f"@{token}"), span_of(token), early=not cell.groups)
        elif token.type == "SETS_OF_LIST" and not numbers_a_set(str(token)):
            self._sets_and_more(token)
        elif counted and token.type == "TIMES_REPS" and WHOLE_TIMES.fullmatch(token):
            cell.groups[-1].repeat(token[1:].strip(), span_of(token))
        else:
            cell.add_group(written_sets(token.type, str(token)), span_of(token))

    def _sets_and_more(self, token: Token) -> None:
        """`3x5, 5, 3+, 1`: sets, then a list of further ones; numbers with dashes only puzzle."""
        first, comma, rest = token.partition(",")
        if not comma:
            self._line.keep_mistake(token.type, span_of(token))
            return
        start, rest_start = start_of(token), end_of(token) - len(rest.lstrip())
        form = "SETS_OF_REPS" if "set" in first.lower() else "SETS_BY_REPS"
        cell = self._line.cell
        cell.add_group(written_sets(form, first), Span(start, start + len(first)))
        cell.add_group(written_sets("LIST", rest.strip()), Span(rest_start, end_of(token)))

    def both_sides(self, tokens: Segment, index: int) -> None:
        """`3x5/5`, `1/1 x 5`: one number twice is the repetitions of each side."""
        token, cell, span = tokens[index], self._line.cell, span_of(tokens[index])
        if token.type == "BOTH_SIDES_BY_SETS" and same_on_both_sides(str(token)):
            cell.add_group(written_sets(token.type, str(token)), span)
        elif token.type == "OTHER_SIDE" and not (index and tokens[index - 1].type in REPS_LAST):
            self._line.keep_mistake("STRAY", span)
        elif token.type == "OTHER_SIDE" and _repeats(tokens[index - 1], token):
            cell.add_side()
        else:
            self._line.keep_mistake(token.type, span)

    def _counted_before_name(self) -> bool:
        """`21 Swings`, `400m Run`: one set, told before the name; a number behind it is no other."""
        draft = self._line.open
        leads = draft.name_span is not None and draft.start < draft.name_span.start
        groups = draft.cell.groups if leads else []
        return len(groups) == 1 and groups[0].written.sets == (1, 1)

    def load(self, tokens: Segment, index: int, early: bool) -> None:
        """A load; before an RPE a bare number is none: `@ 8 RPE 9` is a weight of 8."""
        token, span = tokens[index], span_of(tokens[index])
        load = written_load(str(token))
        if token.type == "DECIMAL_COMMA":
            self._line.problems.append(decimal_comma(self._line.text[span.start : span.end], span))
        if token.type == "AT_LOAD" and type_at(tokens, index + 1) != "RPE":
            load = perceived(load)
        cell = self._line.cell
        if token.type == "REP_MAX" and not cell.groups:
            cell.add_group(written_sets("WORK_UP", f"work up to {token}"), span)
        else:
            cell.add_load(load, span, early)

    def number(self, tokens: Segment, index: int, leads: bool, early: bool) -> None:
        """A bare number: repetitions where sets or a load make that plain, else a load."""
        token, span = tokens[index], span_of(tokens[index])
        cell, following = self._line.cell, type_at(tokens, index + 1)
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
        unnamed = self._line.open.name_span is None
        plain = "+" in token or "-" in token or following in LOAD_FORMS or following == "SIDE"
        return bool(
            plain or self._timed or (not behind and (unnamed or cell.groups or cell.waiting))
        )

    def _lonely_number(self, token: Token, span: Span, cell: CellDraft) -> None:
        cell.add_group(LOAD_ALONE, span)
        cell.groups[-1].loads.append((bare_number(str(token)), span))
        self._line.problems.append(
            core_finding(
                "missing-unit",
                span,
                f"{token} of what?",
                note="a number without a unit",
                help=f"write {token} reps, 3x{token}, {token}kg or {token}s",
            )
        )


def _repeats(sets: Token, other: Token) -> bool:
    """`/5` right behind `3x5`: the number of the other side is the same."""
    last, number = LAST_NUMBER.search(sets), LAST_NUMBER.search(other)
    return last is not None and number is not None and last[0] == number[0]


def _is_load_pair(text: str, lightest: int) -> bool:
    """`95/65`, `225/185`: two falling numbers, none below the lightest, are loads to choose from."""
    first, _, second = text.partition("/")
    return second.isdecimal() and int(second) >= lightest and int(first.rstrip("+")) > int(second)
