"""How a core check is documented."""

from __future__ import annotations

from dataclasses import dataclass

from wodlang.lint.rule import Evidence, Invalid, Valid


@dataclass(frozen=True, slots=True)
class CoreDoc:
    """A check's documentation. `source` is empty where nothing but the language decides."""

    finds: str
    why: str
    instead: str
    examples: tuple[Valid | Invalid, ...] = ()
    evidence: Evidence = Evidence.OPINION
    source: str = ""

    def text(self, summary: str) -> str:
        """The prose under the headings that all rules have."""
        parts = [
            f"{summary[:1].upper()}{summary[1:]}.",
            f"## What it finds\n{self.finds}",
            f"## Why\n{self.why}",
            f"## Instead\n{self.instead}",
        ]
        return "\n" + "\n\n".join(parts) + "\n"
