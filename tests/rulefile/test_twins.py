"""The rules of posterior-chain, said without code, find what their Python twins find.

On every example of every rule of that pack, and on every program in `examples/`: at the same places
and as gravely. A pair is compared by itself, without fixes: no rule sees what another one found.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from wodlang.lint.engine import run_rules
from wodlang.lint.options import make_options
from wodlang.lint.rule import Rule
from wodlang.lint.selection import ActiveRule
from wodlang.rulefile import read_pack
from wodlang.workbench import CheckResult, open_text
from wodlang_posterior_chain import wodlang_pack

EXAMPLES = Path(__file__).parents[2] / "examples"
TWINS = read_pack(EXAMPLES / "packs" / "twins.toml")
ORIGINAL = {rule.code: rule for rule in wodlang_pack().rules}
TWIN = {rule.code.replace("TC", "PC"): rule for rule in (TWINS.pack.rules if TWINS.pack else ())}
NO_TWIN = {"PC501", "PC702"}
"""Notes and cues have no name in the language, nor have days on which nobody trains."""

WITHOUT_WORDS = {
    (
        "PC106",
        "Deadlift 3xF @ 80%",
    ): "the reps of a set to failure are as unknown as those of 3 sets",
    ("PC106", "Deadlift 3xAMRAP @ 75%"): "so are those of as many as possible",
}
"""Examples of which a twin says nothing, by its code and their first line."""

OTHER_OPTIONS = {
    "heavy-percent": "what is heavy is fixed",
    "openers": "a list of patterns holds no exercises",
    "opener-reps": "the lower end of a range is not compared with the upper end of another",
    "finisher-reps": "the upper end of a range is not compared with the lower end of another",
}
"""Options of Python rules that a twin cannot have; some have others in their place."""

EXAMPLES_LEFT_OUT = 10
"""How many examples set such an option."""


@dataclass(frozen=True)
class Text:
    """A program on which rules are compared, with options for one of them."""

    text: str
    name: str
    options: dict[str, Any]
    code: str = ""

    @cached_property
    def opened(self) -> CheckResult:
        """The text, read when a test first asks: each process that runs tests collects all of them."""
        return open_text(self.text, self.name)

    def options_of(self, code: str) -> dict[str, Any]:
        """An example's options are its own rule's."""
        return self.options if self.code == code else {}


def texts() -> dict[str, list[Text]]:
    """All examples by their rule's code, and each program by its name."""
    found = defaultdict(list)
    for code, rule in ORIGINAL.items():
        for one in rule.examples:
            options = {key.replace("_", "-"): value for key, value in one.options.items()}
            found[code].append(Text(one.wod, code, options, code))
    for path in sorted(EXAMPLES.rglob("*.wod")):
        found[path.name].append(Text(path.read_text(encoding="utf-8"), path.name, {}))
    return found


TEXTS = texts()


def found_by(rule: Rule, text: Text, options: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The places where a rule speaks, and how gravely."""
    active = ActiveRule(rule, "twins", None, make_options(rule, options))
    found = run_rules(text.opened.program, text.opened.source, [active], verify=None)
    assert {one.code for one in found} <= {rule.code}, [one.message for one in found]
    return sorted((one.span.start, one.span.end, str(one.severity)) for one in found)


def twin_options(options: dict[str, Any]) -> dict[str, Any]:
    """The options of a Python rule as its twin takes them: seconds have a unit."""
    return {key: f"{one}s" if key == "min-rest" else one for key, one in options.items()}


def is_comparable(text: Text, code: str) -> bool:
    """Whether the twin can have the options of the example. A list of patterns it can."""
    options = text.options_of(code)
    patterns_alone = options.get("openers") in (None, ["hinge"])
    return patterns_alone and OTHER_OPTIONS.keys().isdisjoint(options.keys() - {"openers"})


def without_words(text: Text, code: str) -> bool:
    first = text.text.splitlines()[0]
    return text.code == code and (code, first) in WITHOUT_WORDS


def test_every_rule_but_two_has_a_twin() -> None:
    assert not TWINS.problems, [str(problem) for problem in TWINS.problems]
    assert ORIGINAL.keys() - TWIN.keys() == NO_TWIN
    assert TWIN.keys() <= ORIGINAL.keys()
    for code, twin in TWIN.items():
        assert (twin.name, twin.profiles) == (ORIGINAL[code].name, ORIGINAL[code].profiles)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("code", TWIN)
def test_a_twin_finds_what_its_original_finds(code: str, name: str) -> None:
    for text in TEXTS[name]:
        if not is_comparable(text, code) or without_words(text, code):
            continue
        options = text.options_of(code)
        found = found_by(TWIN[code], text, twin_options(options))
        assert found == found_by(ORIGINAL[code], text, options), text.text


def test_few_examples_set_options_that_a_twin_cannot_have() -> None:
    left_out = [text for code in TWIN for text in TEXTS[code] if not is_comparable(text, code)]
    assert len(left_out) == EXAMPLES_LEFT_OUT


@pytest.mark.parametrize("code", TWIN)
def test_a_twin_speaks_at_all(code: str) -> None:
    assert any(found_by(TWIN[code], text, {}) for text in TEXTS[code])


def test_what_has_no_words_is_said_by_the_original_alone() -> None:
    texts = {text.text.splitlines()[0]: text for text in TEXTS["PC106"]}
    for code, line in WITHOUT_WORDS:
        assert found_by(ORIGINAL[code], texts[line], {})
        assert not found_by(TWIN[code], texts[line], {})
