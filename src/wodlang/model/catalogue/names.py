"""What a typed exercise name comes down to: its words, in one spelling and without order.

Two names with the same key are the same name. Only spelling is levelled here (case, plural,
hyphens, abbreviations, little words); a slip of typing never is.
"""

from __future__ import annotations

import re
import unicodedata

ORDERED, ENDURANCE = "=", "~"
"""Marks of keys: one that keeps the order of its words; one for lines with a distance or a time."""

SINGLE_ARM, SINGLE_LEG = "singlearm", "singleleg"

PHRASES: dict[tuple[str, ...], tuple[str, ...]] = {
    ("ez", "curl", "bar"): ("ezbar",),
    ("e", "z", "bar"): ("ezbar",),
    ("ez", "bar"): ("ezbar",),
    ("ez",): ("ezbar",),
    ("smith", "machine"): ("smith",),
    ("trap", "bar"): ("trapbar",),
    ("hex", "bar"): ("trapbar",),
    ("hexbar",): ("trapbar",),
    ("safety", "squat", "bar"): ("safetybar",),
    ("safety", "bar"): ("safetybar",),
    ("ssb",): ("safetybar",),
    ("medicine", "ball"): ("medball",),
    ("med", "ball"): ("medball",),
    ("stability", "ball"): ("swissball",),
    ("swiss", "ball"): ("swissball",),
    ("exercise", "ball"): ("swissball",),
    ("gym", "ball"): ("swissball",),
    ("suspension", "trainer"): ("suspension",),
    ("trx",): ("suspension",),
    ("resistance", "band"): ("band",),
    ("ab", "wheel"): ("abwheel",),
    ("high", "pull"): ("highpull",),
    ("slow", "pull"): ("slowpull",),
    ("high", "hang"): ("highhang",),
    ("low", "hang"): ("lowhang",),
    ("push", "press"): ("pushpress",),
    ("push", "jerk"): ("pushjerk",),
    ("t", "bar"): ("tbar",),
    ("t", "spine"): ("tspine",),
    ("body", "weight"): ("bodyweight",),
    ("bb",): ("barbell",),
    ("db",): ("dumbbell",),
    ("kb",): ("kettlebell",),
    ("bw",): ("bodyweight",),
    ("sa",): (SINGLE_ARM,),
    ("sl",): (SINGLE_LEG,),
    ("alt",): ("alternating",),
    ("alternate",): ("alternating",),
    ("inc",): ("incline",),
    ("dec",): ("decline",),
    ("ext",): ("extension",),
    ("rev",): ("reverse",),
    ("oh",): ("overhead",),
    ("ohs",): ("overhead", "squat"),
    ("ohp",): ("overhead", "press"),
    ("dl",): ("deadlift",),
    ("rdl",): ("romanian", "deadlift"),
    ("sldl",): ("stiff", "leg", "deadlift"),
    ("bss",): ("bulgarian", "split", "squat"),
    ("ghr",): ("glute", "ham", "raise"),
    ("bp",): ("bench", "press"),
    ("cg",): ("close", "grip"),
    ("wg",): ("wide", "grip"),
    ("btn",): ("behind", "neck"),
    ("tri",): ("tricep",),
    ("wtd",): ("weighted",),
    ("paused",): ("pause",),
    ("legged",): ("leg",),
    ("support",): ("supported",),
    ("n",): ("and",),
    **{
        (*count, limb): (whole,)
        for count in (("1",), ("one",), ("single",), ("left",), ("right",))
        for limb, whole in (
            ("arm", SINGLE_ARM),
            ("armed", SINGLE_ARM),
            ("hand", SINGLE_ARM),
            ("handed", SINGLE_ARM),
            ("leg", SINGLE_LEG),
            ("legged", SINGLE_LEG),
        )
    },
    **{
        (count + limb,): (whole,)
        for count in ("1", "one", "single")
        for limb, whole in (("arm", SINGLE_ARM), ("leg", SINGLE_LEG))
    },
}
"""Runs of words that mean other words; the longest run at a place wins."""

LONGEST_PHRASE = max(map(len, PHRASES))
LITTLE_WORDS = frozenset({"the", "with", "on", "of", "degree", "deg"})
PREPOSITIONS = frozenset({"with", "on", "of", "from", "off", "to", "in"})
INITIALS = frozenset({"kbs", "dbs", "hps", "wgs"})
"""Abbreviations that end in S and stand alone: `KBS` is a swing, `KBs` in a name two kettlebells."""

IRREGULAR = {"calves": "calf", "flyes": "fly", "flye": "fly", "flys": "fly", "feet": "foot"}

_APOSTROPHES = re.compile(r"['’‘ʼ`´]")
_WITH = re.compile(r"\bw/")
_AGAINST_BANDS = re.compile(r"\b(?:with|against|vs)[\s-]+bands\b")
_WORD = re.compile(r"[^\W_]+")


def words(name: str) -> tuple[str, ...]:
    """The words of a name in order, levelled: `1-Arm DB Rows` is `singlearm dumbbell row`."""
    text = name if name.isascii() else _without_accents(name)
    text = _WITH.sub("with ", _APOSTROPHES.sub("", text.lower())).replace("&", " and ")
    text = _AGAINST_BANDS.sub("banded", text)
    parts = _WORD.findall(text)
    if len(parts) == 1 and parts[0] in INITIALS:
        return (parts[0],)
    return levelled([singular(part) for part in _without_articles(parts)])


def levelled(parts: list[str]) -> tuple[str, ...]:
    """The parts with known phrases in their one spelling and little words left out."""
    result: list[str] = []
    at = 0
    while at < len(parts):
        for length in range(min(LONGEST_PHRASE, len(parts) - at), 0, -1):
            meaning = PHRASES.get(tuple(parts[at : at + length]))
            if meaning is not None:
                result += meaning
                break
        else:
            length = 1
            result.append(parts[at])
        at += length
    return tuple(part for part in result if part not in LITTLE_WORDS)


def key(parts: tuple[str, ...]) -> str:
    """The words of a name without their order."""
    return " ".join(sorted(parts))


def singular(word: str) -> str:
    """The word without its plural ending."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < 3 or not word.endswith("s") or word.endswith("ss") or word == "ohs":
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def _without_articles(parts: list[str]) -> list[str]:
    """`a` is an article after a preposition only: the A-skip keeps its letter."""
    return [
        part
        for at, part in enumerate(parts)
        if part not in ("a", "an") or at == 0 or parts[at - 1] not in PREPOSITIONS
    ]


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
