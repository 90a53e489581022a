"""Examples and fixtures as pytest's items; a failure is told without our own code around it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from wodlang.lint.rule import Pack
from wodlang.testing.cases import Case, pack_cases
from wodlang.testing.failure import CheckFailed
from wodlang.testing.fixture_check import check_fixture
from wodlang.testing.pytest_settings import Settings


class _CheckItem(pytest.Item):
    """A check that says itself what is wrong."""

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The failures alone; the traceback of anything that was not expected."""
        if isinstance(excinfo.value, CheckFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The file, and what the test is called above its failure."""
        return self.path, None, self.name


class ExampleItem(_CheckItem):
    """An example of a rule, `IH101-2`, or the pack as it is written, `iron-house`."""

    def __init__(self, *, case: Case, **node: Any) -> None:
        """A check of a pack."""
        super().__init__(**node)
        self._case = case

    def runtest(self) -> None:
        """Raise CheckFailed with all that is wrong."""
        self._case.check()

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The file, and the test with the name of its rule."""
        rule = self._case.rule
        return self.path, None, f"{self.name} ({rule.name})" if rule else self.name


class PackFile(pytest.File):
    """The file that packs come from, with a test for each of their cases."""

    def __init__(self, *, packs: tuple[Pack, ...], **node: Any) -> None:
        """The packs of one file."""
        super().__init__(**node)
        self._packs = packs

    def collect(self) -> Iterator[pytest.Item]:
        """The pack as it is written, then its examples, in the order of the rules."""
        for pack in self._packs:
            for case in pack_cases(pack):
                yield ExampleItem.from_parent(self, name=str(case), case=case)


class FixtureItem(_CheckItem):
    """A `.wod` file with `# expect: CODE` comments."""

    def __init__(self, *, settings: Settings, **node: Any) -> None:
        """A check of a file."""
        super().__init__(**node)
        self._settings = settings

    def runtest(self) -> None:
        """Raise CheckFailed unless just that is found which is expected."""
        packs = tuple(one.pack for one in self._settings.packs) or None
        check_fixture(self.path, packs, self._settings.profiles)


class FixtureFile(pytest.File):
    """A `.wod` file; its one test is called as the file."""

    def __init__(self, *, settings: Settings, **node: Any) -> None:
        """A fixture and what it is checked with."""
        super().__init__(**node)
        self._settings = settings

    def collect(self) -> Iterator[pytest.Item]:
        """The one test."""
        yield FixtureItem.from_parent(
            self, name=self.path.name, nodeid=self.nodeid, settings=self._settings
        )
