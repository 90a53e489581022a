"""The commands of `wod`: a name, the module that does it, and a line of help."""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """A command; its module is imported only when it is called."""

    name: str
    module: str
    usage: str
    summary: str


COMMANDS = (
    Command("check", "check", "[PATH...]", "lint files and folders (default: here); `-` is stdin"),
    Command("show", "show", "PATH", "the program as people look at it: days, sets, load"),
    Command("rule", "rule", "[CODE_OR_NAME]", "a rule's documentation; without a name, all rules"),
    Command("exercise", "exercise", "[NAME]", "the catalogue: one exercise, or a search"),
    Command("schema", "schema", "NAME", "a JSON Schema: findings, program or config"),
    Command("config", "config", "[KEY]", "what is in force, and where each value comes from"),
    Command("init", "init", "[FOLDER]", "write a commented wod.toml"),
    Command("pack", "pack", "list", "the installed packs, with versions and load errors"),
)


def find_command(name: str) -> Command | None:
    """The command of this name."""
    return next((command for command in COMMANDS if command.name == name), None)


def overview() -> str:
    """The help of `wod` itself."""
    width = max(len(f"{one.name} {one.usage}") for one in COMMANDS)
    lines = [f"  {f'{one.name} {one.usage}':<{width}}  {one.summary}" for one in COMMANDS]
    return "\n".join(
        [
            "Strength training as plain text, and a linter that coaches can trust.",
            "",
            "usage: wod COMMAND [OPTION...]",
            "",
            *lines,
            "",
            "`wod COMMAND --help` tells its options, `wod --version` the version.",
            "Exit codes: 0 clean, 1 findings, 2 wrong usage or configuration, 3 a rule crashed.",
        ]
    )
