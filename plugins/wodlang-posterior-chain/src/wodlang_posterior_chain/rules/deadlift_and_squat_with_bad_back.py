"""PC401 deadlift-and-squat-with-bad-back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Proposal,
    Rule,
    Scope,
    Session,
    Severity,
    Valid,
)
from wodlang_posterior_chain.bad_back import loaded_hinges_and_squats
from wodlang_posterior_chain.lines import replace_everywhere
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE, LEG_PRESS, is_heavy, is_injured, labels, listed

DOC = """
Deadlifts and squats in one session for an athlete whose lower back hurts.

## What it finds
A hinge and a squat in the same session, each with axial load 2 or more, where the athlete's
`injuries` name the lower back. An injury marked `(past)` is none. There is one finding a session;
it names every such squat and stands on the first. It is an error where one of the lifts is heavy,
else a warning, and only a suppression that gives a reason is obeyed.

## Why
Both lifts press on the same stretch of spine. A back in pain may bear one of them; both on one day
leave it no part of the session to recover in.

## Instead
Keep the hinge and train the legs with the leg press, or put the squats on another day. Who knows
the athlete and decides otherwise writes the reason into the suppression.

## How sure this is
A caution, not a verdict. The loads are measured: up to 17,192 N at L4/L5 in deadlifts (Cholewicki
et al. 1991, 57 powerlifters), and six to ten times body weight at L3-L4 in squats (Cappozzo et al.
1985, four people). That such loads harm a sore back is not shown, and one trial speaks against
it: in 70 patients, supervised deadlift training eased pain as much as motor-control training (Aasa
et al. 2015), most of all in those with little pain (Berglund et al. 2015). Nobody compared one lift
a session with two.
"""

HELP = "train the legs with the leg press, or squat on another day"


def check(session: Session, context: Context) -> Iterator[Fault]:
    """One fault for all squats of a session that has a loaded hinge too."""
    hinges, squats = loaded_hinges_and_squats(session)
    if not squats or not is_injured(context):
        return
    names = {entry.exercise: entry.name for entry in (*squats, hinges[0])}
    is_hard = any(is_heavy(entry, context) for entry in (*hinges, *squats))
    yield Fault(
        squats[0].place.name,
        f"{listed(tuple(names.values()))} in one session with a bad lower back",
        note="loads the spine a second time",
        labels=(
            *labels(hinges, "loads the spine of a bad back"),
            *labels(squats[1:], "this squat too"),
        ),
        help=HELP,
        severity=Severity.ERROR if is_hard else Severity.WARNING,
        fixes=partial(_press_instead, session, squats),
        unfixed=HELP,
    )


def _press_instead(session: Session, squats: tuple[Entry, ...]) -> tuple[Proposal, ...]:
    edits = replace_everywhere(session, squats, LEG_PRESS)
    what = squats[0].name if len(squats) == 1 else "every such squat"
    return (Proposal(f"replace {what} with {LEG_PRESS}", edits),)


INJURED = "athlete\n  injuries: lower back\n\nsession A\n"

rule = Rule(
    code="PC401",
    name="deadlift-and-squat-with-bad-back",
    severity=Severity.ERROR,
    scope=Scope.SESSION,
    summary="deadlifts and squats in one session with a bad lower back",
    doc=DOC,
    evidence=Evidence.MECHANISM,
    source=ARTICLE,
    check=check,
    options=PackOptions,
    needs_reason=True,
    examples=(
        Valid("Deadlift 3x5 @ 85%\nBack Squat 3x5 @ 75%", why="nobody's back hurts"),
        Valid(
            "athlete\n  injuries: lower back (past)\n\nsession A\n"
            "  Deadlift 3x5 @ 85%\n  Back Squat 3x5 @ 75%",
            why="the injury is past",
        ),
        Valid(
            "athlete\n  injuries: left knee\n\nsession A\n"
            "  Deadlift 3x5 @ 85%\n  Back Squat 3x5 @ 75%",
            why="the knee is another matter",
        ),
        Valid(INJURED + "  Back Squat 3x5 @ 75%\n  Front Squat 3x8", why="no hinge"),
        Valid(INJURED + "  Deadlift 3x5 @ 75%\n  Leg Press 3x10", why="no load on the spine"),
        Valid(INJURED + "  Deadlift 3x5 @ 75%\n  Goblet Squat 3x10", why="axial load of 1"),
        Valid(INJURED + "  Dumbbell Romanian Deadlift 3x10\n  Back Squat 3x8", why="a light hinge"),
        Valid(
            INJURED + "  Deadlift 3x5 @ 75%\n  Barbell Lunge 3x8",
            why="no squat; axial-load-with-bad-back names the lunge",
        ),
        Valid(
            "athlete\n  injuries: lower back\n\nMonday\n  Deadlift 3x5 @ 70%\n"
            "Thursday\n  Back Squat 3x5 @ 70%",
            why="three days apart",
        ),
        Valid(
            INJURED + "warm-up\n  Back Squat 2x5 @ 40%\nmain\n  Deadlift 3x5 @ 75%",
            why="a warm-up does not count",
        ),
        Invalid(
            INJURED + "  Deadlift 3x5 @ 85%\n  Front Squat 3x8 @ 70%",
            (6,),
            fixed=INJURED + "  Deadlift 3x5 @ 85%\n  Leg Press 3x8 @ 70%",
            why="the hinge is heavy",
            severity=Severity.ERROR,
        ),
        Invalid(
            INJURED + "  Back Squat 3x5 @ 85%\n  Romanian Deadlift 3x10 @ 60%",
            (5,),
            fixed=INJURED + "  Leg Press 3x5 @ 85%\n  Romanian Deadlift 3x10 @ 60%",
            why="the squat is heavy",
            severity=Severity.ERROR,
        ),
        Invalid(
            INJURED + "  Trap Bar Deadlift 3x8 @ 70%\n  Back Squat 3x8 @ 70%",
            (6,),
            fixed=INJURED + "  Trap Bar Deadlift 3x8 @ 70%\n  Leg Press 3x8 @ 70%",
            why="neither is heavy",
            severity=Severity.WARNING,
        ),
        Invalid(
            INJURED + "  Back Squat 3x8 @ 70%\n  Deadlift 3x8 @ 70%\n  Front Squat 3x8",
            (5,),
            fixed=INJURED + "  Leg Press 3x8 @ 70%\n  Deadlift 3x8 @ 70%\n  Leg Press 3x8",
            why="one finding for both squats",
        ),
        Invalid(
            INJURED + "  Deadlift 3x8 @ 70%\n  Back Squat 1x8 @ 75%\n  Back Squat 2x8 @ 65%",
            (6,),
            fixed=INJURED + "  Deadlift 3x8 @ 70%\n  Leg Press 1x8 @ 75%\n  Leg Press 2x8 @ 65%",
            why="top set and back-off are one squat on two lines",
        ),
        Invalid(
            "Deadlift 3x8 @ 70%\nBack Squat 3x8 @ 70%",
            (2,),
            fixed="Deadlift 3x8 @ 70%\nLeg Press 3x8 @ 70%",
            why="the profile says that the back is bad",
            severity=Severity.WARNING,
            options={"injured": True},
        ),
        Invalid(
            "Deadlift 3x8 @ 70%\nBack Squat 3x8 @ 70%",
            (2,),
            fixed="Deadlift 3x8 @ 70%\nLeg Press 3x8 @ 70%",
            why="this gym calls 70 % heavy",
            severity=Severity.ERROR,
            options={"injured": True, "heavy-percent": 70},
        ),
    ),
)
