"""Classes of real lines that no reader of training programs should be asked to parse.

Each is a predicate on the text alone, written down before anybody looks at what the parser makes
of it: it also catches lines that do parse, and these are counted with it. A line belongs to the
first class that fits. Nothing here may mean "whatever fails".
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineClass:
    """A kind of line with the reason why it is left out, and how it is told."""

    name: str
    why: str
    pattern: re.Pattern[str]


def _class(name: str, why: str, *patterns: str, cased: bool = False) -> LineClass:
    flags = re.NOFLAG if cased else re.IGNORECASE
    return LineClass(name, why, re.compile("|".join(patterns), flags))


NAME = r"^\W*(?!amrap|emom|rest|every|tabata)[a-z][^\d:(]*[a-z)](?<! x)"
DAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*|(?:day|week) \d+)"
LOAD = r"\(?[\d.,]+(?:\s*(?:lbs?|kg|pounds?|cm|in|-in|-lb)\.?)?"
HEAD = r"max|amrap|emom|tabata|rest|rounds?|time|cash|buy|every|rm|minute"
FOREIGN = (
    "noga", "guma", "wąskie", "ściana", "zwis", "chwytotablica", "przysiad", "pompki", "dipy",
    "chinupy", "bankdruecken", "trizeps", "bizeps", "kacktechnik", "kw", "kz", "umgek",
    "schulter", "gummiband", "jeweils",
)  # fmt: skip
SLIPS = (
    "dumbell", "deadslift", "deadift", "benc", "kopenhagen", "finter", "squate", "pidgeon",
)  # fmt: skip
SENTENCE = (
    "the", "these", "that", "that's", "you", "your", "we", "i", "it", "if", "when", "which",
    "whichever", "but", "don't", "was", "were", "is", "are", "can", "can't", "would", "must",
    "should", "as many as", "clock", "equal to", "same time", "same duration", "as needed",
)  # fmt: skip
ORDER = (
    "accumulate", "add", "aka", "break", "count", "drop", "get", "partition", "perform", "post",
    "practice", "prepare", "repeat", "scale", "spend", "stop", "tried", "try", "tune", "use",
    "wearing", "with", "without",
)  # fmt: skip


CLASSES = (
    _class(
        "markup",
        "headings, styles, links and column names of the page around the program",
        r"^#", r"^\{:", r"^\w+_\w+$", r"\[\[",
    ),
    _class(
        "app-export",
        "a row of an app's comma-separated export: NAME,load,reps,no,yes,no",
        r"(?:,(?:yes|no)){2}$",
    ),
    _class(
        "table-row",
        "a row of a table without its head: what a column means stands elsewhere",
        r"\|",
    ),
    _class(
        "other-language",
        "Polish and German logs; the catalogue is English",
        r"[ąćęłńśźż]", r"\b(?:" + "|".join(FOREIGN) + r")\b",
    ),
    _class(
        "misspelled-name",
        "a slip of typing in the name is never matched, only suggested (LANGUAGE.md)",
        r"\b(?:" + "|".join(SLIPS) + r")\b",
    ),
    _class(
        "load-before-bracketed-sets",
        "one app's order, LOAD(REPSxSETS): it contradicts `sets x reps` and has no unit",
        r"\d\s*\(\d+(?:x\d|[,)])", r"(?:plates|heavy|- \W+)\s*\(\d+x\d+\w*\b[^)]*\)$",
        r"\(\d+LRx\d+\)",
    ),
    _class(
        "results-as-load-x-reps",
        "what was lifted, as `LOADxREPS` without a unit (20x7, 24x6): no 20 sets were done",
        r"[:,]\s*(?:1[0-9]|[2-9]\d)x\d+\s*,\s*\d\dx\d*", r"^(?:\w+ )?1\d\dx\d",
        r"\bBW[+x]?\d+x\d+[,;]", r"\b\d+x\d+x\d{3}$", r"\b[1-9]x[1-9]\d\d$",
    ),
    _class(
        "private-notation",
        "signs of one author: bell sizes 2L/M-H, failed sets 93X and 0, a15, ???, x3.9, {AMRAP}",
        r"\b\d+[LMH](?:,|$)", r"\([LMH](?:-[LMH])?\)", r"\b\dHS\b", r"\d+X\b[,.]", r"\?\?",
        r"\ba\d+(?:\.\d+)? \d", r"\{AMRAP\}", r"\d+x\d+\.\d", r"\bx a lot\b", r"\bmiss\b",
        r"\d[RL][+,] ?\d+[RL]", r"\bOTR\b", r"\bM\+", r"bell size", r"@ [+-]\d\b",
        r"\d-\d/\d-\d", r"\d+neck/", r"(?:\) |/)0(?:/|$)", r"x 0$",
        cased=True,
    ),
    _class(
        "day-without-exercise",
        "a day's or a week's prescription of a program whose exercise stands elsewhere",
        rf"^{DAY}:\s*(?:\d[\d\s]*[x×@%]|\d+\+? reps?\b|max\b|work up|set new)",
    ),
    _class(
        "loads-alone",
        "the loads or heights of a workout above, by sex or unit, without an exercise",
        r"^\W*(?:(?:wo)?men\b|[MW] \d|[♀♂])",
        rf"^(?:or )?\[?{LOAD}(?:\s*[,/]\s*{LOAD})+\]?\)?(?: dumbbells)?$",
    ),
    _class(
        "half-a-wrapped-line",
        "the page broke the line: it ends in `or`, `lbs/45` or an open bracket, or begins so",
        r"\b(?:or|and|with|without|from|held|until)$",
        r"(?:lbs?|kg|pound|pood)\.?\s*/\s*\d[\d.]*$", r"\([^)]*$", r"^[^(]*\)$",
        r"^(?:or|kg|lbs|round,|and|guys,) ", r"^(?:plate|pound|reps)$",
    ),
    _class(
        "remark-in-brackets",
        "a line of nothing but a bracket: it explains the line above",
        r"^\(.*\)$",
    ),
    _class(
        "sentence",
        "prose and instructions: told by words that no prescription uses",
        r"(?<![\w-])(?:" + "|".join(SENTENCE) + r")(?![\w-])(?! minute)",
        r"^\W*(?:then,? )?(?:" + "|".join(ORDER) + r")\b",
    ),
    _class(
        "title",
        "the title of a workout, an event or a template",
        r"-esque\b", r"^(?:open workout|event|option|madcow) \d", r"\bweek \d+ day \d+$",
        r"\brounds? of cindy\b",
    ),
    _class(
        "number-of-nothing",
        "a name and one bare number: reps or load? LANGUAGE.md wants it asked (missing-unit)",
        NAME + r"(?:\s*[:\-]\s*|\s+)\d+(?:\.\d+)?$",
    ),
    _class(
        "bare-name",
        "a name of an item, a workout or a heading and nothing to do",
        rf"^(?!.*\b(?:{HEAD})\b)[^\d½]*$",
    ),
)  # fmt: skip


def class_of(line: str) -> LineClass | None:
    """The first class that a line belongs to, if any."""
    return next((one for one in CLASSES if one.pattern.search(line)), None)
