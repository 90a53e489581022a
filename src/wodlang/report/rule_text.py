"""What reports say about a rule: plain data, so that no report needs the rule itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wodlang.text.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule in words.

    `severity` is the one that it has without any configuration, `doc` its page in Markdown. `scope`,
    `evidence` and `source` (what the rule rests on) are those of the rule, `url` the address of its
    page; each is empty where none is known.
    """

    code: str
    name: str
    pack: str
    severity: Severity
    summary: str = ""
    doc: str = ""
    scope: str = ""
    evidence: str = ""
    source: str = ""
    url: str = ""

    def page(self) -> str:
        """All that is known of the rule, in Markdown."""
        rests = f"Evidence: {self.evidence}. Source: {self.source}" if self.source else ""
        more = f"`wod rule {self.code}` shows examples and options."
        return "\n\n".join(part for part in (self.doc.strip() or self.summary, rests, more) if part)


def text_of(rules: Mapping[str, RuleText], finding: Finding) -> RuleText:
    """The rule of a finding; what the finding itself tells where no more is known."""
    known = rules.get(finding.code)
    return known or RuleText(finding.code, finding.name, finding.pack, finding.severity)


def by_code(rules: Sequence[RuleText]) -> dict[str, RuleText]:
    """The rules under their codes."""
    return {rule.code: rule for rule in rules}
