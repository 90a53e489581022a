"""From a thing to what it stands in: a line's session, its week, its program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wodlang.rulefile.attributes import parent_of
from wodlang.rulefile.scope import chain
from wodlang.rulefile.things import Attribute
from wodlang.rulefile.types import Kind, Read, Run


def reader(attribute: Attribute, kind: Kind, owner: Kind) -> Read:
    """Reads something about `owner`, asked about a thing that stands in it."""
    read = attribute.read
    if kind is owner:
        return read
    to_owner = climb(kind, owner)
    return lambda here, outside, run: read(to_owner(here, run), outside, run)


def climb(kind: Kind, owner: Kind) -> Callable[[Any, Run], Any]:
    """From a thing to the one of another kind that it stands in."""
    if owner is Kind.PROGRAM:
        return lambda here, run: run.program
    kinds = chain(kind)
    steps = [parent_of(one) for one in kinds[: kinds.index(owner)]]
    if len(steps) == 1:
        return steps[0]

    def climbed(here: Any, run: Run) -> Any:
        for step in steps:
            here = step(here, run)
        return here

    return climbed
