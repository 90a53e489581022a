"""SARIF, by its schema, by Microsoft's validator with GitHub's rules, and by a reader of others."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from sarif import loader

from wodlang.report import sarif
from wodlang.report.line_hash import line_hashes
from wodlang.report.reporter import Report
from wodlang.text.finding import apply_edits

MULTITOOL = "node_modules/@microsoft/sarif-multitool-linux"
ACCEPTED = {
    "SARIF2002": "messages are made for each finding: the message strings of a rule would be empty",
    "SARIF2003": "wod does not know which version control a folder is under",
    "SARIF2004": "GitHub and sarif-tools read `ruleId`, which `rule` repeats for rules of a pack",
    "SARIF2005": "wodlang has no home page yet that `informationUri` could name",
    "SARIF2006": "it fetches the schema's address: whether that succeeds is up to the network",
    "SARIF2010": "the text of the file is in the repository; a copy would double the size",
    "SARIF2011": "as SARIF2010",
    "SARIF2012": "names of rules are as wodlang writes them, not in Pascal case; packs may lack pages",
    "SARIF2013": "as SARIF2010",
    "SARIF2016": "a file on another drive or named by a full path has no relative one",
}
"""Advice of the validator that is not followed, and why; anything else is a fault."""


@pytest.fixture(scope="session")
def schema(validators: Path) -> jsonschema.Draft202012Validator:
    """The schema of OASIS, as the multitool carries it."""
    text = (validators / MULTITOOL / "sarif-2.1.0.json").read_text(encoding="utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


@pytest.fixture(scope="session")
def written(reports: dict[str, Report], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file a report."""
    folder = tmp_path_factory.mktemp("sarif")
    for name, report in reports.items():
        (folder / f"{name}.sarif").write_text(sarif.render(report), encoding="utf-8")
    return folder


def test_every_report_is_by_the_schema(
    reports: dict[str, Report], schema: jsonschema.Draft202012Validator
) -> None:
    for name, report in reports.items():
        data = json.loads(sarif.render(report))
        del data["runs"][0]["results"][500:]  # all 10,000 take ten seconds
        errors = [error.message for error in schema.iter_errors(data)]
        assert not errors, name


@pytest.mark.skipif(sys.platform != "linux", reason="the validator is a program for Linux")
def test_the_multitool_finds_no_fault(written: Path, validators: Path) -> None:
    names = sorted(path.name for path in written.glob("*.sarif") if path.stem != "many")
    faults = set(validated(validators, written, names))
    assert not {fault for fault in faults if fault[0] not in ACCEPTED}
    assert {rule for rule, _ in faults} | {"SARIF2006"} == ACCEPTED.keys()


