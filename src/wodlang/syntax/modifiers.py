"""Modifiers as coaches write them: rest, tempo, pause, straps, `+2.5kg/week`, `or Leg Press`."""

from __future__ import annotations

import re
from collections.abc import Callable

from wodlang.syntax.grammar import fold
from wodlang.syntax.line_nodes import Load, Modifier, ModifierKind, Number, Progression
from wodlang.syntax.loads import written_load
from wodlang.syntax.quantities import number, seconds
from wodlang.text.core_codes import core_finding, replacement
from wodlang.text.finding import Finding
from wodlang.text.nearest import nearest
from wodlang.text.span import Span

FLAGS: tuple[tuple[str, str], ...] = (
    (r"straps?", "straps"),
    (r"no\s+belt", "no belt"),
    (r"belt", "belt"),
    (r"wraps", "wraps"),
    (r"sleeves", "sleeves"),
    (r"amrap\s+last\s+set|last\s+set\s+amrap", "amrap last set"),
    (r"(?:to|till?|until)\s+(?:near\s+)?failure", "to failure"),
    (r"drop\s?-?sets?", "drop set"),
    (r"myo-?\s?reps?", "myo-reps"),
    (r"rest-?\s?pause", "rest-pause"),
    (r"optional", "optional"),
    (r"warm-?\s?up", "warm-up"),
    (r"unbroken", "unbroken"),
    (r"touch\s+and\s+go", "touch and go"),
    (r"dead\s?-?stop", "dead stop"),
    (r"for\s+time", "for time"),
    (r"between\s+(?:each\s+)?(?:sets?|rounds?)", "between sets"),
    (r"alternating(?:\s+(?:sides?|arms?|legs?))?", "alternating"),
    (r"left(?:\s+(?:arm|leg|hand|side))?", "left"),
    (r"right(?:\s+(?:arm|leg|hand|side))?", "right"),
)
SLIP = 0.8  # remarks are free words: `50 reps total` is not far from "optional"
MODIFIER_WORDS = (*(word for _, word in FLAGS), "rest", "tempo", "pause", "every")
UNFINISHED = {
    "rest": "write its time: rest 90s",
    "pause": "write its time: pause 2s",
    "every": "write its time: every 2min",
    "tempo": "write its four signs: tempo 31X1",
    "cap": "a cap stands in the head of a timed block: for time, cap 15min",
}
TIME = re.compile(r"[\d:½.]+[\d:½.\s\-–a-z'\"′″’”]*", re.I)
ONE_TIME = (
    r"(?:\d*:\d\d(?::\d\d)?|\d+\s*(?:m(?:in)?|h|')\s*\d+(?:\s*(?:[ms][a-z]*\b|\"))?"
    r"|\d[\d.½]*(?:\s*-?\s*(?:[a-z]+|['\"]))?)"
)
TIMES = re.compile(rf"{ONE_TIME}(?:\s*-\s*{ONE_TIME})?")
COUNT = re.compile(r"[\s-]*(?:count|ct)\b\.?", re.I)
EVERY_MINUTE = (60, 60)


def _seconds_in(text: str) -> tuple[Number, Number] | None:
    match = TIMES.search(fold(text).replace("''", '"').lower())
    return seconds(match[0]) if match else None


def _rest(text: str, span: Span) -> Modifier:
    return Modifier(ModifierKind.REST, span, "rest", _seconds_in(text))


def _every(text: str, span: Span) -> Modifier:
    return Modifier(ModifierKind.EVERY, span, "every", _seconds_in(text) or EVERY_MINUTE)


def _pause(text: str, span: Span) -> Modifier:
    return Modifier(ModifierKind.PAUSE, span, "pause", _seconds_in(COUNT.sub("s", text)))


def _tempo(text: str, span: Span) -> Modifier:
    match = re.search(r"\d[\dx]{3}|\d[-/]\d[-/][\dx][-/][\dx]", text, re.I)
    signs = re.sub(r"[-/]", "", match[0] if match else text).upper()
    return Modifier(ModifierKind.TEMPO, span, signs)


