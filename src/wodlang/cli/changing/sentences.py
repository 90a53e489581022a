"""What a run that changed texts says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from wodlang.cli.changing.one_text import Outcome
from wodlang.cli.changing.wanted import Wanted
from wodlang.report.summary import counted


def summary(outcomes: Sequence[Outcome], wanted: Wanted) -> str:
    """`Fixed 3 findings in 2 files, 1 left.`, and the like for the other kinds of run."""
    if not wanted.changes:
        return ""
    changed = [one for one in outcomes if one.text is not None and not one.unwritten]
    left = sum(one.left for one in outcomes)
    return f"{' '.join(_parts(changed, wanted))}, {left:,} left."


def _parts(changed: Sequence[Outcome], wanted: Wanted) -> Iterator[str]:
    done = [("Fixed", "Would fix", sum(one.fixed for one in changed))] if wanted.fix else []
    if wanted.reason is not None:
        done.append(("Suppressed", "Would suppress", sum(one.ignored for one in changed)))
    told = [
        f"{would if wanted.diff else did} {counted(number, 'finding') if number else 'no findings'}"
        for did, would, number in done
    ]
    words = [told[0], *(one[0].lower() + one[1:] for one in told[1:])]
    yield " and ".join(words)
    if changed:
        yield f"in {counted(len(changed), 'file')}"


def not_suppressed(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What `--add-ignore` left, for no comment can suppress it."""
    left = Counter(
        f"{finding.code} ({finding.name})"
        for one in outcomes
        if one.file
        for finding in one.file.findings
    )
    for rule, number in sorted(left.items()):
        yield f"{rule}: {counted(number, 'finding')} that no comment can suppress"
