"""The part of a condition that asks about the session alone: where it fails, no line needs a look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wodlang.rulefile.compiler import Compiler
from wodlang.rulefile.nodes import Both, Bracket, Name, Node
from wodlang.rulefile.once import anchor_of
from wodlang.rulefile.scope import At, Names
from wodlang.rulefile.types import Kind, Read

OF_SESSION = At(Kind.SESSION, Kind.SESSION)


def session_part(node: Node, names: Names) -> tuple[Read, ...]:
    """Tests of a session, all of which hold wherever the condition holds for one of its lines."""
    return tuple(
        Compiler(known).test(part, OF_SESSION).read
        for part, known in _joined(node, names)
        if anchor_of(part, Kind.EXERCISE, known) is not None
    )


def _joined(node: Node, names: Names) -> Iterator[tuple[Node, Names]]:
    """The parts that `and` joins, with the names that each may use; defined names are looked into."""
    match node:
        case Both(every=True, operands=operands):
            for operand in operands:
                yield from _joined(operand, names)
        case Bracket(inner=inner):
            yield from _joined(inner, names)
        case Name(word=word) if word in names.defines:
            define = names.defines[word]
            yield from _joined(define.node, replace(names, defines=define.above))
        case _:
            yield node, names
