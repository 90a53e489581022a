"""The tool of a SARIF run: wodlang with the core rules, and the packs as its extensions."""

from __future__ import annotations

from typing import Any

from wodlang import __version__
from wodlang.report.reporter import Report
from wodlang.report.rule_text import RuleText, by_code, text_of
from wodlang.text.core_codes import CORE_PACK
from wodlang.text.finding import Finding, Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
"""The words that GitHub sorts alerts by."""

Json = dict[str, Any]


class Components:
    """The driver and the extensions of a run, each with its rules that found something."""

    def __init__(self, report: Report) -> None:
        """All packs that looked are named, also those that found nothing."""
        self._versions = dict(report.packs)
        known = by_code(report.rules)
        self._rules: dict[str, dict[str, RuleText]] = {}
        for file in report.files:
            for finding in file.findings:
                of_pack = self._rules.setdefault(finding.pack, {})
                of_pack.setdefault(finding.code, text_of(known, finding))
        packs = self._versions.keys() | self._rules.keys()
        self._extensions = sorted(packs - {CORE_PACK})
        self._places = {
            (pack, code): index
            for pack, rules in self._rules.items()
            for index, code in enumerate(sorted(rules))
        }

    def tool(self) -> Json:
        """The `tool` object."""
        driver = {"name": "wodlang", "semanticVersion": __version__, "version": __version__}
        tool: Json = {"driver": {**driver, "rules": self._descriptors(CORE_PACK)}}
        if self._extensions:
            tool["extensions"] = [self._extension(pack) for pack in self._extensions]
        return tool

    def reference(self, finding: Finding) -> Json:
        """What ties a result to its rule."""
        place = self._places[finding.pack, finding.code]
        if finding.pack == CORE_PACK:
            return {"ruleId": finding.code, "ruleIndex": place}
        component = {"name": finding.pack, "index": self._extensions.index(finding.pack)}
        rule = {"id": finding.code, "index": place, "toolComponent": component}
        return {"ruleId": finding.code, "rule": rule}

    def _extension(self, pack: str) -> Json:
        version = self._versions.get(pack)
        named = {"name": pack, **({"version": version} if version else {})}
        return {**named, "rules": self._descriptors(pack)}

    def _descriptors(self, pack: str) -> list[Json]:
        return [_descriptor(rule) for _, rule in sorted(self._rules.get(pack, {}).items())]


def _descriptor(rule: RuleText) -> Json:
    summary = _sentence(rule.summary or rule.name.replace("-", " "))
    descriptor: Json = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": _first_section(rule.doc) or summary},
        "help": {"text": rule.page(), "markdown": f"# {rule.code} {rule.name}\n\n{rule.page()}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": [tag for tag in (rule.pack, rule.scope, rule.evidence) if tag],
            "problem.severity": PROBLEMS[rule.severity],
        },
    }
    return {**descriptor, "helpUri": rule.url} if rule.url else descriptor


def _first_section(doc: str) -> str:
    """What stands before the second heading, in one paragraph: what the rule finds."""
    kept: list[str] = []
    headings = 0
    for line in doc.splitlines():
        headings += line.startswith("#")
        if headings > 1:
            break
        if not line.startswith("#"):
            kept.append(line)
    return " ".join(" ".join(kept).split())


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
