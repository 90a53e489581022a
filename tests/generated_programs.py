"""Programs made at random of every form that the language reference names, for hypothesis.

    from generated_programs import programs

    @given(programs())
    def test_it(text: str) -> None: ...

`exercise_lines` gives single lines, `programs` whole files: a head with blocks of fields, weeks,
sessions, sections, timed blocks, rows, cues, comments, suppressions, now and then a broken line;
in odd spacing, odd signs and mixed case. Nothing in it is random but what hypothesis draws, so a
failure shrinks.
"""

from __future__ import annotations

from typing import TypeAlias

from hypothesis import strategies as st

Texts: TypeAlias = st.SearchStrategy[str]


def either(*words: str) -> Texts:
    """One of these."""
    return st.sampled_from(words)


NAMES = either(
    "Back Squat", "back squats", "Front Squat", "RDL", "BB Row", "Bench Press", "Deadlift", "Pull-Up",
    "Chin Ups", "T. Bar Row", "Circuit Row", "Exercise Ball Crunch", "Board Press #2", "Pause Squat",
    "1-Arm Row", "90/90 Hip Stretch", "Farmer’s Carry", "Clean & Jerk", "Clean + Front Squat + Jerk",
    "Bench Press (close grip)", "Squat, high bar", "**Leg Press**", "Row", "Run", "Plank", "Box Jump",
    "Kniebeuge", "Élan Press", "深蹲", "Zone 2 Run", "Sky  Machine", "Bak Squat",
)  # fmt: skip
NUMBER = st.integers(1, 20).map(str)
LABELS = either(
    "", "", "", "", "1. ", "2) ", "- ", "* ", "+ ", "• ", "A. ", "B) ", "- [ ] ", "- [x] ", "A1. ",
    "A2) ", "1a) ", "b1. ", "C: ", "1. [ ] ", "- A1. ", "✅ ", "Set 1: ", "– ",
)  # fmt: skip
BEHIND_NAME = either(" ", " ", " ", "  ", "\t", ": ", ":", " - ", " – ", " — ", "\u00a0")
SETS = either(
    "3x5", "3 x 5", "3×5", "3X5", "3x8-12", "3 × 8–12", "3-4x6-8", "3x5+", "3xAMRAP", "3xmax", "3xF",
    "x12", "5x(2+1)", "5x2+1", "10x1", "1x20", "5x5 reps", "5,5,3,3,1", "8, 8, 8", "12/10/8",
    "5-5-5-3-3-1", "5/3/1+", "21-15-9", "10-8", "8-12", "5 sets of 5", "5 sets x 5 reps",
    "5 reps x 5 sets", "3 sets, 10 reps", "3 working sets of 10", "10 reps", "3 sets", "12 x 4 sets",
    "3 sets of 30 seconds", "3 sets to failure", "3 heavy singles", "5 doubles", "heavy single",
    "heavy triple", "work up to a heavy 5", "build to 1RM", "work up to 5RM", "5RM", "3x30s",
    "1x20min", "4x400m", "400m x 4", "1x5km", "3x15cal", "60s", "5km", "30 sec", ":30", "1:30", "2'",
    "30\"", "90 seconds", "2 mins", "1h", "2m30s", "3x30-45s", "3x1:30", "15/12 cal", "AMRAP", "100",
)  # fmt: skip
SIDES = either("", "", "", "", "/side", " each side", "/leg", " each", " ea", " e/s", " per arm")
LOADS = either(
    "@ 100kg", "@100kg", "@ 100 kg", "100kg", "@ 225 lb", "225#", "@ 1.5 pood", "@ 80%", "@80%", "80%",
    "@ 75-80%", "@ 75/85/95%", "@ 75, 85, 95%", "@ 95/65 lb", "(43/30 kg)", "@ 80% 1RM",
    "@ 80% of 1RM", "@ 85% TM", "@ 90% of Jerk", "@ 90% of 5RM", "@ RPE 8", "RPE8", "@8", "@ 8.5",
    "@ RPE 7-8", "@7-8", "@ RIR 2", "2 RIR", "@ 5RM", "@ BW", "1.5 BW", "@ 1.5xBW", "@ BW+20kg",
    "@ +20kg", "@ -15kg", "@ −10kg", "@ 2x24kg", "(2x24kg)", "@ heavy", "@ moderate", "medium",
    "@ light", "@ 102,5kg", "(102,5kg)", "@ 102½ kg", "@ 185", "@ 9-10", "100kg RPE 8", "@ about 80%",
    "at 80%", "with a 24kg kettlebell", "@ 3010", "75%, 80%",
)  # fmt: skip
LOADED_SETS = either(
    "5 @ 65%, 5 @ 75%, 5+ @ 85%", "5@80kg", "1 @ 80-85%", "70% x 3 x 5", "70%x3x5", "120kg x 2",
    "75% x 2+1 x 4", "3x5x100kg", "12x57.5kg", "1x3 @ 90%, then 3x5 @ 80%", "1x3@70% 1x3@80% 4x3@95%",
    "1x8@60kg, 1x5@85kg", "3x5, 90kg 2x8", "24kg 3x10", "225 5,5,5", "225 3x5, 205 2x3",
    "3x10 + 1x20", "225x5x3", "3x", "3x5 @", "3x5 @ 100 kb",
)  # fmt: skip
MODIFIERS = either(
    "rest 90s", "rest 2-3min", "2 min rest", "2m rest", "rest 1:30 between sets", "rest 90",
    "tempo 31X1", "@ 31X1", "3010 tempo", "tempo 3-1-X-1", "pause 2s", "3 sec pause",
    "3 second pause at the bottom", "straps", "belt", "wraps", "sleeves", "with straps", "to failure",
    "to near failure", "drop set", "drop-sets", "myo-reps", "rest-pause", "optional", "or Leg Press",
    "every 2min", "every 2:00", "+2.5kg/week", "+2,5kg per week", "+2.5%/week", "+1 rep/week",
    "+5lb/session", "+5/week", "warm-up", "warm up", "alternating legs", "left arm", "24in",
    "24/20 inch", "slowly", "slow and strict", "(slow down)", '"chest up"', "“knees out”", "(  wide )",
)  # fmt: skip
JOINTS = either(", ", ", ", ",", "; ", " - ", "  ,  ")
CELLS = either("5x5 @ 70%", "5x5 @ 75 %", "3x3", "same", "-", "3×5 @ 60%", "2x5 @ RPE 7", "")
QUANTITY_FIRST = either(
    "5 Pull-Ups", "400m Run", "15 cal Row", "5x5 Back Squat", ":30 Plank", "21-15-9 Thrusters @ 43kg",
    "max Burpees", "10/side Lunges", "3x5 @ 80% Back Squat, rest 3min", "10 Thrusters @ 43kg",
    "12x57.5kg Curl", "3 heavy swings", "5,5,5 Back Squat @ 80%", "20 Wall Balls (9/6 kg), 10ft",
)  # fmt: skip
SLOTS = either("Buy-in: ", "Cash-out: ", "Odd: ", "Even: ", "Min 3: ", "min 1, 3 - ")
HEADERS = either(
    "Monday", "Monday: Pull", "mon", "Tue - Legs", "Mon, Thu: Heavy Pull", "Fri & Sat", "day 1: Lower A",
    "Day 2", "2026-11-24: Pull", "session Heavy Pull", "SESSION  legs", "Sunday: rest",
    "Friday: Squat", "Wednesday (light)", "Thursday: Pull  and  Push", "Mon: Squat 3x5, Bench Press 3x5",
    "Wed: A: Squat 3x5", "session A: Row 3x8",
)  # fmt: skip
WEEKS = either(
    "week 1", "Week 2", "weeks 1-3", "weeks 1 - 4", "weeks 1 to 4", "week 4: deload", "weeks 1–3: Base",
    "week 4 (deload)", "week 1: Back Squat 3x5",
)  # fmt: skip
SECTIONS = either(
    "warm-up", "Warm up", "main", "main lifts", "accessory", "accessories:", "finisher", "finisher:",
    "cool-down", "Cooldown", "Warm-up: Jump Rope 2min", "Main: Squat 3x5, Row 3x8",
)  # fmt: skip
BLOCKS = either(
    "superset 3 rounds", "Superset", "circuit 4 rounds, rest 2min", "circuit (3 rounds)", "emom 10min",
    "EMOM 10", "E2MOM 20", "every 2:00 for 10:00", "every 3min x 5", "every minute for 10 minutes",
    "amrap 12min", "AMRAP 12", "12 min AMRAP", "AMRAP in 12 minutes of:", "for time, cap 15min",
    "For Time (15 min cap)", "3 rounds for time of:", "5 rounds:", "5 RFT", "21-15-9 for time",
    "tabata", "tabata (8 rounds)", "4 rounds: run 400m, 50 air squats", "Helen: 3 rounds for time",
    "21-15-9 for time: Thruster (43/30 kg), Pull-Ups", "tri-set", "for time (with a vest)",
)  # fmt: skip
RESTS = either("Rest 1:00", "rest 2", "Rest: 90 sec", "2 min rest", "rest 2-3min between rounds")
CUES = either("> slow down", ">brace", ">  chest  up ", "> drive # hard", ">")
REMARKS = either(
    "# a note", "#note", "// as he feels", "## Heading", "#----", "# 3x5", "//2 more", "#  two  blanks",
    "# wod: ignore[WOD102] ours", "// wod: ignore[unknown-exercise]", "# wod: ignore-file[WOD110] x",
    "#wod: ignore[missing-prescription]",
)  # fmt: skip
HEADS = either(
    "", "", "program Base\n  units: kg", "PROGRAM Loud\nUNITS: LB\n goal:strength\n",
    "program  Two   words\n  notes: eight  weeks\n\n\nathlete\n  bodyweight: 82 kg\n  max Deadlift: 180 kg"
    "\n  1RM Bench Press : 120kg\n  training max: 90%\n  plates: 25,20 ,15 kg\n  injuries: lower back",
    "athlete\n Level : novice\n  shoe size: 43",
    "exercise Sky Machine\n  like: Leg Press\n  Aliases: SM , sky\nexercise Kniebeuge:\n  like: Back Squat",
)  # fmt: skip
BROKEN = either(
    "Back Squat 3x", "  Row 3x5 @", "week", "((((", "Row (3x5", "3 x x 5", "2026-13-40: x"
)
INDENTS = either("", "", "  ", "    ", "\t", " ", "\u00a0 ")
LINE_ENDS = either("\n", "\n", "\n", "\r\n")


