"""PC601 no-hamstring-or-glute-finisher."""

from __future__ import annotations

from collections.abc import Iterator

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Pattern,
    Rule,
    Scope,
    Session,
    Severity,
    Valid,
)
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE, exercises_of, first_compound, is_unknown

DOC = """
A back-and-legs session without direct work for hamstrings or glutes.

## What it finds
A back-and-legs session in which no leg curl, hip extension, back extension or further hinge comes
after the opener, the first compound lift. A bridge or leg curl before the opener does not count. An
exercise that nobody knows may be the one that is missing: then the rule keeps quiet.

## Why
Deadlifts and squats leave the hamstrings as benders of the knee almost alone, and after them a
small exercise can still work this part hard without any load on the spine.

## Instead
End with a glute-ham raise, a seated leg curl or a hip thrust, 12 to 15 repetitions a set.

## How sure this is
A coach's opinion, shared by many. Our list of literature has no study that compares sessions with
and without such a finisher. What counts for growth is the number of sets that a muscle gets in a
week (Schoenfeld, Ogborn, Krieger 2017), and those may as well be done on another day: a program that
does so may ignore this finding.
"""

FINISHERS = (Pattern.KNEE_FLEXION, Pattern.HIP_EXTENSION, Pattern.BACK_EXTENSION, Pattern.HINGE)
HELP = "end with a glute-ham raise, a seated leg curl or a hip thrust"


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The session's header, where nothing after the opener is for hamstrings or glutes."""
    place = session.place
    if place is None or not session.is_back_and_legs:
        return
    opener = first_compound(session)
    later = session.working if opener is None else session.after(opener)
    if not any(is_unknown(entry) or _is_finisher(entry) for entry in later):
        yield Fault(
            place,
            "no direct work for hamstrings or glutes after the opener",
            note="ends without a finisher",
            help=HELP,
            unfixed=HELP,
        )


def _is_finisher(entry: Entry) -> bool:
    return any(exercise.pattern in FINISHERS for exercise in exercises_of(entry))


rule = Rule(
    code="PC601",
    name="no-hamstring-or-glute-finisher",
    severity=Severity.INFO,
    scope=Scope.SESSION,
    summary="a back-and-legs session without work for hamstrings or glutes after the opener",
    doc=DOC,
    evidence=Evidence.OPINION,
    source=ARTICLE,
    check=check,
    options=PackOptions,
    examples=(
        Valid("Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10\nSeated Leg Curl 3x12-15"),
        Valid("Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10\nHip Thrust 3x12", why="glutes"),
        Valid("Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10\nHyperextension 3x15", why="both"),
        Valid("Deadlift 3x5 @ 85%\nRomanian Deadlift 3x8\nPull-Up 3x8", why="a further hinge"),
        Valid(
            "Deadlift 3x5 @ 85%\nSeated Leg Curl 3x12\nLeg Press 3x10\nPull-Up 3x8",
            why="anywhere after the opener",
        ),
        Valid(
            "Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10\nOur Own Finisher 3x12",
            why="nobody knows this one; it may be for the hamstrings",
        ),
        Valid("Deadlift 3x5 @ 85%\nPull-Up 3x8\nBarbell Row 3x8", why="a back day"),
        Valid("Back Squat 3x5\nLeg Press 3x10\nLeg Extension 3x12", why="a leg day"),
        Invalid(
            "Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10\nSeated Cable Row 3x10",
            (1,),
            why="without a header it stands on the first exercise",
        ),
        Invalid(
            "Monday: Pull and Legs\n  Deadlift 3x5 @ 85%\n  Pull-Up 3x8\n  Leg Press 3x10",
            (1,),
            why="the deadlift opens and is no finisher",
            severity=Severity.INFO,
        ),
        Invalid(
            "Glute Bridge 2x15\nDeadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10",
            (1,),
            why="a bridge before the opener wakes up, it does not finish",
        ),
        Invalid(
            "Deadlift 3x5\nPull-Up 3x8\nLeg Press 3x10\ncool-down\nGlute Bridge 2x15",
            (1,),
            why="a cool-down is no work",
        ),
    ),
)
