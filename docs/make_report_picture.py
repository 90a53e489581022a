"""Draw docs/report.svg: what `wod check` prints of an example. Run by `make docs`."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from wodlang.cli.fix_hint import fix_hint
from wodlang.report.file_report import FileReport
from wodlang.report.full import render
from wodlang.report.look import Look
from wodlang.workbench import check_text

ROOT = Path(__file__).parent.parent
EXAMPLE = "examples/broken/PC302-unsupported-row-after-hinge.wod"
PICTURE = Path(__file__).parent / "report.svg"
WIDTH = 90
CELL = 12.2
LEADING_BLANKS = re.compile(r'x="([\d.]+)" (y="[\d.]+") textLength="([\d.]+)"([^>]*)>((?:&#160;)+)')
EMPTY_TEXT = re.compile(r"<text [^>]*>\s*</text>")
FONTS = re.compile(r"@font-face \{\{.*?\n    \}\}\n", re.DOTALL)
THEME = TerminalTheme(
    (24, 26, 31),
    (220, 223, 228),
    [(24, 26, 31), (224, 108, 117), (126, 196, 125), (229, 192, 123),
     (97, 175, 239), (198, 120, 221), (86, 182, 194), (220, 223, 228)],
    [(130, 137, 151), (240, 113, 120), (152, 214, 150), (240, 205, 140),
     (120, 190, 250), (210, 145, 230), (110, 200, 210), (255, 255, 255)],
)  # fmt: skip


def report(colour: bool) -> str:
    """The report of the example, as a terminal of the picture's width gets it."""
    text = (ROOT / EXAMPLE).read_text(encoding="utf-8")
    result = check_text(text, EXAMPLE)
    file = FileReport(EXAMPLE, result.source, result.findings)
    return render([file], look=Look(width=WIDTH, colour=colour)) + fix_hint([file], unsafe=False)


def picture() -> str:
    """The report as SVG. The fonts are the reader's own, so that nothing is fetched."""
    from rich._export_format import CONSOLE_SVG_FORMAT

    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True)
    console.print(Text.assemble(("$ ", "bold green"), (f"wod check {EXAMPLE}", "bold"), "\n"))
    console.print(Text.from_ansi(report(colour=True).rstrip("\n")))
    template = FONTS.sub("", CONSOLE_SVG_FORMAT).replace(
        "Fira Code", "ui-monospace, Menlo, Consolas"
    )
    svg = console.export_svg(
        title="wod check", theme=THEME, code_format=template, unique_id="report"
    )
    svg = LEADING_BLANKS.sub(_moved, EMPTY_TEXT.sub("", svg))
    return "\n".join(line.rstrip() for line in svg.split("\n")) + "\n"


def _moved(match: re.Match[str]) -> str:
    """Blanks at a text's start as a larger x: some programs leave them out when they draw it."""
    shift = CELL * match[5].count("&#160;")
    x, length = float(match[1]) + shift, float(match[3]) - shift
    return f'x="{x:g}" {match[2]} textLength="{length:g}"{match[4]}>'


def main() -> None:
    """Write the picture."""
    PICTURE.write_text(picture(), encoding="utf-8")


if __name__ == "__main__":
    main()
