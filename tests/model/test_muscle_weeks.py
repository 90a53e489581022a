"""Which sessions count together for a muscle's sets of a week."""

from __future__ import annotations

import pytest

from wodlang.model.muscle_weeks import muscle_weeks
from wodlang.workbench import open_text

SQUATS = "  Back Squat {}x5\n"


@pytest.mark.parametrize(
    ("heads", "quads"),
    [
        pytest.param(["Monday: A", "Thursday: B"], [3], id="weekdays without weeks"),
        pytest.param(["2026-11-23: A", "2026-11-29: B"], [3], id="Monday to Sunday"),
        pytest.param(["2026-11-22: A", "2026-11-23: B"], [1, 2], id="Sunday, then Monday"),
        pytest.param(["2026-12-31: A", "2027-01-02: B"], [3], id="over the turn of the year"),
        pytest.param(["2026-11-30: A", "2026-11-23: B", "2026-12-02: C"], [4, 2], id="no order"),
        pytest.param(["2026-11-22: A", "Monday: B"], [3], id="a date and a weekday"),
        pytest.param(
            ["week 1\n2026-11-22: A", "2026-11-23: B"], [3], id="the week that is written"
        ),
    ],
)
def test_dates_are_in_the_weeks_of_the_calendar(heads: list[str], quads: list[int]) -> None:
    text = "".join(f"{head}\n{SQUATS.format(sets)}" for sets, head in enumerate(heads, 1))
    weeks = open_text(text).program.weeks
    assert [one.sets for one in muscle_weeks(weeks) if one.muscle == "quads"] == quads