@pytest.mark.skipif(sys.platform != "linux", reason="the validator is a program for Linux")
def test_the_multitool_would_tell(written: Path, validators: Path, tmp_path: Path) -> None:
    data = json.loads((written / "all-a-finding-can-say.sarif").read_text(encoding="utf-8"))
    region = data["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    region["endLine"] = region["startLine"] - 1
    (tmp_path / "spoilt.sarif").write_text(json.dumps(data), encoding="utf-8")
    rules = [rule for rule, level in validated(validators, tmp_path, ["spoilt.sarif"])]
    assert "SARIF1007" in rules


def validated(validators: Path, folder: Path, names: list[str]) -> list[tuple[str, str]]:
    """The rule and the level of each thing that the multitool says; it exits with 0 in any case."""
    program = validators / MULTITOOL / "Sarif.Multitool"
    options = ["--rule-kind", "Sarif;Gh", "--level", "Error;Warning;Note"]
    output = folder / "said.json"
    command = [str(program), "validate", *options, "--output", str(output), *names]
    done = subprocess.run(
        command, cwd=folder, check=True, capture_output=True, text=True, timeout=300
    )
    assert f"{len(names)} files scanned" in done.stdout
    (run,) = json.loads(output.read_text(encoding="utf-8-sig"))["runs"]
    assert run["invocations"][0]["executionSuccessful"]
    return [(one["ruleId"].split("/")[0], one.get("level", "warning")) for one in run["results"]]


def test_a_reader_counts_the_same(reports: dict[str, Report], written: Path) -> None:
    for name, report in reports.items():
        read = loader.load_sarif_file(str(written / f"{name}.sarif"))
        counts = {
            level: read.get_report().get_issue_count_for_severity(level)
            for level in ("error", "warning", "note")
        }
        summary = report.summary
        assert counts == {
            "error": summary.errors, "warning": summary.warnings, "note": summary.infos,
        }, name  # fmt: skip
        lines = {(one["Code"], one["Line"]) for one in read.get_records()}
        assert lines == {
            (finding.code, file.source.position(finding.span.start).line)
            for file in report.files
            for finding in file.findings
        }, name


def run_of(report: Report) -> Any:
    return json.loads(sarif.render(report))["runs"][0]


def test_packs_are_extensions_and_results_point_to_their_rules(reports: dict[str, Report]) -> None:
    run = run_of(reports["all-a-finding-can-say"])
    driver, extensions = run["tool"]["driver"], run["tool"]["extensions"]
    assert [(one["name"], one["version"]) for one in extensions] == [
        ("idle", "0.1"), ("posterior-chain", "1.2.0"),
    ]  # fmt: skip
    for result in run["results"]:
        rule = result.get("rule", {"index": result.get("ruleIndex")})
        component = extensions[rule["toolComponent"]["index"]] if "rule" in result else driver
        assert component["rules"][rule["index"]]["id"] == result["ruleId"]
        assert component["name"] == rule.get("toolComponent", {}).get("name", "wodlang")


def test_a_rule_is_explained(reports: dict[str, Report]) -> None:
    run = run_of(reports["all-a-finding-can-say"])
    (rule,) = run["tool"]["extensions"][1]["rules"]
    assert rule["shortDescription"]["text"] == "A bent-over row behind a deadlift."
    assert rule["fullDescription"]["text"] == "A row. A row `x`."
    assert "## Why\nIt is.\n\nEvidence: mechanism. Source: an article" in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["helpUri"] == "https://gym.example/rules/PC302.html"
    assert rule["properties"]["tags"] == ["posterior-chain", "session", "mechanism"]


def test_a_message_links_to_its_labels(reports: dict[str, Report]) -> None:
    run = run_of(reports["all-a-finding-can-say"])
    row = run["results"][1]
    assert row["message"]["text"] == (
        "bent-over row after Deadlift: held by the lower back alone.\n"
        "[line 1: tired from here on](1).\n"
        "[line 3: this is fine](2).\n"
        "help: use a row that supports the chest.\n"
        "fix: replace it with Seal Row (unsafe fix).\n"
        "fix: move it up (safe fix)."
    )
    assert [one["id"] for one in row["relatedLocations"]] == [1, 2]
    texts = [one["message"]["text"] for one in run_of(reports["messages"])["results"]]
    assert (
        "see \\[this](1) and \\[that](https://x.example) \\ {0} {{1}}.\n"
        "[line 1: \\[1\\](2) \\\\ \\]](1)."
    ) in texts


def test_columns_count_utf16_and_fixes_do_what_they_do(reports: dict[str, Report]) -> None:
    report = reports["all-a-finding-can-say"]
    run = run_of(report)
    assert run["columnKind"] == "utf16CodeUnits"
    row = run["results"][1]
    place = row["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 9}
    file = report.files[1]
    for fix, written in zip(file.findings[1].fixes, row["fixes"], strict=True):
        (change,) = written["artifactChanges"]
        assert replaced(file.source.text, change["replacements"]) == apply_edits(
            file.source.text, fix.edits
        )
        assert written["properties"]["applicability"] == fix.applicability


def replaced(text: str, replacements: list[dict[str, Any]]) -> str:
    """The text with all replacements made, counted in UTF-16 from the last to the first."""
    lines = text.replace("\r\n", "\x00\n").replace("\r", "\n").encode("utf-16-le").split(b"\n\0")
    starts = [sum(len(line) + 2 for line in lines[:index]) for index in range(len(lines))]
    data = text.encode("utf-16-le")
    for one in reversed(replacements):
        region = one["deletedRegion"]
        begin = starts[region["startLine"] - 1] + 2 * (region["startColumn"] - 1)
        end = starts[region["endLine"] - 1] + 2 * (region["endColumn"] - 1)
        data = data[:begin] + one["insertedContent"]["text"].encode("utf-16-le") + data[end:]
    return data.decode("utf-16-le")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("100%/a:b,c;d].wod", "100%25/a%3Ab%2Cc%3Bd%5D.wod"),
        ('with space/it\'s "quoted".wod', "with%20space/it%27s%20%22quoted%22.wod"),
        ("Übung/💪🏽.wod", "%C3%9Cbung/%F0%9F%92%AA%F0%9F%8F%BD.wod"),
        ("gym\\wednesday.wod", "gym%5Cwednesday.wod"),
        ("../outside.wod", "../outside.wod"),
        ("\\\\a.wod", "%5C%5Ca.wod"),
        ("\\\\server\\share\\a.wod", "file://server/share/a.wod"),
        ("//server/share/b.wod", "file://server/share/b.wod"),
        ("C:/gym/monday 1.wod", "file:///C:/gym/monday%201.wod"),
        ("C:\\gym\\tuesday.wod", "file:///C:/gym/tuesday.wod"),
        ("/srv/gym/a.wod", "file:///srv/gym/a.wod"),
        ("x #?&%2F.wod", "x%20%23%3F%26%252F.wod"),
    ],
)
def test_paths_are_uris(reports: dict[str, Report], path: str, uri: str) -> None:
    run = run_of(reports["paths"])
    locations = {
        file.path: artifact["location"]
        for file, artifact in zip(reports["paths"].files, run["artifacts"], strict=True)
    }
    assert locations[path]["uri"] == uri
    assert ("uriBaseId" in locations[path]) is not uri.startswith("file:")


