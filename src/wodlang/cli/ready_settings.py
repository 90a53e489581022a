"""Settings that have been checked against the packs, once for each folder."""

from __future__ import annotations

import os
from argparse import Namespace
from dataclasses import dataclass

from wodlang.cli.baselines import FileBaseline
from wodlang.cli.exit_codes import Exit
from wodlang.cli.loaded_packs import in_force
from wodlang.lint.config import Settings


@dataclass(frozen=True, slots=True)
class Ready:
    """Settings that a file can be checked by, and the packs (name, version) that it is checked with.

    `fixes` says whether anybody looks at fixes. `baseline` is what it holds of one file; None where
    it holds nothing.
    """

    settings: Settings
    fixes: bool
    packs: tuple[tuple[str, str], ...] = ()
    baseline: FileBaseline | None = None


class ReadySettings:
    """The settings of every folder of a run, and what is wrong with them, each fault said once."""

    def __init__(self, arguments: Namespace) -> None:
        """Nothing is read before a file asks."""
        self.arguments = arguments
        self._fixes = arguments.output_format != "concise" or arguments.statistics
        self._by_folder: dict[str, Ready | None] = {}
        self._complaints: dict[str, None] = {}
        self._packs: dict[str, str] = {}
        self._codes: set[Exit] = set()

    def of_file(self, path: str) -> Ready | None:
        """The settings of a file; None where its configuration is at fault."""
        return self.of_folder(os.path.dirname(os.path.abspath(path)))

    def of_folder(self, folder: str) -> Ready | None:
        """The settings of all files of a folder; None where its configuration is at fault."""
        if folder not in self._by_folder:
            self._by_folder[folder] = self._read(folder)
        return self._by_folder[folder]

    @property
    def complaints(self) -> tuple[str, ...]:
        """What is wrong with the configurations and packs."""
        return tuple(self._complaints)

    @property
    def codes(self) -> tuple[Exit, ...]:
        """The exit codes that follow from it."""
        return tuple(self._codes)

    @property
    def packs(self) -> tuple[tuple[str, str], ...]:
        """The name and version of every pack that was loaded."""
        return tuple(self._packs.items())

    def _read(self, folder: str) -> Ready | None:
        found = in_force(folder, self.arguments)
        packs = {pack.name: pack.version for pack in found.packs}
        self._packs |= packs
        for message in (*found.unloaded, *found.faults):
            self._complaints[message] = None
            self._codes.add(Exit.USAGE)
        return None if found.faults else Ready(found.settings, self._fixes, tuple(packs.items()))
