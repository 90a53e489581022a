"""The report of `wod check`: made in the format that is asked for, and sent where it belongs."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wodlang.cli import output
from wodlang.cli.check_files import Checked
from wodlang.cli.discovery import Discovered
from wodlang.cli.exit_codes import Exit, gravest
from wodlang.cli.messages import complain, remark
from wodlang.report.file_report import FileReport
from wodlang.report.reporter import BUILT_IN, FOR_PROGRAMS, Report, Reporter, own_reporter

if TYPE_CHECKING:  # a run that knows all results imports no packs
    from wodlang.plugin.offers import Offer


class CheckReport:
    """Where and how a run is reported.

    `beside` says that stdout is taken by something else, `silent` that there is no report at all.
    """

    def __init__(self, arguments: Namespace) -> None:
        """Find the reporter, so that an unknown format is said before anything is done."""
        self.arguments = arguments
        self.beside = self.silent = False
        self._of_pack = _reporter(arguments)

    @property
    def is_for_people(self) -> bool:
        """Whether the report is the full one, to which a sentence may be added."""
        return self.arguments.output_format == "full" and not self.arguments.statistics

    def write(
        self, checked: Checked, complaints: Sequence[str], codes: Sequence[Exit], ending: str = ""
    ) -> Exit:
        """Write the report; `ending` are further lines of the full one."""
        form = self.arguments.output_format
        if self.silent:
            return Exit.CLEAN
        if self._of_pack is not None:
            return self._write_of_pack(self._for_programs(checked, complaints, codes))
        if form in FOR_PROGRAMS:
            self._send(own_reporter(form).render(self._for_programs(checked, complaints, codes)))
        elif checked.files or form == "json":
            self._send(self._rendered(checked) + (ending if self.is_for_people else ""))
        return Exit.CLEAN

    def unmet(self) -> tuple[str, ...]:
        """What was asked of the report and its format cannot do."""
        form = self.arguments.output_format
        if not self.arguments.statistics or form in ("full", "concise"):
            return ()
        return (f"--statistics is for people: the format {form} has the findings themselves",)

    def _for_programs(
        self, checked: Checked, complaints: Sequence[str], codes: Sequence[Exit]
    ) -> Report:
        from wodlang.cli.program_report import full_report

        return full_report(checked, complaints, gravest(codes), self.arguments)

    def _write_of_pack(self, report: Report) -> Exit:
        """Write a pack's report; where it fails, the full one to stdout, never into its file."""
        from wodlang.cli.pack_reporter import pack_report

        text = pack_report(self._of_pack, report) if self._of_pack else None
        if text is not None:
            self._send(text)
            return Exit.CLEAN
        self._send_to_stream(self._full(report.files, report.packs, None))
        return Exit.CRASHED

    def _rendered(self, checked: Checked) -> str:
        files, packs = checked.files, checked.packs
        if self.arguments.output_format == "json":
            from wodlang.report import json_findings

            return json_findings.render(files, packs)
        if self.arguments.statistics:
            from wodlang.report import statistics

            return statistics.render(files, packs)
        if self.arguments.output_format == "concise":
            from wodlang.report import concise

            return concise.render(files, packs)
        return self._full(files, packs, self.arguments.output_file)

    def _full(
        self,
        files: tuple[FileReport, ...],
        packs: tuple[tuple[str, str], ...],
        output_file: str | None,
    ) -> str:
        from wodlang.report.summary import sentence, summarise

        if not any(file.findings for file in files):  # rich takes longer to import than all else
            return sentence(summarise(files)) + "\n"
        from wodlang.report import full
        from wodlang.report.look import PLAIN, look_of

        stream = sys.stderr if self.beside else sys.stdout
        return full.render(files, packs, PLAIN if output_file else look_of(stream))

    def _send(self, text: str) -> None:
        if self.arguments.output_file is not None:
            output.write(text, self.arguments.output_file)
        else:
            self._send_to_stream(text)

    def _send_to_stream(self, text: str) -> None:
        if self.beside:
            output.to_stderr(text)
        else:
            output.write(text)


def reported(
    found: Discovered, checked: Checked, report: CheckReport, ending: Callable[[], str]
) -> Exit:
    """Say what could not be done and write the report; the exit code of the run."""
    unusable = tuple({one.path: one for one in found.unusable + checked.unusable}.values())
    checked = replace(checked, unusable=unusable)
    unmet = report.unmet()
    complaints = (*map(str, unusable), *checked.complaints, *unmet)
    for message in complaints:
        complain(message)
    for message in checked.remarks:
        remark(message)
    codes = [*checked.codes, *(Exit.USAGE for _ in (*unusable, *unmet))]
    said = ending() if report.is_for_people else ""
    codes.append(report.write(checked, complaints, codes, f"{said}\n" if said else ""))
    return gravest(codes)


def _reporter(arguments: Namespace) -> Offer[Reporter] | None:
    """The reporter that a pack brings; None where the format is wodlang's own."""
    if arguments.output_format in BUILT_IN:
        return None
    from wodlang.cli.pack_reporter import pack_reporter

    return pack_reporter(arguments)
