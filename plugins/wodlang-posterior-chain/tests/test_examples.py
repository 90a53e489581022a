"""The pack and every rule prove themselves: their examples are their tests."""

from __future__ import annotations

import pytest

from wodlang.testing import Case, pack_cases
from wodlang_posterior_chain import wodlang_pack


@pytest.mark.parametrize("case", pack_cases(wodlang_pack()), ids=str)
def test_pack(case: Case) -> None:
    case.check()
