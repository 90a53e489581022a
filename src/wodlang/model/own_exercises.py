"""The exercises that a file defines for itself: `exercise NAME` with its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from wodlang.model.catalogue.matching import IMPLEMENTS
from wodlang.model.catalogue.names import key, words
from wodlang.model.exercise import Exercise, Pattern, Support
from wodlang.model.muscles import MUSCLES, nearest_muscle
from wodlang.model.shared_names import Block, listed, shared_names
from wodlang.syntax.nodes import ExerciseHeader, FieldLine
from wodlang.text.core_codes import core_finding, replacement
from wodlang.text.finding import Finding
from wodlang.text.nearest import nearest
from wodlang.text.span import Span

Find = Callable[[str], Exercise | None]
Suggest = Callable[[str], tuple[str, ...]]

SCALES = {"axial": "axial", "lower back": "lower_back", "grip": "grip", "neural": "neural"}
SCALE_VALUES = ("0", "1", "2", "3")
YES, NO = ("yes", "true"), ("no", "false")
SIDES = ("both", "single", "alternating")
ALLOWED: dict[str, tuple[str, ...]] = {
    "pattern": tuple(Pattern),
    "support": tuple(Support),
    "sides": SIDES,
    "compound": (*YES, *NO),
    "implement": (*dict.fromkeys(IMPLEMENTS.values()), "box", "other"),
    **dict.fromkeys(SCALES, SCALE_VALUES),
}


def define_exercises(
    written: Sequence[Block], included: Mapping[str, Exercise], find: Find, suggest: Suggest
) -> tuple[dict[str, Exercise], list[Finding]]:
    """The exercises of a file's blocks by name, and what is wrong in the blocks.

    `included` are those of included files, which these may build on and override.
    """
    definer = _Definer(written, included, find, suggest)
    for header, _ in written:
        definer.define(header.name)
    return definer.defined, definer.findings


class _Definer:
    """Defines each block once; one that is `like` another of the file's comes after that."""

    def __init__(
        self,
        written: Sequence[Block],
        included: Mapping[str, Exercise],
        find: Find,
        suggest: Suggest,
    ) -> None:
        self.defined: dict[str, Exercise] = {}
        self.findings: list[Finding] = [*shared_names(written)]
        self._included = {_key(name): exercise for name, exercise in included.items()}
        self._find = find
        self._suggest = suggest
        self._waiting: dict[str, Block] = {}
        self._ready: dict[str, Exercise] = {}
        for header, fields in written:
            if self._waiting.setdefault(self._key_of(header), (header, fields))[0] is not header:
                self._duplicate(header)

    def _key_of(self, header: ExerciseHeader) -> str:
        return _key(_entry_name(header.name, self._find) or header.name)

    def _duplicate(self, header: ExerciseHeader) -> None:
        self.findings.append(
            core_finding(
                "duplicate-exercise",
                header.name_span,
                f'"{header.name}" is defined twice',
                help="keep one of the two blocks",
            )
        )

    def define(self, name: str) -> Exercise | None:
        """The file's own exercise with this name, if there is one."""
        one = _key(_entry_name(name, self._find) or name)
        block = self._waiting.pop(one, None)
        if block is None:
            return self._ready.get(one) or self._included.get(one)
        header, fields = block
        like = next((line for line in fields if line.key == "like"), None)
        own = replace(
            self._base(header, like, any(line.key == "pattern" for line in fields)),
            name=_entry_name(header.name, self._find) or header.name,
            aliases=(),
        )
        for line in fields:
            own = self._with(own, line)
        self._ready[one] = self.defined[own.name] = own
        return own

    def _base(self, header: ExerciseHeader, like: FieldLine | None, has_pattern: bool) -> Exercise:
        if like is None:
            known = self._included.get(_key(header.name)) or self._find(header.name)
            if known is None and not has_pattern:
                self.findings.append(_undescribed(header))
            return known or _blank(header)
        base = self.define(like.value) or self._find(like.value)
        if base is None:
            self.findings.append(unknown_name(like.value, like.value_span, self._suggest))
        return base or _blank(header)

    def _with(self, own: Exercise, line: FieldLine) -> Exercise:
        """The exercise with what one field says."""
        value = line.value.strip().lower()
        allowed = ALLOWED.get(line.key)
        if allowed is not None and value not in allowed:
            self.findings.append(_wrong_value(line, value, allowed))
            return own
        if line.key == "aliases":
            return replace(own, aliases=listed(line.value))
        if line.key in ("primary", "secondary"):
            muscles = tuple(part.lower() for part in listed(line.value))
            self.findings += [
                _wrong_value(line, part, MUSCLES) for part in muscles if part not in MUSCLES
            ]
            known = tuple(part for part in muscles if part in MUSCLES)
            return (
                replace(own, primary=known)
                if line.key == "primary"
                else replace(own, secondary=known)
            )
        return _with_value(own, line.key, value)


def _with_value(own: Exercise, field: str, value: str) -> Exercise:
    if field in SCALES:
        return replace(own, **{SCALES[field]: int(value)})  # type: ignore[arg-type]
    if field == "pattern":
        return replace(own, pattern=Pattern(value))
    if field == "support":
        return replace(own, support=Support(value))
    if field == "compound":
        return replace(own, compound=value in YES)
    if field == "implement":
        return replace(own, implement=value)
    return replace(own, sides=value) if field == "sides" else own


def _entry_name(name: str, find: Find) -> str | None:
    """The catalogue's name where this is a name of an entry, which the block then overrides.

    A name that only tells the implement besides is one of its own (`Belt Squat Machine`).
    """
    entry = find(name)
    if entry is None or _key(name) not in map(_key, (entry.name, *entry.aliases)):
        return None
    return entry.name


def _key(name: str) -> str:
    return key(words(name))


def _undescribed(header: ExerciseHeader) -> Finding:
    return core_finding(
        "unknown-exercise",
        header.name_span,
        f'nothing says what kind of exercise "{header.name}" is',
        note="it counts as core work",
        help='write "like: NAME OF A SIMILAR ONE" or "pattern: squat" below it',
    )


def _blank(header: ExerciseHeader) -> Exercise:
    return Exercise(
        header.name, Pattern.CORE, (), (), False, "other", "both", Support.FREE, 0, 0, 0, 0
    )


def unknown_name(name: str, span: Span, suggest: Suggest, typed: bool = True) -> Finding:
    """A field names an exercise that nobody knows; `typed` says that nothing else is in the span."""
    near = suggest(name)
    fixes = replacement(span, near[0]) if near and typed else ()
    names = ", ".join(f'"{one}"' for one in near)
    return core_finding(
        "unknown-exercise",
        span,
        f'no exercise is called "{name}"',
        note="not in the catalogue",
        help=f"did you mean {names}?" if near else "name one of the catalogue: wod exercise",
        fixes=fixes,
    )


def _wrong_value(line: FieldLine, value: str, allowed: Sequence[str]) -> Finding:
    near = nearest_muscle(value) if allowed is MUSCLES else nearest(value, allowed)
    return core_finding(
        "unknown-field",
        line.value_span,
        f'"{value}" is no value of {line.key}',
        help=f'did you mean "{near}"?' if near else "one of: " + ", ".join(allowed),
        fixes=replacement(line.value_span, near) if value == line.value.strip().lower() else (),
    )
