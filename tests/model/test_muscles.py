"""Which muscle is proposed for a word that is none of the list."""

from __future__ import annotations

import pytest

from wodlang.model.muscles import GROUPS, MUSCLES, OTHER_NAMES, nearest_muscle
from wodlang.workbench import check_text


@pytest.mark.parametrize(
    ("typed", "muscle"),
    [
        ("quadriceps", "quads"), ("Quadricep", "quads"), ("quad", "quads"), ("bicep", "biceps"),
        ("tricpes", "triceps"), ("calf", "calves"), ("glute", "glutes"), ("pecs", "chest"),
        ("lower-bakc", "lower back"), ("latissimus dorsi", "lats"), ("legs", None), ("back", None),
        ("Shoulders", None), ("spleen", None),
    ],
)  # fmt: skip
def test_the_nearest(typed: str, muscle: str | None) -> None:
    assert nearest_muscle(typed) == muscle


def test_the_lists_do_not_meet() -> None:
    assert set(OTHER_NAMES.values()) <= set(MUSCLES)
    assert not set(MUSCLES) & {*OTHER_NAMES, *GROUPS}
    assert not OTHER_NAMES.keys() & set(GROUPS)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("quadriceps", 'did you mean "quads"?'), ("legs", "one of: quads, hamstrings, ")],
)
def test_in_an_exercise_of_a_file(typed: str, said: str) -> None:
    text = (
        f"exercise Sled Drag\n  pattern: carry\n  primary: {typed}\nsession A\n  Sled Drag 3x20m\n"
    )
    (finding,) = [one for one in check_text(text).findings if one.name == "unknown-field"]
    assert said in (finding.help or "")
