"""Write each command's `--help` into docs/cli.md, between its marks. Run by `make docs`."""

from __future__ import annotations

import os
import re
from importlib import import_module
from pathlib import Path

from wodlang.cli.commands import COMMANDS, Command, overview, part_of, parts_overview
from wodlang.cli.parser import CommandParser

PAGE = Path(__file__).parent / "cli.md"
MARKED = re.compile(r"(<!-- help:([\w-]+) -->\n).*?(<!-- end -->\n)", re.DOTALL)


def page(text: str) -> str:
    """The page with the help texts as they are now."""
    parts = (part_of(command, part) for command in COMMANDS for part in command.parts)
    commands = {command.name.replace(" ", "-"): command for command in (*COMMANDS, *parts)}
    missing = commands.keys() - {match[2] for match in MARKED.finditer(text)}
    if missing:
        raise SystemExit(f"docs/cli.md has no place for the help of {', '.join(sorted(missing))}")
    return MARKED.sub(lambda match: f"{match[1]}{_block(commands.get(match[2]))}{match[3]}", text)


def _block(command: Command | None) -> str:
    shown = overview() if command is None else _help(command)
    return f"```text\n{shown.strip()}\n```\n"


def _help(command: Command) -> str:
    if command.parts:
        return parts_overview(command)
    os.environ |= {"COLUMNS": "90", "NO_COLOR": "1"}
    parser = CommandParser(command.name, command.usage, command.summary)
    import_module(f"wodlang.cli.{command.module}").add_options(parser)
    return parser.format_help()


def main() -> None:
    """Bring the page up to date."""
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
