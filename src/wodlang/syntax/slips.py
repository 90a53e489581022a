"""Words that differ from a known one by a slip of typing."""

from __future__ import annotations

from functools import lru_cache

LONG_WORD = 8  # in so long a word two slips still leave no doubt


@lru_cache(maxsize=4096)
def slip_of(word: str, known: tuple[str, ...]) -> str | None:
    """The known word from which this differs by a slip (a letter too many, too few, wrong, or two
    swapped); a plural is none.
    """
    near = [
        (meant, 2 if len(meant) >= LONG_WORD else 1)
        for meant in known
        if word[0] == meant[0] and word not in (meant, f"{meant}s")
    ]
    if not any(abs(len(word) - len(meant)) <= slips for meant, slips in near):
        return None
    from rapidfuzz.distance import OSA  # most words are no slip, and a start without it is sooner

    return next((meant for meant, slips in near if OSA.distance(word, meant) <= slips), None)
