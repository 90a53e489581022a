"""How often each rule spoke."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wodlang.report.file_report import FileReport, in_order
from wodlang.report.printable import on_one_line
from wodlang.report.summary import sentence, summarise


def render(files: Sequence[FileReport], packs: Sequence[tuple[str, str]] = ()) -> str:
    """A line a rule, the most frequent first, and the summary."""
    found: Counter[tuple[str, str]] = Counter()
    fixable: Counter[tuple[str, str]] = Counter()
    for _, finding in in_order(files):
        found[finding.code, finding.name] += 1
        fixable[finding.code, finding.name] += bool(finding.fixes)
    numbers = max((len(str(number)) for number in found.values()), default=0)
    codes = max((len(code) for code, _ in found), default=0)
    lines = []
    for (code, name), number in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        fixes = fixable[code, name]
        ending = f"  ({fixes} with a fix)" if fixes else ""
        lines.append(on_one_line(f"{number:>{numbers}}  {code:<{codes}}  {name}{ending}"))
    return "\n".join([*lines, *([""] if lines else []), sentence(summarise(files))]) + "\n"
