"""The pytest plugin: a pack's examples and `.wod` fixtures as tests, from three settings.

```ini
[pytest]
wodlang_packs = iron_house.pack:PACK
wodlang_fixtures = tests/fixtures
wodlang_profiles = strict
```

`wodlang_packs`: one a line, `module:ATTRIBUTE` (a Pack, or a function that returns one), a module
with the hook `wodlang_pack`, or the path of a TOML pack. `wodlang_fixtures`: folders with `.wod`
files, or such files, each of which must hold what its `# expect: CODE` comments say.
`wodlang_profiles`: the profiles under which fixtures are checked. Paths count from pytest's rootdir.

The tests run whenever pytest is given a folder that is not below a `testpaths` folder (without
arguments, too); a fixture or the file of a pack can also be named: `pytest tests/fixtures/monday.wod`.
Without the settings nothing of wodlang is loaded. `-p no:wodlang` leaves the plugin out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wodlang.text.finding import Finding

PACKS, FIXTURES, PROFILES = "wodlang_packs", "wodlang_fixtures", "wodlang_profiles"


class Findings(Protocol):
    """What the fixture `wod_findings` gives."""

    def __call__(self, text: str, *, profiles: Sequence[str] = ...) -> tuple[Finding, ...]:
        """The findings of core and of the packs under test, in the order of the text."""


class LinesAndCodes(Protocol):
    """What the fixture `wod_lines` gives."""

    def __call__(self, text: str, *, profiles: Sequence[str] = ...) -> list[tuple[int, str]]:
        """Line (from 1) and code of each finding, in the order of the text."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The three settings."""
    parser.addini(PACKS, "rule packs to test: module:ATTRIBUTE, or a TOML file", "linelist", [])
    parser.addini(FIXTURES, "folders of .wod files with # expect: CODE", "linelist", [])
    parser.addini(PROFILES, "profiles under which the .wod files are checked", "linelist", [])


def pytest_configure(config: pytest.Config) -> None:
    """Bring in the part that needs wodlang, where a setting asks for it."""
    if config.getini(PACKS) or config.getini(FIXTURES):
        from wodlang.testing.pytest_collection import PackCollection

        config.pluginmanager.register(PackCollection(config), PackCollection.NAME)


@pytest.fixture
def wod_findings(pytestconfig: pytest.Config) -> Findings:
    """`wod_findings(text)`: what core and the packs of `wodlang_packs` find in a text.

    Without that setting, what the installed packs find.
    """
    from wodlang.testing.pytest_settings import packs_under_test
    from wodlang.testing.text_findings import findings

    packs = packs_under_test(pytestconfig)
    usual = tuple(pytestconfig.getini(PROFILES))

    def found(text: str, *, profiles: Sequence[str] = usual) -> tuple[Finding, ...]:
        return findings(text, profiles, packs=packs)

    return found


@pytest.fixture
def wod_lines(wod_findings: Findings, pytestconfig: pytest.Config) -> LinesAndCodes:
    """`wod_lines(text) == [(2, "IH101")]`: line and code of what is found in a text."""
    from wodlang.testing.text_findings import lines_and_codes

    usual = tuple(pytestconfig.getini(PROFILES))

    def found(text: str, *, profiles: Sequence[str] = usual) -> list[tuple[int, str]]:
        return lines_and_codes(text, wod_findings(text, profiles=profiles))

    return found
