"""Everything that a rule pack imports."""

from wodlang.lint.proposals import (
    add_line_after,
    add_modifiers,
    move_after,
    move_before,
    remove_line,
    replace_exercise,
    set_reps,
)
from wodlang.lint.rule import (
    Context,
    Evidence,
    Fault,
    Invalid,
    NoOptions,
    Pack,
    Profile,
    Proposal,
    Rule,
    Scope,
    Valid,
)
from wodlang.model.athlete import Athlete, Injury, Weight
from wodlang.model.entry import Entry
from wodlang.model.exercise import Exercise, Pattern, Support
from wodlang.model.muscle_weeks import MuscleWeek
from wodlang.model.outline import Line, Outline, PlacedSession
from wodlang.model.program import Program, Session, Week
from wodlang.model.workset import WorkSet
from wodlang.plugin.spec import hookimpl
from wodlang.syntax.nodes import Load, LoadUnit, Measure
from wodlang.text.finding import Applicability, Edit, Label, Severity
from wodlang.text.source import Source
from wodlang.text.span import Span

__all__ = [
    "Applicability", "Athlete", "Context", "Edit", "Entry", "Evidence", "Exercise", "Fault",
    "Injury", "Invalid", "Label", "Line", "Load", "LoadUnit", "Measure", "MuscleWeek", "NoOptions",
    "Outline", "Pack", "Pattern", "PlacedSession", "Profile", "Program", "Proposal", "Rule", "Scope", "Session", "Severity", "Source", "Span",
    "Support", "Valid", "Week", "Weight", "WorkSet", "add_line_after", "add_modifiers", "hookimpl",
    "move_after", "move_before", "remove_line", "replace_exercise", "set_reps",
]  # fmt: skip
