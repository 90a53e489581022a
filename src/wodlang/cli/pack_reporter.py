"""`--output-format NAME` where a pack brings the format."""

from __future__ import annotations

from argparse import Namespace

from wodlang.cli.loaded_packs import in_force, say_faults
from wodlang.cli.messages import complain
from wodlang.cli.pack_offers import find_offer
from wodlang.cli.parser import UsageError
from wodlang.lint.guarded import PackError
from wodlang.plugin.offers import Offer, made_text
from wodlang.report.reporter import BUILT_IN, Report, Reporter


def pack_reporter(arguments: Namespace) -> Offer[Reporter]:
    """The reporter of this name among the packs in force here; a `UsageError` where none has it."""
    here = in_force(".", arguments)
    try:
        found: Offer[Reporter] = find_offer(
            arguments.output_format, here.loaded.reporters, "output format", BUILT_IN
        )
    except UsageError:
        say_faults(here)  # the pack that should bring it may have failed
        raise
    return found


def pack_report(reporter: Offer[Reporter], report: Report) -> str | None:
    """The text of a pack's reporter; None where it failed, which is said."""
    try:
        return made_text(reporter.value.render, report)
    except PackError as error:
        name = reporter.value.name
        complain(
            f"the reporter {name} of the pack {reporter.pack} failed: {error}\n"
            "The full report follows instead."
        )
        return None
