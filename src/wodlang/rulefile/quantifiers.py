"""`any`, `all`, `none`, `count`, `first` and `last`.

Of a collection that is not there `any`, `all` and `none` are false, the others MISSING; of one that
is unknown, such as what comes before an unknown line, all are unknown.
"""

from __future__ import annotations

from typing import Any

from wodlang.rulefile.bounds import MISSING, Truth, between
from wodlang.rulefile.members import Members
from wodlang.rulefile.types import PLAIN, TEST, Compiled, OneType, Read, Run


def quantified(function: str, found: Members, certain: bool) -> Compiled:
    """A function over a collection by its name; `certain` is for messages, which name what is known."""
    size = found.size + 1
    match function:
        case "any":
            return Compiled(TEST, _some(found, True), size)
        case "all":
            return Compiled(TEST, _all(found), size)
        case "none":
            return Compiled(TEST, _some(found, False), size)
        case "count":
            return Compiled(PLAIN, _count(found), size)
        case _:
            pick = _pick(found, from_end=function == "last", certain=certain)
            return Compiled(OneType(found.kind), pick, size)


def _some(found: Members, verdict: bool) -> Read:
    """`verdict` where a member passes, its opposite where none can: `any` and `none`."""
    collection, passes, size = found.read, found.passes, found.size

    def read(here: Any, outside: Any, run: Run) -> Truth:
        members = collection(here, outside, run)
        if members is None or members is MISSING:
            return None if members is None else False
        unknown = False
        for member in members:
            run.step(size)
            truth = passes(member, here, run)
            if truth is True:
                return verdict
            unknown = unknown or truth is None
        return None if unknown else not verdict

    return read


def _all(found: Members) -> Read:
    collection, size, belongs = found.read, found.size, found.belongs
    test = found.test or found.passes

    def read(here: Any, outside: Any, run: Run) -> Truth:
        members = collection(here, outside, run)
        if members is None or members is MISSING:
            return None if members is None else False
        unknown = False
        for member in members:
            run.step(size)
            truth = test(member, here, run)
            if truth is True:
                continue
            is_one = True if belongs is None else belongs(member, here, run)
            if is_one is True and truth is False:
                return False
            unknown = unknown or is_one is not False
        return None if unknown else True

    return read


def _count(found: Members) -> Read:
    collection, passes, size = found.read, found.passes, found.size

    def read(here: Any, outside: Any, run: Run) -> Any:
        members = collection(here, outside, run)
        if members is None or members is MISSING:
            return members
        sure = possible = 0
        for member in members:
            run.step(size)
            truth = passes(member, here, run)
            sure += truth is True
            possible += truth is not False
        return between(sure, possible)

    return read


def _pick(found: Members, *, from_end: bool, certain: bool) -> Read:
    """The first or last member that passes; unknown where an earlier one might.

    With `certain` those that only might pass are left out.
    """
    collection, passes, size = found.read, found.passes, found.size

    def read(here: Any, outside: Any, run: Run) -> Any:
        members = collection(here, outside, run)
        if members is None or members is MISSING:
            return members
        for member in reversed(members) if from_end else members:
            run.step(size)
            truth = passes(member, here, run)
            if truth is True:
                return member
            if truth is None and not certain:
                return None
        return MISSING

    return read
