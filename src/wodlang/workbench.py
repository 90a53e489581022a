"""The one door: open a text and know all about it.

Command line, editors and tests come in here; nothing is decided above.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from wodlang import __version__
from wodlang.consequences import Consequences, reach_of
from wodlang.includes import read_includes
from wodlang.lint.core_pack import core_pack
from wodlang.lint.engine import Found, faults_of, findings_of
from wodlang.lint.excerpts import Reach
from wodlang.lint.requirements import unmet_requirements
from wodlang.lint.rule import Pack
from wodlang.lint.selection import ActiveRule, active_rules
from wodlang.lint.settings import Settings
from wodlang.lint.suppression import read_suppressions, suppress
from wodlang.model.catalogue import Catalogue, load_catalogue
from wodlang.model.entry_memory import EntryMemory
from wodlang.model.exercise import Exercise
from wodlang.model.program import Program
from wodlang.model.resolve import Resolved, resolve
from wodlang.plugin.host import LoadedPacks, core_alone, load_installed
from wodlang.plugin.toml_packs import is_pack_path, with_toml_packs
from wodlang.syntax.body import BodyReader
from wodlang.syntax.nodes import Document
from wodlang.syntax.parse import parse
from wodlang.text.core_codes import CORE_PACK
from wodlang.text.finding import Finding
from wodlang.text.memory import Memory
from wodlang.text.source import Source
from wodlang.text.span import Span

if TYPE_CHECKING:
    from wodlang.format import Formatted

STDIN = "<stdin>"
DEFAULT = Settings()
MOST_JUDGED = 5_000

Judged: TypeAlias = Memory[tuple[str, Reach, frozenset[str]], list[Finding]]
"""What is found in a part of a text by the rules that look so far, but for those that failed."""


def new_judged() -> Judged:
    """A memory for `check_text` of versions of one text."""
    return Memory(MOST_JUDGED)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All that is known about a text; `findings` are sorted by position and code.

    `included` are the files that its `include` lines look for, found or not.
    """

    source: Source
    document: Document
    program: Program
    findings: tuple[Finding, ...]
    included: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Opened:
    source: Source
    document: Document
    resolved: Resolved
    findings: tuple[Finding, ...]
    included: tuple[str, ...]
    reader: BodyReader


def load_packs(settings: Settings) -> LoadedPacks:
    """The packs that the settings ask for, core first, and those that could not be loaded."""
    if settings.no_packs:
        return core_alone(core_pack(__version__), __version__)
    names = tuple(word for word in settings.packs if not is_pack_path(word))
    paths = tuple(word for word in settings.packs if is_pack_path(word))
    return with_toml_packs(_installed(names), paths, __version__)


@cache
def _installed(wanted: tuple[str, ...]) -> LoadedPacks:
    return load_installed(core_pack(__version__), __version__, wanted)


@cache
def _catalogue(exercises: tuple[Exercise, ...]) -> Catalogue:
    """The shared catalogue with the exercises of packs on top."""
    shared = load_catalogue()
    return shared.extended(exercises) if exercises else shared


@cache
def _readers(exercises: tuple[Exercise, ...]) -> tuple[BodyReader, EntryMemory]:
    """Who reads lines where these exercises are known, and remembers what came of them."""
    return BodyReader(_catalogue(exercises).knows), EntryMemory()


def catalogue_of(packs: Sequence[Pack]) -> Catalogue:
    """The exercises that are known with these packs."""
    return _catalogue(_exercises_of(packs))


def _exercises_of(packs: Sequence[Pack]) -> tuple[Exercise, ...]:
    return tuple(exercise for pack in packs for exercise in pack.exercises)


def open_text(text: str, path: str = STDIN, packs: Sequence[Pack] = ()) -> CheckResult:
    """Parse and resolve a text without running rules; `findings` are those of the core checks.

    The exercises of `packs` are known besides those of the catalogue.
    """
    opened = _open(text, path, packs)
    findings = tuple(sorted(opened.findings, key=_order))
    return CheckResult(opened.source, opened.document, opened.resolved.program, findings)


def format_text(text: str, path: str = STDIN, packs: Sequence[Pack] = ()) -> Formatted:
    """The text in the canonical layout, proven to mean the same; else as it is, and why.

    A byte order mark and the kind of line end are kept.
    """
    from wodlang.format import format_text as lay_out  # a check starts sooner without it
    from wodlang.format.proof import Reading

    def read(anew: str) -> Reading:
        opened = _open(anew, path, packs)
        program, findings = opened.resolved.program, opened.findings
        return Reading(opened.source, opened.document, program, findings, opened.reader)

    return lay_out(text, read)


