"""What people type first in an expression, and what to write instead."""

from __future__ import annotations

from typing import NamedTuple

WORD = r"[^\W\d_][\w-]*"
AMOUNT = r"\d[\d.,:]*\s*(?:%|[a-z]+\b)?"
ENDS_WORDS = r"(?!(?:and|or|not|where|in|has|is|matches)\b)"


class Mistake(NamedTuple):
    """How the text before and after an unreadable place looks, and what is said of it.

    `said` may name the groups of both.
    """

    before: str
    here: str
    said: str


STARTS = r"(?:^|[(,]|\b(?:and|or|not|where))\s*"
"""Where a test begins: behind this, what is tested must stand."""
TESTS = {
    "is": "load is unknown", "has": "modifiers has straps", "in": "reps in 3-5",
    "matches": "name matches 'Bench*'",
}  # fmt: skip
"""The words of tests, each in an example."""
MISTAKES = tuple(
    Mistake(*one)
    for one in (
        *(
            (
                rf"{STARTS}\b{word}$",
                r"[^\s()]+",
                f'something is missing before "{word}", as in {example}',
            )
            for word, example in TESTS.items()
        ),
        (rf"{STARTS}$", r"[=<>]+|!=", "something is missing before it, as in load > 80%"),
        (
            r"^\s*(?P<word>and|or)$",
            r"[^\s()]+",
            'something is missing before "{word}", or leave it out',
        ),
        (r"", r"[‘’“”„]", "write straight quotes: 'Bench Press'"),
        (r"", r"&&?", "write and"),
        (r"", r"\|\|?", "write or"),
        (r"[<>!=]$", r"\s*[=<>]+", "write one sign: =, !=, <, <=, > or >="),
        (r"", r"!", "write not"),
        (r"", r"[=<>]+", "one sign a test: join two tests with and"),
        (r"", r"~|like\b|looks\b", "write matches 'Bench*'"),
        (
            r"\bin\s+(?P<low>[\d.]+)\D*$",
            r"(?:to|and|bis)\s+(?P<high>\d[\w.%]*)",
            "write in {low}-{high}",
        ),
        (
            r"",
            r"between\s+(?P<low>[\d.]+)[^\d]*(?:and|to)\s+(?P<high>\d[\w.%]*)",
            "write in {low}-{high}",
        ),
        (r"\bdays$", r"between", "write days-between(last-time, this)"),
        (
            r"(?P<word>any|all|none|count|sum|max|min|first|last)$",
            rf"{WORD}",
            "write {word}(…), as in count(before where heavy)",
        ),
        (r"", r"contains?\b|includes?\b|with\b", "write has"),
        (r"", r"(?:over|above|exceeds?|more|greater|heavier|longer)\b(?:\s+than\b)?", "write >"),
        (r"", r"(?:under|below|less|fewer|lighter|shorter)\b(?:\s+than\b)?", "write <"),
        (r"\bat$", r"least", "write >="),
        (r"\bat$", r"most", "write <="),
        (r"", r"at\s+least\b|minimum\b", "write >="),
        (r"", r"(?:at\s+most|up\s+to|maximum)\b", "write <="),
        (r"", r"equals?\b(?:\s+to\b)?", "write ="),
        (r"\bnot$", r"(?P<sign>has|matches|is)\b", "write not in front: not … {sign} …"),
        (
            r"\bhas\s+(?:not|no|none)$",
            rf"(?P<word>{WORD})",
            "write not in front: not modifiers has {word}",
        ),
        (
            r"\bhas\s+(?:any|all|one)(?:\s+of)?$",
            r"\[|\S+",
            "one of a list is enough: write has [straps, belt]",
        ),
        (r"", r"(?P<word>unknown|known)\b", "write is {word}"),
        (r"\b(?:if|when)$", rf"{WORD}", "leave if out: the expression is the test itself"),
        (r"", r"then\b|else\b", "leave it out: an expression only says when; message says what"),
        (r"\bin\s*\(?[^()\[\]]*$", r",", "a list has square brackets: in [squat, hinge]"),
        (r"", r"percent\b|per\s?cent\b|pct\b", "write %, as in 80%"),
        (r"", r"TM\b", "a load here is % of the 1RM: leave TM out"),
        (r"", r"(?:x\s*)?BW\b|bodyweight\b", "a weight here is in kg or lb"),
        (r"", r"@", "leave the @ out"),
        (r"\d$", r"\+(?=\s*$|\s*\))", "leave the + out: reps >= 5"),
        (r"\bmatches(?:\s+\S*)?$", r"[*/?^.]", "write it in quotes: matches 'Bench*'"),
        (r"", r"\d[\d.,]*\s?(?P<word>percent|pct)\b", "write %, as in 80%"),
        (
            r"",
            rf"\d[\d.,]*(?P<unit>{WORD})",
            '"{unit}" is no unit: %, kg, lb, s, min, m, km, RPE, RIR',
        ),
        (r"", r"-\s?\d[\w.%]*", "write spaces around a minus: a - b"),
        (r"", r"[-+*/](?!/)", "write spaces around it: a {sign} b"),
        (rf"(?P<word>{WORD})$", r"(?P<amount>\d+(?:\.\d+)?-\d\S*)", "write {word} in {amount}"),
        (
            rf"(?P<word>{WORD})$",
            rf"(?P<amount>{AMOUNT})",
            "write a sign between: {word} >= {amount}",
        ),
        (
            rf"(?:[=,\[]|\b(?:has|in|matches))\s*(?P<first>{WORD})$",
            rf"(?P<rest>{ENDS_WORDS}{WORD}(?:\s+{ENDS_WORDS}{WORD})*)(?![\w-]|\s*[=<>!.(])",
            "several words take quotes: '{first} {rest}'",
        ),
        (
            r"(?P<call>any|all|none|count|first|last)\(\s*(?P<many>[\w-]+)$",
            rf"(?P<word>{WORD})",
            "write where: {call}({many} where {word} …)",
        ),
        (r"", r"(?:in|has|matches|is)\b", "one sign a test: join two tests with and"),
        (r"\bno$", WORD, "write not instead of no"),
        (r"\d$", r"\.+\s*\d", "a range has a dash: in 3-5"),
        (r"\d$", r"\.", "leave the dot out"),
        (
            r"\.(?P<word>sets|count|any|all|none|sum|max|min|first|last)$",
            r"\(",
            "a function stands behind no dot: {word}(…)",
        ),
        (
            r"",
            r":",
            "leave it out: a value is shown as people write it, and a rest is 90s or 1:30",
        ),
        (r"", r"\d+-\d+-\d[\w-]*", "write it in quotes: tempo = '31X1'"),
        (r"", r"\.\s*\w", "a dot has no blanks around it: previous.load"),
        (r"", r"\?", "leave it out: an expression is one test"),
        (r"", r"//|#", "an expression has no comments: write them in the TOML, # …"),
        (r"", r"[{}$]", "leave it out: braces belong to messages"),
        (r"", r"'|\"", "this text lacks its closing quote"),
        (r"", r"\)", "this ) closes nothing, or something is missing before it"),
        (r"", r"\]", "this ] closes nothing, or something is missing before it"),
        (r"", r"\[", "a list goes behind in or has: pattern in [squat, hinge]"),
        (r"", r"[,;]", "join tests with and, or with or"),
        (r"", r"_", "names have hyphens: lower-back"),
        (r"", r"%", "write a number before %"),
        (
            r"\b(?:and|or|not|where|has|in|is|matches)$|[=<>(]$",
            rf"(?P<word>{WORD}|\S)",
            "something is missing before it",
        ),
        (
            r"[\w%)\]'\"]$",
            rf"{WORD}|\(|\d",
            "write and, or, or a sign such as = before it",
        ),
    )
)
"""In the order in which they are tried."""