def _progression(text: str, span: Span) -> Modifier:
    match = re.match(
        r"\+\s*(\d+(?:[.,]\d+)?)\s*([a-z%]*)\s*(?:/|per\s+|a\s+|each\s+|every\s+)\s*([a-z]+)",
        text,
        re.I,
    )
    assert match is not None
    unit = {"k": "kg", "l": "lb", "%": "%", "r": "rep", "s": "set"}.get(match[2][:1].lower(), "")
    every = {"w": "week", "s": "session", "d": "day"}[match[3][0].lower()]
    if match[3].lower().startswith("workout"):
        every = "session"
    unit = "s" if match[2].lower() in ("s", "sec", "secs") else unit
    return Modifier(
        ModifierKind.PROGRESSION, span, "progression",
        progression=Progression(number(match[1]), unit, every),
    )  # fmt: skip


def _height(text: str, span: Span) -> Modifier:
    unit = "cm" if re.search(r"cm\b", text, re.I) else "in"
    numbers = re.sub(r"-?\s*(?:inch(?:es)?|in|cm)\b\.?(?:\s*box)?|[@\"]", "", text, flags=re.I)
    written = written_load(numbers.replace(" ", ""))
    alternative = written.values[1] if len(written.values) == 2 else None
    low, high = written.values[0]
    height = Load(None, low, high, word=unit, alternative=alternative)
    return Modifier(ModifierKind.HEIGHT, span, text, height=height)


def _alternative(text: str, span: Span) -> Modifier:
    name = re.sub(r"^or\s+", "", text, flags=re.I).strip()
    return Modifier(ModifierKind.ALTERNATIVE, Span(span.end - len(name), span.end), name)


def _flag(text: str, span: Span) -> Modifier:
    lower = text.lower()
    for pattern, word in FLAGS:
        if re.search(rf"\b(?:{pattern})$", lower):
            return Modifier(ModifierKind.FLAG, span, word)
    return Modifier(ModifierKind.FLAG, span, lower)


READERS: dict[str, Callable[[str, Span], Modifier]] = {
    "REST": _rest,
    "EVERY": _every,
    "PAUSE": _pause,
    "TEMPO": _tempo,
    "PROGRESSION": _progression,
    "HEIGHT": _height,
    "ALTERNATIVE": _alternative,
    "FLAG": _flag,
}
MODIFIER_FORMS = frozenset(READERS)


def read_modifier(kind: str, text: str, span: Span) -> Modifier:
    """The modifier that a terminal of the grammar holds."""
    return READERS[kind](text, span)


def unknown_modifier(text: str, span: Span) -> tuple[Modifier, Finding]:
    """Words that no form explains: kept, and reported with the nearest modifier."""
    near = nearest(text.lower(), MODIFIER_WORDS, SLIP)
    lacks = UNFINISHED.get(text.lower().split(None, 1)[0])
    cure = lacks or (
        f'did you mean "{near}"?' if near else "put remarks in brackets: (slow and strict)"
    )
    finding = core_finding(
        "unknown-modifier",
        span,
        f'"{text}" is no modifier, exercise or prescription',
        note="these words were not understood",
        help=cure,
        fixes=() if lacks or near in UNFINISHED else replacement(span, near),
    )
    return Modifier(ModifierKind.UNKNOWN, span, text), finding


def unfinished(word: str, number_text: str, span: Span) -> Finding:
    """A modifier with a bare number: `rest 90`, `tempo 31`."""
    if word == "tempo":
        return core_finding(
            "unknown-modifier", span, f"a tempo of {number_text}", help=UNFINISHED["tempo"]
        )
    return core_finding(
        "missing-unit",
        span,
        f"{number_text} of what?",
        note="a time without a unit",
        help=f"write {word} {number_text}s or {word} {number_text}min",
    )
