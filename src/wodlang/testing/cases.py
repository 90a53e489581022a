"""The checks of a pack one by one: the pack as it is written, then each example of each rule."""

from __future__ import annotations

from dataclasses import dataclass, field

from wodlang.lint.rule import Pack, Rule
from wodlang.testing.example_check import example_failures, shown
from wodlang.testing.failure import CheckFailed, Failure, listed
from wodlang.testing.pack_form import form_failures, rules_of


@dataclass(frozen=True, slots=True)
class Case:
    """One check: an example of a rule, `index` its place among them (from 0); else the pack's form.

    As a text it is what a test is called: `IH101-2` (examples from 1), or the pack's name.
    """

    pack: Pack = field(repr=False)
    rule: Rule | None = field(default=None, repr=False)
    index: int | None = None

    def __str__(self) -> str:
        """`IH101-2`, or `iron-house`."""
        if self.rule is None or self.index is None:
            return self.pack.name
        return f"{self.rule.code}-{self.index + 1}"

    def failures(self) -> tuple[Failure, ...]:
        """All that is wrong here."""
        if self.rule is None or self.index is None:
            return tuple(form_failures(self.pack))
        found = example_failures(self.rule, self.rule.examples[self.index], self.pack)
        return tuple(Failure(self.rule.code, self.index, message) for message in found)

    def check(self) -> None:
        """Raise CheckFailed with all that is wrong here, and the example."""
        __tracebackhide__ = True
        failures = self.failures()
        if failures:
            example = self.rule.examples[self.index or 0] if self.rule else None
            raise CheckFailed("\n\n".join([listed(failures), *shown(example)]))


def pack_cases(pack: Pack) -> tuple[Case, ...]:
    """Every check of a pack, in the order of its rules and their examples.

    For `@pytest.mark.parametrize("case", pack_cases(PACK), ids=str)`.
    """
    examples = (
        Case(pack, rule, index) for rule in rules_of(pack) for index in range(len(rule.examples))
    )
    return (Case(pack), *examples)


def pack_failures(pack: Pack) -> tuple[Failure, ...]:
    """All that is wrong with a pack, its rules and their examples; empty where all is well."""
    return tuple(failure for case in pack_cases(pack) for failure in case.failures())


def check_pack(pack: Pack) -> None:
    """Raise CheckFailed with all that is wrong with a pack, one failure a line."""
    __tracebackhide__ = True
    failures = pack_failures(pack)
    if failures:
        raise CheckFailed(f"the pack {pack.name}:\n{listed(failures)}")
