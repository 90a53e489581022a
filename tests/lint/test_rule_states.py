"""Rules in preview, replaced ones, and those that nothing silences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from wodlang.cli.rule_page import rule_data, rule_page, rule_table
from wodlang.lint.config import PerFile, Settings
from wodlang.lint.config_check import check_settings
from wodlang.lint.core_pack import core_pack
from wodlang.lint.rule import Evidence, Fault, Pack, Profile, Rule, Scope
from wodlang.lint.selection import active_rules
from wodlang.text.finding import Finding, Severity, apply_edits
from wodlang.workbench import check_with

CORE = core_pack("1.0")


@dataclass(frozen=True, slots=True)
class Options:
    sets: int = 3


def _speak(session: Any, context: Any) -> Iterator[Fault]:
    del context
    yield Fault(session.entries[0].place.name, "spoken")


def rule(code: str, name: str, **more: Any) -> Rule:
    return Rule(
        code, name, Severity.WARNING, Scope.SESSION, name, "", Evidence.OPINION, "", _speak, (),
        Options, **more,
    )  # fmt: skip


HOUSE = Pack(
    "house", "IH", "1.2", "rules of the house",
    (
        rule("IH101", "current"),
        rule("IH102", "coming", preview=True, since="1.2"),
        rule("IH103", "former", replaced_by="IH101"),
        rule("IH104", "grave", ignorable=False),
    ),
    (Profile("hard", "all of them", ("IH101", "IH102", "IH103")),),
)  # fmt: skip
PACKS = (CORE, HOUSE)
USUAL = {"IH101", "IH104"}


def running(settings: Settings, path: str = "a.wod") -> set[str]:
    return {one.rule.code for one in active_rules(PACKS, settings, path) if one.pack == "house"}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param(Settings(), USUAL, id="default"),
        pytest.param(Settings(extend_select=("IH",)), USUAL, id="prefix"),
        pytest.param(Settings(extend_select=("IH10",)), USUAL, id="longer-prefix"),
        pytest.param(Settings(select=("house",)), USUAL, id="pack"),
        pytest.param(Settings(select=("ALL",)), USUAL, id="all"),
        pytest.param(Settings(profiles=("house/hard",)), {"IH101"}, id="profile"),
        pytest.param(Settings(extend_select=("IH102",)), {*USUAL, "IH102"}, id="preview-by-code"),
        pytest.param(Settings(extend_select=("coming",)), {*USUAL, "IH102"}, id="preview-by-name"),
        pytest.param(Settings(select=("ih102",)), {"IH102", "IH104"}, id="preview-alone"),
        pytest.param(
            Settings(extend_select=("IH102",), ignore=("IH102",)), USUAL, id="and-ignored"
        ),
        pytest.param(Settings(extend_select=("IH103",)), USUAL, id="replaced-by-code"),
        pytest.param(Settings(select=("former",)), {"IH104"}, id="replaced-by-name"),
        pytest.param(Settings(ignore=("IH104",)), USUAL, id="grave-by-code"),
        pytest.param(Settings(ignore=("ALL",)), {"IH104"}, id="grave-among-all"),
        pytest.param(Settings(select=()), {"IH104"}, id="grave-and-nothing-else"),
    ],
)
def test_which_run(settings: Settings, expected: set[str]) -> None:
    assert running(settings) == expected


def test_for_some_files(tmp_path: Path) -> None:
    local = PerFile("*.wod", tmp_path, ignore=("IH104", "IH101"), extend_select=("coming",))
    path = str(tmp_path / "a.wod")
    assert running(Settings(per_file=(local,)), path) == {"IH102", "IH104"}


def test_no_severity_changes_a_grave_one() -> None:
    words = {"IH104": Severity.INFO, "house": Severity.INFO}
    found = active_rules(PACKS, Settings(severity=words), "a.wod")
    severities = {one.rule.code: one.severity for one in found}
    assert (severities["IH104"], severities["IH101"]) == (None, Severity.INFO)


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(Settings(select=("IH103",)), id="select"),
        pytest.param(Settings(extend_select=("former",)), id="name"),
        pytest.param(Settings(ignore=("ih103",)), id="ignore"),
        pytest.param(Settings(severity={"IH103": Severity.INFO}), id="severity"),
        pytest.param(Settings(rules={"former": {"sets": 4}}), id="options"),
        pytest.param(Settings(per_file=(PerFile("*", Path(), ("IH103",)),)), id="per-file"),
    ],
)
def test_a_configuration_is_told_of_the_new_code(settings: Settings) -> None:
    (problem,) = check_settings(settings, PACKS)
    assert "is replaced by IH101: write IH101" in problem.message


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(Settings(ignore=("IH104",)), id="code"),
        pytest.param(Settings(ignore=("grave",)), id="name"),
        pytest.param(Settings(severity={"IH104": Severity.INFO}), id="severity"),
        pytest.param(Settings(ignore=("WOD001",)), id="core"),
    ],
)
def test_a_configuration_is_told_what_cannot_be_silenced(settings: Settings) -> None:
    (problem,) = check_settings(settings, PACKS)
    assert "cannot be changed" in problem.message


@pytest.mark.parametrize("word", ["IH", "house", "ALL", "IH101", "IH102"])
def test_other_words_are_right(word: str) -> None:
    assert not check_settings(Settings(ignore=(word,)), PACKS)


def found(comment: str, text: str = "Squat 3x5") -> list[Finding]:
    active = active_rules(PACKS, Settings(), "a.wod")
    return list(
        check_with(f"{text}  # wod: ignore[{comment}] why\n", "a.wod", active, PACKS).findings
    )


def test_a_comment_silences_no_grave_rule() -> None:
    said = {one.code: one.message for one in found("IH104")}
    assert "IH104" in said
    assert said["WOD108"] == "IH104 cannot be suppressed"


def test_a_comment_silences_no_syntax_error() -> None:
    assert {"WOD001", "WOD108"} <= {one.code for one in found("syntax-error", "Squat 3x")}


def test_a_comment_with_an_old_code_is_told_of_the_new_one() -> None:
    (told,) = [one for one in found("IH103") if one.code == "WOD109"]
    assert told.message == "IH103 is replaced by IH101"
    text = "Squat 3x5  # wod: ignore[IH103] why\n"
    fixed = apply_edits(text, told.fixes[0].edits)
    assert fixed == "Squat 3x5  # wod: ignore[IH101] why\n"


def test_a_comment_for_a_rule_in_preview_may_be_idle() -> None:
    assert not [one for one in found("IH102") if one.pack == "core"]


@pytest.mark.parametrize(
    ("code", "page", "table"),
    [
        ("IH102", "In preview: it runs where it is selected by itself", "(preview, since 1.2)"),
        ("IH102", "Since house 1.2.", "(preview, since 1.2)"),
        ("IH103", "It runs no more: IH101 replaced it", "(replaced by IH101)"),
        ("IH104", "Always on", "(always on)"),
    ],
)
def test_wod_rule_says_so(code: str, page: str, table: str) -> None:
    shown = next(one for one in HOUSE.rules if one.code == code)
    assert page in rule_page(shown, HOUSE)
    (line,) = [line for line in rule_table([HOUSE]).splitlines() if code in line.split()[:1]]
    assert line.endswith(table)
    data = rule_data(shown, HOUSE)
    fields = ("since", "preview", "replaced_by", "ignorable")
    assert {key: data[key] for key in fields} == {key: getattr(shown, key) for key in fields}


def test_of_core_those_that_keep_a_run_honest_cannot_be_silenced() -> None:
    always = {one.name for one in CORE.rules if not one.ignorable}
    assert always == {"syntax-error", "rule-crashed", "pack-not-loaded"}
    assert replace(CORE.rules[0]).ignorable is False
