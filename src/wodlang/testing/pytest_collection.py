"""Which tests a run of pytest collects: examples of packs, `.wod` fixtures."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path

import pytest

from wodlang.testing.pytest_items import FixtureFile, PackFile
from wodlang.testing.pytest_settings import settings_of


class PackCollection:
    """The hooks that are needed where a setting asks for packs or fixtures."""

    NAME = "wodlang-collection"

    def __init__(self, config: pytest.Config) -> None:
        """Nothing is read before the session starts."""
        self._config = config

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionstart(self) -> None:
        """Read the settings: a wrong one ends the run before anything is collected."""
        settings_of(self._config)

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """Add the files of packs and fixtures to what the session collects."""
        report = yield
        if isinstance(collector, pytest.Session) and report.passed:
            wanted = self._wanted(collector)
            report.result = [*(report.result or ()), *wanted]
        return report

    def pytest_collect_file(
        self, file_path: Path, parent: pytest.Collector
    ) -> pytest.Collector | None:
        """A pack or a fixture that is named on the command line."""
        if not parent.session.isinitpath(file_path):
            return None
        return next((one for one in self._all(parent) if one.path == file_path), None)

    def _wanted(self, session: pytest.Session) -> Iterator[pytest.Collector]:
        """What stands in the folders of the arguments; those that are named are collected already."""
        folders = [path for path in self._arguments() if path.is_dir()]
        everything = any(not self._is_part(folder) for folder in folders)
        for one in self._all(session):
            inside = any(one.path.is_relative_to(folder) for folder in folders)
            # Not pytest_ignore_collect: it leaves out folders called `build`, or environments,
            # and with them what a setting names.
            ignored = any(one.path.is_relative_to(path) for path in self._ignored())
            if (everything or inside) and not ignored and not session.isinitpath(one.path):
                yield one

    def _all(self, parent: pytest.Collector) -> Iterator[pytest.Collector]:
        settings = settings_of(self._config)
        for path in dict.fromkeys(one.path for one in settings.packs):
            packs = tuple(one.pack for one in settings.packs if one.path == path)
            yield PackFile.from_parent(parent, path=path, packs=packs)
        for path in settings.fixtures:
            yield FixtureFile.from_parent(parent, path=path, settings=settings)

    def _arguments(self) -> list[Path]:
        return self._paths(word.split("::")[0] for word in self._config.args)

    def _ignored(self) -> list[Path]:
        return self._paths(self._config.getoption("ignore") or ())

    def _paths(self, words: Iterable[str]) -> list[Path]:
        here = self._config.invocation_params.dir
        return [Path(os.path.abspath(here / word)) for word in words]

    def _is_part(self, folder: Path) -> bool:
        """Whether a folder is only a part of the tests: it lies below one of `testpaths`."""
        roots = [self._config.rootpath / word for word in self._config.getini("testpaths")]
        return any(folder != root and folder.is_relative_to(root) for root in roots)
