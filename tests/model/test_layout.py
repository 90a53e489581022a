"""Which session and block a line is in."""

from __future__ import annotations

from wodlang.workbench import open_text


def test_a_list_above_the_first_exercise_is_done_by_all_below_it() -> None:
    opened = open_text("Tuesday\n21-15-9\nThrusters @ 43/30 kg\nPull-Ups\n")
    reps = [[one.low for one in entry.sets] for entry in opened.program.sessions[0].entries]
    assert reps == [[21, 15, 9], [21, 15, 9]]
    assert not opened.findings


def test_a_list_below_an_exercise_is_its_own() -> None:
    opened = open_text("Back Squat\n5-5-5-3-3-1\n")
    (entry,) = opened.program.sessions[0].entries
    assert [one.low for one in entry.sets] == [5, 5, 5, 3, 3, 1]
