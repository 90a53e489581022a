"""What the tests of a pack use.

`check_example`, `check_pack` and `check_fixture` raise `CheckFailed`, an AssertionError that says all
that is wrong; `pack_failures` and `fixture_failures` return it. `pack_cases` gives a pack's checks
one by one, for `pytest.mark.parametrize(..., ids=str)`; the pytest plugin does that from three
settings (`wodlang.testing.pytest_plugin`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wodlang.testing.cases import Case, check_pack, pack_cases, pack_failures
    from wodlang.testing.example_check import check_example
    from wodlang.testing.failure import CheckFailed, Failure
    from wodlang.testing.fixture_check import check_fixture, fixture_failures
    from wodlang.testing.text_findings import findings, lines_and_codes
else:
    # pytest loads its plugins, and with them this package, in projects that never use wodlang.
    def __getattr__(name: str) -> object:
        import importlib

        for home, names in _HOMES.items():
            if name in names:
                return getattr(importlib.import_module(f"{__name__}.{home}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


_HOMES = {
    "cases": ("Case", "check_pack", "pack_cases", "pack_failures"),
    "example_check": ("check_example",),
    "failure": ("CheckFailed", "Failure"),
    "fixture_check": ("check_fixture", "fixture_failures"),
    "text_findings": ("findings", "lines_and_codes"),
}

__all__ = [
    "Case", "CheckFailed", "Failure", "check_example", "check_fixture", "check_pack", "findings",
    "fixture_failures", "lines_and_codes", "pack_cases", "pack_failures",
]  # fmt: skip
