"""What the rules for an athlete with a bad lower back share."""

from __future__ import annotations

from wodlang.plugin import Context, Entry, Pattern, Session, Support
from wodlang_posterior_chain.terms import is_hinge, is_loaded_hinge_or_squat, is_squat


def loaded_hinges_and_squats(session: Session) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The hinges and the squats with axial load of 2 or more, where a session has both.

    Such a session is PC401's; without one of the two, both are empty.
    """
    loaded = [entry for entry in session.working if is_loaded_hinge_or_squat(entry)]
    hinges = tuple(entry for entry in loaded if is_hinge(entry))
    squats = tuple(entry for entry in loaded if is_squat(entry))
    return (hinges, squats) if hinges and squats else ((), ())


def is_unsupported_row(entry: Entry) -> bool:
    """A row whose torso nothing but the lower back holds: free, lower-back demand of 2 or more."""
    known = entry.exercise
    return (
        known is not None
        and known.pattern is Pattern.ROW
        and known.support is Support.FREE
        and known.lower_back >= 2
    )


def is_acute(context: Context) -> bool:
    """The athlete block calls the lower back's injury acute."""
    injury = context.athlete.lower_back_injury
    return injury is not None and injury.stage == "acute"
