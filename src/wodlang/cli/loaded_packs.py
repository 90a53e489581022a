"""The packs that a command without files works with."""

from __future__ import annotations

from argparse import Namespace

from wodlang import workbench
from wodlang.cli.common_options import settings_for
from wodlang.cli.exit_codes import Exit
from wodlang.cli.messages import complain
from wodlang.lint.rule import Pack


def packs_in_force(arguments: Namespace) -> tuple[tuple[Pack, ...], Exit]:
    """The packs of the configuration here; what is wrong with either is said, and exit 2."""
    settings, problems = settings_for(".", arguments)
    loaded = workbench.load_packs(settings)
    faults = [*map(str, problems), *map(str, loaded.problems)]
    for fault in faults:
        complain(fault)
    return loaded.packs, Exit.USAGE if faults else Exit.CLEAN
