"""Parts of a line that stand around its content: comment, label, slot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wodlang.syntax.grammar import fold
from wodlang.text.span import Span

COMMENT = re.compile(r"(?:^|(?<=\s))(?:#(?!\d)|//)")
BULLET = r"(?:(?:[-*+•–—·▪◦‣>»→°]\s+|[✅☑✔❌➡☐]\ufe0f?\s*)(?:\[[ xX]?\]\s*)?)"
COLON = r":(?!\d\d)"  # `3x:30` is a time
LABEL = re.compile(
    rf"{BULLET}*(?:\*\*|__)?(?:(?P<label>set\s*\d+(?=\s*[:.)]\s)|\d{{1,2}}(?=[.)]\s)|\d{{1,2}}[A-Za-z](?=[.)]|{COLON})|[A-Za-z]\d{{0,2}}(?=[.)]|{COLON})"
    rf"|[A-F][1-9](?=\s+[A-Za-z*]))\s*[.):]?(?:\*\*|__)?\s*(?:\[[ xX]?\]\s*)?)?",
    re.IGNORECASE,
)
SLOT = re.compile(
    r"(?P<slot>buy-?\s?in|cash-?\s?out|odd(?:\s+min(?:ute)?s?)?|even(?:\s+min(?:ute)?s?)?"
    r"|min(?:ute)?\s*\d+(?:\s*[,&-]\s*\d+)*)\s*(?::|\s-\s)\s*",
    re.IGNORECASE,
)
TITLE = re.compile(r"(?P<title>[^\W\d_](?:[^\W\d]|[ '&/]){0,40}?\d?)(?:\s*:\s+|\s+-\s+)(?=\S)")
AMOUNT = re.compile(r"(?:\d[\dx\s:,/-]*(?:(?:reps?|sets?|m|km|s|min|cals?)\b)?\s*(?:of\s+)?)+")


def comment_start(line: str) -> int | None:
    """Where a line's comment begins; None where it has none."""
    if "#" not in line and "//" not in line:
        return None
    match = COMMENT.search(line)
    return None if match is None else match.start()


@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before a name: `length` characters of bullets, label and slot.

    `title` is the place of a label that is words (`Strength: Back Squat 5x5`).
    """

    length: int
    label: str | None = None
    slot: str | None = None
    title: Span | None = None


NO_PREFIX = Prefix(0)


def read_prefix(text: str, knows: Callable[[str], bool]) -> Prefix:
    """The bullets, label and slot before a name; a known name (`T. Bar Row`) beats a label."""
    text = fold(text)
    slot = SLOT.match(text)
    if slot:
        return Prefix(slot.end(), slot=_slot_word(slot["slot"]))
    match = LABEL.match(text)
    if match is None or match.end() == 0:
        return _title(text, knows)
    label = match["label"]
    if label is not None and _is_name(text[match.start("label") :], knows):
        return Prefix(match.start("label"))
    if match.end() == len(text):
        return NO_PREFIX
    return Prefix(match.end(), label=label)


def _title(text: str, knows: Callable[[str], bool]) -> Prefix:
    """`Strength: Back Squat 5x5`: words that are no exercise before one with its prescription."""
    title = TITLE.match(text)
    if title is None or not any(sign.isdigit() for sign in text[title.end() :]):
        return NO_PREFIX
    words = text[title.end() :]
    amount = AMOUNT.match(words)
    words = words[amount.end() :] if amount else words
    names = list(_beginnings(words))
    if knows(title["title"]) or not any(map(knows, names)):
        return NO_PREFIX
    if any(knows(f"{title['title']} {name}") for name in names):
        return NO_PREFIX
    return Prefix(title.end(), label=title["title"], title=Span(*title.span("title")))


def _beginnings(text: str) -> Iterator[str]:
    """The words up to the first sign of a prescription, then ever fewer of them."""
    words = re.split(r"[\d:,;(@\"|]", text, maxsplit=1)[0].split()
    return (" ".join(words[:count]).strip(" -") for count in range(len(words), 0, -1))


def _is_name(text: str, knows: Callable[[str], bool]) -> bool:
    """Whether more than one word that the text begins with are a name: `T. Bar Row x12`."""
    return any(" " in name and knows(name) for name in _beginnings(text))


def _slot_word(text: str) -> str:
    lower = re.sub(r"\s+", " ", text.lower())
    for word in ("buy-in", "cash-out"):
        if (
            lower.replace(" ", "-").replace("buyin", "buy-in").replace("cashout", "cash-out")
            == word
        ):
            return word
    if lower.startswith(("odd", "even")):
        return lower.split()[0]
    return "min " + re.sub(r"[a-z\s]+", "", lower)


def content_span(line: str, start: int) -> Span:
    """The span of a line's content: without the blanks around it."""
    stripped = line.strip()
    offset = start + len(line) - len(line.lstrip())
    return Span(offset, offset + len(stripped))
