"""What came of a line in one text is no answer for another that reads it otherwise."""

from __future__ import annotations

import pytest

from wodlang.workbench import open_text

LINE = "Monday\n  Back Squat 3x5 @ 140, rest 2min\n"
TEXTS = {
    "no unit": LINE,
    "pounds": f"program P\n  units: lb\n{LINE}",
    "kilograms": f"program P\n  units: kg\n{LINE}",
    "a max": f"program P\n  units: kg\nathlete\n  max Back Squat: 200 kg\n{LINE}",
    "another max": f"program P\n  units: kg\nathlete\n  max Back Squat: 160 kg\n{LINE}",
}


def read(text: str) -> tuple[object, ...]:
    opened = open_text(text)
    [session] = opened.program.sessions
    [entry] = session.entries
    load = entry.sets[0].load
    assert load is not None
    return load.unit, entry.sets[0].percent, [one.name for one in opened.findings], entry.line


@pytest.mark.parametrize("order", [1, -1])
def test_a_line_means_what_its_own_text_says(order: int) -> None:
    alone = {name: read(text) for name, text in TEXTS.items()}
    assert len({str(one) for one in alone.values()}) == len(TEXTS)
    for _ in range(2):
        for name, text in list(TEXTS.items())[::order]:
            assert read(text) == alone[name]


def test_a_line_stands_where_its_own_text_has_it() -> None:
    assert read(TEXTS["no unit"])[-1] == 2
    assert read("# one\n# two\n" + TEXTS["no unit"])[-1] == 4
