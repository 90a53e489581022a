"""The commands of `wod`: a name, the module that does it, and a line of help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Command(NamedTuple):
    """A command; its module is imported only when it is called.

    A command with `parts` has no module of its own: the word behind it names one of them.
    """

    name: str
    module: str
    usage: str
    summary: str
    parts: tuple[Command, ...] = ()


PACK_COMMANDS = (
    Command("list", "pack.list", "", "the packs that are there, where from, and load errors"),
    Command("new", "pack.new", "NAME", "a pack to start from: one TOML file, or Python"),
    Command("check", "pack.check", "PATH_OR_NAME...", "load packs and run their rules' examples"),
    Command("docs", "pack.docs", "PATH_OR_NAME", "a pack's documentation as Markdown"),
    Command(
        "why",
        "pack.why",
        "PATH_OR_NAME FILE:LINE [CODE]",
        "why its rules spoke or kept silent there",
    ),
)

COMMANDS = (
    Command("check", "check", "[PATH...]", "lint files and folders (default: here); `-` is stdin"),
    Command("fmt", "fmt", "[PATH...]", "one layout for programs, in place (default: here)"),
    Command("show", "show", "PATH", "the program as people look at it: days, sets, load"),
    Command("rule", "rule", "[CODE_OR_NAME]", "a rule's documentation; without a name, all rules"),
    Command("import", "importing", "FILE", "another format as a .wod text; packs bring formats"),
    Command("export", "exporting", "FILE", "a program in another format, as csv"),
    Command("exercise", "exercise", "[NAME]", "the catalogue: one exercise, or a search"),
    Command("schema", "schema", "NAME", "a JSON Schema: findings, program, config, pack"),
    Command("config", "config", "[KEY]", "what is in force, and where each value comes from"),
    Command("init", "init", "[FOLDER]", "write a commented wod.toml"),
    Command("completion", "completion", "SHELL", "completion for your shell: bash, zsh or fish"),
    Command("pack", "pack", "COMMAND", "rule packs: list, new, check, docs, why", PACK_COMMANDS),
)


def find_command(name: str, among: Sequence[Command] = COMMANDS) -> Command | None:
    """The command of this name."""
    return next((command for command in among if command.name == name), None)


def part_of(command: Command, part: Command) -> Command:
    """A part under the name that users type: `pack list`."""
    return part._replace(name=f"{command.name} {part.name}")


def overview() -> str:
    """The help of `wod` itself."""
    return "\n".join(
        [
            "Strength training as plain text, and a linter that coaches can trust.",
            "",
            "usage: wod COMMAND [OPTION...]",
            "",
            *_listed(COMMANDS),
            "",
            "`wod COMMAND --help` tells its options, `wod --version` the version.",
            "Exit codes: 0 clean, 1 findings, 2 wrong usage or configuration, 3 a rule crashed.",
        ]
    )


def parts_overview(command: Command) -> str:
    """The help of a command that has parts."""
    return "\n".join(
        [
            f"usage: wod {command.name} {command.usage} [OPTION...]",
            "",
            *_listed(command.parts),
            "",
            f"`wod {command.name} {command.usage} --help` tells its options.",
        ]
    )


def _listed(commands: Sequence[Command]) -> list[str]:
    width = max(len(f"{one.name} {one.usage}") for one in commands)
    return [f"  {f'{one.name} {one.usage}':<{width}}  {one.summary}" for one in commands]
