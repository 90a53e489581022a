"""The muscles that exercises train, and what else people call them."""

from __future__ import annotations

import re

from wodlang.text.nearest import nearest

MUSCLES = (
    "quads", "hamstrings", "glutes", "adductors", "abductors", "calves", "shins", "hip flexors",
    "lats", "upper back", "mid back", "lower back", "traps", "neck", "chest", "front delts",
    "side delts", "rear delts", "rotator cuff", "biceps", "triceps", "forearms", "abs", "obliques",
)  # fmt: skip

OTHER_NAMES = {
    "quadriceps": "quads", "thighs": "quads",
    "hams": "hamstrings", "biceps femoris": "hamstrings",
    "gluteus": "glutes", "gluteus maximus": "glutes", "buttocks": "glutes",
    "inner thighs": "adductors", "gluteus medius": "abductors", "hip abductors": "abductors",
    "calf": "calves", "gastrocnemius": "calves", "soleus": "calves", "tibialis anterior": "shins",
    "iliopsoas": "hip flexors", "latissimus": "lats", "latissimus dorsi": "lats",
    "rhomboids": "mid back", "erectors": "lower back", "erector spinae": "lower back",
    "spinal erectors": "lower back", "trapezius": "traps",
    "pecs": "chest", "pectorals": "chest", "anterior delts": "front delts",
    "lateral delts": "side delts", "posterior delts": "rear delts",
    "biceps brachii": "biceps", "brachialis": "biceps", "triceps brachii": "triceps",
    "grip": "forearms", "abdominals": "abs", "core": "abs",
}  # fmt: skip
GROUPS = ("legs", "back", "shoulders", "deltoids", "delts", "arms", "hips")
"""Words for several of them: which one is meant, nobody can tell."""

LIKENESS = 0.75
"""Names of muscles end alike, and what ends alike is no slip of typing: quadriceps, triceps."""


def nearest_muscle(word: str) -> str | None:
    """The muscle that a word most likely means; None where it may be several, or none."""
    said = re.sub(r"[\s_-]+", " ", word.strip().casefold())
    if said in GROUPS:
        return None
    found = nearest(said, (*MUSCLES, *OTHER_NAMES), LIKENESS)
    return OTHER_NAMES.get(found, found) if found is not None else None
