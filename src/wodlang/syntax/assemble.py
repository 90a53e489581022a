"""From the flat tree of an exercise line to its exercises.

The grammar only says which forms stand in a line. What they belong to is decided here, by the
sentences of the language reference: which comma ends an exercise, where a name ends, which group a
load is for.
"""

from __future__ import annotations

from collections.abc import Callable

from lark import Token, Tree

from wodlang.syntax.draft import LOAD_ALONE, CellDraft, ExerciseDraft, perceived
from wodlang.syntax.loads import WrittenLoad, written_load
from wodlang.syntax.modifiers import MODIFIER_FORMS, read_modifier, unknown_modifier
from wodlang.syntax.mistakes import MISTAKE_FORMS, describe_mistake
from wodlang.syntax.nodes import CellKind, ExerciseNode, Note
from wodlang.syntax.sets import SET_FORMS, bare_number, written_sets
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding
from wodlang.text.span import Span

Knows = Callable[[str], bool]

LOAD_FORMS = frozenset({"AT_LOAD", "RPE", "RIR", "BODYWEIGHT", "PERCENT", "MASS", "REP_MAX", "EFFORT"})
WORDS = frozenset({"WORD", "NUMBER_WORD"})
# Inside a running name these are part of it: "Belt Squat", "Max Effort Bench Press".
NAME_FORMS = WORDS | {"FLAG", "EFFORT", "OPEN_REPS", "SIDE", "STRAY"}
TRAILING = frozenset({"FLAG", "EFFORT", "OPEN_REPS", "SIDE"})
LEADING_NUMBERS = frozenset({"NUMBER", "LIST", "QUANTITY", "SIDE", "TIMES_REPS", "MEN_WOMEN_QUANTITY"})
EFFORTS = {"heavy": "EFFORT", "light": "EFFORT", "moderate": "EFFORT", "unbroken": "FLAG"}
FILLERS = frozenset({"and", "&", "of", "for", "the", "with", "at", "a", "an", "x", "in", "on", "w/"})
COUNTED_SETS = frozenset({"SETS_BY_REPS", "SETS_OF_REPS"})

Segment = list[Token]


