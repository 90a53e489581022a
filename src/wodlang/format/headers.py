"""One spelling for headers and fields."""

from __future__ import annotations

import re

from wodlang.format.prefix import check_box
from wodlang.format.quantities import one_blank, spelled_time
from wodlang.syntax.fields import MAX_FIELD, is_field_of
from wodlang.syntax.line_nodes import Number
from wodlang.syntax.nodes import (
    AthleteHeader,
    BlockHeader,
    CueLine,
    ExerciseHeader,
    FieldLine,
    IncludeLine,
    ProgramHeader,
    RestLine,
    SectionHeader,
    SessionHeader,
    Statement,
    TimedBlock,
    WeekHeader,
)

SHORT_DAY = 3
REST = re.compile(
    r"(?:[-*•]\s+)?\(?\s*(?:rest(?:\s+(?:for|exactly))?\s*:?\s*)?(?P<time>.+?)(?:\s+rest)?"
    r"(?P<tail>\s+(?:between|after)\s.*?)?\s*\)?\.?",
    re.IGNORECASE,
)

RACE = re.compile(r"time|possible|fast", re.IGNORECASE)


def spelled_header(statement: Statement, content: str) -> str | None:
    """A header, a field or a cue without exercises behind it; None where it stays as typed."""
    if isinstance(statement, WeekHeader):
        return _titled(_week(statement), statement.title)
    if isinstance(statement, SessionHeader):
        return _session(statement)
    if isinstance(statement, SectionHeader):
        return statement.section
    if isinstance(statement, BlockHeader):
        return _block_header(statement, content)
    if isinstance(statement, FieldLine):
        return _field(statement, content)
    if isinstance(statement, CueLine):
        return f"> {statement.text}".rstrip()
    if isinstance(statement, RestLine):
        return _rest(content)
    return _keyword(statement)


def _titled(head: str, title: str) -> str:
    return f"{head}: {title}" if title else head


def _week(header: WeekHeader) -> str:
    if header.first == header.last:
        return f"week {header.first}"
    return f"weeks {header.first}-{header.last}"


def _session(header: SessionHeader) -> str:
    if not header.days:
        return f"session {header.title}"
    return _titled(", ".join(_day(day, len(header.days)) for day in header.days), header.title)


def _day(day: str, among: int) -> str:
    """`Monday` alone, `Mon, Thu` together; `day 1` and dates as they are."""
    if day.startswith("day ") or day[0].isdigit():
        return day
    return day.capitalize() if among == 1 else day.capitalize()[:SHORT_DAY]


def _keyword(statement: Statement) -> str | None:
    if isinstance(statement, ProgramHeader):
        return one_blank(f"program {statement.name}")
    if isinstance(statement, AthleteHeader):
        return "athlete"
    if isinstance(statement, ExerciseHeader):
        return one_blank(f"exercise {statement.name}")
    if isinstance(statement, IncludeLine):
        return f"include {statement.target}"
    return None


def _field(line: FieldLine, content: str) -> str | None:
    """`key: value`, the key in lower case; an exercise's name in it, and any value, as typed."""
    typed = content.split(":", 1)[0].strip(" \t-*+•_")
    key = line.key
    if MAX_FIELD.match(key) and line.block == "athlete":
        word, _, name = one_blank(typed).partition(" ")
        key = f"{word.lower().replace('1rm', '1RM')} {name}"
    elif not is_field_of(line.block, key):
        key = one_blank(typed)
    return f"{key}: {line.value}".rstrip()


def _rest(content: str) -> str | None:
    match = REST.fullmatch(content.strip(" *_"))
    if match is None:
        return None
    time = spelled_time(match["time"])
    if time.replace("-", "").replace(".", "").isdigit():
        time += "min"
    return one_blank(f"rest {time} {match['tail'] or ''}")


def _block_header(header: BlockHeader, content: str) -> str | None:
    """None for `21-15-9 of:`, which is no race against the clock until someone says so."""
    if header.block.reps and not RACE.search(content):
        return None
    text = spelled_block(header.block)
    if header.title:
        text = f"{header.title}: {text}"
    text = check_box(content) + text
    return f"{text} ({header.note.text})" if header.note else text


def spelled_block(block: TimedBlock) -> str:
    """The head of a timed block: `circuit 4 rounds, rest 2min`, `emom 10min`, `for time`."""
    text = _block_kind(block)
    if block.rest:
        low, high = (_time(one) for one in block.rest)
        text += f", rest {low if low == high else _ends(block.rest)}"
    return f"{text}, cap {_time(block.cap)}" if block.cap else text


def _block_kind(block: TimedBlock) -> str:
    rounds = f"{block.rounds} rounds" if block.rounds and block.rounds != 1 else ""
    rounds = "1 round" if block.rounds == 1 else rounds
    total = _time(block.seconds) if block.seconds else ""
    if block.kind == "emom":
        return _emom(block, rounds, total)
    if block.kind == "rounds":
        return rounds
    if block.kind == "for time":
        reps = "-".join(map(str, block.reps))
        return one_blank(f"{rounds or reps} for time")
    return one_blank(f"{block.kind} {total or rounds}")


def _emom(block: TimedBlock, rounds: str, total: str) -> str:
    """`emom 10min`; another interval is written out: `every 2min for 20min`, `every 3min x 5`."""
    if block.every == 60:
        return one_blank(f"emom {total or rounds}")
    head = f"every {_time(block.every)}"
    if total:
        return f"{head} for {total}"
    return f"{head} x {block.rounds}" if block.rounds else head


def _time(value: Number | None) -> str:
    """Whole minutes as `2min`, whole hours too; anything else in seconds."""
    if value is None:
        return ""
    return f"{value // 60}min" if value % 60 == 0 and value else f"{value}s"


def _ends(ends: tuple[Number, Number]) -> str:
    low, high = _time(ends[0]), _time(ends[1])
    unit = high.lstrip("0123456789.")
    return f"{low.removesuffix(unit)}-{high}" if low.endswith(unit) else f"{ends[0]}-{ends[1]}s"
