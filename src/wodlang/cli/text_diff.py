"""The difference of two texts as a unified diff, which `patch` can apply."""

from __future__ import annotations

from difflib import unified_diff
from io import StringIO

ESCAPED = {'"': r"\"", "\\": r"\\", "\t": r"\t", "\n": r"\n"}
NO_LINE_END = "\n\\ No newline at end of file\n"


def text_diff(before: str, after: str, name: str) -> bytes:
    """What makes the second text of the first; both are called `name`."""
    shown = _file_name(name)
    lines = unified_diff(_lines(before), _lines(after), shown, shown)
    whole = "".join(line if line.endswith("\n") else line + NO_LINE_END for line in lines)
    return whole.encode()


def _file_name(name: str) -> str:
    """The name as `patch` and git read it: in quotes if it must, else with a tab behind a blank."""
    if any(sign in '"\\' or sign < " " or _is_a_byte(sign) for sign in name):
        return f'"{"".join(map(_escaped, name))}"'
    return f"{name}\t" if " " in name else name


def _escaped(sign: str) -> str:
    if sign < " " or _is_a_byte(sign):
        return ESCAPED.get(sign) or f"\\{ord(sign) & 0xFF:03o}"
    return ESCAPED.get(sign, sign)


def _is_a_byte(sign: str) -> bool:
    """Whether it is how Python writes a byte of a name that is no UTF-8."""
    return "\udc80" <= sign <= "\udcff"


def _lines(text: str) -> list[str]:
    """The lines with their ends as `patch` counts them: a lone carriage return ends none."""
    return StringIO(text, newline="\n").readlines()
