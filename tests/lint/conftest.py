"""Two small packs to configure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

import pytest

from wodlang.lint.rule import Evidence, Fault, NoOptions, Pack, Profile, Rule, Scope
from wodlang.text.finding import Severity


@dataclass(frozen=True, slots=True)
class Options:
    max_exercises: int = field(default=6, metadata={"minimum": 1})
    injured: bool = False
    reps: tuple[int, int] = (3, 5)
    openers: tuple[str, ...] = ("hinge",)
    share: Decimal = Decimal("0.5")
    level: Literal["low", "high"] = "low"
    window: str = "3-5"

    def __post_init__(self) -> None:
        if "-" not in self.window:
            raise ValueError('window is a range, such as "3-5"')


def _nothing(subject: object, context: object) -> Iterator[Fault]:
    yield from ()


def make_rule(
    code: str, name: str, *profiles: str, options: type = NoOptions, **more: object
) -> Rule:
    return Rule(
        code=code, name=name, severity=Severity.WARNING, scope=Scope.SESSION, summary=name,
        doc="", evidence=Evidence.OPINION, source="", check=_nothing, examples=(),
        options=options, profiles=profiles, **more,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.fixture
def packs() -> tuple[Pack, ...]:
    core = Pack(
        "core", "WOD", "1.0.0", "",
        (make_rule("WOD101", "syntax-error", ignorable=False), make_rule("WOD201", "unknown-exercise")),
    )  # fmt: skip
    chain = Pack(
        "chain", "PC", "1.2.0", "",
        (
            make_rule("PC101", "isolation-first"),
            make_rule("PC201", "too-many", options=Options),
            make_rule("PC202", "too-few", "strict", options=Options),
            make_rule("PC302", "bad-row"),
        ),
        (
            Profile("strict", "all", ("PC101", "PC201", "PC202", "PC302")),
            Profile("base", "few", ("PC101",)),
            Profile("bad-back", "careful", (), {"injured": True}),
        ),
    )  # fmt: skip
    house = Pack(
        "house", "IH", "0.9", "",
        (make_rule("IH101", "late"), make_rule("IH102", "later", "hard")),
        (Profile("base", "same name", ("IH101",)),),
    )  # fmt: skip
    return core, chain, house
