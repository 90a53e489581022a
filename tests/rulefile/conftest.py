"""Asks rules of TOML packs about texts, and bad packs about their problems."""

from __future__ import annotations

import pytest

from wodlang.rulefile import RuleFile, read_pack_text
from wodlang.testing import findings, lines_and_codes
from wodlang.text.finding import Finding

HEAD = '[pack]\nname = "house"\nprefix = "IH"\nversion = "1.0.0"\n\n'
PATH = "house.toml"


class House:
    """A TOML pack of one rule, to be asked."""

    head = HEAD

    def read(self, text: str) -> RuleFile:
        """Read a whole pack."""
        return read_pack_text(text, PATH)

    def rule(self, when: str, each: str = "exercise", more: str = "", code: str = "IH101") -> str:
        """A `[[rule]]` table; `more` are further lines of it."""
        message = "" if "message =" in more else 'message = "said"\n'
        return (
            f'[[rule]]\ncode = "{code}"\nname = "fault-{code[-3:]}"\nfor-each = "{each}"\n'
            f"when = '''{when}'''\n{message}{more}\n"
        )

    def pack(self, when: str, each: str = "exercise", more: str = "", top: str = "") -> RuleFile:
        """A pack with one rule; `top` are tables above it, such as `[define]`."""
        return self.read(f"{HEAD}{top}\n{self.rule(when, each, more)}")

    def findings(self, read: RuleFile, wod: str, *profiles: str) -> list[Finding]:
        """What a pack, which must be sound, finds in a text; core's findings are left out."""
        assert read.pack is not None, [str(problem) for problem in read.problems]
        assert not read.problems, [str(problem) for problem in read.problems]
        found = findings(wod, profiles=profiles, packs=[read.pack])
        crashed = [one.message for one in found if one.name == "rule-crashed"]
        assert not crashed, crashed
        return [one for one in found if one.pack == read.pack.name]

    def lines(self, read: RuleFile, wod: str, *profiles: str) -> list[int]:
        """The lines on which a pack speaks."""
        return [line for line, _ in lines_and_codes(wod, self.findings(read, wod, *profiles))]

    def truth(
        self, when: str, wod: str, each: str = "exercise", more: str = "", top: str = ""
    ) -> str:
        """A sign for each subject of the text: T where it is true, F false, ? unknown.

        A subject is false where the expression in `not (…)` is true, unknown where neither is.
        """
        every = self.lines(self.pack("1 = 1", each), wod)
        true = self.lines(self.pack(when, each, more, top), wod)
        false = self.lines(self.pack(f"not ({when})", each, more, top), wod)
        assert not set(true) & set(false)
        return "".join("T" if one in true else "F" if one in false else "?" for one in every)

    def truths(self, expressions: list[str], wod: str) -> list[str]:
        """The truth of several expressions about the lines of a text, by one pack."""
        tests = ["1 = 1", *(form.format(one) for one in expressions for form in ("{}", "not ({})"))]
        rules = (self.rule(test, code=f"IH{100 + index}") for index, test in enumerate(tests))
        read = self.read(HEAD + "".join(rules))
        found = lines_and_codes(wod, self.findings(read, wod))
        lines = [
            {line for line, code in found if code == f"IH{100 + at}"} for at in range(len(tests))
        ]
        return [
            "".join(
                "T" if one in true else "F" if one in false else "?" for one in sorted(lines[0])
            )
            for true, false in zip(lines[1::2], lines[2::2], strict=True)
        ]


@pytest.fixture(scope="session")
def house() -> House:
    """A TOML pack of one rule, to be asked."""
    return House()
