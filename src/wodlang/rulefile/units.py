"""Whether two quantities can be compared, and what to write where they cannot."""

from __future__ import annotations

import re

from wodlang.rulefile.bounds import Number
from wodlang.rulefile.literals import EXAMPLES, Literal, Unit
from wodlang.rulefile.nodes import Node, Quantity
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.types import (
    NumberType,
    described,
)

_WHOLE_DAYS = re.compile(r"(\d+)\s*(?:h|hrs?|hours?)", re.IGNORECASE)


def units_agree(wanted: Unit, found: Unit) -> bool:
    """The same unit; RPE and RIR may be plain numbers."""
    if wanted is found:
        return True
    return {wanted, found} in ({Unit.RPE, Unit.NONE}, {Unit.RIR, Unit.NONE})


def in_unit(literal: Literal, wanted: NumberType) -> Number | None:
    """A literal's value in the unit of this type; None where it has another."""
    if units_agree(wanted.unit, literal.unit):
        return literal.value
    return literal.or_time if wanted.minutes else None


def wrong_unit(found: Unit, wanted: Unit, node: Node) -> ExpressionProblem:
    """A number without its unit, or with another's."""
    example = EXAMPLES[wanted]
    hours = _WHOLE_DAYS.fullmatch(node.text) if isinstance(node, Quantity) else None
    if hours and wanted is Unit.NONE and int(hours[1]) % 24 == 0:
        example = f"{int(hours[1]) // 24} days"
    elif isinstance(node, Quantity) and wanted is Unit.NONE:
        example = "".join(re.findall(r"[\d.,–-]", node.text)) or example
    elif isinstance(node, Quantity) and found is Unit.NONE:
        example = {
            Unit.PERCENT: f"{node.text}%", Unit.MASS: f"{node.text} kg", Unit.TIME: f"{node.text}s",
            Unit.DISTANCE: f"{node.text}m", Unit.CALORIES: f"{node.text} cal",
        }.get(wanted, example)  # fmt: skip
    elif isinstance(node, Quantity) and (wanted, found) == (Unit.TIME, Unit.DISTANCE):
        minutes = re.sub(r"(?<=\d)(\s*)m\b", r"\1min", node.text)
        example = f"{minutes}, or compare distance" if minutes != node.text else example
    has = "has no unit" if found is Unit.NONE else f"is {described(NumberType(found))}"
    return ExpressionProblem(f"this {has}: write it like {example}", node.span)
