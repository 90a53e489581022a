"""What goes beyond a line: own exercises, other files, packs and their rules."""

from __future__ import annotations

from wodlang.lint.core_docs.entry import CoreDoc
from wodlang.lint.rule import Invalid, Valid

DOCS: dict[str, CoreDoc] = {
    "duplicate-exercise": CoreDoc(
        finds="Two `exercise` blocks of one name in a file, or with one name among their aliases.",
        why="The later one would win without a word.",
        instead="One of the two. A block with a catalogue's name is fine: it replaces that entry.",
        examples=(
            Invalid(
                "exercise Belt Squat Machine\n  like: Leg Press\n"
                "exercise Belt Squat Machine\n  like: Hack Squat",
                (3,),
            ),
            Invalid(
                "exercise Gym Sled\n  like: Leg Press\n  aliases: the red one\n"
                "exercise Gym Curl\n  like: Leg Curl\n  aliases: the red one",
                (6,),
            ),
            Valid("exercise Leg Press\n  aliases: the sled\nsession A\nthe sled 3x10"),
        ),
    ),
    "include-failed": CoreDoc(
        finds="""\
An `include` of a file that is not there, cannot be read, includes itself or lies outside the
project (the nearest folder upward with `wod.toml`, `pyproject.toml` or `.git`).""",
        why="The exercises and the athlete that it holds are missing from this file.",
        instead="A path that counts from this file: `include gym.wod`, `include ../gym.wod`.",
        examples=(Invalid("include no-such-file.wod\nBack Squat 5x5", (1,)),),
    ),
    "rule-crashed": CoreDoc(
        finds="A rule that failed while it looked at this file; the message names its pack.",
        why="""\
What the rule would have said is missing from the report. All other rules have run; the exit code is 3
so that nobody takes the silence for a clean file.""",
        instead="""\
Tell the pack's author, with the line. Until then `ignore = ["CODE"]` in wod.toml switches it off. It
cannot be suppressed by a comment.""",
    ),
    "pack-not-loaded": CoreDoc(
        finds="A rule pack that is installed or asked for and could not be loaded.",
        why="Its rules did not run. The exit code is 2.",
        instead="""\
`wod pack list` says what went wrong. Mend or remove the pack, or run `--no-packs`. It cannot be
suppressed by a comment.""",
    ),
}
