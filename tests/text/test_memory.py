"""A memory forgets rather than grow."""

from __future__ import annotations

from wodlang.text.memory import Memory


def test_it_never_holds_more_than_it_may() -> None:
    memory: Memory[int, str] = Memory(3)
    for number in range(50):
        assert memory.keep(number, str(number)) == str(number)
        assert memory[number] == str(number)
        assert len(memory) <= 3
