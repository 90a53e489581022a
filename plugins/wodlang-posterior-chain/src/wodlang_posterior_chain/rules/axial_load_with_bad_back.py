"""PC403 axial-load-with-bad-back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Pattern,
    Proposal,
    Rule,
    Scope,
    Session,
    Severity,
    Valid,
)
from wodlang_posterior_chain.bad_back import is_acute, loaded_hinges_and_squats
from wodlang_posterior_chain.lines import replace_everywhere
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE, LEG_PRESS, is_heavy, is_hinge, is_injured

DOC = """
A lift that presses hard on the spine of an athlete whose lower back hurts.

## What it finds
A squat or lunge with axial load 2 or more, or a heavy hinge with axial load 3, in any session of an
athlete whose `injuries` name the lower back. Where a session has both a loaded hinge and a loaded
squat, `deadlift-and-squat-with-bad-back` speaks of these and this rule keeps quiet about them. A
warning; an error where the injury is marked `(acute)`.

## Why
The weight that the trunk carries is squeezed through the discs on its way to the floor. Legs can be
trained as hard without it.

## Instead
The leg press for squats and lunges. For the hinge a lighter weight, or a lift that asks less of the
spine, such as a trap-bar deadlift; no fix is offered there, because that is the coach's choice.

## How sure this is
How much the lifts compress is measured: squats at 0.8 to 1.6 times body weight gave six to ten
times body weight at L3-L4, and the lean of the trunk mattered most (Cappozzo et al. 1985, four
people); deadlifts reached 17,192 N at L4/L5 (Cholewicki et al. 1991), and the trap bar lowered the
peak moment (Swinton et al. 2011, 19 powerlifters). That compression feeds the pain is an inference.
Against it: supervised deadlift training eased pain as much as motor-control training in 70 patients
(Aasa et al. 2015), best where there was little pain (Berglund et al. 2015). Avoiding all load is
not what research recommends.
"""

HELP = "train the legs with the leg press until the back is well"
HINGE_HELP = "use less weight, or a hinge that loads the spine less, such as a trap-bar deadlift"


def check(session: Session, context: Context) -> Iterator[Fault]:
    """Every lift that loads a bad back and that PC401 does not name."""
    if not is_injured(context):
        return
    hinges, squats = loaded_hinges_and_squats(session)
    severity = Severity.ERROR if is_acute(context) else Severity.WARNING
    for entry in session.working:
        if entry in hinges or entry in squats:
            continue
        if entry.has_pattern(Pattern.SQUAT, Pattern.LUNGE) and entry.demands(axial=2):
            yield _leg_fault(session, entry, severity)
        elif is_hinge(entry) and entry.demands(axial=3) and is_heavy(entry, context):
            yield _hinge_fault(entry, severity)


def _leg_fault(session: Session, entry: Entry, severity: Severity) -> Fault:
    return Fault(
        entry.place.name,
        f"{entry.name} with a bad lower back",
        note="the spine carries the weight",
        help=HELP,
        severity=severity,
        fixes=partial(_press_instead, session, entry),
        unfixed=HELP,
    )


def _hinge_fault(entry: Entry, severity: Severity) -> Fault:
    return Fault(
        entry.place.name,
        f"heavy {entry.name} with a bad lower back",
        note="the highest load on the spine",
        help=HINGE_HELP,
        severity=severity,
        unfixed=HINGE_HELP,
    )


def _press_instead(session: Session, entry: Entry) -> tuple[Proposal, ...]:
    edits = replace_everywhere(session, (entry,), LEG_PRESS)
    return (Proposal(f"replace {entry.name} with {LEG_PRESS}", edits),)


INJURED = "athlete\n  injuries: lower back\n\nsession A\n"
ACUTE = "athlete\n  injuries: lower back (acute)\n\nsession A\n"

rule = Rule(
    code="PC403",
    name="axial-load-with-bad-back",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="a lift that presses hard on a bad lower back",
    doc=DOC,
    evidence=Evidence.MECHANISM,
    source=ARTICLE,
    check=check,
    options=PackOptions,
    examples=(
        Valid("Back Squat 3x5 @ 85%", why="nobody's back hurts"),
        Valid(
            "athlete\n  injuries: lower back (past)\n\nsession A\n  Back Squat 3x5 @ 85%",
            why="the injury is past",
        ),
        Valid(INJURED + "  Leg Press 3x10", why="the seat carries it"),
        Valid(INJURED + "  Goblet Squat 3x10\n  Bulgarian Split Squat 3x8/side", why="axial 1"),
        Valid(INJURED + "  Deadlift 3x5 @ 70%", why="a hinge that is not heavy"),
        Valid(INJURED + "  Trap Bar Deadlift 3x5 @ 85%", why="a heavy hinge with axial load 2"),
        Valid(
            INJURED + "  Deadlift 3x5 @ 85%\n  Back Squat 3x8 @ 70%",
            why="deadlift-and-squat-with-bad-back names both",
        ),
        Valid(INJURED + "  Yoke Walk 3x20m @ heavy", why="no squat, lunge or hinge"),
        Valid(INJURED + "warm-up\n  Back Squat 2x5 @ 40%\nmain\n  Leg Press 3x8", why="a warm-up"),
        Invalid(
            INJURED + "  Front Squat 3x8 @ 60%",
            (5,),
            fixed=INJURED + "  Leg Press 3x8 @ 60%",
            why="a squat, whatever its load",
            severity=Severity.WARNING,
        ),
        Invalid(
            INJURED + "  Barbell Lunge 3x8/side",
            (5,),
            fixed=INJURED + "  Leg Press 3x8/side",
            why="a lunge too",
        ),
        Invalid(
            INJURED + "  Deadlift 3x5 @ 85%", (5,), why="a heavy hinge: no fix, the coach decides"
        ),
        Invalid(
            INJURED + "  Deadlift 3x5 @ 70%\n  Back Squat 3x8 @ 70%\n  Barbell Lunge 3x8",
            (7,),
            fixed=INJURED + "  Deadlift 3x5 @ 70%\n  Back Squat 3x8 @ 70%\n  Leg Press 3x8",
            why="deadlift-and-squat-with-bad-back names the others, not the lunge",
        ),
        Invalid(
            ACUTE + "  Back Squat 3x5 @ 60%",
            (5,),
            fixed=ACUTE + "  Leg Press 3x5 @ 60%",
            why="the injury is acute",
            severity=Severity.ERROR,
        ),
        Invalid(
            "Back Squat 3x8 @ 70%",
            (1,),
            fixed="Leg Press 3x8 @ 70%",
            why="the profile says that the back is bad",
            options={"injured": True},
        ),
        Invalid(
            "Deadlift 3x5 @ 75%",
            (1,),
            why="this gym calls 75 % heavy",
            options={"injured": True, "heavy-percent": 75},
        ),
    ),
)
