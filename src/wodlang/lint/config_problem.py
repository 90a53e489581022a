"""What is wrong with a configuration, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wodlang.lint.settings import Origin
from wodlang.text.nearest import nearest
from wodlang.text.source import Source
from wodlang.text.span import Span
from wodlang.text.toml import key_span, value_span


@dataclass(frozen=True, slots=True)
class ConfigProblem:
    """A fault of a configuration file, or of an option of the command line (then `source` is None).

    `nearest` is the known word that was most likely meant.
    """

    message: str
    source: Source | None = None
    span: Span | None = None
    nearest: str | None = None
    option: str = ""

    @property
    def path(self) -> str | None:
        """The file that the problem is in."""
        return self.source.path if self.source else None

    @property
    def line(self) -> int | None:
        """The line, from 1."""
        return self.source.position(self.span.start).line if self.source and self.span else None

    @property
    def column(self) -> int | None:
        """The column, from 1, in code points."""
        return self.source.position(self.span.start).column if self.source and self.span else None

    def __str__(self) -> str:
        """`wod.toml:3:11: unknown rule "PC30", did you mean "PC302"?`"""
        place = [str(part) for part in (self.path, self.line, self.column) if part is not None]
        ending = f', did you mean "{self.nearest}"?' if self.nearest else ""
        return f"{':'.join(place) or self.option or 'configuration'}: {self.message}{ending}"


def at_value(origin: Origin | None, message: str, near: str | None = None) -> ConfigProblem:
    """A problem with a value."""
    return _at(origin, message, near, key=False)


def at_key(origin: Origin | None, message: str, near: str | None = None) -> ConfigProblem:
    """A problem with a key."""
    return _at(origin, message, near, key=True)


def unknown(
    origin: Origin | None, kind: str, word: str, known: Iterable[str], key: bool = False
) -> ConfigProblem:
    """`unknown rule "PC30"`, with the nearest known word."""
    return _at(origin, f'unknown {kind} "{word}"', nearest(word, known), key)


def _at(origin: Origin | None, message: str, near: str | None, key: bool) -> ConfigProblem:
    if origin is None or origin.source is None:
        return ConfigProblem(message, nearest=near, option=origin.option if origin else "")
    find = key_span if key else value_span
    return ConfigProblem(message, origin.source, find(origin.source, origin.path), near)
