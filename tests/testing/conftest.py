"""A small pack that is as it should be, to be spoilt in one place at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from wodlang.plugin import (
    Context,
    Evidence,
    Fault,
    Invalid,
    Pack,
    Profile,
    Proposal,
    Rule,
    Scope,
    Session,
    Severity,
    Valid,
    replace_exercise,
)

DOC = "\n## What it finds\nx\n## Why\nx\n## Instead\nx\n## How sure this is\nx\n"


@dataclass(frozen=True, slots=True)
class Options:
    most: int = field(default=0, metadata={"minimum": 0})


def check(session: Session, context: Context) -> Iterator[Fault]:
    benches = [one for one in session.working if one.name == "Bench Press"]
    for one in benches[context.options.most :]:
        row = Proposal("row instead", replace_exercise(one, "Barbell Row"))
        yield Fault(one.place.name, f"a {one.name}", help="row", fixes=(row,))


@pytest.fixture
def rule() -> Rule:
    return Rule(
        code="IH101", name="any-bench", severity=Severity.WARNING, scope=Scope.SESSION,
        summary="a bench press", doc=DOC, evidence=Evidence.OPINION, source="the head coach",
        check=check, options=Options,
        examples=(
            Valid("Barbell Row 3x8"),
            Valid("Bench Press 3x8", options={"most": 1}),
            Invalid("Bench Press 3x8", (1,), fixed="Barbell Row 3x8"),
            Invalid("Bench Press 3x8", (1,), fix_stated=False, options={"most": 0}),
        ),
    )  # fmt: skip


@pytest.fixture
def pack(rule: Rule) -> Pack:
    profiles = (Profile("strict", "all", ("IH101",), {"most": 0}),)
    return Pack("iron-house", "IH", "1.0", "how we train", (rule,), profiles)
