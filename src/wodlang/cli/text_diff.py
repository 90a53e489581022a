"""The difference of two texts as a unified diff, which `patch` can apply."""

from __future__ import annotations

from difflib import unified_diff

from wodlang.text.source import Source

ESCAPED = {'"': r"\"", "\\": r"\\", "\t": r"\t", "\n": r"\n"}
NO_LINE_END = "\n\\ No newline at end of file\n"


def text_diff(before: str, after: str, name: str) -> str:
    """What makes the second text of the first; both are called `name`."""
    shown = _file_name(name)
    lines = unified_diff(_lines(before), _lines(after), shown, shown)
    return "".join(line if line.endswith(("\n", "\r")) else line + NO_LINE_END for line in lines)


def _file_name(name: str) -> str:
    """The name as `patch` and git read it: in quotes if it must, else with a tab behind a blank."""
    if any(sign in '"\\' or sign < " " for sign in name):
        signs = (
            ESCAPED.get(sign) or (sign if sign >= " " else f"\\{ord(sign):03o}") for sign in name
        )
        return f'"{"".join(signs)}"'
    return f"{name}\t" if " " in name else name


def _lines(text: str) -> list[str]:
    """The lines with their ends; only those ends that a program's lines have."""
    source = Source("", text)
    spans = [source.full_line_span(index) for index in range(source.line_count)]
    return [text[span.start : span.end] for span in spans if span.end > span.start]
