"""A collection of lines, sets, sessions or weeks, and the test that its members must pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wodlang.rulefile.bounds import MISSING, Truth
from wodlang.rulefile.types import Kind, Read, Run


@dataclass(frozen=True, slots=True)
class Members:
    """A collection with the test of its `where`.

    `read` gives MISSING where the line is not there that would have it, and None where that line is
    unknown. `belongs` says of a member whether it is one at all; without it all are.
    """

    kind: Kind
    read: Read
    test: Read | None
    size: int
    belongs: Read | None = None

    @property
    def passes(self) -> Read:
        """Whether a member is one and passes the test."""
        if self.test is None:
            return self.belongs or _always
        return self.test if self.belongs is None else _and(self.belongs, self.test)

    def narrowed(self, test: Read, size: int) -> Members:
        """Those that pass, with a further test; `size` is its number of nodes."""
        belongs = self.belongs if self.test is None else self.passes
        return Members(self.kind, self.read, test, self.size + size, belongs)

    def judged(self, here: Any, outside: Any, run: Run) -> Iterator[tuple[Any, Truth]]:
        """Each member, and whether it passes; nothing where the collection is not there."""
        members = self.read(here, outside, run)
        if members is MISSING or members is None:
            return
        passes, size = self.passes, self.size
        for member in members:
            run.step(size)
            yield member, passes(member, here, run)


def _always(here: Any, outside: Any, run: Run) -> Truth:
    return True


def _and(first: Read, second: Read) -> Read:
    def read(here: Any, outside: Any, run: Run) -> Truth:
        one = first(here, outside, run)
        if one is False:
            return False
        other = second(here, outside, run)
        return False if other is False else None if one is None or other is None else True

    return read
