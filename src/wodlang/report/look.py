"""How a report for people may look on the terminal that it goes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TextIO

DEFAULT_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Look:
    """The width in cells, whether escape sequences may be used, and the URLs of rules' docs by code.

    Without `colour` the text is plain: no colours, no links.
    """

    width: int = DEFAULT_WIDTH
    colour: bool = False
    urls: Mapping[str, str] = field(default_factory=dict)


PLAIN = Look()


def look_of(stream: TextIO, urls: Mapping[str, str] | None = None) -> Look:
    """The look that fits a stream: plain on a pipe, a dumb terminal or with NO_COLOR."""
    from rich.console import Console

    console = Console(file=stream)
    plain = console.color_system is None or console.no_color or console.legacy_windows
    return Look(width=console.width, colour=not plain, urls=urls or {})
