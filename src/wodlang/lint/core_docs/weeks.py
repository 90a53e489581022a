"""Weeks, days and sessions that are empty, doubled or not there."""

from __future__ import annotations

from wodlang.lint.core_docs.entry import CoreDoc
from wodlang.lint.rule import Invalid, Valid

DOCS: dict[str, CoreDoc] = {
    "cells-do-not-match-weeks": CoreDoc(
        finds="""\
A line with `|` between its prescriptions, and more or fewer of them than the block above has weeks.""",
        why="A cell is a week, as in a spreadsheet. One too few, and every later week gets the wrong one.",
        instead="""\
One cell for each week: `same` repeats the one before it, `-` leaves the week out. Without `|` the line
holds for all weeks.""",
        examples=(
            Invalid("weeks 1-3\nMonday\nBack Squat 5x5 @ 70% | 5x5 @ 75%", (3,)),
            Invalid("Monday\nBack Squat 5x5 @ 70% | 5x5 @ 75%", (2,), why="no weeks for the cells"),
            Valid("weeks 1-3\nMonday\nBack Squat 5x5 @ 70% | same | 3x5 @ 80%"),
        ),
    ),
    "duplicate-session": CoreDoc(
        finds="""\
Two sessions of one name, or one day of a week twice under the same title, also where two headers are
of the same week.""",
        why="A day that names the session cannot tell which one it repeats.",
        instead="Another name or day for one of them. Two sessions on one day get titles of their own.",
        examples=(
            Invalid("session A\nBack Squat 5x5\nsession A\nBench Press 5x5", (3,)),
            Invalid("Monday\nBack Squat 5x5\nMonday\nBench Press 5x5", (3,)),
            Invalid("weeks 1-3\nMonday\nBack Squat 5x5\nweek 3\nMonday\nBench Press 5x5", (5,)),
            Valid("Monday: Morning\nBack Squat 5x5\nMonday: Evening\nBench Press 5x5"),
        ),
    ),
    "unknown-session": CoreDoc(
        finds="A day header without lines of its own, whose title is no session of the file.",
        why="Such a day repeats the session that it names; here there is nothing to repeat.",
        instead="The session's name as it stands above its lines, or the day's own lines below it.",
        examples=(
            Invalid(
                "session Heavy Pull\nDeadlift 3x5 @ 85%\nMonday: Heavy Pul",
                (3,),
                fixed="session Heavy Pull\nDeadlift 3x5 @ 85%\nMonday: Heavy Pull",
            ),
            Valid("session Heavy Pull\nDeadlift 3x5 @ 85%\nMonday: Heavy Pull\nSunday: rest"),
        ),
    ),
    "empty-session": CoreDoc(
        finds="A session or a day without a single exercise.",
        why="Something was forgotten, or it is a day off that does not say so.",
        instead="Its exercises below it, `Sunday: rest` for a day off, or no header at all.",
        examples=(
            Invalid("session Heavy Pull\nsession Squat\nBack Squat 5x5", (1,)),
            Valid("Monday: Squat\nBack Squat 5x5\nSunday: rest"),
        ),
    ),
    "empty-week": CoreDoc(
        finds="A `week` header without sessions below it.",
        why="Sessions belong to the header above them: those above the week are not part of it.",
        instead="Its days below it, or one header for several weeks that are alike: `weeks 1-3`.",
        examples=(
            Invalid("week 1\nweek 2\nMonday\nBack Squat 5x5", (1,)),
            Valid("weeks 1-2\nMonday\nBack Squat 5x5"),
        ),
    ),
}