def check_text(
    text: str,
    path: str = STDIN,
    settings: Settings = DEFAULT,
    fixes: bool = True,
    judged: Judged | None = None,
) -> CheckResult:
    """Lint a text. Fixes are computed, and their consequences, only where `fixes` is set.

    `judged` is handed on between versions of one text that are checked with the same settings: what
    did not change is not judged again.
    """
    loaded = load_packs(settings)
    active = active_rules(loaded.packs, settings, path)
    all_known = loaded.has_all_rules and not any(unmet_requirements(settings, loaded.packs))
    return check_with(text, path, active, loaded.packs, fixes, all_known, judged)


def check_with(
    text: str,
    path: str,
    active: Sequence[ActiveRule],
    packs: Sequence[Pack],
    fixes: bool = True,
    all_known: bool = True,
    judged: Judged | None = None,
) -> CheckResult:
    """Lint a text with just these rules; `packs` are those whose codes a suppression may name.

    `all_known` False says that it may name rules of packs that were left out, too. For `judged` see
    `check_text`.
    """
    opened = _open(text, path, packs)
    of_rules = _run(opened, active)
    judged = new_judged() if judged is None else judged
    verify = _consequences(opened, active, packs, of_rules, judged).may_offer if fixes else None
    found = _core_findings(opened, active) + findings_of(of_rules, opened.source, verify)
    found = _without_suppressed(found, opened, active, packs, all_known)
    found.sort(key=_order)
    return CheckResult(
        opened.source, opened.document, opened.resolved.program, tuple(found), opened.included
    )


def _order(finding: Finding) -> tuple[Span, str]:
    return finding.span, finding.code


def _open(text: str, path: str, packs: Sequence[Pack]) -> _Opened:
    source = Source(path, text)
    exercises = _exercises_of(packs)
    catalogue, (reader, memory) = _catalogue(exercises), _readers(exercises)
    document, findings = parse(source, reader)
    includes = read_includes(document, path, reader)
    resolved = resolve(document, source, catalogue, includes.documents, memory)
    own = resolved.program.own_exercises
    if own:  # the file's own names may be read otherwise: once more, with them known
        reader = BodyReader(resolved.catalogue.knows)
        document, findings = parse(source, reader)
        resolved = resolve(document, source, catalogue, includes.documents)
    found = (*findings, *includes.findings, *resolved.findings)
    return _Opened(source, document, resolved, found, includes.files, reader)


def _run(opened: _Opened, active: Sequence[ActiveRule]) -> list[Found]:
    return faults_of(opened.resolved.program, opened.source, active)


def _consequences(
    opened: _Opened,
    active: Sequence[ActiveRule],
    packs: Sequence[Pack],
    found: Sequence[Found],
    judged: Judged,
) -> Consequences:
    """Computed without the rules that failed: one that hangs would hang at every fix."""
    failed = frozenset(one.one.rule.code for one in found if one.error)
    sound = [one for one in active if one.rule.code not in failed]

    reaches = {one.rule.code: reach_of(one.rule) for one in sound if one.pack != CORE_PACK}

    def check(text: str, reach: Reach) -> list[Finding]:
        key = (text, reach, failed)
        known = judged.get(key)
        return judged.keep(key, check_anew(text, reach)) if known is None else known

    def check_anew(text: str, reach: Reach) -> list[Finding]:
        changed = _open(text, opened.source.path, packs)
        near = [one for one in sound if reaches.get(one.rule.code) is reach]
        of_rules = findings_of(_run(changed, near), changed.source, None)
        core = _core_findings(changed, sound) if reach is Reach.SESSIONS else []
        return core + of_rules

    return Consequences(opened.source, opened.document, opened.resolved.program, reaches, check)


def _core_findings(opened: _Opened, active: Sequence[ActiveRule]) -> list[Finding]:
    """What parser and model found, by the core rules that run."""
    core = {one.rule.name: one for one in active if one.pack == CORE_PACK}
    kept = []
    for finding in opened.findings:
        one = core.get(finding.name)
        if one is not None:
            kept.append(replace(finding, severity=one.severity) if one.severity else finding)
    return kept


def _without_suppressed(
    found: list[Finding],
    opened: _Opened,
    active: Sequence[ActiveRule],
    packs: Sequence[Pack],
    all_known: bool,
) -> list[Finding]:
    suppressions, problems = read_suppressions(opened.document, opened.source)
    if not suppressions and not problems:
        return found
    rules = [rule for pack in packs for rule in pack.rules]
    running = frozenset(one.rule.code for one in active)
    kept = suppress([*found, *problems], suppressions, opened.source, rules, running, all_known)
    names = {one.rule.name for one in active if one.pack == CORE_PACK}
    return [one for one in kept if one.pack != CORE_PACK or one.name in names]
