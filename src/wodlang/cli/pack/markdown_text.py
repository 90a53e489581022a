"""A stranger's text inside a Markdown page: it may use Markdown, it cannot break the page."""

from __future__ import annotations

import re

CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
TAG = re.compile(r"<(?=[A-Za-z/!?])(?!https?://)")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^\n]*)")
HEADING = re.compile(r" {0,3}#{1,6}(?=\s|$)")
UNDERLINE = re.compile(r"( {0,3})(=+|-+)\s*")


def block(text: str) -> str:
    """The text as a code block, in a fence that nothing inside it closes."""
    fence = "`" * max(3, _longest_run(text) + 1)
    stripped = text.strip("\n")
    return f"{fence}text\n{stripped}\n{fence}"


def code(text: str) -> str:
    """The text as a code span on one line."""
    flat = " ".join(text.split("\n"))
    ticks = "`" * (_longest_run(flat) + 1)
    edge = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{ticks}{edge}{flat}{edge}{ticks}"


def inline(text: str) -> str:
    """The text on one line; its HTML is shown, not obeyed."""
    return _without_html(" ".join(text.split()))


def cell(text: str) -> str:
    """What stands in a cell of a table."""
    return inline(text).replace("\\|", "|").replace("|", "\\|")


def prose(text: str) -> str:
    """Paragraphs: headings go below the page's own, an open fence is closed, HTML is shown."""
    done: list[str] = []
    paragraph: list[str] = []
    fence = ""
    for line in text.strip().split("\n"):
        match = FENCE.fullmatch(line)
        if fence:
            done.append(line)
            fence = "" if match and _closes(match, fence) else fence
        elif match and not (match[1][0] == "`" and "`" in match[2]):
            done += [_without_html("\n".join(paragraph)), line] if paragraph else [line]
            paragraph, fence = [], match[1]
        elif line.strip():
            paragraph.append(_line(line))
        else:  # a code span ends where its paragraph does
            done += [_without_html("\n".join(paragraph)), line] if paragraph else [line]
            paragraph = []
    done += [_without_html("\n".join(paragraph))] if paragraph else []
    return "\n".join([*done, fence] if fence else done)


def _closes(match: re.Match[str], fence: str) -> bool:
    return match[1][0] == fence[0] and len(match[1]) >= len(fence) and not match[2].strip()


def _line(line: str) -> str:
    """A heading of the first or second level as one of the third; no line that underlines one."""
    if HEADING.match(line):
        return re.sub(r"^ *#{1,2}(?!#)", "###", line)
    underline = UNDERLINE.fullmatch(line)
    return f"{underline[1]}\\{underline[2]}" if underline else line


def _without_html(text: str) -> str:
    """`<` before a tag's name as `&lt;`, code spans left as they are."""
    pieces: list[str] = []
    end = 0
    for span in CODE_SPAN.finditer(text):
        pieces += [TAG.sub("&lt;", text[end : span.start()]), span[0]]
        end = span.end()
    return "".join([*pieces, TAG.sub("&lt;", text[end:])])


def _longest_run(text: str) -> int:
    return max(map(len, re.findall(r"`+", text)), default=0)
