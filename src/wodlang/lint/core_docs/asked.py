"""Lines that can be read, and that the linter asks about all the same."""

from __future__ import annotations

from wodlang.lint.core_docs.entry import CoreDoc
from wodlang.lint.rule import Evidence, Invalid, Valid

DOCS: dict[str, CoreDoc] = {
    "missing-prescription": CoreDoc(
        finds="""\
A known exercise without sets, repetitions or time. In timed blocks (`for time`, `AMRAP` …) it is
usual and not asked about.""",
        why="The athlete has to ask how much, and weekly sets cannot be counted.",
        instead="How much: `3x8`, `20min`, `5km`, `to failure`.",
        examples=(
            Invalid("Back Squat", (1,)),
            Valid("Back Squat 5x5\nRun 5km"),
            Valid("3 rounds for time\nRun 400m\nBurpees", why="in a timed block"),
        ),
    ),
    "sets-and-reps-swapped": CoreDoc(
        finds="""\
Eight or more sets of five or fewer repetitions, without a load, of an isolation or bodyweight
exercise.""",
        why="`12x3` of a curl is nearly always three sets of twelve, written the other way round.",
        instead="Sets first: `3x12`. If it is meant, say `12 sets of 3` with a load or a suppression.",
        examples=(
            Invalid("Biceps Curl 12x3", (1,), fixed="Biceps Curl 3x12"),
            Valid("Biceps Curl 3x12"),
            Valid("Back Squat 10x3 @ 75%", why="a barbell lift in many short sets"),
        ),
    ),
    "percentage-without-max": CoreDoc(
        finds="""\
A percentage of an exercise for which the `athlete` block gives no max. It is said once a file, and not
at all in a file without an athlete.""",
        why="The weight on the bar cannot be worked out.",
        instead="A line under `athlete`: `max Back Squat: 150 kg`.",
        examples=(
            Invalid("athlete\n  max Back Squat: 150 kg\nsession A\nDeadlift 3x5 @ 80%", (4,)),
            Valid("athlete\n  max Deadlift: 180 kg\nsession A\nDeadlift 3x5 @ 80%"),
            Valid("Deadlift 3x5 @ 80%", why="a program for everybody"),
        ),
    ),
    "reps-beyond-percentage": CoreDoc(
        finds="""\
Many more repetitions in a set than most people manage at that percentage of their one-rep max: more
than twice the usual number and four.""",
        why="""\
One of the two numbers is a slip. People differ widely, so only what is far beyond the table is asked
about: ten at 90 % is left alone, twelve is not.""",
        instead="Check both numbers.",
        examples=(
            Invalid("Back Squat 1x12 @ 90%", (1,)),
            Valid("Back Squat 1x10 @ 90%", why="few can, but some do"),
            Valid("Back Squat 1x12 @ 70%"),
        ),
        evidence=Evidence.REVIEW,
        source="Nuzzo et al. 2024, Sports Med 54:303-21 (7,289 people; the spread is large)",
    ),
}