@st.composite
def prescriptions(draw: st.DrawFn) -> str:
    """Sets, side, load and modifiers in any mix."""
    if draw(st.integers(0, 3)) == 0:
        text = draw(LOADED_SETS)
    else:
        text = draw(SETS) + draw(SIDES)
        if draw(st.booleans()):
            text += draw(either(" ", " ", "", "  ")) + draw(LOADS)
    for modifier in draw(st.lists(MODIFIERS, max_size=3)):
        text += (" " if modifier[0] in '("“' else draw(JOINTS)) + modifier
    return text


@st.composite
def exercise_lines(draw: st.DrawFn) -> str:
    """One line with one or several exercises, a row, or a prescription alone."""
    kind = draw(st.integers(0, 11))
    label = draw(LABELS)
    if kind == 0:
        return label + draw(QUANTITY_FIRST)
    if kind == 1:
        return draw(SLOTS) + draw(QUANTITY_FIRST)
    if kind == 2:
        return draw(NAMES) + draw(JOINTS) + draw(NAMES) + " " + draw(SETS)
    if kind == 3:
        return draw(prescriptions())
    if kind == 4:
        cells = " | ".join(draw(st.lists(CELLS, min_size=2, max_size=4)))
        return f"{label}{draw(NAMES)} {cells}{draw(either('', ', rest 3min'))}"
    line = label + draw(NAMES)
    if kind == 5:
        return line
    line += draw(BEHIND_NAME) + draw(prescriptions())
    if kind == 6:
        line += draw(either(", ", "; ", " + ")) + draw(NAMES) + " " + draw(SETS)
    return line


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A line of a session, with indentation, comment and blanks at its end."""
    text = draw(
        st.one_of(
            exercise_lines(), exercise_lines(), exercise_lines(), exercise_lines(), CUES, REMARKS, RESTS,
            SECTIONS, BLOCKS, either("", "", "   "), either("focus: back and legs", "Notes:  easy"),
        )
    )  # fmt: skip
    if draw(st.integers(0, 7)) == 0:
        text = draw(BROKEN)
    if draw(st.integers(0, 4)) == 0:
        text += draw(either(" ", "  ", "\t")) + draw(REMARKS)
    if draw(st.integers(0, 9)) == 0:
        text = text.upper()
    return draw(INDENTS) + text + draw(either("", "", " ", "\t"))


@st.composite
def programs(draw: st.DrawFn, most_lines: int = 12) -> str:
    """A whole file; each of its headers and lines in a spelling of its own."""
    parts = [draw(HEADS)]
    for _ in range(draw(st.integers(1, 3))):
        if draw(st.integers(0, 2)) == 0:
            parts.append(draw(INDENTS) + draw(WEEKS))
        if draw(st.integers(0, 3)):
            parts.append(draw(INDENTS) + draw(HEADERS))
        parts += draw(st.lists(lines(), max_size=most_lines // 2))
    end = draw(LINE_ENDS)
    text = "\n".join(part for part in parts if part is not None).replace("\n", end)
    return draw(either("", "", "", "\ufeff")) + text + draw(either("", end, end + end))
