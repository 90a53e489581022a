"""A rule's documentation from what its table says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wodlang.rulefile.reading import Reading
from wodlang.text.toml import KeyPath


@dataclass(frozen=True, slots=True)
class Prose:
    """A rule's documentation, and who says it."""

    doc: str
    source: str


def rule_prose(reading: Reading, table: dict[str, Any], path: KeyPath) -> Prose:
    """The headings that every rule has, with what the table says under each."""
    why, source = reading.text(table, "why", path), reading.text(table, "source", path)
    said = {
        "What it finds": _finds(table),
        "Why": why or "The pack does not say why.",
        "Instead": _sentence(_text(table, "help")) or "That is for the coach to decide.",
        "How sure this is": _sure(source),
    }
    doc = "\n\n".join(f"## {heading}\n\n{text}" for heading, text in said.items())
    return Prose(f"\n{_sentence(_text(table, 'name').replace('-', ' '))}\n\n{doc}\n", source)


def _finds(table: dict[str, Any]) -> str:
    each = _text(table, "for-each") or "exercise"
    condition = " ".join(_text(table, "when").split())
    return f"Each {each} of which this is true: `{condition}`."


def _sure(source: str) -> str:
    said = "That is what the authors of the pack say; nobody else has checked it."
    return said if source else f"{said} They name no source."


def _text(table: dict[str, Any], key: str) -> str:
    value = table.get(key, "")
    return value if isinstance(value, str) else ""


def _sentence(text: str) -> str:
    text = text.strip()
    if not text:
        return ""
    return f"{text[:1].upper()}{text[1:]}" + ("" if text[-1] in ".!?" else ".")
