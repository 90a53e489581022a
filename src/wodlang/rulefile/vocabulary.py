"""The words that a value may be: patterns, muscles, modifiers, exercises …"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache

from wodlang.model.catalogue import Catalogue
from wodlang.model.exercise import Pattern, Support
from wodlang.model.muscles import MUSCLES, nearest_muscle
from wodlang.model.own_exercises import ALLOWED, SIDES
from wodlang.syntax.headers import SECTIONS
from wodlang.syntax.modifiers import FLAGS
from wodlang.syntax.nodes import WEEKDAYS
from wodlang.text.nearest import nearest

FEW = 8
"""As many words are listed where none is like the one that was written."""
LEVELS = ("beginner", "novice", "intermediate", "advanced", "elite")
_OTHER_DAY = re.compile(r"day \d+|\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """A kind of words. `read` gives a word's canonical form, None where it is none of the kind.

    `folded` says that it is free text, of which the case does not matter. `words` are all that
    there are, empty where there is no end of them; `shape` says then how one is written.
    """

    kind: str
    read: Callable[[str], str | None]
    near: Callable[[str], str | None]
    folded: bool = False
    words: tuple[str, ...] = ()
    shape: str = ""

    @property
    def choice(self) -> str:
        """What may be written, where that is said in a few words."""
        return self.shape or (", ".join(self.words) if len(self.words) <= FEW else "")


def free(kind: str) -> Vocabulary:
    """Any text; its case does not matter, and a blank may be a hyphen."""
    return Vocabulary(kind, comparable, lambda word: None, folded=True)


def _closed(kind: str, words: Iterable[str]) -> Vocabulary:
    """Just these words; a blank may be written as a hyphen and a hyphen as a blank."""
    every = tuple(words)
    by_key = {comparable(word): word for word in every}
    return Vocabulary(
        kind,
        lambda word: by_key.get(comparable(word)),
        lambda word: nearest(word, every),
        words=every,
    )


def comparable(word: str) -> str:
    """How words are compared: in lower case, with a blank for each hyphen."""
    return re.sub(r"[\s_-]+", " ", word.strip().casefold())


PATTERNS = _closed("pattern", (str(one) for one in Pattern))
SUPPORTS = _closed("support", (str(one) for one in Support))
MUSCLE_NAMES = replace(_closed("muscle", MUSCLES), near=nearest_muscle, shape=", ".join(MUSCLES))
IMPLEMENTS = _closed("implement", ALLOWED["implement"])
SIDE_WORDS = _closed("value of sides", SIDES)
SECTION_NAMES = _closed("section", SECTIONS.values())
LEVEL_NAMES = _closed("level", LEVELS)
NAMES, SESSION_NAMES, GOALS, INJURIES = map(free, ("name", "session", "goal", "injury"))


def _read_tempo(word: str) -> str | None:
    signs = re.sub(r"(?<=\w)[-/ ](?=\w)", "", word.strip()).upper()
    return signs if re.fullmatch(r"[\dX]{4}", signs) else None


TEMPOS = Vocabulary("tempo", _read_tempo, lambda word: None, shape="four signs, as in 31X1")


def _read_day(word: str) -> str | None:
    folded = word.strip().casefold()
    if _OTHER_DAY.fullmatch(folded):
        return folded
    found = [day for day in WEEKDAYS if len(folded) >= 3 and day.startswith(folded)]
    return found[0] if len(found) == 1 else None


DAYS = Vocabulary("day", _read_day, lambda word: nearest(word, WEEKDAYS))


@cache
def _read_modifier(word: str) -> str | None:
    spelled = word.strip().casefold()
    for pattern, canonical in FLAGS:
        if canonical == spelled or re.fullmatch(pattern, spelled.replace("-", " ")):
            return canonical
        if re.fullmatch(pattern, spelled):
            return canonical
    return None


MODIFIERS = Vocabulary(
    "modifier", _read_modifier, lambda word: nearest(word, (canonical for _, canonical in FLAGS))
)


def exercise_names(catalogue: Catalogue) -> Vocabulary:
    """The names of exercises, looked up as in a line."""

    def read(word: str) -> str | None:
        found = catalogue.find(word) or catalogue.find(word.replace("-", " "))
        return found.name if found is not None else None

    def near(word: str) -> str | None:
        return next(iter(catalogue.suggest(word, 1)), None)

    return Vocabulary("exercise", read, near)
