"""Packs of strangers, installed for real: a bad one is named, and harms no other."""

from __future__ import annotations

from typing import Any, Protocol

import pytest

GOOD = """
from wodlang.plugin import Evidence, Fault, Pack, Rule, Scope, Severity, hookimpl

def check(session, context):
    {body}

rule = Rule(code="{prefix}101", name="{name}-fault", severity=Severity.WARNING, scope=Scope.SESSION,
            summary="a test", doc="", evidence=Evidence.OPINION, source="a test", check=check,
            examples=())

@hookimpl
def wodlang_pack():
    return Pack("{name}", "{prefix}", "1.0", "a test", (rule,), wodlang="{wodlang}")
"""
SPEAKS = 'yield Fault(session.entries[0].place.name, "spoken")'


class Site(Protocol):
    def install(self, name: str, code: str, distribution: str = "") -> None: ...
    def check(self, *options: str) -> tuple[int, str, dict[str, Any]]: ...


def good(name: str = "iron", prefix: str = "IH", body: str = SPEAKS, wodlang: str = ">=0") -> str:
    return GOOD.format(name=name, prefix=prefix, body=body, wodlang=wodlang)


def codes(report: dict[str, Any]) -> list[str]:
    return [finding["code"] for finding in report["findings"]]


def test_a_good_pack_speaks_in_the_report(site: Site) -> None:
    site.install("iron", good())
    code, said, report = site.check()
    assert (code, said) == (1, "")
    assert {"IH101", "PC302"} <= set(codes(report))
    assert {"name": "iron", "version": "1.0"} in report["packs"]


def test_an_installed_pack_is_noticed_behind_remembered_results(site: Site) -> None:
    assert "IH101" not in codes(site.check()[2])
    site.install("iron", good())
    assert "IH101" in codes(site.check()[2])


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        pytest.param("raise RuntimeError('broken on import')", "broken on import", id="import"),
        pytest.param("import no_such_module", "no_such_module", id="missing-module"),
        pytest.param("", "no hook", id="no-hook"),
        pytest.param(
            "from wodlang.plugin import hookimpl\n@hookimpl\ndef wodlang_pack():\n    1 / 0\n",
            "ZeroDivisionError",
            id="hook-raises",
        ),
        pytest.param(
            "from wodlang.plugin import hookimpl\n@hookimpl\ndef wodlang_pack():\n    return 42\n",
            "42",
            id="nonsense",
        ),
        pytest.param(good(prefix="PC"), "prefix", id="prefix-of-another"),
        pytest.param(good(wodlang=">=99"), "wodlang >=99", id="version"),
    ],
)
def test_a_bad_pack_is_named_and_the_others_run(site: Site, code: str, reason: str) -> None:
    site.install("iron", code)
    exit_code, said, report = site.check()
    assert exit_code == 2
    assert "iron" in said
    assert reason in said
    assert "PC302" in codes(report)


def test_one_entry_point_name_in_two_distributions(site: Site) -> None:
    site.install("iron", good(), distribution="first")
    site.install("iron", good(), distribution="second")
    exit_code, said, report = site.check()
    assert exit_code == 2
    assert "first" in said
    assert "second" in said
    assert "PC302" in codes(report)


def test_a_rule_that_raises_costs_only_itself(site: Site) -> None:
    site.install("iron", good(body="raise KeyError('lost')\n    yield"))
    exit_code, _, report = site.check()
    assert exit_code == 3
    crashed = next(one for one in report["findings"] if one["name"] == "rule-crashed")
    assert "IH101" in crashed["message"]
    assert "iron" in crashed["message"]
    assert "PC302" in codes(report)


def test_no_packs_leaves_core_alone(site: Site) -> None:
    site.install("iron", "raise RuntimeError('broken')")
    exit_code, said, report = site.check("--no-packs")
    assert (exit_code, said, codes(report)) == (0, "", [])
