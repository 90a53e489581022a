"""PC103 no-heavy-hinge-opener."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
from wodlang_posterior_chain.misplaced import late_big_lift
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE, first_compound, is_injured

DOC = """
A back-and-legs session opens with something lesser than a deadlift.

## What it finds
The first compound of a back-and-legs session (Olympic lifts, jumps, throws and squats without
weight passed over) is neither a hinge nor a squat with axial load 2 or more: a warning. A hinge of
lower neural demand, such as a Romanian deadlift or a good morning, is an info. A squat may open the
session: the article's own questions and answers allow it. It keeps quiet where
`heaviest-lift-not-first` speaks, and for an athlete with a bad lower back. `openers` lists the
patterns, or exercises by name, that may open.

## Why
The session is built on one heavy pull: it trains the most muscle at once, and everything behind it
is chosen to go with a back that has just done it.

## Instead
Open with a conventional or a trap-bar deadlift, three to five repetitions a set.

## How sure this is
That a session should open with its hardest multi-joint lift is what reviews and position stands say
(see `heaviest-lift-not-first`). That this lift must be a hinge is the article's choice: no study
compares the two. The deadlift is also the lift with the greatest measured load on the spine (up to
17,192 N at L4/L5 in 57 powerlifters: Cholewicki et al. 1991), which speaks for care as much as for
the lift; the trap bar lowers the peak moment at the lumbar spine (Swinton et al. 2011).
"""

HELP = "open with a conventional or trap-bar deadlift of 3-5 reps"


@dataclass(frozen=True, slots=True)
class Options(PackOptions):
    """`openers` are the patterns, or the exercises by name, that may open a session."""

    openers: tuple[str, ...] = ("hinge", "squat")


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The first compound, where it is no deadlift and no squat with a loaded spine."""
    if not session.is_back_and_legs or is_injured(context) or late_big_lift(session, context):
        return
    opener = first_compound(session)
    if opener is None or opener.exercise is None:
        return
    if not _may_open(opener, context.options.openers):
        message = f"the session opens with {opener.name}"
        yield _fault(opener, message, "no deadlift, and no squat with a bar", Severity.WARNING)
    elif _is_lesser_hinge(opener, context.options.openers):
        message = f"{opener.name} opens the session"
        yield _fault(
            opener, message, "a lighter hinge than a deadlift from the floor", Severity.INFO
        )


def _may_open(opener: Entry, openers: tuple[str, ...]) -> bool:
    known = opener.exercise
    if known is None or _is_named(opener, openers):
        return True
    allowed = known.pattern in {each.casefold() for each in openers}
    return allowed and (known.pattern is not Pattern.SQUAT or known.axial >= 2)


def _is_lesser_hinge(opener: Entry, openers: tuple[str, ...]) -> bool:
    is_hinge = opener.has_pattern(Pattern.HINGE)
    return is_hinge and not opener.demands(neural=3) and not _is_named(opener, openers)


def _is_named(opener: Entry, openers: tuple[str, ...]) -> bool:
    """One of the exercise's names is in the list: the catalogue's, or another such as `RDL`."""
    known = opener.exercise
    names = () if known is None else (known.name, *known.aliases)
    return not {name.casefold() for name in names}.isdisjoint(each.casefold() for each in openers)


def _fault(opener: Entry, message: str, note: str, severity: Severity) -> Fault:
    return Fault(
        opener.place.name,
        message,
        note=note,
        help=HELP,
        severity=severity,
        unfixed=HELP,
    )


rule = Rule(
    code="PC103",
    name="no-heavy-hinge-opener",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="a back-and-legs session opens with something lesser than a deadlift",
    doc=DOC,
    evidence=Evidence.OPINION,
    source=ARTICLE,
    check=check,
    options=Options,
    examples=(
        Valid("Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10"),
        Valid("Trap Bar Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10"),
        Valid("Back Squat 3x5 @ 85%\nPull-Up 3x8\nHip Thrust 3x10", why="a squat may open"),
        Valid("Front Squat 3x5 @ 85%\nPull-Up 3x8\nHip Thrust 3x10", why="a front squat too"),
        Valid("Leg Press 3x10\nBack Squat 3x10 @ 60%\nLeg Curl 3x12", why="no pull: a leg day"),
        Valid("Power Clean 5x2\nDeadlift 3x5 @ 70%\nPull-Up 3x8\nLeg Press 3x10", why="Olympic"),
        Valid("Box Jump 3x3\nDeadlift 3x5 @ 70%\nPull-Up 3x8\nLeg Press 3x10", why="jumps"),
        Valid("Air Squat 2x15\nDeadlift 3x5 @ 70%\nPull-Up 3x8\nLeg Press 3x10", why="warming up"),
        Valid("Seated Leg Curl 3x12\nDeadlift 3x5 @ 70%\nPull-Up 3x8", why="isolation is PC101's"),
        Valid(
            "Pull-Up 3x8\nDeadlift 3x5 @ 85%\nLeg Press 3x10",
            why="PC102 names the deadlift that comes too late",
        ),
        Valid(
            "athlete\n  injuries: lower back\nsession A\nPull-Up 3x8\nLeg Press 3x10\nHip Thrust 3x10",
            why="a bad back need not open with a deadlift",
        ),
        Valid(
            "Leg Press 3x10\nPull-Up 3x8\nHip Thrust 3x10",
            why="this gym opens with the leg press",
            options={"openers": ["hinge", "Leg Press"]},
        ),
        Valid(
            "Romanian Deadlift 3x8\nPull-Up 3x8\nLeg Press 3x10",
            why="this gym opens with it, by name",
            options={"openers": ["hinge", "Romanian Deadlift"]},
        ),
        Valid(
            "Romanian Deadlift 3x8\nPull-Up 3x8\nLeg Press 3x10",
            why="under another of its names",
            options={"openers": ["Hinge", "RDL"]},
        ),
        Valid(
            "Grandpa's Tree Heave 3x5\nPull-Up 3x8\nLeg Press 3x10\nHip Thrust 3x10",
            why="the unknown exercise may be a deadlift",
        ),
        Invalid("Pull-Up 3x8\nLeg Press 3x10\nHip Thrust 3x10", (1,), severity=Severity.WARNING),
        Invalid(
            "Leg Press 3x10\nPull-Up 3x8\nHip Thrust 3x10",
            (1,),
            severity=Severity.WARNING,
            why="a squat pattern that loads no spine",
        ),
        Invalid(
            "Romanian Deadlift 3x8\nPull-Up 3x8\nLeg Press 3x10",
            (1,),
            severity=Severity.INFO,
            why="a hinge, but not the heavy one",
        ),
        Invalid(
            "Back Squat 3x5 @ 85%\nPull-Up 3x8\nHip Thrust 3x10",
            (1,),
            why="this gym allows hinges only",
            options={"openers": ["hinge"]},
        ),
    ),
)
