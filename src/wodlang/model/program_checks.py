"""What the core checks say of a whole program: its units and its maxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wodlang.model.blocks import Blocks
from wodlang.model.drafts import SessionDraft
from wodlang.model.program import Program
from wodlang.syntax.draft import loads_of
from wodlang.syntax.line_nodes import LoadUnit
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding
from wodlang.text.span import Span

MASSES = (LoadUnit.KG, LoadUnit.LB)


def check_program(
    program: Program, blocks: Blocks, sessions: Sequence[SessionDraft]
) -> Iterator[Finding]:
    """The findings that a file has once."""
    if program.units is None:
        yield from _mixed_units(sessions)
    if blocks.has_athlete:
        yield from _missing_max(program)


def _mixed_units(sessions: Sequence[SessionDraft]) -> Iterator[Finding]:
    first: LoadUnit | None = None
    for unit, span in _masses(sessions):
        first = first or unit
        if unit is not first:
            yield core_finding(
                "mixed-units",
                span,
                f"{unit} here, {first} above",
                help=f'write one unit, or say "units: {first}" under "program" if both are meant',
            )
            return


def usual_unit(sessions: Sequence[SessionDraft]) -> str | None:
    """The unit of all weights that have one; None where they have several, or there are none."""
    found = {unit for unit, _ in _masses(sessions)}
    return str(next(iter(found))) if len(found) == 1 else None


def _masses(sessions: Sequence[SessionDraft]) -> Iterator[tuple[LoadUnit, Span]]:
    for session in sessions:
        for line in session.lines:
            for node, offset in [(line.node, line.offset), *line.more]:
                groups = [group for cell in node.cells for group in cell.groups]
                for group in groups:
                    for load in loads_of([group]):
                        if load.unit in MASSES and load.written is None:
                            yield load.unit, (group.load_span or group.span).moved(offset)


def _missing_max(program: Program) -> Iterator[Finding]:
    for session in program.sessions:
        for entry in session.entries:
            uses = any(
                one.load is not None
                and one.load.unit in (LoadUnit.PERCENT, LoadUnit.PERCENT_TM)
                and one.load.of in (None, "1RM")
                for one in entry.sets
            )
            if uses and entry.exercise and program.athlete.max_of(entry.exercise.name) is None:
                yield core_finding(
                    "percentage-without-max",
                    entry.place.loads[0] if entry.place.loads else entry.place.name,
                    f"a percentage, but no max of {entry.exercise.name}",
                    help=f'write "max {entry.exercise.name}: … kg" under "athlete"',
                )
                return
