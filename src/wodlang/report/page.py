"""Rows of styled text that become one string."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text

from wodlang.report.look import Look

MINIMUM_WIDTH = 20
HEIGHT = 25  # rich asks the terminal for its size unless both are given
BLANKS_AT_END = re.compile(r" +$", re.MULTILINE)


class Page:
    """Where a report for people is written, row by row."""

    def __init__(self, look: Look) -> None:
        """Start an empty page."""
        self.look = look
        self.width = max(look.width, MINIMUM_WIDTH)
        self._rows: list[RenderableType] = []
        self._console = Console(
            file=StringIO(),
            width=self.width,
            height=HEIGHT,
            force_terminal=look.colour,
            color_system="standard" if look.colour else None,
            no_color=not look.colour,
            legacy_windows=False,
            markup=False,
            highlight=False,
            emoji=False,
        )

    def add(self, rows: Iterable[RenderableType]) -> None:
        """Write these rows (or tables) below the others; a text stays on its row."""
        self._rows.extend(rows)

    def wrapped(self, text: Text, width: int) -> list[Text]:
        """The text in rows of at most `width` cells."""
        return list(text.wrap(self._console, max(width, MINIMUM_WIDTH // 2))) or [Text()]

    def rendered(self) -> str:
        """All rows as one string, each with its line end."""
        return "".join(self._printed(row) for row in self._rows)

    def _printed(self, row: RenderableType) -> str:
        if isinstance(row, Text):
            row.rstrip()
            if not self.look.colour:
                return row.plain + "\n"
        with self._console.capture() as capture:
            self._console.print(row, soft_wrap=isinstance(row, Text))
        return capture.get() if self.look.colour else BLANKS_AT_END.sub("", capture.get())
