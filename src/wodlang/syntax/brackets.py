"""Brackets that are no notes: `Thruster (43/30 kg)`, `Box Jump (24in)`, `Deadlift (225)`."""

from __future__ import annotations

import re

from lark import Token

from wodlang.syntax.grammar import fold, prescription_lexer
from wodlang.syntax.tokens import LOAD_FORMS

BARE_LOADS = re.compile(r"\s*\d+(?:\.\d+)?(?:x\d+)?(?:\s*/\s*\d+(?:\.\d+)?(?:x\d+)?)*\s*$")
LIGHTEST_BARE_LOAD = 20  # (230), (95/65): people write loads so; below, a remark is as likely
MOST_REPEATED = 50
LOADS_IN_BRACKETS = LOAD_FORMS | {"REPS_BY_LOAD", "HEIGHT"}
LOAD_SIGN = re.compile(r"\d|½|b\.?w|body|heavy|light|moderate|medium", re.IGNORECASE)
DECIMAL_COMMA = re.compile(r"\d+,\d")


def bracket_load(text: str) -> Token | None:
    """The load that a bracket holds, or None where it is a note."""
    folded = fold(text)
    if BARE_LOADS.match(folded):
        return _bare_loads(folded)
    if LOAD_SIGN.search(text) is None:
        return None
    if DECIMAL_COMMA.match(folded):  # a bracket before the number allows it
        folded = f"@{folded}"
    tokens = prescription_lexer().tokens(folded)
    if len(tokens) == 1 and tokens[0].type in LOADS_IN_BRACKETS:
        return tokens[0]
    return None


def _bare_loads(text: str) -> Token | None:
    """`225/190`, `115/145x5` (five sets with 145): loads in the file's unit; small numbers are none."""
    values = []
    for part in re.split(r"\s*/\s*", text.strip()):
        load, _, times = part.lower().partition("x")
        values += [load.strip()] * min(int(times or 1), MOST_REPEATED)
    if max(map(float, values)) < LIGHTEST_BARE_LOAD:
        return None
    return Token("AT_LOAD", "@" + "/".join(values), 0)