class Assembler:
    """Reads the tree of one line; `text` is the line as typed, `knows` asks the catalogue."""

    def __init__(
        self, text: str, knows: Knows, bracket_load: Callable[[str], Token | None], timed: bool
    ) -> None:
        self.text = text
        self.knows = knows
        self.bracket_load = bracket_load
        self.timed = timed
        self.exercises: list[ExerciseDraft] = []
        self.problems: list[Finding] = []

    def read(self, tree: Tree[Token]) -> tuple[tuple[ExerciseNode, ...], tuple[Finding, ...]]:
        """The exercises of the line, and what is wrong in it."""
        for index, cell in enumerate(tree.children):
            segments = _segments(cell)
            if index == 0:
                self._read_exercises(segments)
            else:
                self._read_cell(segments, cell)
        nodes = []
        for draft in self.exercises:
            node, problems = draft.finished()
            nodes.append(node)
            self.problems += problems
        return tuple(nodes), tuple(self.problems)

    # ---- names ------------------------------------------------------------------------------

    def _read_exercises(self, segments: list[tuple[str, Segment]]) -> None:
        index = 0
        while index < len(segments):
            if self.exercises and self.exercises[-1].cells:
                if not self._joins_complex(*segments[index]):
                    self._continue(segments[index][1])
                index += 1
            else:
                index = self._open(segments, index)

    def _joins_complex(self, separator: str, tokens: Segment) -> bool:
        """`6 Inchworm + Push-Up`: a name behind a plus makes a complex of the name before it."""
        draft = self.exercises[-1]
        if separator != "PLUS" or not tokens or draft.name_span is None:
            return False
        if any(token.type not in WORDS for token in tokens) or draft.end != draft.name_span.end:
            return False
        draft.parts = (*(draft.parts or (draft.name,)), self._text_of(tokens))
        draft.name_span = Span(draft.name_span.start, _end(tokens[-1]))
        draft.name = " ".join(self.text[draft.name_span.start : draft.name_span.end].split())
        draft.end = draft.cell.end = draft.name_span.end
        return True

    def _open(self, segments: list[tuple[str, Segment]], index: int) -> int:
        """Read the first exercise: its name may run over several segments. Gives the next index."""
        tokens = segments[index][1]
        if not tokens:
            return index + 1
        if not self._starts_with_name(tokens):
            self._quantity_first(tokens)
            return self._name_behind(segments, index + 1)
        last = index
        while self._is_name(segments[last][1]) and last + 1 < len(segments):
            following = segments[last + 1][1]
            if not following or following[0].type not in WORDS:
                break
            last += 1
        pieces = [segments[place] for place in range(index, last + 1)]
        if len(pieces) > 1 and not self._is_complex(pieces):
            return self._separate_or_join(segments, index, last)
        self._name_first([token for _, piece in pieces for token in piece], pieces)
        return last + 1

    def _separate_or_join(self, segments: list[tuple[str, Segment]], index: int, last: int) -> int:
        """`Squat, Bench, Row 3x5`: exercises if each is known, else a name with commas."""
        pieces = [segments[place][1] for place in range(index, last + 1)]
        names = [self._text_of(_leading_words(piece)) for piece in pieces]
        joined = self._text_of([*pieces[0], *_leading_words(pieces[-1])])
        if all(self.knows(name) for name in names) and not self.knows(joined):
            for piece in pieces:
                self._name_first(piece, [])
            return last + 1
        last_words = self._joinable(segments, index, last)
        tokens = [token for place in range(index, last_words + 1) for token in segments[place][1]]
        self._name_first(tokens, [])
        return last_words + 1

    def _joinable(self, segments: list[tuple[str, Segment]], index: int, last: int) -> int:
        """The last segment that still belongs to the name: all of them before a prescription."""
        first = self._text_of(segments[index][1])
        has_prescription = any(token.type in SET_FORMS for token in segments[last][1])
        if self.knows(first) and not has_prescription:
            return index
        return last

    def _is_complex(self, pieces: list[tuple[str, Segment]]) -> bool:
        return all(separator == "PLUS" for separator, _ in pieces[1:])

    def _starts_with_name(self, tokens: Segment) -> bool:
        first = tokens[0]
        if first.type in WORDS or (first.type in ("FLAG", "EFFORT", "ALTERNATIVE")):
            return True
        if first.type not in LEADING_NUMBERS:
            return False
        words = self._number_name(tokens)
        return bool(words)

    def _number_name(self, tokens: Segment) -> Segment:
        """The tokens of a name that begins with a number (`90/90 Hip Stretch`), if it is one."""
        end = 1
        while end < len(tokens) and tokens[end].type in WORDS:
            end += 1
        if end == 1:
            return []
        sets_follow = any(token.type in COUNTED_SETS for token in tokens[end:])
        if self.knows(self._text_of(tokens[:end])) or sets_follow:
            return tokens[:end]
        return []

    def _is_name(self, tokens: Segment) -> bool:
        return bool(tokens) and all(token.type in NAME_FORMS or token.type == "NOTE" for token in tokens)

    def _name_first(self, tokens: Segment, pieces: list[tuple[str, Segment]]) -> None:
        """An exercise whose name stands first."""
        name, rest = self._split_name(tokens)
        parts: tuple[str, ...] = ()
        if len(pieces) > 1:
            parts = tuple(
                self._text_of(_leading_words(piece) or piece) for _, piece in pieces
            )
        self._begin(name, parts)
        self._feed(rest)

    def _split_name(self, tokens: Segment) -> tuple[Segment, Segment]:
        number = self._number_name(tokens) if tokens[0].type in LEADING_NUMBERS else []
        end = len(number)
        while end < len(tokens) and (
            tokens[end].type in NAME_FORMS
            or (tokens[end].type == "NOTE" and self._is_name_note(tokens, end))
            or self._continues_name(tokens, end)
        ):
            end += 1
        known = end
        while end > 1 and tokens[end - 1].type in TRAILING | {"STRAY"}:
            end -= 1
        if end != known and self.knows(self._text_of(tokens[:known])):
            end = known
        rest = tokens[end:]
        while end > 1 and end == known and rest and tokens[end - 1].lower() in FILLERS:
            end -= 1
        return tokens[:end], rest

    def _is_name_note(self, tokens: Segment, index: int) -> bool:
        """A bracket before the prescription is part of the name, unless it is a load."""
        if index == 0 or self.bracket_load(tokens[index][1:-1]) is not None:
            return False
        return any(token.type in SET_FORMS | LOAD_FORMS | WORDS for token in tokens[index + 1 :])

    def _continues_name(self, tokens: Segment, index: int) -> bool:
        """A number inside a name that the catalogue knows: `Zone 2 Run`, `Board Press 2`."""
        if tokens[index].type not in LEADING_NUMBERS or index == 0:
            return False
        end = index + 1
        while end < len(tokens) and tokens[end].type in WORDS:
            end += 1
        return end > index + 1 and self.knows(self._text_of(tokens[:end]))

    def _begin(self, name: Segment, parts: tuple[str, ...] = ()) -> None:
        start, end = name[0].start_pos or 0, _end(name[-1])
        typed = " ".join(self.text[start:end].replace("*", "").split())
        self.exercises.append(ExerciseDraft(typed, Span(start, end), start, end, parts))

    def _begin_unnamed(self, tokens: Segment) -> None:
        start = tokens[0].start_pos or 0
        self.exercises.append(ExerciseDraft("", None, start, start))

    def _quantity_first(self, tokens: Segment) -> None:
        """`5 Pull-Ups`, `400m Run`, `21-15-9 Thrusters @ 43kg`; without words: no name."""
        lead = 0
        while lead < len(tokens) and tokens[lead].type not in WORDS:
            lead += 1
        start = lead
        while start < len(tokens) and tokens[start].lower() in FILLERS:
            start += 1
        end = start
        while end < len(tokens) and (
            tokens[end].type in WORDS or self._continues_name(tokens[start:], end - start)
        ):
            end += 1
        if end == start:
            self._begin_unnamed(tokens)
            self._feed(tokens)
            return
        start, effort = self._effort(tokens, start, end)
        self._begin(tokens[start:end])
        self.exercises[-1].start = tokens[0].start_pos or 0
        self._feed([*tokens[:lead], *effort], leads=True)
        self._feed(tokens[end:])

    def _effort(self, tokens: Segment, start: int, end: int) -> tuple[int, Segment]:
        """`3 heavy swings`: an effort before a name that the catalogue knows without it."""
        kind = EFFORTS.get(tokens[start].lower())
        if kind is None or end - start < 2 or self.knows(self._text_of(tokens[start:end])):
            return start, []
        if not self.knows(self._text_of(tokens[start + 1 : end])):
            return start, []
        return start + 1, [Token(kind, str(tokens[start]), tokens[start].start_pos)]

    def _name_behind(self, segments: list[tuple[str, Segment]], index: int) -> int:
        """`5,5,5 - Squat`: a name in the segment behind an unnamed prescription."""
        draft = self.exercises[-1]
        if index < len(segments) and draft.name_span is None:
            separator, tokens = segments[index]
            if separator in ("DASH", "COMMA") and tokens and self._is_name(tokens):
                typed = self._text_of(tokens)
                if separator == "DASH" or self.knows(typed):
                    draft.name = typed
                    draft.name_span = Span(tokens[0].start_pos or 0, _end(tokens[-1]))
                    draft.end = _end(tokens[-1])
                    return index + 1
        return index

    # ---- what follows the first prescription ----------------------------------------------------

    def _continue(self, tokens: Segment) -> None:
        """A further segment: the next exercise, or more about the one before it."""
        if not tokens:
            return
        words = next((place for place, token in enumerate(tokens) if token.type in WORDS), None)
        if words is None:
            self._feed(tokens)
        elif words == 0 or self._number_name(tokens):
            self._continue_with_words(tokens)
        elif any(token.type in SET_FORMS for token in tokens[:words]) and not _only_fillers(tokens[words:]):
            self._quantity_first(tokens)
        else:
            self._feed(tokens)

    def _continue_with_words(self, tokens: Segment) -> None:
        name, rest = self._split_name(tokens)
        has_sets = any(token.type in SET_FORMS for token in rest)
        if has_sets or self.knows(self._text_of(name)):
            self._begin(name)
            self._feed(rest)
        else:
            self._feed(tokens)

    def _read_cell(self, segments: list[tuple[str, Segment]], cell: Tree[Token]) -> None:
        if not self.exercises:
            self._begin_unnamed([Token("WORD", "", 0)])
        draft = self.exercises[-1]
        tokens = [token for _, segment in segments for token in segment]
        _ = draft.cell  # a row whose first cell is empty still has that cell
        start = tokens[0].start_pos or 0 if tokens else draft.end
        fresh = CellDraft(start, start)
        draft.cells.append(fresh)
        if [token.lower() for token in tokens] == ["same"]:
            fresh.kind, fresh.end = CellKind.SAME, _end(tokens[0])
            draft.end = fresh.end
        elif not tokens and any(isinstance(child, Token) and child.type == "DASH" for child in cell.children):
            fresh.kind = CellKind.SKIPPED
            draft.end = max(_end(child) for child in cell.children if isinstance(child, Token))
        for _, segment in segments if fresh.kind is CellKind.WRITTEN else ():
            self._feed(segment)

    # ---- the parts of a prescription -------------------------------------------------------------

    def _feed(self, tokens: Segment, leads: bool = False) -> None:
        """Give the parts to the exercise that is being read."""
        index = 0
        draft = self.exercises[-1]
        _ = draft.cell
        while index < len(tokens):
            token = tokens[index]
            if token.type in WORDS:
                index = self._words(tokens, index)
                draft = self.exercises[-1]
                continue
            following = tokens[index + 1].type if index + 1 < len(tokens) else None
            self._part(token, following, leads)
            draft.end = draft.cell.end = max(draft.end, _end(token))
            index += 1

    def _part(self, token: Token, following: str | None, leads: bool) -> None:
        cell, span = self.exercises[-1].cell, _span(token)
        if token.type in MISTAKE_FORMS:
            self._mistake(token, span)
        if token.type == "NUMBER":
            self._number(token, following, leads)
        elif token.type in SET_FORMS:
            cell.add_group(written_sets(token.type, str(token)), span)
        elif token.type in LOAD_FORMS:
            self._load(token, span)
        elif token.type in MODIFIER_FORMS:
            cell.modifiers.append(read_modifier(token.type, self.text[span.start : span.end], span))
        elif token.type == "SIDE":
            cell.add_side()
        elif token.type == "SEX":
            self.exercises[-1].notes.append(Note(span, str(token)))
        elif token.type in ("NOTE", "QUOTE"):
            self._note(token, span)

    def _load(self, token: Token, span: Span) -> None:
        load = written_load(str(token))
        if token.type == "AT_LOAD":
            load = perceived(load)
        cell = self.exercises[-1].cell
        if token.type == "REP_MAX" and not cell.groups:
            reps = written_sets("WORK_UP", f"work up to {token}")
            cell.add_group(reps, span)
        else:
            cell.add_load(load, span)

    def _number(self, token: Token, following: str | None, leads: bool) -> None:
        """A bare number: repetitions where sets or a load make that plain, else a load."""
        cell, span = self.exercises[-1].cell, _span(token)
        whole = "." not in token and "½" not in token
        before_sets = following in SET_FORMS and not leads
        if not whole or (before_sets and not token.endswith("+")):
            cell.add_load(bare_number(str(token)), span)
        elif leads or self._counts(token, following, cell):
            cell.add_group(written_sets("NUMBER", str(token)), span)
        else:
            self._lonely_number(token, span, cell)

    def _counts(self, token: Token, following: str | None, cell: CellDraft) -> bool:
        unnamed = self.exercises[-1].name_span is None
        readable = "+" in token or "-" in token
        return bool(
            self.timed or unnamed or readable or cell.groups or cell.waiting
            or following in LOAD_FORMS or following == "SIDE"
        )  # fmt: skip

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

    def _note(self, token: Token, span: Span) -> None:
        draft = self.exercises[-1]
        inner = token[1:-1]
        load = self.bracket_load(inner) if token.type == "NOTE" else None
        if load is None:
            typed = self.text[span.start + 1 : span.end - 1].strip()
            draft.notes.append(Note(span, typed))
        elif load.type == "HEIGHT":
            draft.cell.modifiers.append(read_modifier("HEIGHT", str(load), span))
        else:
            draft.cell.add_load(_bracketed(load), span)

    def _words(self, tokens: Segment, index: int) -> int:
        """Words behind a prescription: the next exercise, or a modifier that nobody knows."""
        end = index
        while end < len(tokens) and tokens[end].type in WORDS:
            end += 1
        run = tokens[index:end]
        while run and run[0].lower() in FILLERS:
            run = run[1:]
        sets_follow = any(token.type in SET_FORMS for token in tokens[end:])
        draft = self.exercises[-1]
        if not run:
            return end
        if sets_follow and self.knows(self._text_of(run)) and draft.name_span is not None:
            self._begin(run)
            return end
        self._unknown(run)
        draft.end = draft.cell.end = _end(run[-1])
        return end

    def _unknown(self, run: Segment) -> None:
        span = Span(run[0].start_pos or 0, _end(run[-1]))
        modifier, problem = unknown_modifier(self.text[span.start : span.end], span)
        self.exercises[-1].cell.modifiers.append(modifier)
        self.problems.append(problem)

    def _mistake(self, token: Token, span: Span) -> None:
        if not any(problem.name == "syntax-error" for problem in self.problems):
            self.problems.append(describe_mistake(token.type, str(token), span))

    def _text_of(self, tokens: Segment) -> str:
        if not tokens:
            return ""
        typed = self.text[tokens[0].start_pos or 0 : _end(tokens[-1])]
        return " ".join(typed.replace("*", "").split())


def _segments(cell: Tree[Token]) -> list[tuple[str, Segment]]:
    """The segments of a cell, each with the separator before it; empty ones are left out."""
    segments: list[tuple[str, Segment]] = []
    separator = ""
    for child in cell.children:
        if isinstance(child, Token):
            separator = child.type if not (child.type == "DASH" and separator) else separator
        else:
            tokens = [token for token in child.children if token.type != "COLON"]
            segments.append((separator, tokens))
            separator = ""
    return segments


def _leading_words(tokens: Segment) -> Segment:
    end = 0
    while end < len(tokens) and tokens[end].type in WORDS:
        end += 1
    return tokens[:end]


def _only_fillers(tokens: Segment) -> bool:
    return all(token.type not in WORDS or token.lower() in FILLERS for token in tokens)


def _bracketed(token: Token) -> WrittenLoad:
    if token.type == "REPS_BY_LOAD":  # (2x24kg) is a pair
        return written_load(f"@ {token}")
    load = written_load(str(token))
    return perceived(load) if token.type == "AT_LOAD" else load


def _span(token: Token) -> Span:
    start = token.start_pos or 0
    return Span(start, start + len(token))


def _end(token: Token) -> int:
    return (token.start_pos or 0) + len(token)


