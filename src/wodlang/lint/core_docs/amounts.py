"""Numbers, units and loads that cannot be right, or cannot be told."""

from __future__ import annotations

from wodlang.lint.core_docs.entry import CoreDoc
from wodlang.lint.rule import Invalid, Valid
from wodlang.text.finding import Severity

DOCS: dict[str, CoreDoc] = {
    "ambiguous-numbers": CoreDoc(
        finds="Three bare numbers with crosses between them, such as `225x5x3`.",
        why="""\
People write sets, repetitions and load in four different orders. A wrong guess would turn three sets
of five into five sets of three, or into 225 sets.""",
        instead="""\
Sets x reps, and the load behind `@` with its unit. With a unit on the last number the order is sets x
reps x load (`3x5x100kg`), with one on the first it is load x reps x sets (`100kg x 5 x 3`).""",
        examples=(
            Invalid("Back Squat 225x5x3", (1,)),
            Valid("Back Squat 3x5 @ 225 lb\nBack Squat 3x5x225lb\nBack Squat 225lb x 5 x 3"),
        ),
    ),
    "unknown-unit": CoreDoc(
        finds="A number with letters behind it that are no unit.",
        why="`30sek` is half a minute to its author and nothing to anybody's program.",
        instead="kg, lb, pood, %, RPE, RIR, RM; s, min, h; m, km, ft, mi; cal; reps, sets.",
        examples=(
            Invalid("Plank 3x30sek", (1,), fixed="Plank 3x30sec"),
            Invalid("program Power\n  units: stone", (2,), why="weights are in kg or lb"),
            Valid("program Power\n  units: kg\nsession A\nPlank 3x30s"),
        ),
    ),
    "rpe-out-of-range": CoreDoc(
        finds="An RPE below 1 or above 10.",
        why="The scale ends at 10: a set after which not one more repetition could be done.",
        instead="A number from 1 to 10, also a half or a range (`RPE 7-8`).",
        examples=(Invalid("Back Squat 3x5 @ RPE 11", (1,)), Valid("Back Squat 3x5 @ RPE 8.5")),
    ),
    "percentage-out-of-range": CoreDoc(
        finds="A load over 120 %, or one of 0 % or less.",
        why="""\
A percentage is of the one-rep max. A little more than 100 happens in partial lifts and holds; 225 % is
a weight whose unit was mistyped. `-10%` says how much is taken off, not of what.""",
        instead="The weight with its unit, or the percentage that is lifted.",
        examples=(
            Invalid("Back Squat 3x5 @ 225%", (1,)),
            Invalid("Back Squat 3x5 @ -10%", (1,)),
            Valid("Back Squat 3x5 @ 225 lb\nBack Squat 3x5 @ 72%"),
        ),
    ),
    "zero-sets-or-reps": CoreDoc(
        finds="""\
No sets, or sets of no repetitions, seconds, metres or calories; a block of no rounds or no time (`E0MOM`).""",
        why="Nothing is trained, so a digit is missing or the line is.",
        instead="The number that was meant; remove the line, or mark it `optional`.",
        examples=(
            Invalid("Back Squat 0x5", (1,)),
            Invalid("Back Squat 3x0", (1,)),
            Invalid("0 rounds\nBurpee 10", (1,)),
            Valid("Back Squat 10x5"),
        ),
    ),
    "descending-rep-range": CoreDoc(
        finds="A range whose first number is the larger one.",
        why="""\
`3x12-8` is a range from 8 to 12 to some, and sets of 12, 10 and 8 to others.""",
        instead="The lower number first for a range; a list for sets that shrink.",
        examples=(
            Invalid("Leg Curl 3x12-8", (1,)),
            Valid("Leg Curl 3x8-12", why="a range"),
            Valid("Leg Curl 12,10,8", why="a list: one set each"),
        ),
    ),
    "missing-unit": CoreDoc(
        finds="""\
A load, a training max or a lone number without a unit, in a file that does not say `units:`.""",
        why="100 kg and 100 lb differ by more than half. The number is kept, but nobody guesses.",
        instead="""\
The unit behind the number, or once for the file: `program NAME` and below it `units: kg`. Behind `@` a
number up to 10 is an RPE and needs none.""",
        examples=(
            Invalid("Back Squat 3x5 @ 100", (1,)),
            Invalid(
                "Back Squat 3x5 @ 100\nBench Press 3x5 @ 80kg",
                (1,),
                fixed="Back Squat 3x5 @ 100kg\nBench Press 3x5 @ 80kg",
                why="all other weights are in kg",
            ),
            Invalid("athlete\n  training max: 90", (2,), fixed="athlete\n  training max: 90%"),
            Invalid("Push-Ups: 100", (1,), why="repetitions? seconds?"),
            Valid("program Power\n  units: kg\nsession A\nBack Squat 3x5 @ 100"),
            Valid("Back Squat 3x5 @ 100kg\nPush-Ups: 100 reps\nBench Press 3x5 @8"),
        ),
    ),
    "mismatched-loads": CoreDoc(
        finds="A list of loads with another length than the list of sets.",
        why="Which set gets which load cannot be told.",
        instead="""\
One load for all sets, or one for each. Two weights with a slash are for men and women and may stand
for any number of sets.""",
        examples=(
            Invalid("Back Squat 3x5 @ 70/80/85/90%", (1,)),
            Valid("Back Squat 3x5 @ 75/80/85%\nBack Squat 5,3,1 @ 75/85/95%"),
            Valid("Thruster 21-15-9 @ 95/65 lb", why="men / women"),
        ),
    ),
    "mixed-units": CoreDoc(
        finds="Weights in kg and in lb in one file that has no `units:`. It is said once a file.",
        why="Most often one of the two is a slip, and the athlete loads more than twice as much.",
        instead="One unit; or `units:` under `program`, which says that both are meant.",
        examples=(
            Invalid("Back Squat 3x5 @ 100kg\nBench Press 3x5 @ 185lb", (2,)),
            Valid(
                "program Power\n  units: kg\nsession A\nBack Squat 3x5 @ 100kg\nBench Press 3x5 @ 185lb"
            ),
        ),
    ),
    "implausible-quantity": CoreDoc(
        finds="""\
More than 30 sets of a line, more than 500 repetitions of a set, a distance below 5 m that is no jump,
carry or throw. Above 1,000 sets, or 520 weeks, it is an error and nothing is multiplied out.""",
        why="Nobody trains that. `225x5` is a weight to its author, and 225 sets by the order of numbers.",
        instead="The load behind `@` with its unit; `min` for minutes, as `m` is metres.",
        examples=(
            Invalid("Back Squat 225x5", (1,), severity=Severity.WARNING),
            Invalid("Back Squat 2000x5", (1,), severity=Severity.ERROR),
            Invalid("Plank 3x2m", (1,), why="two metres of plank"),
            Valid("Back Squat 1x5 @ 225 lb\nPlank 3x2min\nBroad Jump 3x2m"),
        ),
    ),
}
