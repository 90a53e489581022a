"""How wide a text is on a terminal: what columns are reckoned with."""

from __future__ import annotations

import pytest

from wodlang.format.width import width_of


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("Row", 3, id="latin"),
        pytest.param("深蹲", 4, id="wide"),
        pytest.param("Je\u0301te\u0301", 4, id="combining"),
        pytest.param("סקוואט", 6, id="right to left"),
        pytest.param("\u200fסקוואט\u200e", 6, id="marks of direction"),
        pytest.param("💪🏽", 2, id="tone of skin"),
        pytest.param("👨\u200d👩\u200d👧", 2, id="joined"),
        pytest.param("❤\ufe0f", 2, id="shown as a picture"),
        pytest.param("✅\ufe0f", 2, id="a picture anyway"),
    ],
)
def test_width(text: str, width: int) -> None:
    assert width_of(text) == width
