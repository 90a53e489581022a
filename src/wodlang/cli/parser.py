"""argparse, with positionals that may stand anywhere and errors that say what to type."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Never

from wodlang.text.nearest import nearest


class UsageError(Exception):
    """What was typed makes no sense; the message says what to type instead."""


class CommandParser(argparse.ArgumentParser):
    """The options of one command."""

    def __init__(self, command: str, usage: str, summary: str) -> None:
        """Start with `--help` alone."""
        super().__init__(
            prog=f"wod {command}",
            usage=" ".join(["wod", command, *([usage] if usage else []), "[OPTION...]"]),
            description=summary,
            allow_abbrev=False,
        )

    def error(self, message: str) -> Never:
        """Raise instead of printing the usage: what is wrong is said in one place."""
        raise UsageError(_plainer(message))

    def parse(self, typed: Sequence[str]) -> argparse.Namespace:
        """The options, and in `words` all that is none, in its order."""
        options, words = _split(typed)
        arguments, others = self.parse_known_args(options)
        for other in others:
            if other.startswith("-") and other != "-":
                raise UsageError(self._unknown_option(other))
        arguments.words = [*others, *words]
        return arguments

    def _unknown_option(self, typed: str) -> str:
        if typed.lower().endswith(".wod") and "=" not in typed:
            return f"unknown option {typed}: a file of this name is written ./{typed}"
        name = typed.partition("=")[0]
        known = [option for action in self._actions for option in action.option_strings]
        near = nearest(name, (option for option in known if option.startswith("--")))
        hint = f", did you mean {near}?" if near else ""
        return f"unknown option {name}{hint} (`{self.prog} --help` lists the options)"


@dataclass(frozen=True, slots=True)
class OneOf:
    """An option's type: one of these words. `choices` is what shell completion offers."""

    choices: tuple[str, ...]

    def __call__(self, typed: str) -> str:
        """The word itself; any other is an error that names the nearest."""
        if typed in self.choices:
            return typed
        near = nearest(typed, self.choices)
        hint = f', did you mean "{near}"?' if near else ""
        raise argparse.ArgumentTypeError(f'"{typed}" is none of {", ".join(self.choices)}{hint}')


def one_of(choices: Iterable[str]) -> OneOf:
    """An option's type: one of these words."""
    return OneOf(tuple(choices))


def at_most(words: Sequence[str], number: int, usage: str) -> None:
    """Refuse more words than a command takes."""
    if len(words) > number:
        raise UsageError(f'"{words[number]}" is one word too many: {usage}')


def _split(typed: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands before `--`, and the words after it."""
    if "--" not in typed:
        return list(typed), []
    at = list(typed).index("--")
    return list(typed[:at]), list(typed[at + 1 :])


def _plainer(message: str) -> str:
    """argparse's message without its `argument `."""
    return message.removeprefix("argument ").replace("expected one argument", "needs a value")
