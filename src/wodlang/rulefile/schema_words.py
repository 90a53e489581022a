"""A word on each key of a TOML pack, as editors show it."""

from __future__ import annotations

TOP = {
    "pack": "Who the pack is.",
    "define": "Names for expressions, for all rules below. Each may use those above it.",
    "rule": "A rule: what it looks for, and what it says.",
    "exercise": "An exercise for everybody who uses the pack, as an `exercise` block of a .wod file.",
}
PACK = {
    "name": "The name of the pack: small letters with hyphens.",
    "prefix": "Two to five capital letters. A code is the prefix and three digits.",
    "version": "The version of the pack, such as 1.2.0.",
    "wodlang": "The versions of wodlang that the pack works with, such as >=1.0, <2.",
    "description": "What the pack is for, in a sentence.",
}
RULE = {
    "code": "The prefix of the pack and three digits: IH101.",
    "name": "The fault, in small letters with hyphens: heavy-row-after-deadlift.",
    "severity": "How grave a finding is.",
    "severity-if": "Other severities where a test is true: the gravest that is true counts.",
    "for-each": "What the rule looks at, one by one; a muscle is one in each week.",
    "when": "The test that is true where something is wrong (the fault, not the wish).",
    "define": "Names for expressions, for this rule alone.",
    "options": "Values that users may set under [rules.NAME] of wod.toml.",
    "message": "What the finding says; {…} holds an expression: {exercise} at {load}.",
    "labels": "What else is marked, such as the line that comes before.",
    "help": "What to do instead; {…} holds an expression.",
    "why": "Why that matters.",
    "source": "Who says so: a study, a book, a coach.",
    "evidence": "How strong the best evidence is.",
    "profiles": "The profiles in which alone the rule is on; left out, it is always on.",
    "fix": "What is proposed, or a list of proposals to choose from.",
    "valid": "Texts in which the rule finds nothing.",
    "invalid": "Texts with the lines on which the rule speaks, and the text after its fix.",
}
LABEL = {
    "on": "An expression for lines or sessions: previous, before where heavy.",
    "text": "What is said there; {…} holds an expression.",
}
OPTION = {"by": "What of the athlete or program decides; `else` is for all others."}
FIX = {
    "replace-exercise": "The exercise to write instead.",
    "set-reps": "The repetitions to write: 8-12.",
    "set-sets": "The number of sets to write.",
    "set-load": "The load to write: 75%, RPE 7.",
    "set-rest": "The rest to write: 90s.",
    "add-line": "An exercise line to write below, or at the end of the session.",
    "add-modifier": "A modifier to add, or several: straps.",
    "remove-line": "Remove the line.",
    "move": "Where in its session the line is moved to.",
    "safe": "Whether the fix may be applied without a look; left out, it may not.",
}
EXAMPLE = {
    "wod": "The text of a .wod file.",
    "why": "Why it is right, or wrong.",
    "options": "The rule's options in this example.",
    "lines": "The lines on which the rule speaks, from 1.",
    "fixed": "The text after the rule's first fix.",
    "severity": "The severity of the finding.",
}
EXERCISE = {
    "name": "The name of the exercise.",
    "like": "A known exercise from which all that is left out is taken.",
    "aliases": "Other names, as a list.",
    "primary": "The muscles that work most.",
    "secondary": "The muscles that help.",
    "pattern": "The movement pattern.",
    "support": "What holds the torso.",
    "sides": "Both sides at once, one, or in turn.",
    "compound": "Whether more than one joint moves under load.",
    "implement": "What is moved.",
    "axial": "Compression of the spine, 0 to 3.",
    "lower-back": "What the lower back holds against bending, 0 to 3.",
    "grip": "The demand on the grip, 0 to 3.",
    "neural": "The demand on the nervous system, 0 to 3.",
}
