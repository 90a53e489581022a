"""Packs, and settings that were checked against them."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass

from wodlang import workbench
from wodlang.cli.exit_codes import Exit
from wodlang.cli.messages import complain
from wodlang.cli.run_settings import settings_for
from wodlang.lint.config import ConfigProblem, Settings
from wodlang.lint.config_check import check_settings
from wodlang.lint.guarded import time_limit
from wodlang.lint.rule import Pack
from wodlang.plugin.host import LoadedPacks


@dataclass(frozen=True, slots=True)
class InForce:
    """The settings and packs of a folder. `unloaded` says what packs are missing, `faults` what is
    wrong with the configuration or the options of the command line. `loaded` is all that is known
    of the packs.
    """

    settings: Settings
    packs: tuple[Pack, ...]
    unloaded: tuple[str, ...]
    faults: tuple[str, ...]
    loaded: LoadedPacks


def in_force(path: str, arguments: Namespace) -> InForce:
    """What holds for a file or folder.

    A pack that the settings name and that is not there is a fault of theirs, with its place; one
    that is there and cannot be loaded is not.
    """
    settings, problems = settings_for(path, arguments)
    try:
        time_limit()
    except ValueError as error:
        problems += (ConfigProblem(str(error), option="environment"),)
    loaded = workbench.load_packs(settings)
    failed = [problem for problem in loaded.problems if not problem.missing]
    faults = (*problems, *check_settings(settings, loaded.packs, all_loaded=not failed))
    said = tuple(map(str, faults))
    lost = [
        one
        for one in loaded.problems
        if one.missing and not any(one.pack in fault for fault in said)
    ]
    unloaded = tuple(str(problem) for problem in (*failed, *lost))
    return InForce(settings, loaded.packs, unloaded, said, loaded)


def say_faults(found: InForce) -> Exit:
    """Say on stderr what is wrong, if anything is; the exit code that follows."""
    for message in (*found.unloaded, *found.faults):
        complain(message)
    return Exit.USAGE if found.unloaded or found.faults else Exit.CLEAN
