"""Lines that cannot be read, and words in them that are not known."""

from __future__ import annotations

from wodlang.lint.core_docs.entry import CoreDoc
from wodlang.lint.rule import Invalid, Valid

DOCS: dict[str, CoreDoc] = {
    "syntax-error": CoreDoc(
        finds="""\
A form that somebody began and did not finish: sets without repetitions, an `@` without a load, a
bracket without its pair, a header with a slip in its first word or that does not say which week or
session, sets of no exercise.""",
        why="""\
Half a line says less than its author meant. Only this line is lost: every other one is still read
and checked.""",
        instead="""\
The help says what to type. A remark in brackets or quotation marks may hold anything.""",
        examples=(
            Invalid("Back Squat 3x", (1,), why="how many repetitions?"),
            Invalid("Back Squat 5x5 @", (1,), why="what load?"),
            Invalid("Back Squat 5x5 (easy", (1,), why="the bracket is never closed"),
            Invalid("Back Squat 3xx5", (1,), fixed="Back Squat 3x5"),
            Invalid("session", (1,), why="which one?"),
            Invalid("Mnoday: Squat 5x5", (1,), fixed="Monday: Squat 5x5"),
            Invalid("3x5 @ 80%", (1,), why="of what?"),
            Valid("session Lower\nBack Squat 5x5 @ 80% (easy)"),
        ),
    ),
    "unknown-field": CoreDoc(
        finds="""\
A `key: value` line under `program`, `athlete` or `exercise` whose key that block does not have, or a
value that its field cannot take. A field without its block (`units: kg` above the sessions), without its
colon (`units kg`) or with a slip in its key (`fokus: legs`), and a lift with its weight under `athlete`
that does not say `max`. A field, or the max of a lift, that is written twice: the first one counts.""",
        why="""\
A misspelt key would be passed over: `unit: kg` would leave every load without a unit. Of two values
nobody but you knows which one is meant.""",
        instead="""\
The key, the header or the colon that the help names. What no field holds belongs into `notes:` or a
comment (`# …`).""",
        examples=(
            Invalid("program Power\n  unit: kg", (2,), fixed="program Power\n  units: kg"),
            Invalid("athlete\n  bodywieght: 82 kg", (2,), fixed="athlete\n  bodyweight: 82 kg"),
            Invalid("athlete\n  Deadlift: 180 kg", (2,), fixed="athlete\n  max Deadlift: 180 kg"),
            Invalid(
                "units: kg\nBack Squat 3x5 @ 100",
                (1,),
                why="of which program?",
                fixed="program\nunits: kg\nBack Squat 3x5 @ 100",
            ),
            Invalid("program Power\n  units: kg\n  units: lb", (3,), why="which one?"),
            Invalid(
                "exercise Belt Squat Machine\n  like: Leg Press\n  pattern: squats",
                (3,),
                fixed="exercise Belt Squat Machine\n  like: Leg Press\n  pattern: squat",
            ),
            Valid("program Power\n  units: kg\nathlete\n  bodyweight: 82 kg"),
        ),
    ),
    "unknown-exercise": CoreDoc(
        finds="""\
A name that the catalogue does not have: a slip of typing, a name for two different lifts, a machine
that only your gym has. Case, plurals, hyphens, word order and usual abbreviations do not matter. An
`exercise` block that says neither what its exercise is like nor its pattern.""",
        why="""\
Without knowing the exercise no rule can judge the line, nor anything that depends on what came
before it. A slip is never corrected silently: nobody wants one lift taken for another.""",
        instead="""\
One of the names that the help offers (`wod exercise PART_OF_A_NAME` searches), or an `exercise` block
that says what it is like. `include gym.wod` shares such blocks between files.""",
        examples=(
            Invalid("Benh Press 3x5", (1,), fixed="Bench Press 3x5"),
            Invalid("Leg Press 3x10 or Hack Sqat", (1,), fixed="Leg Press 3x10 or Hack Squat"),
            Invalid(
                "exercise Belt Squat Machine\n  like: Leg Pres",
                (2,),
                fixed="exercise Belt Squat Machine\n  like: Leg Press",
            ),
            Invalid("exercise Attic Machine\n  aliases: AM", (1,), why="what is it like?"),
            Valid(
                "bench presses 3x5\nBB Row 3x8\ndeadlift, conventional 3x5", why="as people write"
            ),
            Valid(
                "exercise Belt Squat Machine\n  like: Leg Press\nsession A\nBelt Squat Machine 3x10"
            ),
        ),
    ),
    "unknown-modifier": CoreDoc(
        finds="""\
Words behind the sets that are no modifier (`rest 90s`, `tempo 31X1`, `straps` …), no load and no
exercise.""",
        why="""\
Text is never dropped in silence. Perhaps `restt 90s` meant a rest, and the athlete would rest as
long as he likes.""",
        instead="""\
The modifier's spelling (docs/language.md lists them), or brackets or a cue line for a remark.""",
        examples=(
            Invalid("Back Squat 3x5, slow and strict", (1,)),
            Invalid("Deadlift 3x5, strps", (1,), fixed="Deadlift 3x5, straps"),
            Valid("Back Squat 3x5 (slow and strict), rest 3min"),
            Valid("Back Squat 3x5\n> slow and strict", why="a cue below the line"),
        ),
    ),
    "unused-suppression": CoreDoc(
        finds="""\
A `# wod: ignore[…]` where the rule that it names finds nothing. One of a rule that does not run at
all is left alone.""",
        why="A suppression that outlived its reason hides the next fault of that line.",
        instead="Remove it: the whole comment, or the code that is not needed. The fix does.",
        examples=(
            Invalid(
                "Benh Press 3x5  # wod: ignore[WOD103, WOD101] ours",
                (1,),
                fixed="Benh Press 3x5  # wod: ignore[WOD101] ours",
            ),
            Invalid("# wod: ignore[WOD101] ours\nBench Press 3x5", (1,), fixed="Bench Press 3x5"),
            Invalid(
                "Back Squat 3x5  # wod: ignore[unknown-exercise] ours",
                (1,),
                fixed="Back Squat 3x5",
            ),
            Valid("Zorb Squat 40 3x8  # wod: ignore[unknown-exercise, missing-unit] ours"),
        ),
    ),
    "unknown-suppression": CoreDoc(
        finds="A `# wod: ignore[…]` that names no rule, or none at all.",
        why="It suppresses nothing, and its author believes that it does.",
        instead="A code (`PC302`) or a name (`unsupported-row-after-hinge`); `wod rule` lists them.",
        examples=(
            Invalid("Back Squat 3x5  # wod: ignore[PC999] he likes it", (1,)),
            Invalid("Back Squat 3x5  # wod: ignore he likes it", (1,), why="ignore what?"),
            Invalid(
                "Benh Press 3x5  # wod: ignore[unknown-exercice] ours",
                (1,),
                fixed="Benh Press 3x5  # wod: ignore[unknown-exercise] ours",
            ),
        ),
    ),
}
