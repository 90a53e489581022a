"""What a run is to do besides checking: the options, and which of them exclude one another."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from wodlang.cli.parser import CommandParser, UsageError
from wodlang.cli.walk import SUFFIX
from wodlang.lint.config_file import OWN_NAME, SHARED_NAME

CONFIGURATIONS = (OWN_NAME, SHARED_NAME)
BASELINE_NAME = "wod-baseline.toml"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is done with each text. `reason` is that of `--add-ignore`; `diff` writes nothing."""

    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    reason: str | None = None

    @property
    def changes(self) -> bool:
        """Whether texts are changed, or would be."""
        return self.fix or self.reason is not None


def add_change_options(parser: CommandParser) -> None:
    """`--fix` and those that go with it."""
    parser.add_argument("--fix", action="store_true", help="make the safe fixes, report the rest")
    parser.add_argument(
        "--unsafe-fixes", action="store_true",
        help="with --fix or --diff: also the fixes that change the training",
    )  # fmt: skip
    parser.add_argument(
        "--diff", action="store_true", help="show what --fix would change; exit 1 if anything"
    )
    parser.add_argument(
        "--add-ignore", metavar="REASON",
        help="write `# wod: ignore[CODE] REASON` for each finding that is left",
    )  # fmt: skip


def wanted_of(arguments: Namespace) -> Wanted:
    """What the options ask for; a `UsageError` where they contradict one another."""
    reason = _reason(arguments.add_ignore)
    wanted = Wanted(
        fix=arguments.fix or (arguments.diff and reason is None),
        unsafe=arguments.unsafe_fixes,
        diff=arguments.diff,
        reason=reason,
    )
    shown = arguments.output_format != "full" or arguments.statistics
    if wanted.diff and shown and arguments.output_file is None:
        raise UsageError("--diff takes stdout: write --output-file FILE for the report")
    if wanted.changes and arguments.write_baseline is not None:
        raise UsageError("--write-baseline takes a run of its own: first fix, then write it")
    if arguments.write_baseline is not None:
        _refuse_names_of_others(Path(arguments.write_baseline))
    return wanted


def _refuse_names_of_others(baseline: Path) -> None:
    """Under the name of a configuration or a program, a baseline would break the runs after it."""
    is_program = baseline.suffix.lower() == SUFFIX
    if is_program or baseline.name in CONFIGURATIONS:
        raise UsageError(
            f"--write-baseline {baseline}: later runs would read it as "
            f"{'a program' if is_program else 'a configuration'}: "
            f"write --write-baseline {baseline.parent / BASELINE_NAME}"
        )


def _reason(typed: str | None) -> str | None:
    if typed is None:
        return None
    reason = typed.strip()
    if not reason:
        raise UsageError('--add-ignore needs a reason: write --add-ignore "the physio agrees"')
    if len(reason.splitlines()) > 1:
        raise UsageError("--add-ignore takes a reason of one line")
    return reason
