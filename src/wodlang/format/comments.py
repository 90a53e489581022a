"""One spelling for comments: a `#` and a blank. The words are the author's."""

from __future__ import annotations

import re

OPENING = re.compile(r"(#+|//)\s*")
RULER = re.compile(r"[#/=*~_.!\-]")


def spelled_comment(text: str) -> str:
    """`#note` and `// note` as `# note`; lines drawn with signs (`#----`, `////`) stay."""
    text = text.rstrip()
    match = OPENING.match(text)
    if match is None:
        return text
    sign, words = match[1], text[match.end() :]
    if RULER.match(words) and match.end() == len(sign):
        return text
    return f"{'#' if sign == '//' else sign} {words}".rstrip()


def comment_words(text: str) -> str:
    """What a comment says, without its sign and the blanks around it."""
    return text.strip().lstrip("#/").strip()
