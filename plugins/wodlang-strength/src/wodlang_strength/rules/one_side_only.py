"""ST403 one-side-only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Label,
    Proposal,
    Rule,
    Scope,
    Session,
    Severity,
    Source,
    Valid,
    add_line_after,
    working_sets,
)
from wodlang_strength.words import sets_in_words

DOC = """
Work for one arm or leg, and less or none for the other.

## What it finds
Lines of a known exercise that say `left` or `right`, in the name or as a modifier, where the
session has none for the other side or another number of sets. Lines that say neither, both, or
`each side` are about both. Athletes with an injury are left alone: one side may well be spared, or
get more.

## Why
Nearly always the second line was forgotten, or one of the two was changed later.

## Instead
Write the other side's line too, or one line with `each side`. The fix copies the line for the other
side.

## How sure this is
This is about writing. That sides should get the same work is the common default. A stronger side is
normal, and a coach who gives the weaker one another set does so on purpose: say it with `# wod:
ignore[ST403] weak side`.
"""

SIDES = ("left", "right")
WORD = re.compile(r"\b(left|right)\b", re.IGNORECASE)


def check(session: Session, context: Context) -> Iterator[Fault]:
    """Each exercise whose sides do not get the same number of sets."""
    if any(injury.stage != "past" for injury in context.athlete.injuries):
        return
    lines: dict[str, dict[str, list[Entry]]] = {}
    for entry in session.entries:
        side = _side_of(entry, context.source)
        if side is not None and entry.exercise is not None and entry.is_working and entry.sets:
            sides = lines.setdefault(entry.exercise.name, {name: [] for name in SIDES})
            sides[side].append(entry)
    for sides in lines.values():
        counts = {side: sum(map(working_sets, entries)) for side, entries in sides.items()}
        more = max(SIDES, key=lambda side: counts[side])
        less = next(side for side in SIDES if side != more)
        if counts[more] != counts[less]:
            yield _fault(context.source, sides[more], sides[less], (more, less), counts)


def _side_of(entry: Entry, source: Source) -> str | None:
    """The one side that the line is for."""
    if any(one.per_side for one in entry.sets):
        return None
    text = source.text[entry.place.line.start : entry.place.line.end]
    words = {word for word in SIDES if word in entry.modifiers}
    words |= {word.lower() for word in WORD.findall(entry.name)}
    written = {word.lower() for word in WORD.findall(text)} if entry.place.alone else words
    return words.pop() if len(words) == len(written) == 1 else None


def _fault(
    source: Source,
    more: Sequence[Entry],
    less: Sequence[Entry],
    names: tuple[str, str],
    counts: dict[str, int],
) -> Fault:
    entry = more[0]
    many, few = counts[names[0]], counts[names[1]]
    help_text = f"write the same for the {names[1]} side, or one line with `each side`"
    return Fault(
        entry.place.name,
        f"{sets_in_words(Decimal(many))} of {entry.name} for the {names[0]} side, "
        f"{few or 'none'} for the {names[1]}",
        note=f"{names[0]} only" if not less else f"more than {names[1]}",
        labels=tuple(Label(one.place.name, names[1]) for one in less),
        help=help_text,
        fixes=partial(_copy, source, more) if not less else (),
        unfixed=help_text,
    )


def _copy(source: Source, entries: Sequence[Entry]) -> tuple[Proposal, ...]:
    """The same lines for the other side."""
    if len(entries) != 1 or not entries[0].place.alone:
        return ()
    line = entries[0].place.line
    text = WORD.sub(_other, source.text[line.start : line.end])
    edits = add_line_after(source, entries[0], text)
    return (Proposal("write the other side's line", edits),) if edits else ()


def _other(match: re.Match[str]) -> str:
    """The other side's word, in the same case."""
    word = match[0]
    other = SIDES[1 - SIDES.index(word.lower())]
    return other.upper() if word.isupper() else other.title() if word.istitle() else other


rule = Rule(
    code="ST403",
    name="one-side-only",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="work for one arm or leg, and less or none for the other",
    doc=DOC,
    evidence=Evidence.OPINION,
    source="good practice in writing programs",
    check=check,
    examples=(
        Valid("Single-Arm Dumbbell Row 3x10, left\nSingle-Arm Dumbbell Row 3x10, right"),
        Valid("Single-Arm Dumbbell Row 3x10/side", why="both"),
        Valid("Single-Arm Dumbbell Row 3x10 each side", why="both"),
        Valid("Single-Arm Dumbbell Row 3x10/side, left", why="both, beginning with the left"),
        Valid("Single-Arm Dumbbell Row 3x10", why="it says neither"),
        Valid("Single-Arm Dumbbell Row 3x10 (2 reps left)", why="another kind of left"),
        Valid(
            "Single-Arm Dumbbell Row 2x10, left\nSingle-Arm Dumbbell Row 1x10, left\n"
            "Single-Arm Dumbbell Row 3x10, right",
            why="three each",
        ),
        Valid("Left-Arm Dumbbell Row 3x10\nRight-Arm Dumbbell Row 3x10", why="in the name"),
        Valid("Cosmic Row 3x10, left", why="nobody knows what that is"),
        Valid("Bulgarian Split Squat 3x8, left, right", why="both on one line"),
        Valid(
            "athlete\n  injuries: right shoulder\n\nSingle-Arm Dumbbell Row 3x10, left",
            why="the right one is spared",
        ),
        Valid("warm-up\nSingle-Leg Glute Bridge 1x10, left", why="a warm-up"),
        Invalid(
            "Single-Arm Dumbbell Row 3x10, left",
            (1,),
            fixed="Single-Arm Dumbbell Row 3x10, left\nSingle-Arm Dumbbell Row 3x10, right",
            severity=Severity.WARNING,
        ),
        Invalid(
            "Monday: A\n  Right-Arm Dumbbell Row 3x10 @ 20kg\n  > slowly\n  Plank 60s",
            (2,),
            fixed="Monday: A\n  Right-Arm Dumbbell Row 3x10 @ 20kg\n  > slowly\n"
            "  Left-Arm Dumbbell Row 3x10 @ 20kg\n  Plank 60s",
            why="in the name, with a cue",
        ),
        Invalid(
            "Bulgarian Split Squat 3x8, left\nBulgarian Split Squat 2x8, right",
            (1,),
            why="three and two: who knows which is meant",
        ),
    ),
)
