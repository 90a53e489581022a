"""What is found in a text, for tests that are written by hand."""

from __future__ import annotations

from collections.abc import Sequence

from wodlang.lint.rule import Pack
from wodlang.lint.selection import active_rules
from wodlang.lint.settings import Settings
from wodlang.text.finding import Finding
from wodlang.text.source import Source
from wodlang.workbench import CheckResult, check_with, load_packs


def findings(
    text: str,
    profiles: Sequence[str] = (),
    path: str = "<test>",
    packs: Sequence[Pack] | None = None,
) -> tuple[Finding, ...]:
    """What is found in a text by the installed packs, or by core and these `packs` alone."""
    return checked(text, profiles, path, used_packs(packs)).findings


def lines_and_codes(text: str, found: Sequence[Finding]) -> list[tuple[int, str]]:
    """Line (from 1) and code of each finding, in the order of the text."""
    source = Source("<test>", text)
    return [(source.position(one.span.start).line, one.code) for one in found]


def used_packs(packs: Sequence[Pack] | None) -> tuple[Pack, ...]:
    """Core and these packs; core and all installed ones where none is named."""
    if packs is None:
        return load_packs(Settings()).packs
    return (*load_packs(Settings(no_packs=True)).packs, *packs)


def checked(text: str, profiles: Sequence[str], path: str, packs: Sequence[Pack]) -> CheckResult:
    """The text and its findings with just these packs, their rules as the profiles say."""
    settings = Settings(profiles=tuple(profiles))
    return check_with(text, path, active_rules(packs, settings, path), packs)
