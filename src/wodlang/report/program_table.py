"""A program as people look at it: week by day, with its volume."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from wodlang.model.athlete import Athlete
from wodlang.model.program import Program, Week
from wodlang.report import palette
from wodlang.report.look import PLAIN, Look
from wodlang.report.muscle_table import muscle_rows
from wodlang.report.page import Page
from wodlang.report.printable import on_one_line
from wodlang.report.quantity_words import number_words
from wodlang.report.session_table import indented, session_rows

LEGEND = (
    "Spine is the axial load so far in the session: the exercise's axial scale (0-3) times its"
    " working sets."
)


def render(program: Program, look: Look = PLAIN) -> str:
    """The weeks with their sessions, then the sets per muscle."""
    page = Page(look)
    page.add(_head(program))
    for week in program.weeks:
        page.add(_week(program, week))
    if not program.sessions:
        page.add([Text("No sessions.")])
    page.add(muscle_rows(program, page.width))
    if program.sessions:
        page.add([indented(Text(LEGEND, palette.QUIET))])
    return page.rendered()


def _head(program: Program) -> Iterator[RenderableType]:
    facts = (("goal", program.goal), ("author", program.author))
    remark = "".join(f"  {key}: {fact}" for key, fact in facts if fact)
    title = (on_one_line(program.name or program.path), palette.HEADING)
    yield _wrapped(Text.assemble(title, (on_one_line(remark), palette.QUIET)))
    athlete = _athlete(program.athlete)
    if athlete:
        yield _wrapped(Text(on_one_line(athlete), palette.QUIET))
    yield Text()


def _wrapped(text: Text) -> Padding:
    return Padding(text, 0)


def _athlete(athlete: Athlete) -> str:
    facts = []
    if athlete.bodyweight is not None:
        unit = f" {athlete.bodyweight.unit}" if athlete.bodyweight.unit else ""
        facts.append(f"{number_words(athlete.bodyweight.value)}{unit}")
    if athlete.level is not None:
        facts.append(athlete.level)
    for injury in athlete.injuries:
        facts.append(f"injury: {injury.part}" + (f" ({injury.stage})" if injury.stage else ""))
    facts += (
        f"{name} {number_words(weight.value)} {weight.unit or ''}".rstrip()
        for name, weight in athlete.maxes
    )
    return f"Athlete: {', '.join(facts)}" if facts else ""


def _week(program: Program, week: Week) -> Iterator[RenderableType]:
    heading = _week_heading(week)
    if heading:
        yield _wrapped(Text(on_one_line(heading), palette.HEADING))
    for session in week.sessions:
        yield from session_rows(session, program)


def _week_heading(week: Week) -> str:
    number = f"Week {week.number}" if week.number is not None else ""
    if not number and week.repeats:
        number = "Every week"
    return ": ".join(part for part in (number, week.title) if part)
