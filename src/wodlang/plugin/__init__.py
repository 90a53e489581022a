"""Everything that a rule pack imports."""

from wodlang.exchange.converters import Exporter, Importer
from wodlang.lint.proposals import (
    add_line_after,
    add_modifiers,
    move_after,
    move_before,
    remove_line,
    replace_exercise,
    set_load,
    set_reps,
    set_rest,
    set_sets,
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
from wodlang.model.calendar import Calendar, OnDay
from wodlang.model.entry import Entry
from wodlang.model.exercise import Exercise, Pattern, Support
from wodlang.model.muscle_weeks import MuscleWeek
from wodlang.model.outline import Line, Outline, PlacedSession
from wodlang.model.program import Program, Session, Week
from wodlang.model.strength import most_reps_at, percent_of_rep_max
from wodlang.model.volume import sets_per_muscle, tonnage, working_entries, working_sets
from wodlang.model.workset import WorkSet
from wodlang.plugin.spec import API_VERSION, hookimpl
from wodlang.report.file_report import FileReport
from wodlang.report.reporter import Report, Reporter
from wodlang.report.summary import Summary
from wodlang.syntax.line_nodes import Load, LoadUnit, Measure
from wodlang.text.finding import Applicability, Edit, Finding, Fix, Label, Severity
from wodlang.text.source import Source
from wodlang.text.span import Span

__all__ = [
    "API_VERSION", "Applicability", "Athlete", "Calendar", "Context", "Edit", "Entry", "Evidence", "Exercise",
    "Exporter", "Fault", "FileReport", "Finding", "Fix", "Importer", "Injury", "Invalid", "Label",
    "Line", "Load", "LoadUnit", "Measure", "MuscleWeek", "NoOptions", "OnDay", "Outline", "Pack", "Pattern",
    "PlacedSession", "Profile", "Program", "Proposal", "Report", "Reporter", "Rule", "Scope",
    "Session", "Severity", "Source", "Span", "Summary", "Support", "Valid", "Week", "Weight",
    "WorkSet", "add_line_after", "add_modifiers", "hookimpl", "most_reps_at", "move_after",
    "move_before", "percent_of_rep_max", "remove_line", "replace_exercise", "set_load", "set_reps",
    "set_rest", "set_sets", "sets_per_muscle", "tonnage", "working_entries", "working_sets",
]  # fmt: skip
