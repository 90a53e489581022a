"""The left margin of an excerpt: line numbers and a bar."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text

from wodlang.report import palette


@dataclass(frozen=True, slots=True)
class Gutter:
    """A margin for line numbers of up to `digits` digits."""

    digits: int

    @property
    def width(self) -> int:
        """The cells that it takes, the blanks around the bar included."""
        return self.digits + 4

    def numbered(self, line: int, text: Text, sign: str = "|", style: str = palette.GUTTER) -> Text:
        """A row of the file: ` 7 | text`; in a diff the sign is `-` or `+`."""
        number = Text(f" {line:>{self.digits}} ", palette.GUTTER)
        return Text.assemble(number, (sign, style), " ", text)

    def blank(self, text: Text | None = None) -> Text:
        """A row without a number: `   | text`."""
        bar = Text(f"{'':{self.digits + 2}}| ", palette.GUTTER)
        return bar if text is None else Text.assemble(bar, text)

    def place(self, where: str) -> Text:
        """The row that says where: `  --> path:line:column`."""
        return Text.assemble((f"{'':{self.digits + 1}}--> ", palette.GUTTER), where)

    def gap(self) -> Text:
        """The row that stands for lines left out."""
        return Text("...", palette.GUTTER)

    def remark(self, word: str, style: str, rows: list[Text]) -> list[Text]:
        """`   = help: text`, further rows under the text."""
        lead = f"{'':{self.digits + 2}}= "
        first = Text.assemble((lead, palette.GUTTER), (word, style), ": ", rows[0])
        indent = " " * self.remark_indent(word)
        return [first, *(Text.assemble(indent, row) for row in rows[1:])]

    def remark_indent(self, word: str) -> int:
        """The cells before a remark's text."""
        return self.digits + 4 + len(word) + 2
