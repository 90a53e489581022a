"""What is wrong with a pack, as values and as the error that a test raises."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that is wrong with a pack.

    `rule` is the code, empty where the pack itself is meant; `example` the index in the rule's
    `examples` (from 0), None where no example is meant.
    """

    rule: str
    example: int | None
    message: str

    def __str__(self) -> str:
        """`IH101, example 2: …`; people count examples from 1."""
        number = "" if self.example is None else f", example {self.example + 1}"
        return f"{self.rule or 'the pack'}{number}: {self.message}"


class CheckFailed(AssertionError):
    """Something is not as it says it is; the message has all failures, one a line."""


def listed(failures: Iterable[object]) -> str:
    """The failures one a line; the further lines of each are indented."""
    return "\n".join(str(failure).replace("\n", "\n    ") for failure in failures)


def numbered(text: str) -> str:
    """A text with its line numbers, as it stands below a failure."""
    lines = text.rstrip("\n").split("\n")
    width = len(str(len(lines)))
    return "\n".join(f"  {number:>{width}} | {line}" for number, line in enumerate(lines, 1))
