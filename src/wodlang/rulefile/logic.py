"""`and`, `or` and `not` of tests that may be unknown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from wodlang.rulefile.bounds import Truth
from wodlang.rulefile.nodes import Both, Comparison, Containment, Name, Not, Quoted
from wodlang.rulefile.once import anchor_of, guarded, once
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.scope import At, Compiles
from wodlang.rulefile.types import TEST, Compiled, Read, Run, WordsType, WordType


def negation(compiler: Compiles, node: Not, at: At) -> Compiled:
    """`not`: what is unknown stays so."""
    inner = compiler.test(node.operand, at)
    return Compiled(TEST, _inverse(inner.read), inner.size + 1)


def both_or_either(compiler: Compiles, node: Both, at: At) -> Compiled:
    """Tests joined by `and` or by `or`."""
    parts = []
    for index, operand in enumerate(node.operands):
        try:
            parts.append(compiler.test(operand, at))
        except ExpressionProblem as problem:
            raise _listed_words(compiler, node, index, at) or problem from None
    size = sum(part.size for part in parts) + 1
    if not node.every:
        return Compiled(TEST, _some(tuple(part.read for part in parts)), size)
    return Compiled(TEST, _all_of(compiler, node, parts, at), size)


def _all_of(compiler: Compiles, node: Both, parts: list[Compiled], at: At) -> Read:
    """All of the parts. Those that are the same for all lines of a session come first, together:
    where one of them is false, the others need not be asked.
    """
    shared = [one for one in node.operands if anchor_of(one, at.kind, compiler.names) is not None]
    if not shared:
        return _every(tuple(part.read for part in parts))
    reads = {id(one): part.read for one, part in zip(node.operands, parts, strict=True)}
    anchor = anchor_of(replace(node, operands=tuple(shared)), at.kind, compiler.names)
    assert anchor is not None
    together = _every(tuple(reads.pop(id(one)) for one in shared))
    if not reads:
        return once(together, anchor, object())
    return guarded(together, anchor, _every(tuple(reads.values())))


def _listed_words(compiler: Compiles, node: Both, index: int, at: At) -> ExpressionProblem | None:
    """`pattern = row or hinge`: the second is no test, but a word that the first could have."""
    before, operand = node.operands[index - 1], node.operands[index]
    if index == 0 or not isinstance(before, Comparison | Containment):
        return None
    if not isinstance(operand, Name | Quoted):
        return None
    left = compiler.value(before.left, at)
    text = operand.word if isinstance(operand, Name) else operand.text
    if not isinstance(left.type, WordType | WordsType):
        return None
    if left.type.vocabulary.read(text) is None:
        return None
    if not isinstance(before.left, Name) or not isinstance(before.right, Name | Quoted):
        return None
    first = before.right.word if isinstance(before.right, Name) else f"'{before.right.text}'"
    second = text if isinstance(operand, Name) else f"'{text}'"
    name = before.left.word
    said = f'"{text}" is no test: write {name} {_list_sign(before)} [{first}, {second}]'
    if isinstance(before, Containment) and node.every:
        said = f'"{text}" is no test: write {name} has {first} and {name} has {second}'
    return ExpressionProblem(said, operand.span)


def _list_sign(before: Comparison | Containment) -> str:
    if isinstance(before, Containment):
        return "has"
    return "not in" if before.sign == "!=" else "in"


def _inverse(read: Read) -> Read:
    def inverse(here: Any, outside: Any, run: Run) -> Truth:
        truth = read(here, outside, run)
        return None if truth is None else not truth

    return inverse


def _every(parts: tuple[Read, ...]) -> Read:
    def every(here: Any, outside: Any, run: Run) -> Truth:
        unknown = False
        for part in parts:
            truth = part(here, outside, run)
            if truth is not True:
                if truth is False:
                    return False
                unknown = True
        return None if unknown else True

    return every


def _some(parts: tuple[Read, ...]) -> Read:
    def some(here: Any, outside: Any, run: Run) -> Truth:
        unknown = False
        for part in parts:
            truth = part(here, outside, run)
            if truth is True:
                return True
            unknown = unknown or truth is None
        return None if unknown else False

    return some