@pytest.mark.parametrize(
    ("name", "successful"),
    [("clean", True), ("spans", True), ("crashed", False), ("nothing-but-complaints", False)],
)
def test_the_invocation_tells_how_it_went(
    reports: dict[str, Report], name: str, successful: bool
) -> None:
    report = reports[name]
    (invocation,) = run_of(report)["invocations"]
    assert invocation["executionSuccessful"] is successful
    assert invocation["exitCode"] == report.exit_code
    notes = invocation.get("toolConfigurationNotifications", [])
    assert [one["message"]["text"] for one in notes] == list(report.complaints)


def test_what_could_not_be_done_is_a_notification_at_its_place(reports: dict[str, Report]) -> None:
    (unread,) = run_of(reports["unread"])["invocations"]
    assert [
        (one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], one["message"]["text"])
        for one in unread["toolExecutionNotifications"]
    ] == [("notes%201.wod", "notes 1.wod: is UTF-16"), ("%C3%9C.wod", "Ü.wod: may not be read")]
    (note,) = unread["toolConfigurationNotifications"]
    assert note["message"]["text"] == "wod.toml:3: unknown key"
    (crashed,) = run_of(reports["crashed"])["invocations"]
    (note,) = crashed["toolExecutionNotifications"]
    assert (note["level"], note["message"]["text"]) == (
        "error", "PC302 of the pack posterior-chain failed: KeyError: 'x'",
    )  # fmt: skip
    assert note["locations"][0]["physicalLocation"]["region"]["startLine"] == 1


# What github/codeql-action's `hash` gives for these texts.
HASHES = [
    ("", ["c129715d7a2bc9a3:1"]),
    ("a\na\n", ["ee4468fa4a9bc719:1", "243cbaa4685aab12:1", "c129715d7a2bc9a3:1"]),
    (
        "Deadlift 3x5\r\n💪🏽 Row 3x8\rPull-Up 3x5\n",
        ["1c81ebd1cefa5dc4:1", "dd030cfa4e59a2c9:1", "afd279fab26f6d54:1", "c129715d7a2bc9a3:1"],
    ),
    (
        "Row \t3x8\n" * 23,
        [
            "d73caeb5153c3c93:1",
            "d73caeb5153c3c93:2",
            "d73caeb5153c3c93:3",
            "d73caeb5153c3c93:4",
            "d73caeb5153c3c93:5",
            "d73caeb5153c3c93:6",
            "d73caeb5153c3c93:7",
            "d73caeb5153c3c93:8",
            "d73caeb5153c3c93:9",
            "d73caeb515613025:1",
            "da6d6bc8496ad40c:1",
            "e09d2e513376f1c7:1",
            "3db7613b4273c346:1",
            "1cd79c6bbeb469b9:1",
            "35ed3dd65ed60490:1",
            "cc64e5606a9cdc7b:1",
            "60de059ac92e926a:1",
            "53ff6cf8f1f9828d:1",
            "386d5af6a6cbcb54:1",
            "fac8724f4c69a86f:1",
            "68c8b4454f9f11ce:1",
            "6022df6f20c7cea1:1",
            "8a61196e9dff6c58:1",
            "c129715d7a2bc9a3:1",
        ],
    ),
    (
        "x" * 120 + "\n \n\t\n",
        ["52b56201ffb58620:1", "5b5d4caf73a13177:1", "3c5bef55b72b93c9:1", "c129715d7a2bc9a3:1"],
    ),
]


@pytest.mark.parametrize(("text", "hashes"), HASHES)
def test_lines_are_hashed_as_by_github(text: str, hashes: list[str]) -> None:
    """Its upload action warns where another hash stands than it computes."""
    assert line_hashes(text) == hashes


def test_a_result_has_the_hash_of_its_line(reports: dict[str, Report]) -> None:
    report = reports["all-a-finding-can-say"]
    prints = [one["partialFingerprints"] for one in run_of(report)["results"]]
    assert [one["primaryLocationLineHash"] for one in prints] == [
        line_hashes(report.files[1].source.text)[line] for line in (1, 1, 2)
    ]
