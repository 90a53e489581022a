"""PC304 heavy-spinal-load-at-the-end."""

from __future__ import annotations

from collections.abc import Iterator

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Rule,
    Scope,
    Session,
    Severity,
    Valid,
)
from wodlang_posterior_chain.misplaced import late_big_lift, unsafe_after_hinge
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE, is_heavy

DOC = """
A back-and-legs session ends under a heavy bar.

## What it finds
The last working exercise of a back-and-legs session is heavy and has axial load 2 or more, and it is
not the only one. Where `heaviest-lift-not-first`, `back-squat-after-hinge` or
`unsupported-row-after-hinge` names the same line, that rule speaks and this one keeps quiet.

## Why
At the end the torso is held by muscles that have worked for an hour. The last exercise should be one
that may fail without harm.

## Instead
Finish with hamstrings or glutes on a machine or a bench, and do the heavy lift earlier.

## How sure this is
A coach's judgement, and a cautious one. Reviews of exercise order (Simão et al. 2012; Nunes et al.
2021) find fewer repetitions and less gain in strength for what comes last, but no effect on injuries
was shown.
"""

HELP = "do it earlier, and finish with hamstrings or glutes"


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The last exercise, where it loads the spine heavily and no other rule says so."""
    if not session.is_back_and_legs or len(session.working) < 2:
        return
    last = session.working[-1]
    if not last.demands(axial=2) or not is_heavy(last, context):
        return
    if not _is_named_elsewhere(session, context, last):
        yield Fault(
            last.place.name,
            f"the session ends with heavy {last.name}",
            note="heavy load on a tired spine",
            help=HELP,
            unfixed=HELP,
        )


def _is_named_elsewhere(session: Session, context: Context, last: Entry) -> bool:
    """Whether PC102, PC301 or PC302 names the line already."""
    late = late_big_lift(session, context)
    is_late = late is not None and late[0] == last
    return is_late or last in unsafe_after_hinge(session.working, context)


rule = Rule(
    code="PC304",
    name="heavy-spinal-load-at-the-end",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="a back-and-legs session ends under a heavy bar",
    doc=DOC,
    evidence=Evidence.OPINION,
    source=ARTICLE,
    check=check,
    options=PackOptions,
    examples=(
        Valid("Deadlift 3x5 @ 85%\nPull-Up 3x8\nFront Squat 3x5 @ 85%\nLeg Curl 3x12"),
        Valid("Deadlift 3x5 @ 85%\nPull-Up 3x8\nFront Squat 3x8 @ 70%", why="not heavy"),
        Valid("Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x5 @ 85%", why="no load on the spine"),
        Valid("Pull-Up 3x8\nLeg Press 3x10\nDeadlift 3x5 @ 85%", why="PC102 names the line"),
        Valid("Deadlift 3x5 @ 85%\nPull-Up 3x8\nBack Squat 3x5 @ 85%", why="PC301 names the line"),
        Valid(
            "Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10\nBarbell Row 3x5 @ 85%",
            why="PC302 names the line",
        ),
        Valid("Bench Press 3x5\nPull-Up 3x8\nDeadlift 3x5 @ 85%", why="no back-and-legs session"),
        Valid("session A\nfocus: back and legs\nDeadlift 3x5 @ 85%", why="the only exercise"),
        Valid("Deadlift 3x5 @ 85%\nPull-Up 3x8\nBulgarian Split Squat 3x5", why="axial load of 1"),
        Invalid("Deadlift 3x5 @ 85%\nPull-Up 3x8\nFront Squat 3x5 @ 85%", (3,)),
        Invalid(
            "Back Squat 3x5 @ 85%\nPull-Up 3x8\nRomanian Deadlift 3x6",
            (3,),
            why="a hinge that is no big lift",
        ),
        Invalid(
            "Back Squat 3x5 @ 80%\nLat Pulldown 3x10\nDeadlift 1x5 @ 85%",
            (3,),
            why="a big lift stood first, so PC102 is silent",
        ),
        Invalid(
            "Pull-Up 3x8\nLeg Press 3x10\nDeadlift 3x5 @ 85%",
            (3,),
            why="PC102 is silent for a bad back",
            options={"injured": True},
        ),
        Invalid(
            "session A\nfocus: back and legs\nPull-Up 3x8\nFront Squat 3x5 @ 85%",
            (4,),
            why="the second of two",
        ),
        Invalid(
            "Deadlift 3x5 @ 85%\nPull-Up 3x8\nBack Squat 3x5 @ 85%",
            (3,),
            why="PC301 is silent for a bad back",
            options={"injured": True},
        ),
    ),
)
