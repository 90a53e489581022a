"""Rules without code: TOML packs, read into the same values that Python packs give."""

from wodlang.rulefile.check import RuleCheck, explained
from wodlang.rulefile.doubts import rule_doubts
from wodlang.rulefile.explain import Part, word_of
from wodlang.rulefile.pack_file import RuleFile, read_pack, read_pack_text

__all__ = [
    "Part", "RuleCheck", "RuleFile", "explained", "read_pack", "read_pack_text", "rule_doubts",
    "word_of",
]  # fmt: skip
