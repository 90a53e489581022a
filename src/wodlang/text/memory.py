"""What was worked out before, for a while: a dictionary that never grows beyond a limit."""

from __future__ import annotations

from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Memory(dict[Key, Value]):
    """A dictionary that forgets all it holds when it is full."""

    def __init__(self, most: int) -> None:
        """Hold so many things at most."""
        super().__init__()
        self.most = most

    def keep(self, key: Key, value: Value) -> Value:
        """Remember the value, and give it back."""
        if len(self) >= self.most:
            self.clear()
        self[key] = value
        return value
