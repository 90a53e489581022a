"""Findings that were there before: how many of each kind are left out of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from wodlang.lint.finding_keys import FindingKey
from wodlang.text.finding import Finding

Entries: TypeAlias = Mapping[FindingKey, int]
"""How often each finding of one file was there."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that a project starts from: by path, how often each was there.

    Paths count from the folder of the baseline's file, with forward slashes.
    """

    files: Mapping[str, Entries]

    @property
    def count(self) -> int:
        """How many findings it holds."""
        return sum(sum(entries.values()) for entries in self.files.values())


@dataclass(frozen=True, slots=True)
class Compared:
    """The findings of a file against its baseline.

    `new` are those that it does not hold, `known` how many it holds of each that were found.
    """

    new: tuple[Finding, ...]
    known: Entries

    def gone(self, entries: Entries, judged: Callable[[FindingKey], bool]) -> Entries:
        """What the baseline holds and the file has no more, of what this run could judge."""
        left = Counter(entries) - Counter(self.known)
        return {key: count for key, count in left.items() if judged(key)}


def compare(findings: Sequence[Finding], keys: Sequence[FindingKey], entries: Entries) -> Compared:
    """Tell new findings from old ones; of several under one key the first are the old."""
    left = Counter(entries)
    new, known = [], Counter[FindingKey]()
    for finding, key in zip(findings, keys, strict=True):
        if left[key] > 0:
            left[key] -= 1
            known[key] += 1
        else:
            new.append(finding)
    return Compared(tuple(new), dict(known))


def updated(
    baseline: Baseline, found: Mapping[str, Entries], judged: Callable[[str, FindingKey], bool]
) -> Baseline:
    """The baseline with what was found in these files; entries that the run did not judge stay."""
    files: dict[str, Entries] = {}
    for path in {**baseline.files, **found}:
        kept = {
            key: count
            for key, count in baseline.files.get(path, {}).items()
            if not judged(path, key)
        }
        files[path] = {**kept, **found.get(path, {})}
    return Baseline({path: entries for path, entries in files.items() if entries})


def without(baseline: Baseline, gone: Mapping[str, Entries]) -> Baseline:
    """The baseline less what is gone."""
    files = {
        path: dict(Counter(entries) - Counter(gone.get(path, {})))
        for path, entries in baseline.files.items()
    }
    return Baseline({path: entries for path, entries in files.items() if entries})


def counted(keys: Iterable[FindingKey]) -> Entries:
    """How often each key occurs."""
    return dict(Counter(keys))
