"""What the core checks say of single lines: names, units, quantities that look wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from wodlang.model.catalogue import Catalogue
from wodlang.model.drafts import LineDraft
from wodlang.model.entries import LONGEST_NAME
from wodlang.model.entry import Entry
from wodlang.model.exercise import Pattern
from wodlang.model.strength import most_reps_at, rep_max_in
from wodlang.model.weights import missing_unit
from wodlang.model.workset import WorkSet
from wodlang.syntax.headers import SECTIONS
from wodlang.syntax.line_nodes import CellKind, ExerciseNode, Group, LoadUnit, Measure, ModifierKind
from wodlang.text.core_codes import core_finding, replacement
from wodlang.text.finding import Edit, Finding, Fix
from wodlang.text.span import Span

SWAPPED_SETS, SWAPPED_REPS = 8, 5
SHORT_DISTANCE = 5  # metres: less is rather a time or a slip, but for jumps and carries
MARGIN_FACTOR, MARGIN_REPS = 2, 4  # Nuzzo et al. 2024: people differ widely at one percentage


def check_line(
    line: LineDraft,
    entry: Entry,
    catalogue: Catalogue,
    units: str | None,
    unit_at: Callable[[int], str | None],
) -> Iterator[Finding]:
    """The findings about one exercise line; `entry` is what it means in its first week.

    `unit_at` is the unit that a number which ends at an offset most likely has, if one can be told.
    """
    yield from _unknown_names(line, entry, catalogue)
    yield from _unknown_mentions(line, catalogue)
    if entry.exercise is not None and entry.block is None and not _says_how(line):
        yield core_finding(
            "missing-prescription",
            entry.place.name,
            f"{entry.name}: how many sets and reps?",
            help=f"write them behind the name: {entry.name} 3x8",
        )
    for node, offset in [(line.node, line.offset), *line.more]:
        if units is None:
            yield from _bare_loads(node, offset, unit_at)
            yield from _bare_progressions(node, offset)
    yield from _swapped(line, entry)
    yield from _beyond_percentage(entry)
    yield from _short_distance(entry)


def _says_how(line: LineDraft) -> bool:
    nodes = [line.node, *(node for node, _ in line.more)]
    if any(
        cell.groups or cell.kind is not CellKind.WRITTEN for node in nodes for cell in node.cells
    ):
        return True
    kinds = {one.kind for cell in line.node.cells for one in cell.modifiers}
    flags = {one.text for cell in line.node.cells for one in cell.modifiers}
    return bool(kinds & {ModifierKind.EVERY, ModifierKind.UNKNOWN}) or "to failure" in flags


def _unknown_names(line: LineDraft, entry: Entry, catalogue: Catalogue) -> Iterator[Finding]:
    names = [
        name for name, found in zip(entry.parts, entry.part_exercises, strict=True) if found is None
    ]
    if not entry.parts and entry.exercise is None:
        names = [entry.name]
    for name in names:
        near = catalogue.suggest(name) if len(name) <= LONGEST_NAME else ()
        slip = None if entry.parts else catalogue.slip(name, near)
        cure = _suggestion(near, name)
        if _stands_alone(line) and (_has_colon(line) or not slip):
            cure = _or_heading(cure, name) if slip or not _has_colon(line) else _as_heading(name)
        yield core_finding(
            "unknown-exercise",
            entry.place.name,
            f'no exercise is called "{name}"',
            note="not in the catalogue",
            help=cure,
            fixes=replacement(entry.place.name, slip),
        )


def _stands_alone(line: LineDraft) -> bool:
    """`Strength`: words, and nothing behind them or of them below; it may be a heading."""
    said = any(cell.groups or cell.modifiers for cell in line.node.cells) or line.node.notes
    return line.alone and not said


def _has_colon(line: LineDraft) -> bool:
    return line.statement.span.end > line.node.end + line.offset


def _as_heading(name: str) -> str:
    sections = ", ".join(SECTIONS.values())
    return f'headers are {sections} and "session {name}"; other words are a comment: # {name}'


def _or_heading(cure: str, name: str) -> str:
    return f'{cure}{"" if cure.endswith("?") else "."} A header is "session {name}"'


def _unknown_mentions(line: LineDraft, catalogue: Catalogue) -> Iterator[Finding]:
    """Exercises that a line names beside its own: `or Leg Press`, `90% of Jerk`."""
    for node, offset in [(line.node, line.offset), *line.more]:
        for cell in node.cells:
            for one in cell.modifiers:
                if one.kind is ModifierKind.ALTERNATIVE and not _known(one.text, catalogue):
                    span = one.span.moved(offset)
                    typed = span.end - span.start == len(one.text)
                    yield _unknown_mention(one.text, span, catalogue, typed)
            for group in cell.groups:
                of = group.loads[0].of if group.loads else None
                if of not in (None, "1RM") and rep_max_in(of) is None and not _known(of, catalogue):
                    span = (group.load_span or group.span).moved(offset)
                    yield _unknown_mention(of, span, catalogue, False)


def _unknown_mention(name: str, span: Span, catalogue: Catalogue, typed: bool) -> Finding:
    """`typed` says that nothing but the name is in the span."""
    near = catalogue.suggest(name) if len(name) <= LONGEST_NAME else ()
    return core_finding(
        "unknown-exercise",
        span,
        f'no exercise is called "{name}"',
        note="not in the catalogue",
        help=_suggestion(near, name),
        fixes=replacement(span, catalogue.slip(name, near)) if typed else (),
    )


def _known(name: str, catalogue: Catalogue) -> bool:
    return len(name) <= LONGEST_NAME and catalogue.knows(name)


def _suggestion(near: tuple[str, ...], name: str) -> str:
    if len(name) > LONGEST_NAME:
        return "a name is short; put remarks in brackets behind the sets"
    if near:
        return "did you mean " + ", ".join(f'"{one}"' for one in near) + "?"
    return f'add it to this file: a block "exercise {name}" with "like: NAME OF A SIMILAR ONE"'


def _bare_loads(
    node: ExerciseNode, offset: int, unit_at: Callable[[int], str | None]
) -> Iterator[Finding]:
    for cell in node.cells:
        for group in cell.groups:
            bare = [load for load in group.loads if load.unit is None and load.word is None]
            alone = group.amounts[0].measure is None and group.load_span == group.span
            lonely = alone and bare and bare[0].alternative is None  # reported where it was read
            if bare and not lonely and group.load_span is not None:
                plain = len(group.loads) == len(cell.groups) == 1 and bare[0].also is None
                span = group.load_span.moved(offset)
                unit = unit_at(span.end) if plain else None
                pair = bare[0].alternative
                other = "" if pair is None else f"/{_number(pair[1])}"
                yield missing_unit(span, _number(bare[0].high) + other, unit)


def _bare_progressions(node: ExerciseNode, offset: int) -> Iterator[Finding]:
    """`+2.5/week`: of what?"""
    for cell in node.cells:
        for one in cell.modifiers:
            if one.progression is not None and not one.progression.unit:
                yield missing_unit(one.span.moved(offset), _number(one.progression.by))


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def _swapped(line: LineDraft, entry: Entry) -> Iterator[Finding]:
    exercise = entry.exercise
    if exercise is None or entry.block is not None or entry.every is not None:
        return
    if not (exercise.compound is False or exercise.implement == "bodyweight"):
        return
    if exercise.pattern in (Pattern.OLYMPIC, Pattern.CARDIO, Pattern.MOBILITY):
        return
    for cell in line.node.cells:
        for group in cell.groups:
            if _looks_swapped(group):
                yield _swap_finding(group, line.offset, entry.name)


def _looks_swapped(group: Group) -> bool:
    amount = group.amounts[0]
    return (
        len(group.amounts) == 1
        and group.sets[1] >= SWAPPED_SETS
        and amount.measure is Measure.REPS
        and amount.high is not None
        and amount.high <= SWAPPED_REPS
        and not amount.cluster
        and not group.loads
        and group.sets_span is not None
        and group.reps_span is not None
    )


def _swap_finding(group: Group, offset: int, name: str) -> Finding:
    sets_span = (group.sets_span or group.span).moved(offset)
    reps_span = (group.reps_span or group.span).moved(offset)
    sets, reps = group.sets[1], group.amounts[0].high
    fix = Fix(f"write {reps}x{sets}", (Edit(sets_span, str(reps)), Edit(reps_span, str(sets))))
    return core_finding(
        "sets-and-reps-swapped",
        group.span.moved(offset),
        f"{sets} sets of {reps} of {name}",
        note="sets x reps",
        help=f"if {reps} sets of {sets} are meant, write {reps}x{sets}",
        fixes=(fix,),
    )


def _beyond_percentage(entry: Entry) -> Iterator[Finding]:
    for one in _different(entry.sets):
        if _is_beyond(one):
            span = entry.place.loads[0] if entry.place.loads else entry.place.name
            percent = one.percent[0] if one.percent else Decimal(0)
            most = round(most_reps_at(percent))
            yield core_finding(
                "reps-beyond-percentage",
                span,
                f"{one.low} reps at {percent.normalize():f}% of the one-rep max",
                note=f"most people manage about {most}",
                help="check the percentage or the repetitions",
            )
            return


def _different(sets: Sequence[WorkSet]) -> Iterable[WorkSet]:
    """The sets without repetitions: equal ones of a group are one object."""
    return {id(one): one for one in sets}.values()


def _is_beyond(one: WorkSet) -> bool:
    if one.percent is None or one.measure is not Measure.REPS or one.cluster or one.low is None:
        return False
    if (
        one.load is None
        or one.load.unit not in (LoadUnit.PERCENT, LoadUnit.PERCENT_TM)
        or one.load.of
    ):
        return False
    return (
        one.percent[0] > 0 and one.low > MARGIN_FACTOR * most_reps_at(one.percent[0]) + MARGIN_REPS
    )


def _short_distance(entry: Entry) -> Iterator[Finding]:
    if entry.has_pattern(Pattern.JUMP, Pattern.CARRY, Pattern.THROW):
        return
    for one in _different(entry.sets):
        if one.measure is Measure.METRES and one.high is not None and 0 < one.high < SHORT_DISTANCE:
            span = entry.place.reps[0] if entry.place.reps else entry.place.name
            yield core_finding(
                "implausible-quantity",
                span,
                f"{one.high} metres of {entry.name}",
                note="m is metres",
                help=f"if minutes are meant, write {one.high}min",
            )
            return
